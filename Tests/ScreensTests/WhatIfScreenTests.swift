import Packs
import Plain
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// What would bring a way first, and what becomes of the order when something is moved, on both faces.
struct WhatIfScreenTests {
  /// A made-up life of the pack, as somebody who has settled whose computer it is.
  private static func life(_ id: String) throws -> Profile {
    let pack = Walk.pack
    let one = try #require(pack.cases.first { $0.id == id })
    var changes: [Change] = [.setting(name: "computer", value: "mine")]
    for answer in one.answers {
      let of = pack.items[answer.item].from.flatMap { from in
        one.answers.last { $0.item == from }?.value?.plain
      }
      changes.append(
        .answered(
          Answer(
            address: pack.items[answer.item].address, value: answer.value?.plain ?? .null, of: of,
            at: "2026-03-02T20:00:00Z", round: 1)))
    }
    return Profile(changes)
  }

  private static func golden(
    _ keys: String, _ name: String, _ profile: Profile, _ size: Size
  ) -> String? {
    let walk = Walk(Walk.keys(keys), size: size, profile: profile)
    return Golden.difference(Walk.golden(keys, walk.last), "ScreensTests/Golden/\(name).txt")
  }

  private static let toPathways = "Esc End Up Up Up Enter"

  /// The second way of the moulding operator stands first after one thing done.
  @Test func whatWouldBringItFirst() throws {
    let profile = try Self.life("moulding-operator")
    let difference = Self.golden(
      Self.toPathways + " Down i", "what-if", profile, Size(rows: 24, columns: 80))
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Nothing that can be done leads there: what parts the two is said, and nothing is proposed.
  @Test func whereNothingLeadsThereNothingIsProposed() throws {
    let session = Walk.session(Walk.pack, try Self.life("site-engineer-between"))
    let place = try #require(Walk.pack.pathways.firstIndex { $0.id == "step-back" })
    let said = session.whatIfInWords(place).joined(separator: "\n")
    #expect(said.contains("None of up to three things"))
    #expect(said.contains("For that one.") && said.contains("nothing is proposed"))
    for item in Walk.pack.items {
      if let what = item.changeable?.what { #expect(!said.contains(what)) }
    }
  }

  @Test(arguments: [("trial", 24, 80), ("trial-small", 12, 40)])
  func aThingIsMovedForALook(_ name: String, _ rows: Int, _ columns: Int) throws {
    let profile = try Self.life("moulding-operator")
    let difference = Self.golden(
      Self.toPathways + " t Down Right", name, profile, Size(rows: rows, columns: columns))
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Esc leaves everything as it was; Ctrl-S keeps it, and undo takes it back.
  @Test func nothingIsKeptUnlessAsked() throws {
    let profile = try Self.life("moulding-operator")
    let moved = Self.toPathways + " t Down Right"
    let left = Walk(Walk.keys(moved + " Esc"), profile: profile)
    #expect(left.kept.filter { if case .answered = $0 { true } else { false } }.isEmpty)
    let kept = Walk(Walk.keys(moved + " Ctrl-S"), profile: profile)
    let answers = kept.kept.compactMap { change -> Answer? in
      if case .answered(let answer) = change { answer } else { nil }
    }
    #expect(answers.map(\.address.description) == ["skills/explained"])
    #expect(kept.last.text.contains("One answer is kept as you moved it"))
    let undone = Walk(Walk.keys(moved + " Ctrl-S u"), profile: profile)
    #expect(undone.kept.contains(.undone))
    // Moved there and back again, it is no move.
    let back = Walk(Walk.keys(moved + " Left Ctrl-S"), profile: profile)
    #expect(back.last.text.contains("Nothing was moved"))
  }

  /// In lines the same numbers move the same thing.
  @Test func bothFacesKeepTheSame() throws {
    let profile = try Self.life("moulding-operator")
    let onScreen = Walk(
      Walk.keys(Self.toPathways + " t Down Right Ctrl-S"), profile: profile)
    var dialogue = LinearDialogue(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("pathways")
    #expect(dialogue.hear("what 2").lines.contains { $0.hasPrefix("What if: ") })
    let trial = dialogue.hear("try").lines
    #expect(trial.contains { $0.hasPrefix("1. ") } && trial.contains("Today:"))
    let asked = try #require(trial.first { $0.contains("I explained a change") })
    let number = try #require(asked.split(separator: ".").first.flatMap { Int($0) })
    #expect(dialogue.hear("\(number)").lines.first?.contains("can be: 1. ") == true)
    let moved = dialogue.hear("\(number) 2").lines
    #expect(moved.contains("With what you moved:"))
    let turn = dialogue.hear("keep")
    #expect(turn.lines.first?.contains("One answer is kept") == true)
    #expect(
      Walk.answers(Profile(turn.changes))
        == Walk.answers(
          Profile(onScreen.kept.filter { if case .answered = $0 { true } else { false } })))
  }

  /// A person who has answered nothing yet, and one whose circumstances nobody asked about.
  @Test func withNothingToMoveThereIsNoOrderToShow() {
    var dialogue = LinearDialogue(Walk.session())
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("1")
    _ = dialogue.hear("pathways")
    #expect(!dialogue.hear("try").lines.isEmpty)
  }

  // MARK: - Why

  /// Every reason opens into what decided it; the points add up in plain sight.
  @Test func whyGoesDownToTheAnswers() throws {
    let session = Walk.session(Walk.pack, try Self.life("worn-nurse"))
    for place in Walk.pack.pathwayPlaces {
      let said = session.whyInWords(place).joined(separator: "\n")
      let standing = session.assessment.pathways.standings[place]
      if standing.supports.count(where: { $0 == .yes }) > 1 {
        #expect(said.contains("= \(standing.score)."), "\(said)")
      }
    }
    let back = try #require(Walk.pack.pathways.firstIndex { $0.id == "step-back" })
    let said = session.whyInWords(back).joined(separator: "\n")
    #expect(said.contains("What set this off? A hard stretch"))
    #expect(said.contains("Does not hold for you"))
  }
}

import JSON
import Packs
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
    return Profile([ComputerOwner.mine.change] + one.changes(in: pack, at: "2026-03-02T20:00:00Z"))
  }

  private static func golden(
    _ keys: String, _ name: String, _ profile: Profile, _ size: Size
  ) -> String? {
    let walk = Walk(Walk.keys(keys), size: size, profile: profile)
    return Golden.difference(Walk.golden(keys, walk.last), "ScreensTests/Golden/\(name).txt")
  }

  private static let toPathways = "Esc End Up Up Up Up Enter"

  /// The second way of somebody who is well where he is stands first once one sentence is said.
  @Test func whatWouldBringItFirst() throws {
    let profile = try Self.life("content-operator")
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
    #expect(said.contains("For “") && said.contains("was not moved"))
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

  private static func answered(_ changes: [Change]) -> [Change] {
    changes.filter { if case .answered = $0 { true } else { false } }
  }

  private static func addresses(_ changes: [Change]) -> [String] {
    changes.compactMap { change in
      if case .answered(let answer) = change { answer.address.description } else { nil }
    }
  }

  /// Esc leaves everything as it was; Ctrl-S asks, and once more keeps it; undo takes it back.
  @Test func nothingIsKeptUnlessAsked() throws {
    let profile = try Self.life("moulding-operator")
    let moved = Self.toPathways + " t Down Right"
    let left = Walk(Walk.keys(moved + " Esc"), profile: profile)
    #expect(Self.answered(left.kept).isEmpty)
    let asked = Walk(Walk.keys(moved + " Ctrl-S"), profile: profile)
    #expect(
      Self.answered(asked.kept).isEmpty && asked.last.text.contains("To be kept as you moved it"))
    let other = Walk(Walk.keys(moved + " Ctrl-S Down Ctrl-S"), profile: profile)
    #expect(Self.answered(other.kept).isEmpty)
    let kept = Walk(Walk.keys(moved + " Ctrl-S Ctrl-S"), profile: profile)
    #expect(Self.addresses(kept.kept) == ["constraint/hours"])
    #expect(kept.last.text.contains("One answer is kept as you moved it"))
    let undone = Walk(Walk.keys(moved + " Ctrl-S Ctrl-S u"), profile: profile)
    #expect(undone.kept.contains(.undone))
    // Moved there and back again, or taken back, it is no move; no stored answer is touched.
    for back in ["Left", "u"] {
      let walk = Walk(Walk.keys(moved + " \(back) Ctrl-S"), profile: profile)
      #expect(walk.last.text.contains("Nothing was moved"), "\(back)")
      #expect(!walk.kept.contains(.undone))
    }
  }

  /// What has happened can be moved for a look; it is not kept, and that is said.
  @Test func whatHasHappenedIsNotKept() throws {
    let session = Walk.session(Walk.pack, try Self.life("moulding-operator"))
    let item = try #require(Walk.pack.itemPlaces[ItemAddress("skills", "explained")])
    var dialogue = LineMode(session)
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("pathways")
    let rows = dialogue.hear("try").lines
    let row = try #require(rows.first { $0.contains(Walk.pack.items[item].text) })
    let number = try #require(row.split(separator: ".").first)
    _ = dialogue.hear("\(number) 2")
    let turn = dialogue.hear("keep")
    #expect(turn.changes.isEmpty && turn.lines.first?.contains("for looking only") == true)
  }

  /// In lines the same numbers move the same thing.
  @Test func bothFacesKeepTheSame() throws {
    let profile = try Self.life("moulding-operator")
    let onScreen = Walk(
      Walk.keys(Self.toPathways + " t Down Right Ctrl-S Ctrl-S"), profile: profile)
    var dialogue = LineMode(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("pathways")
    #expect(dialogue.hear("what 2").lines.contains { $0.hasPrefix("What if: ") })
    let trial = dialogue.hear("try").lines
    #expect(trial.contains { $0.hasPrefix("1. ") } && trial.contains("Today:"))
    let values = dialogue.hear("2").lines.first ?? ""
    #expect(values.contains("can be: 1. open, 2. at a cost, 3. fixed"), "\(values)")
    #expect(dialogue.hear("-9223372036854775808").lines.count == 1)
    let held = try #require(
      onScreen.profile.current(ItemAddress("constraint", "hours"))?.value["firmness"]?.text)
    let place = try #require(["open", "costly", "fixed"].firstIndex(of: held))
    _ = dialogue.hear("0")
    // One number after the other, or both at once; undo takes back the move and nothing that is stored.
    _ = dialogue.hear("2")
    #expect(dialogue.hear("\(place + 1)").lines.contains("As you moved it:"))
    let back = dialogue.hear("undo")
    #expect(back.changes.isEmpty && !back.lines.contains("As you moved it:"))
    #expect(dialogue.hear("undo").changes.isEmpty)
    #expect(dialogue.hear("2 \(place + 1)").lines.contains("As you moved it:"))
    let asked = dialogue.hear("keep")
    #expect(asked.changes.isEmpty && asked.lines.first?.contains("The hours I can work") == true)
    let turn = dialogue.hear("keep")
    #expect(turn.lines.first?.contains("One answer is kept") == true)
    #expect(
      Walk.answers(Profile(turn.changes)) == Walk.answers(Profile(Self.answered(onScreen.kept))))
  }

  /// Whoever is afraid of somebody at work is sent to nobody.
  @Test func whoeverIsAfraidIsSentToNobody() throws {
    let session = Walk.session(Walk.pack, try Self.life("temp-afraid"))
    for place in Walk.pack.pathwayPlaces {
      let said = session.whatIfInWords(place).joined(separator: "\n")
      for word in ["face to face", "Ask the one who", "Tell the one who", "all are there"] {
        #expect(!said.contains(word), "\(said)")
      }
    }
  }

  /// Level ones are told of each other; with nothing answered there is no first.
  @Test func levelOnesAndNobody() throws {
    #expect(Walk.session().whatIfInWords(0).contains { $0.contains("no order made of nothing") })
    let session = Walk.session(Walk.pack, try Self.life("warehouse-developer"))
    for place in Walk.pack.pathwayPlaces
    where session.assessment.pathways.standings[place].rank == 1 {
      let firsts = session.assessment.pathways.standings.count { $0.rank == 1 }
      let said = session.whatIfInWords(place).joined()
      #expect(
        said.contains(
          session.assessment.pathways.known < 0.4
            ? "Too much is still open" : firsts > 1 ? "level with the first" : "stands first today")
      )
    }
  }

  /// A person who has answered nothing yet, and one whose circumstances nobody asked about.
  @Test func withNothingToMoveThereIsNoOrderToShow() {
    var dialogue = LineMode(Walk.session())
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("1")
    _ = dialogue.hear("pathways")
    let said = dialogue.hear("try").lines
    #expect(said.contains { $0.contains("no order made of nothing") } && !said.contains("Today:"))
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
    #expect(said.contains("Would count; your answers are different"))
  }
}

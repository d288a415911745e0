import Briefs
import JSON
import Packs
import Rules
import Screens
import TestSupport
import Testing
import Workbook

/// Six whole lives, and all that each of them reads in the end: a changed word or weight shows as a change of these files.
struct ReadingsTests {
  static let lives = [
    "stroke-nurse", "moulding-operator", "beds-controller", "warehouse-developer",
    "water-team-lead", "dairy-returner",
  ]

  /// What each shows to somebody: the same for all, and their first way.
  private static let shared = ["story/result", "ambition/line", "experiment:1", "ask"]

  @Test(arguments: lives) func whatALifeReadsStands(_ id: String) throws {
    let one = try #require(Walk.pack.cases.first { $0.id == id })
    let reading = Self.reading(of: one, Walk.pack)
    let wrong = Golden.difference(reading, "Readings/\(id).txt")
    #expect(wrong == nil, "\(wrong ?? "")")
  }

  /// Under a way that two of them are shown, at least half of what is said about the person differs, their own words left out.
  @Test func twoWhoAreShownTheSameWayReadUnlikeSentences() throws {
    let lives = Self.lives.compactMap { id in Walk.pack.cases.first { $0.id == id } }
    let reasons = lives.map { Self.reasons(of: $0, Walk.pack) }
    for (place, one) in reasons.enumerated() {
      for (other, two) in reasons.enumerated().dropFirst(place + 1) {
        for way in one.keys where two[way] != nil {
          let (mine, theirs) = (one[way] ?? [], two[way] ?? [])
          let alike = mine.intersection(theirs).count
          let longer = max(mine.count, theirs.count)
          #expect(
            2 * alike <= longer,
            "\(lives[place].id), \(lives[other].id): \(way) says \(alike) of \(longer) to both")
        }
      }
    }
  }

  /// The sentences of the reasons that a page shows, by way, without quotes.
  private static func reasons(of one: Case, _ pack: Pack) -> [String: Set<String>] {
    var dialogue = LineMode(Walk.session(pack, profile(of: one, pack)))
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("pathways")
    let shown = dialogue.session.assessment.shownPathways
    return shown.enumerated().reduce(into: [:]) { found, way in
      let page = dialogue.hear(String(way.offset + 1)).lines
      found[pack.pathways[way.element].id] = Set(
        page.filter { line in personal.contains { line.hasPrefix($0) } }
          .flatMap { sentences(masked($0)) })
    }
  }

  /// How the lines of a page begin that rest on answers; the others describe the way itself.
  private static let personal = [
    "For. ", "Against. ", "Not known yet: ", "A small step: ", "First: ",
    "It speaks for this way if: ", "It speaks against it if: ", "Cost: ", "Who may notice: ",
    "To undo: ",
  ]

  private static func sentences(_ text: String) -> [String] {
    let parts = text.split { ".?".contains($0) }.map { $0.trimmingPrefix(" ") }.map(String.init)
    return parts.filter { !["For", "Against"].contains($0) && !$0.isEmpty }
  }

  /// A text with every quoted answer left out.
  static func masked(_ text: String) -> String {
    var out = ""
    var isQuoted = false
    for character in text {
      if character == "“" { isQuoted = true }
      if !isQuoted { out.append(character) }
      if character == "”" { isQuoted = false }
    }
    return out
  }

  static func profile(of one: Case, _ pack: Pack) -> Profile {
    var profile = Profile([.setting(name: "computer", value: .text("mine"))])
    let given = CaseRun.answers(one, pack).given
    for (item, answer) in given.enumerated() {
      guard let answer else { continue }
      profile.apply(
        .answered(
          Answer(
            address: pack.items[item].address, value: answer.value?.plain ?? .null, of: answer.of,
            at: "2026-03-02T20:00:00Z", round: 1)))
    }
    return profile
  }

  static func reading(of one: Case, _ pack: Pack) -> String {
    let profile = profile(of: one, pack)
    var dialogue = LineMode(Walk.session(pack, profile))
    _ = dialogue.open(reason: "a test")
    let reading = dialogue.session.reading
    var lines = ["== The first sentence that was not typed =="]
    for exercise in pack.exercises where exercise.when.map({ reading.verdict($0) == .yes }) ?? false
    {
      if let closing = reading.closing(of: exercise) {
        lines.append(reading.sentence(closing, Walk.phrases.wording))
      }
    }
    lines += ["", "== The pathways =="] + dialogue.hear("pathways").lines
    let shown = dialogue.session.assessment.shownPathways
    for way in shown.indices {
      lines += ["", "== Way \(way + 1) =="] + dialogue.hear(String(way + 1)).lines
    }
    let first = "pathway:" + pack.pathways[shown[0]].id
    let shares = ([first] + shared).compactMap { Share($0) }
    let brief = dialogue.session.brief(shares).brief
    let file = BriefFile(brief, request: "", digest: { _ in "" })
    lines += ["", "== A page for somebody ==", BriefFormat.txt.render(file, Walk.phrases)]
    return lines.joined(separator: "\n") + "\n"
  }
}

import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// What a pathway says of itself beside its points, and what a person may ask, as files carry it.
struct MoveFormatTests {
  static let items = """
      - {id: load, kind: rating, scale: five, text: "Load?"}
      - {id: question, kind: choice, text: "Question?", options: [{id: go, title: "Should I go?"}, {id: own, title: "My own words"}]}
      - {id: words, kind: text, text: "Words?", optional: yes}
      - {id: mind, kind: choices, text: "In mind?", options: pathways, least: 0, most: 2, optional: yes}
      - {id: hours, kind: record, text: "Hours", fields: [{id: firm, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: fixed, title: X}]}]}
    """
  static let stay = """
    change: keep
    reversibility: 1
    eases: [hours]
    supports:
      - {id: s, group: push, points: 60, when: {x.load: at most 1}, because: B}
      - {id: asked, group: pull, points: 40, when: {x.mind: has stay}, because: B}
      - {id: against, points: -20, when: {x.load: at least 3}, because: B}
    held: [{id: check, when: {x.hours: is fixed}, because: "H"}]
    """
  static let leave = """
    change: leave
    supports: [{id: s, points: 100, when: {x.load: at least 3}, because: B}]
    """
  static let head = """
    bands: {strong: 50, known: 60, exploring: 25, proof: 15, level: 5, ahead: 20}
    places: {question: x.question, question-words: x.words, in-mind: x.mind}
    questions:
      go:
        moves: [leave, stay]
        means: {stay: not-yet}
        yes: "So far, yes: {move}."
        not-yet: {leave: "Not yet.", stay: "So far, no: {move}."}
        unknown: "We can't say yet."
    """

  static var files: PackFiles {
    SamplePack.files(
      items: items, pathways: ["stay": stay, "leave": leave], head: head,
      exercise: "circumstances: yes")
  }

  @Test func aPathwayTellsItsKindOfChange() throws {
    let (pack, findings) = SamplePack.read(MoveFormatTests.files)
    try #require(findings.isEmpty, "\(findings)")
    let stay = try #require(pack.candidate("stay"))
    #expect(stay.change == .keep && stay.candidate.reversibility == 1 && stay.eases == ["hours"])
    #expect(stay.candidate.supports.map(\.group) == [.push, .pull, nil])
    #expect(stay.candidate.holds.map(\.id) == ["check"] && stay.holdBecause.map(\.frame) == ["H"])
    #expect(pack.bands.proof == 15 && pack.bands.level == 5 && pack.bands.ahead == 20)
    let question = try #require(pack.questions["go"])
    #expect(question.moves == ["leave", "stay"] && question.means == ["stay": .notYet])
    #expect(question.text(.notYet, "stay")?.frame == "So far, no: ….")
    #expect(question.text(.yes, "leave")?.frame == "So far, yes: ….")
  }

  @Test(arguments: [
    ("group: push", "group: shove", "`group` is one of push, pull, proof"),
    ("- {id: against, ", "- {id: against, group: pull, ", "only a support for has a `group`"),
    (
      "reversibility: 1", "reversibility: 6",
      "`reversibility` is 1, undone in a day, to 5, one way only"
    ),
    ("change: keep", "change: kept", "`change` is one of keep, inside, ease, leave"),
    ("eases: [hours]", "eases: [hour]", "there is no limit `hour`: did you mean `hours`?"),
    (", because: \"H\"", "", "a rule needs `when` and `because`"),
    ("  go:\n", "  goo:\n", "there is no question `goo`: did you mean `go`?"),
    (
      "moves: [leave, stay]", "moves: [leave, sty]",
      "there is no pathway `sty`: did you mean `stay`?"
    ),
    ("means: {stay: not-yet}", "means: {stay: never}", "a move means yes, not-yet or unknown"),
    ("means: {stay", "means: {go", "`go` is none of the question's moves"),
    ("{leave: \"Not yet.\", stay", "{stay", "nothing is said for `leave`"),
    ("    unknown: \"We can't say yet.\"", "", "a question needs `unknown`"),
    ("So far, yes: {move}", "So far, yes: {mve}", "nothing fills `{mve}`"),
    (
      "places: {question: x.question, ", "places: {",
      "`questions` are the options of a choice that `places.question` names"
    ),
    ("bands: {strong: 50", "bands: {open: 10, strong: 50", "bands has no `open`"),
  ])
  func aWrongWordIsTold(_ old: String, _ new: String, _ wanted: String) {
    let files = MoveFormatTests.files.mapValues { $0.replacing(old, with: new) }
    let found = SamplePack.read(files).1.map(\.message)
    #expect(found.contains { $0.hasPrefix(wanted) }, "\(found)")
  }

  /// Of a set, a reason says those members that its rule asks for, two at most.
  @Test func aReasonSaysWhatItAsksFor() throws {
    let items = """
        - {id: part, kind: choices, text: Q, options: [{id: a, title: A, said: "A is."}, {id: b, title: B, said: "B is."}, {id: c, title: C, said: "C is."}]}
      """
    let rules = """
      supports:
        - {id: s, points: 60, when: {x.part: {has any of: [b, c]}}, because: "{said x.part} So."}
        - {id: t, points: 40, when: {x.part: has at least 1}, because: "{said x.part} So."}
      """
    let (pack, findings) = SamplePack.read(SamplePack.files(items: items, pathways: ["w": rules]))
    try #require(findings.isEmpty, "\(findings)")
    let reading = FactBase(
      pack, try MeasureTests.answers(pack, ["part": ["a", "b", "c"]]), today: nil)
    let heard = pack.pathways[0].because.map {
      reading.sentence($0, Wording(yes: "yes", no: "no", unknown: "unknown"))
    }
    #expect(heard == ["B is. C is. So.", "A is. B is. So."])
  }
}

import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// The list of five, what is level, what is clearly first, the strongest objection and the answer to the person's question.
struct JudgingTests {
  /// A pathway all of whose reasons hold: its points for, what it does to the job, how hard it is to undo.
  struct Way: Sendable {
    var id: String
    var points: Int
    var change: String
    var undo: Int

    init(_ id: String, _ points: Int, _ change: String, _ undo: Int = 1) {
      self.id = id
      self.points = points
      self.change = change
      self.undo = undo
    }

    var rules: String {
      """
      change: \(change)
      reversibility: \(undo)
      supports:
        - {id: s, group: push, points: \(points - 5), when: {x.load: at least 1}, because: B}
        - {id: t, group: pull, points: 5, when: {x.load: at least 1}, because: B}
      """
    }
  }

  static let items = """
      - {id: load, kind: rating, scale: five, text: "Load?"}
      - {id: hours, kind: rating, scale: five, text: "Hours?"}
      - {id: away, kind: rating, scale: five, text: "Away?"}
      - {id: question, kind: choice, text: "Question?", options: [{id: go, title: "Should I go?"}, {id: own, title: "My own words"}]}
      - {id: words, kind: text, text: "Words?"}
      - {id: mind, kind: choices, text: "In mind?", options: pathways, least: 0, most: 2}
    """
  static let head = """
    places: {question: x.question, question-words: x.words, in-mind: x.mind}
    questions:
      go: {moves: [b, a], means: {a: not-yet}, yes: "So far, yes.", not-yet: {a: "So far, no: {move}.", b: "Not yet."}, unknown: "We can't say yet."}
    """

  /// The pathways stand in the pack in the order of their ids.
  private func assessment(
    _ pathways: [String: String], _ given: [String: JSONValue], head: String = ""
  ) throws -> Assessment {
    let (pack, findings) = SamplePack.read(
      SamplePack.files(items: JudgingTests.items, pathways: pathways, head: head))
    try #require(findings.isEmpty, "\(findings)")
    return Assessment(FactBase(pack, try MeasureTests.answers(pack, given), today: nil))
  }

  private func list(_ ways: [Way]) throws -> Assessment {
    try assessment(
      Dictionary(uniqueKeysWithValues: ways.map { ($0.id, $0.rules) }), ["load": 2])
  }

  private func ids(_ places: [Int], _ found: Assessment) -> [String] {
    places.map { found.pack.pathways[$0].id }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var ways: [Way]
    var shown: [String]
    var leftOut: [String] = []
  }

  static let rows = [
    Row(
      testDescription: "the fourth and fifth complete the kinds",
      ways: [
        Way("a", 95, "inside"), Way("b", 80, "inside"), Way("c", 65, "inside"),
        Way("d", 50, "inside"), Way("e", 39, "keep"), Way("f", 28, "leave"),
      ], shown: ["a", "b", "c", "e", "f"]),
    Row(
      testDescription: "easing is as good as leaving",
      ways: [
        Way("a", 95, "inside"), Way("b", 80, "ease"), Way("c", 65, "inside"),
        Way("d", 50, "inside"), Way("e", 39, "keep"), Way("f", 28, "leave"),
      ], shown: ["a", "b", "c", "d", "e"]),
    Row(
      testDescription: "what is not worth a look fills no place, and is told",
      ways: [
        Way("a", 95, "inside"), Way("b", 80, "inside"), Way("c", 65, "keep"),
        Way("d", 24, "inside"), Way("e", 20, "leave"), Way("f", 15, "ease"),
      ], shown: ["a", "b", "c"], leftOut: ["e"]),
    Row(
      testDescription: "three stand whatever speaks for them",
      ways: [Way("a", 20, "keep"), Way("b", 15, "inside"), Way("c", 10, "leave")],
      shown: ["a", "b", "c"]),
    Row(
      testDescription: "level ones: the easier to undo first",
      ways: [
        Way("a", 90, "leave", 3), Way("b", 82, "inside", 2), Way("c", 80, "keep", 1),
        Way("d", 79, "inside", 1),
      ], shown: ["c", "b", "a", "d"]),
  ]

  @Test(arguments: rows)
  func theListOfFive(_ row: Row) throws {
    let found = try list(row.ways)
    #expect(ids(found.shownPathways, found) == row.shown)
    #expect(ids(found.shownList.leftOut, found) == row.leftOut)
  }

  /// Ranks stay as the points have them; what is level is named beside, and need not be level with each other.
  @Test func levelOnesAreNamed() throws {
    let found = try list([
      Way("a", 60, "keep"), Way("b", 50, "keep", 2), Way("c", 40, "keep"), Way("d", 29, "keep"),
    ])
    #expect(found.pathways.standings.map(\.rank) == [1, 2, 3, 4])
    #expect(ids(found.level(with: 1), found) == ["a", "c"])
    #expect(ids(found.level(with: 0), found) == ["b"])
    #expect(found.level(with: 3) == [])
  }

  @Test(arguments: [(60, 44, true), (60, 45, false), (60, 60, false)])
  func clearlyFirstIsMoreThanFifteenAhead(_ first: Int, _ next: Int, _ isAhead: Bool) throws {
    let found = try list([Way("a", first, "keep"), Way("b", next, "keep"), Way("c", 9, "keep")])
    #expect(found.clearlyAhead(0) == (isAhead ? 1 : nil))
    #expect(found.clearlyAhead(1) == nil)
  }

  // MARK: - Objections

  private static let weighed = """
    change: leave
    supports:
      - {id: s, group: push, points: 60, when: {x.load: at least 1}, because: B}
      - {id: t, group: pull, points: 40, when: {x.load: at least 2}, because: B}
      - {id: small, points: -10, when: {x.load: at least 3}, because: B}
      - {id: large, points: -30, when: {x.hours: at least 1}, because: B}
      - {id: larger, points: -40, when: {x.away: at least 1}, because: B}
    """

  /// What holds comes before what is larger and open, that before the price.
  @Test(
    arguments: [
      (["load": 3, "hours": 1, "away": 0], "holds", "large"), (["load": 3], "holds", "small"),
      (["load": 1], "open", "away"), (["load": 1, "away": 0], "open", "hours"),
      (["load": 1, "away": 0, "hours": 0], "price", ""),
    ] as [([String: JSONValue], String, String)])
  func theStrongestObjection(_ given: [String: JSONValue], _ kind: String, _ which: String) throws {
    let found = try assessment(["w": JudgingTests.weighed], given)
    let objection = found.objection(to: 0)
    #expect(objection.kind == kind)
    switch objection {
    case .holds(let reason): #expect(reason.rule == which)
    case .open(let item): #expect(found.pack.items[item].address.item == which)
    case .price: #expect(which.isEmpty)
    }
  }

  @Test func theKindOfReasonThatIsMissing() throws {
    #expect(try assessment(["w": JudgingTests.weighed], ["load": 0]).emptyGroup(0) == .push)
    #expect(try assessment(["w": JudgingTests.weighed], ["load": 1]).emptyGroup(0) == .pull)
    #expect(try assessment(["w": JudgingTests.weighed], ["load": 2]).emptyGroup(0) == .proof)
  }

  // MARK: - The person's question

  private static let asked = [
    "a": """
    change: keep
    supports:
      - {id: s, group: push, points: 60, when: {x.load: at most 1}, because: B}
      - {id: t, group: pull, points: 40, when: {x.load: at most 1}, because: B}
    """,
    "b": """
    change: leave
    supports:
      - {id: s, group: push, points: 60, when: {x.load: at least 3}, because: B}
      - {id: t, group: pull, points: 40, when: {x.hours: at least 3}, because: B}
    gates: [{id: g, when: {x.away: at least 4}, because: B}]
    held: [{id: h, when: {x.away: is3}, because: B}]
    """.replacing("x.away: is3", with: "x.away: at least 3"),
  ]

  @Test(
    arguments: [
      (["question": "go", "load": 4, "hours": 4, "away": 0], "b", .yes),
      (["question": "go", "load": 4, "hours": 4, "away": 3], "b", .notYet),
      (["question": "go", "load": 4, "hours": 0], "b", .notYet),
      (["question": "go", "load": 0, "hours": 0], "a", .notYet),
      (["question": "go", "hours": 3], "b", .unknown),
      (["question": "own", "words": "Why?", "load": 4], nil, .unknown),
    ] as [([String: JSONValue], String?, PersonQuestion.Answer)])
  func theQuestionIsAnswered(
    _ given: [String: JSONValue], _ move: String?, _ answer: PersonQuestion.Answer
  ) throws {
    let found = try assessment(JudgingTests.asked, given, head: JudgingTests.head)
    let question = try #require(found.question)
    #expect(question.move.map { found.pack.pathways[$0].id } == move)
    #expect(question.answer == answer)
  }

  @Test func nobodyIsAnsweredWhoAskedNothing() throws {
    #expect(
      try assessment(JudgingTests.asked, ["load": 4], head: JudgingTests.head).question == nil)
    #expect(try assessment(JudgingTests.asked, ["load": 4]).question == nil)
  }

  @Test func whatTheyHaveInMindIsKept() throws {
    let found = try assessment(
      JudgingTests.asked, ["question": "own", "mind": ["b"]], head: JudgingTests.head)
    #expect(found.question?.inMind == [1])
  }
}

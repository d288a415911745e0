import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// A sound pack whose reasons have kinds, and what lint says of it with one thing done wrong.
struct GroupLintTests {
  static let items = """
      - {kind: rating, scale: five, rows: {a: {title: "A?", said: [N, F, H, M, L]}, b: "B?", c: "C?", d: "D?", e: "E?", f: "F?", g: "G?", h: "H?"}}
      - {id: question, kind: choice, text: "Q?", options: [{id: go, title: Go}, {id: own, title: Own}]}
      - {id: own-words, kind: text, text: "Words?", optional: yes}
      - {id: which, kind: choices, text: "Which?", options: [{id: hours, title: H}, {id: care, title: C}]}
      - kind: record
        rows: {hours: Hours, care: Care}
        fields: [{id: firmness, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: fixed, title: X}]}, {id: source, kind: choice, title: S, options: [{id: told, title: T}, {id: checked, title: C}], optional: yes}]
    """
  static let rules = """
    change: inside
    reversibility: 2
    eases: [hours]
    supports:
      - {id: p1, group: push, points: 25, when: {x.a: at least 3}, because: "{said x.a} That is what this would take off you within a few weeks."}
      - {id: p2, group: push, points: 20, when: {x.which: has hours, x.hours: is fixed}, because: "B"}
      - {id: l1, group: pull, points: 25, when: {x.c: at least 3}, because: "B"}
      - {id: l2, group: pull, points: 10, when: {x.question: is go}, because: "B"}
      - {id: f1, group: proof, points: 10, when: {x.d: at least 3}, because: "B"}
      - {id: f2, group: proof, points: 10, when: {x.e: at least 3}, because: "B"}
      - {id: n1, points: -60, when: {x.f: at least 3}, because: "B"}
      - {id: n2, points: -40, when: {x.g: at least 3}, because: "B"}
    """
  static let other = rules.replacing("x.a: at", with: "x.h: at").replacing("{said x.a} ", with: "")
    .replacing("x.which: has hours, x.hours: is fixed", with: "x.b: at least 3")
    .replacing("x.c: at", with: "x.b: at").replacing("x.d: at", with: "x.f: at")

  struct Row: Sendable, CustomTestStringConvertible {
    var message: String
    var old: String
    var new: String
    var head = GroupLintTests.head
    var testDescription: String { message }

    init(_ message: String, _ old: String, _ new: String, head: String = GroupLintTests.head) {
      self.message = message
      self.old = old
      self.new = new
      self.head = head
    }
  }

  static let head = "evening: [x]\nplaces: {question: x.question}"

  static let rows = [
    Row("its push sums to 40, not 45", "push, points: 25", "push, points: 20"),
    Row("its proof sums to 45, not 20", "id: l1, group: pull", "id: l1, group: proof"),
    Row("`l1` has no `group`: push, pull or proof", "id: l1, group: pull, ", "id: l1, "),
    Row(
      "it has 5 supports for, not 6 to 9",
      "  - {id: f1, group: proof, points: 10, when: {x.d: at least 3}, because: \"B\"}\n", ""),
    Row("`l1` has 30 points, not 5 to 25", "pull, points: 25", "pull, points: 30"),
    Row("`p2` has 22 points: they go in fives", "push, points: 20", "push, points: 22"),
    Row("fewer than two supports are against it", "points: -40", "points: 40"),
    Row("its points against pass 100", "points: -60", "points: -65"),
    Row("it has no `reversibility`, 1 to 5", "reversibility: 2\n", ""),
    Row("it has no `change`: keep, inside, ease or leave", "change: inside\n", ""),
    Row(
      "`p1` cites `{x.a}`: a whole sentence says it, `{said x.a}`", "{said x.a} That",
      "At {x.a} that"),
    Row("`p1` has a label, a colon and an answer", "{said x.a} That", "Load: {x.a} That"),
    Row(
      "`p2`: the limit `hours` speaks for it, and its `eases` doesn't name it", "eases: [hours]",
      "eases: [care]"),
    Row(
      "the person's question pays 15 points here, not 10 at most", "points: 10, when: {x.question",
      "points: 15, when: {x.question"),
    Row(
      "one answer to `x.b` pays 70 points over all pathways, not 60 at most", "when: {x.a: at",
      "when: {x.b: at"),
    Row(
      "the evening's answers can give it 0 points, not 80 or more", "change: inside",
      "change: inside", head: "places: {question: x.question}"),
    Row(
      "the evening's answers can give it 75 points, not 80 or more", "when: {x.c: at least 3}",
      "when: {x.a: at most 1}"),
  ]

  private func said(_ rules: String, _ head: String) throws -> [String] {
    var files = SamplePack.files(
      items: GroupLintTests.items, pathways: ["w": rules, "v": GroupLintTests.other], head: head,
      exercise: "circumstances: yes")
    files["measures.yaml"] = nil
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    return Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil).map(\.message)
  }

  @Test(arguments: rows)
  func row(_ row: Row) throws {
    let sound = try said(GroupLintTests.rules, GroupLintTests.head)
    #expect(!sound.contains { $0.hasPrefix(row.message) }, "\(sound)")
    #expect(GroupLintTests.rules.contains(row.old), "\(row.old)")
    let spoilt = try said(GroupLintTests.rules.replacing(row.old, with: row.new), row.head)
    #expect(spoilt.contains { $0.hasPrefix(row.message) }, "\(spoilt)")
  }

  /// Who checked a limit has proof, whatever the move eases.
  @Test func aLimitThatWasCheckedIsProof() throws {
    let rules = GroupLintTests.rules.replacing(
      "{x.d: at least 3}", with: "{x.which: has care, x.care.source: is checked}")
    #expect(try !said(rules, GroupLintTests.head).contains { $0.contains("the limit `care`") })
    let pull = GroupLintTests.rules.replacing(
      "{x.c: at least 3}", with: "{x.which: has care, x.care.source: is checked}")
    #expect(try said(pull, GroupLintTests.head).contains { $0.contains("the limit `care`") })
  }

  /// A pack whose reasons have no kinds is held to the old sums alone.
  @Test func withoutKindsNothingIsAsked() throws {
    let plain = SupportGroup.allCases.reduce(GroupLintTests.rules) { text, group in
      text.replacing("group: \(group), ", with: "")
    }
    let files = SamplePack.files(
      items: GroupLintTests.items, pathways: ["w": plain], exercise: "circumstances: yes")
    let (pack, _) = SamplePack.read(files)
    let said = Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil).map(\.message)
    #expect(!said.contains { $0.contains("sums to") || $0.contains("evening's answers") })
  }

  // MARK: - The panel's lives

  private static let lives = 10

  /// Ten lives, of which so many give `a` and so many `f` the most.
  private func told(_ rules: String, reason: Int, objection: Int) throws -> [String] {
    let files = SamplePack.files(
      items: GroupLintTests.items, pathways: ["w": rules], head: GroupLintTests.head,
      exercise: "circumstances: yes")
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    var panel: PackFiles = ["moves.yaml": "moves: [{id: w, title: W, line: L}]\noffices: [clerk]"]
    for number in 0..<GroupLintTests.lives {
      let answers = "{a: \(number < reason ? 4 : 0), f: \(number < objection ? 4 : 0)}"
      panel["lives/l\(number).yaml"] = SamplePanel.life("l\(number)", "any", "clerk", answers)
    }
    let (read, problems) = PanelReader.read(panel, folder: "panel", half: .tune, pack: pack)
    try #require(problems.isEmpty, "\(problems)")
    return PanelLint.findings(read, pack, trees: PackReader.trees(files).0).map(\.message)
  }

  @Test(arguments: [
    (6, 2, []), (7, 2, ["`p1` holds in 70 of 100 lives of the panel: it earns 5 points at most"]),
    (9, 2, ["`p1` holds in 90 of 100 lives of the panel: it tells nobody apart"]),
    (6, 1, ["no objection to it holds in a fifth of the panel's lives"]),
  ])
  func aReasonForNearlyEverybodyIsTold(_ reason: Int, _ objection: Int, _ wanted: [String]) throws {
    #expect(try told(GroupLintTests.rules, reason: reason, objection: objection) == wanted)
  }

  @Test func fivePointsMayHoldForMany() throws {
    let rules = GroupLintTests.rules.replacing(
      "id: p1, group: push, points: 25", with: "id: p1, group: push, points: 5")
    #expect(try told(rules, reason: 8, objection: 2) == [])
  }
}

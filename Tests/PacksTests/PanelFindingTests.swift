import Packs
import TestSupport
import Testing

/// One fault seeded in a small panel, `«` where its finding is expected.
struct PanelFindingTests {
  static let pack = SamplePack.read(SamplePanel.pack()).0

  struct Row: Sendable, CustomTestStringConvertible {
    var message: String
    var file: String
    var was: String
    var seeded: String
    /// What is left out beside.
    var without: String
    var testDescription: String { message }

    init(
      _ message: String, in file: String, _ was: String, _ seeded: String, and without: String = ""
    ) {
      self.message = message
      self.file = file
      self.was = was
      self.seeded = seeded
      self.without = without
    }
  }

  static let life = "lives/l1.yaml"
  static let reading = "readers/r1-tune.yaml"

  static let rows: [Row] = [
    Row(
      "a move needs `line`", in: "moves.yaml", "{id: a, title: A, line: \"To a.\"}",
      "«{id: a, title: A}"),
    Row("there is no move `w`", in: "moves.yaml", "{g: y}", "{g: y, stretch: «w}"),
    Row(
      "the pack's pathway `g` is no move", in: "moves.yaml", "moves:\n", "«moves:\n",
      and: "today: {g: y}\n"),
    Row("`1l` is no id", in: life, "id: l1", "id: «1l"),
    Row("the life `l9` belongs in lives/l9.yaml", in: life, "id: l1", "id: «l9"),
    Row("the life `l1` stands already", in: "lives/l2.yaml", "id: l2", "id: «l1"),
    Row("the life `l1` is in both halves", in: "lives/l3.yaml", "id: l3", "id: «l1"),
    Row("`half` is one of: tune, check", in: life, "half: tune", "half: «both"),
    Row("a life needs `by`", in: life, "id: l1", "«id: l1", and: "by: w1\n"),
    Row("a life has no `bi`: did you mean `by`?", in: life, "by: w1", "by: w1\n«bi: w1"),
    Row("the grid needs `money`", in: life, ", money: tight", ""),
    Row("`half-answered` is yes or no", in: life, "by: w1", "by: w1\nhalf-answered: «some"),
    Row("`tonight`: expected a map, found a list", in: life, "tonight: {}", "tonight: «[]"),
    Row("there is no item `x/qq`", in: life, "qa: 1", "«qq: 1"),
    Row("no answer to `x/qa`", in: life, "qa: 1", "qa: «7"),
    Row("`x`: expected a map", in: life, "x: {qa: 1, qb: 1, qc: 1, qd: 1, qe: 1}", "x: «[1]"),
    Row(
      "the reader `r9` belongs in readers/r9-tune.yaml", in: reading, "reader: r1", "reader: «r9"),
    Row(
      "`school` is one of: career, health, law, hr", in: reading, "school: career", "school: «art"),
    Row("`from` is one of: diary, answers", in: reading, "from: diary", "from: «both"),
    Row("the reading misses the life `l2`", in: reading, "  l2:", "  l8:"),
    Row("there is no life `l8`", in: reading, "  l2:", "  «l8:"),
    Row("the life `l3` belongs to the check half", in: reading, "  l2:", "  «l3:"),
    Row("`w1` wrote the life `l1`", in: reading, "reader: r1", "reader: w1"),
    Row("`a1` answered for the life `l1`", in: reading, "reader: r1", "reader: a1"),
    Row("there is no move `w`", in: reading, "{move: b,", "{move: «w,"),
    Row("a pick needs `line`", in: reading, "{move: b, line: Monday}", "«{move: b}"),
    Row("`best` has 5 moves, each another", in: reading, "best: [{move: a", "best: «[{move: b"),
    Row(
      "`best` has 5 moves, each another", in: reading, "best: [{move: a, line: Monday}, ",
      "best: «["),
    Row("`wrong` has 3 moves, each another", in: reading, "wrong: [{move: f", "wrong: «[{move: y"),
    Row(
      "`a` is both among the best and among the wrong", in: reading, "wrong: [{move: f",
      "wrong: «[{move: a"),
    Row(
      "the advice needs `wrong`", in: reading,
      "wrong: [{move: f, line: Monday}, {move: y, line: Monday}, {move: z, line: Monday}], ", ""),
    Row("the advice needs `question`", in: reading, ", question: x/qf", ""),
    Row("the advice needs `own`", in: reading, "own: [rest], ", ""),
    Row("the pack has no question `x/qq`", in: reading, "question: x/qf", "question: «x/qq"),
    Row("the pack has no question `x/q*`", in: reading, "question: x/qf", "question: «x/q*"),
  ]

  @Test(arguments: rows)
  func row(_ row: Row) throws {
    var files = SamplePanel.files()
    var text = try #require(files[row.file])
    #expect(text.contains(row.was))
    text = text.replacing(row.was, with: row.seeded, maxReplacements: 1)
    if !row.without.isEmpty { text = text.replacing(row.without, with: "") }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.firstIndex { $0.contains("«") }
    files[row.file] = text.replacing("«", with: "")
    let (_, findings) = PanelReader.read(
      files, folder: "panel", half: .tune, pack: PanelFindingTests.pack)
    let found = findings.filter { $0.message.contains(row.message) }
    #expect(!found.isEmpty, "only: \(findings)")
    #expect(found.allSatisfy { $0.file == "panel/" + row.file })
    guard let line else { return }
    let column = lines[line].prefix { $0 != "«" }.count
    #expect(
      found.contains { $0.line == line + 1 && abs($0.column - column - 1) <= 2 },
      "\(found) instead of \(line + 1):\(column + 1)")
  }
}

import Packs
import TestSupport
import Testing
import Workbook

/// YAML with `«` where a finding is expected.
struct FindingTests {
  static let item = "  - {id: a, kind: rating, scale: five, text: Q}"

  struct Row: Sendable, CustomTestStringConvertible {
    var message: String
    var file: String
    var files: PackFiles
    var testDescription: String { message }

    init(_ message: String, in file: String, _ files: PackFiles) {
      self.message = message
      self.file = file
      self.files = files
    }
  }

  static func items(_ items: String) -> PackFiles { SamplePack.files(items: items) }

  static func way(_ rules: String) -> PackFiles {
    SamplePack.files(items: item, pathways: ["w": rules])
  }

  static let rows: [Row] = [
    Row(
      "an item has no `texts`: did you mean `text`?", in: "exercises/x.yaml",
      items("  - {id: a, kind: rating, scale: five, text: Q, «texts: Q}")),
    Row(
      "there is no kind `ratng`: did you mean `rating`?", in: "exercises/x.yaml",
      items("  - {id: a, kind: «ratng, scale: five, text: Q}")),
    Row(
      "the pack has no scale `six`", in: "exercises/x.yaml",
      items("  - {id: a, kind: rating, scale: «six, text: Q}")),
    Row(
      "the item `a` stands already", in: "exercises/x.yaml",
      items("\(item)\n  - «{id: a, kind: day, text: Q}")),
    Row("`1a` is no id", in: "exercises/x.yaml", items("  - {id: «1a, kind: day, text: Q}")),
    Row("an item needs `text`", in: "exercises/x.yaml", items("  - «{id: a, kind: day}")),
    Row(
      "the options: `b` stands twice", in: "exercises/x.yaml",
      items("  - {id: a, kind: choice, text: Q, options: [{id: b, title: B}, «{id: b, title: B}]}")),
    Row(
      "a design is one of", in: "exercises/x.yaml",
      items("  - {id: a, kind: bestworst, text: Q, cards: [], design: «9x9}")),
    Row(
      "no item `b` stands above", in: "exercises/x.yaml",
      items("  - {id: a, kind: bestworst, text: Q, from: «b, design: 7x4}")),
    Row(
      "no fact `x.b` stands above", in: "exercises/x.yaml",
      items("  - {id: a, kind: day, text: Q, when: {«x.b: is yes}}")),
    Row(
      "this rests, in the end, on itself", in: "exercises/x.yaml",
      items(
        "  - «{id: a, kind: rating, scale: five, text: Q, when: {x.b: at least 1}}\n"
          + "  - {id: b, kind: rating, scale: five, text: Q, when: {x.a: at least 1}}")),
    Row(
      "only an exercise with `circumstances: yes`", in: "exercises/x.yaml",
      items("  - {id: a, kind: day, text: Q, changeable: «{cost: 1, do: D}}")),
    Row(
      "stands twice", in: "exercises/x.yaml",
      SamplePack.files(items: item, exercise: "«title: Again")),
    Row("an alias is not taken here", in: "exercises/x.yaml", items("  - «*a")),
    Row("an anchor is not taken here", in: "exercises/x.yaml", items("  - «&a {id: a}")),
    Row("a tag is not taken here", in: "exercises/x.yaml", items("  - «!!map {id: a}")),
    Row(
      "`x.a` is never `lots`", in: "marks.yaml",
      SamplePack.files(
        items: "  - {id: a, kind: choice, text: Q, options: [{id: some, title: S}]}",
        marks: "- {id: m, when: {x.a: «is lots}}")),
    Row(
      "cannot be said of `x.a`, a number", in: "marks.yaml",
      SamplePack.files(items: item, marks: "- {id: m, when: {x.a: «has 3}}")),
    Row(
      "no number `x.z*` stands above", in: "measures.yaml",
      SamplePack.files(items: item, measures: "- {id: s, sum: «[x.z*]}")),
    Row(
      "the fact `x.a` stands already", in: "measures.yaml",
      SamplePack.files(items: item, measures: "- «{id: x.a, sum: [x.a]}")),
    Row(
      "names no kind that is known", in: "measures.yaml",
      SamplePack.files(items: item, measures: "- «{id: s, total: [x.a]}")),
    Row(
      "nothing fills `{x.b}`", in: "pathways/w.yaml",
      way("supports:\n- {id: s, points: 5, when: {x.a: at least 1}, because: «\"So {x.b}.\"}")),
    Row(
      "a rule needs `when` and `because`", in: "pathways/w.yaml",
      way("supports:\n- «{id: s, points: 5, when: {x.a: at least 1}}")),
    Row(
      "`points` is a whole number", in: "pathways/w.yaml",
      way("supports:\n- {id: s, points: «5.5, when: {x.a: at least 1}, because: \"So {x.a}.\"}")),
    Row(
      "at least 3 of 1 cannot be", in: "pathways/w.yaml",
      way(
        "supports:\n- {id: s, points: 5, when: {«at least 3 of: [{x.a: at least 1}]}, because: b}")),
  ]

  @Test(arguments: rows)
  func row(_ row: Row) throws {
    var files = row.files
    let marked = try #require(files[row.file])
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("«") })
    let column = lines[line].prefix { $0 != "«" }.count
    files[row.file] = marked.replacing("«", with: "")
    let (_, findings) = SamplePack.read(files)
    let found = findings.filter { $0.message.contains(row.message) }
    #expect(!found.isEmpty, "only: \(findings)")
    #expect(
      found.contains {
        $0.file == row.file && $0.line == line + 1 && abs($0.column - column - 1) <= 2
      },
      "\(found) instead of \(line + 1):\(column + 1)")
  }

  @Test func aFileNobodyNames() {
    var files = SamplePack.files(items: FindingTests.item)
    files["exercises/y.yaml"] = "id: y"
    let (_, findings) = SamplePack.read(files)
    #expect(findings.map(\.message) == ["nothing names this file"])
    #expect(findings.first?.file == "exercises/y.yaml")
  }

  @Test func aMissingFile() {
    var files = SamplePack.files(items: FindingTests.item)
    files["exercises/x.yaml"] = nil
    let (_, findings) = SamplePack.read(files)
    #expect(findings.first?.file == "pack.yaml")
    #expect(findings.first?.message == "there is no file `exercises/x.yaml`")
  }

  /// 386 bytes that keep other readers busy for a minute.
  @Test func aBombOfAliasesIsRefusedAtOnce() {
    let bomb = (0..<9).map { level in
      let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      return "a\(level): &a\(level) [\(inner)]"
    }.joined(separator: "\n")
    let (tree, findings) = NodeReader.read(bomb, file: "b.yaml")
    #expect(tree == nil && !findings.isEmpty)
  }

  @Test func limits() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(
      NodeReader.read("a: " + deep, file: "d.yaml").1.first?.message.contains("20 deep") == true)
    let long = "a: " + String(repeating: "x", count: 70_000)
    #expect(NodeReader.read(long, file: "l.yaml").1.first?.message.contains("64 KiB") == true)
    let many = "[" + Array(repeating: "a", count: 50_010).joined(separator: ",") + "]"
    #expect(NodeReader.read(many, file: "m.yaml").1.first?.message.contains("50,000") == true)
  }

  @Test func scalarsStayText() {
    let (tree, _) = NodeReader.read("a: no\nb: 1.10\nc: 12:30", file: "s.yaml")
    #expect(tree?["a"]?.scalar == "no" && tree?["b"]?.scalar == "1.10")
    #expect(tree?["c"]?.scalar == "12:30")
  }
}

struct OverlayTests {
  static let german = """
    exercises:
      x: {title: Übung, items: {a: {text: Frage}}}
    pack: {stages: {s: {title: Raum, question: "Was?"}}}
    """

  private func files(_ overlay: String) -> PackFiles {
    var files = SamplePack.files(
      items: FindingTests.item, head: "languages: [de]")
    files["languages/de.yaml"] = overlay
    return files
  }

  @Test func textsOfALanguageReplaceTheOwn() {
    let (pack, findings) = SamplePack.read(files(OverlayTests.german), language: "de")
    #expect(findings.isEmpty, "\(findings)")
    #expect(pack.exercises[0].title == "Übung" && pack.items[0].text == "Frage")
    #expect(pack.stages[0].title == "Raum")
    let (own, _) = SamplePack.read(files(OverlayTests.german), language: "en")
    #expect(own.exercises[0].title == "Exercise")
  }

  @Test func whatHasNoPlaceIsAFinding() {
    let (_, findings) = SamplePack.read(
      files("exercises: {x: {items: {b: {text: Frage}}}}"), language: "de")
    #expect(findings.map(\.message) == ["the pack has no `b` here"])
    #expect(findings.first?.file == "languages/de.yaml")
  }
}

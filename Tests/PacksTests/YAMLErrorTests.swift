import Packs
import Testing

/// What is no YAML, or more than is taken of it, is told where it stands: `«` marks the place.
struct YAMLErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var message: String
    var text: String
    var testDescription: String { message }

    init(_ message: String, _ text: String) {
      self.message = message
      self.text = text
    }
  }

  static let rows: [Row] = [
    Row("mapping values are not allowed", "a: b\nc: d«: e\n"),
    Row("quoted scalar, found unexpected end of stream", "a: b\nc: «\"d\ne: f\n"),
    Row("did not find expected ',' or '}'", "a: {b: c\nd«: e}\n"),
    Row("flow mapping that begins in line 1", "a: {b: c\nd«: e}\n"),
    Row("could not find expected ':'", "a: b\n«cd\ne: f\n"),
    Row("cannot start any token", "a:\n«\tb: c\n"),
    Row("cannot start any token", "a: b\nc: «@d\n"),
    Row("control characters are not allowed", "a: b\nc: «\u{7}d\n"),
    Row("the key `b` stands twice", "a: {b: 1, c: {b: 2}, «b: 3}\n"),
    Row("the key `b` stands twice", "- b: 1\n  c:\n  - b: 2\n  «b: 3\n"),
    Row("the key `b` stands twice", "\"b\": 1\n«'b': 2\n"),
    Row("the key `b*` stands twice", "b*: 1\nc: 2\n«b*: 3\n"),
    Row("the key `d` stands twice", "a: {b: 1, b: 2}\nc: {d: 1, «d: 2}\n"),
    Row("an anchor is not taken here", "a: b\nc: «&d e\n"),
    Row("an anchor is not taken here", "a: b\n«&c d: e\n"),
    Row("an alias is not taken here", "a: b\nc: [d, «*e]\n"),
    Row("an alias is not taken here", "a: b\n«*c : d\n"),
    Row("a tag is not taken here", "a: b\nc: «!!int 3\n"),
    Row("a tag is not taken here", "a: b\nc: «!d [e]\n"),
    Row("a tag is not taken here", "a: b\n«!!int 3: c\n"),
    Row("a second document is not taken here", "a: b\n«---\nc: d\n"),
    Row("nothing stands here", "a: b\nc: {d: «~}\n"),
    Row("nothing stands here", "a:« \nc: d\n"),
    Row("a key is a word", "a: b\n? «[c]\n: d\n"),
  ]

  @Test(arguments: rows, ["\n", "\r\n"])
  func row(_ row: Row, _ end: String) throws {
    for mark in ["", "\u{FEFF}"] {
      let marked = row.text.replacing("\n", with: end)
      let before = try #require(marked.firstIndex(of: "«").map { marked[..<$0] })
      let line = before.count(where: \.isNewline) + 1
      let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) }
      let column = before[(start ?? before.startIndex)...].count + 1
      let (tree, findings) = NodeReader.read(
        mark + marked.replacing("«", with: ""), file: "f.yaml")
      #expect(tree == nil)
      let found = findings.filter { $0.message.contains(row.message) }
      #expect(
        found.contains { $0.line == line && $0.column == column },
        "\(findings) instead of \(line):\(column)")
    }
  }

  /// Signs that are text are left alone.
  @Test func whatLooksLikeAReference() {
    let (tree, findings) = NodeReader.read(
      """
      a: |
        - *one and &two
        !three
      b: "*one &two !three"
      c: one *two* & three!
      d: [interests.r*]
      """, file: "f.yaml")
    #expect(findings.isEmpty, "\(findings)")
    #expect(tree?["a"]?.scalar == "- *one and &two\n!three\n")
    #expect(tree?["b"]?.scalar == "*one &two !three")
    #expect(tree?["c"]?.scalar == "one *two* & three!")
    #expect(tree?["d"]?.sequence?.first?.scalar == "interests.r*")
  }

  /// Files of a few hundred bytes that keep other readers busy for hours: as values, and as keys, which the parser compares.
  /// Where one is not refused, nobody waits for hours to be told.
  @Test(.timeLimit(.minutes(5)), arguments: ["value", "key"])
  func aBombIsRefusedAtItsFirstAnchor(_ place: String) {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(inner)]\n"
    }
    if place == "key" { bomb += "? *a11\n: x\n" }
    let (tree, findings) = NodeReader.read(bomb, file: "b.yaml")
    #expect(tree == nil && findings.first?.message.contains("an anchor") == true)
    #expect(findings.first.map { $0.line == 1 && $0.column == 5 } == true, "\(findings)")
  }
}

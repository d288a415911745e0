import Testing
import Typesetting

struct TypesettingTests {
  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("한국", 4), ("", 0), ("ü", 1), ("☃", 1),
  ])
  func width(_ text: String, _ wanted: Int) { #expect(text.displayWidth == wanted) }

  @Test func cutsWithASign() {
    #expect("日本語".cut(to: 5) == "日本…")
    #expect("short".cut(to: 5) == "short")
    #expect("abc".padded(to: 5) == "abc  ")
  }

  @Test func wraps() {
    #expect(wrapped("one two three", columns: 7) == ["one two", "three"])
    #expect(wrapped("abcdefgh", columns: 3) == ["abc", "def", "gh"])
    #expect(wrapped("a\n\nb", columns: 9) == ["a", "", "b"])
    #expect(wrapped("日本語", columns: 4) == ["日本", "語"])
    #expect(wrapped("", columns: 4) == [""])
  }

  @Test func noRowIsWiderThanAsked() {
    let text = "Die 日本 ward is e\u{301}ach closed überlangeswortohneende in June"
    for columns in 2...40 {
      for row in wrapped(text, columns: columns) { #expect(row.displayWidth <= columns) }
    }
  }

  /// Whatever Unicode calls ignorable, or a sign that shapes what stands beside it, reaches nobody. Signs over numbers have a look of
  /// their own.
  @Test func nothingThatHidesPasses() {
    let ahead: Set<UInt32> = [
      0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    ]
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !ahead.contains(value) else { continue }
      let properties = scalar.properties
      let hides =
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
        || properties.isBidiControl
      guard hides else { continue }
      let text = "a" + String(Character(scalar)) + "b"
      #expect(!visible(text).unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      #expect(visibleJSON("\"\(text)\"").unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test func hostileTextIsMadeVisible() {
    let hostile = "\u{1B}[2Ja\u{202E}b\u{200B}c\u{2028}\r\u{8}\u{E0041}"
    let shown = visible(hostile)
    #expect(shown.unicodeScalars.allSatisfy { $0.value >= 32 && !(0x7F..<0xA0).contains($0.value) })
    #expect(!shown.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(shown.contains("a") && shown.contains("b") && shown.contains("c"))
    let marks = "o" + String(repeating: "\u{301}", count: 40)
    #expect(visible(marks).unicodeScalars.count == 9)
    #expect(visible("a\nb", keepingLines: true) == "a\nb")
    #expect(!visible("a\nb").contains("\n"))
  }
}

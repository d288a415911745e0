import Testing
import Typesetting

/// What the door lets through, once through it, stays as it is.
struct VisibleJSONTests {
  @Test func whatPassedPassesAgain() {
    for value in (0...0x10FFFF as ClosedRange<UInt32>).lazy.filter({
      $0 < 0x3_0000 || $0 >= 0xE_0000
    }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      let once = visible(text, keepingLines: true)
      let json = visibleJSON("\"\(text)\"")
      if visible(once, keepingLines: true) != once || visible(json, keepingLines: true) != json {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
    let marks = "e" + String(repeating: "\u{301}", count: 20)
    #expect(visible(visibleJSON(marks)) == visibleJSON(marks))
    #expect(visibleJSON("\"\u{E0041}\u{FE0F}\"") == #""\udb40\udc41\ufe0f""#)
  }
}

import JSON
import Testing

struct JSONTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "[1,-2,3.5]", "{\"a\":{\"b\":[null,\"x\"]}}", "\"\\u0001\\n\\\"\"",
    "\"Zoë 日本 👩‍🔧\"",
  ])
  func readsBack(_ text: String) throws {
    let plain = try JSONValue.json(text)
    #expect(try JSONValue.json(plain.json) == plain)
  }

  @Test(arguments: [
    ("{\"a\":1,\"a\":2}", "stands twice"), ("[1,]", "value is expected"), ("01", "not a number"),
    ("\"\\ud800\"", "surrogate"), ("nul", "value is expected"), ("1 2", "after the end"),
    ("\"a", "no end"), ("", "ends where"), ("[1e999]", "too large"), ("{a:1}", "quotes"),
    ("\"\u{1}\"", "control"),
  ])
  func refuses(_ text: String, _ reason: String) {
    #expect(throws: JSONProblem.self) { try JSONValue.json(text) }
    do { _ = try JSONValue.json(text) } catch { #expect(error.reason.contains(reason)) }
  }

  @Test func saysWhere() {
    do {
      _ = try JSONValue.json("{\n  \"a\": 1,\n  \"a\": 2}")
      Issue.record("it was taken")
    } catch {
      #expect(error.line == 3 && error.column == 3)
    }
  }

  @Test func depthHasALimit() {
    #expect(throws: JSONProblem.self) {
      try JSONValue.json(
        String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000))
    }
  }

  /// A terminal gets no control, no bidi sign and no invisible one out of JSON.
  @Test func whatLeavesIsHarmless() {
    let json = JSONValue.text("\u{1B}[2J\u{202E}\u{200B}\u{7F}\u{9B}").json
    #expect(json.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value < 127 })
  }

  @Test func wholeNumbersStayWhole() throws {
    #expect(try JSONValue.json("4.0") == .whole(4))
    #expect(JSONValue.number(2).json == "2")
    #expect(JSONValue.number(0.83).json == "0.83")
  }
}

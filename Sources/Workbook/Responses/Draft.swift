/// What is half written: no answer yet, and never read by a rule.
package struct Draft: Hashable, Sendable {
  package var text: String
  /// Characters before the cursor, where it stands in the text.
  package var cursor: Int?

  package init(_ text: String, cursor: Int? = nil) {
    self.text = text
    self.cursor = cursor
  }

  /// Whether there is nothing to keep. A text with a cursor was emptied by hand: what is held does not take its place.
  package var isEmpty: Bool { text.isEmpty && cursor == nil }
}

extension Draft: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

/// A place where a text doesn't sound like the workbook.
package struct VoiceFinding: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A word that the voice has another one for.
    case word
    /// A sentence that begins with “Whoever”.
    case whoever
    /// A text whose first word points at nothing.
    case pointer
    /// A label, a colon and an answer in place of a sentence.
    case label
    /// A sentence of too many words.
    case long
    /// A text for readers of more than eight years at school.
    case grade
    /// Words around an answer that stand more than twice.
    case frame
    /// A word that the dictionary doesn't know; only a test looks for those.
    case spelling
  }

  package var kind: Kind
  package var text: ReaderText
  package var message: String

  package init(_ kind: Kind, _ text: ReaderText, _ message: String) {
    self.kind = kind
    self.text = text
    self.message = message
  }

  /// For authors, with the text's beginning.
  package var finding: Finding {
    let mark = text.mark
    return Finding(
      file: mark.file, line: mark.line, column: mark.column,
      message: "\(message): \(text.text.prefix(60))")
  }

  /// How the backlog names it.
  package var row: String { "\(kind.rawValue) \(text.place) \(text.hash)" }
}

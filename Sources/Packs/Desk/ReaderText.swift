/// One text that a person can read, with where it stands.
package struct ReaderText: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case exercise
    case item
    case option
    case hint
    case example
    case said
    case closing
    case method
    case pathway
    case because
    case step
    case reading
    case moment
    case talk
    case agenda
    case page
    case interface
    case lines = "line-mode"
    case help
  }

  package var kind: Kind
  /// Its file and the keys that lead to it: it stays the same while lines move.
  package var place: String
  package var text: String
  package var mark: SourceNode.Location
  /// Listed words that the author kept, with a reason beside the text.
  package var kept: Set<String>

  package init(
    kind: Kind, place: String, text: String, mark: SourceNode.Location, kept: Set<String> = []
  ) {
    self.kind = kind
    self.place = place
    self.text = text
    self.mark = mark
    self.kept = kept
  }

  /// Eight hexadecimal digits that another text hardly has (FNV-1a, 32 bits).
  package var hash: String {
    let value = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

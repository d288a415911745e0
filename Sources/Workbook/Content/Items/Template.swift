import Rules

/// A sentence of the pack with places that facts or answers fill: `You set craft at: {values.craft}.`
package struct Template: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case literal(String)
    case placeholder(String)
  }

  /// Where a number asks for two forms, the fact that chooses; else only `other` is used.
  package var by: String?
  package var one: [Piece]
  package var other: [Piece]

  package init(_ text: String) {
    by = nil
    other = Template.pieces(text)
    one = other
  }

  package init(by: String, one: String, other: String) {
    self.by = by
    self.one = Template.pieces(one)
    self.other = Template.pieces(other)
  }

  /// The names in braces, each once, in order; with the one that chooses the form.
  package var placeholders: [String] {
    var names: [String] = []
    for piece in one + other {
      if case .placeholder(let name) = piece, !names.contains(name) { names.append(name) }
    }
    if let by, !names.contains(by) { names.append(by) }
    return names
  }

  /// The text less its placeholders: what is left must still belong to one place and not to the next.
  package var frame: String {
    other.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder: "…"
      }
    }.joined()
  }

  package func filled(_ form: Bool = false, _ word: (String) -> String) -> String {
    (form ? one : other).map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let name): word(name)
      }
    }.joined()
  }

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    return pieces
  }
}

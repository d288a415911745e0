import Rules

/// A sentence of the pack with places that facts or answers fill: `You set craft at: {values.craft}.`
package struct Template: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case literal(String)
    case placeholder(String)
    /// The sentence that fits what is known of a fact; written `{said FACT}`.
    case said(String)
  }

  /// Where a number asks for two forms, the fact that chooses; else only `other` is used.
  package var by: String?
  package var one: [Piece]
  package var other: [Piece]
  /// Of sets that it quotes, the words that its rule asks for.
  package var naming: [String: [String]] = [:]

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
      switch piece {
      case .literal: break
      case .placeholder(let name), .said(let name):
        if !names.contains(name) { names.append(name) }
      }
    }
    if let by, !names.contains(by) { names.append(by) }
    return names
  }

  /// The facts whose sentences it quotes.
  package var said: Set<String> {
    Set((one + other).compactMap { if case .said(let name) = $0 { name } else { nil } })
  }

  /// What stands in its braces, as it is written.
  package var written: Set<String> {
    let quoted = said
    return Set(placeholders.filter { !quoted.contains($0) || isFilled($0) })
      .union(quoted.map { Template.saidMark + $0 })
  }

  private func isFilled(_ name: String) -> Bool {
    by == name || (one + other).contains(.placeholder(name))
  }

  /// Whether each quoted sentence stands by itself, so that nothing is left half where nothing is known.
  package var quotesWhole: Bool { [one, other].allSatisfy { Template.quotesWhole($0) } }

  private static func quotesWhole(_ pieces: [Piece]) -> Bool {
    pieces.indices.allSatisfy { place in
      guard case .said = pieces[place] else { return true }
      return (place == 0 || endsSentence(pieces, place - 1))
        && (place + 1 == pieces.count || beginsWithBlank(pieces[place + 1]))
    }
  }

  private static func endsSentence(_ pieces: [Piece], _ place: Int) -> Bool {
    guard case .literal(let text) = pieces[place] else { return false }
    let words = text.dropLast(while: { $0.isWhitespace })
    if words.count == text.count { return false }
    guard let last = words.last else {
      if place == 0 { return true }
      if case .said = pieces[place - 1] { return true }
      return false
    }
    return ".?!”".contains(last)
  }

  private static func beginsWithBlank(_ piece: Piece) -> Bool {
    guard case .literal(let text) = piece else { return false }
    return text.first?.isWhitespace ?? false
  }

  /// The text less its placeholders: what is left must still belong to one place and not to the next.
  package var frame: String {
    other.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder, .said: "…"
      }
    }.joined()
  }

  /// - Parameter said: the sentence that fits what is known of a fact; an empty one leaves no blank behind.
  package func filled(
    _ form: Bool = false, said: (String) -> String = { _ in "" }, _ word: (String) -> String
  ) -> String {
    var text = ""
    var isLeftOut = false
    for piece in form ? one : other {
      switch piece {
      case .literal(let words):
        text += isLeftOut ? String(words.drop { $0.isWhitespace }) : words
        isLeftOut = isLeftOut && words.allSatisfy(\.isWhitespace)
      case .placeholder(let name):
        text += word(name)
        isLeftOut = false
      case .said(let name):
        let sentence = said(name)
        text += sentence
        isLeftOut = sentence.isEmpty
      }
    }
    return isLeftOut ? String(text.dropLast(while: { $0.isWhitespace })) : text
  }

  private static let saidMark = "said "

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      let name = rest[rest.index(after: open)..<close]
      pieces.append(
        name.hasPrefix(saidMark)
          ? .said(String(name.dropFirst(saidMark.count))) : .placeholder(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    return pieces
  }
}

extension StringProtocol {
  /// Without the characters at its end that a test names.
  fileprivate func dropLast(while isLeftOut: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isLeftOut(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

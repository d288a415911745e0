/// Old findings about words, a line each: kind, place of the text, hash of the text. The list only gets shorter; a text that changes
/// leaves it.
package struct Backlog: Sendable {
  package static let head = """
    # Old findings about words: kind, place of the text, hash of the text. The list only gets shorter: a text that changes leaves it,
    # and a new text has no finding. `waymark content lint --backlog` prints it without what was mended.
    """

  package let rows: [String]
  private let known: Set<String>

  /// - Parameter text: lines that begin with `#` are for readers.
  package init(_ text: String) {
    rows = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    known = Set(rows)
  }

  /// Findings that aren't on the list, which is to say in new text.
  package func new(of found: [VoiceFinding]) -> [VoiceFinding] {
    found.filter { !known.contains($0.row) }
  }

  /// Lines whose text was mended or is gone.
  package func untrue(by found: [VoiceFinding]) -> [String] {
    let standing = Set(found.map(\.row))
    return rows.filter { !standing.contains($0) }
  }

  /// The list without what was mended. What the dictionary said of a text stands as long as the text does.
  ///
  /// - Parameter texts: every text that there is.
  package func shrunk(by found: [VoiceFinding], _ texts: [ReaderText]) -> [String] {
    let spelled = texts.map { VoiceFinding(.spelling, $0, "").row }
    let standing = Set(found.map(\.row)).union(spelled)
    return rows.filter { standing.contains($0) }
  }
}

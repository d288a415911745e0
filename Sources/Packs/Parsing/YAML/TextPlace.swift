import Yams

/// A line and a column, both from 1; columns count Unicode scalars, as the parser does.
struct TextPlace: Hashable {
  var line: Int
  var column: Int

  init(_ line: Int, _ column: Int) {
    self.line = line
    self.column = column
  }

  init(_ mark: Yams.Mark?) { self.init(mark?.line ?? 1, mark?.column ?? 1) }

  /// - Parameter offset: in characters, of which a line's end is one, however it is written.
  init(offset: Int, in text: String) {
    let before = text.prefix(offset)
    let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) }
    self.init(
      before.count(where: \.isNewline) + 1,
      before[(start ?? before.startIndex)...].unicodeScalars.count + 1)
  }
}

package import TextUI
package import Workbook

/// A page that asks for a passphrase, or shows words to write down. It never holds what is typed: only how much of it.
package struct SecretPage: Hashable, Sendable {
  package var title: String
  package var paragraphs: [String]
  /// Words to write down, in rows.
  package var words: [String] = []
  /// Whether something is typed here.
  package var isAsking: Bool
  /// What became of the last try.
  package var notice = ""
  /// The keys that work.
  package var keys: String

  package init(
    _ title: String, _ paragraphs: [String], words: [String] = [], isAsking: Bool, keys: String
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.words = words
    self.isAsking = isAsking
    self.keys = keys
  }

  /// - Parameter typed: characters typed so far; each is a dot, up to the width of the page.
  package func view(_ size: Size, typed: Int, isASCII: Bool) -> Canvas {
    let canvas = Canvas(size)
    let columns = max(10, Sheet.columns(size))
    let left = max(1, min(4, size.columns - columns))
    let isRoomy = size.rows > 16
    let top = isRoomy ? 2 : 0
    let body = Area(row: top, column: left, rows: max(1, size.rows - top - 1), columns: columns)
    var sheet = Sheet(canvas, body, more: "")
    sheet.paragraph(title, .title, gap: isRoomy)
    for text in paragraphs { sheet.paragraph(text, gap: isRoomy) }
    for row in words {
      sheet.canvas.put(row, row: sheet.area.row, column: left, role: .key)
      sheet.skip(1)
    }
    if !words.isEmpty { sheet.skip(1) }
    if !notice.isEmpty { sheet.paragraph(notice, .warning, gap: isRoomy) }
    if isAsking {
      let dots = String(repeating: isASCII ? "*" : "•", count: min(typed, columns - 4))
      sheet.canvas.put("> ", row: sheet.area.row, column: left, role: .key)
      sheet.canvas.put(dots, row: sheet.area.row, column: left + 2)
      sheet.canvas.cursor = Point(row: sheet.area.row, column: left + 2 + dots.count)
      sheet.canvas.cursorIsVisible = true
      sheet.skip(2)
    }
    sheet.paragraph(keys, .hint)
    return sheet.canvas
  }
}

extension PhraseBook {
  /// What stands on a locked profile: its name, as everybody may read it, and a place to type.
  package func lockPage(name: String, wasWrong: Bool) -> SecretPage {
    var page = SecretPage(
      self(.lockTitle), [self(.lockAsk, ["name": name])], isAsking: true,
      keys: self(.lockKeys))
    if wasWrong { page.notice = self(.lockWrong) }
    return page
  }
}

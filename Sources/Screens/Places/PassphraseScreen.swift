package import TextUI
import Typesetting
package import Workbook

/// A page that asks for a passphrase, or shows words to write down. It never holds what is typed: only how much of it.
package struct PassphraseScreen: Hashable, Sendable {
  package var title: String
  package var paragraphs: [String]
  /// Words to write down, in their order.
  package var words: [String] = []
  /// Whether something is typed here.
  package var isAsking: Bool
  /// What became of the last try.
  package var notice = ""
  /// The keys that work.
  package var keys: String
  /// The same where there is no screen.
  package var lineKeys = ""

  package init(
    _ title: String, _ paragraphs: [String], words: [String] = [], isAsking: Bool, keys: String
  ) {
    self.title = title
    self.paragraphs = paragraphs
    self.words = words
    self.isAsking = isAsking
    self.keys = keys
  }

  /// Whether all words fit into a window: in a smaller one nothing goes on.
  package func fits(_ size: Size) -> Bool {
    words.isEmpty || (rows(size).count + 2 <= size.rows && size.columns >= 20)
  }

  /// Words side by side, as many as the window is wide.
  private func rows(_ size: Size) -> [String] {
    let width = (words.map(\.displayWidth).max() ?? 0) + 2
    // A few stand in one row; twelve by fours, so that they can be read off.
    let most = words.count < 7 ? words.count : 4
    let across = max(1, min(most, BodyArea.columns(size) / max(1, width)))
    return stride(from: 0, to: words.count, by: across).map { start in
      words[start..<min(start + across, words.count)].map { word in
        word + String(repeating: " ", count: width - word.displayWidth)
      }.joined()
    }
  }

  /// - Parameter typed: characters typed so far; each is a dot, up to the width of the page.
  package func view(_ size: Size, typed: Int, isASCII: Bool) -> Canvas {
    let canvas = Canvas(size)
    let columns = max(10, BodyArea.columns(size))
    let left = max(1, min(4, size.columns - columns))
    let isRoomy = size.rows > 16
    let top = isRoomy ? 2 : 0
    let body = Area(row: top, column: left, rows: max(1, size.rows - top - 1), columns: columns)
    var sheet = BodyArea(canvas, body, more: "")
    let rows = rows(size)
    sheet.paragraph(title, .title, gap: isRoomy)
    for text in kept(columns, size.rows - top - rows.count) { sheet.paragraph(text, gap: isRoomy) }
    for row in rows {
      sheet.canvas.put(row, row: sheet.area.row, column: left, role: .key)
      sheet.skip(1)
    }
    if !words.isEmpty && isRoomy { sheet.skip(1) }
    if !notice.isEmpty { sheet.paragraph(notice, .warning, gap: isRoomy) }
    if isAsking {
      let dots = String(repeating: isASCII ? "*" : "•", count: min(typed, columns - 4))
      sheet.canvas.put("> ", row: sheet.area.row, column: left, role: .key)
      sheet.canvas.put(dots, row: sheet.area.row, column: left + 2)
      sheet.canvas.cursor = Point(row: sheet.area.row, column: left + 2 + dots.count)
      sheet.canvas.cursorIsVisible = true
      sheet.skip(isRoomy ? 2 : 1)
    }
    sheet.paragraph(keys, .hint)
    return sheet.canvas
  }

  /// The last paragraphs say what to do: in a low window the first ones go.
  private func kept(_ columns: Int, _ rows: Int) -> ArraySlice<String> {
    func height(_ texts: some Sequence<String>) -> Int {
      texts.reduce(0) { $0 + wrapped($1, columns: columns).count + (rows > 14 ? 1 : 0) }
    }
    let rest = 3 + height([notice, keys].filter { !$0.isEmpty })
    var shown = paragraphs[...]
    let least = words.isEmpty ? 1 : 0
    while shown.count > least, height(shown) + rest > rows { shown = shown.dropFirst() }
    return shown
  }
}

extension PhraseBook {
  /// What stands on a locked profile: its name, as everybody may read it, and a place to type.
  ///
  /// - Parameter isIdle: whether it was locked since nobody typed.
  package func lockPage(name: String, wasWrong: Bool, isIdle: Bool = false) -> PassphraseScreen {
    var page = PassphraseScreen(
      self(.lockTitle),
      [
        isIdle ? self(.lockedIdle) : "", wasWrong ? self(.lockLost) : "",
        self(.lockAsk, ["name": name]),
      ]
      .filter { !$0.isEmpty }, isAsking: true, keys: self(.lockKeys))
    page.lineKeys = self(.secretLines)
    if wasWrong { page.notice = self(.lockWrong) }
    return page
  }
}

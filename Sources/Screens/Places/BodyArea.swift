import TextUI
import Typesetting

/// The part of the screen between header and footer, filled from the top.
struct BodyArea {
  var canvas: Canvas
  private(set) var area: Area
  /// Text is at most so wide, however wide the screen is.
  static let textColumns = 72
  /// What says that rows are left below, and where it stands.
  private let more: String
  private let moreRow: Int

  init(_ canvas: Canvas, _ area: Area, more: String) {
    self.canvas = canvas
    self.area = area
    self.more = more
    moreRow = area.row + area.rows
  }

  /// Whether there is so little room that only the work itself is shown.
  var isLow: Bool { moreRow < 14 }

  mutating func markMore() {
    canvas.put(more, row: moreRow, column: area.column, role: .hint)
  }

  var textWidth: Int { min(BodyArea.textColumns, area.columns) }

  mutating func paragraph(_ text: String, _ role: Role = .text, gap: Bool = true) {
    if text.isEmpty || area.rows == 0 { return }
    let wide = Area(
      row: area.row, column: area.column, rows: area.rows, columns: textWidth)
    skip(canvas.write(text, in: wide, role: role) + (gap ? 1 : 0))
  }

  /// Leaves out what lies below so many rows.
  mutating func limit(rows: Int) {
    area = Area(
      row: area.row, column: area.column, rows: max(0, min(rows, area.rows)),
      columns: area.columns)
  }

  mutating func skip(_ rows: Int) {
    area = Area(
      row: area.row + rows, column: area.column, rows: area.rows - rows, columns: area.columns)
  }

  /// A line to type in, with the cursor in it.
  mutating func line(_ typed: TextArea) {
    canvas.line(typed, after: "> ", in: area)
    skip(2)
  }

  /// Draws a list in what is left, and puts the cursor on its focus.
  mutating func list(_ box: ListBox) {
    let wide = Area(
      row: area.row, column: area.column, rows: area.rows, columns: textWidth)
    let drawn = box.draw(on: &canvas, in: wide)
    canvas.cursor = drawn.cursor
    canvas.cursorIsVisible = true
    if drawn.isCut { markMore() }
  }
}

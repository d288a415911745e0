import JSON
import TextUI
import Typesetting
import Workbook

/// Rows rated along one scale: a number or the arrows set a row, and it is kept at once.
struct RatingsEditor: Hashable, Sendable {
  let items: [Int]
  let scale: [String]
  /// Place of the row with the focus.
  var focus: Int
  private var ratings: [Int?]

  init(items: [Int], scale: [String], _ session: OpenWorkbook) {
    self.items = items
    self.scale = scale
    ratings = items.map { session.held($0)?.whole }
    focus = items.firstIndex { !session.reading.isDone($0) } ?? 0
  }

  mutating func perform(_ command: Command) -> EditorOutcome {
    switch command {
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(items.count - 1, focus + 1)
    case .pageUp: focus = max(0, focus - 8)
    case .pageDown: focus = min(items.count - 1, focus + 8)
    case .first: focus = 0
    case .last: focus = items.count - 1
    case .left, .lower: return rate((ratings[focus] ?? scale.count) - 1, thenDown: false)
    case .right, .raise: return rate((ratings[focus] ?? -1) + 1, thenDown: false)
    case .pick(let number): return rate(number - 1, thenDown: true)
    case .take:
      if focus == items.count - 1 { return .goOn }
      focus += 1
    case .finish: return .goOn
    case .nextField, .previousField, .toggle, .ratherNot, .add, .remove, .back, .quit, .help,
      .people, .why, .undo, .redo, .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue,
      .whatIf,
      .tryOut, .compare, .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
    return .stay
  }

  private mutating func rate(_ step: Int, thenDown: Bool) -> EditorOutcome {
    guard scale.indices.contains(step) else { return .stay }
    let row = focus
    ratings[row] = step
    let answer = EditorOutcome.ItemAnswer(item: items[row], value: .whole(step))
    let wasLast = row == items.count - 1
    if thenDown && !wasLast { focus += 1 }
    let allRated = ratings.allSatisfy { $0 != nil }
    return .answer([answer], goOn: thenDown && wasLast && allRated)
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    let legend = scale.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    sheet.paragraph(
      sheet.isLow ? legend.cut(to: sheet.textWidth) : legend, .hint, gap: !sheet.isLow)
    let cells = scale.count * 3
    let room = max(12, sheet.textWidth - cells - 1)
    let blocks = items.map { wrapped(session.pack.items[$0].text, columns: room) }
    var start = 0
    while blocks[start...focus].reduce(0, { $0 + $1.count }) > sheet.area.rows && start < focus {
      start += 1
    }
    for row in start..<items.count {
      let lines = blocks[row]
      if lines.count > sheet.area.rows { return sheet.markMore() }
      draw(row, lines, room, session, on: &sheet)
      sheet.skip(lines.count)
    }
  }

  private func draw(
    _ row: Int, _ lines: [String], _ room: Int, _ session: OpenWorkbook, on sheet: inout BodyArea
  ) {
    let area = sheet.area
    let ratherNot = session.held(items[row]) == .null
    for (place, line) in lines.enumerated() {
      sheet.canvas.steps[area.row + place] = row - focus
      sheet.canvas.put(
        line.padded(to: room), row: area.row + place, column: area.column,
        role: row == focus ? .focus : .text)
    }
    for step in scale.indices {
      let isChosen = ratings[row] == step
      sheet.canvas.put(
        isChosen ? "[\(step + 1)]" : " \(ratherNot ? "-" : "\(step + 1)") ", row: area.row,
        column: area.column + room + 1 + 3 * step, role: isChosen ? .chosen : .hint)
    }
    if row == focus {
      let column = area.column + room + 2 + 3 * (ratings[row] ?? 0)
      sheet.canvas.cursor = Point(row: area.row, column: column)
      sheet.canvas.cursorIsVisible = true
    }
  }
}

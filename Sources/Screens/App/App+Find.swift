import TextUI
import Workbook

/// Looking for words in what is on the screen, and clicks.
extension App {
  mutating func find() -> [Effect] {
    // A text is looked through, to read or to write; anywhere else it is everything written.
    let isDocument = if case .document = top { true } else { false }
    if isDocument || top.context == .text {
      seeking = TextArea(sought, limit: 80, isOneLine: true)
    } else {
      stack.append(.finder(FinderScreen(.words, self)))
    }
    return []
  }

  /// A key while the line for the words is open.
  mutating func seek(_ key: Key) -> [Effect] {
    guard var line = seeking else { return [] }
    switch key {
    case .privacy, .control("c"):
      seeking = nil
      return handle(key)
    case .escape: seeking = nil
    case .enter:
      (sought, seeking) = (line.text.trimmed, nil)
      if !sought.isEmpty { turnToFound(by: 1) }
    default:
      _ = line.handle(key)
      seeking = line
    }
    return []
  }

  /// Turns to the next row, or the one before, in which the words stand.
  mutating func turnToFound(by step: Int) {
    if sought.isEmpty {
      notice = session.phrases(.findFirst)
      return
    }
    var isFound = false
    switch top {
    case .document(var screen):
      let rows = rows(of: screen).map { $0.text.lowercased() }
      let wanted = sought.lowercased()
      let places = rows.indices.filter { rows[$0].contains(wanted) }
      let next =
        step > 0
        ? places.first { $0 > (screen.found ?? screen.scroll - 1) } ?? places.first
        : places.last { $0 < (screen.found ?? screen.scroll) } ?? places.last
      if let next {
        screen.found = next
        screen.scroll = min(max(0, next - 2), max(0, rows.count - bodyRows))
        top = .document(screen)
        isFound = true
      }
    case .exercise(var screen):
      if case .text(var editor) = screen.editor {
        isFound = editor.area.findNext(sought)
        screen.editor = .text(editor)
        top = .exercise(screen)
      }
    default: return
    }
    if !isFound { notice = session.phrases(.findNowhere, ["words": sought]) }
  }

  /// The line for the words, over the footer.
  func drawSeeking(_ canvas: inout Canvas) {
    guard let seeking else { return }
    let row = size.rows - 2
    canvas.put(String(repeating: " ", count: size.columns), row: row, column: 0)
    let area = Area(row: row, column: 2, rows: 1, columns: size.columns - 4)
    canvas.line(seeking, after: session.phrases(.findLabel) + " ", in: area)
  }

  /// A click on a row leads there; on the row with the focus it does what Enter does, or what Space does where several are chosen.
  mutating func click(_ point: Point) -> [Effect] {
    guard let steps = view().steps[point.row] else { return [] }
    if steps == 0 {
      return perform([.choices, .share].contains(top.context) ? .toggle : .take, top.context)
    }
    var effects: [Effect] = []
    for _ in 0..<abs(steps) { effects += perform(steps < 0 ? .up : .down, top.context) }
    return effects
  }
}

import Typesetting

/// One place of the screen. The right half of a wide character holds an empty text.
package struct Cell: Hashable, Sendable {
  package var text: Character?
  package var role: Role

  package static let blank = Cell(text: " ", role: .text)
}

/// A picture of the screen, drawn in memory.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  private var cells: [Cell]
  /// Where the hardware cursor stands, and whether it is seen.
  package var cursor = Point(row: 0, column: 0)
  package var cursorIsVisible = false

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.rows * size.columns))
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Puts one row of text, cut at the edge; what could harm a terminal is made visible.
  package mutating func put(
    _ text: String, row: Int, column: Int, role: Role = .text, within columns: Int? = nil
  ) {
    guard (0..<size.rows).contains(row), column >= 0 else { return }
    let end = min(size.columns, column + (columns ?? size.columns))
    var place = column
    for character in visible(text) {
      let width = max(1, character.displayWidth)
      if place + width > end { break }
      cells[row * size.columns + place] = Cell(text: character, role: role)
      if width > 1 {
        for extra in 1..<width {
          cells[row * size.columns + place + extra] = Cell(text: nil, role: role)
        }
      }
      place += width
    }
  }

  /// Puts text in an area, wrapped; what does not fit is left out.
  ///
  /// - Returns: the rows used.
  @discardableResult
  package mutating func write(_ text: String, in area: Area, role: Role = .text) -> Int {
    let rows = wrapped(text, columns: area.columns).prefix(area.rows)
    for (place, row) in rows.enumerated() {
      put(row, row: area.row + place, column: area.column, role: role, within: area.columns)
    }
    return rows.count
  }

  /// Gives a part of a row another role.
  package mutating func mark(row: Int, columns: Range<Int>, role: Role) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      cells[row * size.columns + column].role = role
    }
  }

  /// The text of a row, without blanks at its end.
  package func text(row: Int) -> String {
    var text = String((0..<size.columns).compactMap { self[row, $0].text })
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows.
  package var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }

  /// Runs of one role in a row that differ from another picture of the same size.
  package func changes(from before: Canvas?) -> [Run] {
    var runs: [Run] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        if let before, before.size == size, before[row, column] == self[row, column] {
          column += 1
          continue
        }
        runs.append(run(row, &column, before))
      }
    }
    return runs
  }

  private func run(_ row: Int, _ column: inout Int, _ before: Canvas?) -> Run {
    // A wide character is drawn whole.
    while column > 0 && self[row, column].text == nil { column -= 1 }
    let start = column
    let role = self[row, column].role
    var text = ""
    while column < size.columns, self[row, column].role == role {
      if column > start, let before, before.size == size,
        before[row, column] == self[row, column], self[row, column].text != nil
      {
        break
      }
      if let character = self[row, column].text { text.append(character) }
      column += 1
    }
    return Run(row: row, column: start, text: text, role: role)
  }

  package struct Run: Hashable, Sendable {
    package var row: Int
    package var column: Int
    package var text: String
    package var role: Role
  }
}

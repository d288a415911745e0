import Typesetting

/// One place of the screen. The right half of a wide character holds no text.
package struct Cell: Hashable, Sendable {
  package var text: Character?
  package var role: Role
}

/// A picture of the screen, drawn in memory.
package struct Canvas: Sendable {
  package let size: Size
  private var cells: [Packed]
  /// Characters of several scalars, which do not fit a packed cell.
  private var clusters: [Character] = []
  /// Where the hardware cursor stands, and whether it is seen.
  package var cursor = Point(row: 0, column: 0)
  package var cursorIsVisible = false
  /// How many rows of a list lie between the one with the focus and the one drawn in a row of the screen, by that row.
  package var steps: [Int: Int] = [:]

  /// A cell as it is stored: plain bytes, so that thousands of them are compared at once.
  private struct Packed: Equatable {
    /// A scalar; 0 for the right half of a wide character; from ``cluster`` on a place in the clusters.
    var code: UInt32
    var role: Role

    static let cluster: UInt32 = 1 << 24
    static let blank = Packed(code: 32, role: .text)
  }

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.rows * size.columns))
  }

  package subscript(row: Int, column: Int) -> Cell {
    let cell = cells[row * size.columns + column]
    return Cell(text: text(cell), role: cell.role)
  }

  private func text(_ cell: Packed) -> Character? {
    if cell.code == 0 { return nil }
    if cell.code >= Packed.cluster { return clusters[Int(cell.code - Packed.cluster)] }
    return Unicode.Scalar(cell.code).map { Character($0) }
  }

  /// Puts one row of text, cut at the edge; what could harm a terminal is made visible.
  package mutating func put(
    _ text: String, row: Int, column: Int, role: Role = .text, within columns: Int? = nil
  ) {
    guard (0..<size.rows).contains(row), column >= 0 else { return }
    let end = min(size.columns, column + (columns ?? size.columns))
    var place = column
    if text.isPlainASCII {
      for byte in text.utf8 where place < end {
        cells[row * size.columns + place] = Packed(code: UInt32(byte), role: role)
        place += 1
      }
      return
    }
    for character in visible(text) {
      let width = max(1, character.displayWidth)
      if place + width > end { break }
      cells[row * size.columns + place] = Packed(code: code(character), role: role)
      for extra in 1..<max(1, width) {
        cells[row * size.columns + place + extra] = Packed(code: 0, role: role)
      }
      place += width
    }
  }

  private mutating func code(_ character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first { return scalar.value }
    clusters.append(character)
    return Packed.cluster + UInt32(clusters.count - 1)
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

  /// Puts a line that is being typed, with the cursor in it; of one that is too long its end is seen.
  package mutating func line(_ typed: TextArea, after label: String, in area: Area) {
    let start = area.column + label.displayWidth
    let before = Array(String(typed.text.prefix(typed.cursor)))
    let room = max(4, area.column + area.columns - start - 2)
    let skipped = max(0, before.count - room)
    put(label, row: area.row, column: area.column, role: .key)
    put(String(typed.text.dropFirst(skipped)), row: area.row, column: start)
    cursor = Point(
      row: area.row, column: start + String(before.dropFirst(skipped)).displayWidth)
    cursorIsVisible = true
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
    let before = before?.size == size ? before : nil
    var runs: [Run] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        if same(row * size.columns + column, before) {
          column += 1
        } else {
          runs.append(run(row, &column, before))
        }
      }
    }
    return runs
  }

  private func same(_ place: Int, _ before: Canvas?) -> Bool {
    guard let before else { return false }
    let (one, other) = (cells[place], before.cells[place])
    if one.code < Packed.cluster && other.code < Packed.cluster { return one == other }
    return one.role == other.role && text(one) == before.text(other)
  }

  private func run(_ row: Int, _ column: inout Int, _ before: Canvas?) -> Run {
    let left = row * size.columns
    // A wide character is drawn whole.
    while column > 0 && cells[left + column].code == 0 { column -= 1 }
    let start = column
    let role = cells[left + column].role
    var text = ""
    while column < size.columns, cells[left + column].role == role {
      if column > start, cells[left + column].code != 0, same(left + column, before) { break }
      if let character = self.text(cells[left + column]) { text.append(character) }
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

import Typesetting

/// Things to choose from, one under the other, each with a number, a title and perhaps a sentence.
package struct ListBox: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var title: String
    package var text: String
    /// Stands before the title: `( )`, `[x]`, or nothing.
    package var sign: String
    /// Stands at the right edge.
    package var note: String
    /// Cannot be chosen; it names what follows.
    package var isHeading: Bool

    package init(
      _ title: String, text: String = "", sign: String = "", note: String = "",
      isHeading: Bool = false
    ) {
      self.title = title
      self.text = text
      self.sign = sign
      self.note = note
      self.isHeading = isHeading
    }
  }

  package var rows: [Row]
  /// Place of the row that has the focus; never a heading.
  package private(set) var focus: Int
  /// Whether the rows that can be chosen carry numbers.
  package var isNumbered: Bool
  /// The number that is being typed; 0 where none is.
  private var typed = 0

  package init(_ rows: [Row], focus: Int = 0, isNumbered: Bool = true) {
    self.rows = rows
    self.isNumbered = isNumbered
    self.focus = focus
    if rows.indices.contains(focus), rows[focus].isHeading {
      self.focus = rows.indices.first { $0 > focus && !rows[$0].isHeading } ?? focus
    }
  }

  private var choosable: [Int] { rows.indices.filter { !rows[$0].isHeading } }

  package mutating func move(by steps: Int) {
    typed = 0
    let places = choosable
    guard let now = places.firstIndex(of: focus) else { return }
    focus = places[min(max(0, now + steps), places.count - 1)]
  }

  package mutating func moveToFirst() { focus = choosable.first ?? 0 }

  package mutating func moveToLast() { focus = choosable.last ?? 0 }

  /// Moves to the row of a number, from 1; `false` where there is none.
  package mutating func move(toNumber number: Int) -> Bool {
    let places = choosable
    guard places.indices.contains(number - 1) else { return false }
    focus = places[number - 1]
    return true
  }

  /// What became of a digit.
  package enum Typed: Hashable, Sendable {
    /// No number can begin so, or it may go on: the focus moved at most.
    case open
    /// The number is whole.
    case final
  }

  /// Moves to the row of a number typed digit by digit; with ten rows and more a 1 may become a 10.
  package mutating func type(_ digit: Int) -> Typed {
    let count = choosable.count
    let longer = typed * 10 + digit
    let number = typed > 0 && longer <= count ? longer : digit
    guard move(toNumber: number) else {
      typed = 0
      return .open
    }
    typed = number * 10 <= count ? number : 0
    return typed == 0 ? .final : .open
  }

  package mutating func focus(on row: Int) {
    if choosable.contains(row) { focus = row }
  }

  /// Draws as many rows as fit, the focused one among them.
  ///
  /// - Returns: where the cursor belongs, and whether rows are left below.
  package func draw(
    on canvas: inout Canvas, in area: Area
  ) -> (cursor: Point, isCut: Bool) {
    if rows.isEmpty { return (Point(row: area.row, column: area.column), false) }
    let numbers = numbers
    func lines(_ place: Int, isTight: Bool) -> [String] {
      self.lines(of: place, number: numbers[place], columns: area.columns, isTight: isTight)
    }
    // More rows than fit are tight in any case; then those out of sight are not laid out.
    let isTight =
      rows.count > area.rows
      || rows.indices.reduce(0) { $0 + lines($1, isTight: false).count } > area.rows
    var start = focus
    var used = lines(focus, isTight: isTight).count
    while start > 0 {
      used += lines(start - 1, isTight: isTight).count
      if used > area.rows { break }
      start -= 1
    }
    var row = area.row
    var cursor = Point(row: area.row, column: area.column)
    for place in start..<rows.count {
      if row >= area.row + area.rows { return (cursor, true) }
      let lines = lines(place, isTight: isTight)
      if row + lines.count > area.row + area.rows && place != focus { return (cursor, true) }
      if place == focus { cursor = Point(row: row, column: area.column) }
      for (number, line) in lines.enumerated() where row < area.row + area.rows {
        if !rows[place].isHeading { canvas.steps[row] = numbers[place] - numbers[focus] }
        draw(line, place, number == 0, row, area, &canvas)
        row += 1
      }
    }
    return (cursor, false)
  }

  private func draw(
    _ line: String, _ place: Int, _ isFirst: Bool, _ row: Int, _ area: Area, _ canvas: inout Canvas
  ) {
    let item = rows[place]
    let role: Role =
      item.isHeading ? .title : place == focus && isFirst ? .focus : isFirst ? .text : .hint
    canvas.put(line, row: row, column: area.column, role: role, within: area.columns)
    if isFirst && ListBox.isBeside(item, area.columns) {
      let column = area.column + area.columns - item.note.displayWidth
      canvas.put(item.note, row: row, column: column, role: role)
    }
  }

  /// The number of each row from 1; 0 for a heading.
  private var numbers: [Int] {
    var number = 0
    return rows.map { row in
      if row.isHeading { return 0 }
      number += 1
      return number
    }
  }

  /// Whether a row's note has room beside its title; else it stands below.
  private static func isBeside(_ item: Row, _ columns: Int) -> Bool {
    !item.note.isEmpty && columns - item.note.displayWidth >= 18
  }

  /// - Parameter isTight: title and text run on, to save rows.
  private func lines(of place: Int, number: Int, columns: Int, isTight: Bool) -> [String] {
    let item = rows[place]
    if item.isHeading { return place == 0 ? [item.title] : ["", item.title].suffix(2) }
    let lead = isNumbered ? (number < 10 ? " \(number) " : "\(number) ") : " "
    let sign = item.sign.isEmpty ? "" : item.sign + " "
    let indent = lead.count + sign.count
    let isBeside = ListBox.isBeside(item, columns)
    let note = isBeside ? item.note.displayWidth + 2 : 0
    let runsOn = isTight && !item.text.isEmpty
    let title = wrapped(
      runsOn ? item.title + ". " + item.text : item.title,
      columns: max(8, columns - indent - note))
    let below = [isBeside ? "" : item.note, runsOn ? "" : item.text].filter { !$0.isEmpty }
    let text = below.flatMap { wrapped($0, columns: max(8, columns - indent)) }
    let blank = String(repeating: " ", count: indent)
    let first = lead + sign + (title.first ?? "")
    return [first] + (title.dropFirst() + text).map { blank + $0 }
  }
}

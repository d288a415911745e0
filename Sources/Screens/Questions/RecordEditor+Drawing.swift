import JSON
import TextUI
import Typesetting
import Workbook

extension RecordEditor {
  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    if let picker {
      sheet.paragraph(fields[field].title, .hint)
      return sheet.list(picker)
    }
    if items.count > 1 && !sheet.isLow { sheet.paragraph(session.phrases(.recordHint), .hint) }
    let opened = fields.count + 6
    let room = sheet.area.rows
    var start = 0
    while focus - start + 1 + opened > room && start < focus { start += 1 }
    for row in start..<items.count {
      if sheet.area.rows < 1 { return sheet.markMore() }
      drawRow(row, session, on: &sheet)
      if row == focus { drawFields(session, on: &sheet) }
    }
  }

  private func drawRow(_ row: Int, _ session: OpenWorkbook, on sheet: inout BodyArea) {
    let item = session.pack.items[items[row]]
    let summary =
      session.held(items[row]) == .null && values[row].isEmpty
      ? session.phrases(.ratherNotShort) : summary(values[row])
    let width = sheet.textWidth
    let right = min(summary.displayWidth, width / 2)
    let name = title ?? item.text
    let title = name.cut(to: width - right - 2)
    let role: Role = row == focus ? .focus : .text
    sheet.canvas.put(
      title.padded(to: width - right) + summary.cut(to: right), row: sheet.area.row,
      column: sheet.area.column, role: role)
    if row == focus {
      sheet.canvas.cursor = Point(row: sheet.area.row, column: sheet.area.column)
      sheet.canvas.cursorIsVisible = true
    }
    sheet.skip(1)
    // Names that begin alike are told apart where one is at work.
    if row == focus, title != name { sheet.paragraph(name, .hint, gap: false) }
  }

  private func drawFields(_ session: OpenWorkbook, on sheet: inout BodyArea) {
    let longest = fields.map(\.title.displayWidth).max() ?? 0
    let titles = min(longest, max(12, sheet.area.columns / 2 - 6))
    // The field with the focus stays in sight; what is being typed takes up to four rows.
    let room = max(1, sheet.area.rows - 3)
    let first = fields.count <= room ? 0 : max(0, min(field - room / 2, fields.count - room))
    for (place, each) in fields.enumerated().dropFirst(first) {
      if sheet.area.rows < 1 { return sheet.markMore() }
      let isFocused = place == field
      let title = each.title.cut(to: titles).padded(to: titles)
      let lead = (isFocused ? "  > " : "    ") + title + "  "
      let row = sheet.area.row
      sheet.canvas.put(lead, row: row, column: sheet.area.column, role: isFocused ? .key : .hint)
      let column = sheet.area.column + lead.displayWidth
      if isFocused, let typed {
        drawTyped(typed, column, &sheet)
      } else {
        let room = sheet.area.columns - lead.displayWidth
        sheet.canvas.put(shown(each, session, room), row: row, column: column)
        if isFocused { sheet.canvas.cursor = Point(row: row, column: column) }
      }
      sheet.skip(1)
    }
    sheet.skip(1)
    drawHelp(session, on: &sheet)
  }

  /// What is being typed, in as many rows as it takes, four at most.
  private func drawTyped(_ typed: TextArea, _ column: Int, _ sheet: inout BodyArea) {
    let columns = max(8, sheet.area.column + sheet.textWidth - column)
    let layout = typed.layout(columns: columns)
    let place = layout.place(of: typed.cursor)
    let start = max(0, place.row - 3)
    let rows = start..<min(max(1, layout.rows.count), start + 4)
    for row in rows {
      var text = layout.rows.indices.contains(row) ? layout.text(row: row) : ""
      if row == layout.rows.count - 1 && typed.cursor == typed.characters.count { text += "_" }
      sheet.canvas.put(text, row: sheet.area.row, column: column, within: columns + 1)
      if row == place.row {
        sheet.canvas.cursor = Point(row: sheet.area.row, column: column + place.column)
      }
      if row != rows.upperBound - 1 && sheet.area.rows > 1 { sheet.skip(1) }
    }
  }

  /// Under the fields: what is left to give of a sum, and a foothold for the field with the focus.
  private func drawHelp(_ session: OpenWorkbook, on sheet: inout BodyArea) {
    if let total = session.pack.items[items[focus]].total {
      sheet.paragraph(RecordEditor.left(total, halfValue, session.phrases), .hint)
    }
    let present = fields[field]
    if present.title.displayWidth > max(12, sheet.area.columns / 2 - 6) {
      sheet.paragraph(present.title, .hint)
    }
    if case .choice = present.kind, !fits(present, sheet) {
      sheet.paragraph(session.phrases(.fieldOpens), .hint)
    }
    let shown = typed?.text ?? values[focus][present.id]?.text ?? ""
    if let remark = present.remarks.first(on: shown) { sheet.paragraph(remark, .hint) }
    for text in TextEditor.foothold(present.examples, present.smaller, session) {
      sheet.paragraph(text, .hint)
    }
  }

  /// What is left to give of a total, or what was given past it.
  static func left(_ total: Int, _ value: [String: JSONValue], _ phrases: PhraseBook) -> String {
    let left = total - given(value)
    return phrases(left < 0 ? .givenPast : .leftToGive, ["count": String(abs(left))])
  }

  /// The sum of a record's numbers.
  static func given(_ value: [String: JSONValue]) -> Int {
    value.values.compactMap { $0.whole ?? $0.text.flatMap { Int($0) } }
      .reduce(0) { $0 + min(max($1, -1_000_000), 1_000_000) }
  }

  private func fits(_ field: Field, _ sheet: BodyArea) -> Bool {
    let titles = fields.map(\.title.displayWidth).max() ?? 0
    let needed = field.kind.options.reduce(0) { $0 + $1.title.displayWidth + 6 }
    return needed <= sheet.area.columns - titles - 6
  }

  private func shown(_ field: Field, _ session: OpenWorkbook, _ room: Int) -> String {
    let held = values[focus][field.id]
    switch field.kind {
    case .choice(let options, _):
      // More options than fit are shown one at a time.
      let needed = options.reduce(0) { $0 + $1.title.displayWidth + 6 }
      if needed > room {
        let chosen = options.firstIndex { held == .text($0.id) }
        return chosen.map { options[$0].title }
          ?? session.phrases(.fieldMany, ["count": String(options.count)])
      }
      return options.map { held == .text($0.id) ? "(*) \($0.title)" : "( ) \($0.title)" }
        .joined(separator: "  ")
    case .rating(let scale):
      return scale.indices.map { held == .whole($0) ? "[\(scale[$0])]" : scale[$0] }
        .joined(separator: "  ")
    case .choices(let options, _):
      let ids = held?.list ?? []
      let needed = options.reduce(0) { $0 + $1.title.displayWidth + 8 }
      if needed > room {
        let titles = ids.compactMap { id in options.first { $0.id == id.text }?.title }
        let many = session.phrases(.fieldMany, ["count": String(options.count)])
        return (titles.isEmpty ? many : titles.joined(separator: ", ")).cut(to: room)
      }
      return options.enumerated().map { place, option in
        "\(place + 1) [\(ids.contains(.text(option.id)) ? "x" : " ")] \(option.title)"
      }.joined(separator: "  ")
    case .text, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      let text = held?.text ?? held?.whole.map(String.init) ?? ""
      return text.isEmpty
        ? session.phrases(field.optional ? .fieldOptional : .fieldEmpty) : text.cut(to: room)
    }
  }

  func summary(_ value: [String: JSONValue]) -> String { RecordEditor.summary(value, fields) }

  /// What a record holds, in one line.
  static func summary(_ value: [String: JSONValue], _ fields: [Field]) -> String {
    fields.compactMap { field -> String? in
      guard let held = value[field.id] else { return nil }
      if let text = held.text {
        return field.kind.options.first { $0.id == text }?.title ?? text
      }
      if let list = held.list {
        return list.compactMap { id in field.kind.options.first { $0.id == id.text }?.title }
          .joined(separator: ", ")
      }
      if case .rating(let scale) = field.kind, let step = held.whole {
        return scale.indices.contains(step) ? scale[step] : nil
      }
      return held.whole.map(String.init)
    }.joined(separator: " · ")
  }
}

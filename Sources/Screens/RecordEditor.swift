import Plain
import TextUI
import Typesetting
import Workbook

/// Rows with the same few fields: the row with the focus opens, and shows them.
struct RecordEditor: Hashable, Sendable {
  let items: [Int]
  let fields: [Field]
  private(set) var focus: Int
  private var field = 0
  /// Values by row, then by field id.
  private var values: [[String: Plain]]
  private var typed: TextArea?
  /// What stands in the row of a form that is no item of its own.
  private var title: String?

  init(items: [Int], fields: [Field], _ session: Session) {
    self.items = items
    self.fields = fields
    values = items.map { item in
      (session.held(item)?.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value }
    }
    focus = items.firstIndex { !session.reading.isDone($0) } ?? 0
    openField()
  }

  /// A form for one record that is not an item of its own.
  init(fields: [Field], value: [String: Plain], item: Int, title: String) {
    items = [item]
    self.title = title
    self.fields = fields
    values = [value]
    focus = 0
    openField()
  }

  var isTyping: Bool { typed != nil }

  /// Whether the first field of the first row has the focus.
  var isAtStart: Bool { focus == 0 && field == 0 }

  mutating func focus(on item: Int) {
    if let row = items.firstIndex(of: item) { move(toRow: row) }
  }

  mutating func perform(_ command: Command, _ session: Session) -> EditorOutcome {
    if let problem = closeField(session) { return .say(problem) }
    switch command {
    case .up: move(toRow: focus - 1)
    case .down: move(toRow: focus + 1)
    case .pageUp: move(toRow: max(0, focus - 6))
    case .pageDown: move(toRow: min(items.count - 1, focus + 6))
    case .first: move(toRow: 0)
    case .last: move(toRow: items.count - 1)
    case .nextField:
      field = (field + 1) % fields.count
      openField()
    case .previousField:
      field = (field + fields.count - 1) % fields.count
      openField()
    case .left, .lower: return choose(by: -1)
    case .right, .raise: return choose(by: 1)
    case .pick(let number): return choose(number - 1)
    case .take:
      let kept = keep(session)
      if case .say = kept { return kept }
      if focus == items.count - 1 { return .answer(answers(in: kept), goOn: true) }
      move(toRow: focus + 1)
      return kept
    case .finish:
      let kept = keep(session)
      if case .say = kept { return kept }
      return .answer(answers(in: kept), goOn: true)
    case .toggle, .ratherNot, .add, .remove, .back, .quit, .help, .people, .why, .undo, .redo,
      .suspend, .redraw, .privacy, .longForm:
      break
    }
    return keepIfWhole()
  }

  private func answers(in outcome: EditorOutcome) -> [EditorOutcome.ItemAnswer] {
    if case .answer(let answers, _) = outcome { return answers }
    return []
  }

  mutating func type(_ key: Key, _ session: Session) -> EditorOutcome {
    _ = typed?.handle(key)
    return .stay
  }

  /// The record with the focus.
  var value: [String: Plain] { values[focus] }

  private mutating func move(toRow row: Int) {
    guard items.indices.contains(row) else { return }
    focus = row
    field = 0
    openField()
  }

  /// A field that is typed gets an editor of its own.
  private mutating func openField() {
    switch fields[field].kind {
    case .text(let length):
      typed = TextArea(shownText, limit: length.upperBound, isOneLine: true)
    case .number, .day: typed = TextArea(shownText, limit: 20, isOneLine: true)
    case .choice, .choices, .rating, .bestWorst, .record, .records, .sort, .rank, .grid: typed = nil
    }
  }

  private var shownText: String {
    let held = values[focus][fields[field].id]
    return held?.text ?? held?.whole.map(String.init) ?? ""
  }

  /// Takes what was typed into the record; a sentence where it does not fit.
  private mutating func closeField(_ session: Session) -> String? {
    guard let typed else { return nil }
    let field = fields[field]
    let text = typed.text.trimmed
    if text.isEmpty {
      values[focus][field.id] = nil
      return nil
    }
    switch TypedValue.read(text, field.kind) {
    case .success(let value): values[focus][field.id] = value
    case .failure(let problem): return problem.sentence(session.phrases)
    }
    return nil
  }

  private var options: [Plain] {
    switch fields[field].kind {
    case .choice(let options, _): options.map { .text($0.id) }
    case .rating(let scale): scale.indices.map { .whole($0) }
    case .text, .choices, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid: []
    }
  }

  private mutating func choose(by step: Int) -> EditorOutcome {
    let now = values[focus][fields[field].id].flatMap { options.firstIndex(of: $0) }
    return choose(now.map { $0 + step } ?? (step > 0 ? 0 : options.count - 1))
  }

  private mutating func choose(_ place: Int) -> EditorOutcome {
    if case .choices(let all, _) = fields[field].kind, all.indices.contains(place) {
      var ids = values[focus][fields[field].id]?.list ?? []
      let id = Plain.text(all[place].id)
      if let there = ids.firstIndex(of: id) { ids.remove(at: there) } else { ids.append(id) }
      values[focus][fields[field].id] = .list(ids)
      return keepIfWhole()
    }
    guard options.indices.contains(place) else { return .stay }
    values[focus][fields[field].id] = options[place]
    return keepIfWhole()
  }

  private var record: Plain {
    .map(fields.compactMap { field in values[focus][field.id].map { Plain.Pair(field.id, $0) } })
  }

  private func keepIfWhole() -> EditorOutcome {
    guard case .success(let value) = ItemKind.record(fields).read(record) else { return .stay }
    return .answer([EditorOutcome.ItemAnswer(item: items[focus], value: value.plain)], goOn: false)
  }

  /// Keeps the record, or says what is missing; an empty one is left as it is.
  private func keep(_ session: Session) -> EditorOutcome {
    if values[focus].isEmpty { return .stay }
    switch ItemKind.record(fields).read(record) {
    case .success(let value):
      return .answer(
        [EditorOutcome.ItemAnswer(item: items[focus], value: value.plain)], goOn: false)
    case .failure(let problem): return .say(problem.sentence(session.phrases, fields))
    }
  }
}

// MARK: - Drawing

extension RecordEditor {
  func draw(on sheet: inout Sheet, _ session: Session) {
    if items.count > 1 && !sheet.isLow { sheet.paragraph(session.phrases(.recordHint), .hint) }
    let opened = fields.count + 1
    let room = sheet.area.rows
    var start = 0
    while focus - start + 1 + opened > room && start < focus { start += 1 }
    for row in start..<items.count {
      if sheet.area.rows < 1 { return sheet.markMore() }
      drawRow(row, session, on: &sheet)
      if row == focus { drawFields(session, on: &sheet) }
    }
  }

  private func drawRow(_ row: Int, _ session: Session, on sheet: inout Sheet) {
    let item = session.pack.items[items[row]]
    let summary =
      session.held(items[row]) == .null && values[row].isEmpty
      ? session.phrases(.ratherNotShort) : summary(values[row])
    let width = sheet.textWidth
    let right = min(summary.displayWidth, width / 2)
    let title = (title ?? item.text).cut(to: width - right - 2)
    let role: Role = row == focus ? .focus : .text
    sheet.canvas.put(
      title.padded(to: width - right) + summary.cut(to: right), row: sheet.area.row,
      column: sheet.area.column, role: role)
    if row == focus {
      sheet.canvas.cursor = Point(row: sheet.area.row, column: sheet.area.column)
      sheet.canvas.cursorIsVisible = true
    }
    sheet.skip(1)
  }

  private func drawFields(_ session: Session, on sheet: inout Sheet) {
    let titles = fields.map(\.title.displayWidth).max() ?? 0
    for (place, each) in fields.enumerated() {
      let isFocused = place == field
      let lead = (isFocused ? "  > " : "    ") + each.title.padded(to: titles) + "  "
      let row = sheet.area.row
      sheet.canvas.put(lead, row: row, column: sheet.area.column, role: isFocused ? .key : .hint)
      let column = sheet.area.column + lead.displayWidth
      if isFocused, let typed {
        sheet.canvas.put(typed.text + "_", row: row, column: column)
        let before = String(typed.text.prefix(typed.cursor)).displayWidth
        sheet.canvas.cursor = Point(row: row, column: column + before)
      } else {
        let room = sheet.area.columns - lead.displayWidth
        sheet.canvas.put(shown(each, session, room), row: row, column: column)
        if isFocused { sheet.canvas.cursor = Point(row: row, column: column) }
      }
      sheet.skip(1)
    }
    sheet.skip(1)
  }

  private func shown(_ field: Field, _ session: Session, _ room: Int) -> String {
    let held = values[focus][field.id]
    switch field.kind {
    case .choice(let options, _):
      // More options than fit are shown one at a time.
      let needed = options.reduce(0) { $0 + $1.title.displayWidth + 6 }
      if needed > room {
        let chosen = options.firstIndex { held == .text($0.id) }
        let place = chosen.map { "\($0 + 1)/\(options.count) " + options[$0].title }
        return place ?? session.phrases(.fieldMany, ["count": String(options.count)])
      }
      return options.map { held == .text($0.id) ? "(*) \($0.title)" : "( ) \($0.title)" }
        .joined(separator: "  ")
    case .rating(let scale):
      return scale.indices.map { held == .whole($0) ? "[\(scale[$0])]" : scale[$0] }
        .joined(separator: "  ")
    case .choices(let options, _):
      let ids = held?.list ?? []
      return options.enumerated().map { place, option in
        "\(place + 1) [\(ids.contains(.text(option.id)) ? "x" : " ")] \(option.title)"
      }.joined(separator: "  ")
    case .text, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      let text = held?.text ?? held?.whole.map(String.init) ?? ""
      return text.isEmpty ? session.phrases(field.optional ? .fieldOptional : .fieldEmpty) : text
    }
  }

  func summary(_ value: [String: Plain]) -> String { RecordEditor.summary(value, fields) }

  /// What a record holds, in one line.
  static func summary(_ value: [String: Plain], _ fields: [Field]) -> String {
    fields.compactMap { field -> String? in
      guard let held = value[field.id] else { return nil }
      if let text = held.text {
        return field.kind.options.first { $0.id == text }?.title ?? text
      }
      if let list = held.list {
        return list.compactMap { id in field.kind.options.first { $0.id == id.text }?.title }
          .joined(separator: ", ")
      }
      if case .rating(let scale) = field.kind, let step = held.whole { return scale[step] }
      return held.whole.map(String.init)
    }.joined(separator: " · ")
  }
}

/// A list of records: entries are added, opened, taken away.
struct RecordsEditor: Hashable, Sendable {
  let item: Int
  let fields: [Field]
  let count: ClosedRange<Int>
  private var entries: [[String: Plain]]
  private var form: RecordEditor?
  private var isNew = false
  private var box: ListBox

  init(item: Int, fields: [Field], count: ClosedRange<Int>, _ session: Session) {
    self.item = item
    self.fields = fields
    self.count = count
    entries = (session.held(item)?.list ?? []).map { entry in
      (entry.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value }
    }
    box = ListBox([])
    box = ListBox(rows)
  }

  private var rows: [ListBox.Row] {
    entries.map { ListBox.Row(RecordEditor.summary($0, fields)) }
  }

  var isOpen: Bool { form != nil }
  var isTyping: Bool { form?.isTyping ?? false }

  /// Esc leaves the form as it was.
  mutating func closeForm() { form = nil }

  mutating func perform(_ command: Command, _ session: Session) -> EditorOutcome {
    if var form {
      let outcome = form.perform(command, session)
      self.form = form
      guard case .answer(_, let goOn) = outcome else { return outcome }
      guard goOn else { return .stay }
      return keep(form.value)
    }
    switch command {
    case .add: open([:], isNew: true, session)
    case .take where !entries.isEmpty: open(entries[box.focus], isNew: false, session)
    case .take: open([:], isNew: true, session)
    case .remove where !entries.isEmpty:
      entries.remove(at: box.focus)
      box = ListBox(rows)
      return answer(goOn: false)
    case .finish: return answer(goOn: true)
    default: box.move(command)
    }
    return .stay
  }

  mutating func type(_ key: Key, _ session: Session) -> EditorOutcome {
    form?.type(key, session) ?? .stay
  }

  private mutating func open(_ value: [String: Plain], isNew: Bool, _ session: Session) {
    let title = session.phrases(isNew ? .entryNew : .entryOpen)
    self.isNew = isNew
    form = RecordEditor(fields: fields, value: value, item: item, title: title)
  }

  private mutating func keep(_ value: [String: Plain]) -> EditorOutcome {
    form = nil
    if value.isEmpty { return .stay }
    if isNew { entries.append(value) } else { entries[box.focus] = value }
    box = ListBox(rows, focus: isNew ? entries.count - 1 : box.focus)
    return answer(goOn: false)
  }

  private func answer(goOn: Bool) -> EditorOutcome {
    let list = entries.map { entry in
      Plain.map(fields.compactMap { field in entry[field.id].map { Plain.Pair(field.id, $0) } })
    }
    return .answer([EditorOutcome.ItemAnswer(item: item, value: .list(list))], goOn: goOn)
  }

  func draw(on sheet: inout Sheet, _ session: Session) {
    if let form {
      form.draw(on: &sheet, session)
    } else if entries.isEmpty {
      sheet.paragraph(session.phrases(.recordsEmpty), .hint)
    } else {
      sheet.list(box)
    }
  }
}

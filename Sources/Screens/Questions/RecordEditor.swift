import JSON
import TextUI
import Typesetting
import Workbook

/// Rows with the same few fields: the row with the focus opens, and shows them.
struct RecordEditor: Hashable, Sendable {
  let items: [Int]
  let fields: [Field]
  private(set) var focus: Int
  private(set) var field = 0
  /// Values by row, then by field id.
  private(set) var values: [[String: JSONValue]]
  private(set) var typed: TextArea?
  /// The list of a field with more options than a line holds, while it is open.
  private(set) var picker: ListBox?
  /// What stands in the row of a form that is no item of its own.
  private(set) var title: String?

  init(items: [Int], fields: [Field], _ session: OpenWorkbook) {
    self.items = items
    self.fields = fields
    values = items.map { item in
      let half = RecordEditor.half(of: item, fields, session)
      return (half ?? session.held(item)?.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value }
    }
    focus = items.firstIndex { !session.reading.isDone($0) } ?? 0
    openField()
  }

  /// What is half filled in, as a draft holds it.
  static func half(of item: Int, _ fields: [Field], _ session: OpenWorkbook) -> [JSONValue.Pair]? {
    guard let draft = session.drafts[session.pack.items[item].address.description],
      let pairs = (try? JSONValue.json(draft.text))?.map
    else { return nil }
    return pairs.map { pair in
      let kind = fields.first { $0.id == pair.key }?.kind
      return JSONValue.Pair(pair.key, kind.map { TypedValue.ofDraft(pair.value, $0) } ?? pair.value)
    }
  }

  /// A row as a draft, where it is not what is held.
  func half(_ row: Int, _ session: OpenWorkbook) -> EditorOutcome {
    let item = items[row]
    let shown = row == focus ? shownValue : values[row]
    let now = fields.compactMap { field in
      shown[field.id].map { JSONValue.Pair(field.id, TypedValue.ofDraft($0, field.kind)) }
    }
    let held = session.held(item)?.map ?? []
    if Set(now) == Set(held) {
      let address = session.pack.items[item].address.description
      return session.drafts[address] == nil ? .stay : .draft("", of: item)
    }
    let pairs = fields.compactMap { field in shown[field.id].map { JSONValue.Pair(field.id, $0) } }
    return .draft(Draft(JSONValue.map(pairs).json), of: item)
  }

  /// A form for one record that is not an item of its own.
  init(fields: [Field], value: [String: JSONValue], item: Int, title: String) {
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

  /// Back to the field that had the focus, so that what is typed next lands where it was meant to.
  mutating func focus(onField place: Int) {
    guard fields.indices.contains(place), place != field else { return }
    field = place
    openField()
  }

  /// Goes to the first field that must be filled and is not.
  mutating func focusFirstMissing() {
    guard !values[focus].isEmpty,
      let missing = fields.firstIndex(where: { !$0.optional && values[focus][$0.id] == nil })
    else { return }
    field = missing
    openField()
  }

  /// Whether a list lies over the form, and whether more than one of it can be taken.
  var pickerContext: KeyContext? {
    guard picker != nil else { return nil }
    if case .choices = fields[field].kind { return .choices }
    return .choice
  }

  mutating func closePicker() { picker = nil }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    if picker != nil { return pick(command, session) }
    if let problem = closeField(session) { return .say(problem) }
    let row = focus
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
    case .left, .lower: return choose(by: -1, session)
    case .right, .raise: return choose(by: 1, session)
    case .pick(let number): return choose(number - 1, session)
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
    case .toggle: openPicker()
    case .remove: values[focus][fields[field].id] = nil
    case .ratherNot, .add, .back, .quit, .help, .people, .why, .undo, .redo,
      .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue, .whatIf, .tryOut, .compare,
      .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
    return keepIfWhole(row, session)
  }

  private mutating func openPicker() {
    let options = fields[field].kind.options
    if options.isEmpty { return }
    let chosen = chosenIDs
    picker = ListBox(pickerRows, focus: options.firstIndex { chosen.contains($0.id) } ?? 0)
  }

  private var pickerRows: [ListBox.Row] {
    let chosen = chosenIDs
    let isMany = pickerAllowsMany
    return fields[field].kind.options.map { option in
      let isIn = chosen.contains(option.id)
      return ListBox.Row(
        option.title, text: option.text,
        sign: isMany ? (isIn ? "[x]" : "[ ]") : (isIn ? "(*)" : "( )"))
    }
  }

  private var pickerAllowsMany: Bool {
    if case .choices = fields[field].kind { true } else { false }
  }

  private var chosenIDs: [String] {
    let held = values[focus][fields[field].id]
    return held?.list?.compactMap(\.text) ?? [held?.text].compactMap { $0 }
  }

  private mutating func pick(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    guard var box = picker else { return .stay }
    var takes = command == .toggle || (command == .take && !pickerAllowsMany)
    if case .pick(let digit) = command {
      takes = box.type(digit) == .final
    } else {
      box.move(command)
    }
    picker = box
    if takes {
      if !pickerAllowsMany { picker = nil }
      let outcome = choose(box.focus, session)
      let rows = pickerRows
      picker?.rows = rows
      return outcome
    }
    if command == .take || command == .finish { picker = nil }
    return .stay
  }

  private func answers(in outcome: EditorOutcome) -> [EditorOutcome.ItemAnswer] {
    if case .answer(let answers, _) = outcome { return answers }
    return []
  }

  mutating func type(_ key: Key, _ session: OpenWorkbook) -> EditorOutcome {
    guard case .full? = typed?.handle(key), let limit = typed?.limit else { return .stay }
    return .say(session.phrases(.textFull, ["most": String(limit)]))
  }

  /// The record with the focus.
  var value: [String: JSONValue] { values[focus] }

  /// The record with the focus, with what is being typed in it.
  var halfValue: [String: JSONValue] {
    var value = values[focus]
    if let typed, !typed.text.trimmed.isEmpty { value[fields[field].id] = .text(typed.text) }
    return value
  }

  /// The record as it stands on the screen: a field that was emptied is empty.
  var shownValue: [String: JSONValue] {
    var value = halfValue
    if let typed, typed.text.trimmed.isEmpty { value[fields[field].id] = nil }
    return value
  }

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
  private mutating func closeField(_ session: OpenWorkbook) -> String? {
    guard let typed else { return nil }
    let field = fields[field]
    let text = typed.text.trimmed
    if text.isEmpty {
      values[focus][field.id] = nil
      return nil
    }
    switch TypedValue.read(text, field.kind) {
    case .success(let value): values[focus][field.id] = value
    case .failure(let problem):
      return session.over(text, field.kind) ?? problem.sentence(session.phrases)
    }
    return nil
  }

  private var options: [JSONValue] {
    switch fields[field].kind {
    case .choice(let options, _): options.map { .text($0.id) }
    case .rating(let scale): scale.indices.map { .whole($0) }
    case .text, .choices, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid: []
    }
  }

  private mutating func choose(by step: Int, _ session: OpenWorkbook) -> EditorOutcome {
    let now = values[focus][fields[field].id].flatMap { options.firstIndex(of: $0) }
    return choose(now.map { $0 + step } ?? (step > 0 ? 0 : options.count - 1), session)
  }

  private mutating func choose(_ place: Int, _ session: OpenWorkbook) -> EditorOutcome {
    if case .choices(let all, let count) = fields[field].kind, all.indices.contains(place) {
      var ids = values[focus][fields[field].id]?.list ?? []
      let id = JSONValue.text(all[place].id)
      if let there = ids.firstIndex(of: id) {
        ids.remove(at: there)
      } else if ids.count < count.upperBound {
        ids.append(id)
      } else {
        return .say(session.phrases(.atMost, ["most": String(count.upperBound)]))
      }
      values[focus][fields[field].id] = ids.isEmpty ? nil : .list(ids)
      return keepIfWhole(session)
    }
    guard options.indices.contains(place) else { return .stay }
    values[focus][fields[field].id] = options[place]
    return keepIfWhole(session)
  }

  private var record: JSONValue { record(focus) }

  private func record(_ row: Int) -> JSONValue {
    .map(fields.compactMap { field in values[row][field.id].map { JSONValue.Pair(field.id, $0) } })
  }

  private func keepIfWhole(_ session: OpenWorkbook) -> EditorOutcome { keepIfWhole(focus, session) }

  private func keepIfWhole(_ row: Int, _ session: OpenWorkbook) -> EditorOutcome {
    if let total = session.pack.items[items[row]].total,
      RecordEditor.given(values[row]) != total
    {
      return .stay
    }
    guard case .success(let value) = ItemKind.record(fields).read(record(row)) else { return .stay }
    return .answer([EditorOutcome.ItemAnswer(item: items[row], value: value.plain)], goOn: false)
  }

  /// Keeps the record, or says what is missing; an empty one is left as it is.
  private func keep(_ session: OpenWorkbook) -> EditorOutcome {
    if values[focus].isEmpty { return .stay }
    if let total = session.pack.items[items[focus]].total,
      RecordEditor.given(values[focus]) != total
    {
      return .say(RecordEditor.left(total, values[focus], session.phrases))
    }
    switch ItemKind.record(fields).read(record) {
    case .success(let value):
      return .answer(
        [EditorOutcome.ItemAnswer(item: items[focus], value: value.plain)], goOn: false)
    case .failure(let problem): return .say(problem.sentence(session.phrases, fields))
    }
  }
}

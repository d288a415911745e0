import JSON
import TextUI
import Workbook

/// A list of records: entries are added, opened, taken away.
struct RecordsEditor: Hashable, Sendable {
  let item: Int
  let fields: [Field]
  let count: ClosedRange<Int>
  private var entries: [[String: JSONValue]]
  private var form: RecordEditor?
  private var isNew = false
  /// What an older entry that is open stood as.
  private var original: [String: JSONValue] = [:]
  private var box: ListBox

  init(item: Int, fields: [Field], count: ClosedRange<Int>, _ session: OpenWorkbook) {
    self.item = item
    self.fields = fields
    self.count = count
    entries = RecordsEditor.held(item, session)
    box = ListBox([])
    box = ListBox(rows)
    // What was half written stands where it was left.
    let hasDraft = session.drafts[session.pack.items[item].address.description] != nil
    if hasDraft && entries.count < count.upperBound { openNew(session) }
  }

  private static func held(_ item: Int, _ session: OpenWorkbook) -> [[String: JSONValue]] {
    (session.held(item)?.list ?? []).map { entry in
      (entry.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value }
    }
  }

  /// What became of changes in an older entry that is open.
  enum Flushed: Hashable {
    case nothing
    case answer(EditorOutcome.ItemAnswer)
    /// It is not whole; the entry stands as it stood.
    case problem(String)
  }

  /// Keeps an older entry as it stands in the open form, on whatever way out.
  mutating func flush(_ session: OpenWorkbook) -> Flushed {
    guard !isNew, let form else { return .nothing }
    var value = form.shownValue
    for field in fields {
      value[field.id] = value[field.id].map { TypedValue.ofDraft($0, field.kind) }
    }
    if value == original { return .nothing }
    if case .failure(let problem) = ItemKind.record(fields).read(plain(value)) {
      return .problem(
        session.phrases(.entryNotWhole, ["problem": problem.sentence(session.phrases, fields)]))
    }
    guard case .answer(let answers, _) = put(value, session), let first = answers.first else {
      return .nothing
    }
    original = value
    return .answer(first)
  }

  private func plain(_ entry: [String: JSONValue]) -> JSONValue {
    .map(fields.compactMap { field in entry[field.id].map { JSONValue.Pair(field.id, $0) } })
  }

  private var rows: [ListBox.Row] {
    entries.map { ListBox.Row(RecordEditor.summary($0, fields)) }
  }

  var isOpen: Bool { form != nil }

  /// Rows that the list takes at least.
  var rowCount: Int { max(1, entries.count) }
  var isTyping: Bool { form?.isTyping ?? false }

  /// Esc closes a list that lies over the form, then the form; what was half written waits as a draft.
  mutating func closeForm() {
    if form?.picker == nil { form = nil } else { form?.closePicker() }
  }

  /// Of the entry with the cursor, from 1; `nil` where there is none.
  var numberUnderCursor: Int? {
    form == nil && entries.indices.contains(box.focus) ? box.focus + 1 : nil
  }

  /// Whether a new entry is open.
  var isOpenNew: Bool { form != nil && isNew }

  /// Leaves a new entry out, with all that is typed in it.
  mutating func dropNew() { if isNew { form = nil } }

  var pickerContext: KeyContext? { form?.pickerContext }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    if var form {
      let outcome = form.perform(command, session)
      self.form = form
      guard case .answer(_, let goOn) = outcome, goOn else {
        if case .say = outcome { return outcome }
        return isNew ? .draft(Draft(draftText)) : .stay
      }
      return keep(form.value, session)
    }
    let opensNew = command == .add || (command == .take && entries.isEmpty)
    if opensNew, entries.count >= count.upperBound {
      return .say(session.phrases(.atMost, ["most": String(count.upperBound)]))
    }
    switch command {
    case .add: openNew(session)
    case .take where !entries.isEmpty: open(entries[box.focus], isNew: false, session)
    case .take: openNew(session)
    case .remove where !entries.isEmpty:
      let removed = entries[box.focus]
      entries = RecordsEditor.held(item, session)
      if let place = entries.firstIndex(of: removed) { entries.remove(at: place) }
      box = ListBox(rows)
      return answer(goOn: false)
    case .finish: return answer(goOn: true)
    default: box.move(command)
    }
    return .stay
  }

  mutating func type(_ key: Key, _ session: OpenWorkbook) -> EditorOutcome {
    if case .say(let sentence)? = form?.type(key, session) { return .say(sentence) }
    return form == nil || !isNew ? .stay : .draft(Draft(draftText))
  }

  /// A new entry as far as it is written; empty where an older one is open, which stands as it was.
  private var draftText: String {
    guard isNew, let form, !form.shownValue.isEmpty else { return "" }
    return plain(form.shownValue).json
  }

  /// A new entry, with what was half written of one before.
  private mutating func openNew(_ session: OpenWorkbook) {
    let half = RecordEditor.half(of: item, fields, session) ?? []
    let values = half.reduce(into: [String: JSONValue]()) { $0[$1.key] = $1.value }
    open(values, isNew: true, session)
    form?.focusFirstMissing()
  }

  private mutating func open(_ value: [String: JSONValue], isNew: Bool, _ session: OpenWorkbook) {
    let title = session.phrases(isNew ? .entryNew : .entryOpen)
    self.isNew = isNew
    original = isNew ? [:] : value
    form = RecordEditor(fields: fields, value: value, item: item, title: title)
  }

  private mutating func keep(_ value: [String: JSONValue], _ session: OpenWorkbook) -> EditorOutcome
  {
    form = nil
    if value.isEmpty { return .stay }
    return put(value, session)
  }

  /// Puts an entry into the list as it stands by now: others may have added to it while the form was open.
  private mutating func put(_ value: [String: JSONValue], _ session: OpenWorkbook) -> EditorOutcome
  {
    entries = RecordsEditor.held(item, session)
    var place = entries.count
    if !isNew, let own = entries.firstIndex(of: original) {
      let focused = box.focus < entries.count && entries[box.focus] == original
      place = focused ? box.focus : own
      entries[place] = value
    } else {
      entries.append(value)
    }
    box = ListBox(rows, focus: place)
    return answer(goOn: false, keepsDraft: !isNew)
  }

  /// - Parameter keepsDraft: whether a new entry that is half written waits on.
  private func answer(goOn: Bool, keepsDraft: Bool = true) -> EditorOutcome {
    let list = entries.map { plain($0) }
    return .answer(
      [EditorOutcome.ItemAnswer(item: item, value: .list(list), keepsDraft: keepsDraft)], goOn: goOn
    )
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    if let form {
      form.draw(on: &sheet, session)
    } else if entries.isEmpty {
      sheet.paragraph(session.phrases(.recordsEmpty), .hint)
    } else {
      sheet.list(box)
    }
  }
}

import Plain
import TextUI
import Workbook

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
    // What was half written stands where it was left.
    let hasDraft = session.drafts[session.pack.items[item].address.description] != nil
    if hasDraft && entries.count < count.upperBound { openNew(session) }
  }

  private var rows: [ListBox.Row] {
    entries.map { ListBox.Row(RecordEditor.summary($0, fields)) }
  }

  var isOpen: Bool { form != nil }
  var isTyping: Bool { form?.isTyping ?? false }

  /// Esc closes a list that lies over the form, then the form; what was half written waits as a draft.
  mutating func closeForm() {
    if form?.picker == nil { form = nil } else { form?.closePicker() }
  }

  var pickerContext: KeyContext? { form?.pickerContext }

  mutating func perform(_ command: Command, _ session: Session) -> EditorOutcome {
    if var form {
      let outcome = form.perform(command, session)
      self.form = form
      guard case .answer(_, let goOn) = outcome, goOn else {
        if case .say = outcome { return outcome }
        return isNew ? .draft(draftText) : .stay
      }
      return keep(form.value)
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
      entries.remove(at: box.focus)
      box = ListBox(rows)
      return answer(goOn: false)
    case .finish: return answer(goOn: true)
    default: box.move(command)
    }
    return .stay
  }

  mutating func type(_ key: Key, _ session: Session) -> EditorOutcome {
    if case .say(let sentence)? = form?.type(key, session) { return .say(sentence) }
    return form == nil || !isNew ? .stay : .draft(draftText)
  }

  /// A new entry as far as it is written; empty where an older one is open, which stands as it was.
  private var draftText: String {
    guard isNew, let form, !form.halfValue.isEmpty else { return "" }
    return Plain.map(
      fields.compactMap { field in
        form.halfValue[field.id].map { Plain.Pair(field.id, $0) }
      }
    ).json
  }

  /// A new entry, with what was half written of one before.
  private mutating func openNew(_ session: Session) {
    let draft = session.drafts[session.pack.items[item].address.description] ?? ""
    let half = (try? Plain.json(draft))?.map ?? []
    let values = half.reduce(into: [String: Plain]()) { values, pair in
      let kind = fields.first { $0.id == pair.key }?.kind
      values[pair.key] = kind.map { TypedValue.ofDraft(pair.value, $0) } ?? pair.value
    }
    open(values, isNew: true, session)
    form?.focusFirstMissing()
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
    return answer(goOn: false, keepsDraft: !isNew)
  }

  /// - Parameter keepsDraft: whether a new entry that is half written waits on.
  private func answer(goOn: Bool, keepsDraft: Bool = true) -> EditorOutcome {
    let list = entries.map { entry in
      Plain.map(fields.compactMap { field in entry[field.id].map { Plain.Pair(field.id, $0) } })
    }
    return .answer(
      [EditorOutcome.ItemAnswer(item: item, value: .list(list), keepsDraft: keepsDraft)], goOn: goOn
    )
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

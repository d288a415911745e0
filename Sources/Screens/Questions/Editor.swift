import JSON
import TextUI
import Workbook

/// What became of a key in an editor.
enum EditorOutcome: Hashable {
  case stay
  /// Answers to keep, by their item's place; then the next page, or this one still.
  case answer([ItemAnswer], goOn: Bool)
  case goOn
  /// What is half written, to keep as a draft; of the item with the focus, where none is named.
  case draft(Draft, of: Int? = nil)
  case say(String)

  struct ItemAnswer: Hashable {
    var item: Int
    var value: JSONValue
    /// Whether a draft of the same item outlasts it.
    var keepsDraft = false
  }
}

/// The hands of a page: one kind of editor for each kind of item.
enum Editor: Hashable, Sendable {
  case choice(ChoiceEditor)
  case choices(ChoicesEditor)
  case ratings(RatingsEditor)
  case bestWorst(BestWorstEditor)
  case line(LineEditor)
  case text(TextEditor)
  case record(RecordEditor)
  case records(RecordsEditor)
  case sort(SortEditor)
  case rank(RankEditor)
  case grid(GridEditor)

  init(_ page: QuestionPage, _ session: OpenWorkbook) {
    let first = page.items[0]
    let item = session.pack.items[first]
    switch item.kind {
    case .choice(let all, _):
      let options = session.rows(asked: first, all)
      self = .choice(
        ChoiceEditor(
          item: first, options: options.map { ($0.title, $0.text) },
          values: options.map { .text($0.id) }, session))
    case .choices(let options, let count):
      self = .choices(ChoicesEditor(item: first, options: options, count: count, session))
    case .rating(let scale):
      if item.stem.isEmpty {
        self = .choice(
          ChoiceEditor(
            item: first, options: scale.map { ($0, "") },
            values: scale.indices.map { .whole($0) }, session))
      } else {
        self = .ratings(RatingsEditor(items: page.items, scale: scale, session))
      }
    case .bestWorst(let block):
      self = .bestWorst(BestWorstEditor(item: first, block: block, session))
    case .number, .day: self = .line(LineEditor(item: first, session))
    case .text(let length):
      self = .text(TextEditor(item: first, limit: length.upperBound, session))
    case .record(let all):
      let fields = session.asked(all, held: session.named(in: all, of: first))
      self = .record(RecordEditor(items: page.items, fields: fields, session))
    case .records(let all, let count):
      let fields = session.asked(all, held: session.named(in: all, of: first))
      self = .records(RecordsEditor(item: first, fields: fields, count: count, session))
    case .sort(let piles, let cards):
      self = .sort(SortEditor(item: first, piles: piles, cards: cards, session))
    case .rank(let source, let count):
      self = .rank(RankEditor(item: first, source: source, count: count, session))
    case .grid(let down, let across, let scale):
      self = .grid(GridEditor(item: first, down: down, across: across, scale: scale, session))
    }
  }

  var context: KeyContext {
    switch self {
    case .choice: .choice
    case .choices: .choices
    case .ratings: .ratings
    case .bestWorst: .bestWorst
    case .line: .line
    case .text: .text
    case .record(let editor): editor.pickerContext ?? (editor.isTyping ? .recordText : .record)
    case .records(let editor):
      editor.pickerContext
        ?? (editor.isTyping ? .recordText : editor.isOpen ? .record : .records)
    case .sort: .sort
    case .rank: .rank
    case .grid: .ratings
    }
  }

  /// A command from the key table.
  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    switch self {
    case .choice(var editor):
      defer { self = .choice(editor) }
      return editor.perform(command)
    case .choices(var editor):
      defer { self = .choices(editor) }
      return editor.perform(command, session)
    case .ratings(var editor):
      defer { self = .ratings(editor) }
      return editor.perform(command)
    case .bestWorst(var editor):
      defer { self = .bestWorst(editor) }
      return editor.perform(command)
    case .line(var editor):
      defer { self = .line(editor) }
      return editor.perform(command, session)
    case .text(var editor):
      defer { self = .text(editor) }
      return editor.perform(command, session)
    case .record(var editor):
      defer { self = .record(editor) }
      // Of the row that has the focus now: moving on leaves it.
      let row = editor.focus
      let outcome = editor.perform(command, session)
      return outcome == .stay ? editor.half(row, session) : outcome
    case .records(var editor):
      defer { self = .records(editor) }
      return editor.perform(command, session)
    case .sort(var editor):
      defer { self = .sort(editor) }
      return editor.perform(command, session)
    case .rank(var editor):
      defer { self = .rank(editor) }
      return editor.perform(command)
    case .grid(var editor):
      defer { self = .grid(editor) }
      return editor.perform(command)
    }
  }

  /// The page that a command turns to, where the editor has no field of its own for it.
  func pageTurn(_ command: Command) -> Int? {
    guard command == .nextField || command == .previousField else { return nil }
    switch self {
    case .record(let editor):
      return command == .previousField && editor.isAtStart && editor.picker == nil ? -1 : nil
    case .records(let editor) where editor.isOpen: return nil
    case .choice, .choices, .ratings, .bestWorst, .line, .text, .records, .sort, .rank, .grid:
      return command == .nextField ? 1 : -1
    }
  }

  /// A key that is no command here: typing.
  mutating func type(_ key: Key, _ session: OpenWorkbook, columns: Int) -> EditorOutcome {
    switch self {
    case .line(var editor):
      defer { self = .line(editor) }
      return editor.type(key, session)
    case .text(var editor):
      defer { self = .text(editor) }
      return editor.type(key, session, columns: columns)
    case .record(var editor):
      defer { self = .record(editor) }
      let outcome = editor.type(key, session)
      return outcome == .stay ? editor.half(editor.focus, session) : outcome
    case .records(var editor):
      defer { self = .records(editor) }
      return editor.type(key, session)
    case .choice, .choices, .ratings, .bestWorst, .sort, .rank, .grid: return .stay
    }
  }

  /// Whether one entry of a list, or a list over a form, is open: what is said there is not about the whole item.
  var isInEntry: Bool {
    switch self {
    case .records(let editor): editor.isOpen
    case .record(let editor): editor.picker != nil
    case .choice, .choices, .ratings, .bestWorst, .line, .text, .sort, .rank, .grid: false
    }
  }

  /// Whether the rows of a set stand in the editor itself.
  var showsItsRows: Bool {
    switch self {
    case .ratings, .record: true
    case .choice, .choices, .bestWorst, .line, .text, .records, .sort, .rank, .grid: false
    }
  }

  /// The item that has the focus.
  var item: Int {
    switch self {
    case .choice(let editor): editor.item
    case .choices(let editor): editor.item
    case .ratings(let editor): editor.items[editor.focus]
    case .bestWorst(let editor): editor.item
    case .line(let editor): editor.item
    case .text(let editor): editor.item
    case .record(let editor): editor.items[editor.focus]
    case .records(let editor): editor.item
    case .sort(let editor): editor.item
    case .rank(let editor): editor.item
    case .grid(let editor): editor.item
    }
  }

  mutating func focus(on item: Int) {
    switch self {
    case .ratings(var editor):
      editor.focus = editor.items.firstIndex(of: item) ?? editor.focus
      self = .ratings(editor)
    case .record(var editor):
      editor.focus(on: item)
      self = .record(editor)
    case .choice, .choices, .bestWorst, .line, .text, .records, .sort, .rank, .grid: break
    }
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    switch self {
    case .choice(let editor): sheet.list(editor.box)
    case .choices(let editor): editor.draw(on: &sheet, session)
    case .ratings(let editor): editor.draw(on: &sheet, session)
    case .bestWorst(let editor): editor.draw(on: &sheet, session)
    case .line(let editor): editor.draw(on: &sheet, session)
    case .text(let editor): editor.draw(on: &sheet, session)
    case .record(let editor): editor.draw(on: &sheet, session)
    case .records(let editor): editor.draw(on: &sheet, session)
    case .sort(let editor): editor.draw(on: &sheet, session)
    case .rank(let editor): editor.draw(on: &sheet, session)
    case .grid(let editor): editor.draw(on: &sheet, session)
    }
  }
}

import JSON
import Rules
import TextUI
import Typesetting
import Workbook

/// Free words, kept as a draft while they grow.
struct TextEditor: Hashable, Sendable {
  let item: Int
  var area: TextArea
  private let wasHeld: Bool

  init(item: Int, limit: Int, _ session: OpenWorkbook) {
    self.item = item
    wasHeld = session.held(item)?.text != nil
    let address = session.pack.items[item].address.description
    let draft = session.drafts[address]
    area = TextArea(
      draft?.text ?? session.held(item)?.text ?? "", limit: limit, cursor: draft?.cursor)
  }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    guard command == .finish else { return .stay }
    let text = area.text.trimmed
    // In lines more can have been typed than the field holds.
    let over = text.unicodeScalars.count - area.limit
    if over > 0 { return .say(session.tooLong(by: over, most: area.limit)) }
    if text.isEmpty {
      // Words that stood here and were emptied are taken away: the item is left unsaid.
      guard wasHeld else { return .goOn }
      return .answer([EditorOutcome.ItemAnswer(item: item, value: .null)], goOn: true)
    }
    return .answer([EditorOutcome.ItemAnswer(item: item, value: .text(text))], goOn: true)
  }

  mutating func type(_ key: Key, _ session: OpenWorkbook, columns: Int) -> EditorOutcome {
    let outcome: TextArea.Outcome
    switch key {
    case .up: outcome = area.move(rows: -1, columns: columns)
    case .down: outcome = area.move(rows: 1, columns: columns)
    default: outcome = area.handle(key)
    }
    switch outcome {
    case .edited: return .draft(draft)
    case .full: return .say(session.phrases(.textFull, ["most": String(area.limit)]))
    case .moved:
      // The cursor of a draft is part of it.
      let address = session.pack.items[item].address.description
      return session.drafts[address] == nil ? .stay : .draft(draft)
    case .ignored: return .stay
    }
  }

  /// What is typed, with the cursor where it stands; none where nothing is typed and nothing was answered.
  var draft: Draft {
    area.text.isEmpty && !wasHeld ? "" : Draft(area.text, cursor: area.cursor)
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    let item = session.pack.items[self.item]
    let help =
      [item.remarks.first(on: area.text)].compactMap { $0 } + TextEditor.foothold(item, session)
    let layout = area.layout(columns: sheet.textWidth - 2)
    let place = layout.place(of: area.cursor)
    let helpRows = help.reduce(0) { $0 + wrapped($1, columns: sheet.textWidth).count + 1 }
    let room = max(3, sheet.area.rows - helpRows - 1)
    let start = max(0, place.row - room + 1)
    let top = sheet.area.row
    let shown = max(3, min(room, layout.rows.count + 1))
    for row in 0..<shown {
      let text = layout.rows.indices.contains(start + row) ? layout.text(row: start + row) : ""
      sheet.canvas.put("│ ", row: top + row, column: sheet.area.column, role: .hint)
      sheet.canvas.put(
        text, row: top + row, column: sheet.area.column + 2, within: sheet.textWidth - 2)
    }
    sheet.canvas.cursor = Point(
      row: top + place.row - start, column: sheet.area.column + 2 + place.column)
    sheet.canvas.cursorIsVisible = true
    sheet.skip(shown + 1)
    for text in help { sheet.paragraph(text, .hint) }
  }

  /// What helps a blank mind to start: others' answers, a smaller question, and that nothing has to be said.
  static func foothold(_ item: Item, _ session: OpenWorkbook) -> [String] {
    foothold(item.examples, item.smaller, session)
  }

  static func foothold(_ examples: [String], _ smaller: String, _ session: OpenWorkbook) -> [String]
  {
    var lines: [String] = []
    if !examples.isEmpty {
      lines.append(session.phrases(.othersWrote, ["examples": examples.joined(separator: " · ")]))
    }
    if !smaller.isEmpty { lines.append(session.phrases(.nothingComes, ["smaller": smaller])) }
    return lines
  }
}

/// A number or a day, typed.
struct LineEditor: Hashable, Sendable {
  let item: Int
  var area: TextArea
  private let wasHeld: Bool

  init(item: Int, _ session: OpenWorkbook) {
    self.item = item
    let held = session.held(item)
    let draft = session.drafts[session.pack.items[item].address.description]
    let answer = held?.text ?? held?.whole.map(String.init)
    wasHeld = answer != nil
    let text = draft?.text ?? answer ?? ""
    area = TextArea(text, limit: 20, isOneLine: true, cursor: draft?.cursor)
  }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    guard command == .take || command == .finish else { return .stay }
    let text = area.text.trimmed
    if text.isEmpty {
      // As with words: what stood here and was emptied is taken away.
      guard wasHeld else { return .goOn }
      return .answer([EditorOutcome.ItemAnswer(item: item, value: .null)], goOn: true)
    }
    let kind = session.pack.items[item].kind
    switch TypedValue.read(text, kind) {
    case .success(let value):
      return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: true)
    case .failure(let problem): return .say(problem.sentence(session.phrases))
    }
  }

  mutating func type(_ key: Key, _ session: OpenWorkbook) -> EditorOutcome {
    switch area.handle(key) {
    case .edited where area.text.isEmpty && !wasHeld: .draft("")
    case .edited: .draft(Draft(area.text, cursor: area.cursor))
    case .moved, .full, .ignored: .stay
    }
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    sheet.line(area)
    sheet.paragraph(TypedValue.hint(session.pack.items[item].kind, session.phrases), .hint)
  }
}

/// A number, day or text as fingers give it.
enum TypedValue {
  static func read(_ text: String, _ kind: ItemKind) -> Result<JSONValue, ShapeProblem> {
    let plain: JSONValue
    switch kind {
    case .number, .rating: plain = Int(text).map { .whole($0) } ?? .text(text)
    case .text, .choice, .choices, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      plain = .text(text)
    }
    return kind.read(plain).map(\.plain)
  }

  /// A value of a draft, which holds numbers as they were typed.
  static func ofDraft(_ value: JSONValue, _ kind: ItemKind) -> JSONValue {
    guard let text = value.text, case .success(let read) = read(text, kind) else { return value }
    return read
  }

  static func hint(_ kind: ItemKind, _ phrases: PhraseBook) -> String {
    switch kind {
    case .number(let range):
      phrases(
        .hintNumber, ["low": String(range.lowerBound), "high": String(range.upperBound)])
    case .day: phrases(.hintDay)
    case .text, .choice, .choices, .rating, .bestWorst, .record, .records, .sort, .rank, .grid: ""
    }
  }
}

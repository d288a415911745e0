import JSON
import TextUI
import Typesetting
import Workbook

/// Cards that move between piles: a number lays the card with the focus, and it is kept at once.
struct SortEditor: Hashable, Sendable {
  let item: Int
  private let piles: [AnswerOption]
  private let cards: [AnswerOption]
  private(set) var focus: Int
  private var placed: [String: String]

  init(item: Int, piles: [AnswerOption], cards: [AnswerOption], _ session: OpenWorkbook) {
    self.item = item
    self.piles = piles
    self.cards = cards
    let held = session.held(item)?.map ?? []
    placed = held.reduce(into: [:]) { $0[$1.key] = $1.value.text }
    let placed = placed
    focus = cards.firstIndex { placed[$0.id] == nil } ?? 0
  }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    switch command {
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(cards.count - 1, focus + 1)
    case .pageUp: focus = max(0, focus - 8)
    case .pageDown: focus = min(cards.count - 1, focus + 8)
    case .first: focus = 0
    case .last: focus = cards.count - 1
    case .pick(let number): return lay(number - 1, thenNext: true)
    case .left, .lower: return lay(by: -1)
    case .right, .raise: return lay(by: 1)
    case .take, .finish:
      if placed.count == cards.count { return .goOn }
      focus = cards.firstIndex { placed[$0.id] == nil } ?? focus
      let open = String(cards.count - placed.count)
      return .say(session.phrases(.sortOpen, ["count": open]))
    case .nextField, .previousField, .toggle, .ratherNot, .add, .remove, .back, .quit, .help,
      .people, .why, .undo, .redo, .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue,
      .whatIf,
      .tryOut, .compare, .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
    return .stay
  }

  private mutating func lay(by step: Int) -> EditorOutcome {
    let now = piles.firstIndex { $0.id == placed[cards[focus].id] }
    return lay(now.map { $0 + step } ?? (step > 0 ? piles.count - 1 : 0), thenNext: false)
  }

  private mutating func lay(_ pile: Int, thenNext: Bool) -> EditorOutcome {
    guard piles.indices.contains(pile) else { return .stay }
    placed[cards[focus].id] = piles[pile].id
    if thenNext { focus = nextOpen }
    let isWhole = placed.count == cards.count
    return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: thenNext && isWhole)
  }

  /// The next card that lies nowhere, else the next one.
  private var nextOpen: Int {
    let after = cards.indices.first { $0 > focus && placed[cards[$0].id] == nil }
    return after ?? cards.firstIndex { placed[$0.id] == nil } ?? min(cards.count - 1, focus + 1)
  }

  private var value: JSONValue {
    .map(cards.compactMap { card in placed[card.id].map { JSONValue.Pair(card.id, .text($0)) } })
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    let legend = piles.enumerated().map { place, pile in
      "\(place + 1) \(pile.title) (\(placed.values.count { $0 == pile.id }))"
    }
    if !sheet.isLow { sheet.paragraph(legend.joined(separator: " · "), .hint) }
    let card = sheet.isLow ? cards[focus].title + ". " + cards[focus].text : cards[focus].text
    sheet.paragraph(card, .key, gap: !sheet.isLow)
    let rows = cards.map { card in
      let pile = piles.first { $0.id == placed[card.id] }
      return ListBox.Row(card.title, note: pile?.title ?? session.phrases(.sortNowhere))
    }
    sheet.list(ListBox(rows, focus: focus, isNumbered: false))
  }
}

/// Options that slide up and down until they stand in the person's order.
struct RankEditor: Hashable, Sendable {
  let item: Int
  private let count: ClosedRange<Int>
  /// Titles by id, in the order of the pack.
  private let options: [AnswerOption]
  private let isSeats: Bool
  private var order: [String]
  /// How many of the order, from the first, count.
  private var taken: Int
  private(set) var focus = 0

  init(item: Int, source: RankSource, count: ClosedRange<Int>, _ session: OpenWorkbook) {
    self.item = item
    options = RankEditor.options(item, source, session)
    let most = min(count.upperBound, options.count)
    self.count = min(count.lowerBound, most)...most
    if case .seats = source { isSeats = true } else { isSeats = false }
    let held = RankEditor.held(session.held(item), options)
    let ids = options.map(\.id)
    order = held + ids.filter { !held.contains($0) }
    taken = held.isEmpty ? most : held.count
  }

  /// What is put in order: written out, or what another answer holds.
  static func options(_ item: Int, _ source: RankSource, _ session: OpenWorkbook) -> [AnswerOption]
  {
    switch source {
    case .options(let options): return options
    case .seats:
      guard let from = session.pack.items[item].from else { return [] }
      let ids = session.given(from)?.list?.compactMap(\.text) ?? []
      let all = session.pack.items[from].kind.options
      return ids.compactMap { id in all.first { $0.id == id } }
    }
  }

  private static func held(_ value: JSONValue?, _ options: [AnswerOption]) -> [String] {
    (value?.list ?? []).compactMap { entry in
      if let seat = entry.whole { return options.indices.contains(seat) ? options[seat].id : nil }
      return entry.text
    }
  }

  mutating func perform(_ command: Command) -> EditorOutcome {
    switch command {
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(order.count - 1, focus + 1)
    case .first: focus = 0
    case .last: focus = order.count - 1
    case .raise, .left: slide(by: -1)
    case .lower, .right: slide(by: 1)
    case .toggle: cut()
    case .take, .finish:
      return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: true)
    case .pageUp, .pageDown, .nextField, .previousField, .pick, .ratherNot, .add, .remove, .back,
      .quit, .help, .people, .why, .undo, .redo, .suspend, .redraw, .privacy, .longForm, .forget,
      .stillTrue,
      .whatIf, .tryOut, .compare, .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
    return .stay
  }

  private mutating func slide(by step: Int) {
    let to = focus + step
    guard order.indices.contains(to) else { return }
    order.swapAt(focus, to)
    focus = to
  }

  /// The order ends below the focus, where it may be shorter than the list.
  private mutating func cut() {
    if count.contains(focus + 1) { taken = focus + 1 }
  }

  private var value: JSONValue {
    .list(
      order.prefix(taken).compactMap { id in
        isSeats ? options.firstIndex { $0.id == id }.map { .whole($0) } : .text(id)
      })
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    sheet.paragraph(session.phrases(.rankHint), .hint)
    let rows = order.enumerated().map { place, id in
      let title = options.first { $0.id == id }?.title ?? id
      return ListBox.Row(title, note: place < taken ? "" : session.phrases(.rankOut))
    }
    sheet.list(ListBox(rows, focus: focus))
  }
}

/// Cells by row and column, one under the other: a number sets a cell, and it is kept at once.
struct GridEditor: Hashable, Sendable {
  let item: Int
  private let down: [AnswerOption]
  /// The rows that are asked.
  private let shown: [AnswerOption]
  private let across: [AnswerOption]
  private let scale: [String]
  private var cells: [String: [String: Int]]
  private(set) var focus: Int

  init(
    item: Int, down: [AnswerOption], across: [AnswerOption], scale: [String],
    _ session: OpenWorkbook
  ) {
    self.item = item
    self.down = down
    shown = session.rows(asked: item, down)
    self.across = across
    self.scale = scale
    cells = (session.held(item)?.map ?? []).reduce(into: [:]) { rows, row in
      rows[row.key] = (row.value.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value.whole }
    }
    focus = 0
    focus = places.firstIndex { cells[$0.0.id]?[$0.1.id] == nil } ?? 0
  }

  private var places: [(AnswerOption, AnswerOption)] {
    shown.flatMap { row in across.map { (row, $0) } }
  }

  mutating func perform(_ command: Command) -> EditorOutcome {
    let last = places.count - 1
    switch command {
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(last, focus + 1)
    case .pageUp: focus = max(0, focus - across.count)
    case .pageDown: focus = min(last, focus + across.count)
    case .first: focus = 0
    case .last: focus = last
    case .left, .lower: return rate((step ?? scale.count) - 1, thenDown: false)
    case .right, .raise: return rate((step ?? -1) + 1, thenDown: false)
    case .pick(let number): return rate(number - 1, thenDown: true)
    case .take:
      if focus == last { return .goOn }
      focus += 1
    case .finish: return .goOn
    case .nextField, .previousField, .toggle, .ratherNot, .add, .remove, .back, .quit, .help,
      .people, .why, .undo, .redo, .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue,
      .whatIf,
      .tryOut, .compare, .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
    return .stay
  }

  private var step: Int? {
    let (row, column) = places[focus]
    return cells[row.id]?[column.id]
  }

  private mutating func rate(_ step: Int, thenDown: Bool) -> EditorOutcome {
    guard scale.indices.contains(step) else { return .stay }
    let (row, column) = places[focus]
    cells[row.id, default: [:]][column.id] = step
    if thenDown { focus = min(places.count - 1, focus + 1) }
    return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: false)
  }

  private var value: JSONValue {
    .map(
      down.compactMap { row in
        guard let own = cells[row.id] else { return nil }
        return JSONValue.Pair(
          row.id,
          .map(
            across.compactMap { column in
              own[column.id].map { JSONValue.Pair(column.id, .whole($0)) }
            }))
      })
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    let legend = scale.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    sheet.paragraph(legend, .hint)
    if drawMatrix(on: &sheet) { return }
    var rows: [ListBox.Row] = []
    var focused = 0
    for (place, (row, column)) in places.enumerated() {
      if place % across.count == 0 { rows.append(ListBox.Row(row.title, isHeading: true)) }
      if place == focus { focused = rows.count }
      let step = cells[row.id]?[column.id]
      rows.append(ListBox.Row(column.title, note: step.map { scale[$0] } ?? "·"))
    }
    sheet.list(ListBox(rows, focus: focused, isNumbered: false))
  }

  /// The rows as they lie, a sign for each cell, and in words the cell with the focus; `false` where there is no room for it.
  private func drawMatrix(on sheet: inout BodyArea) -> Bool {
    let titles = min(36, shown.map(\.title.displayWidth).max() ?? 0)
    let needed = shown.count + 5
    guard titles + across.count * 3 + 2 <= sheet.textWidth, sheet.area.rows >= needed else {
      return false
    }
    let (row, column) = places[focus]
    sheet.paragraph(row.title, .title, gap: false)
    let step = cells[row.id]?[column.id]
    sheet.paragraph(column.title + ": " + (step.map { scale[$0] } ?? "·"), .key)
    let top = sheet.area.row
    for (line, way) in shown.enumerated() {
      let isOwn = way.id == row.id
      sheet.canvas.put(
        way.title.cut(to: titles), row: top + line, column: sheet.area.column,
        role: isOwn ? .chosen : .text)
      for (place, criterion) in across.enumerated() {
        let isFocus = isOwn && criterion.id == column.id
        let sign = cells[way.id]?[criterion.id].map { String($0 + 1) } ?? "·"
        let cell = sheet.area.column + titles + 1 + 3 * place
        sheet.canvas.put(
          isFocus ? "[\(sign)]" : " \(sign) ", row: top + line, column: cell,
          role: isFocus ? .focus : .text)
        if isFocus { sheet.canvas.cursor = Point(row: top + line, column: cell + 1) }
      }
    }
    sheet.canvas.cursorIsVisible = true
    sheet.skip(shown.count)
    return true
  }
}

import TextUI
import Typesetting
import Workbook

/// A screen on which things are moved while the order stands beside today's.
struct SimulationScreen: Hashable, Sendable {
  var trial: Simulation
  private(set) var box: ListBox
  /// The item of each row; headings have none.
  private var items: [Int?] = []

  init(_ session: OpenWorkbook) {
    trial = Simulation(session)
    box = ListBox([])
    fill(session, focus: 0)
  }

  var focused: Int? { items.indices.contains(box.focus) ? items[box.focus] : nil }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) {
    switch command {
    case .remove:
      if trial.takeBack() { fill(session, focus: box.focus) }
    case .left, .right:
      guard let item = focused else { return }
      trial.move(item, by: command == .right ? 1 : -1, session)
      fill(session, focus: box.focus)
    default: box.move(command)
    }
  }

  /// The same after something else has changed.
  func renewed(_ session: OpenWorkbook) -> SimulationScreen {
    var other = SimulationScreen(session)
    other.trial = trial.renewed(session)
    other.fill(session, focus: min(box.focus, max(0, other.items.count - 1)))
    return other
  }

  private mutating func fill(_ session: OpenWorkbook, focus: Int) {
    items = []
    var exercise: Int?
    for item in trial.items {
      if session.pack.exerciseOfItem[item] != exercise {
        exercise = session.pack.exerciseOfItem[item]
        items.append(nil)
      }
      items.append(item)
    }
    box = ListBox(rows(session, isNarrow: false), focus: focus, isNumbered: false)
  }

  /// A row an item, under the titles of their exercises; on a narrow screen with what it is below it.
  func rows(_ session: OpenWorkbook, isNarrow: Bool) -> [ListBox.Row] {
    items.enumerated().compactMap { place, item in
      if let item { return row(item, isNarrow, session) }
      guard let first = items[place + 1] else { return nil }
      let exercise = session.pack.exercises[session.pack.exerciseOfItem[first]]
      return ListBox.Row(exercise.title, isHeading: true)
    }
  }

  private func row(_ item: Int, _ isNarrow: Bool, _ session: OpenWorkbook) -> ListBox.Row {
    let title = session.pack.items[item].text
    let today = session.trialWord(session.reading.counting(item), item)
    let value = trial.moved[item].map { session.trialWord($0, item) }
    let words = value.map { session.phrases(.trialWas, ["value": $0, "today": today]) }
    let sign = value == nil ? "" : "*"
    return isNarrow
      ? ListBox.Row(title, text: value ?? today, sign: sign)
      : ListBox.Row(title, sign: sign, note: words ?? today)
  }
}

extension App {
  mutating func performOnTrial(_ command: Command, _ screen: SimulationScreen) -> [Effect] {
    var screen = screen
    let isAsked = screen.trial.isKeepAsked
    screen.trial.isKeepAsked = false
    guard command == .finish else {
      if command == .remove, screen.trial.moved.isEmpty { notice = session.phrases(.trialLeft) }
      screen.perform(command, session)
      top = .trial(screen)
      return []
    }
    let canKeep = !screen.trial.kept(session).isEmpty
    guard canKeep, isAsked else {
      screen.trial.isKeepAsked = canKeep
      top = .trial(screen)
      notice =
        canKeep
        ? session.phrases(.trialKeepAsk, ["items": screen.trial.keptTitles(session)])
        : screen.trial.nothingKept(session)
      return []
    }
    let changes = screen.trial.changes(session)
    stack.removeLast()
    let effects = keep(changes)
    refresh()
    notice = session.phrases(.trialKept, ["count": String(changes.count)])
    return effects
  }

  func drawTrial(_ screen: SimulationScreen, _ sheet: inout BodyArea) {
    if screen.trial.items.isEmpty {
      sheet.paragraph(session.trialNone)
      return
    }
    if !sheet.isLow { sheet.paragraph(session.phrases(.trialIntro), .hint) }
    let with = session.trying(screen.trial.moved)
    let item = screen.focused
    let before = session.order(beside: item)
    let after = with.order(beside: item)
    drawOrders(before, after, &sheet)
    if !screen.trial.moved.isEmpty && before == after {
      sheet.paragraph(session.phrases(.trialSame), .hint)
    }
    var box = screen.box
    box.rows = screen.rows(session, isNarrow: size.columns < 60)
    sheet.list(box)
  }

  private func drawOrders(_ before: [RankedWay], _ after: [RankedWay], _ sheet: inout BodyArea) {
    let width = (sheet.textWidth - 4) / 2
    let right = sheet.area.column + width + 4
    sheet.canvas.put(
      session.phrases(.trialToday), row: sheet.area.row, column: sheet.area.column, role: .title)
    sheet.canvas.put(
      session.phrases(.trialWith), row: sheet.area.row, column: right, role: .title)
    let shown = sheet.isLow ? 2 : 5
    for (place, one) in before.prefix(shown).enumerated() {
      sheet.canvas.put(
        one.line.cut(to: width), row: sheet.area.row + 1 + place, column: sheet.area.column)
    }
    for (place, one) in after.prefix(shown).enumerated() {
      let was = before.firstIndex { $0.title == one.title } ?? before.count
      let sign =
        was == place ? "  " : was > place ? (isASCII ? "^ " : "↑ ") : (isASCII ? "v " : "↓ ")
      sheet.canvas.put(
        (sign + one.line).cut(to: width), row: sheet.area.row + 1 + place, column: right - 2)
    }
    sheet.skip(2 + min(shown, max(before.count, after.count)))
  }
}

extension OpenWorkbook {
  var trialNone: String {
    let exercise = pack.exercises.first(where: \.circumstances)?.title ?? ""
    return phrases(.trialNone, ["exercise": exercise])
  }
}

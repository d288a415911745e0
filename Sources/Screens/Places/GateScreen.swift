import TextUI
import Workbook

/// Before an exercise that waits for raw material: what is missing, what gathers it, and the exercise all the same.
struct GateScreen: Hashable, Sendable {
  let exercise: Int
  let isLong: Bool
  /// The exercises that gather what is missing, from the second row on; the first row opens what was asked for.
  private let gathering: [Int]
  var box: ListBox

  init(_ exercise: Int, isLong: Bool, _ missing: [Material], _ session: OpenWorkbook) {
    self.exercise = exercise
    self.isLong = isLong
    let first = session.gathering(missing)
    gathering = first.map(\.exercise)
    let minutes = { (place: Int) in
      let left = session.progress(of: session.pack.exercises[place]).minutesLeft
      return session.phrases(.aboutMinutes, ["count": MinuteFormat.minutes(left)])
    }
    box = ListBox(
      [ListBox.Row(session.phrases(.gateOpen), note: minutes(exercise))]
        + first.map { one in
          ListBox.Row(
            session.pack.exercises[one.exercise].title, text: one.text, note: minutes(one.exercise))
        })
  }

  /// What a row opens; `nil` for the first.
  func gathering(row: Int) -> Int? {
    gathering.indices.contains(row - 1) ? gathering[row - 1] : nil
  }
}

extension App {
  /// Opens an exercise; where it waits for something, what is missing is said first.
  mutating func open(_ exercise: Int, isLong: Bool = false) {
    if let missing = session.gate(before: exercise) {
      stack.append(.gate(GateScreen(exercise, isLong: isLong, missing, session)))
    } else {
      openNow(exercise, isLong: isLong)
    }
  }

  mutating func performOnGate(_ command: Command, _ screen: GateScreen) -> [Effect] {
    var screen = screen
    guard let row = choose(command, &screen.box) else {
      top = .gate(screen)
      return []
    }
    stack.removeLast()
    if let first = screen.gathering(row: row) {
      open(first)
    } else {
      openNow(screen.exercise, isLong: screen.isLong)
    }
    return []
  }

  func drawGate(_ screen: GateScreen, _ sheet: inout BodyArea) {
    if sheet.isLow { return drawLow(screen, &sheet) }
    sheet.paragraph(session.pack.exercises[screen.exercise].title, .title)
    sheet.paragraph(session.gateIntro)
    sheet.list(screen.box)
  }

  /// What is missing comes before the rows: its sentences have no room beside them.
  private func drawLow(_ screen: GateScreen, _ sheet: inout BodyArea) {
    sheet.paragraph(session.needs(session.gate(before: screen.exercise) ?? []), gap: false)
    var box = screen.box
    box.rows = box.rows.map { ListBox.Row($0.title) }
    sheet.list(box)
  }
}

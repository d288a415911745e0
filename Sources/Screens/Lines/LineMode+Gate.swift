import TextUI
import Workbook

/// Before an exercise that waits for raw material, in lines.
extension LineMode {
  /// Opens an exercise; where it waits for something, what is missing is said first.
  mutating func enter(_ place: Int, isLong: Bool = false) -> [String] {
    if session.gate(before: place) == nil { return enterNow(place, isLong: isLong) }
    state = .gate(exercise: place, isLong: isLong)
    return [""] + gateLines(place)
  }

  func gateLines(_ exercise: Int) -> [String] {
    let rows = gathering(exercise).enumerated().map { number, one in
      "\(number + 1). "
        + session.phrases(
          .plainMapRow,
          ["title": session.pack.exercises[one.exercise].title, "state": one.text])
    }
    return [session.pack.exercises[exercise].title, session.gateIntro] + rows
      + [session.phrases(.plainGate)]
  }

  mutating func hearGate(_ text: String, _ exercise: Int, _ isLong: Bool) -> LineReply {
    if text.isEmpty { return LineReply(lines: enterNow(exercise, isLong: isLong)) }
    if text.lowercased() == "back" { return toMap() }
    let first = gathering(exercise)
    guard let number = Int(text), first.indices.contains(number &- 1) else {
      return LineReply(lines: [notANumber(first.count)] + gateLines(exercise))
    }
    return LineReply(lines: enter(first[number - 1].exercise))
  }

  private func gathering(_ exercise: Int) -> [(exercise: Int, text: String)] {
    session.gathering(session.gate(before: exercise) ?? [])
  }
}

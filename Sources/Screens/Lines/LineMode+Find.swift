import JSON
import TextUI
import Workbook

/// Looking through what was written, and what is set about the program, in lines.
extension LineMode {
  /// The words that open either; `nil` for any other.
  mutating func hearFind(_ word: String) -> LineReply? {
    if session.isForReader || !mayWander { return nil }
    switch word {
    case "find":
      state = .seeking
      return LineReply(lines: again)
    case "settings":
      state = .settings
      return LineReply(lines: again)
    default: return nil
    }
  }

  /// Not past what has to be read or chosen first in a session.
  var mayWander: Bool {
    switch state {
    case .agreement, .clientKey, .sessionClosing, .computer, .sealing: false
    case .map, .gate, .clientDoor, .exercise, .doubted, .pathways, .share, .release, .trial,
      .closing, .client, .plans, .seeking, .found, .settings:
      true
    }
  }

  mutating func hearSought(_ text: String) -> LineReply {
    if text.isEmpty || text.lowercased() == "back" { return toMap() }
    let written = session.written
    let places = Matching.places(of: text, in: written.map(\.text), inOrder: true)
    if places.isEmpty {
      return LineReply(lines: [session.phrases(.plainFoundNone, ["words": text])] + again)
    }
    state = .found(places.map { written[$0].item })
    let rows = places.enumerated().map { number, place in
      let one = written[place]
      let exercise = session.pack.exercises[session.pack.exerciseOfItem[one.item]].title
      return "\(number + 1). \(exercise): \(Matching.excerpt(of: one.text, around: text))"
    }
    return LineReply(lines: rows + again)
  }

  mutating func hearFound(_ text: String, _ items: [Int]) -> LineReply {
    if text.lowercased() == "back" {
      state = .seeking
      return LineReply(lines: again)
    }
    guard let number = Int(text), items.indices.contains(number &- 1) else {
      return LineReply(lines: [notANumber(items.count)])
    }
    let item = items[number - 1]
    let place = session.pack.exerciseOfItem[item]
    guard let exercise = LineExercise(place, isLong: true, at: item, session),
      exercise.item == item
    else { return LineReply(lines: [session.phrases(.foundClosed)] + again) }
    state = .exercise(exercise)
    return LineReply(
      lines: ["", session.pack.exercises[place].title] + exercise.question(session))
  }

  mutating func hearSetting(_ text: String) -> LineReply {
    if text.lowercased() == "back" { return toMap() }
    guard let number = Int(text), Setting.allCases.indices.contains(number &- 1) else {
      return LineReply(lines: [notANumber(Setting.allCases.count)])
    }
    settings.step(Setting.allCases[number - 1], by: 1)
    return LineReply(lines: again, wish: .set(settings))
  }

  mutating func toMap() -> LineReply {
    session.leaveRound()
    state = .map
    return LineReply(lines: map)
  }

  var settingLines: [String] {
    Setting.allCases.enumerated().map { number, setting in
      let row = session.row(setting, settings)
      return "\(number + 1). \(row.title): \(row.note). \(row.text)"
    } + [session.phrases(.plainSettings)]
  }
}

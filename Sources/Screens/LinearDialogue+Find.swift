import JSON
import TextUI
import Workbook

/// Looking through what was written, and what is set about the program, in lines.
extension LinearDialogue {
  /// The words that open either; `nil` for any other.
  mutating func hearFind(_ word: String) -> Turn? {
    if session.isForReader || !mayWander { return nil }
    switch word {
    case "find":
      state = .seeking
      return Turn(lines: again)
    case "settings":
      state = .settings
      return Turn(lines: again)
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

  mutating func hearSought(_ text: String) -> Turn {
    if text.isEmpty || text.lowercased() == "back" { return toMap() }
    let written = session.written
    let places = Matching.places(of: text, in: written.map(\.text), inOrder: true)
    if places.isEmpty {
      return Turn(lines: [session.phrases(.plainFoundNone, ["words": text])] + again)
    }
    state = .found(places.map { written[$0].item })
    let rows = places.enumerated().map { number, place in
      let one = written[place]
      let exercise = session.pack.exercises[session.pack.exerciseOfItem[one.item]].title
      return "\(number + 1). \(exercise): \(Matching.excerpt(of: one.text, around: text))"
    }
    return Turn(lines: rows + again)
  }

  mutating func hearFound(_ text: String, _ items: [Int]) -> Turn {
    if text.lowercased() == "back" {
      state = .seeking
      return Turn(lines: again)
    }
    guard let number = Int(text), items.indices.contains(number &- 1) else {
      return Turn(lines: [notANumber(items.count)])
    }
    let item = items[number - 1]
    let place = session.pack.exerciseOfItem[item]
    guard let exercise = LinearExercise(place, isLong: true, at: item, session),
      exercise.item == item
    else { return Turn(lines: [session.phrases(.foundClosed)] + again) }
    state = .exercise(exercise)
    return Turn(
      lines: ["", session.pack.exercises[place].title] + exercise.question(session))
  }

  mutating func hearSetting(_ text: String) -> Turn {
    if text.lowercased() == "back" { return toMap() }
    guard let number = Int(text), Setting.allCases.indices.contains(number &- 1) else {
      return Turn(lines: [notANumber(Setting.allCases.count)])
    }
    settings.step(Setting.allCases[number - 1], by: 1)
    return Turn(lines: again, wish: .set(settings))
  }

  mutating func toMap() -> Turn {
    session.leaveRound()
    state = .map
    return Turn(lines: map)
  }

  var settingLines: [String] {
    Setting.allCases.enumerated().map { number, setting in
      let row = session.row(setting, settings)
      return "\(number + 1). \(row.title): \(row.note). \(row.text)"
    } + [session.phrases(.plainSettings)]
  }
}

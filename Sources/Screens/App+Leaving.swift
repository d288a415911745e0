import TextUI
import Workbook

extension App {
  /// What stands on the normal screen after leaving: where it is saved, what comes next.
  ///
  /// - Parameter path: of the profile's file; `nil` where none was made.
  package func goodbye(path: String?) -> [String] {
    let phrases = session.phrases
    if !pending.isEmpty { return [problem, phrases(.leftUnsaved)] }
    guard let path else { return [phrases(.nothingSaved)] }
    var lines = [phrases(.savedGoodbye, ["path": path])]
    if let next = session.nextExercise {
      let exercise = session.pack.exercises[next]
      let minutes = Phrases.minutes(session.progress(of: exercise).minutesLeft)
      lines.append(phrases(.nextTime, ["exercise": exercise.title, "count": minutes]))
    } else {
      lines.append(phrases(.nextTimePathways))
    }
    return lines
  }
}

extension App {
  /// What a command does where things to show are ticked.
  func performOnShare(_ command: Command, _ screen: inout ShareScreen) {
    switch command {
    case .toggle: screen.toggle(session)
    default: screen.box.move(command)
    }
  }
}

extension App {
  /// Makes what is shown anew from what is held.
  mutating func refresh() {
    switch top {
    case .home(let box): top = homeScreen(focus: box.focus)
    case .pathways: top = pathwaysScreen
    // An entry that is open stays as it is: what is typed in it is nowhere else.
    case .exercise(let screen) where screen.editor.isInEntry: break
    case .exercise(var screen):
      screen.refresh(session)
      screen.reopen(session)
      top = .exercise(screen)
    case .share(let screen):
      top = .share(ShareScreen(session, chosen: screen.chosen, focus: screen.box.focus))
    case .welcome, .computer, .document, .trial: break
    }
  }
}

import JSON
import TextUI
import Workbook

extension App {
  /// Leaves, noting where the person stood.
  package mutating func leaving() -> [Effect] { settling() + [.quit] }

  /// Everything on its way to the disk: what is typed, what is answered, where the person stands.
  mutating func settling() -> [Effect] {
    _ = keepEntry()
    var effects: [Effect] = []
    let place = presentPlace
    if !place.isEmpty, access.readOnly.isEmpty,
      session.profile.settings["place"]?.text != place || !session.profile.isPlaceFresh
    {
      let change = Change.setting(name: "place", value: .text(place))
      session.apply([change])
      pending.append(change)
    }
    if !pending.isEmpty { effects.append(.save(pending)) }
    // After what is answered: an answer to a list empties the draft of its next entry.
    return effects + flushDraft()
  }

  /// Everything typed on its way to the disk, then the pause.
  mutating func pause() -> [Effect] { keepEntry() + flushDraft() + [.suspend] }

  private var presentPlace: String {
    for screen in stack.reversed() {
      if case .exercise(let screen) = screen {
        return session.pack.items[screen.editor.item].address.description
      }
    }
    return session.hasSettledComputer ? "home" : ""
  }

  /// What stands on the normal screen after leaving: where it is saved, what comes next.
  ///
  /// - Parameter path: of the profile's file; `nil` where none was made.
  package func goodbye(path: String?) -> [String] {
    let phrases = session.phrases
    if hasUnsaved { return [problem, phrases(.leftUnsaved)] }
    guard let path, access.readOnly.isEmpty else { return [phrases(.nothingSaved)] }
    var lines = [phrases(.savedGoodbye, ["path": path])]
    if let next = session.nextExercise {
      let exercise = session.pack.exercises[next]
      let minutes = MinuteFormat.minutes(session.progress(of: exercise).minutesLeft)
      lines.append(phrases(.nextTime, ["exercise": exercise.title, "count": minutes]))
    } else {
      lines.append(phrases(.nextTimePathways))
    }
    return lines
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
    case .trial(let screen): top = .trial(screen.renewed(session))
    case .gate(let screen):
      let missing = session.gate(before: screen.exercise) ?? []
      top = .gate(GateScreen(screen.exercise, isLong: screen.isLong, missing, session))
    case .document(var screen):
      guard case .whatIf(let found) = screen.kind else { break }
      screen.kind = .whatIf(WhatIf(session.reading, pathway: found.pathway))
      top = .document(screen)
    case .client(let number, let box):
      top = .client(number, ListBox(session.clientRows(number).map(\.row), focus: box.focus))
    case .welcome, .computer, .sealing, .release, .plans, .finder, .settings, .demo, .bring: break
    }
  }
}

extension App {
  /// Esc and undo first take back what is only half chosen; `true` where there was such.
  mutating func takeBackHalf() -> Bool {
    guard case .exercise(var screen) = top else { return false }
    switch screen.editor {
    case .bestWorst(var editor) where editor.isHalf:
      editor.takeBack()
      screen.editor = .bestWorst(editor)
    case .records(var editor) where editor.isOpen:
      editor.closeForm()
      screen.editor = .records(editor)
    case .record(var editor) where editor.picker != nil:
      editor.closePicker()
      screen.editor = .record(editor)
    case .choice, .choices, .ratings, .bestWorst, .line, .text, .record, .records, .sort, .rank,
      .grid:
      return false
    }
    top = .exercise(screen)
    return true
  }
}

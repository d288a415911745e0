import Workbook

extension App {
  /// The step of a pathway's page becomes the beginning of an entry in the list of experiments.
  mutating func takeOn(_ pathway: Int) -> [Effect] {
    guard let (item, draft, refusal) = session.takeOn(pathway) else { return [] }
    notice = refusal
    if !refusal.isEmpty { return [] }
    if let screen = ExerciseScreen(session.pack.exerciseOfItem[item], at: item, session) {
      stack.append(.exercise(screen))
    }
    note(Draft(draft), of: item)
    return flushDraft()
  }
}

extension App {
  /// Opens one pathway by the key that was pressed: its page, its reasons, what would bring it first, or the trial.
  mutating func openPathway(_ place: Int, _ command: Command) {
    switch command {
    case .why: stack.append(.document(DocumentScreen(.why(place))))
    case .whatIf:
      stack.append(.document(DocumentScreen(.whatIf(WhatIf(session.reading, pathway: place)))))
    case .tryOut: stack.append(.trial(SimulationScreen(session)))
    default: stack.append(.document(DocumentScreen(.pathway(place))))
    }
  }
}

extension App {
  /// Keeps an older entry of a list that is open and was changed; says so where it is not whole.
  mutating func keepEntry() -> [Effect] {
    guard case .exercise(var screen) = top, case .records(var editor) = screen.editor else {
      return []
    }
    let flushed = editor.flush(session)
    screen.editor = .records(editor)
    top = .exercise(screen)
    switch flushed {
    case .nothing: return []
    case .problem(let sentence):
      notice = sentence
      return []
    case .answer(let answer):
      let waiting = [waitingDraft(answer.item)].compactMap { $0 }
      return keep([session.change(answer.item, answer.value)].compactMap { $0 }) + restore(waiting)
    }
  }
}

extension App {
  /// Leaves a new entry out when it is asked for twice in a row.
  mutating func dropNewEntry() -> [Effect] {
    guard case .exercise(var screen) = top, case .records(var editor) = screen.editor else {
      return []
    }
    guard isDropAsked else {
      isDropAsked = true
      notice = session.phrases(.entryDropAsk)
      return []
    }
    isDropAsked = false
    editor.dropNew()
    screen.editor = .records(editor)
    top = .exercise(screen)
    note("", of: editor.item)
    notice = session.phrases(.entryDropped)
    return flushDraft()
  }
}

package import Workbook

/// Undo and redo: what was done here, named where it is long past.
extension App {
  mutating func step(back: Bool) -> [Effect] {
    if back, takeBackHalf() { return [] }
    if refusesToWrite() { return [] }
    let undoing = session.undoing(back: back)
    switch undoing {
    case .nothing, .elsewhere:
      notice = session.refusal(of: undoing, back: back)
      return []
    case .asks(let answer) where undoAsked != answer:
      undoAsked = answer
      notice = session.phrases(.undoAsk, session.going(answer))
      return []
    case .asks(let answer), .does(let answer): return step(back: back, answer)
    }
  }

  private mutating func step(back: Bool, _ answer: Answer) -> [Effect] {
    undoAsked = nil
    guard isLastOfAll(answer, back: back) else {
      notice = session.phrases(back ? .nothingToUndo : .nothingToRedo)
      return []
    }
    let change: Change = back ? .undone : .redone
    session.apply([change])
    pending.append(change)
    notice = session.undoneWords(answer, back: back)
    show(answer.address)
    return [.save(pending)]
  }

  /// What others wrote, on top of what is on disk.
  mutating func takeIn(_ changes: [Change]) {
    for change in changes {
      durable.apply(change)
      session.note(fromElsewhere: change, durable)
    }
  }

  /// Others wrote between the undo and the disk: it would take back their answer, so it is left.
  mutating func overtaken(_ before: [Change]) {
    pending.removeAll(where: \.isUndoing)
    takeIn(before)
    noteArrived(before)
    replaceSession()
    notice = session.phrases(.undoOvertaken)
  }
}

extension Change {
  /// Whether it takes back or brings back whatever was answered last.
  package var isUndoing: Bool {
    switch self {
    case .undone, .redone: true
    case .answered, .setting, .shared, .replied, .forgotten: false
    }
  }
}

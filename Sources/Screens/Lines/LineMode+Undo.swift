package import Workbook

/// Undo and redo in lines: what was done here, named first where it is long past.
extension LineMode {
  mutating func step(back: Bool) -> LineReply {
    let undoing = session.undoing(back: back)
    switch undoing {
    case .nothing, .elsewhere:
      return LineReply(lines: [session.refusal(of: undoing, back: back)] + again)
    case .asks(let answer) where undoAsked != answer:
      undoAsked = answer
      return LineReply(lines: [session.phrases(.plainUndoAsk, session.going(answer))])
    case .asks(let answer), .does(let answer):
      undoAsked = nil
      let change: Change = back ? .undone : .redone
      session.apply([change])
      return LineReply(
        lines: [session.undoneWords(answer, back: back)] + again, changes: [change])
    }
  }

  /// What became of an undo on disk.
  ///
  /// - Returns: what is said in place of that it was done, where it was not.
  package mutating func undone(_ changes: [Change], _ message: Message?) -> [String]? {
    switch message {
    case .saved(_, let before, _):
      kept(changes, after: before)
      return nil
    case .overtaken(let before):
      arrived(before)
      session.replace(durable)
      return [session.phrases(.undoOvertaken), ""] + again
    case .renewed(let all, let drafts):
      renew(all, drafts)
      return [session.phrases(.undoOvertaken), ""] + again
    case .notSaved(let reason), .notRead(let reason), .notWritten(let reason):
      session.replace(durable)
      return [reason, ""] + again
    case .key, .tick, .arrived, .idle, .idleSoon, .pause, .mayWrite, .drafted, .sealedElsewhere,
      .mayBring, .fileWritten, .released, .forgotten, nil:
      session.replace(durable)
      return again
    }
  }
}

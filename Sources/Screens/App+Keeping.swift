import Workbook

extension App {
  /// What others answered empties the draft of it, unless it is being written here at this moment: then that is said.
  mutating func noteArrived(_ changes: [Change]) {
    for case .answered(let answer) in changes {
      if let draft, session.pack.items[draft.item].address == answer.address {
        notice = session.phrases(.arrivedHere)
      } else {
        session.drafts[answer.address.description] = nil
      }
    }
  }

  /// Others wrote: what they wrote comes first, then what is not yet on disk.
  mutating func replaceSession() {
    var profile = durable
    for change in pending { profile.apply(change) }
    session.replace(profile)
    if draft == nil { refresh() }
  }

  /// What was asked to be kept is on disk, after what others had written.
  mutating func settle(_ before: [Change]) {
    for change in before + pending { durable.apply(change) }
    pending = []
    if before.isEmpty { return }
    session.replace(durable)
    refresh()
  }

  /// After 20 keys, a second without one, and on every way out.
  mutating func keepDraft(_ text: Draft) -> [Effect] {
    guard case .exercise(let screen) = top, !refusesToWrite() else { return [] }
    let item = screen.editor.item
    draft = (item, text)
    draftKeys += 1
    session.drafts[session.pack.items[item].address.description] = text.isEmpty ? nil : text
    return draftKeys >= 20 ? flushDraft() : []
  }

  mutating func flushDraft() -> [Effect] {
    guard let (item, text) = draft, access.readOnly.isEmpty else { return [] }
    draftKeys = 0
    return [.draft(session.pack.items[item].address, text)]
  }
}

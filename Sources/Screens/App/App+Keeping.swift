import Workbook

extension App {
  /// What others answered empties the draft of it. What is being written here at this moment stays, and is written anew; so does
  /// a new entry of a list, which the answer to the list is not.
  mutating func noteArrived(_ changes: [Change]) {
    for case .answered(let answer) in changes {
      let address = answer.address.description
      guard let item = session.pack.itemPlaces[answer.address], let draft = session.drafts[address]
      else { continue }
      let isList = session.pack.items[item].isList
      if isList || itemOnScreen == item {
        unsaved[item] = draft
        if !isList { notice = session.phrases(.arrivedHere) }
      } else {
        session.drafts[address] = nil
        unsaved[item] = nil
      }
    }
  }

  /// The items on the page that is on the screen; nothing where none is.
  package var itemsOnScreen: [Int]? {
    guard case .exercise(let screen) = top else { return nil }
    return screen.items
  }

  private var itemOnScreen: Int? {
    guard case .exercise(let screen) = top else { return nil }
    return screen.editor.item
  }

  /// Whether an answer that undo or redo is about is the last one of all, and not only of what is seen.
  func isLastOfAll(_ answer: Answer, back: Bool) -> Bool {
    if session.guided == nil { return true }
    return (back ? held.nextUndo : held.nextRedo) == answer
  }

  /// Everything that is held, on disk or on its way.
  var held: Profile {
    var all = durable
    for change in pending { all.apply(change) }
    return all
  }

  /// Others wrote: what they wrote comes first, then what is not yet on disk.
  mutating func replaceSession() {
    session.replace(held)
    // What is being written stays as it is on the screen.
    if itemOnScreen.map({ unsaved[$0] == nil }) ?? true { refresh() }
  }

  /// What was asked to be kept is on disk, after what others had written.
  mutating func settle(_ before: [Change]) {
    takeIn(before)
    for change in pending { durable.apply(change) }
    pending = []
    if before.isEmpty { return }
    noteArrived(before)
    replaceSession()
  }

  /// After 20 keys, a second without one, and on every way out.
  mutating func keepDraft(_ draft: Draft, of item: Int? = nil) -> [Effect] {
    guard case .exercise(let screen) = top, !refusesToWrite() else { return [] }
    note(draft, of: item ?? screen.editor.item)
    draftKeys += 1
    return draftKeys >= 20 ? flushDraft() : []
  }

  /// Holds what is half written, to be written out.
  mutating func note(_ draft: Draft, of item: Int) {
    // Half of something that the client keeps is not written over.
    if session.ownHalf(item) == nil { unsaved[item] = draft }
    session.drafts[session.pack.items[item].address.description] = draft.isEmpty ? nil : draft
  }

  /// Drafts of what was just answered, with what was held already: no change empties them.
  mutating func settleDrafts(_ items: [Int]) -> [Effect] {
    let left = items.filter { session.drafts[session.pack.items[$0].address.description] != nil }
    if left.isEmpty { return [] }
    for item in left { note("", of: item) }
    return flushDraft()
  }

  /// The client's own halves of what both just answered, which an answer would empty on disk.
  mutating func keepingOwnHalves(_ changes: [Change]) -> [Effect] {
    let items = answered(changes).filter { session.ownHalf($0) != nil }
    for item in items { unsaved[item] = session.ownHalf(item) }
    return items.isEmpty ? [] : flushDraft()
  }

  mutating func flushDraft() -> [Effect] {
    if !access.readOnly.isEmpty { return [] }
    draftKeys = 0
    return unsaved.sorted { $0.key < $1.key }.map { item, draft in
      .draft(session.pack.items[item].address, draft)
    }
  }
}

extension Item {
  /// Whether it is a list of entries, each with a draft before it is one.
  var isList: Bool {
    if case .records = kind { true } else { false }
  }
}

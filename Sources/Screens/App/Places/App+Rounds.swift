import JSON
import TextUI
import Workbook

extension App {
  /// Something new has happened: what set it off is asked first.
  mutating func beginRound() {
    session.beginRound()
    guard let item = session.pack.item(playing: "moment") else { return }
    let exercise = session.pack.exerciseOfItem[item]
    if let screen = ExerciseScreen(exercise, at: item, session) { stack.append(.exercise(screen)) }
  }

  /// What an earlier round said on this page is said once more.
  mutating func stillTrue(_ items: [Int]) -> [Effect] {
    let changes = session.stillTrue(items)
    if changes.isEmpty {
      notice = session.phrases(.nothingCarried)
      return []
    }
    let waiting = items.compactMap { waitingDraft($0) }
    let effects = keep(changes) + restore(waiting)
    turn(by: 1)
    return effects
  }

  /// What is half written for an item.
  func waitingDraft(_ item: Int) -> (ItemAddress, Draft)? {
    let address = session.pack.items[item].address
    return session.drafts[address.description].map { (address, $0) }
  }

  /// Drafts that outlast the answers just kept.
  mutating func restore(_ waiting: [(ItemAddress, Draft)]) -> [Effect] {
    for (address, draft) in waiting {
      if let item = session.pack.itemPlaces[address] { note(draft, of: item) }
    }
    return waiting.isEmpty ? [] : flushDraft()
  }

  /// The places of the items that some changes answer.
  func answered(_ changes: [Change]) -> [Int] {
    changes.compactMap { change in
      if case .answered(let answer) = change {
        session.pack.itemPlaces[answer.address]
      } else {
        nil
      }
    }
  }

  func isOpen(_ item: Int) -> Bool { !session.reading.isDone(item) }

  mutating func ratherNot() -> [Effect] {
    guard case .exercise(let screen) = top else { return [] }
    if case .records(let editor) = screen.editor, editor.isOpenNew, editor.pickerContext == nil {
      return dropNewEntry()
    }
    if screen.editor.isInEntry {
      notice = session.phrases(.ratherNotInEntry)
      return []
    }
    let item = screen.editor.item
    unsaved[item] = nil
    let effects = keep([session.change(item, .null)].compactMap { $0 }) + settleDrafts([item])
    notice = session.phrases(.ratherNotSaid)
    let isSet = screen.items.count > 1
    let last = screen.items.last == item
    if isSet {
      if case .exercise(var fresh) = top {
        fresh.reopen(session)
        if let place = screen.items.firstIndex(of: item), !last {
          fresh.editor.focus(on: screen.items[place + 1])
        }
        top = .exercise(fresh)
      }
    }
    if !isSet { turn(by: 1) }
    return effects
  }
}

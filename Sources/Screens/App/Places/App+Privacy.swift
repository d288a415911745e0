import TextUI
import Workbook

extension App {
  /// Whether nothing of the profile is on the screen.
  package var isCovered: Bool { isHidden }

  /// Blanks the screen, and locks a sealed profile once everything is on disk.
  mutating func cover() -> [Effect] {
    isHidden = true
    isLockWanted = locksWhenCovered
    let effects = settling()
    return isLockWanted ? effects + [.lock] : effects
  }

  /// While both look, a covered screen waits for any key; what is the client's alone is locked.
  private var locksWhenCovered: Bool { guided.map(\.locksWhenLeft) ?? access.isSealed }

  /// Milliseconds without a key after which a word is said, and after which the screen is covered.
  package func idle(usual: Int) -> (word: Int, cover: Int) {
    if usual == .max { return (.max, usual) }
    if session.desk != nil { return (100_000, 120_000) }
    guard let guided else { return (.max, usual) }
    let (word, cover) = guided.idle
    return (word == .max ? .max : word * 1_000, cover * 1_000)
  }

  /// Whether everything is on disk, so that the key may be forgotten.
  package var mayLock: Bool { pending.isEmpty && unsaved.isEmpty }

  var hasPending: Bool { !pending.isEmpty }

  /// Says why nothing is written, where that is so.
  mutating func refusesToWrite() -> Bool {
    if access.readOnly.isEmpty { return false }
    notice = access.readOnly
    return true
  }

  // MARK: - Sealing

  func sealingScreen(_ computer: ComputerOwner) -> Screen {
    .sealing(
      computer,
      ListBox(
        [
          ListBox.Row(session.phrases(.sealNow), text: session.phrases(.sealNowText)),
          ListBox.Row(session.phrases(.sealNot), text: session.phrases(computer.unsealed)),
        ], focus: computer.isAlone ? 1 : 0))
  }

  func drawSealing(_ computer: ComputerOwner, _ box: ListBox, _ sheet: inout BodyArea) {
    sheet.paragraph(session.phrases(.sealQuestion), .title)
    if !sheet.isLow { sheet.paragraph(session.phrases(computer.consequence)) }
    if !sheet.isLow { sheet.paragraph(session.phrases(.computerCarry), .hint) }
    sheet.list(box)
  }

  mutating func seal() -> [Effect] {
    if refusesToWrite() { return [] }
    return settling() + [.seal]
  }

  // MARK: - Taking back for good

  /// Asks, and with the same key once more takes the answer with the focus back for good.
  mutating func forget() -> [Effect] {
    guard case .exercise(let screen) = top, !refusesToWrite() else { return [] }
    if screen.editor.isInEntry {
      notice = session.phrases(.forgetInEntry)
      return []
    }
    let what = screen.editor.forgetting(session)
    if forgetAsked != what {
      forgetAsked = what
      notice = session.phrases(
        what.isEntry ? .forgetEntryAsk : .forgetAsk,
        ["item": session.pack.items[screen.editor.item].text])
      return []
    }
    forgetAsked = nil
    // What is half typed is part of it: it is left, not kept.
    unsaved[screen.editor.item] = nil
    var effects: [Effect] = pending.isEmpty ? [] : [.save(pending)]
    effects.append(.forget(what))
    return effects
  }

  mutating func tookBack(_ forgotten: ErasureResult) {
    session.hold(forgotten.drafts)
    session.replace(durable)
    if case .exercise(var screen) = top {
      screen.refresh(session)
      screen.reopen(session)
      top = .exercise(screen)
    }
    notice = session.forgottenWords(forgotten)
  }
}

extension OpenWorkbook {
  /// What is said once something was taken back for good.
  func forgottenWords(_ forgotten: ErasureResult) -> String {
    if !forgotten.isAnything { return phrases(.forgetNothing) }
    let titles = forgotten.elsewhere.map(title)
    return titles.isEmpty
      ? phrases(.forgotten)
      : phrases(.forgotten) + " "
        + phrases(.forgetElsewhere, ["items": titles.map { "“\($0)”" }.joined(separator: ", ")])
  }
}

extension ErasureRequest {
  var isEntry: Bool {
    switch self {
    case .entry: true
    case .answer, .words, .client: false
    }
  }
}

extension Editor {
  /// What stands under the cursor: an entry of a list, else the whole answer.
  func forgetting(_ session: OpenWorkbook) -> ErasureRequest {
    let address = session.pack.items[item].address
    if case .records(let editor) = self, let number = editor.numberUnderCursor {
      return .entry(address, number)
    }
    return .answer(address)
  }
}

extension ComputerOwner {
  var isAlone: Bool { self == .mine }

  /// What it means to go on without a passphrase.
  var unsealed: Phrase {
    switch self {
    case .mine: .sealNotMine
    case .shared: .sealNotShared
    case .employer: .sealNotEmployer
    }
  }
}

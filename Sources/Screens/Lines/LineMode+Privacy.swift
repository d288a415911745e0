import JSON
package import Workbook

/// Sealing, locking and taking back for good, in lines.
extension LineMode {
  func sealingQuestion(_ computer: ComputerOwner) -> [String] {
    [
      session.phrases(.sealQuestion),
      "1. \(session.phrases(.sealNow)). \(session.phrases(.sealNowText))",
      "2. \(session.phrases(.sealNot)). \(session.phrases(computer.unsealed))",
      session.phrases(.plainChoose, ["count": "2"]),
    ]
  }

  mutating func hearSealing(_ text: String, _ computer: ComputerOwner) -> LineReply {
    switch text {
    case "1": return LineReply(wish: .seal)
    case "2": return LineReply(lines: goOn())
    default: return LineReply(lines: [notANumber(2)])
    }
  }

  /// Asks, and with the word once more takes the present answer back for good.
  mutating func hearForget() -> LineReply {
    guard case .exercise(let exercise) = state else {
      return LineReply(lines: [session.phrases(.forgetNothing)] + again)
    }
    if !access.readOnly.isEmpty { return LineReply(lines: [access.readOnly]) }
    let item = session.pack.items[exercise.item]
    if forgetAsked == item.address {
      forgetAsked = nil
      return LineReply(wish: .forget(.answer(item.address)))
    }
    forgetAsked = item.address
    return LineReply(lines: [session.phrases(.plainForgetAsk, ["item": item.text])])
  }

  /// What is said, and asked, once the shell has taken something back for good.
  package mutating func after(_ message: Message?) -> [String] {
    switch message {
    case .forgotten(let forgotten):
      renew(forgotten.changes, forgotten.drafts)
      if session.desk != nil { return disposed() }
      if case .exercise(let exercise) = state {
        let isLong = session.reading.isLong(session.pack.exercises[exercise.exercise])
        if let fresh = LineExercise(
          exercise.exercise, isLong: isLong, at: exercise.item, session)
        {
          state = .exercise(fresh)
        }
      }
      return [session.forgottenWords(forgotten), ""] + again
    case .released(let written):
      kept([written.receipt], after: written.before)
      session.replace(durable)
      return [session.words(of: written), ""] + again
    case .notSaved(let reason), .notRead(let reason): return [reason]
    case .notWritten(let reason): return [reason, ""] + again
    case .fileWritten(let path):
      session.guided?.calendar = path
      return [session.phrases(.fileWritten, ["path": path]), ""] + again
    case .key, .tick, .saved, .overtaken, .arrived, .idle, .idleSoon, .pause, .mayWrite, .drafted,
      .sealedElsewhere, .renewed, .mayBring, nil:
      return again
    }
  }
}

/// What others wrote, and what became of our own.
extension LineMode {
  /// Others wrote into the file.
  package mutating func arrived(_ changes: [Change]) {
    if changes.isEmpty { return }
    takeIn(changes)
    session.replace(durable)
  }

  /// The other window is closed: this one may write now.
  package mutating func mayWrite(_ drafts: [String: Draft]) {
    access.readOnly = ""
    session.hold(drafts)
  }

  /// Changes are on disk, after what others had written before them.
  package mutating func kept(_ changes: [Change], after before: [Change]) {
    takeIn(before)
    for change in changes { durable.apply(change) }
    if !before.isEmpty { session.replace(durable) }
  }

  /// What others wrote, on top of what is on disk.
  private mutating func takeIn(_ changes: [Change]) {
    for change in changes {
      durable.apply(change)
      session.note(fromElsewhere: change, durable)
    }
  }

  /// The file as a whole, once something in it was forgotten.
  package mutating func renew(_ changes: [Change], _ drafts: [String: Draft]) {
    durable = Profile(changes)
    session.note(renewed: durable)
    session.hold(drafts)
    session.replace(durable)
  }
}

/// A record that is left with some of its fields empty.
extension LineMode {
  /// Words that lead away from a question.
  static let leaving: Set<String> = [
    "quit", "q", "map", "pathways", "page", "talk", "shown", "new", "lock", "seal",
  ]

  /// What of a record is whole where it is left or the input ends: its last fields may stay empty.
  package mutating func close() -> [Change] {
    guard let whole = wholeRecord else { return [] }
    session.apply([whole])
    return [whole]
  }

  private var exerciseAsked: LineExercise? {
    switch state {
    case .exercise(let exercise), .doubted(let exercise, _, _): exercise
    case .computer, .sealing, .map, .gate, .clientDoor, .pathways, .share, .release, .trial,
      .closing, .agreement,
      .clientKey, .sessionClosing, .client, .plans, .seeking, .found, .settings:
      nil
    }
  }

  private var wholeRecord: Change? {
    guard let exercise = exerciseAsked, access.readOnly.isEmpty,
      let record = exercise.wholeRecord(session)
    else { return nil }
    return session.change(exercise.item, record)
  }
}

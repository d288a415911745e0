import TextUI
import Workbook

/// The coach's desk in lines: the same rows, by number.
extension LineMode {
  var todayLines: [String] {
    let rows = session.deskRows(canLock: access.isSealed)
    var number = 0
    let lines = rows.map { row -> String in
      if row.entry == nil { return row.row.title }
      number += 1
      return "\(number). " + LineMode.spoken(row.row)
    }
    return ["", session.banner ?? "", session.deskWord].filter { !$0.isEmpty } + lines
      + [session.phrases(.plainDesk)]
  }

  func clientLines(_ number: Int) -> [String] {
    let rows = session.clientRows(number).enumerated().map {
      "\($0 + 1). " + LineMode.spoken($1.row)
    }
    return ["", session.roster.client(number)?.name ?? ""] + session.clientLines(number) + rows
      + [session.phrases(.plainDeskClient)]
  }

  func planLines(_ isNew: Bool) -> [String] {
    let rows = session.planRows.enumerated().map {
      "\($0 + 1). " + LineMode.spoken($1)
    }
    return ["", session.phrases(isNew ? .deskPlanNew : .deskPlanAsk)] + rows
  }

  private static func spoken(_ row: ListBox.Row) -> String {
    [row.title, row.note, row.text].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// Where an exercise about a client leads back to.
  func client(of exercise: Int) -> State {
    let number = exercise + 1
    return session.roster.client(number) == nil ? .map : .client(number)
  }

  /// - Returns: `nil` where it is no word of the desk.
  mutating func hearDesk(_ text: String) -> LineReply? {
    guard session.desk != nil else { return nil }
    let word = text.lowercased()
    if case .exercise(let exercise) = state {
      guard word == "map" else { return nil }
      let left = close()
      session.renewDesk()
      state = client(of: exercise.exercise)
      return LineReply(lines: again, changes: left)
    }
    if ["?", "help", "people", "quit", "q", "save", "lock"].contains(word) { return nil }
    if word == "map" || word == "back" {
      if case .plans(let number, _) = state { state = .client(number) } else { state = .map }
      return LineReply(lines: again)
    }
    let place = (Int(word) ?? 0) - 1
    switch state {
    case .client(let number): return hearClient(number, place)
    case .plans(let number, let isNew): return hearPlan(number, isNew, place)
    default: return hearToday(place)
    }
  }

  private mutating func hearToday(_ place: Int) -> LineReply {
    let rows = session.deskRows(canLock: access.isSealed).compactMap(\.entry)
    guard rows.indices.contains(place) else { return LineReply(lines: [notANumber(rows.count)]) }
    switch rows[place] {
    case .client(let number):
      state = .client(number)
      return LineReply(lines: again)
    case .newClient: return openItem("about", of: session.roster.nextNumber)
    case .sheet(let plan): return LineReply(lines: said(.sheet(plan)) + [""] + again)
    case .lock: return LineReply(wish: .lock)
    case .people: return LineReply(lines: said(.people) + [""] + again)
    case .exercise, .pathways, .share, .talk, .receipts, .letter, .newMoment, .seal:
      return LineReply(lines: again)
    }
  }

  private mutating func hearClient(_ number: Int, _ place: Int) -> LineReply {
    let rows = session.clientRows(number).map(\.entry)
    guard rows.indices.contains(place) else { return LineReply(lines: [notANumber(rows.count)]) }
    if rows[place] != .dispose { disposeAsked = nil }
    switch rows[place] {
    case .goOn: return session.roster.running.map { sit($0) } ?? LineReply(lines: again)
    case .withdraw:
      session.apply([Roster.ending])
      return LineReply(
        lines: [session.phrases(.deskWithdrawn)] + again, changes: [Roster.ending])
    case .agenda: return LineReply(lines: said(.deskAgenda(number)) + [""] + again)
    case .begin(let isNew):
      if let running = session.roster.running {
        let name = session.roster.client(running.client)?.name ?? ""
        return LineReply(lines: [session.phrases(.deskRunning, ["name": name])] + again)
      }
      state = .plans(number, isNew: isNew)
      return LineReply(lines: again)
    case .notes: return openItem("notes", of: number)
    case .next: return openItem("next", of: number)
    case .about: return openItem("about", of: number)
    case .overruled: return openItem("overruled", of: number)
    case .record: return LineReply(lines: said(.clientRecord(number)) + [""] + again)
    case .paper: return LineReply(wish: .file(session.recordToWrite(number)))
    case .dispose: return dispose(number)
    }
  }

  private mutating func dispose(_ number: Int) -> LineReply {
    guard let client = session.roster.client(number) else { return LineReply(lines: again) }
    if disposeAsked != number {
      disposeAsked = number
      return LineReply(lines: [session.phrases(.deskDisposeAsk)])
    }
    disposeAsked = nil
    let changes = session.disposing(client)
    session.apply(changes)
    return LineReply(changes: changes, wish: .forget(.client(number)))
  }

  /// Once everything about a client is gone.
  mutating func disposed() -> [String] {
    session.renewDesk()
    state = .map
    return [session.phrases(.deskDisposed)] + again
  }

  private mutating func hearPlan(_ number: Int, _ isNew: Bool, _ place: Int) -> LineReply {
    guard let slip = session.beginning(number, plan: place, isNew: isNew) else {
      return LineReply(lines: [notANumber(session.planRows.count)])
    }
    return sit(slip)
  }

  private mutating func sit(_ slip: SessionHandoff) -> LineReply {
    let change = Roster.running(slip)
    session.apply([change])
    return LineReply(changes: [change], wish: .sit(slip))
  }

  private mutating func openItem(_ id: String, of client: Int) -> LineReply {
    session.renewDesk()
    guard let item = session.item(id, of: client),
      let exercise = LineExercise(
        session.pack.exerciseOfItem[item], isLong: true, at: item, session)
    else { return LineReply(lines: again) }
    state = .exercise(exercise)
    return LineReply(lines: exercise.question(session))
  }
}

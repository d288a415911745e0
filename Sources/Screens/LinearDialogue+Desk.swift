import TextUI
import Workbook

/// The coach's desk in lines: the same rows, by number.
extension LinearDialogue {
  var todayLines: [String] {
    let rows = session.deskRows(canLock: access.isSealed)
    var number = 0
    let lines = rows.map { row -> String in
      if row.entry == nil { return row.row.title }
      number += 1
      return "\(number). " + LinearDialogue.spoken(row.row)
    }
    return ["", session.banner ?? "", session.deskWord].filter { !$0.isEmpty } + lines
      + [session.phrases(.plainDesk)]
  }

  func clientLines(_ number: Int) -> [String] {
    let rows = session.clientRows(number).enumerated().map {
      "\($0 + 1). " + LinearDialogue.spoken($1.row)
    }
    return ["", session.roster.client(number)?.name ?? ""] + session.clientLines(number) + rows
      + [session.phrases(.plainDeskClient)]
  }

  func planLines(_ isNew: Bool) -> [String] {
    let rows = session.planRows.enumerated().map {
      "\($0 + 1). " + LinearDialogue.spoken($1)
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
  mutating func hearDesk(_ text: String) -> Turn? {
    guard session.desk != nil else { return nil }
    let word = text.lowercased()
    if case .exercise(let exercise) = state {
      guard word == "map" else { return nil }
      let left = close()
      session.renewDesk()
      state = client(of: exercise.exercise)
      return Turn(lines: again, changes: left)
    }
    if ["?", "help", "people", "quit", "q", "save", "lock"].contains(word) { return nil }
    if word == "map" || word == "back" {
      if case .plans(let number, _) = state { state = .client(number) } else { state = .map }
      return Turn(lines: again)
    }
    let place = (Int(word) ?? 0) - 1
    switch state {
    case .client(let number): return hearClient(number, place)
    case .plans(let number, let isNew): return hearPlan(number, isNew, place)
    default: return hearToday(place)
    }
  }

  private mutating func hearToday(_ place: Int) -> Turn {
    let rows = session.deskRows(canLock: access.isSealed).compactMap(\.entry)
    guard rows.indices.contains(place) else { return Turn(lines: [notANumber(rows.count)]) }
    switch rows[place] {
    case .client(let number):
      state = .client(number)
      return Turn(lines: again)
    case .newClient: return openItem("about", of: session.roster.nextNumber)
    case .sheet(let plan): return Turn(lines: said(.sheet(plan)) + [""] + again)
    case .lock: return Turn(wish: .lock)
    case .people: return Turn(lines: said(.people) + [""] + again)
    case .exercise, .pathways, .share, .talk, .receipts, .letter, .newMoment, .seal:
      return Turn(lines: again)
    }
  }

  private mutating func hearClient(_ number: Int, _ place: Int) -> Turn {
    let rows = session.clientRows(number).map(\.entry)
    guard rows.indices.contains(place) else { return Turn(lines: [notANumber(rows.count)]) }
    if rows[place] != .dispose { disposeAsked = nil }
    switch rows[place] {
    case .goOn: return session.roster.running.map { sit($0) } ?? Turn(lines: again)
    case .withdraw:
      session.apply([Roster.ending])
      return Turn(
        lines: [session.phrases(.deskWithdrawn)] + again, changes: [Roster.ending])
    case .agenda: return Turn(lines: said(.deskAgenda(number)) + [""] + again)
    case .begin(let isNew):
      if let running = session.roster.running {
        let name = session.roster.client(running.client)?.name ?? ""
        return Turn(lines: [session.phrases(.deskRunning, ["name": name])] + again)
      }
      state = .plans(number, isNew: isNew)
      return Turn(lines: again)
    case .notes: return openItem("notes", of: number)
    case .next: return openItem("next", of: number)
    case .about: return openItem("about", of: number)
    case .overruled: return openItem("overruled", of: number)
    case .record: return Turn(lines: said(.clientRecord(number)) + [""] + again)
    case .paper: return Turn(wish: .file(session.recordToWrite(number)))
    case .dispose: return dispose(number)
    }
  }

  private mutating func dispose(_ number: Int) -> Turn {
    guard let client = session.roster.client(number) else { return Turn(lines: again) }
    if disposeAsked != number {
      disposeAsked = number
      return Turn(lines: [session.phrases(.deskDisposeAsk)])
    }
    disposeAsked = nil
    let changes = session.disposing(client)
    session.apply(changes)
    return Turn(changes: changes, wish: .forget(.client(number)))
  }

  /// Once everything about a client is gone.
  mutating func disposed() -> [String] {
    session.renewDesk()
    state = .map
    return [session.phrases(.deskDisposed)] + again
  }

  private mutating func hearPlan(_ number: Int, _ isNew: Bool, _ place: Int) -> Turn {
    guard let slip = session.beginning(number, plan: place, isNew: isNew) else {
      return Turn(lines: [notANumber(session.planRows.count)])
    }
    return sit(slip)
  }

  private mutating func sit(_ slip: SessionHandoff) -> Turn {
    let change = Roster.running(slip)
    session.apply([change])
    return Turn(changes: [change], wish: .sit(slip))
  }

  private mutating func openItem(_ id: String, of client: Int) -> Turn {
    session.renewDesk()
    guard let item = session.item(id, of: client),
      let exercise = LinearExercise(
        session.pack.exerciseOfItem[item], isLong: true, at: item, session)
    else { return Turn(lines: again) }
    state = .exercise(exercise)
    return Turn(lines: exercise.question(session))
  }
}

import Rules
import TextUI
import Workbook

/// What can be done about a client from the desk.
enum ClientEntry: Hashable, Sendable {
  case goOn
  case withdraw
  case agenda
  case begin(isNew: Bool)
  case notes, next, about, overruled
  case record
  case paper
  case dispose
}

/// A coach at their desk.
extension App {
  /// - Parameters:
  ///   - session: of the coach's own file.
  ///   - focus: the client whose page is opened first; nothing for today.
  package init(desk session: OpenWorkbook, access: Access, focus: Int? = nil) {
    self.init(session, access: access)
    stack = [homeScreen]
    if let focus, session.roster.client(focus) != nil { openClient(focus) }
  }

  // MARK: - Today

  var deskRows: [(entry: HomeEntry?, row: ListBox.Row)] {
    session.deskRows(canLock: access.isSealed)
  }

  mutating func openNewClient() {
    let number = session.roster.nextNumber
    guard let item = session.item("about", of: number) else { return }
    openItem(item)
  }

  private mutating func openItem(_ item: Int) {
    let exercise = session.pack.exerciseOfItem[item]
    if let screen = ExerciseScreen(exercise, at: item, session) { stack.append(.exercise(screen)) }
  }

  // MARK: - A client

  mutating func openClient(_ number: Int) {
    stack.append(.client(number, ListBox(session.clientRows(number).map(\.row))))
  }

  mutating func openClientEntry(_ number: Int, _ place: Int) -> [Effect] {
    let rows = session.clientRows(number)
    guard rows.indices.contains(place) else { return [] }
    let entry = rows[place].entry
    if entry != .dispose { disposeAsked = nil }
    switch entry {
    case .goOn: return session.roster.running.map { sit($0) } ?? []
    case .withdraw: return withdraw()
    case .agenda: stack.append(.document(DocumentScreen(.deskAgenda(number))))
    case .begin(let isNew):
      if let running = session.roster.running {
        notice = session.phrases(
          .deskRunning, ["name": session.roster.client(running.client)?.name ?? ""])
        return []
      }
      stack.append(.plans(number, isNew: isNew, ListBox(session.planRows)))
    case .notes: open("notes", number)
    case .next: open("next", number)
    case .about: open("about", number)
    case .overruled: open("overruled", number)
    case .record: stack.append(.document(DocumentScreen(.clientRecord(number))))
    case .paper:
      return [.file(session.recordToWrite(number))]
    case .dispose: return dispose(number)
    }
    return []
  }

  private mutating func open(_ id: String, _ number: Int) {
    if let item = session.item(id, of: number) { openItem(item) }
  }

  /// Asks, and the second time takes everything about a client out of the file for good.
  private mutating func dispose(_ number: Int) -> [Effect] {
    guard let client = session.roster.client(number), !refusesToWrite() else { return [] }
    if disposeAsked != number {
      disposeAsked = number
      notice = session.phrases(.deskDisposeAsk)
      return []
    }
    disposeAsked = nil
    let changes = session.disposing(client)
    session.apply(changes)
    pending += changes
    return [.save(pending), .forget(.client(number))]
  }

  /// The session is over at the desk; the client's file stays as it is.
  private mutating func withdraw() -> [Effect] {
    if refusesToWrite() { return [] }
    session.apply([Roster.ending])
    pending.append(Roster.ending)
    refresh()
    notice = session.phrases(.deskWithdrawn)
    return [.save(pending)]
  }

  mutating func disposed() {
    session.renewDesk()
    stack = [homeScreen]
    notice = session.phrases(.deskDisposed)
  }

  // MARK: - A session

  mutating func choosePlan(_ number: Int, isNew: Bool, _ place: Int) -> [Effect] {
    guard let slip = session.beginning(number, plan: place, isNew: isNew) else { return [] }
    return sit(slip)
  }

  private mutating func sit(_ slip: SessionHandoff) -> [Effect] {
    if refusesToWrite() { return [] }
    let change = Roster.running(slip)
    session.apply([change])
    let effects = settling()
    pending.append(change)
    return effects.filter { if case .save = $0 { false } else { true } } + [
      .save(pending), .sit(slip),
    ]
  }
}

import Briefs
import JSON
import TextUI
import Typesetting
package import Workbook

/// A guided session: who types, who sees, and how one gives way to the other.
extension App {
  var guided: ClientSession? { session.guided }

  /// Where a session stands, as far as keys go; nothing where the person is alone.
  var moment: CoachingPhase? {
    guard let guided else { return nil }
    if let purpose = guided.question?.purpose { return purpose.moment }
    switch guided.sitting.state {
    case .agreement: return isOn(.agreement) ? .agreement : nil
    case .together: return .together
    case .clientOnly: return .clientOnly
    case .closing, .closed: return isOn(.sessionClosing) ? .closing : nil
    }
  }

  /// Whether the time that has passed is on the screen.
  var hasClock: Bool {
    if case .document(let screen) = top, case .deskAgenda = screen.kind { return true }
    return guided?.sitting.state == .together
  }

  private func isOn(_ kind: DocumentKind) -> Bool {
    if case .document(let screen) = top { screen.kind == kind } else { false }
  }

  /// A client's workbook in a session.
  package init(guiding session: OpenWorkbook, slip: SessionHandoff, access: Access) {
    var session = session
    let all = session.profile
    session.guide(slip)
    self.init(session, access: access)
    durable = all
    stack = [homeScreen]
    enterState()
  }

  /// The screens of the state that the session is in. Whoever has just opened the file chooses the client's key before anything of
  /// it is shown.
  private mutating func enterState() {
    guard let guided else { return }
    stack = [homeScreen]
    seeking = nil
    switch guided.sitting.state {
    case .agreement:
      stack.append(.document(DocumentScreen(.agreement)))
      return
    case .together: break
    case .clientOnly: stack.append(.document(DocumentScreen(.clientDoor)))
    case .closing, .closed: stack.append(.document(DocumentScreen(.sessionClosing)))
    }
    if !guided.hasKey { ask(.choosing) }
  }

  // MARK: - Keys

  /// - Returns: `nil` where the key is the workbook's own.
  mutating func handleGuided(_ key: Key) -> [Effect]? {
    guard let moment else { return nil }
    guard let command = CoachingKeyMap.command(key, at: moment) else { return nil }
    switch command {
    case .confirm: return moment == .agreement ? confirm() : endSession()
    case .handOver: return handOver()
    case .giveBack: return offerBack()
    case .show: return showOrKeep()
    case .ownAgain: return takeOwnBack()
    case .plan:
      stack.append(.document(DocumentScreen(.plan)))
      return []
    case .desk: return settling() + toDesk
    case .close: return move(to: .closing)
    case .calendar: return writeCalendar()
    case .back: return moment == .closing ? move(to: .together) : []
    case .answer: return []
    }
  }

  /// Whether a command of the workbook would show or end what is the client's alone.
  func isRefused(_ command: Command) -> Bool {
    if guided?.question != nil {
      return ![.privacy, .quit, .suspend, .redraw].contains(command)
    }
    if !mayWander, [.palette, .find, .settings].contains(command) { return true }
    switch moment {
    case .clientOnly, .together, nil: return false
    case .agreement, .choosingKey, .enteringKey, .givingBack, .closing:
      return [.back, .take, .undo, .redo, .toggle].contains(command)
    }
  }

  /// Whether one may go anywhere from here: not past what has to be read first in a session, whatever lies over it.
  private var mayWander: Bool {
    switch guided?.sitting.state {
    case .agreement, .closing, .closed: false
    case .together, .clientOnly, nil: true
    }
  }

  /// Whether a command would give the terminal to somebody while the client's own is open.
  func leavesClientAlone(_ command: Command) -> Bool {
    guided?.locksWhenLeft == true && [.quit, .suspend].contains(command)
  }

  // MARK: - From state to state

  /// Notes the state, and lays the screens anew: nothing that was there before the handing over is seen after it.
  mutating func move(
    to state: CoachingSession.State, _ change: (inout CoachingSession) -> Void = { _ in }
  )
    -> [Effect]
  {
    if refusesToWrite() { return [] }
    let effects = settling()
    // Which exercise the client was at alone is theirs: before both the map stands where it stood.
    let here = guided?.isClientOnly == true ? guided?.exerciseOfBoth : exerciseInStack?.exercise
    if let change = session.pass(to: state, change) { pending.append(change) }
    // What answers alone had brought up is not said before both.
    offer = nil
    replaceSession()
    enterState()
    if let here { showOnMap(here) }
    return [.save(pending)] + effects.filter { if case .save = $0 { false } else { true } }
  }

  /// One of the two has said yes to what both read.
  private mutating func confirm() -> [Effect] {
    guard let guided else { return [] }
    let agreement = session.pack.guidance.agreement
    let isWhole = session.readsAgreementWhole
    session.guided?.confirmed += 1
    if isWhole && guided.confirmed == 0 { return [] }
    return move(to: .together) { $0.version = agreement.version }
  }

  private mutating func handOver() -> [Effect] {
    if refusesToWrite() { return [] }
    let effects = keepEntry() + flushDraft()
    ask(.entering)
    return effects
  }

  /// The exercise that was last opened, and the item with the focus.
  private var exerciseInStack: (exercise: Int, item: Int)? {
    for case .exercise(let screen) in stack.reversed() {
      return (screen.exercise, screen.editor.item)
    }
    return nil
  }

  /// The client alone goes in: to a page with nothing on it, and behind it what they were at.
  mutating func goIn() -> [Effect] {
    let place = exerciseInStack
    let effects = move(to: .clientOnly)
    session.guided?.exerciseOfBoth = place?.exercise
    if let place, let screen = ExerciseScreen(place.exercise, at: place.item, session) {
      stack.insert(.exercise(screen), at: stack.count - 1)
    }
    return effects
  }

  private mutating func offerBack() -> [Effect] {
    let effects = keepEntry() + flushDraft()
    ask(.givingBack)
    return effects
  }

  /// What both see of this page: all of it where the client kept some, else nothing.
  private mutating func showOrKeep() -> [Effect] {
    guard case .exercise(let screen) = top, !refusesToWrite() else {
      notice = session.phrases(.showWhere)
      return []
    }
    if screen.editor.isInEntry {
      notice = session.phrases(.showInEntry)
      return []
    }
    let addresses = screen.items.map { session.pack.items[$0].address }
    let answers = addresses.compactMap { session.profile.current($0) }
    if answers.isEmpty {
      notice = session.phrases(.showNothing)
      return []
    }
    if addresses.contains(where: { session.drafts[$0.description]?.isEmpty == false }) {
      notice = session.phrases(.showHalf)
      return []
    }
    let isShown = session.isShown(screen.items)
    let changes = answers.map { $0.showing(!isShown) }
    session.apply(changes)
    pending += changes
    notice = session.phrases(isShown ? .keptSaid : .shownSaid)
    return [.save(pending)]
  }

  /// The client takes up again what they had answered alone before both answered it. It's theirs, as anything is that is
  /// answered here; both go on seeing what both said.
  private mutating func takeOwnBack() -> [Effect] {
    guard case .exercise(let screen) = top, !refusesToWrite() else { return [] }
    let changes = session.ownAgain(screen.items)
    if changes.isEmpty {
      notice = session.phrases(.ownNone)
      return []
    }
    for item in screen.items { unsaved[item] = nil }
    let effects = keep(changes)
    refresh()
    notice = session.phrases(.ownBack)
    return effects
  }

  /// Whether a key of the session does something where one is: what would only explain itself is not offered.
  func worksHere(_ row: CoachingKeyRow) -> Bool {
    let items = itemsOnScreen
    return switch row.command {
    case .show: items != nil
    case .ownAgain: items.map(session.hasOwnBefore) ?? false
    case .confirm, .handOver, .giveBack, .plan, .desk, .close, .calendar, .answer, .back: true
    }
  }

  // MARK: - The end

  private mutating func writeCalendar() -> [Effect] {
    guard let file = session.calendarToWrite else {
      notice = session.phrases(.closingNoDays)
      return []
    }
    return [.file(file)]
  }

  mutating func wrote(_ path: String) {
    if session.guided == nil {
      notice = session.phrases(.fileWritten, ["path": path])
    } else {
      session.guided?.calendar = path
    }
  }

  private mutating func endSession() -> [Effect] {
    if guided?.sitting.state == .closed || refusesToWrite() { return toDesk }
    return move(to: .closed) + toDesk
  }

  private var toDesk: [Effect] {
    guard var slip = session.slip(of: held) else { return [] }
    slip.exercise = exerciseInStack.map { session.pack.exercises[$0.exercise].id } ?? ""
    return [.desk(slip)]
  }

  /// What stands on the normal screen after a session was left: nothing of anybody, and how to go on.
  package var farewell: [String] { [session.phrases(hasUnsaved ? .leftUnsaved : .coachBye)] }
}

extension OpenWorkbook {
  /// The client's days that both have seen, as a file; `nil` where there are none.
  var calendarToWrite: FileToWrite? {
    let calendar = calendar(inWords: false)
    if calendar.events.isEmpty { return nil }
    return FileToWrite(name: "session-\(today).ics", text: calendar.text, isBesideProfile: true)
  }

  /// Whether the agreement is read whole: at the first time, and when its words changed.
  var readsAgreementWhole: Bool {
    guided.map { $0.slip.version != pack.guidance.agreement.version } ?? true
  }

  /// Whether everything that is answered on a page was seen by both.
  func isShown(_ items: [Int]) -> Bool {
    let answers = items.compactMap { profile.current(pack.items[$0].address) }
    return !answers.isEmpty && answers.allSatisfy { profile.isSeen($0.address) }
  }

  /// What the client has half written of an item, where both look; nothing elsewhere.
  func ownHalf(_ item: Int) -> Draft? { guided?.ownHalf(pack.items[item].address) }

  /// Whether both answered something of a page over the client's own answer, and the client looks.
  func hasOwnBefore(_ items: [Int]) -> Bool {
    guided?.isClientOnly == true
      && items.contains { profile.ownBefore(pack.items[$0].address) != nil }
  }

  /// The changes by which the client's own answers of a page count again, for them.
  func ownAgain(_ items: [Int]) -> [Change] {
    if guided?.isClientOnly != true { return [] }
    return items.compactMap { item in
      guard var own = profile.ownBefore(pack.items[item].address) else { return nil }
      (own.at, own.round) = (now, round)
      return .answered(own)
    }
  }

  /// What the client had answered alone, in a sentence for each item of a page.
  func ownBeforeInWords(_ items: [Int]) -> [String] {
    if guided?.isClientOnly != true { return [] }
    return items.compactMap { item in
      guard let own = profile.ownBefore(pack.items[item].address) else { return nil }
      if own.value == .null { return phrases(.ownBeforeNot) }
      let words = HeldWords.words(own.value, pack.items[item].kind)
      return phrases(.ownBefore, ["words": words.cut(to: 160)])
    }
  }

  /// What the coach's file gets to know: days, numbers and names of exercises, of what both have seen.
  package func slip(of all: Profile) -> SessionHandoff? {
    guard let guided else { return nil }
    var slip = guided.slip
    slip.isNew = false
    slip.version = guided.sitting.version
    slip.isClosed = guided.sitting.state == .closed
    var both = self
    both.guided?.sitting.state = .together
    both.replace(all)
    slip.add(both, since: guided.sitting.began)
    if slip.isClosed { slip.marks = marks(all, since: guided.sitting.began) }
    return slip
  }

  /// The client's marks for the session, where they said that their coach may see them.
  private func marks(_ all: Profile, since began: String) -> [String] {
    guard let place = pack.item(playing: "session-marks") else { return [] }
    func said(_ item: Int) -> String? {
      guard let answer = all.current(pack.items[item].address), answer.at >= began else {
        return nil
      }
      return answer.value.text
    }
    guard said(place) == "yes" else { return [] }
    let exercise = pack.exercises[pack.exerciseOfItem[place]]
    return exercise.items.compactMap { item in
      guard item != place, case .choice = pack.items[item].kind else { return nil }
      return said(item) ?? ""
    }
  }
}

extension SessionHandoff {
  fileprivate mutating func add(_ session: OpenWorkbook, since began: String) {
    let pack = session.pack
    let seen = session.profile.current
    let fresh = Set(seen.filter { $0.at >= began }.map(\.address.exercise))
    done = pack.exercises.filter {
      fresh.contains($0.id) && session.isBegun($0) && session.isDone($0)
    }.map(\.id)
    func value(_ role: String) -> JSONValue? {
      pack.item(playing: role).flatMap { item in
        seen.first { $0.address == pack.items[item].address && $0.at >= began }?.value
      }
    }
    again = value("next-session")?.text ?? ""
    hasGoal = value("session-goal")?.text?.isEmpty == false
    hasStep = value("experiments")?.list?.isEmpty == false
  }
}

import JSON
import TextUI
import Workbook

/// A guided session in lines: the same states, by words.
extension LineMode {
  /// The state in which the session is.
  mutating func enterGuided() {
    guard let guided = session.guided else { return }
    switch guided.sitting.state {
    case .agreement: state = .agreement
    case .closing, .closed: state = .sessionClosing
    case .clientOnly: state = .clientDoor
    case .together: state = .map
    }
    if guided.sitting.state != .agreement, !guided.hasKey { ask(.choosing) }
  }

  private mutating func ask(_ purpose: KeyQuestion.Purpose) {
    session.guided?.ask(purpose)
    state = .clientKey
  }

  /// After how many seconds without a line the terminal is cleared or the file locked, and how many before a word is said.
  package func idle(usual: Int) -> (seconds: Int, grace: Int, locks: Bool) {
    if session.guided?.locksWhenLeft == false { return (min(usual, 180), 0, false) }
    if session.guided != nil || session.desk != nil {
      let seconds = min(usual, 120)
      return (seconds, max(1, seconds / 6), true)
    }
    return (usual, max(1, min(60, usual / 5)), true)
  }

  /// What is asked at this moment.
  package var present: [String] { again }

  /// The item that is asked; nothing where none is.
  package var itemAsked: Int? {
    guard case .exercise(let exercise) = state else { return nil }
    return exercise.item
  }

  /// Whether what is typed next is not to be seen on the terminal: it would stay there.
  package var isUnseen: Bool { session.guided?.isClientOnly == true || state == .clientKey }

  /// What is asked where the session itself asks something.
  var guidedLines: [String] {
    let kind: DocumentKind
    var words: [Phrase] = []
    switch state {
    case .agreement: (kind, words) = (.agreement, [.plainYes])
    case .clientKey:
      let isChoosing = session.guided?.question?.purpose == .choosing
      (kind, words) = (.clientKey, [isChoosing ? .plainKeyStartOver : .plainBackWord])
    case .clientDoor: (kind, words) = (.clientDoor, [.plainDoor])
    default: (kind, words) = (.sessionClosing, [.plainCloseWords])
    }
    return ["", session.banner ?? ""] + said(kind) + words.map { session.phrases($0) }
  }

  /// - Returns: `nil` where it is no word of the session.
  mutating func hearGuided(_ text: String) -> LineReply? {
    guard session.guided != nil else { return nil }
    let word = text.lowercased()
    // Every word can be the key here, also one that means something elsewhere.
    if state == .clientKey { return hearKey(text) }
    if ["?", "help", "people", "quit", "q", "save"].contains(word) {
      // While the client alone sits there, nobody leaves for them.
      if session.guided?.isClientOnly == true, ["quit", "q"].contains(word) {
        return LineReply(lines: [session.phrases(.plainClientStays)] + again)
      }
      return nil
    }
    switch state {
    case .agreement:
      if word == "desk" { return toDesk() }
      return ["y", "yes"].contains(word) ? confirm() : LineReply(lines: again)
    case .sessionClosing: return hearEnd(word)
    case .clientDoor where word.isEmpty: return toMap()
    default: return hearTogether(word)
    }
  }

  private mutating func hearTogether(_ word: String) -> LineReply? {
    let isClientOnly = session.guided?.isClientOnly == true
    switch word {
    case "over":
      let left = leave()
      ask(isClientOnly ? .givingBack : .entering)
      return LineReply(lines: again, changes: left)
    case "all":
      let left = leave()
      (state, showsAll) = (.map, true)
      defer { showsAll = false }
      return LineReply(lines: again, changes: left)
    case "show" where isClientOnly: return show()
    case "mine" where isClientOnly && isAtOwnBefore: return takeOwnBack()
    case "plan" where !isClientOnly: return LineReply(lines: said(.plan) + [""] + again)
    case "desk" where !isClientOnly:
      let left = leave()
      return LineReply(changes: left, wish: toDesk(left).wish)
    case "end" where !isClientOnly: return move(to: .closing)
    case "pathways" where isClientOnly:
      return LineReply(lines: [session.phrases(.plainClientStays)] + again)
    case "page", "talk", "shown", "new", "seal", "next", "forget":
      return LineReply(lines: [session.phrases(.plainAlone)] + again)
    default: return nil
    }
  }

  // MARK: - From state to state

  private mutating func move(
    to state: CoachingSession.State, _ change: (inout CoachingSession) -> Void = { _ in }
  ) -> LineReply {
    let wasClients = session.guided?.isClientOnly == true
    let left = leave()
    guard let change = session.pass(to: state, change) else { return LineReply() }
    let changes = left + [change]
    var all = durable
    for change in changes { all.apply(change) }
    session.replace(all)
    enterGuided()
    var turn = LineReply(lines: again, changes: changes)
    turn.wipes = wasClients
    return turn
  }

  /// A record that is left with all that must be said, seen by whoever saw it being said.
  private mutating func leave() -> [Change] {
    let left = close()
    let seen = session.seeing(left)
    session.apply(seen)
    return left + seen
  }

  private mutating func confirm() -> LineReply {
    let version = session.pack.guidance.agreement.version
    let isFirst = session.readsAgreementWhole && session.guided?.confirmed == 0
    session.guided?.confirmed += 1
    if isFirst { return LineReply(lines: [session.phrases(.agreementCoachYes)]) }
    return move(to: .together) { $0.version = version }
  }

  private mutating func hearKey(_ text: String) -> LineReply {
    if text.lowercased() == "back" {
      if session.guided?.leaveKey() == true { state = .map }
      return LineReply(lines: again)
    }
    session.guided?.question?.typed = ClientKey(text)
    switch session.guided?.answerKey(name: session.name) ?? .asked {
    case .asked: return LineReply(lines: again)
    case .chosen:
      enterGuided()
      return LineReply(lines: again)
    case .entered: return move(to: .clientOnly)
    case .gaveBack: return move(to: .together)
    case .locks: return LineReply(wish: .lock)
    }
  }

  private mutating func show() -> LineReply {
    guard case .exercise(let exercise) = state,
      let answer = session.profile.current(session.pack.items[exercise.item].address)
    else { return LineReply(lines: [session.phrases(.showNothing)] + again) }
    if session.drafts[answer.address.description]?.isEmpty == false {
      return LineReply(lines: [session.phrases(.showHalf)] + again)
    }
    let isShown = session.profile.isSeen(answer.address)
    let change = answer.showing(!isShown)
    session.apply([change])
    return LineReply(
      lines: [session.phrases(isShown ? .keptSaid : .plainShown)] + again, changes: [change])
  }

  /// Whether both answered the question that is asked over the client's own answer; else the word is words.
  private var isAtOwnBefore: Bool { itemAsked.map { session.hasOwnBefore([$0]) } ?? false }

  private mutating func takeOwnBack() -> LineReply {
    guard let item = itemAsked else { return LineReply(lines: again) }
    let changes = session.ownAgain([item])
    session.apply(changes)
    return LineReply(lines: [session.phrases(.ownBack)] + again, changes: changes)
  }

  private mutating func hearEnd(_ word: String) -> LineReply {
    switch word {
    case "back": return move(to: .together)
    case "calendar":
      let calendar = session.calendarToWrite
      return calendar.map { LineReply(wish: .file($0)) }
        ?? LineReply(lines: [session.phrases(.closingNoDays)] + again)
    case "y", "yes":
      var turn = session.guided?.sitting.state == .closed ? LineReply() : move(to: .closed)
      turn.lines = []
      turn.wish = toDesk(turn.changes).wish
      return turn
    default: return LineReply(lines: again)
    }
  }

  private func toDesk(_ changes: [Change] = []) -> LineReply {
    var all = durable
    for change in changes { all.apply(change) }
    guard var slip = session.slip(of: all) else { return LineReply() }
    if case .exercise(let exercise) = state {
      slip.exercise = session.pack.exercises[exercise.exercise].id
    }
    return LineReply(wish: .desk(slip))
  }
}

extension OpenWorkbook {
  /// The effects that keep the client's own halves past changes that both made.
  func ownHalves(after changes: [Change]) -> [Effect] {
    changes.compactMap { change in
      guard case .answered(let answer) = change else { return nil }
      return guided?.ownHalf(answer.address).map { .draft(answer.address, $0) }
    }
  }
}

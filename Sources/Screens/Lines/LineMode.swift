import Briefs
import JSON
import TextUI
package import Workbook

/// The workbook as a conversation in lines: no cursor, no picture, one question at a time.
///
/// Everything the screen asks is asked here with the same numbers, and leaves the same answers.
package struct LineMode: Sendable {
  package internal(set) var session: OpenWorkbook
  var state: State

  /// What a line brought.
  package struct LineReply: Hashable, Sendable {
    package var lines: [String] = []
    package var changes: [Change] = []
    /// An entry of a list as far as it is written, to be kept; empty where it is whole.
    package var draft: Effect?
    /// What the client alone has half written of what both just answered, to be written again: an answer empties it on disk.
    package var ownHalves: [Effect] = []
    package var ends = false
    /// Whether what stands on the terminal is to go first: it was for the client alone.
    package var wipes = false
    /// What else the shell is to do: lock, seal, take back for good.
    package var wish: Effect?
  }

  package var access = Access()
  /// What is on disk, as far as it was heard of.
  var durable: Profile
  /// What was last ticked for a page; gone when the conversation ends.
  var ticked: [SelectedShare] = []
  /// What the word *forget* would take back when it is typed once more.
  var forgetAsked: ItemAddress?
  /// The answer that the word *undo* would take back when it is typed once more.
  var undoAsked: Answer?
  /// Whether in a session every exercise is listed, and not the plan's alone.
  var showsAll = false
  /// The client about whom everything would go with the same number once more.
  var disposeAsked: Int?

  enum State: Hashable, Sendable {
    case computer
    case sealing(ComputerOwner)
    case map
    /// What is missing for an exercise, before it is opened.
    case gate(exercise: Int, isLong: Bool)
    case exercise(LineExercise)
    /// A line at a text that reads like a command: whether it is the answer. What was half written there before it.
    case doubted(LineExercise, line: String, before: Draft)
    case pathways
    case share([SelectedShare])
    /// A page on its way out: as what, then for whom.
    case release([SelectedShare], PageDraft)
    case trial(Simulation)
    case closing(Int)
    /// In a guided session: what both confirm, the client's own key, what the client finds first, what is read at the end.
    case agreement, clientKey, clientDoor, sessionClosing
    /// At the coach's desk: a client, and the plan to begin by, in a new file or not.
    case client(Int)
    case plans(Int, isNew: Bool)
    /// What to look for in what was written; then the items that it was found in.
    case seeking
    case found([Int])
    /// What is set about the program.
    case settings
  }

  package var settings = Settings()

  /// - Parameters:
  ///   - slip: of the guided session that runs in this file; nothing where the person is alone with it.
  ///   - focus: the client that comes first at a coach's desk.
  package init(_ session: OpenWorkbook, _ slip: SessionHandoff? = nil, focus: Int? = nil) {
    self.session = session
    durable = session.profile
    state = .map
    if let slip {
      self.session.guide(slip)
      enterGuided()
    }
    if let focus, session.desk != nil, session.roster.client(focus) != nil {
      state = .client(focus)
    }
  }

  /// The time with which the next answers are stamped.
  package mutating func setNow(_ time: String) { session.now = time }

  // MARK: - Beginning

  /// What is said before the first line is typed.
  ///
  /// - Parameter reason: why the linear mode is on.
  package mutating func open(reason: String) -> [String] {
    var lines = [session.phrases(.plainOn, ["reason": reason])]
    if session.isForReader {
      lines += [session.phrases(.plainWordsReader), ""] + said(said(.letter)).dropLast()
      return lines + goOn()
    }
    if session.guided != nil || session.desk != nil {
      if !access.readOnly.isEmpty { lines += [access.readOnly, ""] }
      return lines + again
    }
    lines += [session.phrases(.plainWords), ""]
    if !access.readOnly.isEmpty { lines += [access.readOnly, ""] }
    if session.hasSettledComputer { return lines + goOn() }
    lines += [session.phrases(.welcomeText), session.phrases(.welcomePrivacy), ""]
    lines += [session.phrases(.plainFirstRun), ""]
    state = .computer
    return lines + computerQuestion
  }

  private var computerQuestion: [String] {
    [session.phrases(.computerQuestion), session.phrases(.computerWhy)]
      + ComputerOwner.allCases.enumerated().map { "\($0 + 1). \(session.phrases($1.title))" }
      + [session.phrases(.plainChoose, ["count": String(ComputerOwner.allCases.count)])]
  }

  // MARK: - One line

  package mutating func hear(_ line: String) -> LineReply {
    let before = self
    var turn = heard(line)
    turn.ownHalves = before.session.ownHalves(after: turn.changes)
    if access.readOnly.isEmpty || (turn.changes.isEmpty && turn.draft == nil) { return turn }
    self = before
    return LineReply(lines: [access.readOnly, ""] + again)
  }

  private mutating func heard(_ line: String) -> LineReply {
    let text = line.trimmed
    if let command = slashed(text) { return carryOut(command) }
    return hearLikeCommand(text) ?? obey(text)
  }

  /// A line in which every word that is a command is one.
  mutating func obey(_ text: String) -> LineReply {
    if forgetAsked != nil, text.lowercased() != "forget" {
      forgetAsked = nil
      return LineReply(lines: [session.phrases(.forgetLeft)] + again)
    }
    if text.lowercased() != "undo" { undoAsked = nil }
    // Whoever leaves a record with all that must be said leaves it so.
    let left = LineMode.leaving.contains(text.lowercased()) ? close() : []
    if let turn = hearGuided(text) ?? hearDesk(text) { return turn }
    // What is looked for may be called like a command.
    let isSought =
      state == .seeking && !["?", "help", "quit", "q", "save"].contains(text.lowercased())
    if !isSought, var turn = hearWord(text.lowercased()) {
      turn.changes = left + turn.changes
      return turn
    }
    if let turn = hearSearch(text) { return turn }
    switch state {
    case .computer: return hearComputer(text)
    case .sealing(let computer): return hearSealing(text, computer)
    case .map: return hearMap(text)
    case .gate(let exercise, let isLong): return hearGate(text, exercise, isLong)
    case .pathways: return hearPathways(text)
    case .share(let chosen): return hearShare(text, chosen)
    case .release(let chosen, let page): return hearRelease(text, chosen, page)
    case .trial(let trial): return hearTrial(text, trial)
    // Their words were heard before.
    case .agreement, .clientKey, .clientDoor, .sessionClosing, .client, .plans:
      return LineReply(lines: again)
    case .seeking: return hearSought(text)
    case .found(let items): return hearFound(text, items)
    case .settings: return hearSetting(text)
    case .closing(let exercise):
      guard let next = session.nextExercise(after: exercise) else {
        if session.guided != nil { return toMap() }
        if session.isForReader { return LineReply(lines: [bye], ends: true) }
        state = .pathways
        return LineReply(lines: pathways)
      }
      return LineReply(lines: enter(next))
    case .exercise(let exercise): return hear(text, in: exercise)
    case .doubted(let exercise, let line, let before):
      return hearDoubt(text, exercise, line, before)
    }
  }

  /// A line at a question. Whatever else it is, it is no command that works elsewhere.
  ///
  /// - Parameter isAnswer: whether it is no command of the question either.
  mutating func hear(
    _ text: String, in exercise: LineExercise, isAnswer: Bool = false
  ) -> LineReply {
    var exercise = exercise
    let before = exercise.draft(session)
    let heard =
      isAnswer
      ? exercise.hearAnswer(text, session, isAnswer: true) : exercise.hear(text, session)
    state = .exercise(exercise)
    let draft = keepDraft(of: exercise, before)
    var turn = take(heard, exercise)
    turn.draft = draft
    return turn
  }

  /// Holds what is half written.
  ///
  /// - Returns: the effect that keeps it, where it is not what stood there before.
  mutating func keepDraft(of exercise: LineExercise, _ before: Draft) -> Effect? {
    let draft = exercise.draft(session)
    let item = session.pack.items[exercise.item].address
    session.drafts[item.description] = draft.isEmpty ? nil : draft
    if draft == before || session.ownHalf(exercise.item) != nil { return nil }
    return .draft(item, draft)
  }

  /// The words that work everywhere.
  mutating func hearWord(_ word: String) -> LineReply? {
    switch word {
    case "find", "settings": return hearFind(word)
    case "?", "help": return LineReply(lines: help + [""] + again)
    case "quit", "q": return LineReply(lines: [bye], ends: true)
    case "save":
      return LineReply(
        lines: [session.phrases(session.isForReader ? .reviewLater : .plainSaved)] + again)
    case "lock" where access.isSealed: return LineReply(wish: .lock)
    case "lock": return LineReply(lines: [session.phrases(.lockNone)] + again)
    case "seal" where access.canSeal: return LineReply(wish: .seal)
    case "forget": return hearForget()
    case "next":
      let best = NextQuestion.best(session.pack, session.reading.answers, today: session.today)
      return LineReply(lines: session.nextInWords(best) + [""] + again)
    case "people": return LineReply(lines: said(.people) + [""] + again)
    case "map": return toMap()
    case "new" where session.canBeginRound: return beginRound()
    case "pathways" where !session.isForReader:
      state = .pathways
      return LineReply(lines: pathways)
    case "page" where session.isForReader:
      return LineReply(lines: said(said(.letter)) + [""] + again)
    case "page":
      ticked = session.standing(ticked)
      state = .share(ticked)
      return LineReply(lines: share(ticked))
    case "talk" where !session.isForReader: return LineReply(lines: said(.talk) + [""] + again)
    case "shown" where !session.isForReader: return LineReply(lines: said(.receipts) + [""] + again)
    case "undo", "redo":
      guard case .trial(let trial) = state else { return step(back: word == "undo") }
      let back = takenBack(trial)
      state = .trial(back.trial)
      return LineReply(lines: back.lines)
    default: return nil
    }
  }

  private var help: [String] {
    let own: [Phrase] =
      session.isForReader
      ? [.plainWordsReader, .reviewPrivacy, .reviewNotFor]
      : [.plainWords, .helpPrivacy, .helpLimits, .helpPurpose, .helpRefused]
    return own.map { session.phrases($0) }
  }

  /// What is said at the end.
  package var bye: String {
    // Whoever answers a page is told of the file once it is written.
    if session.isForReader { return "" }
    return session.phrases(access.readOnly.isEmpty ? .plainBye : .nothingSaved)
  }

  /// The present question once more.
  var again: [String] {
    switch state {
    case .computer: computerQuestion
    case .sealing(let computer): sealingQuestion(computer)
    case .map: map
    case .gate(let exercise, _): gateLines(exercise)
    case .pathways: [session.phrases(.plainPathwayChoose)]
    case .share(let chosen): share(chosen)
    case .release(_, let page): releaseQuestion(page)
    case .trial(let trial): self.trial(trial)
    case .closing: [session.phrases(.plainEnterGoesOn)]
    case .agreement, .clientKey, .clientDoor, .sessionClosing: guidedLines
    case .client(let number): clientLines(number)
    case .plans(_, let isNew): planLines(isNew)
    case .seeking: [session.phrases(.plainFind)]
    case .found(let items): [session.phrases(.plainFound, ["count": String(items.count)])]
    case .settings: settingLines
    case .exercise(let exercise): exercise.question(session)
    case .doubted(_, let line, _): doubtLines(line)
    }
  }

  /// Something new has happened: what set it off is asked first.
  mutating func beginRound() -> LineReply {
    session.beginRound()
    let lines = [session.phrases(.newMomentSaid), session.phrases(.newMomentKept)]
    guard let item = session.pack.item(playing: "moment"),
      let exercise = LineExercise(
        session.pack.exerciseOfItem[item], isLong: false, at: item, session)
    else { return LineReply(lines: again) }
    state = .exercise(exercise)
    return LineReply(lines: lines + exercise.question(session))
  }

  private mutating func hearComputer(_ text: String) -> LineReply {
    guard let number = Int(text), ComputerOwner.allCases.indices.contains(number &- 1) else {
      return LineReply(lines: [notANumber(ComputerOwner.allCases.count)])
    }
    let computer = ComputerOwner.allCases[number - 1]
    session.apply([computer.change])
    let lines = [
      session.phrases(computer.consequence), session.phrases(.computerCarry), "",
    ]
    if access.canSeal {
      state = .sealing(computer)
      return LineReply(lines: lines + again, changes: [computer.change])
    }
    return LineReply(lines: lines + goOn(), changes: [computer.change])
  }

  func notANumber(_ count: Int) -> String {
    session.phrases(
      .plainNotANumber, ["hint": session.phrases(.plainChoose, ["count": String(count)])])
  }

  // MARK: - Exercises

  mutating func goOn() -> [String] {
    if let next = session.nextExercise { return enter(next) }
    if session.isForReader {
      state = .map
      return [session.phrases(.reviewAllDone)] + map
    }
    state = .pathways
    return pathways
  }

  /// Opens an exercise without asking what it waits for.
  mutating func enterNow(_ place: Int, isLong: Bool = false) -> [String] {
    guard let exercise = LineExercise(place, isLong: isLong, session) else {
      state = .map
      return map
    }
    state = .exercise(exercise)
    let one = session.pack.exercises[place]
    var lines: [String] = ["", one.title]
    if !session.isBegun(one) {
      lines += [one.opening].filter { !$0.isEmpty }
      lines.append(
        session.phrases(
          .openingMinutes,
          ["count": MinuteFormat.minutes(session.progress(of: one).minutesLeft)]))
    }
    return lines + [""] + exercise.question(session)
  }

  private mutating func take(_ heard: LineExercise.LineOutcome, _ exercise: LineExercise)
    -> LineReply
  {
    switch heard {
    case .say(let lines): return LineReply(lines: lines)
    case .answer(let item, let value):
      let helpBefore = Set(session.assessment.help.map(\.id))
      let given = [session.change(item, value)].compactMap { $0 }
      let changes = given + session.seeing(given)
      session.apply(changes)
      let remark = value.text.flatMap { session.pack.items[item].remarks.first(on: $0) }
      var lines = [remark].compactMap { $0 }
      if let offered = session.assessment.help.first(where: { !helpBefore.contains($0.id) }) {
        lines += ["", offered.help, session.phrases(.offerText), ""]
      }
      return LineReply(lines: lines + forward(exercise), changes: changes)
    case .keep(let item, let value):
      let given = [session.change(item, value)].compactMap { $0 }
      let changes = given + session.seeing(given)
      let (profileBefore, before) = (session.profile, session.assessment)
      session.apply(changes)
      let evidence = session.evidence(of: changes, since: profileBefore, before: before)
      return LineReply(lines: evidence + exercise.question(session), changes: changes)
    case .forward: return LineReply(lines: [session.phrases(.plainSkipped)] + forward(exercise))
    case .backward:
      var exercise = exercise
      if exercise.turn(by: -1, session) {
        state = .exercise(exercise)
        return LineReply(lines: exercise.question(session))
      }
      return LineReply(lines: [session.phrases(.plainNoBack)] + exercise.question(session))
    }
  }

  private mutating func forward(_ exercise: LineExercise) -> [String] {
    var exercise = exercise
    if exercise.turn(by: 1, session) {
      state = .exercise(exercise)
      return exercise.question(session)
    }
    if session.desk != nil {
      state = client(of: exercise.exercise)
      return again
    }
    state = .closing(exercise.exercise)
    // What stands in lines can be read by whoever comes after: the closing quotes answers.
    if session.guided?.isClientOnly == true {
      return ["", session.phrases(.plainClientDone), session.phrases(.plainEnterGoesOn)]
    }
    return [""]
      + said(.closing(exercise: exercise.exercise)).filter {
        $0 != session.phrases(.enterGoesOn)
      } + [session.phrases(.plainEnterGoesOn)]
  }

  /// A document without its layout.
  func said(_ kind: DocumentKind) -> [String] {
    session.document(kind, isASCII: true, isPlain: true, name: { $0.name }).spoken
  }
}

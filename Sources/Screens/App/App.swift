import JSON
import Rules
package import TextUI
import Workbook

/// The workbook on a screen: one value, changed by messages, drawn as a picture.
package struct App: Sendable {
  package internal(set) var session: OpenWorkbook
  var stack: [Screen]
  /// A sentence at the foot, gone with the next key.
  package var notice = ""
  /// The screen is blank but for a calm word.
  var isHidden = false
  /// Ctrl-X came; with a second one the screen is blanked.
  private var isCoverAsked = false
  /// What would be taken back for good with the same key once more.
  var forgetAsked: ErasureRequest?
  /// The answer that the same key once more takes back.
  var undoAsked: Answer?
  /// The client about whom everything would go with the same key once more.
  var disposeAsked: Int?
  package internal(set) var access: Access
  /// The person was told that leaving would lose something.
  private var isWarned = false
  private(set) var savedAt = ""
  private(set) var problem = ""
  /// The problem is that the file cannot be read.
  private var readProblem = false
  /// The screen was covered to be locked, which waits until everything is on disk.
  var isLockWanted = false
  /// It was covered since nobody typed.
  package private(set) var isIdle = false
  /// What is on disk.
  var durable: Profile
  /// What was asked to be kept and is not yet on disk.
  var pending: [Change] = []
  /// What is half written and not yet on disk, by item; an empty one is to be forgotten.
  var unsaved: [Int: Draft] = [:]
  /// What to ask next, as far as it was worked out, and of which answers.
  var search: NextQuestionSearch?
  var searched: Responses?
  var searchedOn: Day?
  /// The mark whose help is to be shown before the next page.
  var offer: String?
  var draftKeys = 0
  /// What was last ticked for a page; gone when the workbook is left.
  var ticked: [SelectedShare] = []
  /// The person was told that the same key once more leaves a new entry out.
  var isDropAsked = false
  /// What is set about the program.
  package var settings = Settings()
  /// Milliseconds without a key after which the screen is covered, where the person chose it in this run.
  package internal(set) var chosenIdle: Int?
  /// Made-up people to look round with; none in one's own workbook.
  var people: [MadeUpPerson] = []
  /// What is looked for in a text, and while it is typed, the line it is typed in.
  var sought = ""
  var seeking: TextArea?
  /// While the cursor runs down a list, what belongs to its row is not drawn beside it: each key would cost a screenful.
  var isRunning = false
  package var size = Size(rows: 24, columns: 80)
  /// Whether the terminal can show more than ASCII.
  package var isASCII = false

  package init(_ session: OpenWorkbook, access: Access = Access()) {
    self.session = session
    self.access = access
    durable = session.profile
    stack = []
    stack = [firstScreen]
    resume()
  }

  /// The time with which the next answers are stamped.
  package mutating func setNow(_ time: String) { session.now = time }

  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return handle(key)
    case .tick:
      if isLockWanted && isHidden && mayLock { return [.lock] }
      return flushDraft() + [pending.isEmpty ? .look : .save(pending)]
    case .saved(let hour, let before, let name):
      savedAt = hour
      problem = ""
      session.name = name
      settle(before)
      return []
    case .notSaved(let reason):
      problem = reason
      return []
    case .idle:
      isIdle = true
      return cover()
    case .idleSoon:
      notice = session.phrases(.lockSoonScreen)
      return []
    case .mayBring(let path): return settling() + [.bringing(path)]
    case .fileWritten(let path):
      wrote(path)
      return []
    case .pause: return guided?.locksWhenLeft == true ? cover() : pause()
    case .mayWrite(let drafts):
      access.readOnly = ""
      session.hold(drafts)
      refresh()
      notice = session.phrases(.mayWrite)
      return []
    case .released(let written):
      released(written)
      return []
    case .forgotten(let forgotten):
      durable = Profile(forgotten.changes)
      tookBack(forgotten)
      if case .client = top { disposed() }
      return []
    case .arrived(let changes):
      if readProblem { (problem, readProblem) = ("", false) }
      if changes.isEmpty { return [] }
      takeIn(changes)
      noteArrived(changes)
      replaceSession()
      return []
    case .notWritten(let reason):
      notice = reason
      return []
    case .drafted(let address, let kept):
      if let item = session.pack.itemPlaces[address], unsaved[item] == kept {
        unsaved[item] = nil
      }
      if pending.isEmpty && !readProblem { problem = "" }
      return []
    case .notRead(let reason):
      (problem, readProblem) = (reason, true)
      return []
    case .sealedElsewhere:
      access.isSealed = true
      return cover()
    case .overtaken(let before):
      overtaken(before)
      return pending.isEmpty ? [] : [.save(pending)]
    case .renewed(let changes, let drafts):
      durable = Profile(changes)
      session.note(renewed: durable)
      session.hold(drafts)
      replaceSession()
      return []
    }
  }

  /// Whether leaving loses nothing, or the person was told and leaves all the same.
  package mutating func mayLeave() -> Bool {
    if isWarned { return true }
    if mayLock && !session.hasNothingToGiveBack { return true }
    isWarned = true
    if mayLock { notice = session.phrases(.reviewLeaveAsk) }
    return false
  }

  /// Whether something was never written.
  package var hasUnsaved: Bool { !mayLock }

  // MARK: - Keys

  mutating func handle(_ key: Key) -> [Effect] {
    if isHidden {
      (isHidden, isLockWanted, isIdle) = (false, false, false)
      return []
    }
    notice = ""
    isRunning = false
    // What could not be written is, by now; the word on it goes with the next key.
    if mayLock && !readProblem { problem = "" }
    if key == .control("x") {
      defer { isCoverAsked.toggle() }
      return isCoverAsked ? cover() : []
    }
    isCoverAsked = false
    if guided?.question != nil { return handleKeyQuestion(key) }
    if seeking != nil { return seek(key) }
    if case .click(let point) = key { return click(point) }
    if let effects = handleGuided(key) { return effects }
    let context = top.context
    let asked = KeyMap.command(key, in: context)
    if isTooSmall, !worksUnseen(asked) { return [] }
    if asked != .ratherNot { isDropAsked = false }
    if asked != .forget { forgetAsked = nil }
    if asked != .undo { undoAsked = nil }
    guard let command = asked else { return type(key) }
    return perform(command, context)
  }

  mutating func perform(_ command: Command, _ context: KeyContext) -> [Effect] {
    if isRefused(command) { return [] }
    isRunning = [.up, .down, .pageUp, .pageDown, .first, .last].contains(command) && hasRowPane
    if leavesClientAlone(command) { return cover() }
    switch command {
    case .quit: return leaving()
    case .suspend: return pause()
    case .redraw: return [.redraw]
    case .privacy: return cover()
    case .forget: return forget()
    case .help: stack.append(.finder(FinderScreen(.help, self)))
    case .people: stack.append(.document(DocumentScreen(.people)))
    case .back: return back()
    case .undo: return step(back: true)
    case .redo: return step(back: false)
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextField,
      .previousField, .take, .toggle, .pick, .raise, .lower, .ratherNot, .finish, .add, .remove,
      .why, .longForm, .stillTrue, .whatIf, .tryOut, .compare, .findNext, .findBefore:
      return performOnTop(command)
    case .palette: stack.append(.finder(FinderScreen(.commands, self)))
    case .find: return find()
    case .settings: stack.append(.settings(settingsBox(focus: 0)))
    }
    return []
  }

  private mutating func performOnTop(_ command: Command) -> [Effect] {
    switch top {
    case .welcome(var box):
      let chosen = choose(command, &box)
      top = .welcome(box)
      if let chosen { return chooseWelcome(chosen) }
    case .computer(var box):
      let chosen = choose(command, &box)
      top = .computer(box)
      if let chosen { return settleComputer(ComputerOwner.allCases[chosen]) }
    case .sealing(let computer, var box):
      let chosen = choose(command, &box)
      top = .sealing(computer, box)
      if let chosen { return chosen == 0 ? seal() : startWalk() }
    case .home(var box):
      let isLong = command == .longForm
      let chosen = isLong ? box.focus : choose(command, &box)
      top = .home(box)
      if let chosen { return openHomeEntry(chosen, isLong: isLong) }
    case .pathways(var box, let firm):
      if command == .compare {
        stack.append(.document(DocumentScreen(.comparison)))
        return []
      }
      let isLetter = [.why, .whatIf, .tryOut].contains(command)
      let chosen = isLetter ? box.focus : choose(command, &box)
      top = .pathways(box, firm: firm)
      if let chosen, session.assessment.shownPathways.indices.contains(chosen) {
        openPathway(session.assessment.shownPathways[chosen], command)
      }
    case .gate(let screen): return performOnGate(command, screen)
    case .trial(let screen):
      if command == .finish && refusesToWrite() { return [] }
      return performOnTrial(command, screen)
    case .exercise(var screen):
      if !command.isLooking && refusesToWrite() { return [] }
      if command == .ratherNot { return ratherNot() }
      if command == .why {
        stack.append(.document(DocumentScreen(.method(exercise: screen.exercise))))
        return []
      }
      if command == .stillTrue { return screen.editor.isInEntry ? [] : stillTrue(screen.items) }
      if let step = screen.editor.pageTurn(command) {
        turn(by: step)
        return flushDraft()
      }
      let outcome = screen.editor.perform(command, session)
      top = .exercise(screen)
      return take(outcome)
    case .client(let number, var box):
      let chosen = choose(command, &box)
      top = .client(number, box)
      if let chosen { return openClientEntry(number, chosen) }
    case .plans(let number, let isNew, var box):
      let chosen = choose(command, &box)
      top = .plans(number, isNew: isNew, box)
      if let chosen { return choosePlan(number, isNew: isNew, chosen) }
    case .demo(var box):
      let chosen = choose(command, &box)
      top = .demo(box)
      if let chosen { return meet(chosen) }
    case .settings(let box): return performOnSettings(command, box)
    case .finder(let screen): return performOnFinder(command, screen)
    case .bring: return command == .take ? bring() : []
    case .share(let screen): return performOnShare(command, screen)
    case .release(let screen): return performOnRelease(command, screen)
    case .document(var screen):
      if command == .findNext || command == .findBefore {
        turnToFound(by: command == .findNext ? 1 : -1)
        return []
      }
      screen.scroll(by: command, rows: bodyRows, count: rows(of: screen).count)
      top = .document(screen)
      return performOnDocument(command, screen.kind)
    }
    return []
  }

  func choose(_ command: Command, _ box: inout ListBox) -> Int? {
    switch command {
    case .take: return box.focus
    case .pick(let digit): return box.type(digit) == .final ? box.focus : nil
    default:
      box.move(command)
      return nil
    }
  }

  private mutating func performOnDocument(_ command: Command, _ kind: DocumentKind) -> [Effect] {
    switch (command, kind) {
    case (.take, .computerSaid): return startWalk()
    case (.take, .opening(let exercise, let isLong)):
      stack.removeLast()
      enter(exercise, isLong: isLong)
    case (.take, .closing(let exercise)):
      stack.removeLast()
      refresh()
      if let next = session.nextExercise(after: exercise) {
        open(next)
      } else if !session.isForReader, session.guided == nil {
        openPathways()
      }
    case (.take, .offer): stack.removeLast()
    case (.take, .clientDoor):
      stack.removeLast()
      refresh()
    case (.take, .newMoment):
      if refusesToWrite() { return [] }
      stack.removeLast()
      beginRound()
    case (.why, .opening(let exercise, _)), (.why, .closing(let exercise)):
      stack.append(.document(DocumentScreen(.method(exercise: exercise))))
    case (.add, .pathway(let place)): return refusesToWrite() ? [] : takeOn(place)
    case (.why, .pathway(let place)), (.whatIf, .pathway(let place)),
      (.tryOut, .pathway(let place)):
      openPathway(place, command)
    case (.tryOut, .whatIf(let found)): openPathway(found.pathway, command)
    case (_, .page(let page)): return performOnPage(command, page)
    case (.take, .letter): readLetter()
    default: break
    }
    return []
  }

  private mutating func type(_ key: Key) -> [Effect] {
    if typeToFind(key) { return [] }
    guard case .exercise(var screen) = top else { return [] }
    if refusesToWrite() { return [] }
    let outcome = screen.editor.type(key, session, columns: BodyArea.columns(size) - 2)
    top = .exercise(screen)
    return take(outcome)
  }

  // MARK: - Answers

  private mutating func take(_ outcome: EditorOutcome) -> [Effect] {
    switch outcome {
    case .stay: return []
    case .say(let sentence):
      notice = sentence
      return []
    case .draft(let draft, let item): return keepDraft(draft, of: item)
    case .goOn:
      turn(by: 1)
      return flushDraft()
    case .answer(let answers, let goOn):
      for answer in answers where !answer.keepsDraft { unsaved[answer.item] = nil }
      let waiting = answers.filter(\.keepsDraft).compactMap { waitingDraft($0.item) }
      let effects =
        keep(answers.compactMap { session.change($0.item, $0.value) })
        + settleDrafts(answers.filter { !$0.keepsDraft }.map(\.item)) + restore(waiting)
      if goOn { turn(by: 1) }
      return effects
    }
  }

  mutating func keep(_ given: [Change]) -> [Effect] {
    if given.isEmpty { return [] }
    if refusesToWrite() {
      refresh()
      return []
    }
    let changes = given + session.following(given)
    let helpBefore = Set(session.assessment.help.map(\.id))
    let (profileBefore, before) = (session.profile, session.assessment)
    session.apply(changes)
    session.renewDesk()
    pending += changes
    let evidence = session.evidence(of: changes, since: profileBefore, before: before)
    notice = evidence.joined(separator: " ")
    if case .exercise(var screen) = top {
      screen.refresh(session)
      top = .exercise(screen)
    }
    if answered(changes).contains(where: { session.pack.items[$0].lapses != nil && isOpen($0) }) {
      notice = session.phrases(.lapsedSaid)
    }
    if let offered = session.assessment.help.first(where: { !helpBefore.contains($0.id) }) {
      offer = offered.id
    }
    return [.save(pending)] + keepingOwnHalves(changes)
  }

  mutating func turn(by step: Int) {
    guard case .exercise(var screen) = top else { return }
    if screen.turn(by: step, session) {
      top = .exercise(screen)
    } else if step > 0, session.desk != nil {
      stack.removeLast()
      refresh()
    } else if step > 0 {
      stack.removeLast()
      stack.append(.document(DocumentScreen(.closing(exercise: screen.exercise))))
    } else {
      notice = session.phrases(.firstQuestion)
    }
    if let offer {
      self.offer = nil
      stack.append(.document(DocumentScreen(.offer(mark: offer))))
    }
  }
}

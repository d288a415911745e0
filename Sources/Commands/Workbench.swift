import CSystem
import Curses
import Screens
import Store
import TextUI
import Workbook

/// The workbook itself: on a screen where there is one, else in lines.
struct Workbench {
  let roots: Roots

  /// - Returns: the exit code.
  func open() throws(Failure) -> Int32 {
    if roots.wantsPlain { return try linear(.plainAsked) }
    guard Standard.isTerminal(0) else { return try linear(.plainPipe) }
    guard var terminal = CursesTerminal.start(colour: roots.wantsColour) else {
      return try linear(.plainNoScreen)
    }
    // A first picture before anything is read: the program is there.
    var first = Canvas(terminal.size)
    first.put("Waymark", row: 0, column: 1, role: .frame)
    terminal.draw(first)
    let (session, runner) = try prepare()
    var app = App(session)
    let signal = work(&app, on: terminal) { runner.perform($0) }
    for line in app.goodbye(path: runner.store?.path) { Standard.say(line) }
    guard let signal else { return app.hasUnsaved ? Failure.Code.ioError.rawValue : 0 }
    system_die_by(signal)
    return 128 + signal
  }

  /// Carries the workbook until it is left; the screen is given back at the end.
  private func work(
    _ app: inout App, on screen: consuming CursesTerminal, perform: (Effect) -> Message?
  ) -> Int32? {
    var terminal = consume screen
    app.isASCII = !CursesTerminal.hasUnicode
    return run(&app, on: &terminal, clock: { WallClock.now }, perform: perform)
  }

  private func prepare() throws(Failure) -> (Session, EffectRunner) {
    try Waymark.startSealing()
    let (phrases, pack) = try PackLoading(roots: roots).both()
    let choosing = ProfileChoosing(roots: roots)
    var profile = Profile()
    var drafts: [String: String] = [:]
    var store: ProfileStore?
    let entry = try choosing.entry()
    if let entry {
      let opened = try choosing.open(entry)
      (store, profile) = (opened.store, opened.profile)
      do throws(StoreError) {
        drafts = try opened.store.drafts()
        try opened.store.setOpened(WallClock.now)
      } catch {
        throw error.failure
      }
    }
    var session = Session(
      pack: pack, phrases: phrases, profile: profile, drafts: drafts, today: WallClock.today,
      now: WallClock.now, name: entry?.name ?? "")
    session.seed = store?.seed ?? 1
    let runner = EffectRunner(
      folder: choosing.folder, phrases: phrases, store: store, name: entry?.name ?? "")
    return (session, runner)
  }

  // MARK: - In memory

  /// A workbook that writes nothing anywhere.
  func openInMemory(
    _ profile: Profile, _ pack: Pack, _ phrases: PhraseBook
  ) throws(Failure) -> Int32 {
    let session = Session(
      pack: pack, phrases: phrases, profile: profile, drafts: [:], today: WallClock.today,
      now: WallClock.now, name: phrases(.demoName))
    if roots.wantsPlain || !Standard.isTerminal(0) {
      return speak(session, phrases(.demoName), keep: { _ in true }, draft: { _ in })
    }
    guard let terminal = CursesTerminal.start(colour: roots.wantsColour) else {
      return speak(session, phrases(.demoName), keep: { _ in true }, draft: { _ in })
    }
    var app = App(session)
    let signal = work(&app, on: terminal) { effect in
      if case .save = effect {
        return .saved(hour: WallClock.hour, before: [], profileName: phrases(.demoName))
      }
      return nil
    }
    Standard.say(phrases(.nothingSaved))
    if let signal { system_die_by(signal) }
    return 0
  }

  // MARK: - In lines

  private func linear(_ reason: Phrase) throws(Failure) -> Int32 {
    let (session, runner) = try prepare()
    if reason == .plainNoScreen {
      Standard.note(session.phrases(.plainOn, ["reason": session.phrases(reason)]))
    }
    var problem: Failure?
    let code = speak(
      session, session.phrases(reason),
      keep: { changes in
        do throws(Failure) { try save(changes, runner) } catch { problem = error }
        return problem == nil
      }, draft: { _ = runner.perform($0) })
    if let problem { throw problem }
    return code
  }

  /// The conversation in lines, until it is left or the input ends.
  ///
  /// - Parameters:
  ///   - keep: writes changes; `false` ends the conversation.
  ///   - draft: writes what is half written.
  private func speak(
    _ session: Session, _ reason: String, keep: ([Change]) -> Bool, draft: (Effect) -> Void
  ) -> Int32 {
    var dialogue = LinearDialogue(session)
    for line in dialogue.open(reason: reason) { Standard.speak(line) }
    var reader = LineReader(descriptor: 0)
    while let lines = reader.next() {
      for bytes in lines {
        let turn = dialogue.hear(String(decoding: bytes, as: UTF8.self))
        if !turn.changes.isEmpty && !keep(turn.changes) { return 0 }
        if let half = turn.draft { draft(half) }
        for line in turn.lines { Standard.speak(line) }
        if turn.ends { return 0 }
      }
      dialogue.setNow(WallClock.now)
    }
    Standard.say(session.phrases(.plainBye))
    return 0
  }

  private func save(_ changes: [Change], _ runner: EffectRunner) throws(Failure) {
    do throws(StoreError) {
      _ = try runner.save(changes)
    } catch {
      throw error.failure
    }
  }
}

import CSystem
import Curses
import Screens
import Sealing
import Store
import TextUI
import Workbook

/// The workbook itself: on a screen where there is one, else in lines.
struct WorkbookLauncher {
  let roots: RuntimeEnvironment

  /// - Returns: the exit code.
  func open() throws(Failure) -> Int32 {
    if roots.wantsPlain { return try linear(.plainAsked) }
    guard StandardStreams.isTerminal(0) else { return try linear(.plainPipe) }
    guard let outcome = try onScreen() else { return try linear(.plainNoScreen) }
    for line in outcome.lines { StandardStreams.say(line) }
    switch outcome.ending {
    case .left: return outcome.hasUnsaved ? Failure.Code.ioError.rawValue : 0
    case .stopped(let signal):
      system_die_by(signal)
      return 128 + signal
    // Neither is reached from a workbook of one's own.
    case .desk, .sitting: return 0
    case .lookingRound: return Relaunch.run(verb: "demo")
    case .bringing(let path):
      return Relaunch.run(profile: try bringIn(path))
    case .locked, .sealing: return Relaunch.run(profile: outcome.path, isIdle: outcome.isIdle)
    }
  }

  /// What is left to do once the screen is given back.
  private struct Outcome {
    var ending: Ending
    var lines: [String] = []
    var hasUnsaved = false
    /// Whether nobody had typed.
    var isIdle = false
    /// Of the profile's file.
    var path: String?
  }

  /// - Returns: `nil` where no screen is possible.
  private func onScreen() throws(Failure) -> Outcome? {
    guard var terminal = CursesTerminal.start(colour: roots.wantsColour, look: roots.look) else {
      return nil
    }
    // A first picture before anything is read: the program is there.
    var canvas = Canvas(terminal.size)
    canvas.put("Waymark", row: 0, column: 1, role: .frame)
    terminal.draw(canvas)
    let preparing = ProfileOpener(roots: roots)
    let opened: ProfileOpener.Opened
    do throws(Failure) {
      guard let made = try preparing.open(on: &terminal) else { return Outcome(ending: .left) }
      opened = made
    } catch {
      if error.lines.isEmpty, error.code > 128 {
        return Outcome(ending: .stopped(error.code - 128))
      }
      throw error
    }
    var app = App(opened.session, access: opened.access)
    app.notice = opened.notice
    app.settings = roots.settings
    app.isASCII = !CursesTerminal.hasUnicode
    let runner = opened.runner
    var ending: Ending
    repeat {
      ending = run(
        &app, on: &terminal, clock: { WallClock.now }, elapsed: { Int(system_clock()) },
        idleAfter: roots.idleSeconds * 1_000, perform: { runner.perform($0) })
      if ending != .sealing { break }
      if try seal(runner, opened.session.phrases, on: &terminal) { break }
      app.notice = opened.session.phrases(.sealLeft)
    } while true
    var outcome = Outcome(ending: ending, hasUnsaved: app.hasUnsaved)
    if ending != .locked && ending != .sealing {
      outcome.lines = app.goodbye(path: runner.store?.path)
    }
    outcome.path = runner.store?.path
    outcome.isIdle = app.isIdle
    runner.close()
    return outcome
  }

  /// Leads through sealing.
  ///
  /// - Returns: `false` where it was left half way, and the file is as it was.
  private func seal<Face: PassphrasePrompt & ~Copyable>(
    _ runner: EffectRunner, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> Bool {
    guard let store = runner.store else { return false }
    let dialogue = SealingDialogue(
      phrases: phrases, words: try PackLoading(roots: roots).words(), name: store.name)
    guard let secrets = try dialogue.run(on: &face) else { return false }
    do throws(StoreError) { try store.seal(secrets) } catch { throw error.failure }
    var page = PassphraseScreen(
      phrases(.sealedTitle), [phrases(.sealedSaid), phrases(.sealedNow)], isAsking: false,
      keys: phrases(.enterOn))
    page.lineKeys = phrases(.enterOn)
    _ = try face.show(page)
    return true
  }

  /// Copies a profile from elsewhere into the folder of profiles.
  ///
  /// - Returns: where it stands now.
  private func bringIn(_ path: String) throws(Failure) -> String {
    try Waymark.startSealing()
    let choosing = ProfileLocator(roots: roots)
    let before = Set(try choosing.folder.list().entries.map(\.path))
    _ = try choosing.bringIn(path)
    let now = try choosing.folder.list().entries.map(\.path)
    return now.first { !before.contains($0) } ?? path
  }

  // MARK: - In memory

  /// A workbook that writes nothing anywhere: of the one made-up person, or of one of several.
  func openInMemory(
    _ people: [MadeUpPerson], _ pack: Pack, _ phrases: PhraseBook
  ) throws(Failure) -> Int32 {
    let isOne = people.count == 1
    let changes = isOne ? people[0].changes : []
    let session = OpenWorkbook(
      pack: pack, phrases: phrases, profile: Profile(changes), drafts: [:], today: WallClock.today,
      now: WallClock.now, name: phrases(.demoName))
    let look = InMemory(roots: roots, session: session, people: people)
    let ending = look.open(isOne ? App(session) : App(meeting: people, session))
    if case .seen(let ending) = ending {
      StandardStreams.say(phrases(.nothingSaved))
      if case .stopped(let signal) = ending { system_die_by(signal) }
    }
    return ending.code
  }

  /// A page that somebody sent, answered.
  ///
  /// - Returns: the exit code, and what was answered or being typed.
  func review(_ session: OpenWorkbook) -> (code: Int32, said: InMemory) {
    let look = InMemory(roots: roots, session: session, people: [])
    return (look.open(App(reading: session)).code, look)
  }

  // MARK: - In lines

  private func linear(_ reason: Phrase) throws(Failure) -> Int32 {
    var face = LinePassphrasePrompt()
    guard let opened = try ProfileOpener(roots: roots).open(on: &face) else { return 0 }
    let (session, runner) = (opened.session, opened.runner)
    let phrases = session.phrases
    if !opened.notice.isEmpty { StandardStreams.noteProse(opened.notice) }
    if reason == .plainNoScreen {
      StandardStreams.note(phrases(.plainOn, ["reason": phrases(reason)]))
    }
    var problem: Failure?
    let talk = LineModeRunner(
      roots: roots,
      keep: { changes in
        do throws(StoreError) {
          return try runner.save(changes)
        } catch {
          problem = error.failure
          return nil
        }
      }, perform: { runner.perform($0) }, hasFile: { runner.store != nil },
      leave: { effect in
        if effect == .seal {
          do throws(Failure) {
            if try !seal(runner, phrases, on: &face) { StandardStreams.say(phrases(.sealLeft)) }
          } catch {
            problem = error
            return 0
          }
        }
        let path = runner.store?.path
        runner.close()
        return Relaunch.run(profile: path)
      })
    let code = talk.speak(session, opened.access, phrases(reason))
    if let problem { throw problem }
    return code
  }
}

import CSystem
import Curses
import Screens
import Sealing
import Store
import TextUI
import Workbook

/// A coach's desk, and the client's workbook in a session: two files, of which one is open at a time.
struct CoachLauncher {
  let roots: RuntimeEnvironment

  /// What was opened: the coach's file or a client's.
  struct Opened {
    var session: OpenWorkbook
    var access: Access
    var notice = ""
    var runner: EffectRunner
    /// The session that runs in it; nothing at the desk.
    var slip: SessionHandoff?
    /// The client whose page comes first at the desk.
    var focus: Int?

    var app: App {
      var app =
        slip.map { App(guiding: session, slip: $0, access: access) }
        ?? App(desk: session, access: access, focus: focus)
      app.notice = notice
      app.isASCII = !CursesTerminal.hasUnicode
      return app
    }
  }

  /// - Returns: the exit code.
  func open() throws(Failure) -> Int32 {
    try Waymark.startSealing()
    let handover = RelaunchPayload.take()
    if roots.wantsPlain || !StandardStreams.isTerminal(0) { return try inLines(handover) }
    guard let outcome = try onScreen(handover) else { return try inLines(handover) }
    return outcome()
  }

  /// - Returns: what is left to do once the screen is given back; `nil` where no screen is possible.
  private func onScreen(_ handover: RelaunchPayload?) throws(Failure) -> (() -> Int32)? {
    guard var terminal = CursesTerminal.start(colour: roots.wantsColour, look: roots.look) else {
      return nil
    }
    let opened: Opened?
    do throws(Failure) {
      opened = try CoachOpening(roots: roots).open(handover, on: &terminal)
    } catch {
      guard error.lines.isEmpty, error.code > 128 else { throw error }
      let signal = error.code - 128
      return {
        system_die_by(signal)
        return 128 + signal
      }
    }
    guard let opened else { return { CoachLauncher.afterLeaving(handover) } }
    var app = opened.app
    app.settings = roots.settings
    let runner = opened.runner
    let ending = run(
      &app, on: &terminal, clock: { WallClock.now }, elapsed: { Int(system_clock()) },
      idleAfter: roots.idleSeconds * 1_000, perform: { runner.perform($0) })
    let lines = ending == .left ? app.farewell : []
    let next = next(after: ending, opened)
    runner.close()
    return {
      for line in lines { StandardStreams.say(line) }
      return next()
    }
  }

  /// What follows once a file is left; the coach's is given what must be known before it is closed.
  private func next(
    after ending: Ending, _ opened: Opened
  ) -> () -> Int32 {
    switch ending {
    case .left, .sealing, .lookingRound, .bringing: return { 0 }
    case .stopped(let signal):
      return {
        system_die_by(signal)
        return 128 + signal
      }
    case .locked:
      guard let slip = opened.slip else { return { Relaunch.run(profile: nil) } }
      return { Relaunch.run(RelaunchPayload(direction: .sit, slip: slip)) }
    case .desk(let slip): return { Relaunch.run(RelaunchPayload(direction: .desk, slip: slip)) }
    case .sitting(let slip):
      let placed = placing(slip, opened.runner)
      return { Relaunch.run(RelaunchPayload(direction: .sit, slip: placed)) }
    }
  }

  /// A new file gets its place before it is made, and the coach's file knows it: a session that is cut off goes on in the same one.
  private func placing(_ slip: SessionHandoff, _ runner: EffectRunner) -> SessionHandoff {
    guard slip.path.isEmpty, let path = try? roots.folder().newPath() else {
      return slip
    }
    var placed = slip
    placed.path = path
    _ = try? runner.save([Roster.running(placed)])
    return placed
  }

  /// Whoever leaves a client's locked file is back at the desk; whoever leaves the desk is out.
  private static func afterLeaving(_ handover: RelaunchPayload?) -> Int32 {
    guard let handover, handover.direction == .sit else { return 0 }
    var slip = handover.slip
    slip.version = 0
    return Relaunch.run(RelaunchPayload(direction: .desk, slip: slip))
  }

  // MARK: - In lines

  private func inLines(_ handover: RelaunchPayload?) throws(Failure) -> Int32 {
    var face = LinePassphrasePrompt()
    guard let opened = try CoachOpening(roots: roots).open(handover, on: &face) else {
      return CoachLauncher.afterLeaving(handover)
    }
    if !opened.notice.isEmpty { StandardStreams.noteProse(opened.notice) }
    let runner = opened.runner
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
      }, perform: { runner.perform($0) }, hasFile: { true },
      leave: { effect in
        let next = next(after: CoachLauncher.ending(effect), opened)
        runner.close()
        if !StandardStreams.wipe() { StandardStreams.speak(opened.session.phrases(.plainScroll)) }
        return next()
      })
    let dialogue = LineMode(opened.session, opened.slip, focus: opened.focus)
    let code = talk.speak(
      dialogue, opened.session, opened.access, opened.session.phrases(reason))
    if let problem { throw problem }
    return code
  }

  private var reason: Phrase {
    roots.wantsPlain
      ? .plainAsked : StandardStreams.isTerminal(0) ? .plainNoScreen : .plainPipe
  }

  private static func ending(_ effect: Effect) -> Ending {
    switch effect {
    case .desk(let slip): .desk(slip)
    case .sit(let slip): .sitting(slip)
    case .lock: .locked
    case .save, .draft, .look, .suspend, .redraw, .quit, .seal, .forget, .release, .file, .set,
      .lookRound, .meet, .bring, .bringing:
      .left
    }
  }
}

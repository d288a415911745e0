import CSystem
import Curses
import Screens
import TextUI
import Workbook

/// A workbook that writes nothing: what is answered is in memory, and gone when it is left.
final class InMemory {
  private let roots: RuntimeEnvironment
  private let session: OpenWorkbook
  /// What was there, and what was answered since.
  private(set) var changes: [Change]
  /// What is half written, by item.
  private(set) var drafts: [String: Draft] = [:]

  enum Outcome {
    /// It was on a screen.
    case seen(Ending)
    /// It was in lines; its exit code.
    case spoken(Int32)

    var code: Int32 {
      switch self {
      case .seen(.stopped(let signal)): 128 + signal
      case .seen: 0
      case .spoken(let code): code
      }
    }
  }

  /// Who can be looked round with; the first one's answers are there from the start where there is only one.
  private let people: [MadeUpPerson]

  init(roots: RuntimeEnvironment, session: OpenWorkbook, people: [MadeUpPerson]) {
    self.roots = roots
    self.session = session
    self.people = people
    changes = people.count == 1 ? people[0].changes : []
  }

  func open(_ app: App) -> Outcome {
    if roots.wantsPlain || !StandardStreams.isTerminal(0) { return .spoken(speak()) }
    guard var terminal = CursesTerminal.start(colour: roots.wantsColour, look: roots.look) else {
      return .spoken(speak())
    }
    var app = app
    app.settings = roots.settings
    app.isASCII = !CursesTerminal.hasUnicode
    return .seen(
      run(
        &app, on: &terminal, clock: { WallClock.now }, elapsed: { Int(system_clock()) },
        idleAfter: roots.idleSeconds * 1_000, perform: { self.perform($0) }))
  }

  private func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .save(let more):
      keep(more)
      return .saved(hour: WallClock.hour, before: [], profileName: session.name)
    case .forget(let what):
      let forgotten = ChangeLog.forgetting(what, changes, drafts)
      (changes, drafts) = (forgotten.changes, forgotten.drafts)
      return .forgotten(forgotten)
    case .draft(let address, let draft):
      drafts[address.description] = draft.isEmpty ? nil : draft
      return .drafted(address, draft)
    case .release: return .notWritten(session.phrases(.releaseNotHere))
    case .set(let settings): return EffectRunner.keep(settings, session.phrases)
    case .meet(let place): (changes, drafts) = (people[place].changes, [:])
    case .look, .suspend, .redraw, .quit, .lock, .seal, .desk, .sit, .file, .lookRound, .bring,
      .bringing:
      break
    }
    return nil
  }

  /// An answer empties the draft of it, as on disk.
  private func keep(_ more: [Change]) {
    changes += more
    for case .answered(let answer) in more { drafts[answer.address.description] = nil }
  }

  private func speak() -> Int32 {
    let talk = LineModeRunner(
      roots: roots,
      keep: { more in
        self.keep(more)
        return []
      }, perform: { self.perform($0) }, leave: { _ in 0 })
    let reason: Phrase =
      roots.wantsPlain ? .plainAsked : StandardStreams.isTerminal(0) ? .plainNoScreen : .plainPipe
    return talk.speak(session, Access(), session.phrases(reason))
  }
}

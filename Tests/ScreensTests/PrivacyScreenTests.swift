import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Sealing, locking, reading only and taking back for good, on the screen and in lines.
struct PrivacyScreenTests {
  private static let text = JourneyTests.arrive + " h e l l o"
  private static let answered = Walk.keys(JourneyTests.arrive + " h e l l o Tab")

  private func difference(_ name: String, _ keys: String, _ canvas: Canvas) -> String? {
    Golden.difference(Walk.golden(keys, canvas), "ScreensTests/Golden/\(name).txt")
  }

  @Test(arguments: [(1, "mine"), (2, "shared"), (3, "employer")])
  func sealingIsOfferedOnceTheComputerIsKnown(_ number: Int, _ name: String) {
    let walk = Walk(Walk.keys("1 \(number)"), access: Access(canSeal: true))
    let found = difference("sealing-\(name)", "1 \(number)", walk.last)
    #expect(found == nil, "\(found ?? "")")
    // On a computer of one's own Enter goes on; elsewhere it seals.
    let on = Walk(Walk.keys("1 \(number) Enter"), access: Access(canSeal: true))
    #expect(on.ending == (number == 1 ? .stopped(15) : .sealing))
    #expect(on.profile.settings["computer"] != nil)
    let without = Walk(Walk.keys("1 \(number) 2"), access: Access(canSeal: true))
    #expect(without.ending == .stopped(15) && without.last.text.contains("What brings you here"))
  }

  @Test func theMapOffersToSealOrToLock() {
    let plain = Walk(Walk.keys("1 1 Enter Enter Esc End"), access: Access(canSeal: true))
    #expect(plain.last.text.contains("Seal this file"))
    let sealed = Walk(Walk.start + Walk.keys("Esc End Enter"), access: Access(isSealed: true))
    #expect(sealed.ending == .locked)
  }

  /// What is typed is on its way to the disk before the key is forgotten.
  @Test(arguments: ["F12", "Ctrl-X Ctrl-X"]) func coveringKeepsWhatIsTyped(_ keys: String) {
    let walk = Walk(Walk.keys(Self.text + " " + keys), access: Access(isSealed: true))
    #expect(walk.ending == .locked)
    #expect(walk.drafts["arrive/want"] == "hello")
    #expect(walk.profile.settings["place"] == "arrive/want")
    #expect(!walk.last.text.contains("hello"))
    let plain = Walk(Walk.keys(Self.text + " " + keys))
    #expect(plain.last.text.contains("A pause.") && !plain.last.text.contains("hello"))
    #expect(plain.drafts["arrive/want"] == "hello")
  }

  /// One Ctrl-X alone does nothing.
  @Test func oneCtrlXIsNone() {
    let walk = Walk(Walk.keys(Self.text + " Ctrl-X ! Ctrl-X"), access: Access(isSealed: true))
    #expect(walk.ending == .stopped(15) && walk.last.text.contains("hello!"))
  }

  /// After so long without a key, also where the machine slept meanwhile: the key that wakes it is not taken.
  @Test(arguments: [true, false]) func idleItIsCovered(_ isSealed: Bool) {
    var app = App(Walk.session(), access: Access(isSealed: isSealed))
    var events = Walk.keys(Self.text).map { TerminalEvent.key($0) }
    let count = events.count
    events += [.tick, .key(.character("!"))]
    var terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80), events: events)
    var looks = 0
    var drafts: [String] = []
    let ending = run(
      &app, on: &terminal, clock: { "2026-03-02T20:00:00Z" },
      elapsed: {
        looks += 1
        // The clock jumps over the limit before the last event.
        return looks <= count + 2 ? looks : 400_000
      }, idleAfter: 300_000,
      perform: { effect in
        switch effect {
        case .draft(let address, let draft):
          drafts.append(draft.text)
          return .drafted(address, draft)
        case .save: return .saved(hour: "20:00", before: [], profileName: "p")
        case .look, .forget, .release, .suspend, .redraw, .quit, .lock, .seal, .desk, .sit, .file,
          .set, .lookRound, .meet, .bring, .bringing:
          break
        }
        return nil
      })
    #expect(ending == (isSealed ? .locked : .stopped(15)))
    #expect(drafts.last == "hello")
    #expect(terminal.frames.last?.text.contains("hello") == false)
  }

  /// With something that is not on disk the key is kept, and the screen covered.
  @Test func unsavedNothingIsLocked() {
    var app = App(Walk.session(), access: Access(isSealed: true))
    var terminal = ScriptedTerminal(
      size: Size(rows: 24, columns: 80),
      events: Walk.keys("1 3 Enter Enter 3 F12").map { .key($0) })
    let ending = run(
      &app, on: &terminal, clock: { "2026-03-02T20:00:00Z" },
      perform: { _ in .notSaved("The disk is full.") })
    #expect(ending == .stopped(15) && app.isCovered && app.hasUnsaved)
  }

  @Test func onlyReadNothingIsTaken() {
    let access = Access(readOnly: "Open elsewhere.")
    let before = Walk(Self.answered).profile
    let walk = Walk(
      Walk.keys("Home Enter") + Walk.keys("Shift-Tab*3 1 2 r u U Down 3 x Tab Esc q"),
      profile: before, access: access)
    #expect(walk.profile.history.isEmpty && walk.drafts.isEmpty)
    let typed = Walk(Walk.keys("Home Enter z z z"), profile: before, access: access)
    #expect(typed.last.text.contains("READ ONLY") && typed.last.text.contains("Open elsewhere."))
    #expect(!typed.last.text.contains("zzz"))
    let found = difference("read-only", "Home Enter z z z", typed.last)
    #expect(found == nil, "\(found ?? "")")
  }

  /// Asked for twice, and any other key between leaves it.
  @Test func takenBackForGoodItIsNowhere() throws {
    let want = ItemAddress("arrive", "want")
    let asked = Walk(Self.answered + Walk.keys("Esc Ctrl-O"))
    let found = difference("forget-asked", "… Ctrl-O", asked.last)
    #expect(found == nil, "\(found ?? "")")
    #expect(asked.profile.current(want) != nil)
    let left = Walk(Self.answered + Walk.keys("Esc Ctrl-O a Ctrl-O"))
    #expect(left.profile.current(want) != nil)
    let gone = Walk(Self.answered + Walk.keys("Esc Ctrl-O Ctrl-O"))
    #expect(gone.kept.allSatisfy { !"\($0)".contains("hello") })
    #expect(gone.last.text.contains("Taken back for good") && !gone.last.text.contains("hello"))
    #expect(gone.profile.current(ItemAddress("arrive", "moment")) != nil)
    // Undo does not bring it back.
    let undone = Walk(Self.answered + Walk.keys("Esc Ctrl-O Ctrl-O Esc u"))
    #expect(undone.profile.current(want) == nil && undone.profile.current.count > 3)
  }

  @Test func theLinesSealLockAndForget() {
    var dialogue = LineMode(Walk.session())
    dialogue.access = Access(canSeal: true)
    _ = dialogue.open(reason: "a test")
    let asked = dialogue.hear("3")
    #expect(asked.lines.contains { $0.hasPrefix("1. Seal it") } && asked.changes.count == 1)
    #expect(dialogue.hear("9").lines.count == 1)
    #expect(dialogue.hear("1").wish == .seal)
    #expect(dialogue.hear("lock").wish == nil)
    _ = dialogue.hear("2")
    #expect(dialogue.hear("seal").wish == .seal)
    _ = dialogue.hear("3")
    _ = dialogue.hear("back")
    let once = dialogue.hear("forget")
    #expect(once.wish == nil && once.lines.count == 1)
    #expect(
      dialogue.hear("forget").wish == .forget(.answer(ItemAddress("arrive", "moment"))))
    let want = ChangeLog.forgetting(
      .answer(ItemAddress("arrive", "moment")), [asked.changes[0], JourneyTests.moment], [:])
    let said = dialogue.after(.forgotten(want))
    #expect(said.first?.contains("for good") == true && dialogue.session.profile.history.isEmpty)
    dialogue.access = Access(isSealed: true)
    #expect(dialogue.hear("lock").wish == .lock)
    dialogue.access = Access(readOnly: "Open elsewhere.")
    let refused = dialogue.hear("3")
    #expect(refused.changes.isEmpty && refused.lines.first == "Open elsewhere.")
    #expect(dialogue.session.profile.history.isEmpty)
  }

  /// A passphrase is never drawn: only how much of it there is.
  @Test func theLockPageShowsDotsAlone() {
    for (rows, columns, name) in [(24, 80, "lock"), (12, 40, "lock-small")] {
      let page = Walk.phrases.lockPage(name: "spring", wasWrong: true)
      let canvas = page.view(Size(rows: rows, columns: columns), typed: 12, isASCII: false)
      let found = difference(name, "", canvas)
      #expect(found == nil, "\(found ?? "")")
      #expect(canvas.cursorIsVisible)
    }
    let tiny = Walk.phrases.lockPage(name: "spring", wasWrong: false)
    for size in [Size(rows: 1, columns: 1), Size(rows: 3, columns: 9)] {
      _ = tiny.view(size, typed: 99, isASCII: true)
    }
  }
}

/// What is half written, in every kind of field, on every way out.
struct DraftTests {
  private static let constraint =
    "\(JourneyTests.arrive) a Tab Enter Enter Esc \(JourneyTests.to("constraint")) Enter Enter"

  /// A row that is left half filled is a draft of that row, and stands there again.
  @Test func aHalfRowIsKeptWhenAnotherIsEntered() throws {
    for keys in [" Tab Tab 2 0 Down", " Tab Tab 2 0 F12"] {
      let walk = Walk(Walk.keys(Self.constraint + keys))
      let half = walk.drafts.filter { $0.key.hasPrefix("constraint/") && !$0.value.isEmpty }
      #expect(half.count == 1 && half.first?.value.contains("20") == true, "\(keys): \(half)")
    }
  }

  /// An older entry that is changed and left leaves the half-written new one where it was.
  @Test(arguments: ["Esc", "F12", "q"]) func anOlderEntryLeavesTheNewOneWaiting(_ way: String)
    throws
  {
    let chapters = "1 3 Enter Enter 3 Esc \(JourneyTests.to("chapters")) Enter Enter"
    let one = " a O n e Tab 2 0 0 1 Tab 5 Ctrl-S"
    let keys = Walk.keys(chapters + one + " a H a l f Esc Enter X " + way)
    let walk = Walk(keys)
    guard let list = walk.profile.current(ItemAddress("chapters", "list"))?.value.list else {
      Issue.record("no list: \(walk.last.text)")
      return
    }
    #expect(list.count == 1)
    #expect(walk.drafts["chapters/list"]?.contains("Half") == true, "\(walk.drafts)")
  }

  /// What others answer never wipes what stands on the screen.
  @Test func wordsOnTheScreenOutliveAnAnswerFromElsewhere() {
    var app = App(Walk.session())
    for key in Walk.keys(JourneyTests.arrive + " m i n e") { settle(app.update(.key(key)), &app) }
    settle(app.update(.tick), &app)
    #expect(app.mayLock && app.view().text.contains("mine"))
    let theirs = Change.answered(
      Answer(
        address: ItemAddress("arrive", "want"), value: "theirs", at: "2026-03-02T20:00:00Z",
        round: 1))
    _ = app.update(.arrived([theirs]))
    #expect(app.view().text.contains("mine") && app.view().text.contains("Another window"))
    #expect(
      app.update(.tick).contains {
        if case .draft(_, let draft) = $0 { draft == Draft("mine", cursor: 4) } else { false }
      })
  }

  /// Everything that is asked for comes to pass.
  private func settle(_ effects: [Effect], _ app: inout App) {
    for effect in effects {
      switch effect {
      case .save: _ = app.update(.saved(hour: "20:00", before: [], profileName: "p"))
      case .draft(let address, let draft): _ = app.update(.drafted(address, draft))
      case .look, .forget, .release, .suspend, .redraw, .quit, .lock, .seal, .desk, .sit, .file,
        .set, .lookRound, .meet, .bring, .bringing:
        break
      }
    }
  }
}

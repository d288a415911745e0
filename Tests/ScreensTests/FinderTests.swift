import JSON
import Rules
import Screens
import Testing
import TextUI
import Workbook

/// All commands by name, the help that does what it lists, and everything that was written.
struct FinderTests {
  private static let begun = "1 3 Enter Enter 3 Enter 2 3 2 4 1 2 3 2 1 2 1 1 1"

  private func walk(_ keys: [Key]) -> Walk { Walk(keys) }

  private func typed(_ before: String, _ words: String, _ after: String) -> [Key] {
    Walk.keys(before) + Walk.typed(words) + Walk.keys(after)
  }

  @Test func theHelpDoesWhatItLists() {
    let byKey = walk(Walk.keys("1 3 Enter Enter r"))
    let byHelp = walk(typed("1 3 Enter Enter ?", "rather", "Enter"))
    #expect(Walk.answers(byKey.profile) == Walk.answers(byHelp.profile))
    #expect(!Walk.answers(byHelp.profile).isEmpty)
    #expect(byKey.last.text == byHelp.last.text)
  }

  /// From a letter or two of its name, out of any place.
  @Test func aCommandLeadsToEveryPlace() {
    let byMap = walk(Walk.keys("\(FinderTests.begun) a Tab Enter Enter Esc End Up Up Up Up Enter"))
    let byName = walk(typed("\(FinderTests.begun) a Tab Enter Enter Esc :", "pathw", "Enter"))
    #expect(byMap.last.text == byName.last.text)
    let fromText = walk(
      Walk.keys("\(FinderTests.begun) h i") + [.control("p")] + Walk.typed("chapt") + [.enter])
    #expect(fromText.last.text(row: 0).contains("Chapters"), "\(fromText.last.text)")
    // What was half typed is kept.
    #expect(fromText.drafts["arrive/want"] == "hi")
  }

  @Test func undoSaysWhatItWillDo() {
    let walk = walk(typed("1 3 Enter Enter 3 Enter :", "take back", ""))
    #expect(walk.last.text.contains("take back: "), "\(walk.last.text)")
    // It is found by its plain name too, before anything that has the letters here and there.
    let named = Walk(typed("1 3 Enter Enter 3 Enter :", "undo", "Down Enter Down Enter"))
    #expect(Walk.answers(named.profile).count == Walk.answers(walk.profile).count - 1)
    // Letters of one word are enough, letters of several are not.
    #expect(self.walk(typed("1 3 Enter Enter :", "stngs", "")).last.text.contains("Settings"))
    #expect(
      !self.walk(typed("1 3 Enter Enter :", "weigh", "")).last.text.contains("gets you going"))
    let pressed = Walk(typed("1 3 Enter Enter 3 Enter :", "take back:", "Down Enter Down Enter"))
    #expect(Walk.answers(pressed.profile).count == Walk.answers(walk.profile).count - 1)
  }

  /// Every command that the help of a context lists is one that its keys ask for.
  @Test(arguments: KeyContext.allCases)
  func noHintLies(_ context: KeyContext) {
    for row in KeyMap.help(context) {
      for key in row.keys { #expect(KeyMap.command(key, in: context) == row.command, "\(key)") }
    }
    #expect(KeyMap.footer(context).last?.command == .help)
  }

  @Test func whatWasWrittenIsFoundAndOpened() {
    let written = Profile([
      ComputerOwner.mine.change, JourneyTests.moment,
      Change.answered(
        Answer(
          address: ItemAddress("arrive", "want"), value: "A reason to stay in Horsens",
          at: "2026-03-02T20:00:00Z", round: 1)),
    ])
    let walk = Walk(typed("Esc /", "horsens", ""), profile: written)
    #expect(walk.last.text.contains("A reason to stay in Horsens"), "\(walk.last.text)")
    let opened = Walk(typed("Esc /", "horsens", "Enter"), profile: written)
    #expect(opened.last.text.contains("│ A reason to stay in Horsens"), "\(opened.last.text)")
    let none = Walk(typed("Esc /", "zebra", ""), profile: written)
    #expect(none.last.text.contains("nowhere in what you wrote"))
    // In lines alike.
    var lines = LineMode(Walk.session(Walk.pack, written))
    _ = lines.open(reason: "a test")
    _ = lines.hear("find")
    let found = lines.hear("horsens").lines
    #expect(found.contains { $0.contains("A reason to stay in Horsens") }, "\(found)")
    #expect(lines.hear("1").lines.contains { $0.contains("in your hands") })
    // A word that is also a command is looked for, not carried out.
    _ = lines.hear("/find")
    let people = lines.hear("people").lines
    #expect(people.contains { $0.contains("nowhere in what you wrote") }, "\(people)")
  }

  @Test func wordsAreLookedForInAText() {
    let walk = Walk(typed("p /", "doctor", "Enter"), size: Size(rows: 12, columns: 60))
    let row = walk.last.cursor.row
    #expect(walk.last.text(row: row).lowercased().contains("doctor"), "\(walk.last.text)")
    let next = Walk(typed("p /", "the", "Enter n"), size: Size(rows: 12, columns: 60))
    let before = Walk(typed("p /", "the", "Enter n N"), size: Size(rows: 12, columns: 60))
    let first = Walk(typed("p /", "the", "Enter"), size: Size(rows: 12, columns: 60))
    #expect(next.last.text(row: next.last.cursor.row).lowercased().contains("the"))
    #expect(next.last.text != first.last.text || next.last.cursor != first.last.cursor)
    #expect(before.last.text == first.last.text && before.last.cursor == first.last.cursor)
    let nowhere = Walk(typed("p /", "zebra", "Enter"))
    #expect(nowhere.last.text.contains("stands nowhere"))
  }

  @Test func aLongAnswerIsLookedThroughToo() {
    let keys =
      typed("\(FinderTests.begun)", "a heron and a crow", "") + [.control("f")]
      + Walk.typed("heron") + [.enter] + Walk.typed("grey ")
    #expect(Walk(keys).drafts["arrive/want"] == "a grey heron and a crow")
  }

  @Test func aClickLeadsWhereItFalls() {
    let start = Walk(Walk.keys("1 3 Enter Enter"))
    let row = (0..<24).first { start.last.text(row: $0).hasPrefix("   3 ") } ?? 0
    let click = Key.click(Point(row: row, column: 10))
    let moved = Walk(Walk.keys("1 3 Enter Enter") + [click])
    #expect(moved.last.cursor.row == row)
    #expect(Walk.answers(moved.profile).isEmpty)
    let taken = Walk(Walk.keys("1 3 Enter Enter") + [click, click])
    let byKey = Walk(Walk.keys("1 3 Enter Enter 3"))
    #expect(Walk.answers(taken.profile) == Walk.answers(byKey.profile))
    // Beside every row it does nothing.
    #expect(
      Walk(Walk.keys("1 3 Enter Enter") + [.click(Point(row: 23, column: 0))]).profile.current
        .isEmpty)
  }
}

/// On a wide screen what belongs to a row stands beside the list, once the cursor rests.
struct WidePaneTests {
  @Test func aRunningCursorDrawsNoPane() {
    var app = App(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    app.size = Size(rows: 40, columns: 160)
    let method = Walk.phrases(.methodTrust)
    #expect(app.view().text.contains(method))
    _ = app.update(.key(.down))
    #expect(!app.view().text.contains(method))
    #expect(app.hasIdleWork)
    let isNew = app.workIdly()
    #expect(isNew)
    #expect(app.view().text.contains(method))
  }
}

/// What is set about the program.
struct SettingsTests {
  @Test func aKeyChangesWhatIsSetAndTheScreenAtOnce() {
    var app = App(Walk.session())
    var effects: [Effect] = []
    for key in Walk.keys(", Right Down Right Down Space") { effects += app.update(.key(key)) }
    let set = effects.compactMap { effect -> Settings? in
      if case .set(let settings) = effect { settings } else { nil }
    }
    #expect(set.map(\.look.choice) == [.mono, .mono, .mono])
    #expect(set.last?.lockMinutes == 10)
    #expect(set.last?.look.usesMouse == true)
    #expect(app.chosenIdle == 600_000)
    var terminal = ScriptedTerminal(
      size: Size(rows: 24, columns: 80), events: Walk.keys(", Right").map { .key($0) })
    var again = App(Walk.session())
    _ = run(&again, on: &terminal, clock: { "" }, perform: { _ in nil })
    #expect(terminal.look.choice == .mono)
  }

  @Test func inLinesTheSameNumbersChangeTheSame() {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    _ = dialogue.open(reason: "a test")
    let shown = dialogue.hear("settings").lines
    #expect(shown.count == 6, "\(shown)")
    let turn = dialogue.hear("1")
    guard case .set(let settings)? = turn.wish else {
      Issue.record("nothing is set")
      return
    }
    #expect(settings.look.choice == .mono)
    #expect(!dialogue.hear("back").lines.isEmpty)
  }

  /// No theme tells two roles apart by colour alone, and none paints a background.
  @Test(arguments: Theme.allCases)
  func aThemeIsReadable(_ theme: Theme) {
    #expect(theme.appearance(.text) == Appearance())
    #expect(theme.appearance(.focus).reverse)
    for role in [Role.title, .chosen, .key, .warning] {
      #expect(theme.appearance(role).bold, "\(role)")
    }
    if theme != .colour {
      for role in Role.allCases { #expect(theme.appearance(role).colour == 0) }
    }
    // Magenta alone is read on dark and on light grounds; red and green say nothing to some.
    for role in Role.allCases { #expect([0, 6].contains(theme.appearance(role).colour)) }
  }
}

/// The first screen's three ways.
struct FirstRunTests {
  @Test func theFirstScreenOffersThreeWays() {
    var app = App(Walk.session())
    #expect(app.update(.key(.character("2"))) == [.lookRound])
    app = App(Walk.session())
    _ = app.update(.key(.character("3")))
    for key in Walk.typed("/media/stick/a.waymark") { _ = app.update(.key(key)) }
    #expect(app.update(.key(.enter)) == [.bring("/media/stick/a.waymark")])
    // A file that is none leaves the person where they are.
    _ = app.update(.notWritten("there is no such file"))
    #expect(app.view().text.contains("/media/stick/a.waymark"))
    #expect(app.view().text.contains("there is no such file"))
    #expect(app.update(.mayBring("/x")).contains(.bringing("/x")))
  }

  @Test func aMadeUpPersonIsMetAndLeft() {
    let people = ["One life.", "Another life."].enumerated().map { number, life in
      MadeUpPerson(
        life: life,
        changes: [
          ComputerOwner.mine.change,
          .answered(
            Answer(
              address: ItemAddress("arrive", "want"), value: .text("wish \(number)"),
              at: "2026-03-02T20:00:00Z", round: 1)),
          .setting(name: "place", value: "home"),
        ])
    }
    var app = App(meeting: people, Walk.session())
    #expect(app.view().text.contains("Another life."))
    #expect(app.update(.key(.character("2"))) == [.meet(1)])
    #expect(app.session.profile.current.map(\.value) == ["wish 1"])
    _ = app.update(.key(.escape))
    #expect(app.update(.key(.character("1"))) == [.meet(0)])
    #expect(app.session.profile.current.map(\.value) == ["wish 0"])
    #expect(app.session.profile.nextUndo?.value == "wish 0")
  }
}

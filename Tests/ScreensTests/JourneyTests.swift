import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Keys through the front door to pictures that were looked at.
struct JourneyTests {
  static let arrive = "1 3 Enter Enter 3 Enter 2 3 2 4 1 2 3 2 1 2 1 1 1"

  static let moment = Change.answered(
    Answer(
      address: ItemAddress("arrive", "moment"), value: "passed-over", at: "2026-03-02T20:00:00Z",
      round: 1))

  /// The keys that lead from anywhere on the map to an exercise, for the moment of these journeys.
  static func to(_ exercise: String, _ profile: Profile = Profile([moment])) -> String {
    let session = Walk.session(Walk.pack, profile)
    let pack = session.pack
    let rows = pack.stages.flatMap { stage in
      session.path.filter { pack.exercises[$0].stage == stage.id }
    }
    let place = rows.firstIndex { pack.exercises[$0].id == exercise } ?? 0
    return "Home Down*\(place)"
  }

  struct Journey: Sendable {
    var name: String
    var keys: String
    var rows = 24
    var columns = 80
  }

  static let journeys: [Journey] = [
    Journey(name: "welcome", keys: ""),
    Journey(name: "computer", keys: "1"),
    Journey(name: "computer-employer", keys: "1 3"),
    Journey(name: "opening", keys: "1 3 Enter"),
    Journey(name: "moment", keys: "1 3 Enter Enter"),
    Journey(name: "choices", keys: "1 3 Enter Enter 3 Space Down Space"),
    Journey(name: "gauges", keys: "1 3 Enter Enter 3 Enter 2 3 2 Right r"),
    Journey(name: "text", keys: "\(arrive) h é l l o"),
    Journey(name: "closing", keys: "\(arrive) a Tab"),
    Journey(name: "offer", keys: "1 3 Enter Enter 3 1 Enter"),
    Journey(
      name: "best-worst",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("duels")) Enter Enter 2"),
    Journey(name: "home", keys: "\(arrive) a Tab Enter Enter Esc"),
    Journey(
      name: "constraint",
      keys:
        "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("constraint")) Enter Enter Right Right Tab 2"
    ),
    Journey(
      name: "story", keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("story")) Enter Enter"
    ),
    Journey(
      name: "tasks",
      keys:
        "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("tasks")) Enter Enter a b Tab Right*3 Tab 3"
    ),
    Journey(
      name: "sort",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("values")) Enter Enter 3 2 1 3"),
    Journey(
      name: "canvas",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("canvas")) Enter Enter a s i t",
      rows: 30),
    Journey(
      name: "interests",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("interests")) Enter Enter 4 1 2 5"),
    Journey(
      name: "interests-wide",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("interests")) Enter Enter 4 1 2 5",
      rows: 40,
      columns: 120),
    Journey(
      name: "home-waiting",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("futures"))"),
    Journey(
      name: "gate", keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("futures")) Enter"),
    Journey(name: "pathways-blank", keys: "1 1 Enter Esc End Up Up Up Enter"),
    Journey(name: "pathways", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Up Up Enter"),
    Journey(
      name: "pathway", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Up Up Enter 1", rows: 50,
      columns: 100),
    Journey(
      name: "why", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Up Up Enter w", rows: 40,
      columns: 100
    ),
    Journey(name: "share", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Enter Down Space"),
    Journey(
      name: "page", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Enter Space Enter", rows: 30),
    Journey(name: "people", keys: "p", rows: 40, columns: 100),
    Journey(name: "help", keys: "1 3 Enter Enter ?", rows: 60, columns: 100),
    Journey(
      name: "method",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("chapters")) Enter w",
      rows: 30),
    Journey(
      name: "stories",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("stories")) Enter Enter 1 Enter a n",
      rows: 30),
    Journey(
      name: "points",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("trades")) Enter Enter 3 0 Tab 2 5",
      rows: 30),
    Journey(name: "new-moment", keys: "\(arrive) a Tab Enter Enter Esc End Up Enter"),
    Journey(name: "palette", keys: "1 3 Enter Enter :"),
    Journey(name: "words", keys: "\(arrive) a b c Tab Enter Enter Esc /"),
    Journey(name: "settings", keys: ","),
    Journey(name: "bring", keys: "3 / a"),
    Journey(
      name: "chapters",
      keys: "\(arrive) a Tab Enter Enter Esc \(JourneyTests.to("chapters")) Enter Enter"),
    Journey(
      name: "comparison", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Up Up Enter c", rows: 40),
    Journey(name: "home-wide", keys: "\(arrive) a Tab Enter Enter Esc", rows: 50, columns: 200),
    Journey(
      name: "pathways-wide", keys: "\(arrive) a Tab Enter Enter Esc End Up Up Up Up Enter",
      rows: 50, columns: 160),
    Journey(name: "small", keys: "", rows: 5, columns: 20),
    Journey(name: "narrow", keys: "\(arrive) a Tab Enter Enter x", rows: 14, columns: 44),
  ]

  @Test(arguments: journeys)
  func frame(_ journey: Journey) {
    let size = Size(rows: journey.rows, columns: journey.columns)
    let walk = Walk(Walk.keys(journey.keys), size: size)
    let difference = Golden.difference(
      Walk.golden(journey.keys, walk.last), "ScreensTests/Golden/\(journey.name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The same screens on the smallest one.
  @Test(arguments: journeys.filter { $0.columns == 80 })
  func smallFrame(_ journey: Journey) {
    let walk = Walk(Walk.keys(journey.keys), size: Size(rows: 12, columns: 40))
    let difference = Golden.difference(
      Walk.golden(journey.keys, walk.last), "ScreensTests/Golden/\(journey.name)-40x12.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func anAnswerIsKeptAtOnceAndSaidSaved() {
    let walk = Walk(Walk.keys("1 3 Enter Enter 3"))
    #expect(walk.profile.current.map(\.address.item) == ["moment"])
    #expect(walk.last.text(row: 0).hasSuffix("saved 20:00"))
  }

  @Test func undoLastsOverARestart() {
    let walk = Walk(Walk.keys("1 3 Enter Enter 3 Enter 2 u u"))
    #expect(walk.profile.current.map(\.address.item) == ["moment"])
    let again = Walk(Walk.keys("U U"), profile: walk.profile)
    #expect(
      again.app.session.profile.current.map(\.address.item) == ["moment", "part-of-it", "leads"])
  }

  @Test func itOpensWhereThePersonLeft() {
    let left = Walk(
      Walk.keys(
        "\(JourneyTests.arrive) a Tab Enter Enter Esc \(JourneyTests.to("duels")) Enter Enter 1 2 1 2 q"
      ))
    let again = Walk([], profile: left.profile)
    #expect(again.last.text.contains("2 of 15 answered"))
    let cut = Walk(
      Walk.keys(
        "\(JourneyTests.arrive) a Tab Enter Enter Esc \(JourneyTests.to("duels")) Enter Enter 1 2 1 2"
      ))
    #expect(Walk([], profile: cut.profile).last.text.contains("2 of 15 answered"))
  }

  @Test func aDraftIsKeptOnEveryWayOut() {
    for way in ["Esc", "q", "F12"] {
      let keys =
        Walk.keys(JourneyTests.arrive) + Walk.typed("half")
        + (way == "q" ? [.control("c")] : Walk.keys(way))
      #expect(Walk(keys).drafts["arrive/want"] == "half", "\(way)")
    }
    let long = Walk(Walk.keys(JourneyTests.arrive) + Walk.typed(String(repeating: "a", count: 20)))
    #expect(long.drafts["arrive/want"]?.count == 20)
  }

  @Test func ratherNotSayIsAnAnswer() {
    let walk = Walk(Walk.keys("1 3 Enter Enter r"))
    #expect(walk.profile.current.map(\.value) == [.null])
    #expect(walk.last.text.contains("Is one of these part of it?"))
  }

  @Test func anAnswerThatClosesABranchKeepsWhatStoodThere() {
    let walk = Walk(Walk.keys("1 3 Enter Enter 3 Enter 1 3 2 4 1 2 3 4 Shift-Tab Shift-Tab 2"))
    #expect(walk.profile.current.contains { $0.address.item == "leading" })
    #expect(walk.app.session.reading.fact("arrive.leading") == nil)
  }

  @Test func leavingWithSomethingUnsavedIsAskedTwice() {
    var app = App(Walk.session())
    var terminal = ScriptedTerminal(
      size: Size(rows: 24, columns: 80), events: Walk.keys("1 3 Enter Enter 3 q").map { .key($0) })
    let ending = run(
      &app, on: &terminal, clock: { "2026-03-02T20:00:00Z" },
      perform: { _ in .notSaved("The disk is full.") })
    // After q it stayed; the script's end then stopped it from outside.
    #expect(ending == .stopped(15) && app.hasUnsaved)
    #expect(app.goodbye(path: "/x").last?.contains("lost") == true)
  }

  @Test func aWordThatIsEmptiedIsTakenAway() {
    let first = Walk(Walk.keys("\(JourneyTests.arrive) a Shift-Tab"))
    #expect(first.profile.current(ItemAddress("arrive", "want")) == nil)
    let emptied = Walk(
      Walk.keys("\(JourneyTests.arrive) a Tab Esc") + [.backspace] + Walk.keys("Tab"))
    #expect(emptied.profile.current(ItemAddress("arrive", "want"))?.value == .null)
  }

  @Test func ticksAreKeptAtOnce() {
    let walk = Walk(Walk.keys("1 3 Enter Enter 3 3 Tab"))
    #expect(walk.profile.current(ItemAddress("arrive", "part-of-it"))?.value == ["bullying"])
    #expect(walk.last.text.contains("more than a workbook"))
  }

  @Test func undoTakesBackAHalfChoiceFirst() {
    let keys =
      "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("duels")) Enter Enter 1 2 1"
    let walk = Walk(Walk.keys(keys + " u"))
    #expect(walk.profile.current.contains { $0.address.item == "duel-01" })
    #expect(
      !Walk(Walk.keys(keys + " u u")).profile.current.contains { $0.address.item == "duel-01" })
  }

  @Test func whatOthersWroteIsSeen() {
    var app = App(Walk.session(Walk.pack, Walk(Walk.keys("1 3 Enter Enter 3 Enter Esc")).profile))
    _ = app.update(
      .arrived([
        .answered(
          Answer(
            address: ItemAddress("arrive", "energy"), value: 3, at: "2026-03-02T20:00:00Z", round: 1
          ))
      ]))
    #expect(app.session.reading.fact("arrive.energy") == .number(3))
  }

  @Test func thePrivacyScreenIsBlankButForAWord() {
    let walk = Walk(Walk.keys("1 3 Enter Enter F12"))
    #expect(walk.last.text.split(whereSeparator: \.isWhitespace) == ["A", "pause."])
  }

  @Test func helpFromPeopleIsOneKeyAwayEverywhere() {
    for context in KeyContext.allCases {
      let keys: [Key] = [.character("p"), .control("g")]
      #expect(keys.contains { KeyMap.command($0, in: context) == .people }, "\(context)")
      #expect(KeyMap.footer(context).last?.command == .help, "\(context)")
    }
  }

  @Test func noKeyMeansTwoThingsOnAScreen() {
    for context in KeyContext.allCases {
      let keys = KeyMap.help(context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(context)")
      for row in KeyMap.help(context) {
        for key in row.keys { #expect(KeyMap.command(key, in: context) == row.command) }
      }
    }
  }

  /// Whatever keys come, at whatever size, every picture can be drawn.
  @Test func randomKeysNeverBreakIt() {
    let pool: [Key] = [
      .enter, .enter, .tab, .backTab, .escape, .up, .down, .left, .right, .pageDown, .home, .end,
      .character(" "), .character("1"), .character("2"), .character("3"), .character("5"),
      .character("r"), .character("w"), .character("p"), .character("?"), .character("u"),
      .character("U"), .character("m"), .control("s"), .control("r"), .backspace, .privacy,
      .paste("a\nb 日本"), .character("é"), .character("x"),
    ]
    var state: UInt64 = 3
    for round in 0..<40 {
      var keys = Walk.keys("1 3 Enter Enter 3 Enter 2")
      for _ in 0..<150 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        keys.append(pool[Int(state >> 33) % pool.count])
      }
      let size = Size(rows: 12 + round, columns: 40 + 3 * round)
      let walk = Walk(keys, size: size)
      #expect(walk.last.size == size)
      // What was kept and what is shown are the same.
      #expect(Walk.answers(walk.profile) == Walk.answers(walk.app.session.profile))
    }
  }
}

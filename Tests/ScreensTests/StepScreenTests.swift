import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// From a pathway's step to an entry of one's own, remarks on what is typed, and what a look back says, on both faces.
struct StepScreenTests {
  private static func answered(_ exercise: String, _ item: String, _ json: String) throws -> Change
  {
    .answered(
      Answer(
        address: ItemAddress(exercise, item), value: try JSONValue.json(json),
        at: "2026-03-02T20:00:00Z", round: 1))
  }

  private static func begun() throws -> [Change] {
    [
      .setting(name: "computer", value: "mine"), try answered("arrive", "moment", "\"content\""),
      try answered("arrive", "energy", "4"), try answered("arrive", "heard", "4"),
      try answered("arrive", "part-of-it", "[]"),
    ]
  }

  private static func pathways() throws -> String { "Esc \(JourneyTests.to("pathways")) Enter" }

  @Test func aStepIsTakenOnWithOneKey() throws {
    let profile = Profile(try Self.begun())
    let keys = "Esc End Up Up Up Up Enter 1 a"
    let walk = Walk(Walk.keys(keys), size: Size(rows: 34, columns: 100), profile: profile)
    let difference = Golden.difference(
      Walk.golden(keys, walk.last), "ScreensTests/Golden/step-taken-on.txt")
    #expect(difference == nil, "\(difference ?? "")")
    #expect(walk.profile.current(ItemAddress("canvas", "list")) == nil)
    #expect(walk.drafts["canvas/list"]?.contains("three-terms") == true)
    // The day alone is wanted, and the entry stands.
    let whole = Walk(
      Walk.keys(keys) + Walk.typed("2026-03-05") + Walk.keys("Enter"), profile: profile)
    let entry = whole.profile.current(ItemAddress("canvas", "list"))?.value.list?.first
    #expect(entry?["start"]?.text == "2026-03-05" && entry?["pathway"]?.text == "stay")
    #expect(entry?["step"]?.text == "three-terms")
    // A second one waits until the first is finished.
    let twice = Walk(Walk.keys(keys + " Esc Esc a"), profile: profile)
    #expect(twice.last.text.contains("half written"))
  }

  @Test func inLinesTheDayAloneIsAskedFirst() throws {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile(try Self.begun())))
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("pathways")
    let taken = dialogue.hear("step 1").lines
    #expect(taken.contains { $0.contains("On which day") }, "\(taken)")
    let next = dialogue.hear("2026-03-05").lines
    #expect(next.contains { $0.contains("What you believe today") }, "\(next)")
    var kept: [Change] = []
    for _ in 0..<12 { kept += dialogue.hear("").changes }
    let entry = Profile(kept).current(ItemAddress("canvas", "list"))?.value.list?.first
    #expect(entry?["start"]?.text == "2026-03-05" && entry?["step"]?.text == "three-terms")
  }

  @Test func whatNamesNoMovementIsRemarkedOnAndKept() throws {
    let said = "nobody could see you do"
    let begin = "Esc \(JourneyTests.to("plan")) Enter Enter Tab Tab Tab Tab"
    let profile = Profile(try Self.begun())
    let typed = Walk(
      Walk.keys(begin) + Walk.typed("I try to ring"), profile: profile)
    #expect(typed.last.text.contains(said), "\(typed.last.text)")
    let kept = Walk(
      Walk.keys(begin) + Walk.typed("I try to ring") + Walk.keys("Tab"), profile: profile)
    #expect(kept.profile.current(ItemAddress("plan", "act"))?.value.text == "I try to ring")
    let plain = Walk(Walk.keys(begin) + Walk.typed("I ring"), profile: profile)
    #expect(!plain.last.text.contains(said))
    var dialogue = LineMode(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    let map = dialogue.hear("map").lines
    let title = Walk.pack.exercise("plan")?.title ?? ""
    let row = try #require(map.first { $0.contains(title) })
    _ = dialogue.hear(String(row.prefix { $0 != "." }))
    for _ in 0..<4 { _ = dialogue.hear("/skip") }
    #expect(dialogue.hear("I try to ring").lines.contains { $0.contains(said) })
  }

  @Test func aLookBackSaysWhatItChanges() throws {
    let list = """
      [{"name":"One dull hour","start":"2026-03-01","for-it":"a","against-it":"b",\
      "pathway":"stay"}]
      """
    let profile = Profile(try Self.begun() + [Self.answered("canvas", "list", list)])
    let begin = "Esc \(JourneyTests.to("canvas")) Enter Enter"
    // To the field that holds the state, which is the last but one.
    let state = Walk(
      Walk.keys("\(begin) Shift-Tab Shift-Tab 3 Enter"), size: Size(rows: 34, columns: 100),
      profile: profile)
    #expect(state.last.text.contains("Before. Stay on purpose"), "\(state.last.text)")
    #expect(state.last.text.contains("By its own rule"))
  }

  @Test func daysThatHaveComeAreCountedOnTheMapWithoutWords() throws {
    let list = """
      [{"name":"Secret hour","start":"2026-03-01","for-it":"a","against-it":"b"}]
      """
    let profile = Profile(try Self.begun() + [Self.answered("canvas", "list", list)])
    let map = Walk(Walk.keys("Esc"), profile: profile).last.text
    #expect(map.contains("One day that you set for yourself has come"))
    #expect(!map.contains("Secret"))
  }

  private static let two = """
    [{"name":"One dull hour","start":"2026-03-01","for-it":"a","against-it":"b"},\
    {"name":"Ask Carla","start":"2026-03-02","for-it":"a","against-it":"b"}]
    """

  /// What is changed in an older entry survives every way out, help on the way too.
  @Test(arguments: [
    [Key.escape], [.control("c")], [.help, .escape, .escape], [.control("g"), .escape, .escape],
    [.privacy], [.control("s")],
  ])
  func anOlderEntryIsKeptOnEveryWayOut(_ ways: [Key]) throws {
    let profile = Profile(try Self.begun() + [Self.answered("canvas", "list", Self.two)])
    let begin = "Esc \(JourneyTests.to("canvas")) Enter Enter"
    let keys = Walk.keys(begin) + Walk.typed(" again") + ways
    let list = Walk(keys, profile: profile).profile.current(ItemAddress("canvas", "list"))?.value
    #expect(list?.list?.map { $0["name"]?.text } == ["One dull hour again", "Ask Carla"])
  }

  @Test func anEntryThatIsNotWholeStandsAsItStood() throws {
    let profile = Profile(try Self.begun() + [Self.answered("canvas", "list", Self.two)])
    let begin = "Esc \(JourneyTests.to("canvas")) Enter Enter"
    let empty = Array(repeating: Key.backspace, count: 20)
    let walk = Walk(Walk.keys(begin) + empty + [.escape], profile: profile)
    #expect(walk.profile.current(ItemAddress("canvas", "list")) == nil)
    #expect(walk.last.text.contains("stands as it stood before"))
  }

  /// Somebody else's entry that comes while a form is open is not written over.
  @Test func whatOthersAddWhileAFormIsOpenStays() throws {
    var app = App(
      Walk.session(
        Walk.pack, Profile(try Self.begun() + [Self.answered("canvas", "list", Self.two)])))
    for key in Walk.keys("Esc \(JourneyTests.to("canvas")) Enter Enter") + Walk.typed(" x") {
      _ = app.update(.key(key))
    }
    let three =
      Self.two.dropLast(1)
      + ",{\"name\":\"New\",\"start\":\"2026-03-03\",\"for-it\":\"a\",\"against-it\":\"b\"}]"
    _ = app.update(.arrived([try Self.answered("canvas", "list", String(three))]))
    _ = app.update(.key(.enter))
    let list = app.session.profile.current(ItemAddress("canvas", "list"))?.value.list
    #expect(list?.compactMap { $0["name"]?.text } == ["One dull hour x", "Ask Carla", "New"])
  }

  @Test func aChoiceCanBeLeftEmptyAgain() throws {
    let profile = Profile(try Self.begun())
    let keys = "Esc End Up Up Up Up Enter 1 a Tab Tab Tab"
    let filled = Walk(Walk.keys(keys), size: Size(rows: 34, columns: 100), profile: profile)
    #expect(filled.last.text.contains("> For which way                 Stay on purpose"))
    let cleared = Walk(
      Walk.keys(keys) + [.backspace], size: Size(rows: 34, columns: 100), profile: profile)
    #expect(cleared.last.text.contains("> For which way                 (one of 20)"))
  }

  /// A step that is taken on is not offered again; the next one is.
  @Test func aStepThatIsTakenOnMakesRoomForTheNext() throws {
    let list = """
      [{"name":"x","start":"2026-03-05","for-it":"a","against-it":"b","step":"three-terms"}]
      """
    let before = Walk.session(Walk.pack, Profile(try Self.begun())).assessment
    #expect(before.firstStep(for: "stay")?.id == "three-terms")
    let after = Walk.session(
      Walk.pack, Profile(try Self.begun() + [Self.answered("canvas", "list", list)])
    ).assessment
    #expect(after.firstStep(for: "stay")?.id != "three-terms")
  }

  @Test func aRowOfOneSaysWhatItAsksAbout() throws {
    let changes = [try Self.answered("weighing", "shortlist", "[\"stay\",\"deepen\"]")]
    let keys = "Esc \(JourneyTests.to("weighing")) Enter Tab Tab Tab"
    let walk = Walk(Walk.keys(keys), profile: Profile(try Self.begun() + changes))
    #expect(walk.last.text.contains("What it costs the team"), "\(walk.last.text)")
  }

  @Test func onlyWhatWasChosenIsOffered() throws {
    let changes = [try Self.answered("weighing", "shortlist", "[\"stay\",\"deepen\"]")]
    let session = Walk.session(Walk.pack, Profile(try Self.begun() + changes))
    var dialogue = LineMode(session)
    _ = dialogue.open(reason: "a test")
    let title = Walk.pack.exercise("weighing")?.title ?? ""
    let row = try #require(dialogue.hear("map").lines.first { $0.contains(title) })
    _ = dialogue.hear(String(row.prefix { $0 != "." }))
    var said: [String] = []
    for _ in 0..<40 where !said.contains(where: { $0.contains("do you hope stands first") }) {
      said = dialogue.hear("skip").lines
    }
    #expect(said.contains { $0.hasPrefix("2. Deepen") } && !said.contains { $0.hasPrefix("3. ") })
    let changed = dialogue.hear("2").changes
    let hoped = Profile(changed).current(ItemAddress("weighing", "hoped"))?.value
    #expect(hoped == .text("deepen"))
  }

  @Test func aNewEntryIsLeftOutWhenItIsAskedTwice() throws {
    let profile = Profile(try Self.begun())
    let keys = Walk.keys("Esc End Up Up Up Up Enter 1 a")
    let asked = Walk(keys + [.control("r")], profile: profile)
    #expect(asked.last.text.contains("once more leaves this new entry out"))
    #expect(asked.drafts["canvas/list"]?.isEmpty == false)
    let other = Walk(keys + [.control("r"), .tab, .backTab, .control("r")], profile: profile)
    #expect(other.drafts["canvas/list"]?.isEmpty == false)
    let gone = Walk(keys + [.control("r"), .control("r")], profile: profile)
    #expect(gone.drafts["canvas/list"]?.isEmpty == true)
    #expect(gone.last.text.contains("Nothing of it is kept"))
    let again = Walk(
      keys + [.control("r"), .control("r"), .escape, .character("a")], profile: profile)
    #expect(again.last.text.contains("Three lines on paper"), "\(again.last.text)")
  }

  @Test func inLinesBackGoesToTheFieldBefore() throws {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile(try Self.begun())))
    _ = dialogue.open(reason: "a test")
    let title = Walk.pack.exercise("canvas")?.title ?? ""
    let row = try #require(dialogue.hear("map").lines.first { $0.contains(title) })
    _ = dialogue.hear(String(row.prefix { $0 != "." }))
    _ = dialogue.hear("Ask Karla")
    let back = dialogue.hear("back").lines
    #expect(back.contains { $0.contains("What you will do") }, "\(back)")
    _ = dialogue.hear("Ask Carla")
    _ = dialogue.hear("2026-03-05")
    _ = dialogue.hear("a")
    _ = dialogue.hear("b")
    var kept: [Change] = []
    for _ in 0..<3 { kept += dialogue.hear("").changes }
    kept += dialogue.hear("/done").changes
    let entry = Profile(kept).current(ItemAddress("canvas", "list"))?.value.list?.first
    #expect(entry?["name"]?.text == "Ask Carla")
  }

  @Test func looksFollowTheNameOfTheirStep() throws {
    let looks = """
      [{"step":"One dull hour","day":"2026-03-02","did":"done","saw":"x"},\
      {"step":"Ask Carla","day":"2026-03-02","did":"not","saw":"y"}]
      """
    let profile = Profile(
      try Self.begun() + [
        Self.answered("canvas", "list", Self.two), Self.answered("checkins", "list", looks),
      ])
    let begin = "Esc \(JourneyTests.to("canvas")) Enter Enter"
    let walk = Walk(
      Walk.keys(begin) + Walk.typed(" again") + Walk.keys("Ctrl-S"), profile: profile)
    let list = walk.profile.current(ItemAddress("checkins", "list"))?.value.list
    #expect(list?.map { $0["step"]?.text } == ["One dull hour again", "Ask Carla"])
  }
}

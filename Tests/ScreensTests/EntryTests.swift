import JSON
import Packs
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Lists of entries and records lose nothing on any way out, on a screen or in lines.
struct EntryTests {
  private var begun: [Change] {
    [
      .setting(name: "computer", value: "mine"),
      .answered(
        Answer(
          address: ItemAddress("arrive", "moment"), value: "passed-over",
          at: "2026-03-02T20:00:00Z", round: 1)),
    ]
  }

  /// A dialogue at the first question of an exercise.
  private func dialogue(
    _ exercise: String, _ changes: [Change], drafts: [String: Draft] = [:]
  ) throws -> LineMode {
    var session = Walk.session(Walk.pack, Profile(changes))
    session.drafts = drafts
    var dialogue = LineMode(session)
    _ = dialogue.open(reason: "a test")
    let title = try #require(Walk.pack.exercise(exercise)?.title)
    let row = try #require(
      dialogue.hear("map").lines.first { $0.contains(". " + title + ":") })
    _ = dialogue.hear(String(row.prefix { $0.isNumber }))
    return dialogue
  }

  @Test func aFirstEntryStandsAtOnceOnBothFaces() throws {
    var spoken = try dialogue("chapters", begun)
    var kept: [Change] = []
    for line in ["One", "2001", "5", "", ""] { kept += spoken.hear(line).changes }
    #expect(kept.count == 1)
    let keys = "Esc \(JourneyTests.to("chapters")) Enter"
    let walk = Walk(Walk.keys(keys), profile: Profile(begun + kept))
    #expect(walk.last.text.contains("Lay your two best chapters"))
    let back = Walk(Walk.keys(keys + " Shift-Tab"), profile: Profile(begun + kept))
    #expect(back.last.text.contains("One · 2001 · 5"))
  }

  @Test func aHalfEntryInLinesIsADraftAndStandsThereAgain() throws {
    var spoken = try dialogue("chapters", begun)
    let turn = spoken.hear("The bakery")
    #expect(
      turn.draft == .draft(ItemAddress("chapters", "list"), "{\"name\":\"The bakery\"}"))
    let second = spoken.hear("2001")
    guard case .draft(_, let text)? = second.draft else {
      Issue.record("no draft")
      return
    }
    var again = try dialogue("chapters", begun, drafts: ["chapters/list": text])
    let answered = again.hear("5")
    #expect(answered.lines.contains { $0.contains("What it asked of you") })
    _ = again.hear("")
    let whole = again.hear("")
    guard case .answered(let answer)? = whole.changes.first else {
      Issue.record("no answer")
      return
    }
    #expect(answer.value.json == "[{\"name\":\"The bakery\",\"from\":2001,\"height\":5}]")
    #expect(whole.draft == .draft(ItemAddress("chapters", "list"), ""))
  }

  @Test func notInsideAnEntryTakesNothingAway() throws {
    var spoken = try dialogue("chapters", begun)
    for line in ["One", "2001", "5", "", "", "Two"] { _ = spoken.hear(line) }
    let turn = spoken.hear("not")
    #expect(turn.changes.isEmpty && turn.lines.contains { $0.contains("Finish this entry first") })
  }

  @Test func theLongFormIsEnteredThroughItsOpening() {
    let keys = "Esc \(JourneyTests.to("skills")) m Enter r r r r r r r r r r Tab"
    let walk = Walk(Walk.keys(keys), profile: Profile(begun))
    #expect(walk.last.text.contains("A change came that not everybody wanted"))
  }

  @Test func aSumThatIsOffGoesNowhere() throws {
    let keys = "Esc \(JourneyTests.to("trades")) Enter Enter 5 Tab 5 Tab 0 Tab 0 Tab 0 Tab 0 Ctrl-S"
    let walk = Walk(Walk.keys(keys), profile: Profile(begun))
    #expect(walk.profile.current.isEmpty && walk.last.text.contains("Left to give: 90."))
    let past = Walk(
      Walk.keys("Esc \(JourneyTests.to("trades")) Enter Enter") + Walk.typed("60")
        + Walk.keys("Tab") + Walk.typed("41"), profile: Profile(begun))
    #expect(past.last.text.contains("Given past the sum: 1."))
    var spoken = try dialogue("trades", begun)
    var last = spoken.hear("?")
    for line in ["5", "5", "0", "0", "0", "0"] { last = spoken.hear(line) }
    #expect(last.changes.isEmpty && last.lines.contains("Left to give: 90."))
    for line in ["50", "10", "10", "10", "10", "10"] { last = spoken.hear(line) }
    #expect(last.changes.count == 1)
  }

  @Test func aTickTakenOutAgainLeavesTheFieldOpen() {
    var keys = Walk.keys("Esc \(JourneyTests.to("stories")) Enter Enter 1 Enter a")
    keys += Walk.typed("N") + Walk.keys("Tab 1 Tab x Tab Tab x Tab x Tab Tab Tab Tab 1 1 Ctrl-S")
    let walk = Walk(keys, profile: Profile(begun))
    #expect(walk.last.text.contains("Still open: Strengths you see in it."))
  }

  @Test func aDayThatIsPastIsSaid() {
    var keys = Walk.keys("Esc \(JourneyTests.to("constraint")) Enter Enter 3 Tab 1 Tab")
    keys += Walk.typed("2020-02-28") + Walk.keys("Enter")
    let walk = Walk(keys, profile: Profile(begun))
    #expect(walk.last.text.contains("That day is past"))
  }

  @Test func textPastItsLimitIsSaidInAForm() {
    let keys =
      Walk.keys("Esc \(JourneyTests.to("chapters")) Enter Enter a")
      + Walk.typed(String(repeating: "a", count: 61))
    #expect(Walk(keys, profile: Profile(begun)).last.text.contains("This field holds 60"))
  }

  /// It is asked afresh: nothing stands there that Enter could keep.
  @Test func enterAloneKeepsNoMomentInANewRound() {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile(begun)))
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("new")
    #expect(dialogue.hear("").changes.isEmpty)
    guard case .answered(let answer)? = dialogue.hear("3").changes.first else {
      Issue.record("nothing was kept")
      return
    }
    #expect(answer.round == 2 && answer.value == "passed-over")
  }

  @Test func aListWithALeastIsRefused() {
    let items = """
        - {id: l, kind: records, text: Q, least: 2, fields: [{id: a, kind: text, title: A}]}
      """
    let (_, findings) = SamplePack.read(SamplePack.files(items: items))
    #expect(findings.contains { $0.message.contains("a list has no `least`") })
  }

  private func chapters(_ count: Int) -> Change {
    let one = JSONValue.map([
      JSONValue.Pair("name", "One"), JSONValue.Pair("from", 2001), JSONValue.Pair("height", 5),
    ])
    return .answered(
      Answer(
        address: ItemAddress("chapters", "list"),
        value: .list(Array(repeating: one, count: count)), at: "2026-03-02T20:00:00Z", round: 1))
  }

  @Test func aListThatIsFullTakesNoMore() throws {
    let full = begun + [chapters(12)]
    let keys = "Esc \(JourneyTests.to("chapters")) Enter Shift-Tab a"
    #expect(
      Walk(Walk.keys(keys), profile: Profile(full)).last.text.contains("No more than 12"))
    var spoken = try dialogue("chapters", full)
    _ = spoken.hear("back")
    var changes: [Change] = []
    for line in ["Two", "2002", "5", "", ""] { changes += spoken.hear(line).changes }
    #expect(changes.isEmpty)
  }

  @Test func anotherEntryLeavesTheHalfWrittenOneWaiting() {
    var keys = Walk.keys("Esc \(JourneyTests.to("chapters")) Enter Shift-Tab a")
    keys += Walk.typed("Half") + Walk.keys("Esc Enter") + Walk.typed("!") + Walk.keys("Ctrl-S")
    let walk = Walk(keys, profile: Profile(begun + [chapters(2)]))
    #expect(walk.profile.current(ItemAddress("chapters", "list"))?.value.list?.count == 2)
    #expect(walk.drafts["chapters/list"] == "{\"name\":\"Half\"}")
    #expect(walk.app.session.drafts["chapters/list"] == "{\"name\":\"Half\"}")
  }

  @Test func aDraftThatFitsNoFieldIsNotTakenUp() throws {
    let draft = "{\"name\":\"One\",\"from\":\"about 1998\"}"
    var spoken = try dialogue("chapters", begun, drafts: ["chapters/list": Draft(draft)])
    // The year is asked again.
    #expect(spoken.hear("x").lines.contains { $0.contains("1940") })
  }

  @Test func aMonstrousNumberIsNoEnd() {
    let keys =
      Walk.keys("Esc \(JourneyTests.to("trades")) Enter Enter 1 Tab")
      + Walk.typed("9223372036854775807") + Walk.keys("Tab")
    #expect(!Walk(keys, profile: Profile(begun)).last.text.isEmpty)
  }
}

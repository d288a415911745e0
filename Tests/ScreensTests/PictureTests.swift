import Plain
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Pictures of lists, each with words that say the same.
struct PictureTests {
  private func answer(_ exercise: String, _ item: String, _ json: String) throws -> Change {
    .answered(
      Answer(
        address: ItemAddress(exercise, item), value: try Plain.json(json),
        at: "2026-03-02T20:00:00Z", round: 1))
  }

  private var begun: [Change] {
    get throws {
      [
        .setting(name: "computer", value: "mine"),
        try answer("arrive", "moment", "\"passed-over\""),
      ]
    }
  }

  private static let chapters = """
    [{"name":"The bakery","from":1984,"height":6},{"name":"The new till","from":2019,"height":4},\
    {"name":"The old branch","from":1997,"height":9},{"name":"Between","from":2010,"height":9}]
    """

  @Test func chaptersLieAlongTheYears() throws {
    let changes =
      try begun + [
        answer("chapters", "list", PictureTests.chapters),
        answer("chapters", "both", "\"Nobody counted\""), answer("chapters", "ended", "[\"went\"]"),
        answer("chapters", "again", "\"The till\""),
        answer("chapters", "pattern", "\"It is good in small places\""),
      ]
    let keys = "Esc \(JourneyTests.to("chapters")) Enter Ctrl-S Tab Enter Tab Tab"
    let walk = Walk(Walk.keys(keys), profile: Profile(changes))
    let difference = Golden.difference(
      Walk.golden(keys, walk.last), "ScreensTests/Golden/timeline.txt")
    #expect(difference == nil, "\(difference ?? "")")
    // In the order of the years; level neighbours make no peak.
    let rows = walk.last.text.split(separator: "\n").filter { $0.contains("of 10 from") }
    #expect(rows.count == 4 && rows[0].contains("a trough") && rows[3].contains("a trough"))
    #expect(!rows[1].contains("peak") && !rows[2].contains("peak"))
  }

  @Test func hoursLieInFourFieldsFromThreeOn() throws {
    func hour(_ energy: Int, _ engagement: Int, _ skill: String) -> String {
      """
      {"text":"x","day":"2026-03-02","energy":\(energy),"engagement":\(engagement),"minutes":30,\
      "skill":"\(skill)"}
      """
    }
    let log =
      [hour(8, 8, "explaining"), hour(7, 9, "explaining"), hour(9, 7, "explaining")]
      + [hour(2, 8, "writing"), hour(3, 8, "writing"), hour(2, 7, "writing")]
      + [hour(9, 9, "fixing"), hour(9, 9, "fixing")]
    let changes =
      try begun + [answer("energy", "log", "[" + log.joined(separator: ",") + "]")]
    let keys = "Esc \(JourneyTests.to("energy")) Enter Ctrl-S"
    let walk = Walk(Walk.keys(keys), profile: Profile(changes))
    let difference = Golden.difference(
      Walk.golden(keys, walk.last), "ScreensTests/Golden/hours.txt")
    #expect(difference == nil, "\(difference ?? "")")
    #expect(walk.last.text.contains("Explaining (3 hours noted, 37 of"))
    #expect(!walk.last.text.contains("Getting it to run"))
  }

  /// A half-written entry of a list is a draft, and stands there again.
  @Test func aHalfWrittenEntryIsKept() throws {
    let keys =
      Walk.keys("Esc \(JourneyTests.to("chapters")) Enter Enter a") + Walk.typed("The bakery")
      + Walk.keys("Tab") + Walk.typed("19") + [.control("c")]
    let walk = Walk(keys, profile: Profile(try begun))
    #expect(walk.drafts["chapters/list"] == "{\"name\":\"The bakery\",\"from\":\"19\"}")
    #expect(!walk.kept.contains { if case .answered = $0 { true } else { false } })
  }

  /// Inside an entry *rather not say* would be about the whole list.
  @Test func ratherNotInAnEntryTakesNothingAway() throws {
    let changes = try begun + [answer("chapters", "list", PictureTests.chapters)]
    let keys = "Esc \(JourneyTests.to("roles")) Enter Enter a x Tab r"
    let walk = Walk(Walk.keys(keys), profile: Profile(changes))
    #expect(walk.last.text.contains("Close this entry first"))
    #expect(walk.profile.current.isEmpty)
  }
}

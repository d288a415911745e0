import JSON
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
        address: ItemAddress(exercise, item), value: try JSONValue.json(json),
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
    #expect(walk.last.text.contains("once more leaves this new entry out"))
    #expect(walk.profile.current.isEmpty && walk.drafts["roles/list"]?.isEmpty == false)
    // An older entry is not left out so.
    let older = "Esc \(JourneyTests.to("chapters")) Enter Shift-Tab Enter Ctrl-R"
    let open = Walk(Walk.keys(older), profile: Profile(changes))
    #expect(open.last.text.contains("Close this entry first"), "\(open.last.text)")
  }
}

/// Pictures of whole exercises, at their end: a ring of interests, a map of who sees the work, a weighing.
struct ClosingPictureTests {
  private static func answers(_ rows: [(String, String, String)]) throws -> [Change] {
    try [("arrive", "moment", "\"looking\"")].map { try change($0.0, $0.1, $0.2) }
      + rows.map { try change($0.0, $0.1, $0.2) }
  }

  private static func change(_ exercise: String, _ item: String, _ json: String) throws -> Change {
    .answered(
      Answer(
        address: ItemAddress(exercise, item), value: try JSONValue.json(json),
        at: "2026-03-02T20:00:00Z", round: 1))
  }

  /// The exercise's last page, as it is reached by Tab.
  private static func closing(
    _ exercise: String, _ changes: [Change], size: Size = size
  ) -> Canvas? {
    let profile = Profile([.setting(name: "computer", value: "mine")] + changes)
    let begin = "Esc \(JourneyTests.to(exercise)) Enter"
    for tabs in 1...30 {
      let walk = Walk(Walk.keys("\(begin) Tab*\(tabs)"), size: size, profile: profile)
      if walk.last.text.contains("How far to trust this") { return walk.last }
    }
    return nil
  }

  private static let size = Size(rows: 34, columns: 80)

  private static func interests(_ level: (Character) -> Int) throws -> [Change] {
    try answers(
      "riasec".flatMap { letter in
        (1...3).map { ("interests", "\(letter)0\($0)", String(level(letter))) }
      })
  }

  private func check(_ canvas: Canvas?, _ name: String) {
    let text = canvas.map { Walk.golden(name, $0) } ?? "no closing was reached\n"
    let difference = Golden.difference(text, "ScreensTests/Golden/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func interestsLieOnARing() throws {
    let levels: [Character: Int] = ["r": 4, "i": 3, "a": 0, "s": 1, "e": 1, "c": 2]
    check(
      Self.closing("interests", try Self.interests { levels[$0] ?? 0 }), "hexagon")
  }

  /// On a narrow screen the words stand without the picture, whole.
  @Test func onFortyColumnsTheWordsStandAlone() throws {
    let narrow = Size(rows: 40, columns: 40)
    let levels: [Character: Int] = ["r": 4, "i": 3, "a": 0, "s": 1, "e": 1, "c": 2]
    let ring = Self.closing(
      "interests", try Self.interests { levels[$0] ?? 0 }, size: narrow)
    #expect(ring?.text.contains("People, one at a time: little") == true, "\(ring?.text ?? "")")
    #expect(ring?.text.contains("●") == false)
  }

  @Test func aFlatRingNamesNoPair() throws {
    let canvas = Self.closing("interests", try Self.interests { _ in 2 })
    check(canvas, "hexagon-flat")
    #expect(canvas?.text.contains("side by side on the ring") == false)
  }

  @Test(arguments: [("ri", "side by side"), ("ra", "one apart"), ("rs", "opposite")])
  func howTheTwoHighestStand(_ pair: String, _ words: String) throws {
    let canvas = Self.closing("interests", try Self.interests { pair.contains($0) ? 4 : 1 })
    #expect(canvas?.text.contains(words) == true, "\(canvas?.text ?? "")")
  }

  @Test func peopleLieInFourFields() throws {
    let people = """
      [{"name":"Head of stores","says":"decides","sees":"nothing"},\
      {"name":"My boss","says":"decides","sees":"saw"},{"name":"Ali","says":"asked","sees":"saw"},\
      {"name":"Works council","says":"hears","sees":"heard"}]
      """
    let changes = try Self.answers([
      ("seen", "who", people), ("seen", "way", "\"boss\""), ("seen", "piece", "\"The March list\""),
      ("seen", "word", "\"colleague\""), ("seen", "holds", "[]"),
    ])
    check(Self.closing("seen", changes), "influence")
  }

  /// The reasons behind a few ways are summed up as before, without a chart for each of twenty.
  @Test func aGridIsDrawnOnlyWhereGaugesAreAskedFor() throws {
    let rows = ["social": 1, "material": 5, "guilt": 1, "importance": 5, "interest": 6]
    let cells = rows.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    let changes = try Self.answers(
      rows.map { ("reasons", $0.key, String($0.value)) } + [
        ("reasons", "ways", "{\"stay\":{\(cells)}}"), ("reasons", "whose", "\"mine\""),
      ])
    let profile = Profile([.setting(name: "computer", value: "mine")] + changes)
    let reasons = try #require(Walk.pack.exercise("reasons"))
    let chart = Walk.session(Walk.pack, profile).bars(reasons)
    #expect(chart.bars.map(\.title) == ["Reasons from within", "Reasons from outside"])
    #expect(reasons.picture == .bars)
    #expect(Walk.pack.exercise("futures")?.picture == .gauges)
  }

  @Test func theSameSixStandBeforeAndNow() throws {
    let before = ["matters": 0, "good-at": 1, "ways": 0, "price": 0, "first": 0]
    let now = ["matters": 2, "good-at": 1, "ways": 1, "price": 1, "first": 2, "asked": 1]
    let changes = try Self.answers(
      before.map { ("arrive", $0.key, String($0.value)) }
        + now.map { ("helped", $0.key, String($0.value)) })
    let text = try #require(Self.closing("helped", changes)?.text)
    #expect(text.contains("I can say what matters to me in work. Before: Not so. Now: Yes, so."))
    #expect(text.contains("I can name a day that shows what I do well. Now as before: Partly."))
    #expect(text.contains("Before: not known yet. Now: Partly."))
  }

  private static let swings = [
    ("need", 40), ("opening", 20), ("cost", 60), ("time", 10), ("cover", 100), ("team", 50),
    ("sponsor", 30), ("learning", 40), ("income", 80), ("home", 100),
  ]

  private static func weighing(_ stay: [Int], _ deepen: [Int?]) throws -> [Change] {
    func row(_ cells: [Int?]) -> String {
      zip(swings, cells).compactMap { one, cell in cell.map { "\"\(one.0)\":\($0)" } }
        .joined(separator: ",")
    }
    return try answers(
      [
        ("weighing", "shortlist", "[\"stay\",\"deepen\"]"), ("weighing", "split", "60"),
        ("weighing", "cells", "{\"stay\":{\(row(stay))},\"deepen\":{\(row(deepen))}}"),
        ("weighing", "hoped", "\"deepen\""),
      ] + swings.map { ("weighing", $0.0, String($0.1)) })
  }

  @Test func aWeighingSaysHowFirmItIs() throws {
    let whole = try Self.weighing(
      [3, 4, 4, 4, 4, 2, 2, 1, 4, 1], [2, 1, 3, 2, 2, 2, 1, 3, 3, 2])
    check(Self.closing("weighing", whole), "weighing-stability")
    let open = try Self.weighing(
      [3, 4, 4, 4, 4, 2, 2, 1, 4, 1], [2, 1, 3, 2, 2, 2, 1, 3, 3, nil])
    #expect(Self.closing("weighing", open)?.text.contains("Some of it is still open") == true)
    let level = try Self.weighing(
      [3, 4, 4, 4, 4, 2, 2, 1, 4, 1], [3, 4, 4, 4, 4, 2, 2, 1, 4, 1])
    #expect(Self.closing("weighing", level)?.text.contains("Level by your own weights") == true)
  }
}

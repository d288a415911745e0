import JSON
import Rules
import TestSupport
import Testing
import Workbook

/// What is asked, what counts, what lapses, what is drawn from what.
struct AskingTests {
  static let items = """
      - {id: lead, kind: choice, text: "Q", options: [{id: yes1, title: Y}, {id: no1, title: N}]}
      - {id: team, kind: number, text: "Q", least: 0, most: 99, when: {x.lead: is yes1}}
      - {id: keep, kind: choices, text: "Q", least: 1, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}, {id: f, title: F}, {id: g, title: G}]}
      - {id: duel, kind: bestworst, text: "Q", from: keep, design: 7x4}
      - {id: bound, kind: record, text: "Q", lapses: until, fields: [{id: firmness, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: fixed, title: X}]}, {id: until, kind: day, title: U, optional: yes}]}
    """

  private func pack() -> Pack {
    let (pack, findings) = SamplePack.read(SamplePack.files(items: AskingTests.items))
    #expect(findings.isEmpty, "\(findings)")
    return pack
  }

  private func reading(_ answers: [String: JSONValue], today: Day? = nil) throws -> FactBase {
    let pack = pack()
    return FactBase(pack, try MeasureTests.answers(pack, answers), today: today)
  }

  private func asked(_ reading: FactBase, _ item: String) -> Bool {
    reading.pack.itemPlaces[ItemAddress("x", item)].map { reading.asked[$0] } ?? false
  }

  @Test func aBranchThatIsClosedIsKeptAndDoesNotCount() throws {
    let open = try reading(["lead": "yes1", "team": 4])
    #expect(open.fact("x.team") == .number(4))
    let closed = try reading(["lead": "no1", "team": 4])
    #expect(!asked(closed, "team") && closed.fact("x.team") == nil)
    #expect(!asked(try reading([:]), "team"))
  }

  @Test func anAnswerDrawnFromAnotherCountsWhileBothAreEqual() throws {
    let pack = pack()
    var answers = try MeasureTests.answers(pack, ["keep": ["a", "b", "c", "d", "e", "f", "g"]])
    let duel = try #require(pack.itemPlaces[ItemAddress("x", "duel-01")])
    answers.given[duel] = Response(
      value: .bestWorst(best: 0, worst: 1), of: ["a", "b", "c", "d", "e", "f", "g"])
    #expect(FactBase(pack, answers, today: nil).isDone(duel))
    let keep = try #require(pack.itemPlaces[ItemAddress("x", "keep")])
    answers.given[keep] = Response(value: .choices(["b", "a", "c", "d", "e", "f", "g"]))
    let changed = FactBase(pack, answers, today: nil)
    #expect(!changed.isDone(duel))
    #expect(changed.asked[duel])
    answers.given[keep] = nil
    #expect(!FactBase(pack, answers, today: nil).asked[duel])
  }

  @Test func aDayThatPassedMakesItUnknownAndAskedAgain() throws {
    let answers: [String: JSONValue] = ["bound": ["firmness": "fixed", "until": "2026-03-02"]]
    let before = try reading(answers, today: Day("2026-03-02"))
    #expect(before.fact("x.bound") == .level(1))
    let after = try reading(answers, today: Day("2026-03-03"))
    #expect(after.fact("x.bound") == nil)
    let place = try #require(after.pack.itemPlaces[ItemAddress("x", "bound")])
    #expect(after.asked[place] && !after.isDone(place))
    #expect(try reading(answers).fact("x.bound") == .level(1))
  }

  @Test func ratherNotSayIsDoneAndUnknown() throws {
    let reading = try reading(["lead": .null])
    let place = try #require(reading.pack.itemPlaces[ItemAddress("x", "lead")])
    #expect(reading.isDone(place) && reading.fact("x.lead") == nil)
  }

  @Test func provenanceNamesWhatWasAnswered() throws {
    let reading = try reading(["lead": "yes1", "team": 4])
    let fact = try #require(reading.pack.factPlaces["x.team"])
    #expect(reading.sources(of: fact) == [ItemAddress("x", "team")])
    let open = try #require(reading.pack.factPlaces["x.keep"])
    #expect(reading.sources(of: open).isEmpty)
  }
}

/// Shapes of values: what fits, and why something does not.
struct ShapeTests {
  static let options = ["a", "b", "c"].map { AnswerOption(id: $0, title: $0) }
  static let fields = [
    Field(id: "f", title: "F", kind: .choice(options, ordered: true), optional: false),
    Field(id: "d", title: "D", kind: .day, optional: true),
  ]
  static let block = BestWorstBlock(family: "x", cards: [], seats: [0, 1, 3, 9], isRepeat: false)

  static let fitting: [(ItemKind, JSONValue)] = [
    (.text(1...5), "abcde"), (.choice(options, ordered: false), "b"),
    (.choices(options, count: 0...2), ["c", "a"]), (.choices(options, count: 0...2), []),
    (.rating(["1", "2", "3"]), 2), (.number(1...600), 45), (.day, "2024-02-29"),
    (.bestWorst(block), [3, 9]), (.record(fields), ["f": "a"]),
    (.record(fields), ["d": "2026-03-02", "f": "c"]), (.records(fields, count: 0...2), []),
    (.records(fields, count: 0...2), [["f": "a"], ["f": "b"]]),
  ]

  static let piles = ["no", "yes"].map { AnswerOption(id: $0, title: $0) }

  static let later: [(ItemKind, JSONValue)] = [
    (.sort(piles: piles, cards: options), ["a": "yes"]), (.sort(piles: piles, cards: options), [:]),
    (.rank(.options(options), count: 3...3), ["c", "a", "b"]),
    (.rank(.seats(4), count: 2...3), [3, 0]),
    (.grid(down: options, across: piles, scale: ["0", "1"]), ["a": ["yes": 1], "b": [:]]),
  ]

  @Test(arguments: later)
  func laterKindsFit(_ kind: ItemKind, _ plain: JSONValue) throws {
    #expect(try kind.read(plain).get().plain == plain)
  }

  @Test func laterKindsRefuse() {
    let sort = ItemKind.sort(piles: ShapeTests.piles, cards: ShapeTests.options)
    #expect(throws: ShapeProblem.fieldUnknown("z")) { try sort.read(["z": "yes"]).get() }
    #expect(throws: ShapeProblem.wantsOneOf(["no", "yes"])) { try sort.read(["a": "x"]).get() }
    let rank = ItemKind.rank(.options(ShapeTests.options), count: 3...3)
    #expect(throws: ShapeProblem.wantsCount(low: 3, high: 3)) { try rank.read(["a"]).get() }
    let grid = ItemKind.grid(
      down: ShapeTests.options, across: ShapeTests.piles, scale: ["0", "1"])
    #expect(throws: ShapeProblem.wantsWhole(low: 0, high: 1)) {
      try grid.read(["a": ["no": 2]]).get()
    }
    #expect(throws: ShapeProblem.inField("a", .wantsMap)) { try grid.read(["a": 2]).get() }
  }

  @Test(arguments: fitting)
  func fits(_ kind: ItemKind, _ plain: JSONValue) throws {
    let value = try kind.read(plain).get()
    // What is read goes out as it came, but for the order of fields.
    #expect(try kind.read(value.plain).get() == value)
  }

  static let unfitting: [(ItemKind, JSONValue, ShapeProblem)] = [
    (.text(1...5), 4, .wantsText), (.text(1...5), "", .textEmpty),
    (.text(1...5), "abcdef", .textTooLong(most: 5)),
    (.choice(options, ordered: false), "d", .wantsOneOf(["a", "b", "c"])),
    (.choices(options, count: 0...2), "a", .wantsList),
    (.choices(options, count: 0...2), ["a", "a"], .twice("a")),
    (.choices(options, count: 0...2), ["a", "b", "c"], .wantsCount(low: 0, high: 2)),
    (.rating(["1", "2", "3"]), 3, .wantsWhole(low: 0, high: 2)),
    (.rating(["1", "2"]), .number(0.5), .wantsWhole(low: 0, high: 1)),
    (.number(1...600), 0, .wantsWhole(low: 1, high: 600)), (.day, "2026-02-29", .wantsDay),
    (.bestWorst(block), [3, 3], .wantsTwoSeats([0, 1, 3, 9])),
    (.bestWorst(block), [2, 3], .wantsTwoSeats([0, 1, 3, 9])),
    (.record(fields), [:], .fieldMissing("f")), (.record(fields), ["g": 1], .fieldUnknown("g")),
    (.record(fields), ["f": "z"], .inField("f", .wantsOneOf(["a", "b", "c"]))),
    (.record(fields), [], .wantsMap),
    (.records(fields, count: 0...1), [["f": "a"], ["f": "a"]], .wantsCount(low: 0, high: 1)),
  ]

  @Test(arguments: unfitting)
  func doesNotFit(_ kind: ItemKind, _ plain: JSONValue, _ problem: ShapeProblem) {
    #expect(throws: problem) { try kind.read(plain).get() }
  }
}

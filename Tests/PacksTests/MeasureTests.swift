import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Golden rows of every measure, read from a pack of a few lines.
struct MeasureTests {
  static func reading(
    _ items: String, _ measures: String, _ answers: [String: JSONValue], marks: String = ""
  ) throws -> FactBase {
    let (pack, findings) = SamplePack.read(
      SamplePack.files(items: items, measures: measures, marks: marks))
    #expect(findings.isEmpty, "\(findings)")
    return FactBase(pack, try MeasureTests.answers(pack, answers), today: nil)
  }

  static func answers(_ pack: Pack, _ given: [String: JSONValue]) throws -> Responses {
    var answers = Responses(count: pack.items.count)
    for (item, plain) in given {
      let place = try #require(pack.itemPlaces[ItemAddress("x", item)], "no \(item)")
      let value = plain == .null ? nil : try pack.items[place].kind.read(plain).get()
      answers.given[place] = Response(value: value)
    }
    return answers
  }

  static let ratings = """
      - {kind: rating, scale: five, text: "Q", rows: {a: A, b: B, c: C}}
    """

  @Test func sumMeanSpreadLevels() throws {
    let measures = """
      - {id: s, sum: [x.a, x.b, x.c], reverse: [x.c]}
      - {id: m, mean: [x.*], least: 2}
      - {id: all, mean: [x.*]}
      - {id: l, levels: m, cuts: {low: 0, some: 1.5, much: 2.75}}
      - {id: d, spread: [x.*]}
      """
    let whole = try MeasureTests.reading(
      MeasureTests.ratings, measures, ["a": 4, "b": 1, "c": 1])
    #expect(whole.fact("s") == .number(8))
    #expect(whole.fact("m") == .number(2))
    #expect(whole.fact("l") == .level(1))
    #expect(whole.fact("d") == .number(3))
    let part = try MeasureTests.reading(MeasureTests.ratings, measures, ["a": 4, "b": 3])
    #expect(part.fact("s") == nil)
    #expect(part.fact("m") == .number(3.5))
    #expect(part.fact("all") == nil)
    #expect(part.fact("l") == .level(2))
    #expect(part.fact("d") == nil)
    #expect(try MeasureTests.reading(MeasureTests.ratings, measures, ["a": .null]).fact("m") == nil)
  }

  /// `CONG`, the golden rows of methods 3.2.
  @Test(arguments: [
    ("2.0, 6.5, 4.3, 2.7, 2.3, 4.0", 0.968390), ("6.5, 3.0, 1.5, 1.7, 2.0, 5.0", -0.420359),
  ])
  func fit(_ profile: String, _ wanted: Double) throws {
    let items = """
        - {kind: number, least: 0, most: 40, text: "Q", rows: {a: A, b: B, c: C, d: D, e: E, f: F}}
      """
    let person: [String: JSONValue] = ["a": 10, "b": 32, "c": 25, "d": 18, "e": 14, "f": 20]
    let measures = "- {id: r, fit: [x.*], to: [\(profile)]}"
    let reading = try MeasureTests.reading(items, measures, person)
    guard case .number(let r)? = reading.fact("r") else {
      Issue.record("not known")
      return
    }
    #expect(abs(r - wanted) < 0.000_001)
    let flat = person.mapValues { _ in JSONValue.whole(3) }
    #expect(try MeasureTests.reading(items, measures, flat).fact("r") == nil)
  }

  static let duels = """
      - {id: duel, kind: bestworst, text: "Q", design: 13x4, again: [1, 6], cards: [\
    \((0..<13).map { "{id: k\($0), title: K\($0)}" }.joined(separator: ", "))]}
    """
  static let tally = """
    - {id: t, tally: [x.duel], cut: 5}
    - {id: v, standing: [t]}
    """

  /// Answers every block by one order of the cards.
  static func byOrder(_ order: [Int]) -> [String: JSONValue] {
    var answers: [String: JSONValue] = [:]
    for (number, seats) in (BestWorstDesign.blocks("13x4") ?? []).enumerated() {
      let sorted = seats.sorted {
        (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
      }
      let value = JSONValue.list([.whole(sorted[0]), .whole(sorted[3])])
      let name = "duel-" + (number < 9 ? "0" : "") + String(number + 1)
      answers[name] = value
      if [0, 5].contains(number) { answers[name + "-again"] = value }
    }
    return answers
  }

  @Test func tallyCountsBestLessWorst() throws {
    let reading = try MeasureTests.reading(
      MeasureTests.duels, MeasureTests.tally, MeasureTests.byOrder(Array(0..<13)))
    #expect(reading.fact("t.k0") == .number(4))
    #expect(reading.fact("t.k12") == .number(-4))
    #expect(reading.fact("t.agreement") == .number(1))
    guard case .set(let core)? = reading.fact("v.core") else {
      Issue.record("no core")
      return
    }
    #expect(core.contains("k0") && core.count <= 5)
    #expect(reading.fact("v.k0") == .level(2) && reading.fact("v.k12") == .level(0))
  }

  @Test func tallyIsUnknownWhileABlockIsOpen() throws {
    var answers = MeasureTests.byOrder(Array(0..<13))
    answers["duel-07"] = nil
    let reading = try MeasureTests.reading(MeasureTests.duels, MeasureTests.tally, answers)
    #expect(reading.fact("t.k0") == nil && reading.fact("v.core") == nil)
  }

  /// Tallies 4 3 2 2 2 2 0 0 −1 −3 −3 −4 −4: two core, seven matter, four low, tied.
  @Test func standingOfTheGoldenTallies() {
    let counts = [4, 3, 2, 2, 2, 2, 0, 0, -1, -3, -3, -4, -4]
    let bands = counts.map { own -> Int in
      BestWorstBands.band(own, counts, cut: 5, low: 4)
    }
    #expect(bands.count { $0 == 2 } == 2)
    #expect(bands.count { $0 == 1 } == 7)
    #expect(bands.count { $0 == 0 } == 4)
    #expect(BestWorstBands.tied(counts, cut: 5))
  }

  /// Level tallies stand apart once a person put them in order; the others keep their places.
  @Test func anOrderBreaksTies() {
    let counts = ["a": 2, "b": 2, "c": 1]
    let broken = BestWorstBands.broken(counts, by: ["b", "a"])
    #expect(BestWorstBands.band(broken["b"] ?? 0, broken.values, cut: 1, low: 1) == 2)
    #expect(BestWorstBands.band(broken["a"] ?? 0, broken.values, cut: 1, low: 1) == 1)
    #expect(
      BestWorstBands.tied(counts.values, cut: 1) && !BestWorstBands.tied(broken.values, cut: 1))
    #expect(BestWorstBands.broken(counts, by: []) == counts)
  }

  @Test func pileIsALevelACard() throws {
    let items = """
        - {id: s, kind: sort, text: Q, piles: [{id: not, title: N}, {id: nice, title: I}, {id: must, title: M}], cards: [{id: a, title: A}, {id: b, title: B}]}
      """
    let reading = try MeasureTests.reading(items, "- {id: p, pile: x.s}", ["s": ["a": "must"]])
    #expect(reading.fact("p.a") == .level(2) && reading.fact("p.b") == nil)
  }

  static let log = """
      - id: log
        kind: records
        text: "Q"
        fields:
          - {id: energy, kind: number, least: 1, most: 10, title: E}
          - {id: minutes, kind: number, least: 0, most: 600, title: M}
          - {id: tags, kind: choices, title: T, options: [{id: a, title: A}, {id: b, title: B}], optional: yes}
          - {id: where, kind: choice, title: W, options: [{id: work, title: W}, {id: home, title: H}], optional: yes}
      - {id: named, kind: choices, text: "Q", options: [{id: a, title: A}, {id: b, title: B}]}
    """
  static let logMeasures = """
    - {id: w, weighted: x.log.energy, by: minutes, from: 5}
    - {id: n, count: [x.log], where: {where: home}}
    - {id: t, tagged: x.log.tags}
    - {id: tier, tier: t, contexts: where, outside: t, self: x.named}
    """

  @Test func weightedCountTaggedTier() throws {
    let entries: JSONValue = [
      ["energy": 8, "minutes": 60, "tags": ["a"], "where": "work"],
      ["energy": 2, "minutes": 30, "tags": ["a"], "where": "home"],
      ["energy": 5, "minutes": 90, "tags": ["a"], "where": "home"],
    ]
    let reading = try MeasureTests.reading(
      MeasureTests.log, MeasureTests.logMeasures, ["log": entries, "named": ["b"]])
    #expect(reading.fact("w") == .number(0.5))
    #expect(reading.fact("n") == .number(2))
    #expect(reading.fact("t.a") == .number(3) && reading.fact("t.b") == .number(0))
    #expect(reading.fact("tier.a") == .level(3) && reading.fact("tier.b") == .level(1))
    let none = try MeasureTests.reading(MeasureTests.log, MeasureTests.logMeasures, [:])
    #expect(none.fact("w") == nil && none.fact("n") == nil && none.fact("t.a") == nil)
    let empty = try MeasureTests.reading(
      MeasureTests.log, MeasureTests.logMeasures, ["log": []])
    #expect(empty.fact("w") == nil && empty.fact("n") == .number(0))
  }
}

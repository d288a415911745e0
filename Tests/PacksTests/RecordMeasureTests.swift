import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Golden rows of the measures that read lists, grids and points.
struct RecordMeasureTests {
  private func reading(_ items: String, _ measures: String, _ answers: [String: String]) throws
    -> FactBase
  {
    try MeasureTests.reading(items, measures, try answers.mapValues { try JSONValue.json($0) })
  }

  @Test func averagesByTagFromThreeOn() throws {
    let items = """
        - id: log
          kind: records
          text: Q
          fields:
            - {id: energy, kind: number, least: 1, most: 10, title: E}
            - {id: skill, kind: choice, title: S, options: [{id: a, title: A}, {id: b, title: B}]}
      """
    let measures = "- {id: by, averaged: x.log.energy, by: skill, least: 3}"
    let log = """
      [{"energy":8,"skill":"a"},{"energy":6,"skill":"a"},{"energy":4,"skill":"a"},\
      {"energy":9,"skill":"b"},{"energy":9,"skill":"b"}]
      """
    let found = try reading(items, measures, ["log": log])
    #expect(found.fact("by.a") == .number(6))
    #expect(found.fact("by.b") == nil)
    #expect(try reading(items, measures, [:]).fact("by.a") == nil)
  }

  @Test func columnsOfAGridAreUnknownWithACellMissing() throws {
    let items = """
        - {id: g, kind: grid, text: Q, scale: five, down: [{id: p, title: P}, {id: q, title: Q}], across: [{id: x, title: X}, {id: y, title: Y}, {id: z, title: Z}]}
      """
    let measures = """
      - {id: own, across: x.g, columns: [x, y]}
      - {id: outer, across: x.g, columns: [z]}
      """
    let found = try reading(
      items, measures, ["g": "{\"p\":{\"x\":4,\"y\":1},\"q\":{\"x\":3,\"z\":0}}"])
    #expect(found.fact("own.p") == .number(2.5) && found.fact("outer.p") == nil)
    #expect(found.fact("own.q") == nil && found.fact("outer.q") == .number(0))
  }

  /// `SIGI`: stated points against choices.
  @Test(arguments: [
    ("income", "time", 0.0, [String]()), ("time", "time", 1.0, ["one"]),
    ("time", "say", 2.0, ["one", "two"]), ("income", "say", 1.0, ["two"]),
  ])
  func choicesPartFromPoints(
    _ one: String, _ two: String, _ count: Double, _ against: [String]
  ) throws {
    let items = """
        - {id: points, kind: record, total: 100, text: Q, fields: [{id: income, kind: number, title: I, least: 0, most: 100}, {id: time, kind: number, title: T, least: 0, most: 100}, {id: say, kind: number, title: S, least: 0, most: 100}]}
        - {id: one, kind: choice, text: Q, options: [{id: income, title: I}, {id: time, title: T}]}
        - {id: two, kind: choice, text: Q, options: [{id: time, title: T}, {id: say, title: S}]}
        - {id: level, kind: choice, text: Q, options: [{id: say, title: S}, {id: say2, title: T}]}
      """
    let measures = "- {id: parted, parted: x.points, choices: [x.one, x.two]}"
    let points = "{\"income\":50,\"time\":40,\"say\":10}"
    let found = try reading(
      items, measures, ["points": points, "one": "\"\(one)\"", "two": "\"\(two)\""])
    #expect(found.fact("parted") == .number(count))
    #expect(found.fact("parted.against") == .set(against))
    let half = try reading(items, measures, ["points": points, "one": "\"\(one)\""])
    #expect(half.fact("parted") == nil && half.fact("parted.against") == nil)
    let level = try reading(
      items, measures,
      ["points": "{\"income\":0,\"time\":0,\"say\":0}", "one": "\"time\"", "two": "\"say\""])
    #expect(level.fact("parted") == .number(0))
  }

  /// `DYL`: the greatest share of marks in common, of the larger set's.
  @Test(arguments: [
    ("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"e\"]", 0.0),
    ("[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",\"d\",\"e\"]", "[\"e\"]", 0.5),
    ("[\"a\"]", "[\"b\"]", "[\"b\"]", 1.0),
  ])
  func setsOverlap(_ one: String, _ two: String, _ three: String, _ share: Double) throws {
    let options =
      "options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}]"
    let items = ["one", "two", "three"].map {
      "  - {id: \($0), kind: choices, text: Q, \(options)}"
    }.joined(separator: "\n")
    let measures = "- {id: alike, overlap: [x.one, x.two, x.three]}"
    let found = try reading(items, measures, ["one": one, "two": two, "three": three])
    #expect(found.fact("alike") == .number(share))
    for third in [[:], ["three": "[]"]] {
      let answers = ["one": one, "two": two].merging(third) { $1 }
      #expect(try reading(items, measures, answers).fact("alike") == nil)
    }
  }

  @Test func aCountWantsEveryWordItNames() throws {
    let items = """
        - id: list
          kind: records
          text: Q
          fields:
            - {id: says, kind: choice, title: S, options: [{id: a, title: A}, {id: b, title: B}]}
            - {id: sees, kind: choice, title: T, options: [{id: some, title: N}, {id: none, title: Y}]}
      """
    let measures = """
      - {id: both, count: x.list, where: {says: a, sees: none}}
      - {id: by, tagged: x.list.says, where: {sees: some}}
      """
    let list = """
      [{"says":"a","sees":"none"},{"says":"a","sees":"some"},{"says":"b","sees":"none"},\
      {"says":"a","sees":"none"}]
      """
    let found = try reading(items, measures, ["list": list])
    #expect(found.fact("both") == .number(2))
    #expect(found.fact("by.a") == .number(1) && found.fact("by.b") == .number(0))
  }

  /// `GAS`: the middle word is as expected, goals weigh by a number of theirs; those not looked at count nothing.
  @Test func goalsAreScoredAgainstTheirLines() throws {
    let items = """
        - id: goals
          kind: records
          text: Q
          fields:
            - {id: weight, kind: number, least: 1, most: 3, title: W}
            - {id: reached, kind: choice, ordered: yes, optional: yes, title: R, options: [{id: mm, title: A}, {id: m, title: B}, {id: e, title: C}, {id: p, title: D}, {id: pp, title: E}]}
      """
    let measures = "- {id: t, attainment: x.goals.reached, by: weight}"
    let goals = """
      [{"weight":3,"reached":"e"},{"weight":1,"reached":"mm"},{"weight":2}]
      """
    guard case .number(let score)? = try reading(items, measures, ["goals": goals]).fact("t") else {
      Issue.record("no score")
      return
    }
    #expect(abs(score - 44.178) < 0.0005)
    #expect(try reading(items, measures, ["goals": "[{\"weight\":2}]"]).fact("t") == nil)
  }

  /// A: three records, two contexts, one voice from outside; B: two; C: one, or named by oneself.
  @Test func tiersOfEvidence() throws {
    let options =
      "options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}]"
    let items = """
        - id: told
          kind: records
          text: Q
          fields:
            - {id: where, kind: choice, title: W, options: [{id: work, title: W}, {id: home, title: H}]}
            - {id: seen, kind: choices, title: S, \(options)}
        - {id: voices, kind: records, text: Q, fields: [{id: seen, kind: choices, title: S, \(options)}]}
        - {id: own, kind: choices, text: Q, \(options)}
      """
    let measures = """
      - {id: t, tagged: x.told.seen}
      - {id: o, tagged: x.voices.seen}
      - {id: tier, tier: t, contexts: where, outside: o, self: x.own}
      """
    let told = """
      [{"where":"work","seen":["a","b","e"]},{"where":"home","seen":["a","e"]},\
      {"where":"work","seen":["a","b","e"]}]
      """
    let found = try reading(
      items, measures,
      ["told": told, "voices": "[{\"seen\":[\"a\"]}]", "own": "[\"c\"]"])
    let wanted: [String: Int] = ["a": 3, "b": 2, "c": 1, "d": 0, "e": 2]
    for (tag, level) in wanted { #expect(found.fact("tier." + tag) == .level(level), "\(tag)") }
    #expect(found.fact("tier.found") == .set(["a", "b", "e"]))
    #expect(try reading(items, measures, ["own": "[\"c\"]"]).fact("tier.c") == nil)
    // Two kinds of voices from outside: either is enough.
    let both = measures.replacing("outside: o", with: "outside: [o, t]")
    let alone = try reading(items, both, ["told": told])
    #expect(alone.fact("tier.a") == .level(3) && alone.fact("tier.b") == .level(2))
  }
}

import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// What would bring a way first: nothing cheaper exists, each result holds when read again, and what nobody can do is never moved.
struct WhatIfTests {
  /// All sets of up to three moves, tried one by one and worked out by hand.
  @Test(arguments: 0..<40)
  func bruteForceFindsNothingCheaper(_ seed: Int) throws {
    var random = RandomPack(seed: 500 + UInt64(seed), questions: 8, ways: 4)
    let (pack, findings) = SamplePack.read(random.files)
    try #require(findings.isEmpty, "\(findings)")
    let values = pack.items.indices.map { random.value($0) }
    var answers = Responses(count: pack.items.count)
    for (item, value) in values.enumerated() {
      answers.given[item] = value.map { Response(value: $0) }
    }
    let reading = FactBase(pack, answers, today: nil)
    let sets = WhatIfTests.sets(random, values, reading.asked)
    for way in pack.pathwayPlaces {
      let found = WhatIf(reading, pathway: way)
      #expect(found.isFirstToday == random.outcome(values).leaders.contains(way))
      if found.isFirstToday { continue }
      let working = sets.filter { set in
        var tried = values
        for move in set { tried[move.item] = move.value }
        return random.outcome(tried).leaders.contains(way)
      }
      let cheapest = working.map { $0.map(\.cost).reduce(0, +) }.min()
      #expect(found.sets.first?.cost == cheapest)
      #expect(found.sets.allSatisfy { $0.rankAfter == 1 && $0.cost == cheapest })
      let level = working.filter { $0.map(\.cost).reduce(0, +) == cheapest }
      #expect(found.sets.count == min(5, level.count))
      // Fewest moves first, then in the pack's order.
      let ordered = level.sorted { $0.count < $1.count }
      #expect(found.sets.map(\.moves) == ordered.prefix(5).map { Array($0) })
    }
  }

  /// Every set of one to three moves on different items, in the pack's order.
  private static func sets(
    _ random: RandomPack, _ values: [AnswerValue?], _ asked: [Bool]
  ) -> [[Intervention]] {
    var moves: [[Intervention]] = []
    for (item, question) in random.questions.enumerated() {
      guard let cost = question.cost, asked[item] else { continue }
      let others = WhatIfTests.others(question.kind, values[item])
      moves.append(others.map { Intervention(item: item, value: $0.0, cost: cost * $0.1) })
    }
    var sets: [[Intervention]] = []
    for (first, ones) in moves.enumerated() {
      for one in ones {
        sets.append([one])
        for (second, twos) in moves.enumerated().dropFirst(first + 1) {
          for two in twos {
            sets.append([one, two])
            for three in moves.dropFirst(second + 1).joined() { sets.append([one, two, three]) }
          }
        }
      }
    }
    return sets
  }

  private static func others(_ kind: RandomPack.Kind, _ held: AnswerValue?) -> [(AnswerValue, Int)]
  {
    switch kind {
    case .rating:
      return (0..<5).map { AnswerValue.rating($0) }.filter { $0 != held }.map { value in
        guard case .rating(let now)? = held, case .rating(let then) = value else {
          return (value, 1)
        }
        return (value, abs(now - then))
      }
    case .level:
      let now = RandomPack.levels.firstIndex { .choice($0) == held }
      return RandomPack.levels.enumerated().filter { $0.offset != now }.map { place, word in
        (.choice(word), now.map { abs($0 - place) } ?? 1)
      }
    case .set:
      var chosen: [String] = []
      if case .choices(let ids)? = held { chosen = ids }
      return RandomPack.words.map { word in
        (.choices(chosen.contains(word) ? chosen.filter { $0 != word } : chosen + [word]), 1)
      }
    }
  }

  // MARK: - Moves

  private static let items = """
      - {id: hours, kind: record, text: "Q", changeable: {cost: 3, when: {any: [{own: at most costly}, {own.source: is assumed}]}, do: "Ask."}, fields: [{id: firmness, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: costly, title: C}, {id: fixed, title: X}]}, {id: source, kind: choice, title: S, optional: yes, options: [{id: mine, title: M}, {id: assumed, title: A}]}]}
      - {id: free, kind: number, text: "Q", least: 0, most: 20, changeable: {cost: 2, do: "Count."}}
      - {id: known, kind: choice, text: "Q", options: [{id: nobody, title: N}, {id: boss, title: B}, {id: team, title: T}], changeable: {cost: 1, can-become: [boss], do: "Tell."}}
      - kind: rating
        scale: five
        text: "Q"
        changeable: {cost: 2, can-become: more, do: {practised: "Do it once."}}
        rows: {practised: "A", body: "B"}
    """

  private static let ways = [
    "go": "supports: [{id: s, points: 10, when: {x.free: at least 4}, because: \"B\"}]",
    "stay": "supports: [{id: s, points: 20, when: {x.hours: is fixed}, because: \"B\"}]",
  ]

  private func moves(_ answers: String) throws -> [String] {
    let files = SamplePack.files(
      items: WhatIfTests.items, pathways: WhatIfTests.ways, exercise: "circumstances: yes")
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    let values = try JSONValue.json(answers).map ?? []
    let given = try MeasureTests.answers(
      pack, Dictionary(uniqueKeysWithValues: values.map { ($0.key, $0.value) }))
    let reading = FactBase(pack, given, today: nil)
    return reading.moves.map {
      "\(pack.items[$0.item].address.item) \($0.value.plain.json) \($0.cost)"
    }
  }

  @Test func aFixedConstraintOfOnesOwnIsNeverMoved() throws {
    let own = try moves(#"{"hours": {"firmness": "fixed", "source": "mine"}}"#)
    #expect(!own.contains { $0.hasPrefix("hours") })
    let assumed = try moves(#"{"hours": {"firmness": "fixed", "source": "assumed"}}"#)
    #expect(
      assumed.filter { $0.hasPrefix("hours") } == [
        #"hours {"firmness":"open","source":"assumed"} 3"#,
        #"hours {"firmness":"costly","source":"assumed"} 3"#,
      ])
  }

  @Test func aNumberMovesAcrossTheNearestBound() throws {
    #expect(try moves(#"{"free": 2}"#).contains("free 4 2"))
    #expect(try moves(#"{"free": 9}"#).contains("free 3 2"))
    #expect(try moves("{}").filter { $0.hasPrefix("free") } == ["free 3 2", "free 4 2"])
  }

  @Test func whatDoingItCannotBringAboutIsNotProposed() throws {
    let all = try moves(#"{"practised": 2, "known": "nobody"}"#)
    #expect(all.filter { $0.hasPrefix("practised") } == ["practised 3 2", "practised 4 4"])
    #expect(all.filter { $0.hasPrefix("known") } == [#"known "boss" 1"#])
    #expect(!all.contains { $0.hasPrefix("body") })
  }

  // MARK: - The core pack

  /// Over made-up people each result holds when everything is read again, and touches only what can be done something about.
  @Test func everyResultIsProven() {
    let pack = SamplePack.core().0
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: nil, generator: SplitMix64(state: 4))
    var found = 0
    for _ in 0..<4 {
      let reading = FactBase(pack, filling.next(), today: nil)
      for way in pack.pathwayPlaces {
        for set in WhatIf(reading, pathway: way).sets {
          found += 1
          let again = Assessment(reading.rerun(set.moves))
          #expect(again.pathways.standings[way].rank == 1 && set.rankAfter == 1)
          #expect(set.moves.count <= 3 && set.moves.allSatisfy { reading.isChangeable($0.item) })
          #expect(Set(set.moves.map(\.item)).count == set.moves.count)
        }
      }
    }
    #expect(found > 0)
  }
}

/// What to ask next, in pieces and at once.
struct NextQuestionTests {
  @Test func inPiecesItComesToTheSame() throws {
    let pack = SamplePack.core().0
    let life = try #require(pack.cases.first { $0.id == "driver-more" })
    let answers = CaseRun.answers(life, pack)
    let whole = NextQuestion.best(pack, answers, today: life.day)
    var search = NextQuestionSearch(pack, answers, today: life.day)
    var steps = 0
    #expect(search.found.isEmpty && !search.isDone)
    while search.step() { steps += 1 }
    #expect(steps > 32 && search.isDone)
    #expect(Array(search.found.prefix(10)) == whole)
    #expect(whole.allSatisfy { $0.gain > 0 && $0.gain <= 1 && $0.minutes > 0 })
  }
}

/// Figures as people read them.
struct DigitsTests {
  @Test(arguments: [
    (0.0, "0"), (3, "3"), (1_234, "1234"), (2.375, "2.4"), (0.512, "0.51"), (-0.5, "-0.5"),
    (12.6, "13"), (9.96, "10"), (1.0001, "1"), (0.004, "0"), (-2.25, "-2.3"),
  ])
  func noMoreThanTwo(_ number: Double, _ words: String) {
    #expect(FactBase.digits(number) == words)
  }
}

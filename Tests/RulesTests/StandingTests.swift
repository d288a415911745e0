import Rules
import Testing

/// The golden rows of the pack's format: a, b, c, d with verdicts y, n, u.
struct StandingTests {
  static let bands = BandThresholds()

  static func candidate(_ id: String, _ supports: [(Int, Verdict)]) -> (Candidate, [Value?]) {
    let all = supports.enumerated().map { place, support in
      Support(
        id: "s\(place)", points: support.0, when: .compare(fact: place, .truthIs(true)))
    }
    let facts = supports.map { support -> Value? in
      switch support.1 {
      case .yes: .truth(true)
      case .no: .truth(false)
      case .unknown: nil
      }
    }
    return (Candidate(id: id, supports: all), facts)
  }

  /// One list over one table of facts.
  static let golden: (candidates: [Candidate], facts: [Value?]) = {
    let rows: [(String, [(Int, Verdict)])] = [
      (
        "a",
        [
          (20, .yes), (20, .yes), (20, .no), (20, .unknown), (20, .unknown), (-30, .yes),
          (-10, .unknown),
        ]
      ),
      ("b", [(25, .yes), (25, .yes), (25, .no), (25, .unknown), (-20, .no)]),
      ("c", [(25, .unknown), (25, .unknown), (25, .unknown), (25, .unknown), (-10, .unknown)]),
      ("d", [(25, .yes), (25, .no), (25, .no), (25, .unknown), (-20, .unknown)]),
    ]
    var candidates: [Candidate] = []
    var facts: [Value?] = []
    for (id, supports) in rows {
      let (one, own) = candidate(id, supports)
      let shifted = one.supports.enumerated().map { place, support in
        Support(
          id: support.id, points: support.points,
          when: .compare(fact: facts.count + place, .truthIs(true)))
      }
      candidates.append(Candidate(id: id, supports: shifted))
      facts += own
    }
    return (candidates, facts)
  }()

  static var ranking: Ranking {
    ranking(golden.candidates, golden.facts)
  }

  static func ranking(_ candidates: [Candidate], _ facts: [Value?]) -> Ranking {
    let rules = RuleSet(candidates, factCount: facts.count)
    return Evaluation(rules, facts: facts, today: nil).ranking(candidates.indices, bands)
  }

  @Test func scoresBandsAndRanks() {
    let standings = StandingTests.ranking.standings
    #expect(standings.map(\.score) == [10, 50, 0, 25])
    #expect(standings.map(\.band) == [.littleSoFar, .strong, .littleSoFar, .worthExploring])
    #expect(standings.map(\.rank) == [3, 1, 4, 2])
    #expect(standings.map { ($0.known * 100).rounded() } == [64, 79, 0, 63])
    #expect((StandingTests.ranking.known * 100).rounded() == 53)
  }

  @Test func firmness() {
    let firm = Firmness.of(StandingTests.golden.candidates, StandingTests.ranking)
    #expect(firm.map(\.ahead) == [45, 623, 279, 54])
    #expect(firm.map(\.tiedWith) == [[2, 3], [], [0, 3], [0, 2]])
  }

  @Test func ruledOutStandsBehindAll() {
    let yes = Condition.compare(fact: 0, .truthIs(true))
    let strong = Candidate(
      id: "strong", supports: [Support(id: "s", points: 100, when: yes)],
      gates: [Gate(id: "g", when: yes)])
    let weak = Candidate(id: "weak", supports: [Support(id: "s", points: 10, when: yes)])
    let ranking = StandingTests.ranking([strong, weak], [.truth(true)])
    #expect(ranking.standings.map(\.rank) == [2, 1])
    #expect(ranking.standings[0].ruledOut)
  }

  @Test func anUnknownGateRulesNothingOut() {
    let gated = Candidate(
      id: "a", supports: [Support(id: "s", points: 100, when: .compare(fact: 1, .truthIs(true)))],
      gates: [Gate(id: "g", when: .compare(fact: 0, .truthIs(true)))])
    let standing = StandingTests.ranking([gated], [nil, .truth(true)]).standings[0]
    #expect(!standing.ruledOut)
    #expect(standing.gates == [.unknown])
  }

  @Test func levelOnesShareARank() {
    let yes = Condition.compare(fact: 0, .truthIs(true))
    let one = Candidate(id: "a", supports: [Support(id: "s", points: 30, when: yes)])
    let ranking = StandingTests.ranking([one, one, one], [.truth(true)])
    #expect(ranking.standings.map(\.rank) == [1, 1, 1])
    #expect(Firmness.of([one, one, one], ranking).allSatisfy { $0.tiedWith.count == 2 })
  }

  @Test func generator() {
    var generator = SplitMix64(state: 1)
    #expect(generator.next() == 10_451_216_379_200_822_465)
  }
}

import Rules
import Testing

/// A compiled set of rules, changed fact by fact, comes to what a plain walk through the conditions does.
struct EvaluationTests {
  static let bands = BandThresholds()

  @Test(arguments: 0..<60)
  func incrementalIsFullIsNaive(_ seed: Int) {
    var random = RandomRules(seed: UInt64(seed))
    let candidates = random.candidates()
    var facts = random.facts()
    let today = seed % 3 == 0 ? nil : Day(number: 20_000)
    let rules = RuleSet(candidates, factCount: facts.count)
    var evaluation = Evaluation(rules, facts: facts, today: today)
    for _ in 0..<40 {
      let fact = random.generator.next(below: facts.count)
      facts[fact] = random.value(fact)
      evaluation.set(fact, facts[fact])
      let full = Evaluation(rules, facts: facts, today: today)
      for (place, candidate) in candidates.enumerated() {
        let naive = NaiveRules.standing(candidate, facts, today)
        let kept = evaluation.standing(place, EvaluationTests.bands)
        #expect(kept == full.standing(place, EvaluationTests.bands))
        #expect(kept.supports == naive.supports && kept.gates == naive.gates)
        #expect(kept.holds == naive.holds && kept.band == naive.band)
        #expect(kept.score == naive.score && kept.groups == naive.groups)
        #expect(kept.decided == naive.decided && kept.total == naive.total)
      }
      let ranking = evaluation.ranking(candidates.indices, EvaluationTests.bands)
      let first = ranking.standings.indices.filter { ranking.standings[$0].rank == 1 }
      #expect(evaluation.leaders(candidates.indices, EvaluationTests.bands) == first)
    }
  }

  /// The order in which facts come in does not matter.
  @Test(arguments: 0..<5)
  func oneResultInEveryOrder(_ seed: Int) {
    var random = RandomRules(seed: 1_000 + UInt64(seed))
    let candidates = random.candidates()
    let facts = random.facts()
    let rules = RuleSet(candidates, factCount: facts.count)
    let blank = Evaluation(rules, facts: facts.map { _ in nil }, today: nil)
    let wanted = Evaluation(rules, facts: facts, today: nil)
    for _ in 0..<100 {
      var order = Array(facts.indices)
      random.generator.shuffle(&order)
      var evaluation = blank
      for fact in order { evaluation.set(fact, facts[fact]) }
      #expect(evaluation.scores == wanted.scores)
      #expect(
        evaluation.ranking(candidates.indices, EvaluationTests.bands)
          == wanted.ranking(candidates.indices, EvaluationTests.bands))
    }
  }

  /// The same facts on another day: only what reads today is decided anew.
  @Test func anotherDay() {
    let soon = Condition.compare(fact: 0, .dayWithin(10))
    let rules = RuleSet(
      [Candidate(id: "a", supports: [Support(id: "s", points: 10, when: .not(soon))])], factCount: 1
    )
    let facts: [Value?] = [.day(Day(number: 100))]
    let nobody = Evaluation(rules, facts: facts, today: nil)
    #expect(nobody.standing(0, EvaluationTests.bands).supports == [.unknown])
    #expect(nobody.on(Day(number: 95)).score(0) == 0)
    #expect(nobody.on(Day(number: 80)).score(0) == 10)
  }
}

/// Conditions decided by walking through them, with truths that may be missing: nothing of it is shared with the program.
private enum NaiveRules {
  struct Outcome {
    var supports: [Verdict]
    var gates: [Verdict]
    var holds: [Verdict]
    var score = 0
    var decided = 0
    var groups = GroupPoints()
    var total = 0
    var band = Band.littleSoFar
  }

  static func standing(_ candidate: Candidate, _ facts: [Value?], _ today: Day?) -> Outcome {
    let supports = candidate.supports.map { truth($0.when, facts, today) }
    let gates = candidate.gates.map { truth($0.when, facts, today) }
    let holds = candidate.holds.map { truth($0.when, facts, today) }
    var outcome = Outcome(
      supports: supports.map(verdict), gates: gates.map(verdict), holds: holds.map(verdict))
    for (support, truth) in zip(candidate.supports, supports) {
      if truth == true { outcome.score += support.points }
      if truth != nil { outcome.decided += abs(support.points) }
      if truth == true, let group = support.group { outcome.groups.add(support.points, to: group) }
      outcome.total += abs(support.points)
    }
    let yes = zip(candidate.supports, supports).filter { $1 == true }.map(\.0)
    if outcome.score >= 25 { outcome.band = .worthExploring }
    if outcome.score >= 50, 10 * outcome.decided >= 6 * outcome.total, !holds.contains(true),
      isWhole(candidate, yes)
    {
      outcome.band = .strong
    }
    return outcome
  }

  /// No objection weighs more than half of what is for it; where reasons have kinds, enough of them speak.
  private static func isWhole(_ candidate: Candidate, _ yes: [Support]) -> Bool {
    let speaking = yes.filter { $0.points > 0 }.map(\.points).reduce(0, +)
    if yes.contains(where: { -2 * $0.points > speaking }) { return false }
    if candidate.supports.allSatisfy({ $0.group == nil }) { return true }
    func sum(_ group: SupportGroup) -> Int {
      yes.filter { $0.group == group }.map(\.points).reduce(0, +)
    }
    let isEasy = (candidate.reversibility ?? 0) < 4
    return sum(.push) > 0 && sum(.pull) + sum(.proof) > 0 && (isEasy || sum(.proof) >= 10)
  }

  private static func verdict(_ truth: Bool?) -> Verdict { truth.map { Verdict($0) } ?? .unknown }

  private static func truth(_ condition: Condition, _ facts: [Value?], _ today: Day?) -> Bool? {
    switch condition {
    case .compare(let fact, let comparison): return truth(comparison, facts[fact], today)
    case .not(let part): return truth(part, facts, today).map { !$0 }
    case .all(let parts):
      let truths = parts.map { truth($0, facts, today) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { truth($0, facts, today) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .atLeast(let count, let parts):
      let truths = parts.map { truth($0, facts, today) }
      let yes = truths.filter { $0 == true }.count
      let no = truths.filter { $0 == false }.count
      return yes >= count ? true : parts.count - no < count ? false : nil
    }
  }

  private static func truth(_ comparison: Operator, _ value: Value?, _ today: Day?) -> Bool? {
    switch (comparison, value) {
    case (.numberAtLeast(let bound), .number(let number)): number >= bound
    case (.numberLessThan(let bound), .number(let number)): number < bound
    case (.levelAtMost(let bound), .level(let level)): level <= bound
    case (.levelIs(let bound), .level(let level)): level == bound
    case (.wordIs(let wanted), .word(let word)): word == wanted
    case (.setHas(let wanted), .set(let words)): words.contains(wanted)
    case (.truthIs(let wanted), .truth(let truth)): truth == wanted
    case (.dayWithin(let days), .day(let day)):
      today.map { day.number >= $0.number && day.number <= $0.number + days }
    default: nil
    }
  }
}

/// Rules over a table of facts, one sort after the other; a comparison of the wrong sort comes in now and then.
private struct RandomRules {
  var generator: SplitMix64
  static let count = 14
  static let words = ["a", "b", "c"]

  init(seed: UInt64) { generator = SplitMix64(state: seed) }

  mutating func facts() -> [Value?] { (0..<RandomRules.count).map { value($0) } }

  mutating func value(_ fact: Int) -> Value? {
    if generator.next(below: 4) == 0 { return nil }
    switch fact % 6 {
    case 0: return .number(Double(generator.next(below: 5)))
    case 1: return .level(generator.next(below: 3))
    case 2: return .word(RandomRules.words[generator.next(below: 3)])
    case 3: return .set(RandomRules.words.filter { _ in generator.next(below: 2) == 0 })
    case 4: return .truth(generator.next(below: 2) == 0)
    default: return .day(Day(number: 19_990 + generator.next(below: 30)))
    }
  }

  mutating func candidates() -> [Candidate] {
    (0..<6).map { place in
      let isGrouped = generator.next(below: 3) > 0
      let supports = (0..<generator.next(below: 8)).map { number in
        let points = generator.next(below: 51) - 15
        let group = SupportGroup.allCases[generator.next(below: 3)]
        return Support(
          id: "s\(number)", points: points, when: condition(depth: 3),
          group: isGrouped && points > 0 ? group : nil)
      }
      let holds = (0..<generator.next(below: 2)).map { number in
        Hold(id: "h\(number)", when: condition(depth: 2))
      }
      let gates = (0..<generator.next(below: 2)).map { number in
        Gate(id: "g\(number)", when: condition(depth: 2))
      }
      return Candidate(
        id: "c\(place)", supports: supports, gates: gates, holds: holds,
        reversibility: 1 + generator.next(below: 5))
    }
  }

  private mutating func condition(depth: Int) -> Condition {
    let kind = depth == 0 ? 0 : generator.next(below: 6)
    switch kind {
    case 1: return .all(parts(depth))
    case 2: return .any(parts(depth))
    case 3: return .not(condition(depth: depth - 1))
    case 4:
      let parts = parts(depth)
      return .atLeast(1 + generator.next(below: parts.count), of: parts)
    default: return comparison()
    }
  }

  private mutating func parts(_ depth: Int) -> [Condition] {
    (0...generator.next(below: 3)).map { _ in condition(depth: depth - 1) }
  }

  private mutating func comparison() -> Condition {
    let fact = generator.next(below: RandomRules.count)
    let sort = generator.next(below: 20) == 0 ? generator.next(below: 6) : fact % 6
    let word = RandomRules.words[generator.next(below: 3)]
    let isFirst = generator.next(below: 2) == 0
    let comparison: Operator =
      switch sort {
      case 0:
        isFirst
          ? .numberAtLeast(Double(generator.next(below: 5)))
          : .numberLessThan(Double(generator.next(below: 5)))
      case 1:
        isFirst ? .levelAtMost(generator.next(below: 3)) : .levelIs(generator.next(below: 3))
      case 2: .wordIs(word)
      case 3: .setHas(word)
      case 4: .truthIs(isFirst)
      default: .dayWithin(generator.next(below: 20))
      }
    return .compare(fact: fact, comparison)
  }
}

/// A comparison of one fact, or several conditions joined. Facts are named by their place in the pack's table.
package enum Condition: Hashable, Sendable {
  case compare(fact: Int, Operator)
  case all([Condition])
  case any([Condition])
  indirect case not(Condition)
  case atLeast(Int, of: [Condition])

  /// - Parameter facts: the value of each fact, by its place; `nil` is unknown.
  package func verdict(_ facts: [Value?], today: Day?) -> Verdict {
    switch self {
    case .compare(let fact, let comparison):
      comparison.verdict(on: facts[fact], today: today)
    case .all(let parts): Verdict.all(parts.lazy.map { $0.verdict(facts, today: today) })
    case .any(let parts): Verdict.any(parts.lazy.map { $0.verdict(facts, today: today) })
    case .not(let part): part.verdict(facts, today: today).negated
    case .atLeast(let count, let parts):
      Verdict.atLeast(count, of: parts.lazy.map { $0.verdict(facts, today: today) })
    }
  }

  /// The comparisons that stand in it, in order of reading.
  package var comparisons: [(fact: Int, comparison: Operator)] {
    switch self {
    case .compare(let fact, let comparison): [(fact, comparison)]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.comparisons)
    case .not(let part): part.comparisons
    }
  }

  /// The places of the facts that it reads, each once, in order of reading.
  package var facts: [Int] {
    var seen: Set<Int> = []
    return comparisons.map(\.fact).filter { seen.insert($0).inserted }
  }

  /// The facts that decide the verdict: of an `all` that is yes every part, of one that is no the parts that are no;
  /// `any` mirrored; of `atLeast`, and of all that is unknown, the parts with the verdict of the whole.
  package func deciding(_ facts: [Value?], today: Day?) -> [Int] {
    var seen: Set<Int> = []
    return decidingComparisons(facts, today: today).filter { seen.insert($0).inserted }
  }

  private func decidingComparisons(_ facts: [Value?], today: Day?) -> [Int] {
    let verdict = verdict(facts, today: today)
    func alike(_ parts: [Condition]) -> [Int] {
      parts.filter { $0.verdict(facts, today: today) == verdict }
        .flatMap { $0.decidingComparisons(facts, today: today) }
    }
    switch self {
    case .compare(let fact, _): return [fact]
    case .not(let part): return part.decidingComparisons(facts, today: today)
    case .all(let parts), .any(let parts), .atLeast(_, let parts): return alike(parts)
    }
  }
}

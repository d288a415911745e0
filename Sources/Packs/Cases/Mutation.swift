import Rules
package import Workbook

/// A pack with one support changed for the worse: what a case should notice.
package struct Mutation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case removed = "taken out"
    case turned = "its sign turned"
    case swapped = "its fact swapped for a neighbour's"
    case moved = "its bound moved by one"
  }

  /// `pathway.support`
  package var rule: String
  package var kind: Kind
  /// Place among pathways, then directions, and of the support in it.
  private var candidate: Int
  private var support: Int

  /// Every mutation of a pack: four of each support, less those that its condition has no room for.
  package static func all(of pack: Pack) -> [Mutation] {
    (pack.pathways + pack.directions).enumerated().flatMap { place, one in
      one.candidate.supports.indices.flatMap { support in
        Kind.allCases.compactMap { kind in
          let mutation = Mutation(
            rule: one.id + "." + one.candidate.supports[support].id, kind: kind, candidate: place,
            support: support)
          return mutation.mutate(one.candidate, pack) == nil ? nil : mutation
        }
      }
    }
  }

  /// The candidate with this done to it; `nil` where it cannot be.
  private func mutate(_ candidate: Candidate, _ pack: Pack) -> Candidate? {
    var changed = candidate
    switch kind {
    case .removed:
      // Any of nothing is no: it never holds, and its sentence keeps its place.
      changed.supports[support].when = .any([])
    case .turned: changed.supports[support].points.negate()
    case .swapped:
      guard
        let swapped = changed.supports[support].when.changingFirst({ comparison, fact in
          pack.neighbour(of: fact).map { .compare(fact: $0, comparison) }
        })
      else { return nil }
      changed.supports[support].when = swapped
    case .moved:
      guard
        let moved = changed.supports[support].when.changingFirst({ comparison, fact in
          comparison.movedByOne(pack.facts[fact].type).map { .compare(fact: fact, $0) }
        })
      else { return nil }
      changed.supports[support].when = moved
    }
    return changed
  }

  /// The mutated candidates, in the order of the pack's rules.
  func candidates(_ pack: Pack) -> [Candidate] {
    var all = (pack.pathways + pack.directions).map(\.candidate)
    all[candidate] = mutate(all[candidate], pack) ?? all[candidate]
    return all
  }
}

extension Condition {
  /// The same with its first comparison for which `change` finds another put in its place; `nil` where it finds none.
  fileprivate func changingFirst(_ change: (Operator, Int) -> Condition?) -> Condition? {
    switch self {
    case .compare(let fact, let comparison): return change(comparison, fact)
    case .not(let part): return part.changingFirst(change).map { .not($0) }
    case .all(let parts): return Condition.changing(parts, change).map { .all($0) }
    case .any(let parts): return Condition.changing(parts, change).map { .any($0) }
    case .atLeast(let count, let parts):
      return Condition.changing(parts, change).map { .atLeast(count, of: $0) }
    }
  }

  private static func changing(
    _ parts: [Condition], _ change: (Operator, Int) -> Condition?
  ) -> [Condition]? {
    for (place, part) in parts.enumerated() {
      if let changed = part.changingFirst(change) {
        var all = parts
        all[place] = changed
        return all
      }
    }
    return nil
  }
}

extension Operator {
  /// The same with its bound one further, or one back where there is nothing further; `nil` where it has none.
  fileprivate func movedByOne(_ type: FactType) -> Operator? {
    let last = type.words.count - 1
    func level(_ bound: Int) -> Int { bound < last ? bound + 1 : bound - 1 }
    return switch self {
    case .numberAtLeast(let bound): .numberAtLeast(bound + 1)
    case .numberAtMost(let bound): .numberAtMost(bound + 1)
    case .numberMoreThan(let bound): .numberMoreThan(bound + 1)
    case .numberLessThan(let bound): .numberLessThan(bound + 1)
    case .levelAtLeast(let bound): .levelAtLeast(level(bound))
    case .levelAtMost(let bound): bound > 0 ? .levelAtMost(bound - 1) : .levelAtMost(bound + 1)
    case .levelIs(let bound): .levelIs(level(bound))
    case .setHasAtLeast(let count): .setHasAtLeast(count + 1)
    case .truthIs(let wanted): .truthIs(!wanted)
    case .wordIs, .wordIsOneOf, .setHas, .setHasAnyOf, .setHasAllOf, .dayBefore, .dayAfter,
      .dayWithin:
      nil
    }
  }
}

extension Pack {
  /// The fact of the same kind that stands next to one, after it or else before it.
  fileprivate func neighbour(of fact: Int) -> Int? {
    let wanted = facts[fact].type
    for other in [fact + 1, fact - 1]
    where facts.indices.contains(other) && facts[other].type == wanted { return other }
    return nil
  }
}

/// Which mutations of a pack none of its cases notices.
package struct MutationRun: Sendable {
  package private(set) var count = 0
  package private(set) var unnoticed: [Mutation] = []

  /// The share of unnoticed changes from which a pack's cases try too little.
  package static let bearable = 0.1

  package var share: Double { count == 0 ? 0 : Double(unnoticed.count) / Double(count) }

  package init(_ pack: Pack, wording: Wording) {
    // Answers do not change, so each life is read once; only the rules are decided anew.
    let lives = pack.cases.map { (expect: $0.expect, found: CaseRun.assessment($0, pack)) }
    for mutation in Mutation.all(of: pack) {
      count += 1
      let rules = RuleSet(mutation.candidates(pack), factCount: pack.facts.count)
      let isNoticed = lives.contains { life in
        let found = life.found.decided(by: rules)
        return !CaseRun.messages(life.expect, found, wording).isEmpty
      }
      if !isNoticed { unnoticed.append(mutation) }
    }
  }
}

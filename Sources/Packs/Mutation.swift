import Rules
package import Workbook

/// A pack with one support changed for the worse: what a case should notice.
package struct Mutation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case removed = "taken out"
    case turned = "its sign turned"
    case swapped = "its fact swapped for a neighbour's"
  }

  /// `pathway.support`
  package var rule: String
  package var kind: Kind
  /// Place among pathways, then directions, and of the support in it.
  private var candidate: Int
  private var support: Int

  /// Every mutation of a pack: three of each support, less swaps where no fact of the same kind stands beside.
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
      guard let swapped = changed.supports[support].when.swappingFirst(pack) else { return nil }
      changed.supports[support].when = swapped
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
  /// The same with its first fact swapped for the next one of the same kind; `nil` where none stands beside it.
  fileprivate func swappingFirst(_ pack: Pack) -> Condition? {
    switch self {
    case .compare(let fact, let comparison):
      return pack.neighbour(of: fact).map { .compare(fact: $0, comparison) }
    case .not(let part): return part.swappingFirst(pack).map { .not($0) }
    case .all(let parts): return Condition.swapping(parts, pack).map { .all($0) }
    case .any(let parts): return Condition.swapping(parts, pack).map { .any($0) }
    case .atLeast(let count, let parts):
      return Condition.swapping(parts, pack).map { .atLeast(count, of: $0) }
    }
  }

  private static func swapping(_ parts: [Condition], _ pack: Pack) -> [Condition]? {
    for (place, part) in parts.enumerated() {
      if let swapped = part.swappingFirst(pack) {
        var changed = parts
        changed[place] = swapped
        return changed
      }
    }
    return nil
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

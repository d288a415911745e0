package import Rules

extension Reading {
  /// The answers that a fact rests on: given, asked and counting, in the pack's order.
  package func sources(of fact: Int) -> [ItemAddress] {
    items(under: fact).filter { counting($0) != nil }.sorted().map { pack.items[$0].address }
  }

  /// The answers that decided a condition, in the pack's order.
  package func sources(deciding condition: Condition) -> [ItemAddress] {
    let places = condition.deciding(facts, today: today).reduce(into: Set<Int>()) {
      $0.formUnion(items(under: $1))
    }
    return places.filter { counting($0) != nil }.sorted().map { pack.items[$0].address }
  }

  /// Places of all items that a fact may rest on, answered or not; of a standing, those of the tally that it used, or of
  /// all where none is known.
  package func items(under fact: Int) -> Set<Int> {
    switch pack.facts[fact].source {
    case .item(let item, _): return [item]
    case .measure(let measure, _): return items(underMeasure: measure)
    case .mark(let mark):
      let condition = pack.marks[mark].when
      let deciding = condition.deciding(facts, today: today)
      return deciding.reduce(into: Set<Int>()) { $0.formUnion(items(under: $1)) }
    }
  }

  package func items(underMeasure measure: Int) -> Set<Int> {
    func under(_ facts: [Int]) -> Set<Int> {
      facts.reduce(into: []) { $0.formUnion(items(under: $1)) }
    }
    switch pack.measures[measure].kind {
    case .sum(let inputs), .mean(let inputs, _): return under(inputs.map(\.fact))
    case .levels(let fact, _): return items(under: fact)
    case .spread(let inputs), .fit(let inputs, _): return under(inputs)
    case .tally(let tally):
      return Set(tally.blocks + tally.repeats.map(\.second) + (tally.from.map { [$0] } ?? []))
    case .standing(let tallies, _, let ties, _):
      if let known = firstKnownTally(tallies) {
        return items(underMeasure: known.measure).union(ties.filter { counting($0) != nil })
      }
      return tallies.reduce(into: []) { $0.formUnion(items(underMeasure: $1)) }
    case .pile(let item): return [item]
    case .count(let item, _, _), .tagged(let item, _, _), .weighted(let item, _, _, _):
      return [item]
    case .tier(let tagged, _, let outside, let own, _):
      return items(underMeasure: tagged).union(outside.map { items(underMeasure: $0) } ?? [])
        .union(own.map { [$0] } ?? [])
    }
  }
}

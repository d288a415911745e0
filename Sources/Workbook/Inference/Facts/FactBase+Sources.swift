package import Rules

extension FactBase {
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
    var inputs = pack.measures[measure].kind.inputs
    if case .standing(let tallies, _, let ties, _) = pack.measures[measure].kind {
      inputs.measures = firstKnownTally(tallies).map { [$0.measure] } ?? tallies
      inputs.items = ties.filter { counting($0) != nil }
    }
    let below =
      inputs.facts.map { items(under: $0) } + inputs.measures.map { items(underMeasure: $0) }
    return below.reduce(into: Set(inputs.items)) { $0.formUnion($1) }
  }
}

import Rules

extension MeasureKind {
  /// What it reads directly, by place: items, facts, other measures.
  package var inputs: (items: [Int], facts: [Int], measures: [Int]) {
    switch self {
    case .sum(let inputs), .mean(let inputs, _): ([], inputs.map(\.fact), [])
    case .levels(let fact, _): ([], [fact], [])
    case .spread(let facts), .fit(let facts, _), .overlap(let facts): ([], facts, [])
    case .tally(let tally):
      (tally.blocks + tally.repeats.map(\.second) + (tally.from.map { [$0] } ?? []), [], [])
    case .standing(let tallies, _, let ties, _): (ties, [], tallies)
    case .pile(let item), .count(let item, _), .tagged(let item, _, _, _),
      .weighted(let item, _, _, _), .averaged(let item, _, _, _, _), .columns(let item, _, _),
      .attainment(let item, _, _, _):
      ([item], [], [])
    case .gap(let keep, let needs): ([keep] + needs.map(\.now), [], [])
    case .parted(let points, let choices, _): ([points] + choices, [], [])
    case .tier(let tagged, _, let outside, let own, _):
      (own.map { [$0] } ?? [], [], [tagged] + outside)
    }
  }
}

extension Pack {
  /// Places of every item that a fact can rest on, in whatever way it is answered.
  package func items(under fact: Int) -> Set<Int> {
    switch facts[fact].source {
    case .item(let item, _): [item]
    case .measure(let measure, _): items(underMeasure: measure)
    case .mark(let mark):
      marks[mark].when.facts.reduce(into: []) { $0.formUnion(items(under: $1)) }
    }
  }

  /// Whether something holds of every item that a fact can rest on; asks no further once it does not.
  package func isEveryItem(under fact: Int, _ holds: (Int) -> Bool) -> Bool {
    switch facts[fact].source {
    case .item(let item, _): holds(item)
    case .measure(let measure, _): isEveryItem(underMeasure: measure, holds)
    case .mark(let mark): marks[mark].when.facts.allSatisfy { isEveryItem(under: $0, holds) }
    }
  }

  private func isEveryItem(underMeasure measure: Int, _ holds: (Int) -> Bool) -> Bool {
    let inputs = measures[measure].kind.inputs
    return inputs.items.allSatisfy(holds)
      && inputs.facts.allSatisfy { isEveryItem(under: $0, holds) }
      && inputs.measures.allSatisfy { isEveryItem(underMeasure: $0, holds) }
  }

  package func items(underMeasure measure: Int) -> Set<Int> {
    let inputs = measures[measure].kind.inputs
    let below =
      inputs.facts.map { items(under: $0) } + inputs.measures.map { items(underMeasure: $0) }
    return below.reduce(into: Set(inputs.items)) { $0.formUnion($1) }
  }

  /// The item that a name like `arrive.moment` or `arrive.moment.field` means.
  package func itemPlace(named name: String) -> Int? {
    let parts = name.split(separator: ".", maxSplits: 2).map(String.init)
    return parts.count < 2 ? nil : itemPlaces[ItemAddress(parts[0], parts[1])]
  }

  /// The item that plays a role for the program itself; `nil` where the pack names none.
  package func item(playing role: String) -> Int? { places[role].flatMap { itemPlace(named: $0) } }
}

import Rules

extension Pack {
  /// What has to be worked out before a node, directly.
  package func needs(_ node: Node) -> [Node] {
    switch node {
    case .item(let place):
      let exercise = exercises[exerciseOfItem[place]]
      let facts = (exercise.when?.facts ?? []) + (items[place].when?.facts ?? [])
      return facts.map { maker($0) } + (items[place].from.map { [.item($0)] } ?? [])
    case .mark(let place): return marks[place].when.facts.map { maker($0) }
    case .measure(let place):
      let inputs = measures[place].kind.inputs
      return inputs.measures.map { .measure($0) } + inputs.facts.map { maker($0) }
        + (inputs.items + itemsBehind(measures[place].kind)).map { .item($0) }
    }
  }

  /// A tier reads not only what another measure counted, but the records themselves.
  private func itemsBehind(_ kind: MeasureKind) -> [Int] {
    guard case .tier(let tagged, _, _, _, _) = kind else { return [] }
    return measures[tagged].kind.inputs.items
  }

  private func maker(_ fact: Int) -> Node {
    switch facts[fact].source {
    case .item(let place, _): .item(place)
    case .measure(let place, _): .measure(place)
    case .mark(let place): .mark(place)
    }
  }

  /// All that some nodes rest on, themselves included.
  private func closure(_ start: [Node]) -> Set<Node> {
    var found: Set<Node> = []
    var open = start
    while let node = open.popLast() {
      if found.insert(node).inserted { open += needs(node) }
    }
    return found
  }

  /// The nodes that some candidates' rules rest on: a reading of these decides the candidates as a whole one does.
  package func nodes(deciding candidates: [Pathway]) -> Set<Node> {
    let facts = candidates.flatMap { $0.candidate.conditions.flatMap(\.facts) }
    return closure(facts.map { maker($0) })
  }

  /// The nodes that say which items are asked: every item, and what conditions on items rest on.
  package var nodesDecidingAsking: Set<Node> { closure(items.indices.map { .item($0) }) }

  /// The last item before an item whose answer can change whether that one is asked; `nil` where none can.
  package func lastItemDecidingAsking(of item: Int) -> Int? {
    closure(needs(.item(item))).compactMap { node in
      if case .item(let place) = node, place < item { place } else { nil }
    }.max()
  }
}

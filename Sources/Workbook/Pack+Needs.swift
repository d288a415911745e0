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
        + inputs.items.map { .item($0) }
    }
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

  /// The nodes that some candidates' rules rest on, in the pack's order: a reading of these decides the candidates as a whole one does.
  package func nodes(deciding candidates: [Pathway]) -> [Node] {
    let facts = candidates.flatMap { one in
      one.candidate.supports.flatMap(\.when.facts) + one.candidate.gates.flatMap(\.when.facts)
    }
    let needed = closure(facts.map { maker($0) })
    return order.filter { needed.contains($0) }
  }

  /// The nodes that say which items are asked: every item, and what conditions on items rest on.
  package var nodesDecidingAsking: [Node] {
    let needed = closure(items.indices.map { .item($0) })
    return order.filter { needed.contains($0) }
  }

  /// The last item before an item whose answer can change whether that one is asked; `nil` where none can.
  package func lastItemDecidingAsking(of item: Int) -> Int? {
    closure(needs(.item(item))).compactMap { node in
      if case .item(let place) = node, place < item { place } else { nil }
    }.max()
  }
}

package import Rules

/// Which items, measures and marks rest on which, by their position in the pack's order.
package struct FactGraph: Sendable {
  package private(set) var positionOfItem: [Int] = []
  private(set) var nodes: [Pack.Node] = []
  /// The positions of the nodes that read each one; they are all greater.
  package private(set) var readers = Groups(lists: [])

  init() {}

  init(_ pack: Pack) {
    nodes = pack.order
    var positions: [Pack.Node: Int] = [:]
    for (position, node) in nodes.enumerated() { positions[node] = position }
    positionOfItem = pack.items.indices.map { positions[.item($0)] ?? 0 }
    var pairs: [(Int, Int)] = []
    for (position, node) in nodes.enumerated() {
      for need in Set(pack.needs(node)) {
        if let before = positions[need] { pairs.append((before, position)) }
      }
    }
    readers = Groups(count: nodes.count, of: pairs)
  }
}

/// A small set of positions of which the least is taken first.
struct PositionSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ position: Int) { words[position >> 6] |= 1 << UInt64(position & 63) }

  /// Takes the least out that is not below `start`.
  mutating func popFirst(from start: Int) -> Int? {
    var word = start >> 6
    while word < words.count {
      if words[word] != 0 {
        let bit = words[word].trailingZeroBitCount
        words[word] &= words[word] - 1
        return word << 6 + bit
      }
      word += 1
    }
    return nil
  }
}

extension Pack {
  /// Places of every fact that another answer to an item can change: its own, and those of all that reads it.
  package func factsResting(on item: Int) -> [Int] {
    var reached: Set<Int> = []
    var open = [graph.positionOfItem[item]]
    while let position = open.popLast() {
      if reached.insert(position).inserted { open += graph.readers[position] }
    }
    return reached.sorted().flatMap { position -> [Int] in
      switch graph.nodes[position] {
      case .item(let place): factsOfItem[place]
      case .measure(let place): factsOfMeasure[place]
      case .mark(let place): [factOfMark[place]]
      }
    }
  }
}

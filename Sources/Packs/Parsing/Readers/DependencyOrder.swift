import Rules
import Workbook

extension PackReader {
  /// Puts items, measures and marks in an order in which each comes after all that it reads; a circle is a finding.
  mutating func order() {
    var walk = Walk(pack: pack)
    let nodes =
      pack.items.indices.map { Pack.Node.item($0) }
      + pack.measures.indices.map { Pack.Node.measure($0) }
      + pack.marks.indices.map { Pack.Node.mark($0) }
    for node in nodes { walk.visit(node) }
    pack.order = walk.order
    for node in walk.circles {
      findings.add("this rests, in the end, on itself", at: mark(node))
    }
  }

  private func mark(_ node: Pack.Node) -> SourceNode.Location {
    switch node {
    case .item(let place): itemMarks[place]
    case .measure(let place): measureMarks[place]
    case .mark(let place): markMarks[place]
    }
  }
}

private struct Walk {
  let pack: Pack
  var order: [Pack.Node] = []
  var circles: [Pack.Node] = []
  private var done: Set<Pack.Node> = []
  private var open: Set<Pack.Node> = []

  init(pack: Pack) { self.pack = pack }

  mutating func visit(_ node: Pack.Node) {
    if done.contains(node) { return }
    if !open.insert(node).inserted {
      circles.append(node)
      return
    }
    for before in pack.needs(node) { visit(before) }
    open.remove(node)
    done.insert(node)
    order.append(node)
  }
}

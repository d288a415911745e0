import Rules

/// How often each candidate leads over 2,000 made-up people; a lead shared by k counts 1 ÷ k.
package struct FairnessTable: Sendable {
  package static let people = 2_000

  /// A row a pathway, in the pack's order: people that it leads.
  package private(set) var pathways: [Double]
  package private(set) var directions: [Double]

  package init(_ pack: Pack, people: Int = FairnessTable.people) {
    pathways = Array(repeating: 0, count: pack.pathways.count)
    directions = Array(repeating: 0, count: pack.directions.count)
    var filling = SyntheticRespondent(pack, Responses(count: pack.items.count), today: nil)
    let scope = pack.nodes(deciding: pack.pathways + pack.directions)
    for _ in 0..<people {
      let reading = FactBase(pack, filling.next(), today: nil, scope: scope)
      let firsts = reading.evaluation.leaders(pack.pathwayPlaces, pack.bands)
      FairnessTable.add(firsts, to: &pathways)
      let directed = reading.evaluation.leaders(pack.directionPlaces, pack.bands)
      FairnessTable.add(directed.map { $0 - pack.pathways.count }, to: &directions)
    }
  }

  private static func add(_ first: [Int], to leads: inout [Double]) {
    for place in first { leads[place] += 1 / Double(first.count) }
  }
}

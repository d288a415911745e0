import Rules

/// How often each candidate leads over 2,000 made-up people; a lead shared by k counts 1 ÷ k.
package struct NoFavourite: Sendable {
  package static let people = 2_000

  /// A row a pathway, in the pack's order: people that it leads.
  package private(set) var pathways: [Double]
  package private(set) var directions: [Double]

  package init(_ pack: Pack, people: Int = NoFavourite.people) {
    pathways = Array(repeating: 0, count: pack.pathways.count)
    directions = Array(repeating: 0, count: pack.directions.count)
    var filling = Filling(pack)
    let nodes = pack.nodes(deciding: pack.pathways + pack.directions)
    let empty = Answers(count: pack.items.count)
    for _ in 0..<people {
      let answers = filling.next(empty, today: nil)
      let assessment = Assessment(Reading(pack, answers, today: nil, nodes: nodes))
      NoFavourite.add(assessment.pathways, to: &pathways)
      NoFavourite.add(assessment.directions, to: &directions)
    }
  }

  private static func add(_ ranking: Ranking, to leads: inout [Double]) {
    let first = ranking.standings.indices.filter { ranking.standings[$0].rank == 1 }
    for place in first { leads[place] += 1 / Double(first.count) }
  }
}

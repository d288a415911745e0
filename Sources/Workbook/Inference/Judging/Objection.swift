package import Rules

/// What a person is told against a pathway: the heaviest reason that holds; else the heaviest still open; else its price.
package enum Objection: Hashable, Sendable {
  case holds(Reason)
  /// An unanswered item, by its place, whose answer could speak against it.
  case open(item: Int)
  case price

  /// As JSON names it.
  package var kind: String {
    switch self {
    case .holds: "holds"
    case .open: "open"
    case .price: "price"
    }
  }
}

extension Assessment {
  package func objection(to place: Int) -> Objection {
    let pathway = pack.pathways[place]
    let standing = pathways.standings[place]
    let holding = reasons(pathway, standing).filter { $0.points < 0 }
    if let heaviest = holding.min(by: { $0.points < $1.points }) { return .holds(heaviest) }
    let supports = pathway.candidate.supports
    let open = supports.indices.filter {
      supports[$0].points < 0 && standing.supports[$0] == .unknown
    }
    let heaviest = open.sorted { (supports[$0].points, $0) < (supports[$1].points, $1) }
    let item = heaviest.lazy.compactMap { openItem(deciding: supports[$0].when) }.first
    return item.map { .open(item: $0) } ?? .price
  }

  /// The first item asked today and not done whose answer could decide a condition.
  package func openItem(deciding condition: Condition) -> Int? {
    condition.deciding(reading.facts, today: reading.today).lazy
      .filter { reading.facts[$0] == nil }
      .compactMap { openItem(under: $0) }.first
  }

  /// The first item asked today and not done that a fact waits for.
  package func openItem(under fact: Int) -> Int? {
    reading.items(under: fact).sorted().first { !reading.isDone($0) && reading.asked[$0] }
  }

  /// The first kind of reason of which nothing holds yet, where a pathway's reasons have kinds: it names the next step. Nobody is
  /// pushed out of what they keep.
  package func emptyGroup(_ place: Int) -> SupportGroup? {
    guard pack.pathways[place].candidate.isGrouped else { return nil }
    let isKept = pack.pathways[place].change == .keep
    return SupportGroup.allCases.first { group in
      pathways.standings[place].groups[group] == 0 && !(isKept && group == .push)
    }
  }
}

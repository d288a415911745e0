import Rules

/// The three to five pathways that a person is shown, and what of interest is not among them.
///
/// Three by rank. The fourth and fifth see that the list holds one that keeps the job, one that changes it inside and one that
/// eases or leaves, where such a one is worth a look; nothing else fills a place.
package struct ShownList: Hashable, Sendable {
  /// Places of pathways, in order.
  package var places: [Int]
  /// The first of each part that the list does not hold.
  package var leftOut: [Int]

  package static let byRank = 3
  package static let most = 5

  /// What a whole list holds one of.
  package enum Part: CaseIterable, Sendable {
    case keeping, inside, outside

    package init(_ change: JobChange) {
      switch change {
      case .keep: self = .keeping
      case .inside: self = .inside
      case .ease, .leave: self = .outside
      }
    }
  }
}

extension Assessment {
  /// Places of the pathways that stand, as a list shows them: by band and score, but of those level with the foremost the one
  /// that is easiest to undo comes first.
  package var listOrder: [Int] {
    var left = open
    var order: [Int] = []
    while let first = left.first {
      let level = left.filter { isLevel($0, with: first) && band($0) == band(first) }
      let next = level.min { undoing($0) < undoing($1) } ?? first
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  /// Places by rank, without those that are ruled out.
  private var open: [Int] { pathways.order.filter { !pathways.standings[$0].ruledOut } }

  /// By how hard it is to undo, then by what stands for it, then in the pack's order.
  private func undoing(_ place: Int) -> (Int, Int, Int) {
    (pack.pathways[place].candidate.reversibility ?? 1, -pathways.standings[place].score, place)
  }

  private func band(_ place: Int) -> Band { pathways.standings[place].band }

  private func part(_ place: Int) -> ShownList.Part? {
    pack.pathways[place].change.map { ShownList.Part($0) }
  }

  /// Whether so few points part two pathways that their order means nothing.
  package func isLevel(_ one: Int, with other: Int) -> Bool {
    abs(pathways.standings[one].score - pathways.standings[other].score) <= pack.bands.level
  }

  /// Places of all others that stand and are level with a pathway that stands; not all of them are level with each other.
  package func level(with place: Int) -> [Int] {
    if pathways.standings[place].ruledOut { return [] }
    return open.filter { $0 != place && isLevel($0, with: place) }
  }

  /// The next pathway, where this one alone is first and far enough before it.
  package func clearlyAhead(_ place: Int) -> Int? {
    let open = open
    guard open.first == place, open.count > 1 else { return nil }
    let next = open[1]
    let lead = pathways.standings[place].score - pathways.standings[next].score
    return lead > pack.bands.ahead ? next : nil
  }

  package var shownList: ShownList {
    let order = listOrder
    var places = Array(order.prefix(ShownList.byRank))
    let further = order.dropFirst(ShownList.byRank).filter { band($0) != .littleSoFar }
    func lacks(_ wanted: ShownList.Part) -> Bool { !places.contains { part($0) == wanted } }
    let missing = ShownList.Part.allCases.filter(lacks)
    let completing = further.filter { place in
      missing.contains { wanted in wanted == part(place) && first(wanted, further) == place }
    }
    let seats = ShownList.most - ShownList.byRank
    let chosen = completing.prefix(seats)
    let others = further.filter { !chosen.contains($0) }.prefix(seats - chosen.count)
    places += further.filter { chosen.contains($0) || others.contains($0) }
    let leftOut = ShownList.Part.allCases.filter(lacks).compactMap { first($0, pathways.order) }
    return ShownList(places: places, leftOut: leftOut)
  }

  private func first(_ wanted: ShownList.Part, _ places: [Int]) -> Int? {
    places.first { part($0) == wanted }
  }

  /// Places of the pathways that a person is shown.
  package var shownPathways: [Int] { shownList.places }
}

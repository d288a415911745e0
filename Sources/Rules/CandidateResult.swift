/// What the rules found of one candidate. All figures are whole points.
package struct CandidateResult: Hashable, Sendable {
  /// A verdict a support, in the candidate's order.
  package var supports: [Verdict]
  /// A verdict a gate, in the candidate's order.
  package var gates: [Verdict]
  /// A verdict a hold, in the candidate's order.
  package var holds: [Verdict]
  /// Points of the supports that hold, for less against.
  package var score: Int
  /// Points, either sign, whose support is decided.
  package var decided: Int
  /// Points of all supports, either sign.
  package var total: Int
  /// Points for it that hold, by their kind; all 0 where its reasons have none.
  package var groups: GroupPoints
  package var band: Band
  /// 1 + how many are strictly ahead; level ones share it.
  package var rank: Int

  package var ruledOut: Bool { gates.contains(.yes) }

  /// Whether something has to be found out before it can be strong.
  package var isHeld: Bool { holds.contains(.yes) }

  /// What its list is ordered by.
  package var key: RankKey { RankKey(stands: !ruledOut, band: band, score: score) }

  /// The share of its points that is decided, 0 to 1; 1 where it has none.
  package var known: Double { total == 0 ? 1 : Double(decided) / Double(total) }
}

/// The standings of one list of candidates, ranked among each other.
package struct Ranking: Hashable, Sendable {
  /// In the order of the candidates.
  package var standings: [CandidateResult]

  package init(_ unranked: [CandidateResult]) {
    standings = unranked
    for (place, rank) in RankKey.ranks(unranked.map(\.key)).enumerated() {
      standings[place].rank = rank
    }
  }

  /// Places by rank, then in the order of the candidates.
  package var order: [Int] {
    standings.indices.sorted { (standings[$0].rank, $0) < (standings[$1].rank, $1) }
  }

  /// The share of points decided over the whole list, 0 to 1.
  package var known: Double {
    let total = standings.reduce(0) { $0 + $1.total }
    return total == 0 ? 1 : Double(standings.reduce(0) { $0 + $1.decided }) / Double(total)
  }
}

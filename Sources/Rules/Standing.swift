/// What the rules found of one candidate. All figures are whole points.
package struct Standing: Hashable, Sendable {
  /// A verdict a support, in the candidate's order.
  package var supports: [Verdict]
  /// A verdict a gate, in the candidate's order.
  package var gates: [Verdict]
  /// Points of the supports that hold, for less against.
  package var score: Int
  /// Points, either sign, whose support is decided.
  package var decided: Int
  /// Points of all supports, either sign.
  package var total: Int
  /// Points for it that are still undecided.
  package var open: Int
  package var band: Band
  /// 1 + how many are strictly ahead; level ones share it.
  package var rank: Int

  package var ruledOut: Bool { gates.contains(.yes) }

  /// The share of its points that is decided, 0 to 1; 1 where it has none.
  package var known: Double { total == 0 ? 1 : Double(decided) / Double(total) }
}

extension Candidate {
  /// Decides each support and gate, and counts; the rank is that of a list of one.
  package func standing(_ facts: [Value?], today: Day?, bands: BandThresholds) -> Standing {
    let verdicts = supports.map { $0.when.verdict(facts, today: today) }
    return standing(
      verdicts: verdicts, gates: gates.map { $0.when.verdict(facts, today: today) }, bands: bands)
  }

  /// Counts verdicts that are already there, one a support and one a gate.
  package func standing(
    verdicts: [Verdict], gates: [Verdict], bands: BandThresholds
  ) -> Standing {
    var result = Standing(
      supports: verdicts, gates: gates, score: 0, decided: 0, total: 0, open: 0,
      band: .littleSoFar, rank: 1)
    for (support, verdict) in zip(supports, verdicts) {
      result.total += abs(support.points)
      switch verdict {
      case .yes:
        result.score += support.points
        result.decided += abs(support.points)
      case .no: result.decided += abs(support.points)
      case .unknown: result.open += max(0, support.points)
      }
    }
    result.band = bands.band(of: result)
    return result
  }
}

extension BandThresholds {
  package func band(of standing: Standing) -> Band {
    let enoughKnown = 100 * standing.decided >= known * standing.total
    if standing.score >= strong && enoughKnown { return .strong }
    if standing.score >= exploring { return .worthExploring }
    let couldBeStrong = standing.score >= open && standing.score + standing.open >= strong
    return couldBeStrong ? .worthExploring : .littleSoFar
  }
}

/// The standings of one list of candidates, ranked among each other.
package struct Ranking: Hashable, Sendable {
  /// In the order of the candidates.
  package var standings: [Standing]

  package init(
    _ candidates: [Candidate], facts: [Value?], today: Day?, bands: BandThresholds
  ) {
    self.init(candidates.map { $0.standing(facts, today: today, bands: bands) })
  }

  package init(_ unranked: [Standing]) {
    standings = unranked
    for place in standings.indices {
      standings[place].rank = 1 + unranked.count { $0.isAhead(of: unranked[place]) }
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

extension Standing {
  /// Strictly ahead by (not ruled out, band, score).
  package func isAhead(of other: Standing) -> Bool {
    if ruledOut != other.ruledOut { return !ruledOut }
    if band != other.band { return band > other.band }
    return score > other.score
  }
}

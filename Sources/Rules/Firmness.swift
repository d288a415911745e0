/// How firm the order of a list is: what becomes of it when nobody is sure of the points.
///
/// 1,000 draws from a fixed seed; in each a support's points count 0.5 to 1.5 times, and an undecided one by a fair coin.
package struct Firmness: Hashable, Sendable {
  /// Draws, of 1,000, in which nothing that is not ruled out has a greater score.
  package var ahead: Int
  /// Places of those that are level today, or in another order than today in more than 333 draws.
  package var tiedWith: [Int]

  package static let draws = 1_000
  package static let tiedAbove = 333

  /// One a candidate, in their order.
  package static func of(_ candidates: [Candidate], _ ranking: Ranking) -> [Firmness] {
    let standings = ranking.standings
    let count = candidates.count
    var generator = SplitMix64(state: 1)
    var ahead = [Int](repeating: 0, count: count)
    var reordered = [Int](repeating: 0, count: count * count)
    var scores = [Int](repeating: 0, count: count)
    for _ in 0..<draws {
      for place in candidates.indices {
        scores[place] = draw(candidates[place], standings[place], &generator)
      }
      for one in 0..<count {
        var isFirst = true
        for other in 0..<count where other != one {
          if scores[other] > scores[one] && !standings[other].ruledOut { isFirst = false }
          let today = order(standings[one].score, standings[other].score)
          if order(scores[one], scores[other]) != today { reordered[one * count + other] += 1 }
        }
        if isFirst { ahead[one] += 1 }
      }
    }
    return (0..<count).map { one in
      Firmness(
        ahead: ahead[one],
        tiedWith: (0..<count).filter { other in
          other != one
            && (standings[one].score == standings[other].score
              || reordered[one * count + other] > tiedAbove)
        })
    }
  }

  private static func draw(
    _ candidate: Candidate, _ standing: CandidateResult, _ generator: inout SplitMix64
  ) -> Int {
    var score = 0
    for (support, verdict) in zip(candidate.supports, standing.supports) {
      let factor = 512 + generator.next(below: 1024)
      let coin = generator.next(below: 2)
      switch verdict {
      case .yes: score += support.points * factor
      case .unknown: score += coin == 1 ? support.points * factor : 0
      case .no: continue
      }
    }
    return score
  }

  private static func order(_ left: Int, _ right: Int) -> Int {
    left < right ? -1 : (left > right ? 1 : 0)
  }
}

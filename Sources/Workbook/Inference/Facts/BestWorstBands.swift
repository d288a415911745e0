/// The bands of a best-worst tally: core, matters, low (`BWS`: inside a band no order is claimed).
package enum BestWorstBands {
  /// - Parameters:
  ///   - own: the card's tally.
  ///   - all: the tallies of all cards, its own among them.
  ///   - cut: how many places make the core.
  ///   - low: how many places make the low band.
  /// - Returns: 0 low, 1 matters, 2 core.
  package static func band(_ own: Int, _ all: some Collection<Int>, cut: Int, low: Int) -> Int {
    let ahead = all.count { $0 > own }
    let level = all.count { $0 == own }
    if ahead + level <= cut { return 2 }
    return ahead >= all.count - low ? 0 : 1
  }

  /// Tallies on a finer scale, on which level ones that a person put in order stand apart.
  package static func broken(_ counts: [String: Int], by order: [String]) -> [String: Int] {
    let steps = order.count + 1
    var finer = counts.mapValues { $0 * steps }
    for (place, card) in order.enumerated() {
      if let count = finer[card] { finer[card] = count + order.count - place }
    }
    return finer
  }

  /// Whether level tallies stand on both sides of the core's edge.
  package static func tied(_ all: some Collection<Int>, cut: Int) -> Bool {
    let sorted = all.sorted(by: >)
    return cut > 0 && cut < sorted.count && sorted[cut - 1] == sorted[cut]
  }
}

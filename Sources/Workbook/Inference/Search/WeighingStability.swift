import Rules

/// What holds a weighing up: where a lead comes from, and how far it lasts when the weights are moved (`MCDA`).
package struct WeighingStability: Hashable, Sendable {
  /// One a criterion, 1 in all.
  package var weights: [Double]
  /// 0 to 1, a row a way, a column a criterion.
  package var cells: [[Double]]

  package init(weights: [Double], cells: [[Double]]) {
    self.weights = weights
    self.cells = cells
  }

  /// The weighed sum of each way.
  package var sums: [Double] {
    cells.map { row in zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The way with the greatest sum, the first of level ones; `nil` without ways.
  package var leader: Int? {
    let sums = sums
    return sums.indices.max { (sums[$0], -$0) < (sums[$1], -$1) }
  }

  /// What each criterion gives one way over another; the parts add up to the difference of the two sums.
  package func contributions(of way: Int, over other: Int) -> [Double] {
    weights.indices.map { weights[$0] * (cells[way][$0] - cells[other][$0]) }
  }

  /// From which to which weight of a criterion the leader stays first, the others keeping their proportions.
  ///
  /// With weight t each way has t·x + (1 − t)·R, R its sum over the others with their weights made 1; the leader's less a
  /// rival's is a line in t, whose root bounds the range.
  package func range(of criterion: Int) -> ClosedRange<Double>? {
    guard let leader, weights[criterion] < 1 else { return nil }
    var low = 0.0
    var high = 1.0
    let rests = sums.indices.map { way in
      (sums[way] - weights[criterion] * cells[way][criterion]) / (1 - weights[criterion])
    }
    for rival in cells.indices where rival != leader {
      let base = rests[leader] - rests[rival]
      let slope = cells[leader][criterion] - cells[rival][criterion] - base
      if slope > 0 { low = max(low, -base / slope) }
      if slope < 0 { high = min(high, -base / slope) }
    }
    return low <= high ? low...high : nil
  }

  /// In how many of 1,000 drawn weightings each way comes first, a shared lead counting in parts.
  ///
  /// A weighting is drawn evenly from all there are: the gaps between sorted random numbers from 0 to 1.
  package func leads(draws: Int = 1_000) -> [Double] {
    var random = SplitMix64(state: 1)
    var leads = [Double](repeating: 0, count: cells.count)
    for _ in 0..<draws {
      let cuts = (1..<max(2, weights.count)).map { _ in Double(random.next() >> 11) / 0x1p53 }
      let sorted = [0] + cuts.sorted() + [1]
      let drawn = WeighingStability(
        weights: zip(sorted.dropFirst(), sorted).map { $0 - $1 }, cells: cells)
      let sums = drawn.sums
      let first = sums.indices.filter { sums[$0] == sums.max() }
      for way in first { leads[way] += 1 / Double(first.count) }
    }
    return leads
  }
}

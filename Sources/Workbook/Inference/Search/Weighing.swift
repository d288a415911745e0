/// A person's own order of a few ways, beside that of the rules and never mixed with it (`MCDA`).
///
/// Weights: the share given to a side, handed out over its criteria by how much each would matter from worst to best. A cell
/// that is empty gives a range: what the sum would be with it at 0 and at 1.
package struct Weighing: Hashable, Sendable {
  package struct Criterion: Hashable, Sendable {
    package var id: String
    package var isPersons: Bool
    /// 0 to 100.
    package var swing: Double

    package init(id: String, isPersons: Bool, swing: Double) {
      self.id = id
      self.isPersons = isPersons
      self.swing = swing
    }
  }

  /// The person's share, 0 to 1.
  package var split: Double
  package var criteria: [Criterion]

  package init(split: Double, criteria: [Criterion]) {
    self.split = split
    self.criteria = criteria
  }

  /// One a criterion, 1 in all where each side has something to weigh.
  package var weights: [Double] {
    criteria.map { one in
      let side = criteria.filter { $0.isPersons == one.isPersons }.reduce(0) { $0 + $1.swing }
      let share = one.isPersons ? split : 1 - split
      return side == 0 ? 0 : share * one.swing / side
    }
  }

  /// - Parameter cells: 0 to 1 a criterion; `nil` where it is empty.
  /// - Returns: the sum, from its lowest to its highest.
  package func sum(_ cells: [Double?]) -> ClosedRange<Double> {
    var low = 0.0
    var high = 0.0
    for (weight, cell) in zip(weights, cells) {
      low += weight * (cell ?? 0)
      high += weight * (cell ?? 1)
    }
    return low...max(low, high)
  }
}

/// How far goals were attained whose levels were set before the work on them began (`GAS`).
package enum GoalAttainment {
  package struct Goal: Hashable, Sendable {
    /// From -2, much less than expected, over 0, as expected, to 2, much more.
    package var level: Int
    /// Above 0: how much this goal counts beside the others.
    package var weight: Double

    package init(level: Int, weight: Double = 1) {
      self.level = level
      self.weight = weight
    }
  }

  /// How far goals are taken to go together; the figure that the method's authors set.
  private static let correlation = 0.3

  /// 50 where all came as expected on the whole, ten a standard deviation; `nil` without a goal that weighs anything.
  package static func score(_ goals: [Goal]) -> Double? {
    let weights = goals.map(\.weight)
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    guard sum > 0 else { return nil }
    let attained = goals.reduce(0) { $0 + $1.weight * Double($1.level) }
    let spread = ((1 - correlation) * squares + correlation * sum * sum).squareRoot()
    return 50 + 10 * attained / spread
  }
}

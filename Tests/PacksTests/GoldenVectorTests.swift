import Rules
import Testing
import Workbook

/// Vectors that were worked out by others: goal attainment (`GAS`), weighing and its stability (`MCDA`).
struct GoldenVectorTests {
  private static let attained: [(weights: [Double], levels: [Int], score: Double)] = [
    ([1], [1], 60), ([1], [-2], 30), ([1, 1, 1], [1, 1, 1], 63.693), ([3, 1], [0, -2], 44.178),
    ([1, 2, 3], [1, 0, -1], 45.593),
  ]

  @Test func goalsAttained() throws {
    for one in GoldenVectorTests.attained {
      let goals = zip(one.levels, one.weights).map {
        GoalAttainment.Goal(level: $0, weight: $1)
      }
      #expect(abs(try #require(GoalAttainment.score(goals)) - one.score) < 0.0005)
    }
  }

  @Test func noGoalHasNoScore() { #expect(GoalAttainment.score([]) == nil) }

  /// Lead, expert, pivot on four criteria.
  private let golden = WeighingStability(
    weights: [0.35, 0.25, 0.2, 0.2],
    cells: [[0.8, 0.4, 0.5, 0.6], [0.6, 0.9, 0.5, 0.5], [0.9, 0.3, 0.7, 0.3]])

  @Test func sumsAndTheirParts() {
    for (sum, wanted) in zip(golden.sums, [0.6, 0.635, 0.59]) { #expect(abs(sum - wanted) < 1e-9) }
    #expect(golden.leader == 1)
    for (one, other) in [(1, 0), (1, 2), (0, 2)] {
      let parts = golden.contributions(of: one, over: other)
      #expect(abs(parts.reduce(0, +) - (golden.sums[one] - golden.sums[other])) < 1e-9)
    }
  }

  @Test(arguments: [(0, 0.0, 0.4348), (1, 0.1935, 1), (2, 0, 0.3469), (3, 0, 0.4074)])
  func theLeaderStaysFirstWithin(_ criterion: Int, _ low: Double, _ high: Double) throws {
    let range = try #require(golden.range(of: criterion))
    #expect(abs(range.lowerBound - low) < 0.00005 && abs(range.upperBound - high) < 0.00005)
  }

  /// The bounds, tried: a hair inside the leader leads, a hair outside it does not.
  @Test func theBoundsAreWhereTheOrderTurns() throws {
    var random = SplitMix64(state: 5)
    func share() -> Double { Double(random.next(below: 1001)) / 1000 }
    var tried = 0
    for _ in 0..<300 {
      let raw = (0..<4).map { _ in share() + 0.01 }
      let sum = raw.reduce(0, +)
      let cells = (0..<3).map { _ in (0..<4).map { _ in share() } }
      let one = WeighingStability(weights: raw.map { $0 / sum }, cells: cells)
      let leader = try #require(one.leader)
      for criterion in 0..<4 {
        guard let range = one.range(of: criterion) else { continue }
        let width = range.upperBound - range.lowerBound
        for (weight, isFirst) in [
          (range.lowerBound + 1e-6, true), (range.upperBound - 1e-6, true),
          (range.lowerBound - 1e-6, false), (range.upperBound + 1e-6, false),
        ] where (0...1).contains(weight) && width > 1e-5 {
          let rest = 1 - one.weights[criterion]
          let moved = one.weights.enumerated().map {
            $0.offset == criterion ? weight : $0.element * (1 - weight) / rest
          }
          let sums = WeighingStability(weights: moved, cells: cells).sums
          #expect(sums.allSatisfy { $0 <= sums[leader] } == isFirst, "\(one), \(criterion)")
          tried += 1
        }
      }
    }
    #expect(tried > 2000)
  }

  @Test func drawnWeightingsLeadOnceEach() {
    let leads = golden.leads()
    #expect(abs(leads.reduce(0, +) - 1000) < 1e-6)
    #expect(leads.allSatisfy { $0 > 0 } && leads == golden.leads())
    // A way that is best on everything leads them all.
    let plain = WeighingStability(weights: [0.5, 0.5], cells: [[1, 1], [0, 0.9]])
    #expect(plain.leads() == [1000, 0])
  }
}

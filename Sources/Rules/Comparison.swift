/// One comparison of one fact as an interval of figures: most need no look at words, and none a choice of operator.
struct Comparison: Sendable {
  let fact: Int
  let low: Double
  let high: Double
  /// What sort of figure it wants; `none` where the value itself must be looked at.
  let sort: NumericValue.Sort

  init(fact: Int, comparison: Operator) {
    self.fact = fact
    let interval = Comparison.interval(comparison)
    (sort, low, high) = (interval.sort, interval.low, interval.high)
  }

  private static func interval(
    _ comparison: Operator
  ) -> (sort: NumericValue.Sort, low: Double, high: Double) {
    let infinite = Double.infinity
    return switch comparison {
    case .numberAtLeast(let bound): (.number, bound, infinite)
    case .numberAtMost(let bound): (.number, -infinite, bound)
    case .numberMoreThan(let bound): (.number, bound.nextUp, infinite)
    case .numberLessThan(let bound): (.number, -infinite, bound.nextDown)
    case .levelAtLeast(let bound): (.level, Double(bound), infinite)
    case .levelAtMost(let bound): (.level, -infinite, Double(bound))
    case .levelIs(let bound): (.level, Double(bound), Double(bound))
    case .truthIs(let wanted): (.truth, wanted ? 1 : 0, wanted ? 1 : 0)
    case .dayBefore(let day): (.day, -infinite, Double(day.number - 1))
    case .dayAfter(let day): (.day, Double(day.number + 1), infinite)
    case .wordIs, .wordIsOneOf, .setHas, .setHasAnyOf, .setHasAllOf, .setHasAtLeast, .dayWithin:
      (.none, 0, 0)
    }
  }

  /// Only for comparisons that want a figure.
  func verdict(_ figure: NumericValue) -> Verdict {
    figure.sort == sort ? Verdict(figure.number >= low && figure.number <= high) : .unknown
  }
}

/// A fact's value as a plain figure, where it is one.
struct NumericValue: Sendable {
  var number: Double
  var sort: Sort

  enum Sort: UInt8, Sendable {
    case none, number, level, truth, day
  }

  static let none = NumericValue(number: 0, sort: .none)

}

extension NumericValue {
  init(_ value: Value?) {
    switch value {
    case .number(let number): self.init(number: number, sort: .number)
    case .level(let level): self.init(number: Double(level), sort: .level)
    case .truth(let truth): self.init(number: truth ? 1 : 0, sort: .truth)
    case .day(let day): self.init(number: Double(day.number), sort: .day)
    case .word, .set, nil: self = .none
    }
  }
}

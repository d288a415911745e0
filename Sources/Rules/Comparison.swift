/// One comparison of one fact, laid out so that most need no look at words.
struct Comparison: Sendable {
  let fact: Int
  let test: Test
  let bound: Double
  let comparison: Operator

  /// What is compared: a figure against a bound, or, where that will not do, the value itself.
  enum Test: UInt8, Sendable {
    case numberAtLeast, numberAtMost, numberMoreThan, numberLessThan
    case levelAtLeast, levelAtMost, levelIs
    case truthIs
    case dayBefore, dayAfter
    case value
  }

  init(fact: Int, comparison: Operator) {
    self.fact = fact
    self.comparison = comparison
    switch comparison {
    case .numberAtLeast(let bound): (test, self.bound) = (.numberAtLeast, bound)
    case .numberAtMost(let bound): (test, self.bound) = (.numberAtMost, bound)
    case .numberMoreThan(let bound): (test, self.bound) = (.numberMoreThan, bound)
    case .numberLessThan(let bound): (test, self.bound) = (.numberLessThan, bound)
    case .levelAtLeast(let bound): (test, self.bound) = (.levelAtLeast, Double(bound))
    case .levelAtMost(let bound): (test, self.bound) = (.levelAtMost, Double(bound))
    case .levelIs(let bound): (test, self.bound) = (.levelIs, Double(bound))
    case .truthIs(let wanted): (test, self.bound) = (.truthIs, wanted ? 1 : 0)
    case .dayBefore(let day): (test, self.bound) = (.dayBefore, Double(day.number))
    case .dayAfter(let day): (test, self.bound) = (.dayAfter, Double(day.number))
    case .wordIs, .wordIsOneOf, .setHas, .setHasAnyOf, .setHasAllOf, .setHasAtLeast, .dayWithin:
      (test, self.bound) = (.value, 0)
    }
  }

  /// The verdict from a figure of the right sort; `nil` where the value itself must be looked at.
  @inline(__always)
  func verdict(_ figure: Figure) -> Verdict? {
    switch test {
    case .numberAtLeast: figure.sort == .number ? Verdict(figure.number >= bound) : .unknown
    case .numberAtMost: figure.sort == .number ? Verdict(figure.number <= bound) : .unknown
    case .numberMoreThan: figure.sort == .number ? Verdict(figure.number > bound) : .unknown
    case .numberLessThan: figure.sort == .number ? Verdict(figure.number < bound) : .unknown
    case .levelAtLeast: figure.sort == .level ? Verdict(figure.number >= bound) : .unknown
    case .levelAtMost: figure.sort == .level ? Verdict(figure.number <= bound) : .unknown
    case .levelIs: figure.sort == .level ? Verdict(figure.number == bound) : .unknown
    case .truthIs: figure.sort == .truth ? Verdict(figure.number == bound) : .unknown
    case .dayBefore: figure.sort == .day ? Verdict(figure.number < bound) : .unknown
    case .dayAfter: figure.sort == .day ? Verdict(figure.number > bound) : .unknown
    case .value: nil
    }
  }
}

/// A fact's value as a plain figure, where it is one.
struct Figure: Sendable {
  var number: Double
  var sort: Sort

  enum Sort: UInt8, Sendable {
    case none, number, level, truth, day
  }

  static let none = Figure(number: 0, sort: .none)

  init(number: Double, sort: Sort) {
    self.number = number
    self.sort = sort
  }

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

/// How a condition compares a fact with an operand. Each case fits one type of fact; the pack reader sees to it.
package enum Operator: Hashable, Sendable {
  case numberAtLeast(Double)
  case numberAtMost(Double)
  case numberMoreThan(Double)
  case numberLessThan(Double)
  case levelAtLeast(Int)
  case levelAtMost(Int)
  case levelIs(Int)
  case wordIs(String)
  case wordIsOneOf([String])
  case truthIs(Bool)
  case setHas(String)
  case setHasAnyOf([String])
  case setHasAllOf([String])
  case setHasAtLeast(Int)
  case dayBefore(Day)
  case dayAfter(Day)
  /// From today to so many days on, both included.
  case dayWithin(Int)

  /// - Parameters:
  ///   - value: the fact's value; `nil` is unknown, and so is the verdict.
  ///   - today: `nil` where nobody said; then `dayWithin` is unknown.
  package func verdict(on value: Value?, today: Day?) -> Verdict {
    guard let value else { return .unknown }
    switch (self, value) {
    case (.numberAtLeast(let bound), .number(let number)): return Verdict(number >= bound)
    case (.numberAtMost(let bound), .number(let number)): return Verdict(number <= bound)
    case (.numberMoreThan(let bound), .number(let number)): return Verdict(number > bound)
    case (.numberLessThan(let bound), .number(let number)): return Verdict(number < bound)
    case (.levelAtLeast(let bound), .level(let level)): return Verdict(level >= bound)
    case (.levelAtMost(let bound), .level(let level)): return Verdict(level <= bound)
    case (.levelIs(let bound), .level(let level)): return Verdict(level == bound)
    case (.wordIs(let wanted), .word(let word)): return Verdict(word == wanted)
    case (.wordIsOneOf(let wanted), .word(let word)): return Verdict(wanted.contains(word))
    case (.truthIs(let wanted), .truth(let truth)): return Verdict(truth == wanted)
    case (.setHas(let wanted), .set(let words)): return Verdict(words.contains(wanted))
    case (.setHasAnyOf(let wanted), .set(let words)):
      return Verdict(wanted.contains(where: words.contains))
    case (.setHasAllOf(let wanted), .set(let words)):
      return Verdict(wanted.allSatisfy(words.contains))
    case (.setHasAtLeast(let count), .set(let words)): return Verdict(words.count >= count)
    case (.dayBefore(let bound), .day(let day)): return Verdict(day < bound)
    case (.dayAfter(let bound), .day(let day)): return Verdict(day > bound)
    case (.dayWithin(let days), .day(let day)):
      guard let today else { return .unknown }
      return Verdict(day >= today && day.number - today.number <= days)
    case (
      .numberAtLeast, _
    ), (.numberAtMost, _), (.numberMoreThan, _), (.numberLessThan, _), (.levelAtLeast, _),
      (.levelAtMost, _), (.levelIs, _), (.wordIs, _), (.wordIsOneOf, _), (.truthIs, _),
      (.setHas, _), (.setHasAnyOf, _), (.setHasAllOf, _), (.setHasAtLeast, _), (.dayBefore, _),
      (.dayAfter, _), (.dayWithin, _):
      return .unknown
    }
  }

  /// Whether the verdict hangs on what day it is.
  var readsToday: Bool {
    if case .dayWithin = self { return true }
    return false
  }
}

import Rules
import Workbook

/// What a condition can come to over all that can be answered, by trying values that stand for all others.
struct Satisfiability {
  static let today = Day(number: 20_000)

  let pack: Pack
  /// More ways than these are not tried; the condition then counts as open to both.
  private static let most = 60_000

  init(_ pack: Pack) { self.pack = pack }

  /// Whether a condition can be yes, and whether it can be no, once all that it reads is known.
  func verdicts(_ condition: Condition) -> (yes: Bool, no: Bool) {
    let plain = unfolded(condition)
    let facts = plain.facts
    var comparisons: [Int: [Operator]] = [:]
    for (fact, comparison) in plain.comparisons {
      comparisons[fact, default: []].append(comparison)
    }
    let samples = facts.compactMap { FactDomain($0, pack).samples(for: comparisons[$0] ?? []) }
    // A span from today and a day of the calendar meet on some day or other.
    let all = comparisons.values.joined()
    let isOfToday = all.contains { if case .dayWithin = $0 { true } else { false } }
    let isOfCalendar = all.contains {
      switch $0 {
      case .dayBefore, .dayAfter: true
      default: false
      }
    }
    if samples.count < facts.count || isOfToday && isOfCalendar { return (true, true) }
    var ways = 1
    for list in samples {
      ways = ways.multipliedReportingOverflow(by: list.count).partialValue
      if ways > Satisfiability.most { return (true, true) }
    }
    return tried(plain, facts, samples)
  }

  private func tried(
    _ condition: Condition, _ facts: [Int], _ samples: [[Value]]
  ) -> (yes: Bool, no: Bool) {
    var found = (yes: false, no: false)
    var values = [Value?](repeating: nil, count: pack.facts.count)
    func assign(_ place: Int) {
      if found.yes && found.no { return }
      if place == facts.count {
        switch condition.verdict(values, today: Satisfiability.today) {
        case .yes: found.yes = true
        case .no: found.no = true
        case .unknown: break
        }
        return
      }
      for value in samples[place] {
        values[facts[place]] = value
        assign(place + 1)
      }
    }
    assign(0)
    return found
  }

  /// A condition with the marks in it replaced by what they stand for.
  func unfolded(_ condition: Condition) -> Condition {
    switch condition {
    case .compare(let fact, let comparison):
      guard case .mark(let mark) = pack.facts[fact].source, case .truthIs(let wanted) = comparison
      else { return condition }
      let inner = unfolded(pack.marks[mark].when)
      return wanted ? inner : .not(inner)
    case .all(let parts): return .all(parts.map { unfolded($0) })
    case .any(let parts): return .any(parts.map { unfolded($0) })
    case .not(let part): return .not(unfolded(part))
    case .atLeast(let count, let parts): return .atLeast(count, of: parts.map { unfolded($0) })
    }
  }
}

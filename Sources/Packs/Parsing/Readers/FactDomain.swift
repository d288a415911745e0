import Rules
import Workbook

/// The values that a fact can have, whatever is answered; wider where that is not easily said, never narrower.
enum FactDomain {
  case numbers(low: Double, high: Double, isWhole: Bool)
  case levels([Int])
  case words([String])
  case sets([String], count: ClosedRange<Int>)
  case truth
  case days

  /// Values that stand for all others, as far as these comparisons can tell; `nil` where these are too many.
  func samples(for comparisons: [Operator]) -> [Value]? {
    switch self {
    case .numbers(let low, let high, let isWhole):
      let beside = isWhole ? 1 : 0.000_001
      let near = comparisons.compactMap(\.bound).flatMap { bound in
        isWhole
          ? [
            bound.rounded(.down) - beside, bound.rounded(.down), bound.rounded(.up),
            bound.rounded(.up) + beside,
          ]
          : [bound - beside, bound, bound + beside]
      }
      return Set(([low, high] + near).filter { $0 >= low && $0 <= high }).sorted().map {
        .number($0)
      }
    case .levels(let levels): return levels.map { .level($0) }
    case .words(let words): return words.map { .word($0) }
    case .sets(let words, let count):
      return FactDomain.sets(words, count, named: comparisons.flatMap(\.words))
    case .truth: return [.truth(true), .truth(false)]
    case .days:
      let days = comparisons.flatMap(\.days)
      return Set(days.flatMap { [$0.number - 1, $0.number, $0.number + 1] }).sorted()
        .map { .day(Day(number: $0)) }
    }
  }

  private static let mostNamed = 7

  /// Each choice among the words that are named, filled up with others to every size that can be.
  private static func sets(
    _ words: [String], _ count: ClosedRange<Int>, named: [String]
  ) -> [Value]? {
    let told = words.filter(named.contains)
    if told.count > mostNamed { return nil }
    let others = words.filter { !told.contains($0) }
    var sets: [Value] = []
    for bits in 0..<(1 << told.count) {
      let chosen = told.indices.filter { bits >> $0 & 1 == 1 }.map { told[$0] }
      for filler in 0...others.count where count.contains(chosen.count + filler) {
        let set = chosen + others.prefix(filler)
        sets.append(.set(words.filter(set.contains)))
      }
    }
    return sets
  }
}

extension FactDomain {
  init(_ fact: Int, _ pack: Pack) {
    switch pack.facts[fact].source {
    case .item(let item, let field):
      let kind = pack.items[item].kind
      self.init(field.flatMap { id in kind.fields.first { $0.id == id }?.kind } ?? kind)
    case .measure(let measure, let part):
      self = FactDomain.measure(pack.measures[measure].kind, part, pack.facts[fact], pack)
    case .mark: self = .truth
    }
  }

  private init(_ kind: ItemKind) {
    switch kind {
    case .rating(let scale):
      self = .numbers(low: 0, high: Double(scale.count - 1), isWhole: true)
    case .number(let range):
      self = .numbers(
        low: Double(range.lowerBound), high: Double(range.upperBound), isWhole: true)
    case .choice(let options, let ordered):
      self = ordered ? .levels(Array(options.indices)) : .words(options.map(\.id))
    case .choices(let options, let count): self = .sets(options.map(\.id), count: count)
    case .record(let fields): self = fields.first.map { FactDomain($0.kind) } ?? .truth
    case .day: self = .days
    case .text, .bestWorst, .records, .sort, .rank, .grid: self = .truth
    }
  }

  private var bounds: (low: Double, high: Double, isWhole: Bool) {
    if case .numbers(let low, let high, let isWhole) = self { return (low, high, isWhole) }
    return (-.infinity, .infinity, false)
  }

  private static func measure(
    _ kind: MeasureKind, _ part: MeasurePart, _ fact: Fact, _ pack: Pack
  ) -> FactDomain {
    func bounds(_ facts: [Int]) -> [(low: Double, high: Double, isWhole: Bool)] {
      facts.map { FactDomain($0, pack).bounds }
    }
    func numbers(_ item: Int, _ field: String) -> (low: Double, high: Double, isWhole: Bool) {
      let shape = pack.items[item].kind.fields.first { $0.id == field }?.kind
      return shape.map { FactDomain($0).bounds } ?? (-.infinity, .infinity, false)
    }
    switch (kind, part) {
    case (.sum(let inputs), _):
      let all = bounds(inputs.map(\.fact))
      return .numbers(
        low: all.reduce(0) { $0 + $1.low }, high: all.reduce(0) { $0 + $1.high },
        isWhole: all.allSatisfy(\.isWhole))
    case (.mean(let inputs, _), _):
      let all = bounds(inputs.map(\.fact))
      return .numbers(
        low: all.map(\.low).min() ?? 0, high: all.map(\.high).max() ?? 0, isWhole: false)
    case (.levels(let input, let cuts), _):
      let range = FactDomain(input, pack).bounds
      let reached = cuts.indices.filter { place in
        let next = place + 1 < cuts.count ? cuts[place + 1].from : .infinity
        return (place == 0 || cuts[place].from <= range.high) && next > range.low
      }
      return .levels(reached)
    case (.spread(let inputs), _):
      let all = bounds(inputs)
      return .numbers(
        low: 0, high: (all.map(\.high).max() ?? 0) - (all.map(\.low).min() ?? 0), isWhole: false)
    case (.fit, _): return .numbers(low: -1, high: 1, isWhole: false)
    case (.tally(let tally), .card):
      let seen = Double(tally.blocks.count)
      return .numbers(low: -seen, high: seen, isWhole: true)
    case (.tally, .agreement), (.overlap, _): return .numbers(low: 0, high: 1, isWhole: false)
    case (.columns(let item, _, _), _):
      if case .grid(_, _, let scale) = pack.items[item].kind {
        return .numbers(low: 0, high: Double(scale.count - 1), isWhole: false)
      }
      return .numbers(low: -.infinity, high: .infinity, isWhole: false)
    case (.count(let item, _), _), (.tagged(let item, _, _, _), _):
      var most = 200
      if case .records(_, let count) = pack.items[item].kind { most = count.upperBound }
      return .numbers(low: 0, high: Double(most), isWhole: true)
    case (.weighted(let item, let field, _, let from), _):
      let range = numbers(item, field)
      return .numbers(low: range.low - from, high: range.high - from, isWhole: false)
    case (.averaged(let item, let field, _, _, _), _):
      let range = numbers(item, field)
      return .numbers(low: range.low, high: range.high, isWhole: false)
    case (.attainment, _): return .numbers(low: -.infinity, high: .infinity, isWhole: false)
    case (.parted(_, let choices, _), .whole):
      return .numbers(low: 0, high: Double(choices.count), isWhole: true)
    case (.gap(let keep, let needs), .needs):
      guard case .choices(_, let count) = pack.items[keep].kind else {
        return FactDomain(fact.type)
      }
      return .sets(needs.map(\.id), count: 0...count.upperBound)
    case (.tally, _), (.standing, _), (.pile, _), (.tier, _), (.parted, _), (.gap, _):
      return FactDomain(fact.type)
    }
  }

  /// All values of a type, where nothing narrower is known.
  private init(_ type: FactType) {
    switch type {
    case .number: self = .numbers(low: -.infinity, high: .infinity, isWhole: false)
    case .level(let names): self = .levels(Array(names.indices))
    case .word(let words): self = .words(words)
    case .set(let words): self = .sets(words, count: 0...words.count)
    case .truth: self = .truth
    case .day: self = .days
    }
  }
}

extension Operator {
  /// The number that a comparison of numbers, or the count that one of sets, turns on.
  fileprivate var bound: Double? {
    switch self {
    case .numberAtLeast(let bound), .numberAtMost(let bound), .numberMoreThan(let bound),
      .numberLessThan(let bound):
      bound
    case .levelAtLeast, .levelAtMost, .levelIs, .wordIs, .wordIsOneOf, .truthIs, .setHas,
      .setHasAnyOf, .setHasAllOf, .setHasAtLeast, .dayBefore, .dayAfter, .dayWithin:
      nil
    }
  }

  /// The words that it names.
  var words: [String] {
    switch self {
    case .wordIs(let word), .setHas(let word): [word]
    case .wordIsOneOf(let words), .setHasAnyOf(let words), .setHasAllOf(let words): words
    case .numberAtLeast, .numberAtMost, .numberMoreThan, .numberLessThan, .levelAtLeast,
      .levelAtMost, .levelIs, .truthIs, .setHasAtLeast, .dayBefore, .dayAfter, .dayWithin:
      []
    }
  }

  /// The days that it turns on, as seen from ``Reach/today``.
  fileprivate var days: [Day] {
    switch self {
    case .dayBefore(let day), .dayAfter(let day): [day]
    case .dayWithin(let count): [Satisfiability.today, Satisfiability.today.adding(days: count)]
    case .numberAtLeast, .numberAtMost, .numberMoreThan, .numberLessThan, .levelAtLeast,
      .levelAtMost, .levelIs, .wordIs, .wordIsOneOf, .truthIs, .setHas, .setHasAnyOf,
      .setHasAllOf, .setHasAtLeast:
      []
    }
  }
}

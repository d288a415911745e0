package import Rules

/// One thing that a person could do about an answer, with the value that the answer would then have.
package struct Intervention: Hashable, Sendable {
  /// Place of the item.
  package var item: Int
  package var value: AnswerValue
  /// The item's cost times the steps it is moved.
  package var cost: Int

  package init(item: Int, value: AnswerValue, cost: Int) {
    self.item = item
    self.value = value
    self.cost = cost
  }
}

extension FactBase {
  /// Whether something can be done about an item today: it is asked, and its `changeable` allows it.
  package func isChangeable(_ place: Int) -> Bool {
    guard asked[place], let changeable = pack.items[place].changeable else { return false }
    return changeable.when.map { verdict($0) == .yes } ?? true
  }

  /// Everything that a person could do, in the pack's order, then along each item's scale.
  package var moves: [Intervention] { pack.items.indices.flatMap { moves(on: $0) } }

  /// The other values that an item could have, each with its cost; none where nothing can be done about it.
  ///
  /// A step of an ordered scale costs once for each place; anything else, and a first answer, once.
  package func moves(on place: Int) -> [Intervention] {
    guard isChangeable(place), let changeable = pack.items[place].changeable else { return [] }
    let cost = changeable.cost
    let held = counting(place)
    let own = pack.factPlaces[pack.items[place].address.factName]
    guard case .record(let fields) = pack.items[place].kind, let first = fields.first else {
      return others(pack.items[place].kind, held, own, changeable.becoming)
        .map { Intervention(item: place, value: $0.value, cost: cost * $0.steps) }
    }
    guard let record = recordToMove(place) else { return [] }
    return others(first.kind, record[first.id], own, changeable.becoming).map { other in
      var changed = record
      changed[first.id] = other.value
      return Intervention(item: place, value: .record(changed), cost: cost)
    }
  }

  /// The record whose first field can be given another value: what is held, or nothing where the other fields may be left out;
  /// `nil` where they may not.
  package func recordToMove(_ place: Int) -> [String: AnswerValue]? {
    if case .record(let values)? = counting(place) { return values }
    let others = pack.items[place].kind.fields.dropFirst()
    return others.allSatisfy(\.optional) ? [:] : nil
  }

  private func others(
    _ kind: ItemKind, _ held: AnswerValue?, _ fact: Int?, _ becoming: Changeable.Becoming
  ) -> [(value: AnswerValue, steps: Int)] {
    switch kind {
    case .rating(let scale):
      return apart(scale.indices.map { AnswerValue.rating($0) }, held, becoming, ordered: true)
    case .choice(let options, let ordered):
      return apart(options.map { AnswerValue.choice($0.id) }, held, becoming, ordered: ordered)
    case .choices(let options, let count):
      return toggled(options.map(\.id), held, becoming).filter { count.contains($0.count) }
        .map { (.choices($0), 1) }
    case .number(let range):
      var now: Int?
      if case .number(let number)? = held { now = number }
      return fact.map { across($0, now, range) }?.filter { becoming.allows($0, from: now) }
        .map { (.number($0), 1) } ?? []
    case .text, .day, .bestWorst, .record, .records, .sort, .rank, .grid: return []
    }
  }

  private func apart(
    _ values: [AnswerValue], _ held: AnswerValue?, _ becoming: Changeable.Becoming, ordered: Bool
  ) -> [(value: AnswerValue, steps: Int)] {
    let now = held.flatMap { values.firstIndex(of: $0) }
    let wanted = values.enumerated().filter { place, value in
      switch becoming {
      case .anything: place != now
      case .more: place > now ?? 0
      case .less: place < now ?? values.count - 1
      case .next: place == (now ?? 0) + 1
      case .words(let words):
        place != now && !(ordered && place < now ?? 0) && words.contains { value == .choice($0) }
      }
    }
    return wanted.map { place, value in
      (value, ordered ? now.map { abs($0 - place) } ?? 1 : 1)
    }
  }

  /// Each option put in or taken out; where only more can come of it, put in.
  private func toggled(
    _ options: [String], _ held: AnswerValue?, _ becoming: Changeable.Becoming
  ) -> [[String]] {
    var chosen: [String] = []
    if case .choices(let ids)? = held { chosen = ids }
    let wanted = options.filter { option in
      switch becoming {
      case .anything: true
      case .more, .next: !chosen.contains(option)
      case .less: chosen.contains(option)
      case .words(let words): words.contains(option) && !chosen.contains(option)
      }
    }
    return wanted.map { option in
      chosen.contains(option) ? chosen.filter { $0 != option } : chosen + [option]
    }
  }

  /// The nearest numbers across the conditions that read a fact.
  private func across(_ fact: Int, _ now: Int?, _ range: ClosedRange<Int>) -> [Int] {
    var found: Set<Int> = []
    for (other, comparison) in pack.allConditions.flatMap(\.comparisons) where other == fact {
      let (below, above) = comparison.sides
      guard let below, let above else { continue }
      guard let now else {
        found.formUnion([below, above])
        continue
      }
      found.insert(now <= below ? above : below)
    }
    return found.filter { range.contains($0) && $0 != now }.sorted()
  }
}

extension Changeable.Becoming {
  fileprivate func allows(_ number: Int, from now: Int?) -> Bool {
    guard let now else { return true }
    return switch self {
    case .anything, .words: true
    case .more, .next: number > now
    case .less: number < now
    }
  }
}

extension Operator {
  /// The whole numbers nearest to the bound of a number's comparison, on either side; `nil` for other comparisons.
  fileprivate var sides: (below: Int?, above: Int?) {
    switch self {
    case .numberAtLeast(let bound), .numberLessThan(let bound):
      (Int(exactly: bound.rounded(.up)).map { $0 - 1 }, Int(exactly: bound.rounded(.up)))
    case .numberMoreThan(let bound), .numberAtMost(let bound):
      (Int(exactly: bound.rounded(.down)), Int(exactly: bound.rounded(.down)).map { $0 + 1 })
    case .levelAtLeast, .levelAtMost, .levelIs, .wordIs, .wordIsOneOf, .truthIs, .setHas,
      .setHasAnyOf, .setHasAllOf, .setHasAtLeast, .dayBefore, .dayAfter, .dayWithin:
      (nil, nil)
    }
  }
}

extension Pack {
  /// Every condition that decides something: what is asked, marks, supports, gates, holds.
  package var allConditions: [Condition] {
    exercises.compactMap(\.when) + items.compactMap(\.when) + marks.map(\.when)
      + (pathways + directions).flatMap(\.candidate.conditions)
  }
}

import Rules

/// The values of one measure's facts.
struct MeasureResult {
  private var whole: Value?
  private var cards: [String: Value] = [:]
  private var tied: Value?
  private var agreement: Value?
  private var core: Value?
  private var against: Value?
  private var found: Value?
  private var needs: [KeptNeeds: Value] = [:]

  func value(_ part: MeasurePart) -> Value? {
    switch part {
    case .whole: whole
    case .card(let card): cards[card]
    case .tied: tied
    case .agreement: agreement
    case .core: core
    case .against: against
    case .found: found
    case .needs(let which): needs[which]
    }
  }

  init(_ kind: MeasureKind, in reading: FactBase) {
    switch kind {
    case .sum(let inputs): whole = MeasureResult.sum(inputs, reading)
    case .mean(let inputs, let least): whole = MeasureResult.mean(inputs, least, reading)
    case .levels(let fact, let cuts): whole = MeasureResult.level(reading.number(fact), cuts)
    case .spread(let inputs): whole = MeasureResult.spread(inputs, reading)
    case .fit(let inputs, let profile): whole = MeasureResult.fit(inputs, profile, reading)
    case .tally(let tally): count(tally, reading)
    case .standing(let tallies, let all, let ties, let low):
      stand(tallies, all, ties, low, reading)
    case .pile(let item):
      guard case .sort(let placed)? = reading.counting(item),
        case .sort(let piles, _) = reading.pack.items[item].kind
      else { return }
      for (card, pile) in placed {
        cards[card] = piles.firstIndex { $0.id == pile }.map { .level($0) }
      }
    case .count(let item, let only):
      whole = reading.records(item).map { .number(Double($0.count { $0.carries(only) })) }
    case .tagged(let item, let field, let tags, let only):
      guard let records = reading.records(item)?.filter({ $0.carries(only) }) else { return }
      for tag in tags {
        cards[tag] = .number(Double(records.count { $0.words(field).contains(tag) }))
      }
    case .tier(let tagged, let contexts, let outside, let own, let tags):
      tier(tagged, contexts, outside, own, tags, reading)
    case .weighted(let item, let field, let by, let from):
      whole = MeasureResult.weighted(item, field, by, from, reading)
    case .averaged(let item, let field, let by, let tags, let least):
      for tag in tags {
        let numbers = reading.records(item)?.filter { $0.words(by).contains(tag) }
          .compactMap { $0.number(field) }
        cards[tag] = MeasureResult.mean(numbers ?? [], least: least)
      }
    case .columns(let item, let columns, let rows):
      guard case .grid(let cells)? = reading.counting(item) else { return }
      for row in rows {
        let numbers = columns.compactMap { cells[row]?[$0] }.map(Double.init)
        cards[row] = MeasureResult.mean(numbers, least: columns.count)
      }
    case .overlap(let sets): whole = MeasureResult.overlap(sets, reading)
    case .attainment(let item, let field, let by, let words):
      whole = MeasureResult.attainment(item, field, by, words, reading)
    case .parted(let points, let choices, let least): part(points, choices, least, reading)
    case .gap(let keep, let needs): compare(keep, needs, reading)
    }
  }

  private static func sum(_ inputs: [NumberInput], _ reading: FactBase) -> Value? {
    let numbers = inputs.compactMap { reading.number($0) }
    return numbers.count == inputs.count ? .number(numbers.reduce(0, +)) : nil
  }

  private static func mean(_ inputs: [NumberInput], _ least: Int, _ reading: FactBase) -> Value? {
    mean(inputs.compactMap { reading.number($0) }, least: least)
  }

  private static func mean(_ numbers: [Double], least: Int) -> Value? {
    guard numbers.count >= max(1, least) else { return nil }
    return .number(numbers.reduce(0, +) / Double(numbers.count))
  }

  private static func level(_ number: Double?, _ cuts: [MeasureKind.Cut]) -> Value? {
    guard let number else { return nil }
    return .level(max(0, (cuts.lastIndex { $0.from <= number }) ?? 0))
  }

  private static func spread(_ inputs: [Int], _ reading: FactBase) -> Value? {
    let numbers = inputs.compactMap { reading.number($0) }
    guard numbers.count == inputs.count, let low = numbers.min(), let high = numbers.max() else {
      return nil
    }
    return .number(high - low)
  }

  /// Pearson's r of the person's numbers with a profile (`CONG`); unknown where either is flat.
  private static func fit(_ inputs: [Int], _ profile: [Double], _ reading: FactBase) -> Value? {
    let numbers = inputs.compactMap { reading.number($0) }
    guard numbers.count == profile.count, !numbers.isEmpty else { return nil }
    let count = Double(numbers.count)
    let meanOfNumbers = numbers.reduce(0, +) / count
    let meanOfProfile = profile.reduce(0, +) / count
    var product = 0.0
    var squares = 0.0
    var profileSquares = 0.0
    for (number, wanted) in zip(numbers, profile) {
      product += (number - meanOfNumbers) * (wanted - meanOfProfile)
      squares += (number - meanOfNumbers) * (number - meanOfNumbers)
      profileSquares += (wanted - meanOfProfile) * (wanted - meanOfProfile)
    }
    guard squares > 0, profileSquares > 0 else { return nil }
    return .number(product / (squares.squareRoot() * profileSquares.squareRoot()))
  }

  private mutating func count(_ tally: MeasureKind.Tally, _ reading: FactBase) {
    guard let cards = reading.cards(of: tally) else { return }
    var counts = [Int](repeating: 0, count: cards.count)
    for block in tally.blocks {
      guard case .bestWorst(let best, let worst)? = reading.counting(block), best < cards.count,
        worst < cards.count
      else { return }
      counts[best] += 1
      counts[worst] -= 1
    }
    for (card, count) in zip(cards, counts) { self.cards[card] = .number(Double(count)) }
    if tally.cut < counts.count { tied = .truth(BestWorstBands.tied(counts, cut: tally.cut)) }
    agreement = MeasureResult.agreement(tally.repeats, reading)
  }

  private static func agreement(
    _ repeats: [MeasureKind.Tally.Repeat], _ reading: FactBase
  ) -> Value? {
    var same = 0
    for pair in repeats {
      guard case .bestWorst(let best, let worst)? = reading.counting(pair.first),
        case .bestWorst(let bestAgain, let worstAgain)? = reading.counting(pair.second)
      else { return nil }
      same += (best == bestAgain ? 1 : 0) + (worst == worstAgain ? 1 : 0)
    }
    return repeats.isEmpty ? nil : .number(Double(same) / Double(2 * repeats.count))
  }

  private mutating func stand(
    _ tallies: [Int], _ all: [String], _ ties: [Int], _ low: Int, _ reading: FactBase
  ) {
    guard let chosen = reading.firstKnownTally(tallies) else { return }
    let order = ties.compactMap { reading.rankOrder($0) }.first ?? []
    let counts = BestWorstBands.broken(chosen.counts, by: order)
    var atCore: [String] = []
    for card in all {
      guard let own = counts[card] else {
        if chosen.leavesOut(card) { cards[card] = .level(0) }
        continue
      }
      let band = BestWorstBands.band(own, counts.values, cut: chosen.cut, low: low)
      cards[card] = .level(band)
      if band == MeasureKind.standingLevels.count - 1 { atCore.append(card) }
    }
    core = .set(atCore)
  }

  /// A need that was let go says nothing of whether it is met. The sets wait until all that was kept is known.
  private mutating func compare(_ keep: Int, _ all: [MeasureKind.Need], _ reading: FactBase) {
    guard case .choices(let kept)? = reading.counting(keep) else { return }
    var states: [String: String] = [:]
    for need in all {
      if !kept.contains(need.id) {
        cards[need.id] = .word("let-go")
      } else if case .choice(let state)? = reading.counting(need.now) {
        cards[need.id] = .word(state)
        states[need.id] = state
      }
    }
    guard states.count == kept.count else { return }
    for which in KeptNeeds.allCases {
      needs[which] = .set(
        all.map(\.id).filter { states[$0].map(which.states.contains) ?? false })
    }
  }

  private mutating func tier(
    _ tagged: Int, _ contexts: String, _ outside: [Int], _ own: Int?, _ tags: [String],
    _ reading: FactBase
  ) {
    guard case .tagged(let item, let field, _, _) = reading.pack.measures[tagged].kind,
      let records = reading.records(item)
    else { return }
    var borneOut: [String] = []
    let named = own.flatMap { reading.counting($0) }
    for tag in tags {
      let carrying = records.filter { $0.words(field).contains(tag) }
      let places = Set(carrying.flatMap { $0.words(contexts) })
      let confirmed = outside.reduce(0) { $0 + reading.taggedCount($1, tag) }
      let isNamed = if case .choices(let ids)? = named { ids.contains(tag) } else { false }
      let level =
        carrying.count >= 3 && places.count >= 2 && confirmed >= 1
        ? 3 : carrying.count >= 2 ? 2 : carrying.count >= 1 || isNamed ? 1 : 0
      cards[tag] = .level(level)
      if level >= 2 { borneOut.append(tag) }
    }
    found = .set(borneOut)
  }

  /// A choice for what got fewer points than the other has parted from them; level points part from nothing.
  private mutating func part(
    _ points: Int, _ choices: [Int], _ least: Int, _ reading: FactBase
  ) {
    guard case .record(let given)? = reading.counting(points) else { return }
    func weight(_ id: String) -> Int {
      if case .number(let number)? = given[id] { number } else { 0 }
    }
    var answered = 0
    var parted: [String] = []
    for place in choices {
      guard case .choice(let taken)? = reading.counting(place) else { continue }
      answered += 1
      let item = reading.pack.items[place]
      let left = item.kind.options.map(\.id).filter { $0 != taken }
      if left.contains(where: { weight($0) > weight(taken) }) { parted.append(item.address.item) }
    }
    guard answered >= max(1, least) else { return }
    whole = .number(Double(parted.count))
    against = .set(parted)
  }

  private static func overlap(_ facts: [Int], _ reading: FactBase) -> Value? {
    let sets = facts.compactMap { fact -> Set<String>? in
      guard case .set(let words)? = reading.facts[fact], !words.isEmpty else { return nil }
      return Set(words)
    }
    guard sets.count == facts.count else { return nil }
    let shares = sets.indices.flatMap { first in
      sets.indices.dropFirst(first + 1).map { second in
        Double(sets[first].intersection(sets[second]).count)
          / Double(max(sets[first].count, sets[second].count))
      }
    }
    return shares.max().map { .number($0) }
  }

  private static func attainment(
    _ item: Int, _ field: String, _ by: String, _ words: [String], _ reading: FactBase
  ) -> Value? {
    let middle = words.count / 2
    let goals = (reading.records(item) ?? []).compactMap { record -> GoalAttainment.Goal? in
      guard let word = record.words(field).first, let place = words.firstIndex(of: word) else {
        return nil
      }
      return GoalAttainment.Goal(level: place - middle, weight: record.number(by) ?? 1)
    }
    return GoalAttainment.score(goals).map { .number($0) }
  }

  private static func weighted(
    _ item: Int, _ field: String, _ by: String, _ from: Double, _ reading: FactBase
  ) -> Value? {
    guard let records = reading.records(item) else { return nil }
    var weight = 0.0
    var total = 0.0
    for record in records {
      guard let value = record.number(field), let share = record.number(by) else { continue }
      weight += share
      total += share * (value - from)
    }
    return weight == 0 ? nil : .number(total / weight)
  }
}

extension FactBase {
  fileprivate func number(_ fact: Int) -> Double? {
    guard case .number(let number)? = facts[fact] else { return nil }
    return number
  }

  fileprivate func number(_ input: NumberInput) -> Double? {
    guard let number = number(input.fact) else { return nil }
    return input.reversedIn.map { Double($0) - number } ?? number
  }

  fileprivate func records(_ item: Int) -> [Record]? {
    guard case .records(let list)? = counting(item) else { return nil }
    return list.map(Record.init)
  }

  /// The ids of a tally's cards by seat; `nil` where another answer names them and does not stand.
  fileprivate func cards(of tally: MeasureKind.Tally) -> [String]? {
    guard let from = tally.from else { return tally.cards }
    guard case .choices(let ids)? = counting(from) else { return nil }
    return ids
  }

  /// The ids that a rank item puts in order; `nil` where it does not count.
  fileprivate func rankOrder(_ item: Int) -> [String]? {
    switch counting(item) {
    case .rank(let ids): return ids
    case .rankedSeats(let seats):
      guard let from = pack.items[item].from, case .choices(let ids)? = counting(from) else {
        return nil
      }
      return seats.compactMap { ids.indices.contains($0) ? ids[$0] : nil }
    default: return nil
    }
  }

  fileprivate func taggedCount(_ measure: Int, _ tag: String) -> Int {
    for fact in pack.factsOfMeasure[measure] {
      if case .measure(_, .card(tag)) = pack.facts[fact].source,
        case .number(let number)? = facts[fact]
      {
        return Int(number)
      }
    }
    return 0
  }

  /// The first of several tallies that is known.
  package func firstKnownTally(_ measures: [Int]) -> KnownTally? {
    for measure in measures {
      guard case .tally(let tally) = pack.measures[measure].kind else { continue }
      var counts: [String: Int] = [:]
      for fact in pack.factsOfMeasure[measure] {
        if case .measure(_, .card(let card)) = pack.facts[fact].source,
          case .number(let number)? = facts[fact]
        {
          counts[card] = Int(number)
        }
      }
      if !counts.isEmpty {
        let offered = tally.from.map { pack.items[$0].kind.options.map(\.id) } ?? []
        return KnownTally(measure: measure, counts: counts, cut: tally.cut, offered: offered)
      }
    }
    return nil
  }
}

/// A tally with all its blocks answered.
package struct KnownTally {
  /// Place of the measure.
  package var measure: Int
  package var counts: [String: Int]
  package var cut: Int
  /// The cards that could have been kept, where an answer chose among them.
  var offered: [String]

  func leavesOut(_ card: String) -> Bool { offered.contains(card) && counts[card] == nil }
}

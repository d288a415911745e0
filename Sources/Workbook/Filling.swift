package import Rules

/// Made-up answers to all that is open: how rules are tried on people who do not exist.
package struct Filling: Sendable {
  package let pack: Pack
  package var generator: SplitMix64

  /// For each item the last one before it that can change whether it is asked.
  private let decidedBy: [Int?]
  private let nodes: [Pack.Node]

  package init(_ pack: Pack, generator: SplitMix64 = SplitMix64(state: 1)) {
    self.pack = pack
    self.generator = generator
    nodes = pack.nodesDecidingAsking
    decidedBy = pack.items.indices.map { pack.lastItemDecidingAsking(of: $0) }
  }

  /// Gives every unanswered item, in the pack's order, that is asked by then, a value; one run on to the next.
  ///
  /// - Parameter today: the day around which made-up days fall.
  package mutating func next(_ start: Answers, today: Day?) -> Answers {
    var answers = start
    // What is asked depends on what was filled before: read anew only where an item's asking can have changed.
    var reading = Reading(pack, answers, today: today, nodes: nodes)
    // What this round asks anew is open, whatever an earlier one said.
    let stale = pack.items.indices.filter { reading.isAskedAfresh($0) }
    if !stale.isEmpty {
      for place in stale { answers.given[place] = nil }
      reading = Reading(pack, answers, today: today, nodes: nodes)
    }
    var filledSince = Int.max
    for place in pack.items.indices {
      if let decider = decidedBy[place], decider >= filledSince {
        reading = Reading(pack, answers, today: today, nodes: nodes)
        filledSince = Int.max
      }
      guard reading.asked[place], answers.given[place] == nil else { continue }
      let of = pack.items[place].from.flatMap { answers.given[$0]?.value?.plain }
      let value = value(pack.items[place], answers, today)
      answers.given[place] = Given(value: value, of: of, round: start.round)
      filledSince = min(filledSince, place)
    }
    return answers
  }

  private mutating func value(_ item: Item, _ answers: Answers, _ today: Day?) -> AnswerValue {
    if case .bestWorst(let block) = item.kind {
      let best = generator.next(below: block.seats.count)
      let rest = block.seats.filter { $0 != block.seats[best] }
      return .bestWorst(
        best: block.seats[best], worst: rest[generator.next(below: rest.count)])
    }
    return value(item.kind, today)
  }

  private mutating func value(_ kind: ItemKind, _ today: Day?) -> AnswerValue {
    switch kind {
    case .text: return .text("…")
    case .choice(let options, _):
      return .choice(options[generator.next(below: options.count)].id)
    case .choices(let options, let count):
      return .choices(chosen(options.map(\.id), count))
    case .rating(let scale): return .rating(generator.next(below: scale.count))
    case .number(let range):
      return .number(
        range.lowerBound + generator.next(below: range.upperBound - range.lowerBound + 1))
    case .day:
      let start = (today ?? Day(number: 20_000)).number - 365
      return .day(Day(number: start + generator.next(below: 731)))
    case .bestWorst(let block):
      return .bestWorst(best: block.seats[0], worst: block.seats[1])
    case .record(let fields): return .record(record(fields, today))
    case .records(let fields, _):
      let count = generator.next(below: 4)
      return .records((0..<count).map { _ in record(fields, today) })
    case .sort(let piles, let cards):
      var placed: [String: String] = [:]
      for card in cards { placed[card.id] = piles[generator.next(below: piles.count)].id }
      return .sort(placed)
    case .rank(.options(let options), let count): return .rank(chosen(options.map(\.id), count))
    case .rank(.seats(let places), let count):
      return .rankedSeats(chosen(Array(0..<places), count))
    case .grid(let down, let across, let scale):
      var cells: [String: [String: Int]] = [:]
      for row in down {
        for column in across {
          cells[row.id, default: [:]][column.id] = generator.next(below: scale.count)
        }
      }
      return .grid(cells)
    }
  }

  /// Some of them, shuffled.
  private mutating func chosen<Element>(
    _ all: [Element], _ count: ClosedRange<Int>
  ) -> [Element] {
    var shuffled = all
    generator.shuffle(&shuffled)
    let most = min(count.upperBound, shuffled.count)
    let taken = count.lowerBound + generator.next(below: max(1, most - count.lowerBound + 1))
    return Array(shuffled.prefix(taken))
  }

  private mutating func record(_ fields: [Field], _ today: Day?) -> [String: AnswerValue] {
    var values: [String: AnswerValue] = [:]
    for field in fields { values[field.id] = value(field.kind, today) }
    return values
  }
}

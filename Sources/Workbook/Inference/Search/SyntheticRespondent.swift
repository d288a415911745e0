package import Rules

/// Made-up answers to all that is open: how rules are tried on people who do not exist.
package struct SyntheticRespondent: Sendable {
  package let pack: Pack
  package var generator: SplitMix64
  /// What stands before anything is filled in, with what decides which items are asked.
  private let start: FactBase
  /// The items without an answer of this round, in the pack's order.
  private let open: [Int]
  /// For each item the last one before it that can change whether it is asked.
  private let decidedBy: [Int?]

  /// - Parameter today: the day around which made-up days fall.
  package init(
    _ pack: Pack, _ answers: Responses, today: Day?, generator: SplitMix64 = SplitMix64(state: 1)
  ) {
    self.pack = pack
    self.generator = generator
    start = FactBase(pack, answers, today: today, scope: pack.nodesDecidingAsking)
    open = pack.items.indices.filter { (answers.given[$0]?.round ?? 0) < answers.round }
    decidedBy = pack.items.indices.map { item in
      let decider = pack.lastItemDecidingAsking(of: item)
      // In a later round the moment says which earlier answers count.
      guard answers.round > 1, let moment = pack.momentItem, moment < item else { return decider }
      return max(decider ?? moment, moment)
    }
  }

  package var today: Day? { start.today }

  /// Gives every unanswered item, in the pack's order, that is asked by then, a value; one run on to the next.
  package mutating func next() -> Responses {
    var reading = start
    // What is asked depends on what was filled before: worked out anew only where an item's asking can have changed.
    var filledSince = Int.max
    for place in open {
      if let decider = decidedBy[place], decider >= filledSince {
        reading.settle()
        filledSince = Int.max
      }
      // What this round asks anew is open, whatever an earlier one said.
      guard reading.asked[place],
        reading.answers.given[place] == nil || reading.isAskedAfresh(place)
      else { continue }
      let of = pack.items[place].from.flatMap { reading.answers.given[$0]?.value?.plain }
      let value = value(pack.items[place], reading.today)
      reading.note(place, Response(value: value, of: of, round: reading.answers.round))
      filledSince = min(filledSince, place)
    }
    return reading.answers
  }

  private mutating func value(_ item: Item, _ today: Day?) -> AnswerValue {
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

package import Rules

/// An open item, with how much its answer alone would change which pathways come first.
package struct NextQuestion: Hashable, Sendable {
  /// Place of the item.
  package var item: Int
  package var minutes: Double
  /// Mean share of its other values that change the first place, 0 to 1.
  package var gain: Double

  package init(item: Int, minutes: Double, gain: Double) {
    self.item = item
    self.minutes = minutes
    self.gain = gain
  }

  package static let fillings = 32
  package static let most = 10

  /// The best first: by gain a minute, then in the pack's order; ten at most, none without gain.
  package static func best(_ pack: Pack, _ answers: Responses, today: Day?) -> [NextQuestion] {
    var search = NextQuestionSearch(pack, answers, today: today)
    while search.step() {}
    return Array(search.found.prefix(most))
  }
}

/// The search for what to ask next, in steps of a millisecond or two, so that it can be done between two keys.
package struct NextQuestionSearch: Sendable {
  private let pack: Pack
  private let round: Int
  private let scope: Set<Pack.Node>
  private var filling: SyntheticRespondent
  /// So many ways of filling in all that is open, and who leads in each.
  private var people: [FactBase] = []
  private var leaders: [[Int]] = []
  /// The items that are open today and that some pathway rests on, still to be tried.
  private var open: ArraySlice<Int>
  private var gains: [NextQuestion] = []
  /// Of the first open item: people tried, and the sum of what they gave.
  private var tried = 0
  private var total = 0.0

  /// - Parameter everyItem: whether items that are not open today are tried too; for authors.
  package init(_ pack: Pack, _ answers: Responses, today: Day?, everyItem: Bool = false) {
    self.pack = pack
    round = answers.round
    scope = pack.nodes(deciding: pack.pathways)
    filling = SyntheticRespondent(pack, answers, today: today)
    let now = FactBase(pack, answers, today: today)
    let scope = scope
    // What no pathway rests on gains nothing, whatever is answered; free words change no fact.
    open =
      pack.items.indices.filter {
        (everyItem || now.asked[$0] && !now.isDone($0)) && scope.contains(.item($0))
          && !pack.items[$0].kind.isFreeText
      }[...]
  }

  package var isDone: Bool { open.isEmpty }

  /// Does one more piece of the work.
  ///
  /// - Returns: `false` once all is done.
  package mutating func step() -> Bool {
    if open.isEmpty { return false }
    if people.count < NextQuestion.fillings {
      let person = FactBase(pack, filling.next(), today: filling.today, scope: scope)
      leaders.append(first(person))
      people.append(person)
      return true
    }
    guard let item = open.first else { return false }
    total += share(of: item, for: tried)
    tried += 1
    if tried < people.count { return true }
    let gain = total / Double(NextQuestion.fillings)
    if gain > 0 {
      gains.append(
        NextQuestion(item: item, minutes: Clock.minutes(pack.items[item]), gain: gain))
    }
    open = open.dropFirst()
    (tried, total) = (0, 0)
    return !open.isEmpty
  }

  /// What was found so far, best first.
  package var found: [NextQuestion] {
    gains.enumerated().sorted { one, other in
      let first = one.element.gain / one.element.minutes
      let second = other.element.gain / other.element.minutes
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
  }

  /// The share of an item's other values that change who comes first for one person.
  private mutating func share(of item: Int, for place: Int) -> Double {
    let others = otherValues(item, place)
    if others.isEmpty { return 0 }
    let held = people[place].answers.given[item]
    var changed = 0
    for value in others {
      people[place].answer(item, Response(value: value, of: held?.of, round: round))
      if first(people[place]) != leaders[place] { changed += 1 }
    }
    people[place].answer(item, held)
    return Double(changed) / Double(others.count)
  }

  private func first(_ person: FactBase) -> [Int] {
    person.evaluation.leaders(pack.pathwayPlaces, pack.bands)
  }

  /// All other values of a rating or choice, else what the next four fillings in the ring hold.
  private func otherValues(_ item: Int, _ place: Int) -> [AnswerValue] {
    let held = people[place].answers.given[item]?.value
    switch pack.items[item].kind {
    case .rating(let scale):
      return scale.indices.map { AnswerValue.rating($0) }.filter { $0 != held }
    case .choice(let options, _):
      return options.map { AnswerValue.choice($0.id) }.filter { $0 != held }
    case .text, .choices, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      return (1...4).compactMap {
        people[(place + $0) % people.count].answers.given[item]?.value
      }
    }
  }
}

extension NextQuestionSearch {
  /// Places of the items that pathways rest on and whose answer alone never changes who comes first, over all fillings of an
  /// empty profile.
  package static func withoutGain(_ pack: Pack) -> [Int] {
    var search = NextQuestionSearch(
      pack, Responses(count: pack.items.count), today: nil, everyItem: true)
    let tried = search.open
    while search.step() {}
    let gaining = Set(search.gains.map(\.item))
    return tried.filter { !gaining.contains($0) }
  }
}

extension ItemKind {
  fileprivate var isFreeText: Bool {
    if case .text = self { return true }
    return false
  }
}

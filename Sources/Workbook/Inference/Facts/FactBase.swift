package import Rules

/// What a set of answers comes to: which items are asked, every fact, and what the rules make of them.
///
/// It is kept up to date as answers change: only what rests on a changed answer is worked out again. After any row of changes it
/// equals a reading made afresh of the same answers.
package struct FactBase: Sendable {
  let shared: CompiledPack
  package var pack: Pack { _read { yield shared.pack } }
  package private(set) var answers: Responses
  /// `nil` where nobody said; then conditions on days are unknown and nothing lapses.
  package let today: Day?
  /// Whether each item is asked now, by its place.
  package private(set) var asked: [Bool]
  /// What the rules of both lists come to.
  package private(set) var evaluation: Evaluation
  /// Whether the answer to each item counts, as far as it was worked out.
  private var counts: [Bool]
  /// Places of the exercises that the moment of this round asks afresh.
  private var afresh: Set<Int>
  /// Positions in the pack's order of what must be worked out again.
  private var stale: PositionSet
  /// Whether each position is worked out at all; `nil` where all are.
  private let scope: [Bool]?

  /// - Parameter scope: the nodes that are to be worked out; all where none are named.
  package init(_ pack: Pack, _ answers: Responses, today: Day?, scope: Set<Pack.Node>? = nil) {
    self.init(CompiledPack(pack), answers, today: today, scope: scope)
  }

  /// The same of a pack that many readings share.
  package init(
    _ shared: CompiledPack, _ answers: Responses, today: Day?, scope: Set<Pack.Node>? = nil
  ) {
    let pack = shared.pack
    self.shared = shared
    self.answers = answers
    self.today = today
    self.scope = scope.map { wanted in pack.order.map { wanted.contains($0) } }
    afresh = FactBase.afresh(pack, answers)
    stale = PositionSet(count: pack.order.count)
    if let blank = pack.blank {
      asked = blank.asked
      counts = Array(repeating: false, count: asked.count)
      evaluation = blank.evaluation.on(today)
      for item in answers.given.indices where answers.given[item] != nil { spoil(item) }
    } else {
      asked = Array(repeating: false, count: pack.items.count)
      counts = asked
      evaluation = Evaluation(
        pack.rules, facts: Array(repeating: nil, count: pack.facts.count), today: today)
      for position in pack.order.indices { stale.insert(position) }
    }
    settle()
  }

  /// The value of each fact; `nil` is unknown.
  package var facts: [Value?] { _read { yield evaluation.facts } }

  package func verdict(_ condition: Condition) -> Verdict {
    condition.verdict(facts, today: today)
  }

  package func fact(_ name: String) -> Value? { pack.factPlaces[name].flatMap { facts[$0] } }

  // MARK: - Changing an answer

  /// Puts an answer in the place of another, and works out what rests on it.
  package mutating func answer(_ item: Int, _ given: Response?) {
    note(item, given)
    settle()
  }

  /// Puts an answer in the place of another; what rests on it is worked out by ``settle()``.
  package mutating func note(_ item: Int, _ given: Response?) {
    answers.given[item] = given
    spoil(item)
    if item == pack.momentItem { noteMoment() }
  }

  /// What is drawn from an item looks at its answer as it was given, whether or not it counts: it is worked out again too.
  private mutating func spoil(_ item: Int) {
    let position = pack.graph.positionOfItem[item]
    stale.insert(position)
    spoilReaders(of: position)
  }

  private mutating func spoilReaders(of position: Int) {
    let readers = shared.pack.graph.readers
    for place in readers.places(of: position) { stale.insert(readers[at: place]) }
  }

  /// Puts other answers of the same round in the place of these.
  package mutating func take(_ other: Responses) {
    for item in other.given.indices where other.given[item] != answers.given[item] {
      note(item, other.given[item])
    }
    settle()
  }

  /// Another moment may ask other exercises afresh.
  private mutating func noteMoment() {
    let before = afresh
    afresh = FactBase.afresh(pack, answers)
    for exercise in before.symmetricDifference(afresh) {
      for item in pack.exercises[exercise].items {
        stale.insert(pack.graph.positionOfItem[item])
      }
    }
  }

  /// Works out, in the pack's order, what has become stale.
  package mutating func settle() {
    var position = 0
    while let next = stale.popFirst(from: position) {
      position = next
      if let scope, !scope[next] { continue }
      let isChanged: Bool
      switch pack.graph.nodes[next] {
      case .item(let place): isChanged = readItem(place)
      case .measure(let place): isChanged = readMeasure(place)
      case .mark(let place): isChanged = readMark(place)
      }
      if isChanged { spoilReaders(of: next) }
    }
  }

  // MARK: - One answer

  /// The value of an item that counts today: asked, answered, not lapsed, drawn from what still stands.
  package func counting(_ place: Int) -> AnswerValue? {
    guard asked[place], let given = answers.given[place], stands(place, given),
      !isAfresh(place, given), !lapsed(place)
    else { return nil }
    return given.value
  }

  /// Whether an answer of an earlier round counts on, and waits to be called still true.
  package func isCarried(_ place: Int) -> Bool {
    guard asked[place], let given = answers.given[place] else { return false }
    return given.round < answers.round && stands(place, given) && !lapsed(place)
      && !isAfresh(place, given)
  }

  /// Whether an answer of an earlier round is held that this round's moment asks anew.
  package func isAskedAfresh(_ place: Int) -> Bool {
    answers.given[place].map { isAfresh(place, $0) } ?? false
  }

  /// An answer of an earlier round to what this round's moment asks anew no longer counts.
  private func isAfresh(_ place: Int, _ given: Response) -> Bool {
    given.round < answers.round && afresh.contains(pack.exerciseOfItem[place])
  }

  /// A moment of an earlier round asks nothing afresh in this one.
  private static func afresh(_ pack: Pack, _ answers: Responses) -> Set<Int> {
    guard let item = pack.momentItem, let given = answers.given[item],
      given.round == answers.round, case .choice(let id)? = given.value,
      let moment = pack.moments.first(where: { $0.id == id })
    else { return [] }
    return Set(moment.again.compactMap { pack.exercisePlaces[$0] })
  }

  /// Whether an asked item needs nothing more today.
  package func isDone(_ place: Int) -> Bool {
    guard let given = answers.given[place] else { return false }
    // A sort is done when every card lies somewhere.
    if case .sort(let placed)? = given.value, case .sort(_, let cards) = pack.items[place].kind,
      placed.count < cards.count
    {
      return false
    }
    return stands(place, given) && !lapsed(place) && !isAfresh(place, given)
  }

  private func stands(_ place: Int, _ given: Response) -> Bool {
    guard let from = pack.items[place].from, given.value != nil else { return true }
    guard let of = given.of else { return true }
    return answers.given[from]?.value?.plain == of
  }

  private func lapsed(_ place: Int) -> Bool {
    guard let field = pack.items[place].lapses, let today,
      case .record(let values)? = answers.given[place]?.value,
      case .day(let until)? = values[field]
    else { return false }
    return today > until
  }

  // MARK: - One node; each says whether what reads it must be worked out again

  private mutating func readItem(_ place: Int) -> Bool {
    let wasAsked = asked[place]
    let counted = counts[place]
    asked[place] = isAsked(place)
    let value = counting(place)
    counts[place] = value != nil
    for fact in pack.factsOfItem[place] {
      guard case .item(_, let field) = pack.facts[fact].source else { continue }
      _ = set(
        fact, value.flatMap { FactBase.value(of: field, in: $0, kind: pack.items[place].kind) })
    }
    return value != nil || counted || wasAsked != asked[place]
  }

  private func isAsked(_ place: Int) -> Bool {
    if let when = pack.exercises[pack.exerciseOfItem[place]].when, verdict(when) != .yes {
      return false
    }
    if let when = pack.items[place].when, verdict(when) != .yes { return false }
    guard let from = pack.items[place].from else { return true }
    return answers.given[from]?.value != nil && asked[from]
  }

  private static func value(of field: String?, in value: AnswerValue, kind: ItemKind) -> Value? {
    guard let field else { return value.factValue(kind) }
    guard case .record(let values) = value, case .record(let fields) = kind,
      let part = values[field], let shape = fields.first(where: { $0.id == field })
    else { return nil }
    return part.factValue(shape.kind)
  }

  private mutating func readMark(_ place: Int) -> Bool {
    let value: Value? =
      switch verdict(pack.marks[place].when) {
      case .yes: .truth(true)
      case .no: .truth(false)
      case .unknown: nil
      }
    return set(pack.factOfMark[place], value)
  }

  private mutating func readMeasure(_ place: Int) -> Bool {
    let values = MeasureResult(pack.measures[place].kind, in: self)
    var isChanged = false
    for fact in pack.factsOfMeasure[place] {
      guard case .measure(_, let part) = pack.facts[fact].source else { continue }
      if set(fact, values.value(part)) { isChanged = true }
    }
    return isChanged
  }

  /// - Returns: whether the fact had another value.
  private mutating func set(_ fact: Int, _ value: Value?) -> Bool {
    if facts[fact] == value { return false }
    evaluation.set(fact, value)
    return true
  }
}

/// A pack that many readings stand on: a class, since it never changes, and copying a reading then touches one count instead of
/// one for each of its tables.
package final class CompiledPack: Sendable {
  package let pack: Pack

  package init(_ pack: Pack) { self.pack = pack }
}

/// A reading of no answers, as far as it does not depend on the day.
package struct EmptyFactBase: Sendable {
  let asked: [Bool]
  let evaluation: Evaluation

  init(_ reading: FactBase) {
    asked = reading.asked
    evaluation = reading.evaluation
  }
}

package import Rules

/// What a set of answers comes to: which items are asked, and every fact.
package struct Reading: Sendable {
  package let pack: Pack
  package let answers: Answers
  /// `nil` where nobody said; then conditions on days are unknown and nothing lapses.
  package let today: Day?
  /// Whether each item is asked now, by its place.
  package private(set) var asked: [Bool]
  /// The value of each fact; `nil` is unknown.
  package private(set) var facts: [Value?]
  /// Places of the exercises that the moment of this round asks afresh.
  private let afresh: Set<Int>

  /// - Parameter nodes: what is to be worked out, in the pack's order; all of it where none are named.
  package init(_ pack: Pack, _ answers: Answers, today: Day?, nodes: [Pack.Node]? = nil) {
    self.pack = pack
    self.answers = answers
    self.today = today
    asked = Array(repeating: false, count: pack.items.count)
    facts = Array(repeating: nil, count: pack.facts.count)
    afresh = Reading.afresh(pack, answers)
    for node in nodes ?? pack.order {
      switch node {
      case .item(let place): readItem(place)
      case .measure(let place): readMeasure(place)
      case .mark(let place): readMark(place)
      }
    }
  }

  package func verdict(_ condition: Condition) -> Verdict {
    condition.verdict(facts, today: today)
  }

  package func fact(_ name: String) -> Value? { pack.factPlaces[name].flatMap { facts[$0] } }

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
  private func isAfresh(_ place: Int, _ given: Given) -> Bool {
    given.round < answers.round && afresh.contains(pack.exerciseOfItem[place])
  }

  /// A moment of an earlier round asks nothing afresh in this one.
  private static func afresh(_ pack: Pack, _ answers: Answers) -> Set<Int> {
    guard let item = pack.item(playing: "moment"), let given = answers.given[item],
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

  private func stands(_ place: Int, _ given: Given) -> Bool {
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

  private mutating func readItem(_ place: Int) {
    if let when = pack.exercises[pack.exerciseOfItem[place]].when, verdict(when) != .yes { return }
    if let when = pack.items[place].when, verdict(when) != .yes { return }
    if let from = pack.items[place].from {
      guard answers.given[from]?.value != nil, asked[from] else { return }
    }
    asked[place] = true
    guard let given = answers.given[place], stands(place, given), let value = counting(place)
    else { return }
    for fact in pack.factsOfItem[place] {
      guard case .item(_, let field) = pack.facts[fact].source else { continue }
      facts[fact] = Reading.value(of: field, in: value, kind: pack.items[place].kind)
    }
  }

  private static func value(of field: String?, in value: AnswerValue, kind: ItemKind) -> Value? {
    guard let field else { return value.factValue(kind) }
    guard case .record(let values) = value, case .record(let fields) = kind,
      let part = values[field], let shape = fields.first(where: { $0.id == field })
    else { return nil }
    return part.factValue(shape.kind)
  }

  private mutating func readMark(_ place: Int) {
    switch verdict(pack.marks[place].when) {
    case .yes: facts[pack.factOfMark[place]] = .truth(true)
    case .no: facts[pack.factOfMark[place]] = .truth(false)
    case .unknown: break
    }
  }

  private mutating func readMeasure(_ place: Int) {
    let values = MeasureResult(pack.measures[place].kind, in: self)
    for fact in pack.factsOfMeasure[place] {
      guard case .measure(_, let part) = pack.facts[fact].source else { continue }
      facts[fact] = values.value(part)
    }
  }
}

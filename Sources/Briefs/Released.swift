import Rules
import Workbook

/// Which facts may be told, given what was chosen: one is released when every item that it can rest on is named, or when its
/// measure is, as a band. What a fact can rest on is read from the pack alone, never from answers.
struct Released {
  private let pack: Pack
  private let items: Set<Int>
  private let bands: Set<Int>

  init(_ pack: Pack, _ shares: [Share]) {
    self.pack = pack
    var items: Set<Int> = []
    var bands: Set<Int> = []
    for share in shares {
      switch share {
      case .answer(let address):
        if let place = pack.itemPlaces[address] { items.insert(place) }
      case .band(let name): bands.formUnion(Released.bandFacts(name, pack))
      case .pathway, .experiment, .ask: continue
      }
    }
    self.items = items
    self.bands = bands
  }

  func isReleased(_ condition: Condition) -> Bool { condition.facts.allSatisfy { isReleased($0) } }

  func isReleased(_ sentence: Template) -> Bool {
    sentence.placeholders.allSatisfy { name in
      if let fact = pack.factPlaces[name] { return isReleased(fact) }
      let parts = name.split(separator: ".", maxSplits: 2).map(String.init)
      guard parts.count >= 2, let item = pack.itemPlaces[ItemAddress(parts[0], parts[1])] else {
        return false
      }
      return mayBeTold(item)
    }
  }

  private func isReleased(_ fact: Int) -> Bool {
    bands.contains(fact) || items(under: fact).allSatisfy { mayBeTold($0) }
  }

  /// An item counts only while it is asked, so what its asking rests on must be told too.
  private func mayBeTold(_ item: Int) -> Bool {
    guard items.contains(item) else { return false }
    let exercise = pack.exercises[pack.exerciseOfItem[item]]
    let conditions = [pack.items[item].when, exercise.when].compactMap { $0 }
    let from = pack.items[item].from.map { mayBeTold($0) } ?? true
    return from && conditions.allSatisfy { isReleased($0) }
  }

  /// Facts of a measure that say a band and no figure: its levels, and the set of the highest.
  func bandFacts(_ name: String) -> [Int] { Released.bandFacts(name, pack) }

  private static func bandFacts(_ name: String, _ pack: Pack) -> [Int] {
    pack.facts.indices.filter { place in
      let fact = pack.facts[place]
      guard case .measure(let measure, _) = fact.source else { return false }
      guard pack.measures[measure].id == name || fact.name == name else { return false }
      switch fact.type {
      case .level: return true
      case .set: return fact.name.hasSuffix(".core")
      case .number, .word, .truth, .day: return false
      }
    }
  }

  /// Every item that a fact can rest on, in whatever way it is answered.
  func items(under fact: Int) -> Set<Int> {
    switch pack.facts[fact].source {
    case .item(let item, _): [item]
    case .measure(let measure, _): items(underMeasure: measure)
    case .mark(let mark):
      pack.marks[mark].when.facts.reduce(into: []) { $0.formUnion(items(under: $1)) }
    }
  }

  private func items(underMeasure measure: Int) -> Set<Int> {
    func under(_ facts: [Int]) -> Set<Int> {
      facts.reduce(into: []) { $0.formUnion(items(under: $1)) }
    }
    switch pack.measures[measure].kind {
    case .sum(let inputs), .mean(let inputs, _): return under(inputs.map(\.fact))
    case .levels(let fact, _): return items(under: fact)
    case .spread(let inputs), .fit(let inputs, _): return under(inputs)
    case .tally(let tally):
      return Set(tally.blocks + tally.repeats.map(\.second) + (tally.from.map { [$0] } ?? []))
    case .standing(let tallies, _, let ties, _):
      return tallies.reduce(into: Set(ties)) { $0.formUnion(items(underMeasure: $1)) }
    case .pile(let item), .count(let item, _, _), .tagged(let item, _, _),
      .weighted(let item, _, _, _):
      return [item]
    case .tier(let tagged, _, let outside, let own, _):
      return items(underMeasure: tagged).union(outside.map { items(underMeasure: $0) } ?? [])
        .union(own.map { [$0] } ?? [])
    }
  }
}

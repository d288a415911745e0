import Rules
import Workbook

/// Which facts may be told, given what was chosen: one is released when every item that it can rest on is named, or when its
/// measure is, as a band. What a fact can rest on is read from the pack alone, never from answers.
struct DisclosureScope {
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
        if let place = pack.itemPlaces[address], !pack.isNeverShown(place) { items.insert(place) }
      case .band where pack.isNeverShown(share): continue
      case .band(let name): bands.formUnion(DisclosureScope.bandFacts(name, pack))
      case .entry, .pathway, .experiment, .ask: continue
      }
    }
    self.items = items
    self.bands = bands
  }

  func isReleased(_ condition: Condition) -> Bool { condition.facts.allSatisfy { isReleased($0) } }

  func isReleased(_ sentence: Template) -> Bool {
    sentence.placeholders.allSatisfy { name in
      if let fact = pack.factPlaces[name] { return isReleased(fact) }
      return pack.itemPlace(named: name).map { mayBeTold($0) } ?? false
    }
  }

  private func isReleased(_ fact: Int) -> Bool {
    bands.contains(fact) || pack.isEveryItem(under: fact) { mayBeTold($0) }
  }

  /// An item counts only while it is asked, so what its asking rests on must be told too.
  private func mayBeTold(_ item: Int) -> Bool {
    guard items.contains(item) else { return false }
    let exercise = pack.exercises[pack.exerciseOfItem[item]]
    let conditions = [pack.items[item].when, exercise.when].compactMap { $0 }
    let from = pack.items[item].from.map { mayBeTold($0) } ?? true
    return from && conditions.allSatisfy { isReleased($0) }
  }

  /// Facts of a measure that say a band and no figure: its levels, and the set of the highest or of what is borne out.
  func bandFacts(_ name: String) -> [Int] { DisclosureScope.bandFacts(name, pack) }

  static func bandFacts(_ name: String, _ pack: Pack) -> [Int] {
    pack.facts.indices.filter { place in
      let fact = pack.facts[place]
      guard case .measure(let measure, _) = fact.source else { return false }
      guard pack.measures[measure].id == name || fact.name == name else { return false }
      switch fact.type {
      case .level: return true
      case .set: return fact.name.hasSuffix(".core") || fact.name.hasSuffix(".found")
      case .number, .word, .truth, .day: return false
      }
    }
  }
}

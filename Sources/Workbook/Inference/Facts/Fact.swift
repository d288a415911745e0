package import Rules

/// A name in the pack for something that rules can read, with where it comes from.
package struct Fact: Hashable, Sendable {
  package var name: String
  package var type: FactType
  /// The titles of its type's words, or of the steps of its scale, in their order; empty where it has none.
  package var titles: [String]
  package var source: FactSource
  /// What is said of its values; empty where texts don't quote it in sentences.
  package var said: Said

  package init(
    name: String, type: FactType, titles: [String] = [], source: FactSource, said: Said = Said()
  ) {
    self.said = said
    self.name = name
    self.type = type
    self.titles = titles
    self.source = source
  }

  /// What a person reads where the word stands.
  package func title(_ word: String) -> String {
    guard let place = type.words.firstIndex(of: word), place < titles.count else { return word }
    return titles[place]
  }
}

/// Who makes a fact; numbers are places in the pack.
package enum FactSource: Hashable, Sendable {
  case item(Int, field: String?)
  case measure(Int, part: MeasurePart)
  case mark(Int)
}

/// Which of a measure's facts.
package enum MeasurePart: Hashable, Sendable {
  case whole
  /// A card, a tag.
  case card(String)
  case tied
  case agreement
  case core
  /// The choices that went against the points.
  case against
  /// The tags that two records or more bear out.
  case found
  /// The needs that are kept, as far as they are met.
  case needs(KeptNeeds)
}

/// Kept needs that stand in one of some states.
package enum KeptNeeds: String, Hashable, Sendable, CaseIterable {
  case missing, short, met

  package var states: [String] {
    switch self {
    case .missing: ["missing"]
    case .short: ["missing", "partly"]
    case .met: ["there"]
    }
  }
}

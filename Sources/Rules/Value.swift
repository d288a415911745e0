/// What a fact can hold.
package enum Value: Hashable, Sendable {
  case number(Double)
  /// The place in the ordered names of its type, from 0.
  case level(Int)
  case word(String)
  /// In the order of its type's words, each once.
  case set([String])
  case truth(Bool)
  case day(Day)
}

/// The kind of value that a fact holds, with the words that it can be.
package enum FactType: Hashable, Sendable {
  case number
  /// Names from low to high.
  case level([String])
  case word([String])
  case set([String])
  case truth
  case day

  /// Whether a value of it says a band and no figure.
  package var isBand: Bool {
    switch self {
    case .level, .set: true
    case .number, .word, .truth, .day: false
    }
  }

  /// The words that a condition may name.
  package var words: [String] {
    switch self {
    case .level(let words), .word(let words), .set(let words): words
    case .number, .truth, .day: []
    }
  }
}

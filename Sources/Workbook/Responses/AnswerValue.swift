package import Rules

/// What was answered, in the shape of its item's kind.
package enum AnswerValue: Hashable, Sendable {
  case text(String)
  case choice(String)
  case choices([String])
  case rating(Int)
  case number(Int)
  case day(Day)
  /// Seats in the set, two different ones.
  case bestWorst(best: Int, worst: Int)
  case record([String: AnswerValue])
  case records([[String: AnswerValue]])
  /// Piles by card; a card may lie nowhere.
  case sort([String: String])
  case rank([String])
  case rankedSeats([Int])
  /// Steps by row, then by column; a cell may be empty.
  case grid([String: [String: Int]])

  /// The value that a fact made of it holds; `nil` where the kind makes none.
  package func factValue(_ kind: ItemKind) -> Value? {
    switch (self, kind) {
    case (.choice(let id), .choice(let options, let ordered)):
      guard ordered else { return .word(id) }
      return options.firstIndex { $0.id == id }.map { .level($0) }
    case (.choices(let ids), .choices(let options, _)):
      return .set(options.map(\.id).filter(ids.contains))
    case (.rating(let step), _): return .number(Double(step))
    case (.number(let number), _): return .number(Double(number))
    case (.day(let day), _): return .day(day)
    case (.record(let values), .record(let fields)):
      guard let first = fields.first else { return nil }
      return values[first.id]?.factValue(first.kind)
    case (.text, _), (.choice, _), (.choices, _), (.bestWorst, _), (.record, _), (.records, _),
      (.sort, _),
      (.rank, _), (.rankedSeats, _), (.grid, _):
      return nil
    }
  }
}

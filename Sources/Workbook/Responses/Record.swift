/// One entry of a list, with its fields as rules read them.
struct Record {
  let values: [String: AnswerValue]

  func words(_ field: String?) -> [String] {
    guard let field, let value = values[field] else { return [] }
    switch value {
    case .choice(let id): return [id]
    case .choices(let ids): return ids
    case .text, .rating, .number, .day, .bestWorst, .record, .records, .sort, .rank, .rankedSeats,
      .grid:
      return []
    }
  }

  func carries(_ wanted: RecordFilter) -> Bool {
    wanted.words.allSatisfy { field, any in words(field).contains(where: any.contains) }
  }

  func number(_ field: String) -> Double? {
    switch values[field] {
    case .number(let number), .rating(let number): Double(number)
    case .text, .choice, .choices, .day, .bestWorst, .record, .records, .sort, .rank, .rankedSeats,
      .grid, nil:
      nil
    }
  }
}

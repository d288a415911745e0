package import JSON
import Rules

/// Why a value does not fit its item.
package indirect enum ShapeProblem: Error, Hashable, Sendable {
  case wantsText
  case textEmpty
  case textTooLong(most: Int)
  case wantsOneOf([String])
  case wantsWhole(low: Int, high: Int)
  case wantsDay
  case wantsList
  case wantsCount(low: Int, high: Int)
  case twice(String)
  case wantsMap
  case fieldMissing(String)
  case fieldUnknown(String)
  case inField(String, ShapeProblem)
  case wantsTwoSeats([Int])
}

extension ItemKind {
  /// Reads a value in the shape of this kind. Null is not read here: it is *rather not say* for every kind.
  package func read(_ plain: JSONValue) -> Result<AnswerValue, ShapeProblem> {
    do { return .success(try value(plain)) } catch { return .failure(error) }
  }

  private func value(_ plain: JSONValue) throws(ShapeProblem) -> AnswerValue {
    switch self {
    case .text(let length): return try text(plain, length)
    case .choice(let options, _): return .choice(try option(plain, options))
    case .choices(let options, let count): return try choices(plain, options, count)
    case .rating(let scale): return .rating(try whole(plain, 0...max(0, scale.count - 1)))
    case .number(let range): return .number(try whole(plain, range))
    case .day:
      guard let day = plain.text.flatMap({ Day($0) }) else { throw .wantsDay }
      return .day(day)
    case .bestWorst(let block): return try seats(plain, block.seats)
    case .record(let fields): return .record(try record(plain, fields))
    case .records(let fields, let count):
      guard let list = plain.list else { throw .wantsList }
      if !count.contains(list.count) {
        throw .wantsCount(low: count.lowerBound, high: count.upperBound)
      }
      var values: [[String: AnswerValue]] = []
      for entry in list { values.append(try record(entry, fields)) }
      return .records(values)
    case .sort(let piles, let cards): return .sort(try sort(plain, piles, cards))
    case .rank(.options(let options), let count):
      guard case .choices(let ids) = try choices(plain, options, count) else { throw .wantsList }
      return .rank(ids)
    case .rank(.seats(let places), let count): return try ranked(plain, places, count)
    case .grid(let down, let across, let scale):
      return .grid(try grid(plain, down, across, scale))
    }
  }

  private func text(_ plain: JSONValue, _ length: ClosedRange<Int>) throws(ShapeProblem)
    -> AnswerValue
  {
    guard let text = plain.text else { throw .wantsText }
    // Length as JSON Schema counts it: by Unicode scalar.
    let count = text.unicodeScalars.count
    if count < length.lowerBound { throw .textEmpty }
    if count > length.upperBound { throw .textTooLong(most: length.upperBound) }
    return .text(text)
  }

  private func option(_ plain: JSONValue, _ options: [AnswerOption]) throws(ShapeProblem) -> String
  {
    guard let id = plain.text, options.contains(where: { $0.id == id }) else {
      throw .wantsOneOf(options.map(\.id))
    }
    return id
  }

  private func choices(
    _ plain: JSONValue, _ options: [AnswerOption], _ count: ClosedRange<Int>
  ) throws(ShapeProblem) -> AnswerValue {
    guard let list = plain.list else { throw .wantsList }
    var ids: [String] = []
    for entry in list {
      let id = try option(entry, options)
      if ids.contains(id) { throw .twice(id) }
      ids.append(id)
    }
    if !count.contains(ids.count) {
      throw .wantsCount(low: count.lowerBound, high: count.upperBound)
    }
    return .choices(ids)
  }

  private func whole(_ plain: JSONValue, _ range: ClosedRange<Int>) throws(ShapeProblem) -> Int {
    guard let whole = plain.whole, range.contains(whole) else {
      throw .wantsWhole(low: range.lowerBound, high: range.upperBound)
    }
    return whole
  }

  private func seats(_ plain: JSONValue, _ seats: [Int]) throws(ShapeProblem) -> AnswerValue {
    guard let list = plain.list, list.count == 2, let best = list[0].whole,
      let worst = list[1].whole, best != worst, seats.contains(best), seats.contains(worst)
    else { throw .wantsTwoSeats(seats) }
    return .bestWorst(best: best, worst: worst)
  }

  private func sort(
    _ plain: JSONValue, _ piles: [AnswerOption], _ cards: [AnswerOption]
  ) throws(ShapeProblem) -> [String: String] {
    guard let pairs = plain.map else { throw .wantsMap }
    var placed: [String: String] = [:]
    for pair in pairs {
      guard cards.contains(where: { $0.id == pair.key }) else { throw .fieldUnknown(pair.key) }
      placed[pair.key] = try option(pair.value, piles)
    }
    return placed
  }

  private func ranked(
    _ plain: JSONValue, _ places: Int, _ count: ClosedRange<Int>
  ) throws(ShapeProblem) -> AnswerValue {
    guard let list = plain.list else { throw .wantsList }
    var seats: [Int] = []
    for entry in list {
      let seat = try whole(entry, 0...max(0, places - 1))
      if seats.contains(seat) { throw .twice(String(seat)) }
      seats.append(seat)
    }
    if !count.contains(seats.count) {
      throw .wantsCount(low: count.lowerBound, high: count.upperBound)
    }
    return .rankedSeats(seats)
  }

  private func grid(
    _ plain: JSONValue, _ down: [AnswerOption], _ across: [AnswerOption], _ scale: [String]
  ) throws(ShapeProblem) -> [String: [String: Int]] {
    guard let rows = plain.map else { throw .wantsMap }
    var cells: [String: [String: Int]] = [:]
    for row in rows {
      guard down.contains(where: { $0.id == row.key }) else { throw .fieldUnknown(row.key) }
      guard let pairs = row.value.map else { throw .inField(row.key, .wantsMap) }
      cells[row.key] = [:]
      for pair in pairs {
        guard across.contains(where: { $0.id == pair.key }) else { throw .fieldUnknown(pair.key) }
        cells[row.key]?[pair.key] = try whole(pair.value, 0...max(0, scale.count - 1))
      }
    }
    return cells
  }

  private func record(
    _ plain: JSONValue, _ fields: [Field]
  ) throws(ShapeProblem) -> [String: AnswerValue] {
    guard let pairs = plain.map else { throw .wantsMap }
    var values: [String: AnswerValue] = [:]
    for pair in pairs {
      guard let field = fields.first(where: { $0.id == pair.key }) else {
        throw .fieldUnknown(pair.key)
      }
      do { values[field.id] = try field.kind.value(pair.value) } catch {
        throw .inField(field.id, error)
      }
    }
    for field in fields where !field.optional && values[field.id] == nil {
      throw .fieldMissing(field.id)
    }
    return values
  }
}

extension AnswerValue {
  /// As it leaves: in JSON, in the store.
  package var plain: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .choice(let id): .text(id)
    case .choices(let ids): .list(ids.map { .text($0) })
    case .rating(let step): .whole(step)
    case .number(let number): .whole(number)
    case .day(let day): .text(day.description)
    case .bestWorst(let best, let worst): .list([.whole(best), .whole(worst)])
    case .record(let values): AnswerValue.plain(values)
    case .records(let list): .list(list.map { AnswerValue.plain($0) })
    case .sort(let placed):
      .map(placed.sorted { $0.key < $1.key }.map { JSONValue.Pair($0.key, .text($0.value)) })
    case .rank(let ids): .list(ids.map { .text($0) })
    case .rankedSeats(let seats): .list(seats.map { .whole($0) })
    case .grid(let rows):
      .map(
        rows.sorted { $0.key < $1.key }.map { row in
          let cells = row.value.sorted { $0.key < $1.key }
          return JSONValue.Pair(
            row.key, .map(cells.map { JSONValue.Pair($0.key, .whole($0.value)) }))
        })
    }
  }

  private static func plain(_ values: [String: AnswerValue]) -> JSONValue {
    .map(values.sorted { $0.key < $1.key }.map { JSONValue.Pair($0.key, $0.value.plain) })
  }
}

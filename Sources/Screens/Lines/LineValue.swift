import JSON
import Workbook

/// A value as it is typed in a line: options by their numbers.
enum LineValue {
  static func read(_ text: String, _ kind: ItemKind) -> Result<JSONValue, ShapeProblem> {
    switch kind {
    case .choice(let options, _):
      guard let number = Int(text), options.indices.contains(number &- 1) else {
        return .failure(.wantsWhole(low: 1, high: options.count))
      }
      return .success(.text(options[number - 1].id))
    case .rating(let scale):
      guard let number = Int(text), scale.indices.contains(number &- 1) else {
        return .failure(.wantsWhole(low: 1, high: scale.count))
      }
      return .success(.whole(number - 1))
    case .choices(let options, _): return choices(text, options, kind)
    case .text, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      return TypedValue.read(text, kind)
    }
  }

  private static func choices(
    _ text: String, _ options: [AnswerOption], _ kind: ItemKind
  ) -> Result<JSONValue, ShapeProblem> {
    if text.lowercased() == "none" { return kind.read(.list([])).map(\.plain) }
    let numbers = text.split { $0 == " " || $0 == "," }.map { Int($0) }
    var ids: [JSONValue] = []
    for number in numbers {
      guard let number, options.indices.contains(number &- 1) else {
        return .failure(.wantsWhole(low: 1, high: options.count))
      }
      ids.append(.text(options[number - 1].id))
    }
    return kind.read(.list(ids)).map(\.plain)
  }
}

/// What an answer says, in one line of words.
enum HeldWords {
  static func words(_ value: JSONValue, _ kind: ItemKind) -> String {
    func title(_ id: String?) -> String {
      kind.options.first { $0.id == id }?.title ?? id ?? ""
    }
    switch kind {
    case .choice: return title(value.text)
    case .choices: return (value.list ?? []).map { title($0.text) }.joined(separator: ", ")
    case .rating(let scale):
      return value.whole.flatMap { scale.indices.contains($0) ? scale[$0] : nil } ?? ""
    case .bestWorst(let block):
      let seats = (value.list ?? []).compactMap(\.whole)
      return seats.compactMap { block.cards.indices.contains($0) ? block.cards[$0].title : nil }
        .joined(separator: " · ")
    case .record(let fields):
      let values = (value.map ?? []).reduce(into: [String: JSONValue]()) { $0[$1.key] = $1.value }
      return RecordEditor.summary(values, fields)
    case .records(let fields, _):
      return (value.list ?? []).map { entry in
        let values = (entry.map ?? []).reduce(into: [String: JSONValue]()) { $0[$1.key] = $1.value }
        return RecordEditor.summary(values, fields)
      }.joined(separator: "; ")
    case .sort(let piles, let cards):
      return piles.map { pile in
        let on = cards.filter { value[$0.id]?.text == pile.id }.map(\.title)
        return pile.title + ": " + on.joined(separator: ", ")
      }.joined(separator: "; ")
    case .rank: return (value.list ?? []).map { title($0.text) }.joined(separator: ", ")
    case .text, .number, .day, .grid: return value.text ?? value.whole.map(String.init) ?? ""
    }
  }
}

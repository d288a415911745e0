import JSON
import Rules
import Workbook

/// An answer in the reader's words, from the answer alone.
enum AnswerWords {
  static func words(
    _ value: AnswerValue, _ kind: ItemKind, of: JSONValue?, pack: Pack, item: Item
  ) -> String {
    func title(_ id: String) -> String { kind.options.first { $0.id == id }?.title ?? id }
    switch value {
    case .text(let text): return text
    case .choice(let id): return title(id)
    case .choices(let ids), .rank(let ids): return ids.map(title).joined(separator: "; ")
    case .rating(let step):
      if case .rating(let scale) = kind, scale.indices.contains(step) { return scale[step] }
      return String(step)
    case .number(let number): return String(number)
    case .day(let day): return day.description
    case .bestWorst(let best, let worst):
      return [best, worst].compactMap { card($0, kind, of, pack, item) }.joined(separator: " – ")
    case .rankedSeats(let seats):
      return seats.compactMap { card($0, kind, of, pack, item) }.joined(separator: ", ")
    case .record(let values): return record(values, kind, pack, item)
    case .records(let list):
      return list.map { record($0, kind, pack, item) }.joined(separator: "; ")
    case .sort(let placed): return sort(placed, kind)
    case .grid(let rows): return grid(rows, kind)
    }
  }

  /// The card at a seat: of the fixed set, or of the answer that this one was drawn from.
  private static func card(
    _ seat: Int, _ kind: ItemKind, _ of: JSONValue?, _ pack: Pack, _ item: Item
  ) -> String? {
    if case .bestWorst(let block) = kind, block.cards.indices.contains(seat) {
      return block.cards[seat].title
    }
    guard let ids = of?.list?.compactMap(\.text), ids.indices.contains(seat), let from = item.from
    else { return nil }
    return pack.items[from].kind.options.first { $0.id == ids[seat] }?.title
  }

  private static func record(
    _ values: [String: AnswerValue], _ kind: ItemKind, _ pack: Pack, _ item: Item
  ) -> String {
    let fields: [Field]
    switch kind {
    case .record(let own), .records(let own, _): fields = own
    default: fields = []
    }
    return fields.compactMap { field in
      values[field.id].map { words($0, field.kind, of: nil, pack: pack, item: item) }
    }.joined(separator: " · ")
  }

  private static func sort(_ placed: [String: String], _ kind: ItemKind) -> String {
    guard case .sort(let piles, let cards) = kind else { return "" }
    return piles.compactMap { pile in
      let on = cards.filter { placed[$0.id] == pile.id }.map(\.title)
      return on.isEmpty ? nil : pile.title + ": " + on.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func grid(_ rows: [String: [String: Int]], _ kind: ItemKind) -> String {
    guard case .grid(let down, let across, let scale) = kind else { return "" }
    return down.compactMap { row in
      let cells = across.compactMap { column -> String? in
        guard let step = rows[row.id]?[column.id], scale.indices.contains(step) else { return nil }
        return column.title + " " + scale[step]
      }
      return cells.isEmpty ? nil : row.title + ": " + cells.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

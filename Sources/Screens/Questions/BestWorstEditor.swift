import JSON
import Rules
import TextUI
import Workbook

/// A few cards: first the one that matters most, then the one that matters least.
struct BestWorstEditor: Hashable, Sendable {
  let item: Int
  /// Seats in the order on the screen.
  private let seats: [Int]
  private let cards: [AnswerOption]
  private var best: Int?
  private let heldBest: Int?
  private let heldWorst: Int?
  var box: ListBox

  init(item: Int, block: BestWorstBlock, _ session: OpenWorkbook) {
    self.item = item
    let cards = BestWorstEditor.cards(item, block, session)
    var seats = block.seats.filter { cards.indices.contains($0) }
    var generator = SplitMix64(state: session.seed &+ UInt64(item))
    generator.shuffle(&seats)
    self.seats = seats
    self.cards = cards
    let held = session.held(item)?.list
    heldBest = held?.first?.whole
    heldWorst = held?.last?.whole
    box = ListBox([])
    box = ListBox(rows(session))
  }

  /// The whole set: fixed, or what another answer holds.
  static func cards(_ item: Int, _ block: BestWorstBlock, _ session: OpenWorkbook) -> [AnswerOption]
  {
    guard let from = session.pack.items[item].from else { return block.cards }
    let ids = session.given(from)?.list?.compactMap(\.text) ?? []
    let options = session.pack.items[from].kind.options
    return ids.compactMap { id in options.first { $0.id == id } }
  }

  private func rows(_ session: OpenWorkbook) -> [ListBox.Row] {
    seats.map { seat in
      let shownBest = best ?? (best == nil ? heldBest : nil)
      let sign =
        seat == shownBest ? "(+)" : best == nil && seat == heldWorst ? "(-)" : "( )"
      return ListBox.Row(cards[seat].title, text: cards[seat].text, sign: sign)
    }
  }

  mutating func perform(_ command: Command) -> EditorOutcome {
    switch command {
    case .take, .toggle: return take()
    case .pick(let digit): return box.type(digit) == .final ? take() : .stay
    default:
      box.move(command)
      return .stay
    }
  }

  /// Whether the first of the two was chosen, so that Esc takes it back.
  var isHalf: Bool { best != nil }

  mutating func takeBack() {
    best = nil
    resign()
  }

  private mutating func take() -> EditorOutcome {
    let seat = seats[box.focus]
    guard let best else {
      best = seat
      resign()
      box.focus(on: box.focus == 0 ? 1 : 0)
      return .stay
    }
    if seat == best { return .stay }
    let value = JSONValue.list([.whole(best), .whole(seat)])
    return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: true)
  }

  private mutating func resign() {
    for (place, seat) in seats.enumerated() {
      box.rows[place].sign = seat == best ? "(+)" : "( )"
    }
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    sheet.paragraph(session.phrases(best == nil ? .bestWorstBest : .bestWorstWorst), .key)
    sheet.list(box)
  }
}

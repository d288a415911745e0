import JSON
import TextUI
import Workbook

/// One of several: Enter or its number takes it and goes on.
struct ChoiceEditor: Hashable, Sendable {
  let item: Int
  let values: [JSONValue]
  var box: ListBox

  init(item: Int, options: [(String, String)], values: [JSONValue], _ session: OpenWorkbook) {
    self.item = item
    self.values = values
    let held = session.held(item)
    let rows = zip(options, values).map { option, value in
      ListBox.Row(option.0, text: option.1, sign: value == held ? "(*)" : "( )")
    }
    box = ListBox(rows, focus: values.firstIndex { $0 == held } ?? 0)
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

  private func take() -> EditorOutcome {
    .answer([EditorOutcome.ItemAnswer(item: item, value: values[box.focus])], goOn: true)
  }
}

extension ListBox {
  /// The commands that move in any list.
  mutating func move(_ command: Command) {
    switch command {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -8)
    case .pageDown: move(by: 8)
    case .first: moveToFirst()
    case .last: moveToLast()
    case .left, .right, .nextField, .previousField, .take, .toggle, .pick, .raise, .lower,
      .ratherNot, .finish, .add, .remove, .back, .quit, .help, .people, .why, .undo, .redo,
      .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue, .whatIf, .tryOut, .compare,
      .palette,
      .find, .findNext, .findBefore, .settings:
      break
    }
  }
}

/// Any of several: Space or a number puts one in or out, Enter takes what is in.
struct ChoicesEditor: Hashable, Sendable {
  let item: Int
  let options: [AnswerOption]
  let count: ClosedRange<Int>
  var chosen: [String]
  /// Where cards lie in the sort that offered them.
  private let piles: [String: Pile]
  var box: ListBox

  init(item: Int, options: [AnswerOption], count: ClosedRange<Int>, _ session: OpenWorkbook) {
    self.item = item
    self.count = count
    piles = ChoicesEditor.piles(item, options, session)
    let piles = piles
    // Cards that were laid on piles before: the highest pile first.
    self.options = options.enumerated().sorted { one, other in
      let ranks = (piles[one.element.id]?.rank ?? 0, piles[other.element.id]?.rank ?? 0)
      return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 > ranks.1
    }.map(\.element)
    let address = session.pack.items[item].address.description
    let draft = session.drafts[address].map { $0.text.split(separator: " ").map(String.init) }
    chosen = draft ?? session.held(item)?.list?.compactMap(\.text) ?? []
    box = ListBox([])
    box = ListBox(rows)
  }

  private struct Pile: Hashable, Sendable {
    var rank: Int
    var title: String
  }

  /// What a sort of the same cards in the same exercise says of them.
  private static func piles(
    _ item: Int, _ options: [AnswerOption], _ session: OpenWorkbook
  ) -> [String: Pile] {
    let exercise = session.pack.exercises[session.pack.exerciseOfItem[item]]
    for place in exercise.items {
      if case .sort(let piles, let cards) = session.pack.items[place].kind, cards == options,
        case .sort(let placed)? = session.reading.counting(place)
      {
        return placed.compactMapValues { id in
          piles.firstIndex { $0.id == id }.map { Pile(rank: $0, title: piles[$0].title) }
        }
      }
    }
    return [:]
  }

  private var rows: [ListBox.Row] {
    options.map { option in
      ListBox.Row(
        option.title, text: option.text, sign: chosen.contains(option.id) ? "[x]" : "[ ]",
        note: piles[option.id]?.title ?? "")
    }
  }

  mutating func perform(_ command: Command, _ session: OpenWorkbook) -> EditorOutcome {
    switch command {
    case .toggle: return toggle(session)
    case .pick(let digit): return box.type(digit) == .final ? toggle(session) : .stay
    case .take, .finish: return take(session)
    default:
      box.move(command)
      return .stay
    }
  }

  private mutating func toggle(_ session: OpenWorkbook) -> EditorOutcome {
    let id = options[box.focus].id
    if let place = chosen.firstIndex(of: id) {
      chosen.remove(at: place)
    } else if chosen.count < count.upperBound {
      chosen.append(id)
    } else {
      return .say(session.phrases(.atMost, ["most": String(count.upperBound)]))
    }
    box.rows = rows
    // Whole at once; what is not yet enough is a draft, so that no tick is lost on the way out.
    guard count.contains(chosen.count) else {
      let isHeld = session.held(item)?.list != nil
      return .draft(Draft(chosen.joined(separator: " "), cursor: isHeld ? 0 : nil))
    }
    return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: false)
  }

  private var value: JSONValue { .list(chosen.map { .text($0) }) }

  private func take(_ session: OpenWorkbook) -> EditorOutcome {
    guard count.contains(chosen.count) else {
      return .say(
        session.phrases(
          .howMany,
          ["least": String(count.lowerBound), "most": String(count.upperBound)]))
    }
    return .answer([EditorOutcome.ItemAnswer(item: item, value: value)], goOn: true)
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    if count.upperBound < options.count {
      sheet.paragraph(
        session.phrases(
          .chosenOf,
          ["chosen": String(chosen.count), "most": String(count.upperBound)]), .hint)
    }
    sheet.list(box)
  }
}

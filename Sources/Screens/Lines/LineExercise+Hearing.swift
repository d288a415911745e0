import JSON
import Workbook

/// What a line at a question comes to.
extension LineExercise {
  private static let commands: Set<String> = ["back", "skip", "not", "rather not", "why"]

  /// Whether a word is a command here, and of this question alone. Where an entry begins, *done* is asked for in so many words.
  func isCommand(_ word: String, _ session: OpenWorkbook) -> Bool {
    if word == "done" {
      return field > 0 && mayEnd(asked(session.pack.items[item].kind.fields, session))
    }
    return LineExercise.commands.contains(word)
  }

  mutating func hear(_ text: String, _ session: OpenWorkbook) -> LineOutcome {
    switch text.lowercased() {
    case "back":
      if let field = stepBack(session) { return .say(field) }
      return .backward
    case "skip": return .forward
    case "not", "rather not":
      if field > 0 { return .say([session.phrases(.plainNotInEntry)] + prompt(session)) }
      return .answer(item, .null)
    case "why": return .say(method(session) + question(session))
    default: break
    }
    let isCompound = isCompound(session)
    if text.isEmpty, !isCompound {
      if let kept = session.kept(item), session.held(item) != nil {
        let given = session.reading.answers.given[item]
        let isEarlier = (given?.round ?? session.round) < session.round
        return isEarlier ? .answer(item, kept) : .forward
      }
      return .say(prompt(session))
    }
    return hearAnswer(text, session)
  }

  /// Within a record, back to the field that was said last; `nil` where nothing of it is said.
  private mutating func stepBack(_ session: OpenWorkbook) -> [String]? {
    let all = asked(session.pack.items[item].kind.fields, session)
    guard let last = fields.last, let place = all.firstIndex(where: { $0.id == last.key }) else {
      return nil
    }
    fields.removeLast()
    field = place
    half = ""
    return ask(all[place], session)
  }

  /// Holds words that are too long, so that they can be shortened.
  ///
  /// - Returns: how far they are over; `nil` where that is not what is wrong.
  private mutating func holdLong(
    _ text: String, _ kind: ItemKind, _ session: OpenWorkbook
  ) -> [String]? {
    guard let over = session.over(text, kind) else { return nil }
    half = text
    return [over]
  }

  private func isCompound(_ session: OpenWorkbook) -> Bool {
    switch session.pack.items[item].kind {
    case .record, .records: true
    case .text, .choice, .choices, .rating, .number, .day, .bestWorst, .sort, .rank, .grid: false
    }
  }

  /// A line that is no command that works at any question.
  ///
  /// - Parameter isAnswer: whether *done* does not end an entry either.
  mutating func hearAnswer(
    _ text: String, _ session: OpenWorkbook, isAnswer: Bool = false
  ) -> LineOutcome {
    let kind = session.pack.items[item].kind
    switch kind {
    case .bestWorst(let block): return hearBestWorst(text, block, session)
    case .record(let all): return hearField(text, asked(all, session), session, isAnswer)
    case .records(let all, _):
      let fields = asked(all, session)
      if field == 0, !isAnswer, text.lowercased() == "done" { return finish(session) }
      return hearField(text, fields, session, isAnswer)
    case .sort(let piles, let cards):
      if text.lowercased() == "done" { return .forward }
      guard let number = Int(text), piles.indices.contains(number &- 1) else {
        return .say(prompt(session))
      }
      return place(.text(piles[number - 1].id), at: [cards[step(session)].id], session)
    case .grid(let all, let across, let scale):
      let down = session.rows(asked: item, all)
      if text.lowercased() == "done" { return .forward }
      guard let number = Int(text), scale.indices.contains(number &- 1) else {
        return .say(prompt(session))
      }
      let cell = step(session)
      let path = [down[cell / across.count].id, across[cell % across.count].id]
      return place(.whole(number - 1), at: path, session)
    case .rank(let source, _): return hearRank(text, source, kind, session)
    case .text, .choice, .choices, .rating, .number, .day:
      switch LineValue.read(text, shown(kind, session)) {
      case .success(let value): return .answer(item, value)
      case .failure(let problem):
        if let over = holdLong(text, kind, session) { return .say(over) }
        return .say([problem.sentence(session.phrases)] + prompt(session))
      }
    }
  }

  /// The kind with the options that are offered, by whose numbers an answer is typed.
  private func shown(_ kind: ItemKind, _ session: OpenWorkbook) -> ItemKind {
    guard case .choice(let options, let ordered) = kind else { return kind }
    return .choice(session.rows(asked: item, options), ordered: ordered)
  }

  /// Puts a value into the map that the item holds; the last open place ends the item.
  private func place(_ value: JSONValue, at path: [String], _ session: OpenWorkbook) -> LineOutcome
  {
    let held = session.held(item) ?? .map([])
    let whole = held.setting(value, at: path[...])
    return isFull(whole, session) ? .answer(item, whole) : .keep(item, whole)
  }

  private func isFull(_ value: JSONValue, _ session: OpenWorkbook) -> Bool {
    switch session.pack.items[item].kind {
    case .sort(_, let cards): cards.allSatisfy { value[$0.id] != nil }
    case .grid(let down, let across, _):
      session.rows(asked: item, down).allSatisfy { row in
        across.allSatisfy { value[row.id]?[$0.id] != nil }
      }
    default: true
    }
  }

  private func hearRank(
    _ text: String, _ source: RankSource, _ kind: ItemKind, _ session: OpenWorkbook
  ) -> LineOutcome {
    let options = RankEditor.options(item, source, session)
    let numbers = text.split { $0 == " " || $0 == "," }.map { Int($0) }
    var values: [JSONValue] = []
    for number in numbers {
      guard let number, options.indices.contains(number &- 1) else {
        return .say(prompt(session))
      }
      if case .seats = source {
        values.append(.whole(number - 1))
      } else {
        values.append(.text(options[number - 1].id))
      }
    }
    switch kind.read(.list(values)) {
    case .success(let value): return .answer(item, value.plain)
    case .failure(let problem): return .say([problem.sentence(session.phrases)] + prompt(session))
    }
  }

  private mutating func hearBestWorst(
    _ text: String, _ block: BestWorstBlock, _ session: OpenWorkbook
  ) -> LineOutcome {
    guard let number = Int(text), block.seats.indices.contains(number &- 1),
      block.seats[number - 1] != best
    else { return .say(prompt(session)) }
    guard let best else {
      self.best = block.seats[number - 1]
      return .say(prompt(session))
    }
    return .answer(item, .list([.whole(best), .whole(block.seats[number - 1])]))
  }

  private mutating func hearField(
    _ text: String, _ all: [Field], _ session: OpenWorkbook, _ isAnswer: Bool
  ) -> LineOutcome {
    let present = all[field]
    if !isAnswer, text.lowercased() == "done", mayEnd(all) {
      field = all.count - 1
    } else if text.isEmpty {
      guard present.optional else { return .say(ask(present, session)) }
    } else {
      switch LineValue.read(text, present.kind) {
      case .success(let value):
        fields.append(JSONValue.Pair(present.id, value))
        half = ""
      case .failure(let problem):
        if let over = holdLong(text, present.kind, session) { return .say(over) }
        return .say([problem.sentence(session.phrases)] + ask(present, session))
      }
    }
    let remark = [present.remarks.first(on: text)].compactMap { $0 }
    let known = said
    repeat { field += 1 } while field < all.count && known[all[field].id] != nil
    if field < all.count {
      // Said once, where what must be said is said.
      let rest = !present.optional && mayEnd(all) ? [session.phrases(.plainRest)] : []
      return .say(remark + left(session) + rest + ask(all[field], session))
    }
    if let total = session.pack.items[item].total {
      if RecordEditor.given(said) != total {
        let left = left(session)
        begin(session)
        return .say(left + prompt(session))
      }
    }
    let record = JSONValue.map(fields)
    if case .records = session.pack.items[item].kind {
      // Kept at once: what was said must survive a closed pipe.
      let list = JSONValue.list((session.kept(item)?.list ?? []) + [record])
      if case .failure(let problem) = session.pack.items[item].kind.read(list) {
        // The entry waits as a draft.
        field = all.count - 1
        return .say([problem.sentence(session.phrases)] + prompt(session))
      }
      begin(session)
      return .keep(item, list)
    }
    begin(session)
    return .answer(item, record)
  }

  /// The list as it stands, an empty one too.
  private func finish(_ session: OpenWorkbook) -> LineOutcome {
    .answer(item, session.kept(item) ?? .list([]))
  }
}

import Plain
import Workbook

/// One exercise in lines: which item is asked, and, of a record, which field.
struct LinearExercise: Hashable, Sendable {
  let exercise: Int
  let isLong: Bool
  private(set) var item: Int
  /// The best of a best-worst choice, once it is said.
  private var best: Int?
  private var fields: [Plain.Pair] = []
  private var field = 0

  enum Heard: Hashable {
    case say([String])
    case answer(Int, Plain)
    /// Part of an answer, kept at once; the item goes on.
    case keep(Int, Plain)
    case forward
    case backward
  }

  init?(_ exercise: Int, isLong: Bool, at wanted: Int? = nil, _ session: Session) {
    self.exercise = exercise
    self.isLong = isLong
    let items = session.reading.items(in: session.pack.exercises[exercise], long: isLong)
    guard let first = items.first(where: { !session.reading.isDone($0) }) ?? items.first else {
      return nil
    }
    item = wanted ?? first
    begin(session)
    takeUpDraft(session)
  }

  /// Goes to the next or the previous asked item; `false` at either end.
  mutating func turn(by step: Int, _ session: Session) -> Bool {
    let items = session.reading.items(in: session.pack.exercises[exercise], long: isLong)
    let next =
      step > 0 ? items.first { $0 > item } : items.last { $0 < item }
    guard let next else { return false }
    item = next
    begin(session)
    takeUpDraft(session)
    return true
  }

  private mutating func begin(_ session: Session) {
    best = nil
    field = 0
    fields = []
  }

  /// Takes up an entry that was half written, here or on the screen; the first line of a list's question says so.
  private mutating func takeUpDraft(_ session: Session) {
    guard case .records(let all, _) = session.pack.items[item].kind,
      let text = session.drafts[session.pack.items[item].address.description]?.text,
      let half = (try? Plain.json(text))?.map
    else { return }
    for one in all {
      guard let pair = half.first(where: { $0.key == one.id }),
        case .success(let value) = one.kind.read(TypedValue.ofDraft(pair.value, one.kind))
      else { continue }
      fields.append(Plain.Pair(one.id, value.plain))
    }
    // On with the first that must be said, else with what comes after the last one said.
    let said = said
    let last = all.lastIndex { said[$0.id] != nil } ?? -1
    field = all.firstIndex { !$0.optional && said[$0.id] == nil } ?? (last + 1)
    if field >= all.count {
      field = all.count - 1
      fields.removeAll { $0.key == all[field].id }
    }
  }

  /// The fields said so far, by their id.
  private var said: [String: Plain] { fields.reduce(into: [:]) { $0[$1.key] = $1.value } }

  /// A record as far as it is said, where all that must be said is; `nil` where not, and for a list, which keeps drafts.
  func wholeRecord(_ session: Session) -> Plain? {
    let place = session.pack.items[item]
    guard case .record(let all) = place.kind, !fields.isEmpty else { return nil }
    // What was not asked again yet stands as it stood.
    var entry = (session.held(item)?.map ?? []).reduce(into: [String: Plain]()) {
      $0[$1.key] = $1.value
    }
    entry.merge(said) { $1 }
    let pairs = all.compactMap { field in entry[field.id].map { Plain.Pair(field.id, $0) } }
    guard place.total.map({ RecordEditor.given(entry) == $0 }) ?? true,
      case .success(let value) = ItemKind.record(asked(all, session)).read(.map(pairs))
    else { return nil }
    return value.plain
  }

  /// A half-written entry of a list; empty where none is.
  func draft(_ session: Session) -> String {
    guard case .records = session.pack.items[item].kind, !fields.isEmpty else { return "" }
    return Plain.map(fields).json
  }

  /// Fields as they are asked now.
  private func asked(_ fields: [Field], _ session: Session) -> [Field] {
    session.asked(fields, held: session.named(in: fields, of: item))
  }

  // MARK: - Asking

  func question(_ session: Session) -> [String] {
    let pack = session.pack
    let item = pack.items[self.item]
    let items = session.reading.items(in: pack.exercises[exercise], long: isLong)
    var lines = [""]
    let number = (items.firstIndex(of: self.item) ?? 0) + 1
    lines.append(
      session.phrases(
        .plainProgress,
        [
          "exercise": pack.exercises[exercise].title, "number": String(number),
          "of": String(items.count),
        ]))
    lines += [item.stem, item.text, item.hint, session.privateWarning(of: self.item)]
      .filter { !$0.isEmpty }
    if session.keepsPage([self.item]) { return lines + [session.phrases(.plainKeptHere)] }
    if session.guided?.isClientOnly == true, item.repeatsAnswers {
      return lines + [session.phrases(.plainRepeats)]
    }
    return lines + prompt(session)
  }

  private func prompt(_ session: Session) -> [String] {
    let phrases = session.phrases
    switch session.pack.items[item].kind {
    case .choice(let all, _):
      let options = session.rows(asked: item, all)
      return numbered(options) + held(session) + choose(options.count, phrases)
    case .rating(let scale):
      return scale.enumerated().map { "\($0 + 1). \($1)" } + held(session)
        + choose(scale.count, phrases)
    case .choices(let options, _):
      return numbered(options) + held(session) + [phrases(.plainChooseMany)]
    case .bestWorst(let block):
      let cards = BestWorstEditor.cards(item, block, session)
      let shown = block.seats.filter { cards.indices.contains($0) }.map { cards[$0] }
      let count = ["count": String(shown.count)]
      return best == nil
        ? numbered(shown) + held(session) + [phrases(.plainMost, count)]
        : [phrases(.plainLeast, count)]
    case .text:
      return TextEditor.foothold(session.pack.items[item], session) + held(session)
        + [phrases(.plainType)]
    case .number, .day:
      return [TypedValue.hint(session.pack.items[item].kind, phrases)] + held(session)
        + [phrases(.plainType)]
    case .record(let all): return left(session) + ask(asked(all, session)[field], session)
    case .records(let all, _):
      let fields = asked(all, session)
      let entry = phrases(
        .plainEntry, ["count": String((session.held(item)?.list?.count ?? 0) + 1)])
      let isSaid = !fields.isEmpty && !self.fields.isEmpty && session.guided?.isClientOnly != true
      let half = isSaid ? [halfSaid(fields, session)] : []
      return (field == 0 ? held(session) + [entry] : half) + ask(fields[field], session)
    case .sort(let piles, let cards):
      let card = cards[min(step(session), cards.count - 1)]
      let place = phrases(
        .plainCard, ["number": String(step(session) + 1), "of": String(cards.count)])
      return [place, card.title + (card.text.isEmpty ? "" : ". " + card.text)] + numbered(piles)
        + [phrases(.plainChooseDone, ["count": String(piles.count)])]
    case .rank(let source, let count):
      let options = RankEditor.options(item, source, session)
      return numbered(options) + held(session)
        + [phrases(.plainRank, ["count": String(min(count.upperBound, options.count))])]
    case .grid(let all, let across, let scale):
      let down = session.rows(asked: item, all)
      let place = step(session)
      let row = down[min(place / across.count, down.count - 1)]
      return [
        phrases(.plainCell, ["row": row.title, "column": across[place % across.count].title])
      ]
        + scale.enumerated().map { "\($0 + 1). \($1)" }
        + [phrases(.plainChooseDone, ["count": String(scale.count)])]
    }
  }

  /// The first card or cell that is still open; the last where none is.
  private func step(_ session: Session) -> Int {
    let held = session.held(item)
    switch session.pack.items[item].kind {
    case .sort(_, let cards):
      return cards.firstIndex { held?[$0.id] == nil } ?? cards.count - 1
    case .grid(let all, let across, _):
      let cells = session.rows(asked: item, all).flatMap { row in across.map { (row.id, $0.id) } }
      return cells.firstIndex { held?[$0.0]?[$0.1] == nil } ?? cells.count - 1
    default: return 0
    }
  }

  /// Whether all that must be said of an entry is said, and something may be left out.
  private func mayEnd(_ all: [Field]) -> Bool {
    all.indices.contains(field) && said.count > 0
      && all.allSatisfy { $0.optional || said[$0.id] != nil }
      && all[field...].contains(where: \.optional)
  }

  /// How much of a sum is left to give.
  private func left(_ session: Session) -> [String] {
    guard let total = session.pack.items[item].total, session.guided?.isClientOnly != true else {
      return []
    }
    return [RecordEditor.left(total, said, session.phrases)]
  }

  /// What stands of the entry that is being written.
  private func halfSaid(_ all: [Field], _ session: Session) -> String {
    session.phrases(.plainHalf, ["value": RecordEditor.summary(said, all)])
  }

  private func ask(_ field: Field, _ session: Session) -> [String] {
    let phrases = session.phrases
    let title = phrases(
      field.optional ? .plainFieldOptional : .plainField, ["field": field.title])
    switch field.kind {
    case .choice(let options, _), .choices(let options, _):
      return [title] + numbered(options)
    case .rating(let scale): return [title] + scale.enumerated().map { "\($0 + 1). \($1)" }
    case .number, .day: return [title, TypedValue.hint(field.kind, phrases)]
    case .text, .bestWorst, .record, .records, .sort, .rank, .grid:
      return [title] + TextEditor.foothold(field.examples, field.smaller, session)
    }
  }

  private func numbered(_ options: [AnswerOption]) -> [String] {
    options.enumerated().map { place, option in
      "\(place + 1). \(option.title)" + (option.text.isEmpty ? "" : ". \(option.text)")
    }
  }

  private func choose(_ count: Int, _ phrases: PhraseBook) -> [String] {
    [phrases(.plainChoose, ["count": String(count)])]
  }

  private func held(_ session: Session) -> [String] {
    guard session.guided?.isClientOnly != true, let value = session.held(item) else { return [] }
    if value == .null { return [session.phrases(.ratherNotHeld)] }
    let words = HeldWords.words(value, session.pack.items[item].kind)
    let phrase: Phrase = session.reading.isCarried(item) ? .plainStillTrue : .plainHeld
    return words.isEmpty ? [] : [session.phrases(phrase, ["value": words])]
  }

  private func method(_ session: Session) -> [String] {
    session.methodLines(session.pack.exercises[exercise].method).map {
      session.phrases($0.title) + ": " + $0.text
    }
  }

  // MARK: - Hearing

  mutating func hear(_ text: String, _ session: Session) -> Heard {
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
  private mutating func stepBack(_ session: Session) -> [String]? {
    let all = asked(session.pack.items[item].kind.fields, session)
    guard let last = fields.last, let place = all.firstIndex(where: { $0.id == last.key }) else {
      return nil
    }
    fields.removeLast()
    field = place
    return ask(all[place], session)
  }

  private func isCompound(_ session: Session) -> Bool {
    switch session.pack.items[item].kind {
    case .record, .records: true
    case .text, .choice, .choices, .rating, .number, .day, .bestWorst, .sort, .rank, .grid: false
    }
  }

  private mutating func hearAnswer(_ text: String, _ session: Session) -> Heard {
    let kind = session.pack.items[item].kind
    switch kind {
    case .bestWorst(let block): return hearBestWorst(text, block, session)
    case .record(let all): return hearField(text, asked(all, session), session)
    case .records(let all, _):
      let fields = asked(all, session)
      if field == 0 && text.lowercased() == "done" { return finish(session) }
      return hearField(text, fields, session)
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
      switch LinearValue.read(text, shown(kind, session)) {
      case .success(let value): return .answer(item, value)
      case .failure(let problem): return .say([problem.sentence(session.phrases)] + prompt(session))
      }
    }
  }

  /// The kind with the options that are offered, by whose numbers an answer is typed.
  private func shown(_ kind: ItemKind, _ session: Session) -> ItemKind {
    guard case .choice(let options, let ordered) = kind else { return kind }
    return .choice(session.rows(asked: item, options), ordered: ordered)
  }

  /// Puts a value into the map that the item holds; the last open place ends the item.
  private func place(_ value: Plain, at path: [String], _ session: Session) -> Heard {
    let held = session.held(item) ?? .map([])
    let whole = held.setting(value, at: path[...])
    return isFull(whole, session) ? .answer(item, whole) : .keep(item, whole)
  }

  private func isFull(_ value: Plain, _ session: Session) -> Bool {
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
    _ text: String, _ source: RankSource, _ kind: ItemKind, _ session: Session
  ) -> Heard {
    let options = RankEditor.options(item, source, session)
    let numbers = text.split { $0 == " " || $0 == "," }.map { Int($0) }
    var values: [Plain] = []
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
    _ text: String, _ block: BestWorstBlock, _ session: Session
  ) -> Heard {
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
    _ text: String, _ all: [Field], _ session: Session
  ) -> Heard {
    let present = all[field]
    if text.lowercased() == "done", mayEnd(all) {
      field = all.count - 1
    } else if text.isEmpty {
      guard present.optional else { return .say(ask(present, session)) }
    } else {
      switch LinearValue.read(text, present.kind) {
      case .success(let value): fields.append(Plain.Pair(present.id, value))
      case .failure(let problem):
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
    let record = Plain.map(fields)
    field = 0
    fields = []
    if case .records = session.pack.items[item].kind {
      // Kept at once: what was said must survive a closed pipe.
      let list = Plain.list((session.kept(item)?.list ?? []) + [record])
      if case .failure(let problem) = session.pack.items[item].kind.read(list) {
        return .say([problem.sentence(session.phrases)] + prompt(session))
      }
      return .keep(item, list)
    }
    return .answer(item, record)
  }

  /// The list as it stands, an empty one too.
  private func finish(_ session: Session) -> Heard {
    .answer(item, session.kept(item) ?? .list([]))
  }
}

extension Item {
  /// Whether what is asked repeats words or choices of earlier answers.
  var repeatsAnswers: Bool {
    from != nil || among != nil || kind.fields.contains { $0.names != nil }
  }
}

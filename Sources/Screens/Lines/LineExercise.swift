import JSON
import Workbook

/// One exercise in lines: which item is asked, and, of a record, which field.
struct LineExercise: Hashable, Sendable {
  let exercise: Int
  let isLong: Bool
  private(set) var item: Int
  /// The best of a best-worst choice, once it is said.
  var best: Int?
  var fields: [JSONValue.Pair] = []
  var field = 0
  /// Words that are no answer yet: too long, or perhaps a command. Of a record, those of the field that is asked.
  var half = ""

  enum LineOutcome: Hashable {
    case say([String])
    case answer(Int, JSONValue)
    /// Part of an answer, kept at once; the item goes on.
    case keep(Int, JSONValue)
    case forward
    case backward
  }

  init?(_ exercise: Int, isLong: Bool, at wanted: Int? = nil, _ session: OpenWorkbook) {
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
  mutating func turn(by step: Int, _ session: OpenWorkbook) -> Bool {
    let items = session.reading.items(in: session.pack.exercises[exercise], long: isLong)
    let next =
      step > 0 ? items.first { $0 > item } : items.last { $0 < item }
    guard let next else { return false }
    item = next
    begin(session)
    takeUpDraft(session)
    return true
  }

  mutating func begin(_ session: OpenWorkbook) {
    best = nil
    field = 0
    fields = []
    half = ""
  }

  /// Takes up what was half written, here or on the screen; the first line of its question says so.
  mutating func takeUpDraft(_ session: OpenWorkbook) {
    let text = session.drafts[session.pack.items[item].address.description]?.text ?? ""
    switch session.pack.items[item].kind {
    case .text: half = text
    case .records(let all, _): takeUpEntry((try? JSONValue.json(text))?.map ?? [], all)
    case .choice, .choices, .rating, .bestWorst, .number, .day, .record, .sort, .rank, .grid: break
    }
  }

  private mutating func takeUpEntry(_ written: [JSONValue.Pair], _ all: [Field]) {
    if written.isEmpty { return }
    var open: (place: Int, text: String)?
    for (place, one) in all.enumerated() {
      guard let pair = written.first(where: { $0.key == one.id }) else { continue }
      switch one.kind.read(TypedValue.ofDraft(pair.value, one.kind)) {
      case .success(let value): fields.append(JSONValue.Pair(one.id, value.plain))
      case .failure: if let text = pair.value.text, open == nil { open = (place, text) }
      }
    }
    // On with what does not fit, else the first that must be said, else with what comes after the last one said.
    let said = said
    let last = all.lastIndex { said[$0.id] != nil } ?? -1
    field = all.firstIndex { !$0.optional && said[$0.id] == nil } ?? (last + 1)
    if let open { (field, half) = (open.place, open.text) }
    if field >= all.count {
      field = all.count - 1
      fields.removeAll { $0.key == all[field].id }
    }
  }

  /// The fields said so far, by their id.
  var said: [String: JSONValue] { fields.reduce(into: [:]) { $0[$1.key] = $1.value } }

  /// A record as far as it is said, where all that must be said is; `nil` where not, and for a list, which keeps drafts.
  func wholeRecord(_ session: OpenWorkbook) -> JSONValue? {
    let place = session.pack.items[item]
    guard case .record(let all) = place.kind, !fields.isEmpty else { return nil }
    // What was not asked again yet stands as it stood.
    var entry = (session.held(item)?.map ?? []).reduce(into: [String: JSONValue]()) {
      $0[$1.key] = $1.value
    }
    entry.merge(said) { $1 }
    let pairs = all.compactMap { field in entry[field.id].map { JSONValue.Pair(field.id, $0) } }
    guard place.total.map({ RecordEditor.given(entry) == $0 }) ?? true,
      case .success(let value) = ItemKind.record(asked(all, session)).read(.map(pairs))
    else { return nil }
    return value.plain
  }

  /// What is half written: words, or a record as far as it is said; what stood there before for anything that is chosen.
  func draft(_ session: OpenWorkbook) -> Draft {
    let before = session.drafts[session.pack.items[item].address.description] ?? ""
    switch session.pack.items[item].kind {
    case .text: return half == before.text ? before : Draft(half)
    case .records(let all, _): return draft(all, session)
    case .record(let all): return half.isEmpty ? before : draft(all, session)
    case .choice, .choices, .rating, .bestWorst, .number, .day, .sort, .rank, .grid: return before
    }
  }

  private func draft(_ all: [Field], _ session: OpenWorkbook) -> Draft {
    let all = asked(all, session)
    let open = all.indices.contains(field) && !half.isEmpty
    let pairs = fields + (open ? [JSONValue.Pair(all[field].id, .text(half))] : [])
    return pairs.isEmpty ? "" : Draft(JSONValue.map(pairs).json)
  }

  /// Whether words are asked for at this moment.
  func asksText(_ session: OpenWorkbook) -> Bool {
    let kind = session.pack.items[item].kind
    if case .text = kind { return true }
    let all = asked(kind.fields, session)
    guard all.indices.contains(field), case .text = all[field].kind else { return false }
    return true
  }

  /// Whether the question is answered part by part.
  func hasParts(_ session: OpenWorkbook) -> Bool {
    switch session.pack.items[item].kind {
    case .record, .records, .sort, .grid: true
    case .text, .choice, .choices, .rating, .number, .day, .bestWorst, .rank: false
    }
  }

  /// Whether a line is taken for words of the person's own now.
  func takesWords(_ session: OpenWorkbook) -> Bool {
    asksText(session) && !waitsUntilAlone(session)
  }

  /// Whether what is asked repeats the client's words, and would leave them on the terminal.
  private func waitsUntilAlone(_ session: OpenWorkbook) -> Bool {
    session.guided?.isClientOnly == true && session.pack.items[item].repeatsAnswers
  }

  /// Holds words that are no answer yet.
  mutating func hold(_ words: String) { half = words }

  /// Fields as they are asked now.
  func asked(_ fields: [Field], _ session: OpenWorkbook) -> [Field] {
    session.asked(fields, held: session.named(in: fields, of: item))
  }

  // MARK: - Asking

  func question(_ session: OpenWorkbook) -> [String] {
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
    // Whose words are unseen is told that they are there, and not what they are.
    if session.hasOwnBefore([self.item]) { lines.append(session.phrases(.plainOwnBefore)) }
    if waitsUntilAlone(session) { return lines + [session.phrases(.plainRepeats)] }
    return lines + prompt(session)
  }

  func prompt(_ session: OpenWorkbook) -> [String] {
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
        + halfWritten(session.pack.items[item].kind, session) + [phrases(.plainType)]
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
  func step(_ session: OpenWorkbook) -> Int {
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
  func mayEnd(_ all: [Field]) -> Bool {
    all.indices.contains(field) && said.count > 0
      && all.allSatisfy { $0.optional || said[$0.id] != nil }
      && all[field...].contains(where: \.optional)
  }

  /// How much of a sum is left to give.
  func left(_ session: OpenWorkbook) -> [String] {
    guard let total = session.pack.items[item].total, session.guided?.isClientOnly != true else {
      return []
    }
    return [RecordEditor.left(total, said, session.phrases)]
  }

  /// What stands of the entry that is being written.
  private func halfSaid(_ all: [Field], _ session: OpenWorkbook) -> String {
    session.phrases(.plainHalf, ["value": RecordEditor.summary(said, all)])
  }

  func ask(_ field: Field, _ session: OpenWorkbook) -> [String] {
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
        + halfWritten(field.kind, session)
    }
  }

  /// Words that are no answer yet, with how far they are over what fits.
  private func halfWritten(_ kind: ItemKind, _ session: OpenWorkbook) -> [String] {
    if half.isEmpty || session.guided?.isClientOnly == true { return [] }
    let over = session.over(half, kind).map { [$0] } ?? []
    return [session.phrases(.plainHalf, ["value": half])] + over
  }

  private func numbered(_ options: [AnswerOption]) -> [String] {
    options.enumerated().map { place, option in
      "\(place + 1). \(option.title)" + (option.text.isEmpty ? "" : ". \(option.text)")
    }
  }

  private func choose(_ count: Int, _ phrases: PhraseBook) -> [String] {
    [phrases(.plainChoose, ["count": String(count)])]
  }

  func held(_ session: OpenWorkbook) -> [String] {
    guard session.guided?.isClientOnly != true, let value = session.held(item) else { return [] }
    if value == .null { return [session.phrases(.ratherNotHeld)] }
    let words = HeldWords.words(value, session.pack.items[item].kind)
    let phrase: Phrase = session.reading.isCarried(item) ? .plainStillTrue : .plainHeld
    return words.isEmpty ? [] : [session.phrases(phrase, ["value": words])]
  }

  func method(_ session: OpenWorkbook) -> [String] {
    session.methodLines(session.pack.exercises[exercise].method).map {
      session.phrases($0.title) + ": " + $0.text
    }
  }
}

extension Item {
  /// Whether what is asked repeats words or choices of earlier answers.
  var repeatsAnswers: Bool {
    from != nil || among != nil || kind.fields.contains { $0.names != nil }
  }
}

import JSON
import Rules
import TextUI
import Workbook

/// Answers moved for a look, beside what stands today. Nothing of it is kept unless it is asked for.
struct Simulation: Hashable, Sendable {
  /// Places of the items that can be moved.
  let items: [Int]
  /// The values that were moved, by item.
  private(set) var moved: [Int: AnswerValue] = [:]
  /// The items in the order in which they were last moved.
  private var order: [Int] = []
  /// Whether keeping was asked for, and waits to be asked for once more.
  var isKeepAsked = false
  /// In lines, the item whose values were just read out.
  var asked: Int?

  init(_ session: OpenWorkbook) { items = session.trialItems }

  /// The same after something else has changed: what can still be moved stays moved.
  func renewed(_ session: OpenWorkbook) -> Simulation {
    var other = Simulation(session)
    for item in other.items {
      if let value = moved[item] { other.put(item, session.trialMerged(value, item), session) }
    }
    return other
  }

  /// Moves an item along its values.
  mutating func move(_ item: Int, by step: Int, _ session: OpenWorkbook) {
    let values = session.trialValues(item)
    guard !values.isEmpty else { return }
    let held = moved[item] ?? session.reading.counting(item)
    let now = held.flatMap { values.firstIndex(of: $0) }
    let next = now.map { min(max(0, $0 + step), values.count - 1) }
    put(item, values[next ?? (step > 0 ? 0 : values.count - 1)], session)
  }

  /// Gives an item a value; what it holds today is no move.
  mutating func put(_ item: Int, _ value: AnswerValue, _ session: OpenWorkbook) {
    order.removeAll { $0 == item }
    if value == session.reading.counting(item) {
      moved[item] = nil
    } else {
      moved[item] = value
      order.append(item)
    }
  }

  /// Puts the item that was moved last back where it stands today; `false` where nothing is moved.
  mutating func takeBack() -> Bool {
    guard let item = order.popLast() else { return false }
    moved[item] = nil
    return true
  }

  /// The items that were moved and can be kept so.
  func kept(_ session: OpenWorkbook) -> [Int] {
    items.filter { moved[$0] != nil && session.pack.items[$0].changeable?.isPast != true }
  }

  /// The titles of what can be kept.
  func keptTitles(_ session: OpenWorkbook) -> String { session.titles(kept(session)) }

  /// What is said where nothing of it can be kept.
  func nothingKept(_ session: OpenWorkbook) -> String {
    let look = lookedAt(session)
    return look.isEmpty ? session.phrases(.trialNothingMoved) : look
  }

  /// What of the moved things can only be looked at, in a sentence; empty where there is none.
  func lookedAt(_ session: OpenWorkbook) -> String {
    let kept = kept(session)
    let others = items.filter { moved[$0] != nil && !kept.contains($0) }
    if others.isEmpty { return "" }
    return session.phrases(.trialLookOnly, ["items": session.titles(others)])
  }

  /// The changes that keep what was moved.
  func changes(_ session: OpenWorkbook) -> [Change] {
    kept(session).compactMap { item in moved[item].flatMap { session.change(item, $0.plain) } }
  }
}

extension OpenWorkbook {
  fileprivate func titles(_ items: [Int]) -> String {
    items.map { pack.items[$0].text }.joined(separator: "; ")
  }

  /// What can be moved for a look: circumstances, by sets in which something can be done, and the weights of a weighing.
  var trialItems: [Int] {
    let all = pack.exercises.filter(\.circumstances).flatMap { exercise in
      exercise.items.filter { reading.asked[$0] && isOfChangeableSet($0, exercise) }
    }
    // What stands in the way first: that is what people come to move.
    let circumstances = all.filter { pack.items[$0].kind.fields.count > 0 }
    let others = all.filter { pack.items[$0].kind.fields.isEmpty }
    return (circumstances + others + trialWeights).filter { !trialValues($0).isEmpty }
  }

  private func isOfChangeableSet(_ item: Int, _ exercise: Exercise) -> Bool {
    if pack.items[item].changeable != nil { return true }
    let stem = pack.items[item].stem
    return !stem.isEmpty
      && exercise.items.contains {
        pack.items[$0].stem == stem && pack.items[$0].changeable != nil
      }
  }

  /// The exercise in which a person weighs some ways by themselves.
  var weighingExercise: Exercise? { pack.places["weighing"].flatMap { pack.exercise($0) } }

  /// Its weights, once ways stand side by side.
  private var trialWeights: [Int] {
    guard let exercise = weighingExercise, !weighingBars(exercise).bars.isEmpty else { return [] }
    return exercise.items.filter { item in
      if case .number = pack.items[item].kind { return reading.counting(item) != nil }
      return false
    }
  }

  /// The values that an item can be moved along.
  func trialValues(_ item: Int) -> [AnswerValue] {
    switch pack.items[item].kind {
    case .rating(let scale): scale.indices.map { .rating($0) }
    case .choice(let options, _): options.map { .choice($0.id) }
    case .number(let range): trialNumbers(range, item)
    case .record(let fields): trialRecords(fields, item)
    case .text, .choices, .day, .bestWorst, .records, .sort, .rank, .grid: []
    }
  }

  /// The record as it is held, with each value of its first field.
  private func trialRecords(_ fields: [Field], _ item: Int) -> [AnswerValue] {
    guard let first = fields.first, case .choice(let options, _) = first.kind,
      let held = reading.recordToMove(item)
    else { return [] }
    return options.map { option in
      var record = held
      record[first.id] = .choice(option.id)
      return .record(record)
    }
  }

  /// Tens of a long range, each number of a short one, and what is held today.
  private func trialNumbers(_ range: ClosedRange<Int>, _ item: Int) -> [AnswerValue] {
    let step = range.upperBound - range.lowerBound > 20 ? 10 : 1
    var numbers = Set(stride(from: range.lowerBound, through: range.upperBound, by: step))
    if case .number(let held)? = reading.counting(item) { numbers.insert(held) }
    return numbers.sorted().map { .number($0) }
  }

  /// A moved record with its other fields as they are held now.
  func trialMerged(_ value: AnswerValue, _ item: Int) -> AnswerValue {
    guard case .record(let moved) = value, let first = pack.items[item].kind.fields.first,
      var held = reading.recordToMove(item)
    else { return value }
    held[first.id] = moved[first.id]
    return .record(held)
  }

  /// A value in the reader's words.
  func trialWord(_ value: AnswerValue?, _ item: Int) -> String {
    guard let value else { return phrases(.whatIfNothing) }
    switch (value, pack.items[item].kind) {
    case (.rating(let step), .rating(let scale)): return scale[step]
    case (.choice(let id), let kind): return kind.options.first { $0.id == id }?.title ?? id
    case (.choices(let ids), let kind):
      return kind.options.filter { ids.contains($0.id) }.map(\.title).joined(separator: ", ")
    case (.number(let number), _): return String(number)
    case (.record(let values), .record(let fields)):
      guard let first = fields.first, case .choice(let id)? = values[first.id] else {
        return phrases(.whatIfNothing)
      }
      return first.kind.options.first { $0.id == id }?.title ?? id
    case (.text, _), (.rating, _), (.day, _), (.bestWorst, _), (.record, _), (.records, _),
      (.sort, _), (.rank, _), (.rankedSeats, _), (.grid, _):
      return ""
    }
  }

  // MARK: - The two orders

  /// What is ranked with an item: the ways, or in a weighing the person's own order of them, with its figure.
  func order(beside item: Int?) -> [RankedWay] {
    guard let item, let weighing = weighingExercise, weighing.items.contains(item) else {
      return assessment.pathways.order.prefix(5).map { RankedWay(title: pack.pathways[$0].title) }
    }
    return weighingBars(weighing).bars.enumerated()
      .sorted { (-($0.element.share ?? 0), $0.offset) < (-($1.element.share ?? 0), $1.offset) }
      .map { RankedWay(title: $0.element.title, words: $0.element.words) }
  }
}

/// A way where it stands in an order.
struct RankedWay: Hashable, Sendable {
  var title: String
  /// Its figure, in a weighing; else empty.
  var words = ""

  var line: String { words.isEmpty ? title : title + ": " + words }
}

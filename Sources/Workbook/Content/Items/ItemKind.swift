package import Rules

/// What an item asks for, with the bounds of its answer. Shapes stand in the pack's format, `content.md` of the guide.
package indirect enum ItemKind: Hashable, Sendable {
  /// Characters, from 1.
  case text(ClosedRange<Int>)
  case choice([AnswerOption], ordered: Bool)
  case choices([AnswerOption], count: ClosedRange<Int>)
  /// 0, 1, 2 … along the titles of the scale.
  case rating([String])
  case number(ClosedRange<Int>)
  case day
  case bestWorst(BestWorstBlock)
  case record([Field])
  case records([Field], count: ClosedRange<Int>)
  /// Cards laid on piles, which run from low to high.
  case sort(piles: [AnswerOption], cards: [AnswerOption])
  /// Options put in order; of another item's answer, its seats.
  case rank(RankSource, count: ClosedRange<Int>)
  /// Ratings by row and column.
  case grid(down: [AnswerOption], across: [AnswerOption], scale: [String])

  /// As the pack names it.
  package var name: String {
    switch self {
    case .text: "text"
    case .choice: "choice"
    case .choices: "choices"
    case .rating: "rating"
    case .number: "number"
    case .day: "day"
    case .bestWorst: "bestworst"
    case .record: "record"
    case .records: "records"
    case .sort: "sort"
    case .rank: "rank"
    case .grid: "grid"
    }
  }

  /// The type of the item's own fact; a record's is that of its first field; `nil` where the kind makes none.
  package var factType: FactType? {
    switch self {
    case .choice(let options, let ordered):
      ordered ? .level(options.map(\.id)) : .word(options.map(\.id))
    case .choices(let options, _): .set(options.map(\.id))
    case .rating, .number: .number
    case .day: .day
    case .record(let fields): fields.first?.kind.factType
    case .text, .bestWorst, .records, .sort, .rank, .grid: nil
    }
  }

  /// What a person reads for the words, or for the steps, of the own fact; empty where it has none.
  package var factTitles: [String] {
    if case .rating(let scale) = self { return scale }
    return options.map(\.title)
  }

  /// The options that the own fact's words stand for.
  package var options: [AnswerOption] {
    switch self {
    case .choice(let options, _), .choices(let options, _): options
    case .bestWorst(let block): block.cards
    case .record(let fields): fields.first?.kind.options ?? []
    case .sort(_, let cards): cards
    case .rank(.options(let options), _): options
    case .text, .rating, .number, .day, .records, .rank(.seats, _), .grid: []
    }
  }
}

extension ItemKind {
  /// The parts of a record or of each record in a list.
  package var fields: [Field] {
    switch self {
    case .record(let fields), .records(let fields, _): fields
    case .text, .choice, .choices, .rating, .number, .day, .bestWorst, .sort, .rank, .grid: []
    }
  }
}

/// What is put in order: options that are written out, or places in another item's answer.
package enum RankSource: Hashable, Sendable {
  case options([AnswerOption])
  /// So many places at most.
  case seats(Int)
}

/// One part of a record.
package struct Field: Hashable, Sendable {
  package var id: String
  package var title: String
  package var kind: ItemKind
  package var optional: Bool
  /// For a blank mind: answers of other people; empty where none are given.
  package var examples: [String]
  /// The smaller question under an open one.
  package var smaller: String
  /// What is said about words as they are typed.
  package var remarks: [SoftCheck] = []
  /// The list whose entries' names are offered for this text, by its place in the pack.
  package var names: Int?

  package init(
    id: String, title: String, kind: ItemKind, optional: Bool, examples: [String] = [],
    smaller: String = ""
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.optional = optional
    self.examples = examples
    self.smaller = smaller
  }
}

/// One screen of a best-worst choice: a few of the cards, of which one is the best and another the worst.
package struct BestWorstBlock: Hashable, Sendable {
  /// The id of the item in the pack that made this block, `duel` of `duel-01`.
  package var family: String
  /// The fixed set; empty where the cards are those that another item's answer holds.
  package var cards: [AnswerOption]
  /// Places in the set that this block shows, ascending.
  package var seats: [Int]
  /// Whether it is asked a second time to see how steady the choice is; it does not count in the tally.
  package var isRepeat: Bool

  package init(family: String, cards: [AnswerOption], seats: [Int], isRepeat: Bool) {
    self.family = family
    self.cards = cards
    self.seats = seats
    self.isRepeat = isRepeat
  }
}

/// Balanced designs by cyclic difference sets: block s holds (d + s) mod t for each d of the base set (`BWS`).
package enum BestWorstDesign {
  package static let baseSets: [String: (items: Int, base: [Int])] = [
    "7x4": (7, [0, 1, 2, 4]),
    "11x5": (11, [1, 3, 4, 5, 9]),
    "13x4": (13, [0, 1, 3, 9]),
    "21x5": (21, [3, 6, 7, 12, 14]),
  ]

  /// The seats of each block, in order; `nil` for a design that is not known.
  package static func blocks(_ name: String) -> [[Int]]? {
    guard let (items, base) = baseSets[name] else { return nil }
    return (0..<items).map { shift in base.map { ($0 + shift) % items }.sorted() }
  }
}

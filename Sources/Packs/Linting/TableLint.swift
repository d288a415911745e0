import Rules
import Workbook

/// What stands in rows and columns and must be alike in each: evidence by way, changeable facts, items that say one thing twice.
struct TableLint {
  private let pack: Pack
  private(set) var found: [SatisfiabilityLint.Found] = []

  init(_ pack: Pack) {
    self.pack = pack
    ownEvidence()
    changeable()
    twins()
    bands()
    cuts()
  }

  private mutating func note(_ file: String, _ id: String?, _ message: String) {
    found.append(SatisfiabilityLint.Found(file: file, id: id, message: message))
  }

  // MARK: - The core of two tallies

  /// Where two tallies give one standing, the core is about the same part of the cards in each, or the words for it mean two things.
  private mutating func cuts() {
    for measure in pack.measures {
      guard case .standing(let tallies, _, _, _) = measure.kind else { continue }
      let shares = tallies.compactMap { place -> Double? in
        guard case .tally(let tally) = pack.measures[place].kind else { return nil }
        let seats = tally.blocks.count
        return seats == 0 ? nil : Double(tally.cut) / Double(seats)
      }
      guard let least = shares.min(), let most = shares.max(), most - least > 0.1 else { continue }
      note(
        "measures.yaml", measure.id,
        "`\(measure.id)`: the cuts of its tallies take very different parts of the cards")
    }
  }

  // MARK: - Evidence by way

  /// Where most ways read what a measure says of themselves, all do, for the same points; none reads what it says of another.
  private mutating func ownEvidence() {
    let ids = Set(pack.pathways.map(\.id))
    for (measure, one) in pack.measures.enumerated() {
      let cards = pack.factsOfMeasure[measure].compactMap { fact -> (id: String, fact: Int)? in
        guard case .measure(_, .card(let id)) = pack.facts[fact].source else { return nil }
        return (id, fact)
      }
      if cards.count > 1, Set(cards.map(\.id)).isSubset(of: ids) { compare(one, cards) }
    }
  }

  private mutating func compare(_ measure: Measure, _ cards: [(id: String, fact: Int)]) {
    var points: [String: [Int]] = [:]
    for way in pack.pathways {
      for support in way.candidate.supports {
        for (id, fact) in cards where support.when.facts.contains(fact) {
          if id == way.id {
            points[id, default: []].append(support.points)
          } else {
            note(
              file(way), support.id,
              "`\(support.id)` reads `\(measure.id)` of `\(id)`, not of its own way")
          }
        }
      }
    }
    guard points.count * 2 > cards.count else { return }
    let lists = points.mapValues { $0.sorted() }
    // What more than half of them have is the rule; without such there is none.
    let usual = lists.values.first { one in lists.values.count { $0 == one } * 2 > lists.count }
    for way in pack.pathways where cards.contains(where: { $0.id == way.id }) {
      guard let own = lists[way.id] else {
        note(file(way), nil, "most ways read `\(measure.id)` of themselves; this one does not")
        continue
      }
      if let usual, own != usual {
        note(
          file(way), nil,
          "`\(measure.id)` gives it \(TableLint.words(own)) points, where other ways have \(TableLint.words(usual))"
        )
      }
    }
  }

  private static func words(_ points: [Int]) -> String {
    points.map(String.init).joined(separator: " and ")
  }

  private func file(_ way: Pathway) -> String { "pathways/\(way.id).yaml" }

  // MARK: - What can be changed

  private static let least = 2

  /// Exercises about what nobody needs to change, and words in ids that say so of a row.
  private static let untouchable: Set<String> = [
    "values", "duels", "interests", "motives", "stories", "story", "reasons", "health", "body",
    "illness", "care", "family", "children", "partner", "expectation", "faith",
  ]

  private mutating func changeable() {
    for item in pack.items where item.changeable != nil {
      let address = item.address
      let words = Set(
        (address.exercise + "-" + address.item).split(separator: "-").map(String.init))
      if let word = words.intersection(TableLint.untouchable).sorted().first {
        note(
          "exercises/\(address.exercise).yaml", address.item,
          "`\(address.item)`: nobody is asked to change `\(word)`")
      }
      called(item)
    }
    // Where a pack has circumstances at all, every way has something that can be found out.
    guard pack.items.contains(where: { $0.changeable != nil }) else { return }
    let reached = pack.items.indices.filter { pack.items[$0].changeable != nil }
      .flatMap { pack.factsMoved(by: $0) }
      .reduce(into: Set<Int>()) { $0.formUnion(pack.rules.supports(reading: $1)) }
    for (place, way) in pack.pathways.enumerated() {
      let count = pack.rules.supportNumbers(of: place).count(where: reached.contains)
      if count < TableLint.least {
        note(
          file(way), nil,
          "\(count) of its supports rest on something that a person can change, not \(TableLint.least)"
        )
      }
    }
  }

  /// What somebody called fixed, and on nobody else's word, is not moved.
  private mutating func called(_ item: Item) {
    guard case .record(let fields) = item.kind, let first = fields.first,
      case .choice(let options, true) = first.kind,
      let fixed = options.firstIndex(where: { $0.id == "fixed" }),
      let own = pack.factPlaces[item.address.factName]
    else { return }
    var facts = [Value?](repeating: nil, count: pack.facts.count)
    facts[own] = .level(fixed)
    let verdict = item.changeable?.when?.verdict(facts, today: nil) ?? .yes
    if verdict == .yes {
      note(
        "exercises/\(item.address.exercise).yaml", item.address.item,
        "`\(item.address.item)`: what was called fixed can be moved; say `when` it may")
    }
  }

  // MARK: - Items

  /// Two items of one set that say the same, or the same turned round.
  private mutating func twins() {
    for exercise in pack.exercises {
      for (number, place) in exercise.items.enumerated() {
        for other in exercise.items.dropFirst(number + 1) { compare(place, other) }
      }
    }
  }

  private mutating func compare(_ place: Int, _ other: Int) {
    let (one, two) = (pack.items[place], pack.items[other])
    guard one.stem == two.stem, one.kind.name == two.kind.name else { return }
    switch one.kind {
    case .rating, .choice, .choices, .number, .day: break
    // What is told can be asked for twice: of a good time, then of a bad one.
    case .text, .bestWorst, .record, .records, .sort, .rank, .grid: return
    }
    let (first, second) = (Saying(one.text), Saying(two.text))
    guard first.words.count > 2, first.words == second.words else { return }
    let file = "exercises/\(one.address.exercise).yaml"
    if first.isTurned == second.isTurned {
      note(file, two.address.item, "`\(two.address.item)` says the same as `\(one.address.item)`")
    } else {
      note(
        file, two.address.item,
        "`\(two.address.item)` is `\(one.address.item)` turned round: leave one out, or count it by `reverse`"
      )
    }
  }

  /// A text as its words in any order, and whether it denies them.
  private struct Saying {
    var words: [String]
    var isTurned: Bool

    private static let denials: Set<String> = [
      "not", "no", "never", "nobody", "nothing", "none", "without",
    ]

    init(_ text: String) {
      let all = text.lowercased().split { !$0.isLetter }.map(String.init)
      let small: Set<String> = ["i", "do", "did", "does", "a", "the"]
      words = all.filter { !Saying.denials.contains($0) && !small.contains($0) }
        .map { Saying.stem($0) }.sorted()
      isTurned = all.count { Saying.denials.contains($0) } % 2 == 1
    }

    /// Trusted and trust are one.
    private static func stem(_ word: String) -> String {
      for ending in ["ed", "ing", "s"] where word.count > 4 && word.hasSuffix(ending) {
        return String(word.dropLast(ending.count))
      }
      return word
    }
  }

  // MARK: - Head

  private mutating func bands() {
    let bands = pack.bands
    if !(0 < bands.exploring && bands.exploring < bands.strong) {
      note("pack.yaml", nil, "the bands rise: exploring, strong")
    }
    if !(0...100).contains(bands.known) {
      note("pack.yaml", nil, "`known` is a share of a hundred")
    }
  }
}

extension Pack {
  /// The facts that a move on an item can change: its own, which of a record is its first field, and all that reads it.
  fileprivate func factsMoved(by item: Int) -> [Int] {
    factsResting(on: item).filter { fact in
      guard case .item(item, let field) = facts[fact].source else { return true }
      return field == nil
    }
  }
}

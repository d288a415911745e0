import Rules
import Workbook

/// Of a pack whose reasons have kinds: that no answer pays for everything, that a limit speaks only for what eases it, and that
/// the evening's answers are enough for each pathway.
struct PayLint {
  private(set) var found: [SatisfiabilityLint.Found] = []
  private let pack: Pack
  private let reach: Satisfiability
  private let evening: Set<Int>

  private static let mostPaid = 60
  /// What a person asks, or has in mind, is no reason for it beyond this.
  private static let mostAsked = 10
  private static let reachable = 80

  init(_ pack: Pack) {
    self.pack = pack
    reach = Satisfiability(pack)
    evening = pack.eveningItems
    guard pack.isGrouped else { return }
    for fact in pack.facts.indices where !isAsked(fact) { paid(fact) }
    for one in pack.pathways {
      asked(one)
      limits(one)
      reached(one)
    }
  }

  private mutating func note(_ file: String, _ id: String?, _ message: String) {
    found.append(SatisfiabilityLint.Found(file: file, id: id, message: message))
  }

  private func speaking(_ one: Pathway) -> [Support] {
    one.candidate.supports.filter { $0.points > 0 }
  }

  // MARK: - One answer

  private func isAsked(_ fact: Int) -> Bool {
    guard case .item(let item, _) = pack.facts[fact].source else { return false }
    return item == pack.item(playing: "question") || item == pack.item(playing: "in-mind")
  }

  /// The most that one value of a fact, or one member of a set, gives to all pathways together.
  private mutating func paid(_ fact: Int) {
    let rows = pack.pathways.flatMap { speaking($0) }.compactMap {
      support -> (points: Int, comparisons: [Operator])? in
      let own = support.when.comparisons(wanted: true, of: fact)
      return own.isEmpty ? nil : (support.points, own)
    }
    guard rows.reduce(0, { $0 + $1.points }) > PayLint.mostPaid else { return }
    var most = 0
    for value in values(fact, rows.flatMap(\.comparisons)) {
      let sum = rows.reduce(0) { sum, row in
        let holds = row.comparisons.contains { PayLint.holds($0, value) }
        return holds ? sum + row.points : sum
      }
      most = max(most, sum)
    }
    if most > PayLint.mostPaid {
      note(
        "pack.yaml", nil,
        "one answer to `\(pack.facts[fact].name)` pays \(most) points over all pathways, not 60 at most"
      )
    }
  }

  private func values(_ fact: Int, _ comparisons: [Operator]) -> [Value] {
    switch pack.facts[fact].type {
    case .set(let words): words.map { .set([$0]) }
    case .number, .level, .word, .truth, .day:
      FactDomain(fact, pack).samples(for: comparisons) ?? []
    }
  }

  /// A count of members is paid by each of them.
  private static func holds(_ comparison: Operator, _ value: Value) -> Bool {
    switch comparison {
    case .setHasAtLeast: true
    case .setHasAllOf(let words): words.contains { comparison.words.contains($0) && value.has($0) }
    case .numberAtLeast, .numberAtMost, .numberMoreThan, .numberLessThan, .levelAtLeast,
      .levelAtMost, .levelIs, .wordIs, .wordIsOneOf, .truthIs, .setHas, .setHasAnyOf, .dayBefore,
      .dayAfter, .dayWithin:
      comparison.verdict(on: value, today: Satisfiability.today) == .yes
    }
  }

  /// The person's question, and what they have in mind, give a pathway little.
  private mutating func asked(_ one: Pathway) {
    let reading = speaking(one).filter { $0.when.facts.contains(where: isAsked) }
    let sum = reading.reduce(0) { $0 + $1.points }
    if sum > PayLint.mostAsked {
      note(
        "pathways/\(one.id).yaml", reading.first?.id,
        "the person's question pays \(sum) points here, not 10 at most")
    }
  }

  // MARK: - Limits

  private mutating func limits(_ one: Pathway) {
    for support in speaking(one) {
      let plain = reach.unfolded(support.when)
      let read = Set(plain.comparisons.flatMap { pack.limits(read: $0.fact, $0.comparison) })
      if support.group == .proof, plain.facts.contains(where: { pack.isField($0) }) { continue }
      for limit in read.sorted() where !one.eases.contains(limit) {
        note(
          "pathways/\(one.id).yaml", support.id,
          "`\(support.id)`: the limit `\(limit)` speaks for it, and its `eases` doesn't name it")
      }
    }
  }

  // MARK: - The evening

  /// The most points that answers of the evening can give it, taking the heaviest reasons that can hold together.
  private mutating func reached(_ one: Pathway) {
    var chosen: [Condition] = []
    var sum = 0
    for support in speaking(one).sorted(by: { $0.points > $1.points }) {
      let plain = reach.unfolded(support.when)
      guard isOfEvening(plain, wanted: true) else { continue }
      let facts = Set(plain.facts)
      let beside = chosen.filter { !facts.isDisjoint(with: $0.facts) }
      guard reach.verdicts(.all(beside + [plain])).yes else { continue }
      chosen.append(plain)
      sum += support.points
    }
    if sum < PayLint.reachable {
      note(
        "pathways/\(one.id).yaml", nil,
        "the evening's answers can give it \(sum) points, not 80 or more")
    }
  }

  /// Whether a condition can come to a verdict by what the evening asks alone.
  private func isOfEvening(_ condition: Condition, wanted: Bool) -> Bool {
    switch condition {
    case .compare(let fact, _): return pack.isEveryItem(under: fact) { evening.contains($0) }
    case .not(let part): return isOfEvening(part, wanted: !wanted)
    case .all(let parts): return count(parts, wanted) >= (wanted ? parts.count : 1)
    case .any(let parts): return count(parts, wanted) >= (wanted ? 1 : parts.count)
    case .atLeast(let least, let parts):
      return count(parts, wanted) >= (wanted ? least : parts.count - least + 1)
    }
  }

  private func count(_ parts: [Condition], _ wanted: Bool) -> Int {
    parts.count { isOfEvening($0, wanted: wanted) }
  }
}

extension Value {
  fileprivate func has(_ word: String) -> Bool {
    if case .set(let words) = self { words.contains(word) } else { false }
  }
}

extension Condition {
  /// The comparisons of a fact by which a condition can come to be yes, or no.
  fileprivate func comparisons(wanted: Bool, of fact: Int) -> [Operator] {
    switch self {
    case .compare(fact, let comparison): wanted ? [comparison] : []
    case .compare: []
    case .not(let part): part.comparisons(wanted: !wanted, of: fact)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.flatMap { $0.comparisons(wanted: wanted, of: fact) }
    }
  }
}

extension Pack {
  /// Places of the items that a first evening asks: of the exercises under `evening` and on the moments' own paths, in their
  /// short forms.
  fileprivate var eveningItems: Set<Int> {
    let ids = Set(evening + moments.flatMap(\.path))
    return Set(exercises.filter { ids.contains($0.id) }.flatMap { $0.items(isLong: false) })
  }

  /// Whether a fact is a further field of a record, such as who said so.
  fileprivate func isField(_ fact: Int) -> Bool {
    if case .item(_, .some) = facts[fact].source { true } else { false }
  }

  /// The limits that a comparison is about: records of circumstances that begin with how firm they are, what is asked of one
  /// under its own name, and what a choice of them names.
  fileprivate func limits(read fact: Int, _ comparison: Operator) -> [String] {
    guard case .item(let item, _) = facts[fact].source else { return [] }
    let exercise = exercises[exerciseOfItem[item]]
    guard exercise.circumstances else { return [] }
    let limits = exercise.items.filter { isLimit($0) }.map { items[$0].address.item }
    let own = items[item].address.item
    if case .choices = items[item].kind { return comparison.words.filter(limits.contains) }
    return limits.filter { own == $0 || own.hasPrefix($0 + "-") }
  }

  private func isLimit(_ item: Int) -> Bool {
    guard case .record(let fields) = items[item].kind,
      case .choice(let options, true)? = fields.first?.kind
    else { return false }
    return options.contains { $0.id == "fixed" }
  }
}

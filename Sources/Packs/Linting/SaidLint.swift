import Rules
import Workbook

/// A text that quotes what is said of a fact has a sentence for every value that it can meet.
struct SaidLint {
  private(set) var found: [SatisfiabilityLint.Found] = []
  private let pack: Pack
  private let reach: Satisfiability

  init(_ pack: Pack) {
    self.pack = pack
    reach = Satisfiability(pack)
    for (folder, list) in [("pathways", pack.pathways), ("directions", pack.directions)] {
      for one in list { rules(one, "\(folder)/\(one.id).yaml") }
    }
    for exercise in pack.exercises {
      for closing in exercise.closings {
        check(closing.text, closing.when, "exercises/\(exercise.id).yaml", closing.id)
      }
    }
  }

  private mutating func rules(_ one: Pathway, _ file: String) {
    for (id, when, because) in one.reasons { check(because, when, file, id) }
  }

  private mutating func check(_ text: Template, _ when: Condition?, _ file: String, _ id: String) {
    for name in text.said.sorted() {
      guard let place = pack.factPlaces[name] else { continue }
      let fact = pack.facts[place]
      let named = alone(text.naming[name] ?? [], place, when)
      for (value, isIt) in values(place) {
        if case .set(let words) = value, !named.isEmpty, !words.allSatisfy(named.contains) {
          continue
        }
        if !fact.said.sentence(for: value, among: fact.type.words).isEmpty { continue }
        guard reach.verdicts(.all([isIt] + [when].compactMap { $0 })).yes else { continue }
        let words = SaidLint.name(value, fact)
        found.append(
          SatisfiabilityLint.Found(
            file: file, id: id.isEmpty ? nil : id,
            message: "`\(id)` quotes `\(name)`, and nothing is said where that is \(words)"))
      }
    }
  }

  /// The words of a set that its rule names, where one of them is always chosen: then no other is said.
  private func alone(_ named: [String], _ fact: Int, _ when: Condition?) -> [String] {
    if named.isEmpty { return [] }
    let none = Condition.not(.compare(fact: fact, .setHasAnyOf(named)))
    return reach.verdicts(.all([none] + [when].compactMap { $0 })).yes ? [] : named
  }

  /// Values that stand for all others, each with the condition that it is this one.
  private func values(_ place: Int) -> [(Value, Condition)] {
    switch FactDomain(place, pack) {
    case .levels(let levels):
      return levels.map { (.level($0), .compare(fact: place, .levelIs($0))) }
    case .words(let words): return words.map { (.word($0), .compare(fact: place, .wordIs($0))) }
    case .sets(let words, _): return words.map { (.set([$0]), .compare(fact: place, .setHas($0))) }
    case .numbers(let low, let high, let isWhole):
      if let first = pack.facts[place].said.ranges.first {
        return [(.number(first.from - 1), .compare(fact: place, .numberLessThan(first.from)))]
      }
      guard isWhole, high - low <= 100 else { return [(.number(.infinity), .all([]))] }
      return (Int(low)...Int(high)).map { number in
        let bound = Double(number)
        return (
          .number(bound),
          .all([
            .compare(fact: place, .numberAtLeast(bound)),
            .compare(fact: place, .numberAtMost(bound)),
          ])
        )
      }
    case .truth, .days: return []
    }
  }

  private static func name(_ value: Value, _ fact: Fact) -> String {
    switch value {
    case .number(let number): FactBase.digits(number)
    case .level(let level): fact.type.words[level]
    case .word(let word): word
    case .set(let words): words.joined(separator: ", ")
    case .truth, .day: fact.name
    }
  }
}

package import Packs
package import Rules
package import Workbook

/// A made-up pack of one exercise, small enough to be worked out by hand, with that working out beside it.
///
/// Items are ratings, ordered choices and sets, some asked only under a condition; above them stand sums, means and levels, then
/// marks, then pathways with gates. Every second item can be changed.
package struct RandomPack {
  package indirect enum Term {
    case fact(String, Phrase)
    case all([Term])
    case any([Term])
    case not(Term)
    case atLeast(Int, [Term])
  }

  package enum Phrase {
    case atLeast(Int)
    case lessThan(Int)
    case level(Int)
    case has(String)
    case truth(Bool)
  }

  package enum Kind { case rating, level, set }

  package struct Question {
    package var id: String
    package var kind: Kind
    package var when: Term?
    package var cost: Int?
  }

  package enum Sum {
    case sum([String])
    case mean([String], least: Int)
    case levels(String)
  }

  package struct Way {
    package var id: String
    package var supports: [(points: Int, when: Term)]
    package var gate: Term?
    package var hold: Term?
    /// How hard it is to undo, where its reasons have kinds: then one after the other is push, pull and proof.
    package var reversibility: Int?

    fileprivate func group(_ support: Int) -> SupportGroup? {
      reversibility == nil || supports[support].points < 0
        ? nil : SupportGroup.allCases[support % SupportGroup.allCases.count]
    }
  }

  package private(set) var questions: [Question] = []
  package private(set) var sums: [(id: String, Sum)] = []
  package private(set) var marks: [(id: String, when: Term)] = []
  package private(set) var ways: [Way] = []
  package var generator: SplitMix64

  package static let levels = ["low", "middle", "high"]
  package static let words = ["a", "b", "c"]

  package init(seed: UInt64, questions count: Int = 9, ways wayCount: Int = 4) {
    generator = SplitMix64(state: seed)
    for number in 0..<count {
      let kind: Kind = [.rating, .rating, .level, .set][generator.next(below: 4)]
      let when = number > 2 && generator.next(below: 3) == 0 ? term(depth: 1) : nil
      let cost = number % 2 == 0 ? 1 + generator.next(below: 4) : nil
      questions.append(Question(id: "i\(number)", kind: kind, when: when, cost: cost))
    }
    let ratings = questions.filter { $0.kind == .rating }.map { "x." + $0.id }
    if ratings.count > 1 {
      sums.append(("total", .sum(Array(ratings.prefix(3)))))
      sums.append(("middle", .mean(ratings, least: 2)))
      sums.append(("standing", .levels("total")))
    }
    for number in 0..<3 { marks.append(("m\(number)", term(depth: 2))) }
    for number in 0..<wayCount {
      let supports = (0..<(3 + generator.next(below: 4))).map { _ in
        (
          points: (generator.next(below: 3) == 0 ? -1 : 1) * 5 * (1 + generator.next(below: 5)),
          when: term(depth: 2)
        )
      }
      let gate = generator.next(below: 4) == 0 ? term(depth: 1) : nil
      ways.append(Way(id: "w\(number)", supports: supports, gate: gate))
    }
    for number in ways.indices.dropFirst() {
      ways[number].reversibility = 2 + number
      if generator.next(below: 2) == 0 { ways[number].hold = term(depth: 1) }
    }
  }

  // MARK: - Terms

  private mutating func term(depth: Int) -> Term {
    switch depth == 0 ? 9 : generator.next(below: 9) {
    case 0: return .all(terms(depth))
    case 1: return .any(terms(depth))
    case 2: return .not(term(depth: depth - 1))
    case 3:
      let parts = terms(depth)
      return .atLeast(1 + generator.next(below: parts.count), parts)
    default: return comparison()
    }
  }

  /// No part stands twice: a pack's reader refuses that.
  private mutating func terms(_ depth: Int) -> [Term] {
    let parts = (0...(1 + generator.next(below: 2))).map { _ in term(depth: depth - 1) }
    var seen: Set<String> = []
    return parts.filter { seen.insert(RandomPack.yaml($0)).inserted }
  }

  /// Of a fact that stands already.
  private mutating func comparison() -> Term {
    let others = sums.map { $0.id } + marks.map { "mark." + $0.id }
    let place = generator.next(below: questions.count + others.count)
    if place >= questions.count { return comparison(of: others[place - questions.count]) }
    let name = "x." + questions[place].id
    switch questions[place].kind {
    case .rating: return .fact(name, number(below: 5))
    case .level: return .fact(name, .level(generator.next(below: 3)))
    case .set: return .fact(name, .has(RandomPack.words[generator.next(below: 3)]))
    }
  }

  private mutating func comparison(of name: String) -> Term {
    if name == "standing" { return .fact(name, .level(generator.next(below: 3))) }
    if name.hasPrefix("mark.") { return .fact(name, .truth(generator.next(below: 2) == 0)) }
    return .fact(name, number(below: name == "total" ? 12 : 5))
  }

  private mutating func number(below bound: Int) -> Phrase {
    generator.next(below: 2) == 0
      ? .atLeast(generator.next(below: bound)) : .lessThan(generator.next(below: bound))
  }

  // MARK: - As a pack

  package var files: PackFiles {
    let items = questions.map { question in
      let shape =
        switch question.kind {
        case .rating: "kind: rating, scale: five"
        case .level:
          "kind: choice, ordered: yes, options: ["
            + RandomPack.levels.map { "{id: \($0), title: T}" }.joined(separator: ", ") + "]"
        case .set:
          "kind: choices, options: ["
            + RandomPack.words.map { "{id: \($0), title: T}" }.joined(separator: ", ") + "]"
        }
      let when = question.when.map { ", when: " + RandomPack.yaml($0) } ?? ""
      let change = question.cost.map { ", changeable: {cost: \($0), do: \"Ask.\"}" } ?? ""
      return "  - {id: \(question.id), \(shape), text: \"Q\"\(when)\(change)}"
    }
    let measures = sums.map { id, sum in
      switch sum {
      case .sum(let names): "- {id: \(id), sum: [\(names.joined(separator: ", "))]}"
      case .mean(let names, let least):
        "- {id: \(id), mean: [\(names.joined(separator: ", "))], least: \(least)}"
      case .levels(let name): "- {id: \(id), levels: \(name), cuts: {low: 0, middle: 4, high: 8}}"
      }
    }
    let lines = marks.map { "- {id: \($0.id), when: \(RandomPack.yaml($0.when))}" }
    var pathways: [String: String] = [:]
    for way in ways {
      let supports = way.supports.enumerated().map { number, support in
        "  - {id: s\(number), points: \(support.points), when: \(RandomPack.yaml(support.when)), "
          + (way.group(number).map { "group: \($0), " } ?? "") + "because: \"B\"}"
      }
      let holds = way.hold.map {
        ["held:", "  - {id: h, when: \(RandomPack.yaml($0)), because: \"H\"}"]
      }
      let undo = way.reversibility.map { ["reversibility: \($0)"] }
      let gates = way.gate.map {
        ["gates:", "  - {id: g, when: \(RandomPack.yaml($0)), because: \"G\"}"]
      }
      pathways[way.id] = ((undo ?? []) + ["supports:"] + supports + (gates ?? []) + (holds ?? []))
        .joined(separator: "\n")
    }
    return SamplePack.files(
      items: items.joined(separator: "\n"), measures: measures.joined(separator: "\n"),
      marks: lines.joined(separator: "\n"), pathways: pathways, exercise: "circumstances: yes")
  }

  private static func yaml(_ term: Term) -> String {
    func list(_ terms: [Term]) -> String { "[" + terms.map(yaml).joined(separator: ", ") + "]" }
    switch term {
    case .all(let parts): return "{all: \(list(parts))}"
    case .any(let parts): return "{any: \(list(parts))}"
    case .not(let part): return "{not: \(yaml(part))}"
    case .atLeast(let count, let parts): return "{at least \(count) of: \(list(parts))}"
    case .fact(let name, .atLeast(let bound)): return "{\(name): at least \(bound)}"
    case .fact(let name, .lessThan(let bound)): return "{\(name): less than \(bound)}"
    case .fact(let name, .level(let level)): return "{\(name): at least \(levels[level])}"
    case .fact(let name, .has(let word)): return "{\(name): has \(word)}"
    case .fact(let name, .truth(let truth)): return "{\(name): is \(truth ? "yes" : "no")}"
    }
  }

  // MARK: - Answers

  /// A value for a question; now and then none.
  package mutating func value(_ question: Int) -> AnswerValue? {
    if generator.next(below: 4) == 0 { return nil }
    switch questions[question].kind {
    case .rating: return .rating(generator.next(below: 5))
    case .level: return .choice(RandomPack.levels[generator.next(below: 3)])
    case .set: return .choices(RandomPack.words.filter { _ in generator.next(below: 2) == 0 })
    }
  }

  // MARK: - Worked out by hand

  private enum Known {
    case number(Double)
    case level(Int)
    case words([String])
    case truth(Bool)
  }

  /// What answers come to: points and verdicts a way, and which questions are asked.
  package struct Outcome: Equatable {
    package var asked: [Bool] = []
    package var scores: [Int] = []
    package var verdicts: [[Verdict]] = []
    package var ruledOut: [Bool] = []
    package var bands: [Band] = []

    /// Places of the ways that nobody is ahead of.
    package var leaders: [Int] {
      scores.indices.filter { one in !scores.indices.contains { isAhead($0, of: one) } }
    }

    private func isAhead(_ one: Int, of other: Int) -> Bool {
      if ruledOut[one] != ruledOut[other] { return ruledOut[other] }
      if bands[one] != bands[other] { return bands[one].rawValue > bands[other].rawValue }
      return scores[one] > scores[other]
    }
  }

  package func outcome(_ answers: [AnswerValue?]) -> Outcome {
    var known: [String: Known] = [:]
    var outcome = Outcome()
    for (question, answer) in zip(questions, answers) {
      let asked = question.when.map { RandomPack.truth($0, known) == true } ?? true
      outcome.asked.append(asked)
      guard asked, let answer else { continue }
      switch answer {
      case .rating(let step): known["x." + question.id] = .number(Double(step))
      case .choice(let word):
        known["x." + question.id] = RandomPack.levels.firstIndex(of: word).map { .level($0) }
      case .choices(let words): known["x." + question.id] = .words(words)
      default: break
      }
    }
    for (id, sum) in sums { known[id] = RandomPack.value(sum, known) }
    for (id, when) in marks {
      known["mark." + id] = RandomPack.truth(when, known).map { .truth($0) }
    }
    for way in ways { add(way, known, to: &outcome) }
    return outcome
  }

  private func add(_ way: Way, _ known: [String: Known], to outcome: inout Outcome) {
    let truths = way.supports.map { RandomPack.truth($0.when, known) }
    var score = 0
    var decided = 0
    for (support, truth) in zip(way.supports, truths) {
      if truth == true { score += support.points }
      if truth != nil { decided += abs(support.points) }
    }
    let holding = zip(way.supports, truths).filter { $1 == true }.map(\.0.points)
    let speaking = holding.filter { $0 > 0 }.reduce(0, +)
    func sum(_ group: SupportGroup) -> Int {
      way.supports.indices.filter { truths[$0] == true && way.group($0) == group }
        .map { way.supports[$0].points }.reduce(0, +)
    }
    let undo = way.reversibility ?? 1
    let isGrouped = way.supports.indices.contains { way.group($0) != nil }
    let speaks = !isGrouped || sum(.push) > 0 && sum(.pull) + sum(.proof) > 0
    let isProved = !isGrouped || undo < 4 || sum(.proof) >= 10
    let isHeld = way.hold.map { RandomPack.truth($0, known) == true } ?? false
    let isWhole = -2 * (holding.min() ?? 0) <= speaking && speaks && isProved && !isHeld
    let total = way.supports.map { abs($0.points) }.reduce(0, +)
    outcome.scores.append(score)
    outcome.verdicts.append(truths.map { $0.map { Verdict($0) } ?? .unknown })
    outcome.ruledOut.append(way.gate.map { RandomPack.truth($0, known) == true } ?? false)
    outcome.bands.append(
      score >= 50 && decided * 100 >= 60 * total && isWhole
        ? .strong : score >= 25 ? .worthExploring : .littleSoFar)
  }

  private static func value(_ sum: Sum, _ known: [String: Known]) -> Known? {
    func numbers(_ names: [String]) -> [Double] {
      names.compactMap { if case .number(let number)? = known[$0] { number } else { nil } }
    }
    switch sum {
    case .sum(let names):
      let found = numbers(names)
      return found.count == names.count ? .number(found.reduce(0, +)) : nil
    case .mean(let names, let least):
      let found = numbers(names)
      return found.count >= least ? .number(found.reduce(0, +) / Double(found.count)) : nil
    case .levels(let name):
      return numbers([name]).first.map { .level($0 >= 8 ? 2 : $0 >= 4 ? 1 : 0) }
    }
  }

  private static func truth(_ term: Term, _ known: [String: Known]) -> Bool? {
    switch term {
    case .not(let part): return truth(part, known).map { !$0 }
    case .all(let parts):
      let truths = parts.map { truth($0, known) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { truth($0, known) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .atLeast(let count, let parts):
      let truths = parts.map { truth($0, known) }
      if truths.filter({ $0 == true }).count >= count { return true }
      return truths.filter { $0 != false }.count < count ? false : nil
    case .fact(let name, let phrase):
      switch (phrase, known[name]) {
      case (.atLeast(let bound), .number(let number)?): return number >= Double(bound)
      case (.lessThan(let bound), .number(let number)?): return number < Double(bound)
      case (.level(let bound), .level(let level)?): return level >= bound
      case (.has(let word), .words(let words)?): return words.contains(word)
      case (.truth(let wanted), .truth(let truth)?): return truth == wanted
      default: return nil
      }
    }
  }
}

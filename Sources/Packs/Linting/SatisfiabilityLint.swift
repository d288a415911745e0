import Rules
import Workbook

/// Conditions that can never be yes or never no, gates that contradict each other or what they stand beside, items that nobody
/// is ever asked, options that nothing tells apart.
struct SatisfiabilityLint {
  private let pack: Pack
  private let reach: Satisfiability
  private(set) var found: [Found] = []

  /// A finding with the id of what is meant, in its file.
  struct Found {
    var file: String
    var id: String?
    var message: String
  }

  init(_ pack: Pack) {
    self.pack = pack
    reach = Satisfiability(pack)
    // A mark may say no more than that something was answered.
    for mark in pack.marks {
      never(mark.when, "marks.yaml", mark.id)
      for one in mark.material { never(one.when, "marks.yaml", one.id) }
    }
    for (folder, list) in [("pathways", pack.pathways), ("directions", pack.directions)] {
      for one in list { rules(of: one.candidate, "\(folder)/\(one.id).yaml") }
    }
    for exercise in pack.exercises { conditions(of: exercise) }
    for step in pack.steps {
      for condition in [step.when, step.bestWhen].compactMap({ $0 }) {
        never(condition, "steps.yaml", step.id)
      }
    }
    options()
  }

  private mutating func note(_ file: String, _ id: String?, _ message: String) {
    found.append(Found(file: file, id: id, message: message))
  }

  private mutating func never(_ condition: Condition, _ file: String, _ id: String) {
    if !reach.verdicts(condition).yes { note(file, id, "`\(id)`: its condition can never be yes") }
  }

  private mutating func both(_ condition: Condition, _ file: String, _ id: String) {
    let verdicts = reach.verdicts(condition)
    if !verdicts.yes { note(file, id, "`\(id)`: its condition can never be yes") }
    if !verdicts.no {
      note(file, id, "`\(id)`: its condition is yes whatever is answered, so it tells nobody apart")
    }
  }

  private mutating func rules(of candidate: Candidate, _ file: String) {
    for support in candidate.supports { both(support.when, file, support.id) }
    for gate in candidate.gates { both(gate.when, file, gate.id) }
    for hold in candidate.holds { both(hold.when, file, hold.id) }
    if candidate.gates.isEmpty { return }
    let closed = Condition.any(candidate.gates.map(\.when))
    if candidate.gates.count > 1, !reach.verdicts(closed).no {
      note(file, candidate.gates[0].id, "its gates rule everybody out between them")
    }
    for support in candidate.supports where support.points > 0 {
      if reach.verdicts(support.when).yes, !reach.verdicts(.all([support.when, .not(closed)])).yes {
        note(
          file, support.id,
          "`\(support.id)`: a gate rules out everybody for whom it speaks")
      }
    }
  }

  private mutating func conditions(of exercise: Exercise) {
    let file = "exercises/\(exercise.id).yaml"
    // Yes once it is answered is reason enough to ask: until then it is unknown.
    if let when = exercise.when { never(when, file, exercise.id) }
    if let ready = exercise.ready { never(ready, file, exercise.id) }
    for closing in exercise.closings {
      if let when = closing.when { never(when, file, closing.id) }
    }
    for place in exercise.items {
      let item = pack.items[place]
      let id = item.address.item
      if let when = item.when {
        never(when, file, id)
        let together = Condition.all([exercise.when, when].compactMap { $0 })
        if reach.verdicts(when).yes, !reach.verdicts(together).yes {
          note(file, id, "`\(id)` is never asked: its condition contradicts that of its exercise")
        }
      }
      if let when = item.changeable?.when { never(when, file, id) }
    }
  }

  // MARK: - Options

  /// Options that no condition names, of an item that is read by conditions that name others, and printed nowhere.
  private mutating func options() {
    let readBy = ItemUsage(pack)
    let printed = Set(
      (pack.pathways + pack.directions).flatMap { $0.because + $0.gateBecause + $0.holdBecause }
        .flatMap(\.placeholders))
    var named: [Int: Set<String>] = [:]
    let others =
      pack.steps.flatMap { [$0.when, $0.bestWhen] } + pack.items.map { $0.changeable?.when }
    for condition in pack.allConditions + others.compactMap({ $0 }) {
      for (fact, comparison) in condition.comparisons {
        named[fact, default: []].formUnion(comparison.words)
      }
    }
    for (place, item) in pack.items.enumerated() {
      guard case .choice(let options, false) = item.kind,
        let fact = pack.factPlaces[item.address.factName], let words = named[fact],
        !words.isEmpty, place != pack.momentItem, !printed.contains(item.address.factName),
        readBy.of(place).allSatisfy({ $0.hasPrefix("rule:") || $0.hasPrefix("mark:") })
      else { continue }
      let unread = options.filter { !words.contains($0.id) }
      if unread.count > 1 {
        let ids = unread.map { "`\($0.id)`" }.joined(separator: ", ")
        note(
          "exercises/\(item.address.exercise).yaml", item.address.item,
          "`\(item.address.item)`: nothing tells the options \(ids) apart")
      }
    }
    moments()
  }

  /// Each moment that can be chosen has a path of its own.
  private mutating func moments() {
    guard let item = pack.momentItem else { return }
    let options = pack.items[item].kind.options.map(\.id)
    for option in options where !pack.moments.contains(where: { $0.id == option }) {
      note("moments.yaml", nil, "nothing reads the option `\(option)`: it has no path here")
    }
    for moment in pack.moments where !options.contains(moment.id) {
      note("moments.yaml", moment.id, "`\(moment.id)` can be chosen nowhere")
    }
  }
}

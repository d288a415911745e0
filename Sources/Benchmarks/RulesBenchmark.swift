import ArgumentParser
import CFloor
import Commands
import Foundation
import JSON
import Rules

/// `waymark-bench rules FILE.json`: a neutral workload through the rule engine, and through a plain loop in C beside it.
struct RulesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Load, full evaluation and one changed fact of a workload.",
    discussion: """
      The workload: {"facts": {"a1": 3}, "rules": [{"id", "pathway", "weight", "when": [{"fact", "op": ">=", "value"}]}], \
      "changes": [["a1", 5]]}. The second line is the same full evaluation as one loop in C over flat arrays.

      Example:
        waymark-bench rules workload.json
      """)

  @Argument(help: "A workload as JSON.") var file: String

  func run() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let plain = try JSONValue.json(Array(bytes))
    let workload = try Workload(plain)
    let load = Stopwatch.median(of: 5) { _ = try? Workload(plain).rules }
    let rules = workload.rules
    let facts = workload.facts
    let full = Stopwatch.median(of: 301) { _ = Evaluation(rules, facts: facts, today: nil) }
    var evaluation = Evaluation(rules, facts: facts, today: nil)
    var times: [Double] = []
    for change in workload.changes {
      times.append(
        Stopwatch.milliseconds {
          evaluation.set(change.fact, .number(change.value))
          _ = evaluation.score(0)
        })
    }
    let counts: [JSONValue.Pair] = [
      JSONValue.Pair("rules", .whole(workload.ruleCount)),
      JSONValue.Pair("facts", .whole(facts.count)),
    ]
    StandardStreams.json(
      JSONValue.map(
        [JSONValue.Pair("engine", "waymark")] + counts + [
          JSONValue.Pair("load_ms", Stopwatch.figure(load)),
          JSONValue.Pair("full_ms", Stopwatch.figure(full)),
          JSONValue.Pair("change_ms", Stopwatch.figure(Stopwatch.median(times))),
          JSONValue.Pair("scores", workload.document(evaluation.scores)),
        ]
      ))
    let floor = FloorWorkload(workload)
    let least = Stopwatch.median(of: 301) { _ = floor.scores() }
    StandardStreams.json(
      JSONValue.map(
        [JSONValue.Pair("engine", "C loop over flat arrays")] + counts + [
          JSONValue.Pair("full_ms", Stopwatch.figure(least)),
          JSONValue.Pair("ratio", .number((full / least * 100).rounded() / 100)),
          JSONValue.Pair("agrees", .bool(floor.scores() == workload.before)),
        ]
      ))
  }
}

/// A neutral workload, with names as places.
struct Workload {
  var facts: [Value?] = []
  var changes: [(fact: Int, value: Double)] = []
  var candidates: [Candidate] = []
  var ruleCount = 0

  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  init(_ plain: JSONValue) throws {
    var places: [String: Int] = [:]
    for pair in plain["facts"]?.map ?? [] {
      places[pair.key] = facts.count
      facts.append(pair.value.double.map { .number($0) })
    }
    var pathways: [String: Int] = [:]
    for rule in plain["rules"]?.list ?? [] {
      guard let id = rule["id"]?.text, let pathway = rule["pathway"]?.text,
        let weight = rule["weight"]?.double, let when = rule["when"]?.list
      else { throw Problem(description: "a rule has id, pathway, weight and when") }
      let place = pathways[pathway] ?? candidates.count
      if place == candidates.count {
        pathways[pathway] = place
        candidates.append(Candidate(id: pathway, supports: []))
      }
      let parts = try when.map { try Workload.comparison($0, places) }
      candidates[place].supports.append(
        Support(id: id, points: Int(weight), when: .all(parts)))
      ruleCount += 1
    }
    for change in plain["changes"]?.list ?? [] {
      guard let name = change.list?.first?.text, let fact = places[name],
        let value = change.list?.last?.double
      else { throw Problem(description: "a change names a fact and a value") }
      changes.append((fact, value))
    }
  }

  private static func comparison(_ plain: JSONValue, _ places: [String: Int]) throws -> Condition {
    guard let name = plain["fact"]?.text, let fact = places[name],
      let bound = plain["value"]?.double, let sign = plain["op"]?.text
    else { throw Problem(description: "a comparison has fact, op and value") }
    return .compare(fact: fact, sign == ">=" ? .numberAtLeast(bound) : .numberAtMost(bound))
  }

  var rules: RuleSet { RuleSet(candidates, factCount: facts.count) }

  /// Scores of the facts as they came.
  var before: [Int] { Evaluation(rules, facts: facts, today: nil).scores }

  func document(_ scores: [Int]) -> JSONValue {
    .map(zip(candidates, scores).map { JSONValue.Pair($0.id, .whole($1)) })
  }
}

/// The same workload laid out for the loop in C.
struct FloorWorkload {
  private var facts: [Double]
  private var starts: [Int32] = [0]
  private var factOf: [Int32] = []
  private var boundOf: [Double] = []
  private var isAtLeast: [UInt8] = []
  private var pathwayOf: [Int32] = []
  private var weightOf: [Int32] = []
  private var pathwayCount: Int

  init(_ workload: Workload) {
    facts = workload.facts.map { if case .number(let number)? = $0 { number } else { 0 } }
    pathwayCount = workload.candidates.count
    for (place, candidate) in workload.candidates.enumerated() {
      for support in candidate.supports {
        for (fact, comparison) in support.when.comparisons { add(fact, comparison) }
        starts.append(Int32(factOf.count))
        pathwayOf.append(Int32(place))
        weightOf.append(Int32(support.points))
      }
    }
  }

  private mutating func add(_ fact: Int, _ comparison: Operator) {
    factOf.append(Int32(fact))
    if case .numberAtLeast(let bound) = comparison {
      boundOf.append(bound)
      isAtLeast.append(1)
    } else if case .numberAtMost(let bound) = comparison {
      boundOf.append(bound)
      isAtLeast.append(0)
    }
  }

  func scores() -> [Int] {
    var scores = [Int64](repeating: 0, count: pathwayCount)
    unsafe floor_scores(
      facts, starts, pathwayOf.count, factOf, boundOf, isAtLeast, pathwayOf, weightOf, &scores)
    return scores.map(Int.init)
  }
}

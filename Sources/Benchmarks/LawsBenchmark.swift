import ArgumentParser
import Commands
import JSON
import Rules
import Workbook

/// `waymark-bench laws`: what must hold of every person, tried on many made-up ones; and how long a what-if takes.
struct LawsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "laws",
    abstract: "Laws of the rules over made-up people; ends with 1 where one is broken.",
    discussion: """
      Reasons add up to the score. Every what-if, read again from the start, ranks its pathway first. The same facts in 100 \
      shuffled orders come to one result.

      Example:
        waymark-bench laws --profiles 1000
      """)

  @Option(help: "How many made-up people.") var profiles = 1_000
  @Option(help: "Where their generator starts.") var seed: UInt64 = 7
  @Option(help: "A content pack; else the core pack.") var pack: String?

  func run() throws {
    let pack = try ContentPack.read(folder: self.pack)
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: Day(number: 20_600),
      generator: SplitMix64(state: seed))
    var laws = Laws(pack, seed)
    for _ in 0..<profiles { laws.check(FactBase(pack, filling.next(), today: filling.today)) }
    StandardStreams.json(laws.document(profiles))
    if laws.broken > 0 { throw ExitCode(1) }
  }
}

private struct Laws {
  private let pack: Pack
  private var random: SplitMix64
  private(set) var broken = 0
  private var reasons = 0
  private var whatIfs = 0
  private var found = 0
  private var times: [Double] = []

  init(_ pack: Pack, _ seed: UInt64) {
    self.pack = pack
    random = SplitMix64(state: seed)
  }

  mutating func check(_ reading: FactBase) {
    let assessment = Assessment(reading)
    for (pathway, standing) in zip(pack.pathways, assessment.pathways.standings) {
      let told = assessment.reasons(pathway, standing)
      reasons += told.count
      if told.reduce(0, { $0 + $1.points }) != standing.score { broken += 1 }
    }
    whatIf(reading)
    shuffled(reading)
  }

  private mutating func whatIf(_ reading: FactBase) {
    var results: [WhatIf] = []
    let places = pack.pathwayPlaces
    times.append(
      Stopwatch.milliseconds { results = places.map { WhatIf(reading, pathway: $0) } })
    for result in results where !result.isFirstToday {
      whatIfs += 1
      if !result.sets.isEmpty { found += 1 }
      for set in result.sets {
        let again = Assessment(reading.rerun(set.moves))
        if again.pathways.standings[result.pathway].rank != 1 { broken += 1 }
      }
    }
  }

  private mutating func shuffled(_ reading: FactBase) {
    let wanted = reading.evaluation.scores
    let blank = Evaluation(
      pack.rules, facts: reading.facts.map { _ in nil }, today: reading.today)
    var order = reading.facts.indices.filter { reading.facts[$0] != nil }
    for _ in 0..<100 {
      random.shuffle(&order)
      var evaluation = blank
      for fact in order { evaluation.set(fact, reading.facts[fact]) }
      if evaluation.scores != wanted { broken += 1 }
    }
  }

  func document(_ profiles: Int) -> JSONValue {
    [
      "bench": "laws", "profiles": .whole(profiles), "broken": .whole(broken),
      "reasons": .whole(reasons), "whatif": .whole(whatIfs), "whatif_found": .whole(found),
      "whatif_all_ms": Stopwatch.figure(Stopwatch.median(times)),
      "whatif_all_worst_ms": Stopwatch.figure(times.max() ?? 0),
    ]
  }
}

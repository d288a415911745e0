import ArgumentParser
import Commands
import JSON
import Rules
import Workbook

/// `waymark-bench evaluate`: made-up people, line by line, on one core.
struct EvaluateBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "People a second through the core pack, on one core.",
    discussion: """
      Each gives 48 interests and 60 other answers; a line of JSON in, a line of JSON out.

      Example:
        waymark-bench evaluate --people 2000
      """)

  @Option(help: "How many made-up people.") var people = 2_000
  @Option(help: "A content pack; else the core pack.") var pack: String?

  func run() throws {
    let pack = try ContentPack.read(folder: self.pack)
    let evaluator = Evaluator(pack, try ContentPack.phrases())
    let lines = EvaluateBenchmark.lines(pack, people)
    var order: [Int] = []
    var bytes = 0
    var refused = 0
    let time = Stopwatch.milliseconds {
      for line in lines {
        switch evaluator.result(line, order: &order) {
        case .success(let result): bytes += result.count
        case .failure: refused += 1
        }
      }
    }
    let document: JSONValue = [
      "bench": "evaluate", "people": .whole(people), "refused": .whole(refused),
      "bytes_in": .whole(lines.reduce(0) { $0 + $1.count }), "bytes_out": .whole(bytes),
      "ms": Stopwatch.figure(time),
      "people_a_second": .whole(Int(Double(people) / time * 1_000)),
    ]
    StandardStreams.json(document)
  }

  /// Lines of people who answered the interests and sixty other things that are chosen and not told.
  private static func lines(_ pack: Pack, _ count: Int) -> [[UInt8]] {
    var filling = SyntheticRespondent(pack, Responses(count: pack.items.count), today: nil)
    let interests = pack.exercise("interests").map { Array($0.items.prefix(48)) } ?? []
    let others = pack.items.indices.filter { item in
      if interests.contains(item) { return false }
      switch pack.items[item].kind {
      case .rating, .choice, .choices, .number, .record, .bestWorst: return true
      case .text, .day, .records, .sort, .rank, .grid: return false
      }
    }
    let step = max(1, others.count / 60)
    let chosen =
      interests + stride(from: 0, to: others.count, by: step).prefix(60).map { others[$0] }
    return (0..<count).map { number in
      let answers = filling.next()
      let list = chosen.compactMap { item -> JSONValue? in
        guard let value = answers.given[item]?.value else { return nil }
        let address = pack.items[item].address
        return [
          "exercise": .text(address.exercise), "item": .text(address.item), "value": value.plain,
        ]
      }
      let person: JSONValue = ["id": .text("p\(number)"), "answers": .list(list)]
      return Array(person.json.utf8)
    }
  }
}

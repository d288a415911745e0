package import ArgumentParser
import JSON

/// `waymark-bench`: figures of the parts whose speed somebody waits for, one JSON line each.
package struct Benchmark: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "waymark-bench", abstract: "Times the workbook's parts; one JSON line a figure.",
    discussion: """
      Example:
        waymark-bench rules workload.json
      """,
    subcommands: [
      RulesBenchmark.self, LawsBenchmark.self, StoreBenchmark.self, FaultsBenchmark.self,
      EvaluateBenchmark.self,
    ])

  package init() {}

  /// What the program's one line calls.
  package static func start() { main() }
}

/// How long things take, in milliseconds.
enum Stopwatch {
  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }

  /// The median of several runs.
  static func median(of runs: Int, _ work: () -> Void) -> Double {
    median((0..<runs).map { _ in milliseconds(work) })
  }

  static func median(_ times: [Double]) -> Double {
    let sorted = times.sorted()
    if sorted.isEmpty { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Milliseconds to four digits after the point.
  static func figure(_ milliseconds: Double) -> JSONValue {
    .number((milliseconds * 1e4).rounded() / 1e4)
  }
}

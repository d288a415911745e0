import ArgumentParser
import Glibc
import Workbook

/// `waymark evaluate`: a pack tried on made-up people, or on answers given for research.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Try a pack on made-up people; opens no profile.",
    discussion: """
      For authors and researchers. It is not for judging staff. One person a line in, one result a line out; the \
      clock is not read.

      Example:
        waymark evaluate people.ndjson
      """)

  @Argument(help: "A file of people; - reads standard input.") var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let pack = try PackLoading(roots: Roots(options)).pack()
    Standard.note(
      "waymark: evaluate is for authors and researchers, on made-up people or answers given for research; "
        + "it is not for judging staff.")
    let evaluator = Evaluator(pack)
    var reader = LineReader(descriptor: try InputFile.open(file))
    var number = 0
    var hasRefused = false
    while let lines = reader.next(atLeast: EvaluateCommand.batch) {
      for result in EvaluateCommand.results(lines, evaluator) {
        hasRefused = hasRefused || !result.problems.isEmpty
        Standard.out(result.output)
        for (line, problem) in result.problems {
          Standard.note("\(file):\(number + line): \(problem.words)")
        }
      }
      number += lines.count
    }
    if hasRefused { throw ExitCode(Failure.Code.data.rawValue) }
  }

  /// Bytes that are read before they are shared out among the cores.
  private static let batch = 2 << 20

  /// What a run of lines came to.
  private struct Part: Sendable {
    var output: [UInt8] = []
    /// Number of the line in its batch, from 1.
    var problems: [(Int, Evaluator.Problem)] = []
  }

  /// Each core takes a run of lines; the runs come back in order.
  private static func results(_ lines: [[UInt8]], _ evaluator: Evaluator) -> [Part] {
    let parts = min(Cores.count, lines.count)
    return Cores.run(parts) { part in
      var result = Part()
      for place in (lines.count * part / parts)..<(lines.count * (part + 1) / parts) {
        let line = lines[place]
        if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { continue }
        switch evaluator.result(line) {
        case .success(let bytes):
          result.output += bytes
          result.output.append(10)
        case .failure(let problem): result.problems.append((place + 1, problem))
        }
      }
      return result
    }
  }
}

/// A file named on the command line, or standard input.
enum InputFile {
  static func open(_ path: String) throws(Failure) -> Int32 {
    if path == "-" { return 0 }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Failure(
        .noInput, "waymark: \(path) cannot be read: \(unsafe String(cString: strerror(errno))).")
    }
    return descriptor
  }
}

import ArgumentParser
import JSON
import Packs
import Workbook

/// `waymark content sample`: the editor's desk.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Print random texts for an editor to grade, or count the grades.",
    discussion: """
      Each text stands without its place, so that an editor reads it cold; what the program fills in stands in braces. \
      The same seed prints the same sheet. With --check it reads the sheet with its grades and prints the shares of A, B and C \
      by kind, each with its 95 % interval. A line it can't read is named with its number; it ends with 65.

      Example:
        waymark content sample --seed 7 --count 150 > sheet.txt
        waymark content sample --check sheet.txt
      """)

  /// How many texts a sheet has.
  enum Count: ExpressibleByArgument {
    case all
    case some(Int)

    init?(argument: String) {
      if argument == "all" {
        self = .all
      } else if let count = Int(argument), count > 0 {
        self = .some(count)
      } else {
        return nil
      }
    }

    var defaultValueDescription: String { most.map(String.init) ?? "all" }

    var most: Int? {
      switch self {
      case .all: nil
      case .some(let count): count
      }
    }
  }

  @Argument(help: "The pack's folder.") var folder: String?
  @Option(help: ArgumentHelp("A whole number that decides the draw.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("How many texts, or all.", valueName: "n")) var count = Count.some(150)
  @Option(
    help: ArgumentHelp("Count the grades of a sheet; - reads standard input.", valueName: "file"))
  var check: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    if let check { return try count(check) }
    let texts = try SampleCommand.texts(options, folder)
    StandardStreams.page(DeskSheet.make(texts, seed: seed, count: count.most))
  }

  /// What a person can read in either face, and in `--help`.
  private static func texts(_ options: GlobalOptions, _ folder: String?) throws -> [ReaderText] {
    let (_, trees) = try ContentCommand.read(options, folder)
    let interface = try PackLoading(roots: RuntimeEnvironment(options)).interface()
    return ReaderTexts(trees, interface: interface).all + HelpTexts.all
  }

  private func count(_ path: String) throws {
    var lines = LineReader(descriptor: try InputFile.open(path))
    var rows: [String] = []
    while let more = lines.next() { rows += more.map { String(decoding: $0, as: UTF8.self) } }
    if let problem = lines.problem {
      throw Failure(.ioError, "waymark: \(path) cannot be read: \(problem).")
    }
    let grades = DeskGrades(rows.joined(separator: "\n"))
    guard grades.problems.isEmpty else {
      for one in grades.problems { StandardStreams.note("\(path):\(one.line): \(one.message)") }
      throw Failure(
        .data, "waymark: \(path) was not counted.",
        "Mend the lines above: `grade:` takes A, B or C, then a colon and your wording.")
    }
    for row in grades.rows { say(row) }
    if grades.open > 0 { StandardStreams.say("without a grade: \(grades.open)") }
  }

  private func say(_ row: DeskGrades.Row) {
    let shares = DeskGrades.Grade.allCases.map { "\($0.rawValue) \(row.share($0).words)" }
    StandardStreams.say("\(row.name), \(row.total): \(shares.joined(separator: ", "))")
  }
}

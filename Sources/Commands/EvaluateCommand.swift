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
    var reader = BatchReader(descriptor: try InputFile.open(file))
    var results = PeopleResults(file: file)
    // While the cores work on one batch the next is read, if it is there; nobody waits for a line that has not come yet.
    while let batch = reader.next() {
      let parts = batch.parts(Cores.count)
      let running = Cores.start(parts.count) { PeoplePart(batch.bytes[parts[$0]], evaluator) }
      results.write()
      reader.readAhead()
      results.waiting = running.outputs()
      if !reader.hasMore { results.write() }
    }
    results.write()
    if results.hasRefused { throw ExitCode(Failure.Code.data.rawValue) }
  }
}

/// What people came to, written in their order.
private struct PeopleResults {
  let file: String
  var waiting: [PeoplePart] = []
  private(set) var hasRefused = false
  private var lines = 0

  init(file: String) { self.file = file }

  mutating func write() {
    for part in waiting {
      Standard.out(part.lines)
      for (line, problem) in part.problems {
        hasRefused = true
        Standard.note("\(file):\(lines + line): \(problem.words)")
      }
      lines += part.count
    }
    waiting = []
  }
}

/// What a run of people came to.
private struct PeoplePart: Sendable {
  /// A line of JSON each, with its line feed.
  private(set) var lines: [UInt8] = []
  /// Lines read, empty ones too.
  private(set) var count = 0
  /// Number of the line among these, from 1.
  private(set) var problems: [(Int, Evaluator.Problem)] = []

  init(_ bytes: ArraySlice<UInt8>, _ evaluator: Evaluator) {
    lines.reserveCapacity(bytes.count * 4)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      count += 1
      take(bytes[start..<end], evaluator)
      start = end + 1
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>, _ evaluator: Evaluator) {
    if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return }
    switch evaluator.result(Array(line)) {
    case .success(let bytes):
      lines += bytes
      lines.append(10)
    case .failure(let problem): problems.append((count, problem))
    }
  }
}

/// Whole lines, some megabytes at a time.
private struct BatchReader {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var ended = false
  private static let size = 2 << 20

  init(descriptor: Int32) { self.descriptor = descriptor }

  struct Batch: Equatable {
    var bytes: [UInt8]

    /// The batch cut at line feeds into so many parts at most, about alike.
    func parts(_ count: Int) -> [Range<Int>] {
      var parts: [Range<Int>] = []
      var start = 0
      for part in 1...count where start < bytes.count {
        let wanted = max(start, bytes.count * part / count)
        let end = part == count ? nil : bytes[wanted...].firstIndex(of: 10)
        parts.append(start..<(end.map { $0 + 1 } ?? bytes.count))
        start = parts[parts.count - 1].upperBound
      }
      return parts
    }
  }

  /// What is there is not kept waiting for more that has not come yet.
  ///
  /// - Returns: `nil` at the end.
  mutating func next() -> Batch? {
    while true {
      if rest.count >= BatchReader.size || ended || !hasMore, let last = rest.lastIndex(of: 10) {
        defer { rest = Array(rest[(last + 1)...]) }
        return Batch(bytes: Array(rest[...last]))
      }
      if ended {
        defer { rest = [] }
        return rest.isEmpty ? nil : Batch(bytes: rest)
      }
      readMore()
    }
  }

  /// Reads what is there, up to a batch, without waiting.
  mutating func readAhead() {
    while !ended, rest.count < BatchReader.size, hasMore { readMore() }
  }

  /// Whether reading would not have to wait.
  var hasMore: Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, 0) > 0
  }

  private mutating func readMore() {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 {
      rest += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      ended = true
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

import ArgumentParser
import Glibc
import JSON
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
    let (phrases, pack) = try PackLoading(roots: RuntimeEnvironment(options)).both()
    StandardStreams.note(
      "waymark: evaluate is for authors and researchers, on made-up people or answers given for research; "
        + "it is not for judging staff.")
    let evaluator = Evaluator(pack, phrases)
    var reader = BatchReader(descriptor: try InputFile.open(file), name: file)
    var results = PeopleResults(file: file)
    // While the cores work on one batch the next is read, if it is there; nobody waits for a line that has not come yet.
    while let batch = try reader.next() {
      let parts = batch.parts(WorkerThreads.count)
      let running = WorkerThreads.start(parts.count) {
        PeoplePart(batch.bytes[parts[$0]], evaluator)
      }
      results.write()
      try reader.readAhead()
      results.waiting = running.outputs()
      if !reader.isReady { results.write() }
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
      StandardStreams.json(lines: part.lines)
      for (line, problem) in part.problems {
        hasRefused = true
        StandardStreams.note("\(file):\(lines + line): \(problem.words)")
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
  private var order: [Int] = []

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
    switch evaluator.result(Array(line), order: &order) {
    case .success(let bytes):
      lines += bytes
      lines.append(10)
    case .failure(let problem): problems.append((count, problem))
    }
  }
}

/// Whole lines, so many at a time that what comes of them stays small.
private struct BatchReader {
  private let descriptor: Int32
  private let name: String
  private var rest: [UInt8] = []
  /// Where the lines in `rest` end, behind each line feed.
  private var ends: [Int] = []
  private var ended = false
  private var isSkipping = false

  private static let most = 256 * WorkerThreads.count
  private static let enough = 2 << 20

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  struct Batch {
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

  /// Whether a line waits that is whole, so that nothing has to be waited for.
  var isReady: Bool { !ends.isEmpty }

  /// What is there is not kept waiting for more that has not come yet.
  ///
  /// - Returns: `nil` at the end.
  mutating func next() throws(Failure) -> Batch? {
    while true {
      if ended || !ends.isEmpty && (isFull || !hasMore) {
        if let end = ends.prefix(BatchReader.most).last { return take(end) }
        return rest.isEmpty ? nil : take(rest.count)
      }
      try readMore()
    }
  }

  private var isFull: Bool { ends.count >= BatchReader.most || rest.count >= BatchReader.enough }

  private mutating func take(_ end: Int) -> Batch {
    let batch = Batch(bytes: Array(rest[..<end]))
    rest = Array(rest[end...])
    ends = ends.drop { $0 <= end }.map { $0 - end }
    return batch
  }

  /// Reads what is there, up to a batch, without waiting.
  mutating func readAhead() throws(Failure) {
    while !ended, !isFull, hasMore { try readMore() }
  }

  /// Whether reading would not have to wait.
  private var hasMore: Bool { isReadable(0) }

  private func isReadable(_ milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, milliseconds) > 0
  }

  private mutating func readMore() throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 {
      add(buffer[..<count])
    } else if count == 0 {
      ended = true
    } else if errno == EAGAIN {
      _ = isReadable(-1)
    } else if errno != EINTR {
      throw Failure(
        .ioError, "waymark: \(name) cannot be read: \(unsafe String(cString: strerror(errno))).")
    }
  }

  /// A line longer than any person's answers is cut, and refused where it is read.
  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    if isSkipping {
      guard let end = bytes.firstIndex(of: 10) else { return }
      bytes = bytes[end...]
      isSkipping = false
    }
    let base = rest.count - bytes.startIndex
    rest += bytes
    for place in bytes.indices where bytes[place] == 10 { ends.append(base + place + 1) }
    isSkipping = rest.count - (ends.last ?? 0) > JSONLimits.file.bytes
  }
}

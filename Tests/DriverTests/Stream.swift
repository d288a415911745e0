import Foundation
import TestSupport

/// The program with its three streams open, so that it can be spoken to, listened to and killed.
final class Stream {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let error = Pipe()
  private var heard: [UInt8] = []

  /// - Parameter descriptor: text that the program reads from descriptor 3.
  init(
    _ program: Program, _ arguments: [String], environment more: [String: String] = [:],
    executable: String = Program.path
  ) throws {
    // A program that is gone is found out by its silence.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = program.environment.merging(more) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    // Pipes of this process must not be inherited by the next one, or no end is ever seen.
    for pipe in [input, output, error] {
      for handle in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
        _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
      }
    }
    try process.run()
  }

  func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes {
      write(input.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count)
    }
  }

  func endInput() { try? input.fileHandleForWriting.close() }

  /// The next whole line, `nil` at the end or after so long.
  func line(milliseconds: Int32 = 120_000) -> String? {
    while true {
      if let end = heard.firstIndex(of: 10) {
        defer { heard.removeFirst(end + 1) }
        return String(decoding: heard[..<end], as: UTF8.self)
      }
      var watched = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      if poll(&watched, 1, milliseconds) <= 0 { return nil }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = read(watched.fd, &buffer, buffer.count)
      if count <= 0 { return nil }
      heard += buffer[..<count]
    }
  }

  func kill() { _ = Glibc.kill(process.processIdentifier, SIGKILL) }

  var identifier: Int32 { process.processIdentifier }

  /// Waits for its end: the exit code, or 1000 + the signal, and what it said on standard error.
  func end() -> (code: Int32, said: String) {
    endInput()
    while line() != nil {}
    let said = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let code = process.terminationStatus
    return (
      process.terminationReason == .uncaughtSignal ? 1_000 + code : code,
      String(decoding: said, as: UTF8.self)
    )
  }
}

/// Answers as lines of JSON, each with what it answers.
struct AnswerLine: Hashable {
  var address: String
  var value: String
  var json: String

  /// Ratings of interests and a text, with values that tell which one it was.
  static func some(_ count: Int, _ random: inout some RandomNumberGenerator) -> [AnswerLine] {
    (0..<count).map { number in
      if number % 5 == 4 { return text("\(number) of \(count), “x”") }
      let letter = "riasec".randomElement(using: &random) ?? "r"
      return rating(
        "\(letter)0\(Int.random(in: 1...8, using: &random))", Int.random(in: 0...4, using: &random))
    }
  }

  static func rating(_ item: String, _ value: Int) -> AnswerLine {
    AnswerLine(
      address: "interests/\(item)", value: "\(value)",
      json: "{\"exercise\":\"interests\",\"item\":\"\(item)\",\"value\":\(value)}\n")
  }

  static func text(_ text: String, _ item: String = "arrive/want") -> AnswerLine {
    let parts = item.split(separator: "/")
    return AnswerLine(
      address: item, value: text,
      json: "{\"exercise\":\"\(parts[0])\",\"item\":\"\(parts[1])\",\"value\":\"\(text)\"}\n")
  }

  /// What `answers` prints, by address.
  static func held(_ printed: String) -> [String: String] {
    var held: [String: String] = [:]
    for line in printed.split(separator: "\n") {
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
        let row = object as? [String: Any], let exercise = row["exercise"], let item = row["item"]
      else { continue }
      held["\(exercise)/\(item)"] = row["value"].map(text)
    }
    return held
  }

  private static func text(_ value: Any) -> String {
    guard value is [Any] || value is [String: Any],
      let bytes = try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
    else { return "\(value)" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the present answers may be once some lines were acknowledged and more were sent.
  static func isPossible(
    _ held: [String: String], acknowledged: [AnswerLine], sent: [AnswerLine]
  ) -> Bool {
    // A prefix of what was sent, no shorter than what was acknowledged.
    (acknowledged.count...max(acknowledged.count, sent.count)).contains { count in
      var state: [String: String] = [:]
      for line in sent.prefix(count) { state[line.address] = line.value }
      return state == held
    }
  }
}

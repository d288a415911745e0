import Glibc
package import JSON
import Typesetting

/// The three standard streams: the one door through which text leaves the program, a screen's own cells apart. Nothing passes that
/// could move a cursor, turn a line round or hide in one; a test holds that nothing else in the sources writes.
package enum StandardStreams {
  /// Says lines for people on standard output.
  static func say(_ text: String) { page(text + "\n") }

  /// One line, whatever stands in the text: a finding, a row of a list.
  static func row(_ text: String) { out(visible(text) + "\n") }

  /// A whole page as it is in its file: HTML, Markdown, text.
  static func page(_ text: String) { out(visible(text, keepingLines: true)) }

  /// One JSON document on a line, with every sign as it was: what could do harm is written as `\uXXXX`.
  package static func json(_ document: JSONValue) { out(visibleJSON(document.json) + "\n") }

  /// Lines of JSON that were put together as bytes.
  static func json(lines: [UInt8]) {
    if lines.allSatisfy({ $0 == 10 || (32..<127).contains($0) }) { return out(lines) }
    out(visibleJSON(String(decoding: lines, as: UTF8.self)))
  }

  /// A calendar, whose lines end as RFC 5545 wants.
  static func calendar(_ text: String) {
    let rows = text.unicodeScalars.split(separator: "\r\n".unicodeScalars)
    out(rows.map { visible(String($0)) + "\r\n" }.joined())
  }

  /// Says a line of the linear mode: on a terminal broken at blanks, so that its edge cuts no word.
  static func speak(_ text: String) {
    guard isTerminal(1) else { return say(text) }
    for row in wrapped(text, columns: 76) { say(row) }
  }

  /// Says prose for people on standard error, broken at blanks.
  package static func noteProse(_ text: String) {
    for row in wrapped(text, columns: 76) { note(row) }
  }

  /// Says lines for people on standard error.
  package static func note(_ text: String) {
    _ = write(Array((visible(text, keepingLines: true) + "\n").utf8), to: 2)
  }

  /// Bytes that passed; a reader that went away ends the program.
  private static func out(_ bytes: [UInt8]) {
    if !write(bytes, to: 1) { exit(Failure.Code.ioError.rawValue) }
  }

  private static func out(_ text: String) { out(Array(text.utf8)) }

  /// Whether a person can be asked: what is typed comes from a terminal, and what is said reaches one.
  static var canAsk: Bool { isTerminal(0) && isTerminal(2) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Takes what stands on a terminal away, and what can be scrolled back to: the one escape sequence that lines take, where something
  /// was for one person and another looks next.
  ///
  /// - Returns: whether there is nothing left to be read.
  @discardableResult
  static func wipe() -> Bool {
    guard canWipe else { return !isTerminal(1) }
    out("\u{1B}[H\u{1B}[2J\u{1B}[3J")
    return true
  }

  static var canWipe: Bool {
    let term = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    return isTerminal(1) && !term.isEmpty && term != "dumb"
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      start += written
    }
    return true
  }
}

/// Lines from a descriptor, those that wait together at once.
struct LineReader {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var ended = false
  /// Why reading ended before the end; `nil` where it did not.
  private(set) var problem: String?
  /// A longer line is cut into a bad one.
  private let limit = 1 << 20

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a line is there without waiting.
  var hasLines: Bool { rest.contains(10) || ended }

  /// All whole lines that are there; waits for the first. `nil` at the end.
  mutating func next() -> [[UInt8]]? {
    while true {
      let lines = takeLines()
      if !lines.isEmpty { return lines }
      if ended {
        defer { rest = [] }
        return rest.isEmpty ? nil : [rest]
      }
      readMore()
    }
  }

  private mutating func takeLines() -> [[UInt8]] {
    guard let last = rest.lastIndex(of: 10) else { return [] }
    let lines = rest[..<last].split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    rest = Array(rest[(last + 1)...])
    return lines
  }

  private mutating func readMore() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 {
      rest += buffer[..<count]
    } else if count == 0 {
      ended = true
    } else if errno != EINTR {
      problem = unsafe String(cString: strerror(errno))
      ended = true
      rest = []
    }
  }
}

package import JSON
import Typesetting
import Workbook

/// Why a file that another person sent is not taken.
package enum ExchangeFileProblem: Error, Hashable, Sendable {
  case tooLong(limit: Int)
  case notJSON(JSONProblem)
  /// It is none of ours, or the other kind.
  case otherKind
  case otherVersion(String)
  case missing(field: String)
  case unknown(field: String)
  /// A field does not hold what it should.
  case wrong(field: String)
  /// A control character stands in a text.
  case control(field: String)
  /// What it says and its check do not belong together: it was changed on the way, or is not whole.
  case altered
}

/// Files that pass between two people: strict JSON with a check over everything else in it.
///
/// The check is for accidents: a line that a mail program broke, half a file. Whoever changes a file on purpose makes it anew. What holds
/// against that is the page's number, its receipt and the days (`OpenWorkbook.taking`), as far as anything can without a signature.
enum Paper {
  static let version = 2

  /// - Parameter digest: a hash of bytes, in hexadecimal.
  static func sealed(_ document: JSONValue, _ digest: ([UInt8]) -> String) -> JSONValue {
    document.setting(.text(check(document, digest)), at: ["check"])
  }

  static func check(_ document: JSONValue, _ digest: ([UInt8]) -> String) -> String {
    let pairs = (document.map ?? []).filter { $0.key != "check" }
    return digest(Array(JSONValue.map(pairs).json.utf8))
  }

  static func read(
    _ bytes: [UInt8], kind: String, limit: Int, _ digest: ([UInt8]) -> String
  ) throws(ExchangeFileProblem) -> ExchangeFileReader {
    if bytes.count > limit { throw .tooLong(limit: limit) }
    let document: JSONValue
    do throws(JSONProblem) {
      document = try JSONValue.json(bytes, limits: JSONLimits(bytes: limit, depth: 8))
    } catch {
      throw .notJSON(error)
    }
    var reader = ExchangeFileReader(document, path: "")
    guard document["waymark"]?.text == kind else { throw .otherKind }
    _ = try reader.text("waymark")
    let version = try reader.whole("version")
    if version != Paper.version { throw .otherVersion(String(version)) }
    guard try reader.text("check") == check(document, digest) else { throw .altered }
    return reader
  }
}

/// Reads the keys of a map, each once; one that nobody read is a problem.
struct ExchangeFileReader {
  private let document: JSONValue
  private let path: String
  private var known: Set<String> = []

  init(_ document: JSONValue, path: String) {
    self.document = document
    self.path = path
  }

  private func name(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  mutating func optional(_ key: String) -> JSONValue? {
    known.insert(key)
    return document[key]
  }

  private mutating func value(_ key: String) throws(ExchangeFileProblem) -> JSONValue {
    guard let value = optional(key) else { throw .missing(field: name(key)) }
    return value
  }

  mutating func text(_ key: String) throws(ExchangeFileProblem) -> String {
    guard let text = try value(key).text else { throw .wrong(field: name(key)) }
    return try checked(text, key)
  }

  mutating func optionalText(_ key: String) throws(ExchangeFileProblem) -> String? {
    guard let value = optional(key) else { return nil }
    guard let text = value.text else { throw .wrong(field: name(key)) }
    return try checked(text, key)
  }

  /// Words on one line, as `review` leaves them: nothing that could harm a screen or hide on it.
  mutating func line(_ key: String) throws(ExchangeFileProblem) -> String {
    let line = try text(key)
    if visible(line) != line { throw .control(field: name(key)) }
    return line.trimmed
  }

  /// Lines may stand in a text, and no other control.
  private func checked(_ text: String, _ key: String) throws(ExchangeFileProblem) -> String {
    let isClean = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    if !isClean { throw .control(field: name(key)) }
    return text
  }

  mutating func texts(_ key: String) throws(ExchangeFileProblem) -> [String] {
    guard let list = try value(key).list else { throw .wrong(field: name(key)) }
    var texts: [String] = []
    for one in list {
      guard let text = one.text else { throw .wrong(field: name(key)) }
      texts.append(try checked(text, key))
    }
    return texts
  }

  mutating func whole(_ key: String) throws(ExchangeFileProblem) -> Int {
    guard let whole = try value(key).whole else { throw .wrong(field: name(key)) }
    return whole
  }

  mutating func maps(_ key: String) throws(ExchangeFileProblem) -> [ExchangeFileReader] {
    guard let list = try value(key).list, list.allSatisfy({ $0.map != nil }) else {
      throw .wrong(field: name(key))
    }
    return list.enumerated().map {
      ExchangeFileReader($0.element, path: name(key) + ".\($0.offset + 1)")
    }
  }

  mutating func map(_ key: String) throws(ExchangeFileProblem) -> ExchangeFileReader {
    let inner = try value(key)
    if inner.map == nil { throw .wrong(field: name(key)) }
    return ExchangeFileReader(inner, path: name(key))
  }

  func wrong(_ key: String) -> ExchangeFileProblem { .wrong(field: name(key)) }

  /// To be called when all keys that can stand here were asked for.
  func finish() throws(ExchangeFileProblem) {
    if let other = document.map?.first(where: { !known.contains($0.key) }) {
      throw .unknown(field: name(other.key))
    }
  }
}

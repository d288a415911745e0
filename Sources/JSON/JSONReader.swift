/// Why a piece of JSON was refused, and where.
package struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  package var line: Int
  /// From 1, in bytes.
  package var column: Int
  package var reason: String

  package var description: String { "line \(line), column \(column): \(reason)" }
}

/// How much JSON is taken from outside.
package struct JSONLimits: Hashable, Sendable {
  package var bytes: Int
  package var depth: Int

  package static let file = JSONLimits(bytes: 20 << 20, depth: 64)

  package init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }
}

extension JSONValue {
  /// Reads one JSON document, strictly (RFC 8259): no doubled key, no lone surrogate, nothing after it.
  package static func json(
    _ text: some Sequence<UInt8>, limits: JSONLimits = .file
  ) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes: Array(text), limits: limits)
    return try reader.document()
  }

  package static func json(_ text: String) throws(JSONProblem) -> JSONValue {
    try json(text.utf8)
  }
}

/// Reads JSON from the front: a whole document, or piece by piece where the form is known.
package struct JSONReader {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var place = 0

  package init(bytes: [UInt8], limits: JSONLimits = .file) {
    self.bytes = bytes
    self.limits = limits
  }

  package var isAtEnd: Bool { place == bytes.count }

  /// Passes over exactly these bytes; `false`, and nothing passed over, where others stand there.
  package mutating func take(literally text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    let isSame = text.withUTF8Buffer { wanted in
      unsafe bytes[place..<place + count].elementsEqual(wanted)
    }
    if isSame { place += count }
    return isSame
  }

  /// The text that stands here; `nil` where none does.
  package mutating func text() -> String? {
    peek == UInt8(ascii: "\"") ? try? string() : nil
  }

  /// The value that stands here; `nil` where none does.
  package mutating func value() -> JSONValue? { try? value(depth: 0) }

  fileprivate mutating func document() throws(JSONProblem) -> JSONValue {
    if bytes.count > limits.bytes { throw problem("longer than \(limits.bytes) bytes") }
    let value = try value(depth: 0)
    skipSpace()
    if place < bytes.count { throw problem("something stands after the end") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    if depth > limits.depth { throw problem("nested more than \(limits.depth) deep") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try map(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .none: throw problem("it ends where a value is expected")
    case .some(let byte):
      guard byte == UInt8(ascii: "-") || (48...57).contains(byte) else {
        throw problem("a value is expected here")
      }
      return try number()
    }
  }

  private mutating func map(depth: Int) throws(JSONProblem) -> JSONValue {
    place += 1
    var pairs: [JSONValue.Pair] = []
    pairs.reserveCapacity(4)
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return .map([]) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw problem("a key in quotes is expected here") }
      let at = place
      let key = try string()
      if stands(key, in: pairs, &keys) { throw problem("the key `\(key)` stands twice", at: at) }
      skipSpace()
      if !take(":") { throw problem("a colon is expected here") }
      pairs.append(JSONValue.Pair(key, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .map(pairs) }
      if !take(",") { throw problem("a comma or `}` is expected here") }
    }
  }

  /// Whether a map has the key already: looked through while it is small, then by a set.
  private func stands(_ key: String, in pairs: [JSONValue.Pair], _ keys: inout Set<String>) -> Bool
  {
    if pairs.count < 8 { return pairs.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(pairs.map(\.key)) }
    return !keys.insert(key).inserted
  }

  private mutating func list(depth: Int) throws(JSONProblem) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .list([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .list(values) }
      if !take(",") { throw problem("a comma or `]` is expected here") }
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else {
      throw problem("a value is expected here")
    }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = place
    if peek == UInt8(ascii: "-") { place += 1 }
    let leadingZero = peek == UInt8(ascii: "0")
    let wholeDigits = digits()
    if wholeDigits == 0 || (leadingZero && wholeDigits > 1) {
      throw problem("not a number", at: start)
    }
    var isWhole = true
    if take(".") {
      isWhole = false
      if digits() == 0 { throw problem("not a number", at: start) }
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      if digits() == 0 { throw problem("not a number", at: start) }
    }
    if isWhole, place - start < 18 { return .whole(whole(start)) }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let whole = Int(text) { return .whole(whole) }
    guard let number = Double(text), number.isFinite else {
      throw problem("too large a number", at: start)
    }
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return .whole(whole) }
    return .number(number)
  }

  /// The digits from a place on, few enough to fit.
  private func whole(_ start: Int) -> Int {
    let isNegative = bytes[start] == UInt8(ascii: "-")
    var number = 0
    for byte in bytes[(isNegative ? start + 1 : start)..<place] {
      number = number * 10 + Int(byte - 48)
    }
    return isNegative ? -number : number
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = peek, (48...57).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func string() throws(JSONProblem) -> String {
    place += 1
    let start = place
    // Most texts stand as they are, in ASCII.
    var seen: UInt8 = 0
    while place < bytes.count, JSONReader.isPlain(bytes[place]) {
      seen |= bytes[place]
      place += 1
    }
    if peek == UInt8(ascii: "\""), seen < 128 {
      place += 1
      return unsafe bytes.withUnsafeBufferPointer { all in
        unsafe String(
          decoding: UnsafeBufferPointer(rebasing: all[start..<place - 1]), as: UTF8.self)
      }
    }
    var collected = Array(bytes[start..<place])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let text = String(validating: collected, as: UTF8.self) else {
          throw problem("not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): collected.append(contentsOf: String(try escaped()).utf8)
      case 0..<0x20: throw problem("a control character stands in a text: write it as \\u00XX")
      default:
        collected.append(byte)
        place += 1
      }
    }
    throw problem("a text has no end")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    let start = place
    place += 1
    guard let byte = peek else { throw problem("a text has no end") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode(start)
    default: throw problem("no such escape", at: start)
    }
  }

  private mutating func unicode(_ start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let first = try hex(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw problem("half of a surrogate pair", at: start)
    }
    let second = try hex(start)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw problem("half of a surrogate pair", at: start) }
    return scalar
  }

  private mutating func hex(_ start: Int) throws(JSONProblem) -> UInt32 {
    guard place + 4 <= bytes.count,
      bytes[place..<place + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw problem("four hexadecimal digits are expected", at: start) }
    place += 4
    return value
  }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { place += 1 }
  }

  private func problem(_ reason: String, at: Int? = nil) -> JSONProblem {
    let before = bytes[..<min(at ?? place, bytes.count)]
    let line = 1 + before.count { $0 == 10 }
    let column = 1 + (before.lastIndex(of: 10).map { before.count - $0 - 1 } ?? before.count)
    return JSONProblem(line: line, column: column, reason: reason)
  }
}

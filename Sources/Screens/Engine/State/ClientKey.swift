/// The key that a client chose for a session, or what is typed of one: bytes in memory alone, in no text, and overwritten once
/// they have served.
struct ClientKey: Hashable, Sendable {
  /// Characters that it needs.
  static let least = 4
  private static let room = 128

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {
    // Room for all of it at once: where it grows, no copy is left behind.
    bytes.reserveCapacity(ClientKey.room)
    ends.reserveCapacity(ClientKey.room)
  }

  init(_ line: String) {
    self.init()
    for character in line { append(character) }
  }

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  /// Blanks are left out: in lines nobody sees them either.
  mutating func append(_ character: Character) {
    guard !character.isWhitespace, bytes.count + character.utf8.count <= ClientKey.room else {
      return
    }
    bytes.append(contentsOf: character.utf8)
    ends.append(bytes.count)
  }

  mutating func removeLast() {
    guard ends.popLast() != nil else { return }
    let start = ends.last ?? 0
    for place in start..<bytes.count { bytes[place] = 0 }
    bytes.removeSubrange(start...)
  }

  mutating func wipe() {
    for place in bytes.indices { bytes[place] = 0 }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Whether two are the same, in a time that does not tell where they differ.
  func matches(_ other: ClientKey) -> Bool {
    if isEmpty || bytes.count != other.bytes.count { return false }
    return zip(bytes, other.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Whether three tries could find it: one character over and over, a run such as 1234, or the name that stands on the screen.
  func isEasy(besides name: String) -> Bool {
    let steps = zip(bytes, bytes.dropFirst()).map { Int($1) - Int($0) }
    if let first = steps.first, (-1...1).contains(first), steps.allSatisfy({ $0 == first }) {
      return true
    }
    return matches(ClientKey(name)) || matches(ClientKey(name.lowercased()))
  }
}

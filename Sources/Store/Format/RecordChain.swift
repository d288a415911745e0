import Sealing

/// Ties each record to its place, and each line of a log to the one before it, so that none can be changed, moved, put back or cut
/// out unseen. In a sealed profile the same bond is made by the key.
struct RecordChain {
  static let tagCount = 16
  static let firstTag = [UInt8](repeating: 0, count: tagCount)

  /// Where a record belongs.
  enum Place: Hashable {
    case change(Int)
    case draft(String)
    case manifest
  }

  /// Random, one a profile.
  let identity: [UInt8]
  let format: Int
  /// Of a sealed profile.
  let key: DataKey?

  /// A record as it lies in the file: the tag before it, its words plain or sealed, its own tag. That it holds the tag before it
  /// lets a whole record be known as whole beside a damaged one.
  func payload(_ body: [UInt8], at place: Place, after before: [UInt8]) -> [UInt8] {
    let bond = bond(place, before)
    guard let key else { return before + body + RecordChain.tag(bond, body) }
    return before + key.seal(Padding.padded(body), bond)
  }

  struct Record: Hashable {
    var before: [UInt8]
    var body: [UInt8]
    var tag: [UInt8]
  }

  /// - Returns: `nil` where it is not what was written at that place.
  func open(_ payload: [UInt8], at place: Place) -> Record? {
    guard payload.count >= 2 * RecordChain.tagCount else { return nil }
    let before = Array(payload.prefix(RecordChain.tagCount))
    let tag = Array(payload.suffix(RecordChain.tagCount))
    guard let key else {
      let words = payload[..<(payload.count - RecordChain.tagCount)]
      // The bond ends with the tag before it, which is where the payload begins.
      guard tag == Digest.blake2b(bond(place, []) + words, count: RecordChain.tagCount) else {
        return nil
      }
      return Record(before: before, body: Array(words.dropFirst(RecordChain.tagCount)), tag: tag)
    }
    let rest = Array(payload.dropFirst(RecordChain.tagCount))
    return key.open(rest, bond(place, before)).flatMap(Padding.unpadded).map {
      Record(before: before, body: $0, tag: tag)
    }
  }

  /// The name of a draft's row, which in a sealed profile tells nothing.
  func rowName(_ item: String) -> String { key?.hiddenName(item) ?? item }

  /// How many lines so many bytes can hold at most: each takes two tags and more.
  static func mostLines(in size: Int) -> Int { size / (2 * tagCount) }

  /// What a key slot is bound to.
  static func bond(_ identity: [UInt8], slot: String) -> [UInt8] { identity + Array(slot.utf8) }

  private func bond(_ place: Place, _ before: [UInt8]) -> [UInt8] {
    let named: [UInt8]
    switch place {
    case .change(let number): named = [1] + bytes(of: number)
    case .draft(let item):
      named = [2] + Digest.blake2b(Array(item.utf8), count: RecordChain.tagCount)
    case .manifest: named = [3]
    }
    return identity + bytes(of: format) + named + before
  }

  private static func tag(_ bond: [UInt8], _ body: [UInt8]) -> [UInt8] {
    Digest.blake2b(bond + body, count: tagCount)
  }
}

/// A number as eight bytes, the lowest first.
func bytes(of number: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

func number(of bytes: some Collection<UInt8>) -> Int {
  bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
}

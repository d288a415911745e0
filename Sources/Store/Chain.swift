import Sealing

/// Ties each line of a log to the one before it, so that none can be changed, moved or cut out unseen.
struct Chain {
  static let tagCount = 16
  static let firstTag = [UInt8](repeating: 0, count: tagCount)

  /// Random, one a profile.
  let identity: [UInt8]
  let format: Int

  /// The tag of a line: BLAKE2b over the profile's identity, the format, its number, the tag before, and its words.
  func tag(_ sequence: Int, after before: [UInt8], _ body: [UInt8]) -> [UInt8] {
    Digest.blake2b(
      identity + Chain.bytes(format) + Chain.bytes(sequence) + before + body,
      count: Chain.tagCount)
  }

  func payload(_ sequence: Int, after before: [UInt8], _ body: [UInt8]) -> [UInt8] {
    body + tag(sequence, after: before, body)
  }

  /// Words and tag of a payload; `nil` where the tag is not the one that belongs there.
  func open(
    _ payload: [UInt8], _ sequence: Int, after before: [UInt8]
  ) -> (body: [UInt8], tag: [UInt8])? {
    guard payload.count >= Chain.tagCount else { return nil }
    let body = Array(payload.dropLast(Chain.tagCount))
    let tag = Array(payload.suffix(Chain.tagCount))
    return tag == self.tag(sequence, after: before, body) ? (body, tag) : nil
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

import Sealing

/// What a whole file holds: rewritten with every change, so that a tail cut off or a draft taken away shows.
struct Manifest: Hashable {
  /// Number and tag of the last change.
  var sequence = 0
  var tag = RecordChain.firstTag
  /// Over all drafts, by name.
  var drafts = Manifest.digest([])

  var body: [UInt8] { bytes(of: sequence) + tag + drafts }

  init() {}

  init?(body: [UInt8]) {
    guard body.count == 8 + 2 * RecordChain.tagCount else { return nil }
    sequence = number(of: body[..<8])
    tag = Array(body[8..<8 + RecordChain.tagCount])
    drafts = Array(body[(8 + RecordChain.tagCount)...])
  }

  /// Over the names of drafts' rows and the tags at the end of what lies there.
  ///
  /// - Parameter drafts: in the order of names.
  static func digest(_ drafts: [(name: String, payload: [UInt8])]) -> [UInt8] {
    Digest.blake2b(
      drafts.flatMap { name, payload in
        bytes(of: name.utf8.count) + Array(name.utf8) + payload.suffix(RecordChain.tagCount)
      }, count: RecordChain.tagCount)
  }
}

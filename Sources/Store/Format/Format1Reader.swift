import Sealing
import Workbook

/// Files of editions up to 0.4: no sealing, a tag for each line alone, drafts as bare text.
enum Format1Reader {
  static func draft(_ item: String, _ payload: [UInt8], identity: [UInt8]) -> Draft? {
    let before = Digest.blake2b(Array(item.utf8), count: RecordChain.tagCount)
    return open(payload, 0, before, identity: identity).map {
      Draft(String(decoding: $0.body, as: UTF8.self))
    }
  }

  static func open(
    _ payload: [UInt8], _ sequence: Int, _ before: [UInt8], identity: [UInt8]
  ) -> (body: [UInt8], tag: [UInt8])? {
    guard payload.count >= RecordChain.tagCount else { return nil }
    let body = Array(payload.dropLast(RecordChain.tagCount))
    let tag = Array(payload.suffix(RecordChain.tagCount))
    let own = Digest.blake2b(
      identity + bytes(of: 1) + bytes(of: sequence) + before + body,
      count: RecordChain.tagCount)
    return tag == own ? (body, tag) : nil
  }
}

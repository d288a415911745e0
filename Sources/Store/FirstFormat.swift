import Foundation
import GRDB
import Sealing
import Workbook

/// Files of editions up to 0.4: no sealing, a tag for each line alone, drafts as bare text.
struct FirstFormat {
  private let header: Header
  private let path: String

  init(_ header: Header, _ path: String) {
    self.header = header
    self.path = path
  }

  func read(
    _ database: Database, after sequence: Int, _ tag: [UInt8]
  ) throws -> ProfileStore.Read {
    var result = ProfileStore.Read(sequence: sequence, tag: tag)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT seq, payload FROM change WHERE seq > ? ORDER BY seq",
      arguments: [sequence])
    while let row = try rows.next() {
      guard let number = Int.fromDatabaseValue(row[0]), number == result.sequence + 1,
        let payload = Data.fromDatabaseValue(row[1]),
        let (body, tag) = FirstFormat.open(
          Array(payload), number, result.tag, identity: header.identity),
        let change = ChangeRecord.change(body)
      else { throw StoreError.damaged(path: path, what: "change \(result.sequence + 1)") }
      result.changes.append(change)
      result.sequence = number
      result.tag = tag
    }
    let manifest = try Row.fetchOne(database, sql: "SELECT seq, tag FROM manifest WHERE one = 1")
    let last = manifest.flatMap { Int.fromDatabaseValue($0[0]) }
    let lastTag = manifest.flatMap { Data.fromDatabaseValue($0[1]) }.map { Array($0) }
    guard last == result.sequence, lastTag == result.tag else {
      throw StoreError.damaged(path: path, what: "the end of the log")
    }
    return result
  }

  func drafts(_ database: Database) throws -> [String: Draft] {
    var drafts: [String: Draft] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT item, payload FROM draft") {
      let item = String.fromDatabaseValue(row[0]) ?? ""
      guard let payload = Data.fromDatabaseValue(row[1]),
        let draft = FirstFormat.draft(item, Array(payload), identity: header.identity)
      else { throw StoreError.damaged(path: path, what: "the draft of \(item)") }
      drafts[item] = draft
    }
    return drafts
  }

  static func draft(_ item: String, _ payload: [UInt8], identity: [UInt8]) -> Draft? {
    let before = Digest.blake2b(Array(item.utf8), count: Chain.tagCount)
    return open(payload, 0, before, identity: identity).map {
      Draft(String(decoding: $0.body, as: UTF8.self))
    }
  }

  static func open(
    _ payload: [UInt8], _ sequence: Int, _ before: [UInt8], identity: [UInt8]
  ) -> (body: [UInt8], tag: [UInt8])? {
    guard payload.count >= Chain.tagCount else { return nil }
    let body = Array(payload.dropLast(Chain.tagCount))
    let tag = Array(payload.suffix(Chain.tagCount))
    let own = Digest.blake2b(
      identity + bytes(of: 1) + bytes(of: sequence) + before + body,
      count: Chain.tagCount)
    return tag == own ? (body, tag) : nil
  }
}

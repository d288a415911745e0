import CSystem
import Foundation
import GRDB
import Plain
import Sealing
package import Workbook

/// One person's file: an append-only log of changes. A change counts as kept only once it is on disk.
package final class ProfileStore {
  package let path: String
  private let queue: DatabaseQueue
  var database: DatabaseQueue { queue }
  private let chain: Chain
  /// Number and tag of the last line that was read.
  private var lastSequence = 0
  private var lastTag = Chain.firstTag

  /// Makes a new file, which must not be there yet.
  package static func create(
    path: String, name: String, opened: String
  ) throws(StoreError) -> ProfileStore {
    let failure = unsafe system_create_private(path)
    if failure != 0 { throw .cannotMakeFile(path: path, reason: systemReason(failure)) }
    do throws(StoreError) {
      return try fill(path: path, name: name, opened: opened)
    } catch {
      // Nothing half made stays behind.
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: path + "-journal")
      throw error
    }
  }

  private static func fill(
    path: String, name: String, opened: String
  ) throws(StoreError) -> ProfileStore {
    let queue = try openQueue(path)
    let identity = Digest.random(count: 16)
    try attempt(path) {
      try StoreSchema.migrator.migrate(queue)
      try queue.write { database in
        let header: [(String, [UInt8])] = [
          ("identity", identity), ("format", Array(String(StoreSchema.format).utf8)),
          ("reader", Array(String(StoreSchema.format).utf8)), ("name", Array(name.utf8)),
          ("opened", Array(opened.utf8)),
        ]
        for (key, value) in header {
          try database.execute(
            sql: "INSERT INTO header (name, value) VALUES (?, ?)",
            arguments: [key, Data(value)])
        }
        try database.execute(
          sql: "INSERT INTO manifest (one, count, seq, tag) VALUES (1, 0, 0, ?)",
          arguments: [Data(Chain.firstTag)])
      }
    }
    return ProfileStore(path, queue, Chain(identity: identity, format: StoreSchema.format))
  }

  /// Opens a file that is there. A later edition's is refused with every byte unchanged.
  package static func open(path: String) throws(StoreError) -> ProfileStore {
    switch Int(unsafe system_kind(path)) {
    case SYSTEM_ABSENT: throw .notThere(path: path)
    case SYSTEM_REGULAR: break
    default: throw .notAFile(path: path)
    }
    let queue = try openQueue(path)
    let header = try Header.read(queue, path)
    if header.reader > StoreSchema.format { throw .newer(path: path, format: header.reader) }
    let done = try attempt(path) {
      try queue.read { try StoreSchema.migrator.hasCompletedMigrations($0) }
    }
    if !done { try attempt(path) { try StoreSchema.migrator.migrate(queue) } }
    return ProfileStore(path, queue, Chain(identity: header.identity, format: header.format))
  }

  private init(_ path: String, _ queue: DatabaseQueue, _ chain: Chain) {
    self.path = path
    self.queue = queue
    self.chain = chain
  }

  /// From the profile's identity: the order in which cards lie on its screen.
  package var seed: UInt64 {
    chain.identity.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The changes that were written since the last call, by whomever; the first call gives all.
  package func newChanges() throws(StoreError) -> [Change] {
    let read = try ProfileStore.attempt(path) {
      try self.queue.read { try self.read(after: self.lastSequence, self.lastTag, $0) }
    }
    (lastSequence, lastTag) = (read.sequence, read.tag)
    return read.changes
  }

  /// Appends changes in one transaction, durable when this returns.
  ///
  /// - Returns: the numbers of the lines, and what others had written before them.
  package func append(
    _ changes: [Change]
  ) throws(StoreError) -> (sequences: [Int], before: [Change]) {
    let result = try ProfileStore.attempt(path) {
      try self.queue.inTransactionReturning { database in
        var read = try self.read(after: self.lastSequence, self.lastTag, database)
        var sequences: [Int] = []
        for change in changes {
          read.sequence += 1
          let body = Array(ChangeRecord.json(change).utf8)
          let payload = self.chain.payload(read.sequence, after: read.tag, body)
          read.tag = Array(payload.suffix(Chain.tagCount))
          try database.execute(
            sql: "INSERT INTO change (seq, payload) VALUES (?, ?)",
            arguments: [read.sequence, Data(payload)])
          if case .answered(let answer) = change {
            try database.execute(
              sql: "DELETE FROM draft WHERE item = ?", arguments: [answer.address.description])
          }
          sequences.append(read.sequence)
        }
        try database.execute(
          sql: "UPDATE manifest SET count = ?, seq = ?, tag = ? WHERE one = 1",
          arguments: [read.sequence, read.sequence, Data(read.tag)])
        return (read, sequences)
      }
    }
    (lastSequence, lastTag) = (result.0.sequence, result.0.tag)
    return (result.1, result.0.changes)
  }

  private struct Read {
    var changes: [Change] = []
    var sequence: Int
    var tag: [UInt8]
  }

  private func read(after sequence: Int, _ tag: [UInt8], _ database: Database) throws -> Read {
    var result = Read(sequence: sequence, tag: tag)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT seq, payload FROM change WHERE seq > ? ORDER BY seq",
      arguments: [sequence])
    while let row = try rows.next() {
      let number: Int = row["seq"]
      let payload: Data = row["payload"]
      guard number == result.sequence + 1,
        let (body, tag) = chain.open(Array(payload), number, after: result.tag),
        let change = ChangeRecord.change(body)
      else { throw StoreError.damaged(path: path, what: "change \(result.sequence + 1)") }
      result.changes.append(change)
      result.sequence = number
      result.tag = tag
    }
    let manifest = try Row.fetchOne(database, sql: "SELECT seq, tag FROM manifest WHERE one = 1")
    let last: Int? = manifest?["seq"]
    let lastTag: Data? = manifest?["tag"]
    guard last == result.sequence, lastTag.map({ Array($0) }) == result.tag else {
      throw StoreError.damaged(path: path, what: "the end of the log")
    }
    return result
  }
}

extension ProfileStore {
  /// Half-typed texts by the address of their item.
  package func drafts() throws(StoreError) -> [String: String] {
    try ProfileStore.attempt(path) {
      try self.queue.read { database in
        var drafts: [String: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT item, payload FROM draft") {
          let item: String = row["item"]
          let payload: Data = row["payload"]
          // A draft stands alone: its tag rests on its item instead of a number.
          let opened = self.chain.open(Array(payload), 0, after: ProfileStore.draftTag(item))
          guard let opened else {
            throw StoreError.damaged(path: self.path, what: "the draft of \(item)")
          }
          drafts[item] = String(decoding: opened.body, as: UTF8.self)
        }
        return drafts
      }
    }
  }

  /// Keeps a half-typed text, or with an empty one forgets it.
  package func setDraft(_ address: ItemAddress, _ text: String) throws(StoreError) {
    let item = address.description
    try ProfileStore.attempt(path) {
      try self.queue.write { database in
        if text.isEmpty {
          try database.execute(sql: "DELETE FROM draft WHERE item = ?", arguments: [item])
        } else {
          let payload = self.chain.payload(
            0, after: ProfileStore.draftTag(item), Array(text.utf8))
          try database.execute(
            sql: "INSERT OR REPLACE INTO draft (item, payload) VALUES (?, ?)",
            arguments: [item, Data(payload)])
        }
      }
    }
  }

  /// Notes when the profile was opened, `2026-11-22T08:00:00Z`.
  package func setOpened(_ time: String) throws(StoreError) {
    try ProfileStore.attempt(path) {
      try self.queue.write { database in
        try database.execute(
          sql: "UPDATE header SET value = ? WHERE name = 'opened'",
          arguments: [Data(Array(time.utf8))])
      }
    }
  }

  private static func draftTag(_ item: String) -> [UInt8] {
    Digest.blake2b(Array(item.utf8), count: Chain.tagCount)
  }
}

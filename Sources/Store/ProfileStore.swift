import CSystem
import Foundation
import GRDB
import Plain
package import Sealing
package import Workbook

/// One person's file: an append-only log of changes. A change counts as kept only once it is on disk.
package final class ProfileStore {
  package let path: String
  private(set) var header: Header
  private(set) var chain: Chain
  let lock: ProfileLock?
  private var queue: DatabaseQueue
  /// Which file was opened; another one may stand there by now.
  private var fileNumber: UInt64
  /// Number and tag of the last line that was read.
  private var lastSequence = 0
  private var lastTag = Chain.firstTag
  /// As SQLite counts what others have written.
  private var seenVersion: Int?
  /// A write failed: what is on disk is known again only after it is read anew.
  private var isSuspect = false
  /// Where the file stands as it was, when it was of an earlier format.
  package internal(set) var copyOfEarlier: String?

  /// How a file is opened.
  package enum Opening {
    /// A plain one; a sealed one is refused.
    case plain
    case secret(SecretBytes)
    case key(DataKey)
  }

  // MARK: - Opening

  /// Opens a file that is there. A later edition's is refused with every byte unchanged; an earlier one's is laid anew, after a
  /// copy.
  ///
  /// - Parameter locked: `false` to look alone: nothing is written, nothing is made beside it.
  package static func open(
    path: String, _ opening: Opening = .plain, locked: Bool = true
  ) throws(StoreError) -> ProfileStore {
    try refuseOther(path)
    let isWritable = unsafe system_may_write(path) != 0
    let lock = locked && isWritable ? try ProfileLock(path) : nil
    if let lock { try clearAway(path, lock) }
    let hasJournal = FileManager.default.fileExists(atPath: path + "-journal")
    let queue = try openQueue(path, readOnly: lock == nil && !(isWritable && hasJournal))
    let header = try Header.read(queue, path)
    if header.reader > StoreSchema.format { throw .newer(path: path, format: header.reader) }
    let key = try key(of: header, opening, path)
    if !header.isWhole(key) { throw .damaged(path: path, what: "its head") }
    let store = ProfileStore(path, queue, header, key, lock)
    if header.format < StoreSchema.format, lock != nil { try store.migrate() }
    return store
  }

  private static func key(
    of header: Header, _ opening: Opening, _ path: String
  ) throws(StoreError) -> DataKey? {
    guard header.isSealed else { return nil }
    switch opening {
    case .plain: throw .sealed(path: path)
    case .secret(let secret): return try header.key(by: secret, path)
    case .key(let key): return key
    }
  }

  init(
    _ path: String, _ queue: DatabaseQueue, _ header: Header, _ key: DataKey?, _ lock: ProfileLock?
  ) {
    self.path = path
    self.queue = queue
    self.header = header
    self.lock = lock
    chain = Chain(identity: header.identity, format: header.format, key: key)
    fileNumber = unsafe system_file_number(path)
  }

  /// From the profile's identity: the order in which cards lie on its screen.
  package var seed: UInt64 {
    chain.identity.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  package var name: String { header.name }
  package var isSealed: Bool { header.isSealed }
  package var hasRecovery: Bool { header.hasRecovery }

  /// Whether nothing can be written: the file, its folder, or the disk may only be read.
  package var isReadOnly: Bool { lock == nil || header.format < StoreSchema.format }

  /// Takes the place of the one workbook on this profile.
  ///
  /// - Parameters:
  ///   - note: who takes it, in words for whomever comes second; nothing private.
  ///   - patience: milliseconds to wait for it.
  /// - Returns: who holds it; `nil` where it is ours now, until this store is let go.
  package func takeSession(_ note: String, patience: Int = 0) -> String? {
    lock?.takeSession(note, patience: patience)
  }

  // MARK: - Reading

  var database: DatabaseQueue { queue }

  /// The changes that were written since the last call, by whomever; the first call gives all.
  package func newChanges() throws(StoreError) -> [Change] {
    try refuseReplaced()
    let read = try ProfileStore.attempt(path) { () -> Read? in
      try self.queue.read { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version")
        if version == self.seenVersion { return nil }
        let read = try self.read(database)
        self.seenVersion = version
        return read
      }
    }
    guard let read else { return [] }
    (lastSequence, lastTag) = (read.sequence, read.tag)
    return read.changes
  }

  struct Read {
    var changes: [Change] = []
    var sequence: Int
    var tag: [UInt8]
    var manifest = Manifest()
  }

  private func read(_ database: Database) throws -> Read {
    if header.format == 1 {
      return try FirstFormat(header, path).read(database, after: lastSequence, lastTag)
    }
    var result = Read(sequence: lastSequence, tag: lastTag)
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT seq, payload FROM change WHERE seq > ? ORDER BY seq"),
      arguments: [lastSequence])
    while let row = try rows.next() {
      guard let number = Int.fromDatabaseValue(row[0]), number == result.sequence + 1,
        let payload = Data.fromDatabaseValue(row[1]),
        let record = chain.open(Array(payload), at: .change(number)),
        record.before == result.tag, let change = ChangeRecord.change(record.body)
      else { throw StoreError.damaged(path: path, what: "change \(result.sequence + 1)") }
      result.changes.append(change)
      result.sequence = number
      result.tag = record.tag
    }
    result.manifest = try manifest(database)
    guard result.manifest.sequence == result.sequence, result.manifest.tag == result.tag else {
      throw StoreError.damaged(path: path, what: "the end of the log")
    }
    return result
  }

  func manifest(_ database: Database) throws -> Manifest {
    let payload = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT payload FROM manifest WHERE one = 1"))
    guard let payload, let record = chain.open(Array(payload), at: .manifest),
      let manifest = Manifest(body: record.body)
    else { throw StoreError.damaged(path: path, what: "the end of the log") }
    return manifest
  }

  // MARK: - Writing

  /// Appends changes in one transaction, durable when this returns.
  ///
  /// - Returns: the numbers of the lines, and what others had written before them.
  package func append(
    _ changes: [Change]
  ) throws(StoreError) -> (sequences: [Int], before: [Change]) {
    let wasSuspect = isSuspect
    let read = try writing { database -> Read in
      var read = try self.read(database)
      // The write that failed may have come through all the same: then it is made certain, not written twice.
      if wasSuspect, !changes.isEmpty, Array(read.changes.suffix(changes.count)) == changes {
        read.changes.removeLast(changes.count)
        try self.write(read.manifest, database)
        return read
      }
      for change in changes {
        try self.insert(change, &read, database)
      }
      try self.write(read.manifest, database)
      return read
    }
    (lastSequence, lastTag) = (read.sequence, read.tag)
    let first = read.sequence - changes.count
    return (changes.indices.map { first + 1 + $0 }, read.changes)
  }

  func insert(_ change: Change, _ read: inout Read, _ database: Database) throws {
    read.sequence += 1
    let payload = chain.payload(
      Array(ChangeRecord.json(change).utf8), at: .change(read.sequence), after: read.tag)
    read.tag = Array(payload.suffix(Chain.tagCount))
    try database.cachedStatement(sql: "INSERT INTO change (seq, payload) VALUES (?, ?)")
      .execute(arguments: [read.sequence, Data(payload)])
    if case .answered(let answer) = change {
      try removeDraft(of: answer.address.description, &read.manifest, database)
    }
    read.manifest.sequence = read.sequence
    read.manifest.tag = read.tag
  }

  func write(_ manifest: Manifest, _ database: Database) throws {
    let payload = chain.payload(manifest.body, at: .manifest, after: Chain.firstTag)
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO manifest (one, payload) VALUES (1, ?)"
    ).execute(arguments: [Data(payload)])
  }

  /// One transaction that no other program can cut into.
  func writing<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    guard let lock, !isReadOnly else {
      throw .cannotWrite(path: path, reason: "it may only be read")
    }
    return try lock.write(path) { () throws(StoreError) in
      try self.refuseReplaced()
      if self.isSuspect { try self.reopen() }
      do throws(StoreError) {
        return try ProfileStore.attempt(self.path) { try self.queue.inTransactionReturning(work) }
      } catch {
        // A sync that failed is never tried again: the file is opened and read anew.
        if case .damaged = error { throw error }
        if case .busy = error { throw error }
        self.isSuspect = true
        throw error
      }
    }
  }

  private func refuseReplaced() throws(StoreError) {
    if unsafe system_file_number(path) != fileNumber { throw .replaced(path: path) }
  }

  /// Opens the file that stands there now, with the key at hand.
  func reopen() throws(StoreError) {
    try? queue.close()
    queue = try ProfileStore.openQueue(path)
    header = try Header.read(queue, path)
    fileNumber = unsafe system_file_number(path)
    isSuspect = false
    seenVersion = nil
  }

  /// Opens a file that took this one's place, from its first line.
  func reopen(_ key: DataKey?) throws(StoreError) {
    try reopen()
    chain = Chain(identity: header.identity, format: header.format, key: key)
    (lastSequence, lastTag) = (0, Chain.firstTag)
  }

  /// Gives the file back; what is kept is on disk already.
  package func close() { try? queue.close() }

  // MARK: - The head

  /// Notes the day on which the profile was opened, from `2026-11-22T08:00:00Z`.
  package func setOpened(_ time: String) throws(StoreError) {
    try changeHeader { $0.opened = String(time.prefix(10)) }
  }

  /// Gives the profile another name in its head.
  package func rename(_ name: String) throws(StoreError) {
    try changeHeader { $0.name = name }
  }

  /// Changes what stands in the head, in one transaction, on top of what others changed there meanwhile.
  func changeHeader(_ change: (inout Header) -> Void) throws(StoreError) {
    header = try writing { database in
      guard var fresh = try Header.read(database), fresh.isWhole(self.chain.key) else {
        throw StoreError.damaged(path: self.path, what: "its head")
      }
      change(&fresh)
      try fresh.write(database, self.chain.key)
      return fresh
    }
  }
}

import CSystem
import Foundation
import GRDB
import JSON
package import Sealing
package import Workbook

/// One person's file: an append-only log of changes. A change counts as kept only once it is on disk.
package final class ProfileStore {
  package let path: String
  private(set) var header: ProfileHeader
  private(set) var chain: RecordChain
  let lock: ProfileLock?
  private var queue: DatabaseQueue
  /// Which file was opened; another one may stand there by now.
  private var fileNumber: UInt64
  /// What was there when the file was opened, until somebody asks for it.
  private var unread: StoreReading?
  /// Of a file of the first format, which is looked at alone.
  private(set) var firstDrafts: [String: Draft]?
  /// Number and tag of the last line that was read.
  private var lastSequence = 0
  private var lastTag = RecordChain.firstTag
  /// As SQLite counts what others have written.
  private var seenVersion: Int?
  /// A write failed: what is on disk is known again only after it is read anew.
  private var isSuspect = false
  /// What a write that failed was to append: it may have come through all the same.
  private var unconfirmed: [Change] = []
  /// Where the file stands as it was, when it was of an earlier format.
  package internal(set) var copyOfEarlier: String?
  /// What was done about a head that was damaged, where one was.
  package internal(set) var spare: SpareHead?

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
    if lock != nil { try Leftovers.clear(path) }
    let number = unsafe system_file_number(path)
    let (reading, key) = try whole(path, opening)
    let queue = try openQueue(path, readOnly: lock == nil)
    // While a key is derived another program may have put a new file in this one's place.
    if unsafe system_file_number(path) != number { throw .replaced(path: path) }
    let store = ProfileStore(path, queue, reading.header, key, lock, number)
    store.unread = reading
    store.firstDrafts = reading.header.format == 1 ? reading.drafts : nil
    store.tidyOpened()
    if reading.header.format < StoreSchema.format, lock != nil { try store.migrate() }
    if reading.found.usesSpare { try store.mendHead() }
    return store
  }

  /// Reads the whole file, and refuses one in which anything is not as it was written: nothing is built on what is damaged.
  private static func whole(
    _ path: String, _ opening: Opening
  ) throws(StoreError) -> (StoreReading, DataKey?) {
    let image = try StoreImage.read(path)
    let (header, key) = try opened(try ProfileHeader.all(image, path), opening, path)
    let reading = StoreReading(image, header, key)
    if !reading.found.opens, let damage = reading.found.damage.first {
      throw .damaged(path: path, what: damage)
    }
    return (reading, key)
  }

  /// What a program left that was killed: pages in the journal, and a copy that the old passphrase opens.
  private func tidyOpened() {
    guard let lock else { return }
    if Journal.isFull(path) { try? emptyJournal() }
    let copy = Leftovers.beforePassphrase(path)
    guard FileManager.default.fileExists(atPath: copy), lock.takeSession("") == nil else { return }
    Leftovers.clearBeforePassphrase(path)
    lock.giveSession()
  }

  /// Overwrites what stands in the journal, down to the disk.
  func emptyJournal() throws(StoreError) {
    guard let lock else { return }
    try lock.write(path) { () throws(StoreError) in
      try ProfileStore.attempt(self.path) {
        try Journal.empty(self.path, self.queue, lasts: true)
      }
    }
  }

  static func opened(
    _ headers: [ProfileHeader], _ opening: Opening, _ path: String
  ) throws(StoreError) -> (ProfileHeader, DataKey?) {
    let isSealed = headers.contains(where: \.isSealed)
    switch opening {
    case .plain:
      if isSealed { throw .sealed(path: path) }
      return (try whole(headers, nil, path), nil)
    case .secret(let secret):
      if !isSealed { return (try whole(headers, nil, path), nil) }
      let key = try ProfileHeader.key(of: headers.filter(\.isSealed), by: secret, path)
      return (try whole(headers, key, path), key)
    case .key(let key): return (try whole(headers, key, path), key)
    }
  }

  private static func whole(
    _ headers: [ProfileHeader], _ key: DataKey?, _ path: String
  ) throws(StoreError) -> ProfileHeader {
    guard let header = headers.first(where: { $0.isWhole(key) }) else {
      throw .damaged(path: path, what: "its head")
    }
    return header
  }

  init(
    _ path: String, _ queue: DatabaseQueue, _ header: ProfileHeader, _ key: DataKey?,
    _ lock: ProfileLock?,
    _ fileNumber: UInt64
  ) {
    self.path = path
    self.queue = queue
    self.header = header
    self.lock = lock
    chain = RecordChain(identity: header.identity, format: header.format, key: key)
    self.fileNumber = fileNumber
  }

  /// From the profile's identity: the order in which cards lie on its screen.
  package var seed: UInt64 {
    chain.identity.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// By which numbers on pages are made: from the key of a sealed profile, else from the identity, which stands in no page and no
  /// export. A number is compared with its receipt and never made again, so a new key makes none of them wrong.
  package var pageSecret: [UInt8] {
    let salt = Array("waymark page numbers".utf8)
    return Digest.blake2b(salt, count: 32, key: chain.identity + (chain.key?.pages ?? []))
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
    // Lines of our own that may be there are settled by the next append, and not taken for somebody else's.
    if !unconfirmed.isEmpty { return [] }
    let read = try ProfileStore.attempt(path) { () -> Read? in
      try self.queue.read { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version")
        if version == self.seenVersion { return nil }
        let read = try self.read(database)
        self.seenVersion = version
        self.unread = nil
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
    var result = Read(sequence: lastSequence, tag: lastTag)
    if let unread {
      result = Read(changes: unread.changes, sequence: unread.sequence, tag: unread.tag)
    }
    // Nobody writes a file of the first format any more.
    if header.format == 1 { return result }
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT seq, payload FROM change WHERE seq > ? ORDER BY seq"),
      arguments: [result.sequence])
    while let row = try rows.next() {
      guard let number = Int.fromDatabaseValue(row[0]), number == result.sequence + 1,
        let payload = row.blob(1), let record = chain.open(payload, at: .change(number)),
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
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT payload FROM manifest WHERE one = 1"))
    guard let record = row?.blob(0).flatMap({ chain.open($0, at: .manifest) }),
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
    let earlier = unconfirmed
    do throws(StoreError) {
      let (read, sequences) = try appending(changes)
      (unconfirmed, unread) = ([], nil)
      (lastSequence, lastTag) = (read.sequence, read.tag)
      return (sequences, read.changes)
    } catch {
      if isSuspect, changes.count >= earlier.count { unconfirmed = changes }
      throw error
    }
  }

  private func appending(_ changes: [Change]) throws(StoreError) -> (Read, [Int]) {
    let before = lastSequence
    return try writing { database in
      var read = try self.read(database)
      var rest = changes[...]
      var sequences: [Int] = []
      if let place = self.confirmed(changes, read.changes) {
        // It came through: now it is made certain, not written twice.
        sequences = place.map { before + 1 + $0 }
        read.changes.removeSubrange(place)
        rest = rest.dropFirst(place.count)
      }
      for change in rest {
        try self.insert(change, &read, database)
        sequences.append(read.sequence)
      }
      try self.write(read.manifest, database)
      return (read, sequences)
    }
  }

  /// Where lines of a write that failed stand in what was read since, as many as there are.
  private func confirmed(_ changes: [Change], _ read: [Change]) -> Range<Int>? {
    for count in stride(from: min(changes.count, unconfirmed.count), to: 0, by: -1)
    where changes.prefix(count) == unconfirmed.prefix(count) {
      if let place = read.firstRange(of: changes.prefix(count)) { return place }
    }
    return nil
  }

  /// Appends only where nobody wrote since the last look, for what was worked out from everything before it.
  ///
  /// - Returns: `false` where somebody did, and nothing was written.
  package func appendUnlessChanged(_ changes: [Change]) throws(StoreError) -> Bool {
    let read = try writing { database -> Read? in
      var read = try self.read(database)
      if !read.changes.isEmpty { return nil }
      for change in changes { try self.insert(change, &read, database) }
      try self.write(read.manifest, database)
      return read
    }
    guard let read else { return false }
    unread = nil
    (lastSequence, lastTag) = (read.sequence, read.tag)
    return true
  }

  func insert(_ change: Change, _ read: inout Read, _ database: Database) throws {
    read.sequence += 1
    let payload = chain.payload(
      Array(ChangeRecord.json(change).utf8), at: .change(read.sequence), after: read.tag)
    read.tag = Array(payload.suffix(RecordChain.tagCount))
    try database.cachedStatement(sql: "INSERT INTO change (seq, payload) VALUES (?, ?)")
      .execute(arguments: [read.sequence, Data(payload)])
    if case .answered(let answer) = change {
      try removeDraft(of: answer.address.description, &read.manifest, database)
    }
    read.manifest.sequence = read.sequence
    read.manifest.tag = read.tag
  }

  func write(_ manifest: Manifest, _ database: Database) throws {
    let payload = chain.payload(manifest.body, at: .manifest, after: RecordChain.firstTag)
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
      if self.isSuspect { try self.reopenSame() }
      do throws(StoreError) {
        return try ProfileStore.attempt(self.path) {
          let result = try self.queue.inTransactionReturning(work)
          // It is kept, whatever becomes of what the journal still holds: the next who opens the file looks again.
          try? Journal.empty(self.path, self.queue)
          return result
        }
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

  /// Opens the same file anew, with the key at hand.
  private func reopenSame() throws(StoreError) {
    try? queue.close()
    let image = try StoreImage.read(path)
    if let problem = image.problem { throw .damaged(path: path, what: problem) }
    queue = try ProfileStore.openQueue(path)
    isSuspect = false
    seenVersion = nil
  }

  /// Opens a file that took this one's place, from its first line.
  @discardableResult
  func reopen(_ key: DataKey?) throws(StoreError) -> Verification {
    try? queue.close()
    let (reading, _) = try ProfileStore.whole(path, key.map { .key($0) } ?? .plain)
    queue = try ProfileStore.openQueue(path)
    (header, unread, firstDrafts) = (reading.header, reading, nil)
    fileNumber = unsafe system_file_number(path)
    chain = RecordChain(identity: header.identity, format: header.format, key: key)
    (isSuspect, seenVersion, unconfirmed) = (false, nil, [])
    (lastSequence, lastTag) = (0, RecordChain.firstTag)
    return reading.found
  }

  /// Takes up a file that another program wrote anew, where the key at hand opens it.
  ///
  /// - Returns: everything that is there now.
  package func renew() throws(StoreError) -> (changes: [Change], drafts: [String: Draft]) {
    try reopen(chain.key)
    return (try newChanges(), try drafts())
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
  func changeHeader(_ change: (inout ProfileHeader) -> Void) throws(StoreError) {
    header = try writing { database in
      guard var fresh = try ProfileHeader.all(database).first(where: { $0.isWhole(self.chain.key) })
      else {
        throw StoreError.damaged(path: self.path, what: "its head")
      }
      change(&fresh)
      try fresh.write(database, self.chain.key)
      return fresh
    }
  }
}

import Foundation
import GRDB
package import Sealing

/// What is in the clear at the head of a profile's file, and the slots of its key.
package struct ProfileHeader: Hashable {
  /// Sixteen random bytes.
  package var identity: [UInt8]
  package var format: Int
  /// The oldest format that a program must know to read this file.
  package var reader: Int
  package var name: String
  /// Day last opened, `2026-11-22`.
  package var opened: String
  /// Whose presence seals the profile.
  var passphrase: KeySlot?
  var recovery: KeySlot?
  /// Over all the rest; files of the first format have none.
  private var tag: [UInt8] = []

  package var isSealed: Bool { passphrase != nil || recovery != nil }
  package var hasRecovery: Bool { recovery != nil }

  init(name: String, opened: String) {
    identity = Digest.random(count: 16)
    format = StoreSchema.format
    reader = StoreSchema.format
    self.name = name
    self.opened = String(opened.prefix(10))
  }

  /// - Parameter checked: `false` takes it also where its tag does not fit.
  /// - Returns: `nil` where it is not whole.
  init?(rows: [String: [UInt8]], checked: Bool = true) {
    func text(_ name: String) -> String { String(decoding: rows[name] ?? [], as: UTF8.self) }
    guard let identity = rows["identity"], identity.count == 16, let format = Int(text("format")),
      let reader = Int(text("reader"))
    else { return nil }
    self.identity = identity
    self.format = format
    self.reader = reader
    name = text("name")
    opened = String(text("opened").prefix(10))
    if let bytes = rows["slot.passphrase"] {
      guard let slot = KeySlot(bytes: bytes) else { return nil }
      passphrase = slot
    }
    if let bytes = rows["slot.recovery"] {
      guard let slot = KeySlot(bytes: bytes) else { return nil }
      recovery = slot
    }
    tag = rows["tag"] ?? []
    // The first format knew no passphrase: what says both is made up.
    if format < 2 && isSealed { return nil }
    // Without a key its holder can be asked; without one at all the tag says whether the rest is as it was written.
    if checked && !isSealed && format > 1 && !isWhole(nil) && reader <= StoreSchema.format {
      return nil
    }
  }

  /// What is laid anew is laid in the format of today.
  mutating func bringUpToDate() { (format, reader) = (StoreSchema.format, StoreSchema.format) }

  private var untagged: [(String, [UInt8])] {
    var rows: [(String, [UInt8])] = [
      ("format", Array(String(format).utf8)), ("identity", identity),
      ("name", Array(name.utf8)), ("opened", Array(opened.utf8)),
      ("reader", Array(String(reader).utf8)),
    ]
    if let passphrase { rows.append(("slot.passphrase", passphrase.bytes)) }
    if let recovery { rows.append(("slot.recovery", recovery.bytes)) }
    return rows
  }

  private func tag(_ key: DataKey?) -> [UInt8] {
    let all = untagged.flatMap { name, value in
      bytes(of: name.utf8.count) + Array(name.utf8) + bytes(of: value.count) + value
    }
    return key?.headTag(all) ?? Digest.blake2b(all, count: RecordChain.tagCount)
  }

  /// Whether nothing here was changed by anybody without the key.
  func isWhole(_ key: DataKey?) -> Bool { format == 1 ? key == nil : tag == tag(key) }

  private func written(_ key: DataKey?) -> [(String, [UInt8])] { untagged + [("tag", tag(key))] }

  /// What its table holds where nothing was changed.
  func rows(_ key: DataKey?) -> [String: [UInt8]] {
    Dictionary(written(key)) { $1 }
  }

  /// Writes it twice.
  func write(_ database: Database, _ key: DataKey?) throws {
    for table in ["header", "spare"] {
      try database.execute(sql: "DELETE FROM \(table)")
      for (name, value) in written(key) {
        try database.execute(
          sql: "INSERT INTO \(table) (name, value) VALUES (?, ?)",
          arguments: [name, Data(value)])
      }
    }
  }

  // MARK: - Reading

  /// Reads the head of a file without touching it; only a transaction that was cut off is rolled back, since before that
  /// nothing can be read.
  package static func read(path: String) throws(StoreError) -> ProfileHeader {
    try all(try StoreImage.read(path), path)[0]
  }

  /// The head and its spare, as far as they can be read; at least one.
  static func all(_ image: StoreImage, _ path: String) throws(StoreError) -> [ProfileHeader] {
    if image.isEmpty { throw .unfinished(path: path) }
    let headers = ["header", "spare"].compactMap { table in
      image.head(table).flatMap { ProfileHeader(rows: $0) }
    }
    // A later edition has other tables, and says by both heads that it is one: by one alone, that is damage.
    let readable = headers.filter { $0.reader <= StoreSchema.format }
    if readable.isEmpty, let newer = headers.first {
      throw .newer(path: path, format: newer.reader)
    }
    if let problem = image.problem { throw .damaged(path: path, what: problem) }
    if readable.isEmpty { throw .damaged(path: path, what: "its head") }
    return readable
  }

  /// Where one page is damaged the other table stands in.
  static func all(_ database: Database) throws -> [ProfileHeader] {
    try ["header", "spare"].compactMap { table in
      try rows(table, database).flatMap { ProfileHeader(rows: $0) }
    }
  }

  /// The key of a file, by a secret that is tried on each set of slots.
  static func key(
    of headers: [ProfileHeader], by secret: SecretBytes, _ path: String
  ) throws(StoreError) -> DataKey {
    var tried: Set<[UInt8]> = []
    var problem: StoreError?
    for header in headers {
      let slots =
        (header.passphrase?.bytes ?? []) + (header.recovery?.bytes ?? []) + header.identity
      if !tried.insert(slots).inserted { continue }
      do throws(StoreError) {
        return try header.key(by: secret, path)
      } catch {
        // A damaged slot may ask for more memory than there is, and the other head's opens all the same.
        if problem != .wrongPassphrase(path: path) { problem = error }
      }
    }
    throw problem ?? .wrongPassphrase(path: path)
  }

  static func rows(_ table: String, _ database: Database) throws -> [String: [UInt8]]? {
    do {
      guard try database.tableExists(table) else { return nil }
      var values: [String: [UInt8]] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT name, value FROM \(table)") {
        guard let name = String.fromDatabaseValue(row["name"]), let value = row.blob(1) else {
          continue
        }
        values[name] = value
      }
      return values
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return nil
    }
  }

  // MARK: - The key

  /// Opens the key by a passphrase, or by twelve recovery words.
  func key(by secret: SecretBytes, _ path: String) throws(StoreError) -> DataKey {
    guard let given = secret.tidied, let letters = given.lettersAlone else {
      throw .noMemory(path: path)
    }
    var tries: [(String, KeySlot, SecretBytes)] = []
    if let recovery, letters.wordCount == PassphraseRule.recoveryWords {
      tries.append(("slot.recovery", recovery, letters))
    }
    if let passphrase { tries.append(("slot.passphrase", passphrase, given)) }
    for (name, slot, secret) in tries {
      switch slot.open(by: secret, RecordChain.bond(identity, slot: name)) {
      case .key(let key): return key
      case .wrong: continue
      case .noMemory: throw .noMemory(path: path)
      }
    }
    throw .wrongPassphrase(path: path)
  }

  /// Wraps a key by a passphrase, and by recovery words where there are any.
  mutating func seal(
    _ key: DataKey, _ secrets: SealingSecrets, _ path: String
  ) throws(StoreError) {
    passphrase = try slot(key, secrets.passphrase.tidied, secrets.cost, "slot.passphrase", path)
    if let words = secrets.recovery {
      recovery = try slot(key, words, secrets.cost, "slot.recovery", path)
    }
  }

  private func slot(
    _ key: DataKey, _ secret: SecretBytes?, _ cost: KeyCost, _ name: String, _ path: String
  ) throws(StoreError) -> KeySlot {
    guard let secret,
      let slot = KeySlot(
        wrapping: key, by: secret, cost: cost, RecordChain.bond(identity, slot: name))
    else { throw .noMemory(path: path) }
    return slot
  }
}

/// What a profile is sealed by.
package struct SealingSecrets {
  package var passphrase: SecretBytes
  /// Twelve words; without them a slot that is there stays as it is.
  package var recovery: SecretBytes?
  package var cost: KeyCost

  package init(passphrase: SecretBytes, recovery: SecretBytes?, cost: KeyCost = .common) {
    self.passphrase = passphrase
    self.recovery = recovery
    self.cost = cost
  }
}

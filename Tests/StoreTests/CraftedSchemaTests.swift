import Foundation
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// Files whose tables somebody altered, to make the program hang, grow, lie, or take away what was kept.
struct CraftedSchemaTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }

  init() { _ = Digest.start() }

  /// What is done to a whole file: by SQL, then byte by byte.
  struct Craft: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var sql = ""
    var bytes: [(Int, [UInt8])] = []

    init(_ name: String, _ sql: String, bytes: [(Int, [UInt8])] = []) {
      testDescription = name
      self.sql = sql
      self.bytes = bytes
    }
  }

  private static let endless =
    "AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS seq, zeroblob(1000) AS payload FROM n"

  /// The log's root leads to itself, as often as a page has room for.
  private static let tail: [(Int, [UInt8])] = {
    let root = 3 * 4_096
    let head: [UInt8] = [5, 0, 0, 1, 0x20, 0x0F, 0xF0, 0, 0, 0, 0, 4]
    var all: [(Int, [UInt8])] = [(root, head), (root + 0xFF0, [0, 0, 0, 4, 9])]
    for cell in 0..<288 { all.append((root + 12 + 2 * cell, [0x0F, 0xF0])) }
    return all
  }()

  static let crafts: [Craft] = [
    Craft("an endless view named like the log", "DROP TABLE change; CREATE VIEW change \(endless)"),
    Craft(
      "an endless view named like the head",
      "DROP TABLE header; CREATE VIEW header AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS name, i AS value FROM n"
    ),
    Craft(
      "a view in the place of the drafts",
      "DROP TABLE draft; CREATE VIEW draft AS SELECT name AS item, value AS payload FROM spare"),
    Craft("one more view", "CREATE VIEW other \(endless)"),
    Craft(
      "a trigger on the log",
      "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM change WHERE seq < 4; END"),
    Craft(
      "a trigger on the drafts",
      "CREATE TRIGGER t AFTER DELETE ON draft BEGIN DELETE FROM change; END"),
    Craft(
      "a trigger on the end of the log",
      "CREATE TRIGGER t AFTER INSERT ON manifest BEGIN DELETE FROM draft; END"),
    Craft(
      "triggers on the head",
      "CREATE TRIGGER t BEFORE DELETE ON header BEGIN SELECT 1; END;CREATE TRIGGER u BEFORE DELETE ON spare BEGIN SELECT 1; END"
    ),
    Craft("a generated column", "ALTER TABLE change ADD COLUMN more AS (length(payload))"),
    Craft("one more column", "ALTER TABLE draft ADD COLUMN more BLOB"),
    Craft("one more table", "CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(9000))"),
    Craft("an index", "CREATE INDEX i ON change (payload)"),
    Craft("a partial index", "CREATE INDEX i ON change (payload) WHERE seq > 3"),
    Craft("an index on an expression", "CREATE INDEX i ON change (hex(payload))"),
    Craft(
      "a heavy check",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (one = 1)', 'CHECK (one = 1 AND length(hex(hex(hex(zeroblob(9000000))))) > 1)') WHERE name = 'manifest'"
    ),
    Craft(
      "a heavy default",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'payload BLOB NOT NULL', 'payload BLOB NOT NULL DEFAULT (randomblob(900000000))') WHERE name = 'change'"
    ),
    Craft(
      "a log without row numbers",
      "CREATE TABLE c (seq INTEGER PRIMARY KEY NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;INSERT INTO c SELECT * FROM change; DROP TABLE change; ALTER TABLE c RENAME TO change"
    ),
    Craft("a table of another module", "CREATE VIRTUAL TABLE v USING fts5(x)"),
    Craft(
      "roots changed over",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = CASE name WHEN 'change' THEN (SELECT rootpage FROM sqlite_schema WHERE name = 'manifest') ELSE (SELECT rootpage FROM sqlite_schema WHERE name = 'change') END WHERE name IN ('change', 'manifest')"
    ),
    Craft(
      "two tables on one root",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'header') WHERE name = 'spare'"
    ),
    Craft("a tree that bites its tail", "", bytes: tail),
    Craft("a vast length", "", bytes: [(3 * 4_096 + 4_000, Array(repeating: 0xFF, count: 12))]),
    Craft("a write-ahead log", "", bytes: [(18, [2, 2])]),
    Craft("letters of two bytes each", "", bytes: [(56, [0, 0, 0, 2])]),
    Craft("text where blobs belong", "UPDATE change SET payload = CAST(payload AS TEXT)"),
    Craft("a mark of one's own", "PRAGMA user_version = 7"),
    Craft("statistics", "ANALYZE"),
    Craft(
      "a counter of rows", "CREATE TABLE c (a INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE c"),
    Craft("pages that are moved about", "PRAGMA auto_vacuum = FULL; VACUUM"),
  ]

  private func crafted(_ craft: Craft, _ secrets: SealingSecrets?) throws -> DataKey? {
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", secrets)
    _ = try store.append(ProfileStoreTests.changes)
    let opening = store.opening
    store.close()
    if !craft.sql.isEmpty { try SQL.script(craft.sql, path) }
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for (place, patch) in craft.bytes {
      bytes.replaceSubrange(place..<place + patch.count, with: patch)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path + ".lock")
    guard case .key(let key) = opening else { return nil }
    return key
  }

  /// Refused by all that reads it, with every byte left as it is and nothing left beside it; what is whole is brought out.
  @Test(arguments: crafts + more, [false, true])
  func alteredTablesAreRefused(_ craft: Craft, _ isSealed: Bool) throws {
    let secrets = SealingSecrets(
      passphrase: SealedStoreTests.secret(SealedStoreTests.words), recovery: nil, cost: .floor)
    let key = try crafted(craft, isSealed ? secrets : nil)
    let opening: ProfileStore.Opening = key.map { .key($0) } ?? .plain
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let other = ProfileFolder(path: folder + "/other")
    var told: [StoreError] = []
    func tell(_ work: () throws -> Void) {
      do { try work() } catch { if let error = error as? StoreError { told.append(error) } }
    }
    tell { _ = try ProfileStore.open(path: path, opening).append(ProfileStoreTests.changes) }
    tell { _ = try ProfileStore.open(path: path, opening, locked: false) }
    tell { _ = try ProfileStore.open(path: path, opening).backup(to: folder + "/copy") }
    tell { _ = try ProfileStore.open(path: path, opening).forget(.words("Zoë")) }
    tell { _ = try other.restore(from: path, opening) { $0 } }
    #expect(told.count == 5, "\(told)")
    for error in told {
      guard case .damaged = error else {
        Issue.record("\(error)")
        continue
      }
    }
    let found = try ProfileStore.verify(path: path, opening)
    #expect(!found.isWhole)
    do throws(StoreError) { _ = try ProfileFolder.entry(at: path) } catch {
      guard case .damaged = error else {
        Issue.record("\(error)")
        return
      }
    }
    let salvage = try? other.salvage(path, naming: { $0 }, opening)
    #expect((salvage?.changes ?? 0) <= 8)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let beside = try FileManager.default.contentsOfDirectory(atPath: folder)
    // The journal stays from when the file was whole, and holds nothing.
    #expect(
      Set(beside).isSubset(of: ["p.waymark", "p.waymark.lock", "p.waymark-journal", "other"]),
      "\(beside)")
    try other.erase(ProfileFolder.Entry(path: path, name: "p", opened: ""))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// What somebody types who has got such a file, and what it may end with.
  private static let commands: [(line: String, codes: Set<Int32>)] = [
    ("profile list", [0]), ("doctor", [0]), ("answers --profile FILE", [1]),
    ("profile verify --profile FILE", [2]), ("profile restore FILE", [1]),
    ("answer - --profile FILE", [1]), ("forget x/a --yes --profile FILE", [1]),
    ("doctor --salvage FILE", [0, 1]),
  ]

  /// What looks at names and at how a file is built; and what is wrong in lines alone, which only a reading of all of them tells.
  private static let looks = ["profile list"]
  private static let underAWholeHead = ["a vast length", "text where blobs belong"]

  /// The built program on the same files: each command ends by its own bounds, says what is wrong and what can be done, and leaves
  /// every byte.
  @Test(arguments: crafts + more) func theProgramSaysSo(_ craft: Craft) throws {
    _ = try crafted(craft, nil)
    let program = Program()
    defer { program.end() }
    let profiles = program.data + "/profiles"
    try FileManager.default.createDirectory(
      atPath: profiles, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let file = profiles + "/0123456789abcdef.waymark"
    try FileManager.default.copyItem(atPath: path, toPath: file)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    func run(_ line: String) -> Program.Result {
      // What goes on for ever ends there, with a code that none of ours is.
      program.shell(
        "exec timeout -s KILL 20 '\(Program.path)' "
          + line.replacingOccurrences(of: "FILE", with: "'\(file)'"),
        input: #"{"exercise":"arrive","item":"want","value":"x"}"# + "\n")
    }
    for (line, codes) in Self.commands {
      let said = run(line)
      #expect(codes.contains(said.code), "\(line): \(said.code) \(said.error)")
      let words = said.out + said.error
      if line.hasPrefix("doctor --salvage") {
        #expect(words.contains("whole") || words.contains("brought out"), "\(line): \(words)")
      } else if !Self.looks.contains(line) || !Self.underAWholeHead.contains(craft.testDescription)
      {
        #expect(words.contains("not as it was written"), "\(line): \(words)")
        #expect(words.contains("doctor --salvage"), "\(line): \(words)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before, "\(line)")
    }
    let erased = run("profile erase FILE --yes")
    #expect(erased.code == 0, "\(erased.code) \(erased.error)")
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}

import Foundation
import JSON
import Store
import TestSupport
import Testing
import Workbook

struct ProfileStoreTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }

  static func answered(_ item: String, _ value: JSONValue, of: JSONValue? = nil, round: Int = 1)
    -> Change
  {
    .answered(
      Answer(
        address: ItemAddress("x", item), value: value, of: of, at: "2026-11-22T08:00:00Z",
        round: round))
  }

  static let changes: [Change] = [
    answered("a", "Zoë 日本\n“x”"), answered("b", 3), answered("b", .null),
    answered("c", ["a", "b"], of: ["k"]), .undone, .redone,
    .setting(name: "computer", value: "mine"), answered("d", ["f": "a", "n": 2], round: 2),
  ]

  @Test func whatIsWrittenComesBack() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let first = try store.append(Array(ProfileStoreTests.changes.prefix(3)))
    #expect(first.sequences == [1, 2, 3])
    _ = try store.append(Array(ProfileStoreTests.changes.dropFirst(3)))
    let again = try ProfileStore.open(path: path)
    #expect(try again.newChanges() == ProfileStoreTests.changes)
    #expect(try again.newChanges() == [])
  }

  @Test func modesAreForTheOwnerAlone() throws {
    let old = umask(0)
    defer { umask(old) }
    let data = folder + "/deep/data"
    let profiles = ProfileFolder(path: data)
    let store = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z")
    func mode(_ path: String) throws -> Int {
      try #require(
        FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
    #expect(try mode(store.path) == 0o600)
    #expect(try mode(data) == 0o700)
    #expect(try mode(data + "/profiles") == 0o700)
    #expect(profiles.list().entries.map(\.name) == ["p"])
  }

  /// Every byte of every line is watched over.
  @Test func aFlippedBitIsToldByItsPlace() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append(ProfileStoreTests.changes)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let needle = Data("“x”".utf8)
    let place = try #require(whole.range(of: needle)).lowerBound
    var damaged = whole
    damaged[place + 3] ^= 1
    try damaged.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.damaged(path: path, what: "change 1")) {
      try ProfileStore.open(path: path)
    }
  }

  @Test func aLineCutOutOrATailCutOffIsTold() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append(ProfileStoreTests.changes)
    try SQL.run("DELETE FROM change WHERE seq = 8", path)
    #expect(throws: StoreError.damaged(path: path, what: "change 8")) {
      try ProfileStore.open(path: path).newChanges()
    }
    try SQL.run("DELETE FROM change WHERE seq = 3", path)
    #expect(throws: StoreError.damaged(path: path, what: "change 3")) {
      try ProfileStore.open(path: path).newChanges()
    }
  }

  @Test func twoWritersChainOntoEachOther() throws {
    let one = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let other = try ProfileStore.open(path: path)
    _ = try other.newChanges()
    for number in 0..<20 {
      let writer = number % 2 == 0 ? one : other
      let result = try writer.append([ProfileStoreTests.answered("n", .whole(number))])
      #expect(result.sequences == [number + 1])
      #expect(result.before.count == (number == 0 ? 0 : 1))
    }
    #expect(try ProfileStore.open(path: path).newChanges().count == 20)
  }

  /// Both heads of such a file say so; where one alone does, it is damaged, and the other stands in.
  @Test func aLaterFormatIsRefusedUntouched() throws {
    _ = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    for table in ["header", "spare"] {
      try SQL.run("UPDATE \(table) SET value = CAST('9' AS BLOB) WHERE name = 'reader'", path)
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.newer(path: path, format: 9)) { try ProfileStore.open(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func linksPipesAndFoldersAreRefused() throws {
    _ = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let link = folder + "/link.waymark"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: StoreError.notAFile(path: link)) { try ProfileStore.open(path: link) }
    #expect(throws: StoreError.notAFile(path: folder)) { try ProfileStore.open(path: folder) }
    let none = folder + "/none.waymark"
    #expect(throws: StoreError.notThere(path: none)) { try ProfileStore.open(path: none) }
    let hard = folder + "/hard.waymark"
    try FileManager.default.linkItem(atPath: path, toPath: hard)
    #expect(throws: StoreError.notAFile(path: hard)) { try ProfileStore.open(path: hard) }
  }

  @Test func draftsAreKeptAndEmptiedByTheAnswer() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let address = ItemAddress("x", "a")
    try store.setDraft(address, Draft("half a sentence qzxv", cursor: 4))
    try store.setDraft(ItemAddress("x", "b"), "other")
    #expect(
      try ProfileStore.open(path: path).drafts()["x/a"] == Draft("half a sentence qzxv", cursor: 4))
    _ = try store.append([ProfileStoreTests.answered("a", "whole")])
    #expect(try store.drafts() == ["x/b": "other"])
    // Nothing of the half sentence stays in the file.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data("qzxv".utf8)) == nil)
  }

  @Test func journalAndSynchronousAreTheSafeOnes() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("a", 1)])
    // 1 at these two bytes says that the file itself asks for no write-ahead log.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes[18] == 1 && bytes[19] == 1)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    // The journal stays, so that none of its blocks is given back, and holds nothing.
    let journal = try Data(contentsOf: URL(fileURLWithPath: path + "-journal"))
    #expect(journal.count > 4_096 && journal.allSatisfy { $0 == 0 })
  }

  /// Between writes the journal holds neither what was there before nor what was half written.
  @Test func theJournalHoldsNoWord() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("a", "zqx once")])
    try store.setDraft(ItemAddress("x", "b"), "zqx half")
    _ = try store.append([ProfileStoreTests.answered("b", "whole")])
    let journal = try Data(contentsOf: URL(fileURLWithPath: path + "-journal"))
    #expect(journal.range(of: Data("zqx".utf8)) == nil)
  }

  /// A journal that was left by an erased or replaced file is never taken for the new one's.
  @Test func noJournalOutlivesItsFile() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("a", "zqx gone")])
    _ = try store.append([ProfileStoreTests.answered("b", "kept")])
    _ = try store.forget(.answer(ItemAddress("x", "a")))
    #expect(!FileManager.default.fileExists(atPath: path + "-journal"))
    #expect(try store.append([ProfileStoreTests.answered("c", 1)]).before.isEmpty)
    #expect(Profile(try ProfileStore.open(path: path).newChanges()).current.count == 2)
  }

  @Test func schemaIsTheGoldenOne() throws {
    _ = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let schema = try SQL.rows(
      "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'grdb%' AND sql IS NOT NULL ORDER BY name",
      path)
    let difference = Golden.difference(
      schema.joined(separator: ";\n") + ";\n", "StoreTests/Golden/schema.sql")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// A file of the first format, kept as it was written; it must open for ever.
  @Test func theFirstFormatStillOpens() throws {
    let fixture = Tree.root + "/Tests/StoreTests/Golden/format-1.waymark"
    try FileManager.default.copyItem(atPath: fixture, toPath: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    // Looked at alone it is read as it is.
    let looking = try ProfileStore.open(path: path, locked: false)
    #expect(try looking.newChanges() == ProfileStoreTests.changes && looking.isReadOnly)
    looking.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    // Opened to be written it is laid anew, and stands beside as it was.
    let store = try ProfileStore.open(path: path)
    #expect(try store.newChanges() == ProfileStoreTests.changes)
    #expect(try ProfileHeader.read(path: path).name == "first")
    #expect(try ProfileHeader.read(path: path).format == 2)
    let copy = try #require(store.copyOfEarlier)
    let old = try ProfileStore.open(path: copy, locked: false)
    #expect(try old.newChanges() == ProfileStoreTests.changes)
    #expect(try store.append([ProfileStoreTests.answered("e", 1)]).sequences == [9])
  }

  /// A transaction that was cut off leaves a journal that only a writer may roll back; the profile is found all the same.
  @Test func aCutOffTransactionHidesNoProfile() throws {
    let profiles = ProfileFolder(path: folder + "/data")
    let store = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("a", 1)])
    // As a power cut leaves it: the journal is there, and the file is half rewritten.
    let copy = try SQL.hotJournal(store.path)
    #expect(FileManager.default.fileExists(atPath: copy + "-journal"))
    #expect(try ProfileHeader.read(path: copy).name == "p")
    #expect(try ProfileStore.open(path: copy).newChanges().count == 1)
    // Rolled back, the journal is overwritten where it is, and not given back to the disk with the words in it.
    let journal = try Data(contentsOf: URL(fileURLWithPath: copy + "-journal"))
    #expect(!journal.isEmpty && journal.allSatisfy { $0 == 0 })
  }

  /// A lock whose profile is gone is no profile's lock: it is taken away, and whoever still waits on it waits on the new one.
  @Test func aLockWithoutAProfileIsTakenAway() throws {
    let profiles = ProfileFolder(path: folder + "/data")
    let store = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z")
    let lock = folder + "/data/profiles/0000000000000000.waymark.lock"
    try Data().write(to: URL(fileURLWithPath: lock))
    #expect(profiles.list().entries.map(\.name) == ["p"])
    #expect(!FileManager.default.fileExists(atPath: lock))
    // The lock of the profile itself, taken away by somebody: two who write still keep out of each other's way.
    try FileManager.default.removeItem(atPath: store.path + ".lock")
    let other = try ProfileStore.open(path: store.path)
    _ = try other.newChanges()
    _ = try store.append([ProfileStoreTests.answered("a", 1)])
    _ = try other.append([ProfileStoreTests.answered("b", 2)])
    #expect(try ProfileStore.open(path: store.path).newChanges().count == 2)
  }

  /// What a full disk left half made is no profile, and hides none.
  @Test func anUnfinishedFileIsPassedOver() throws {
    let profiles = ProfileFolder(path: folder + "/data")
    _ = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z")
    try Data().write(
      to: URL(fileURLWithPath: folder + "/data/profiles/0000000000000000.waymark"))
    #expect(profiles.list().entries.map(\.name) == ["p"])
    #expect(profiles.list().unreadable.isEmpty)
  }

  @Test func anErasedProfileIsGone() throws {
    let profiles = ProfileFolder(path: folder + "/data")
    let store = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("a", "secret")])
    let entry = try #require(profiles.list().entries.first)
    try profiles.erase(entry)
    #expect(profiles.list().entries.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: entry.path))
  }
}

/// Undo and redo are changes of their own: they last over a restart.
struct ProfileTests {
  private func one(_ value: Int, round: Int = 1) -> Change {
    ProfileStoreTests.answered("a", .whole(value), round: round)
  }

  @Test func undoTakesTheLastAnswerAndRedoBringsItBack() {
    var profile = Profile([one(1), one(2), .undone])
    #expect(profile.current.map(\.value) == [1])
    profile.apply(.redone)
    #expect(profile.current.map(\.value) == [2])
    profile = Profile([one(1), one(2), .undone, one(3), .redone])
    #expect(profile.current.map(\.value) == [3])
    #expect(Profile([.undone, .redone]).current.isEmpty)
  }

  @Test func answersStandInTheOrderInWhichTheyWereGiven() {
    let b = ProfileStoreTests.answered("b", 5)
    let profile = Profile([one(1), b, one(2)])
    #expect(profile.current.map(\.address.item) == ["b", "a"])
  }

  @Test func aLaterRoundBeginsWithItsFirstAnswer() {
    #expect(Profile([one(1)]).round == 1)
    #expect(Profile([one(1), one(2, round: 2)]).round == 2)
    #expect(Profile([one(1), one(2, round: 2), .undone]).round == 1)
  }
}

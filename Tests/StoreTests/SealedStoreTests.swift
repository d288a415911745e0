import Foundation
import JSON
import Rules
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// Sealing, damage, salvage, forgetting: what the file promises, from inside.
struct SealedStoreTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }

  init() { _ = Digest.start() }

  static func secret(_ words: String) -> SecretBytes {
    let secret = SecretBytes(capacity: 200)
    secret?.append(words)
    return secret ?? SecretBytes(capacity: 1)!
  }

  static let words = "correct horse battery staple"

  private func secrets(
    _ words: String = SealedStoreTests.words, recovery: String? = nil
  ) -> SealingSecrets {
    SealingSecrets(
      passphrase: Self.secret(words), recovery: recovery.map(Self.secret), cost: .floor)
  }

  private func sealed(recovery: String? = nil) throws -> ProfileStore {
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", secrets(recovery: recovery))
    _ = try store.append(ProfileStoreTests.changes)
    try store.setDraft(ItemAddress("x", "half"), Draft("half canary", cursor: 3))
    return store
  }

  private func open(_ words: String, _ path: String? = nil) throws -> ProfileStore {
    try ProfileStore.open(path: path ?? self.path, .secret(Self.secret(words)))
  }

  @Test func aSealedFileOpensWithItsPassphraseAlone() throws {
    _ = try sealed()
    let again = try open(Self.words)
    #expect(try again.newChanges() == ProfileStoreTests.changes)
    #expect(try again.drafts() == ["x/half": Draft("half canary", cursor: 3)])
    #expect(try open("  correct  horse battery   staple ").newChanges().count == 8)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.sealed(path: path)) { try ProfileStore.open(path: path) }
    for wrong in ["", "correct horse battery stapl", "Correct horse battery staple"] {
      #expect(throws: StoreError.wrongPassphrase(path: path)) { try open(wrong) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func nothingOfItIsReadable() throws {
    _ = try sealed()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for word in ["Zoë", "canary", "answered", "computer", "x/half", "half", "2026-11-22T08"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
  }

  @Test func recoveryWordsOpenItToo() throws {
    let twelve = (1...12).map { "word\(["a", "b", "c"][$0 % 3])" }.joined(separator: " ")
    _ = try sealed(recovery: twelve)
    #expect(try open(twelve.uppercased()).newChanges().count == 8)
    let changed = try open(twelve)
    try changed.change(secrets("another staple for the battery"))
    #expect(throws: StoreError.wrongPassphrase(path: path)) { try open(Self.words) }
    #expect(try open("another staple for the battery").newChanges().count == 8)
    #expect(try open(twelve).newChanges().count == 8)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.sorted() == ["p.waymark", "p.waymark-journal", "p.waymark.lock"])
    let journal = try Data(contentsOf: URL(fileURLWithPath: path + "-journal"))
    #expect(journal.allSatisfy { $0 == 0 }, "the old slots are in the journal")
  }

  /// A new passphrase rewrites the slots and not one record.
  @Test func aNewPassphraseLeavesRecordsAlone() throws {
    let store = try sealed()
    let before = try SQL.rows("SELECT hex(payload) FROM change ORDER BY seq", path)
    try store.change(secrets("another staple for the battery"))
    #expect(try SQL.rows("SELECT hex(payload) FROM change ORDER BY seq", path) == before)
  }

  @Test func sealingAndUnsealingKeepEverything() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append(ProfileStoreTests.changes)
    try store.setDraft(ItemAddress("x", "half"), "half canary")
    try store.seal(secrets())
    #expect(store.isSealed)
    #expect(try store.append([ProfileStoreTests.answered("e", 1)]).sequences == [9])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("canary".utf8)) == nil)
    try store.unseal()
    let plain = try ProfileStore.open(path: path)
    #expect(try plain.newChanges().count == 9)
    #expect(try plain.drafts() == ["x/half": "half canary"])
  }

  /// Records moved, swapped, put back, cut out or cut off are told.
  @Test func noRecordCanBeMovedOrPutBack() throws {
    _ = try sealed()
    let old = folder + "/old.waymark"
    try FileManager.default.copyItem(atPath: path, toPath: old)
    let store = try open(Self.words)
    _ = try store.newChanges()
    _ = try store.append([ProfileStoreTests.answered("a", "later")])
    try store.setDraft(ItemAddress("x", "half"), "later")
    store.close()
    let attacks = [
      "UPDATE change SET payload = (SELECT payload FROM change WHERE seq = 2) WHERE seq = 3",
      "DELETE FROM change WHERE seq = 4",
      "DELETE FROM change WHERE seq = 9",
      "UPDATE change SET payload = (SELECT payload FROM other.change WHERE seq = 1) WHERE seq = 9",
      "DELETE FROM change WHERE seq = 9; UPDATE manifest SET payload = zeroblob(80)",
      "UPDATE manifest SET payload = (SELECT payload FROM other.manifest)",
      "UPDATE draft SET payload = (SELECT payload FROM other.draft)", "DELETE FROM draft",
      "UPDATE header SET value = 'q' WHERE name = 'name';"
        + "UPDATE spare SET value = 'q' WHERE name = 'name'",
    ]
    for attack in attacks {
      let attacked = folder + "/attacked.waymark"
      try? FileManager.default.removeItem(atPath: attacked)
      try FileManager.default.copyItem(atPath: path, toPath: attacked)
      try SQL.script("ATTACH '\(old)' AS other; \(attack)", attacked)
      var isTold = false
      do {
        let store = try open(Self.words, attacked)
        _ = try store.newChanges()
        _ = try store.drafts()
      } catch {
        isTold = "\(error)".contains("damaged")
      }
      #expect(isTold, "\(attack)")
      let found = try ProfileStore.verify(path: attacked, .secret(Self.secret(Self.words)))
      #expect(!found.isWhole, "\(attack)")
    }
  }

  // MARK: - Damage

  private func big(sealed isSealed: Bool) throws -> [Change] {
    let changes = (0..<300).map { number in
      ProfileStoreTests.answered(
        "n\(number)", .text(String(repeating: "word \(number) ", count: number % 40)))
    }
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", isSealed ? secrets() : nil)
    _ = try store.append(changes)
    try store.setDraft(ItemAddress("x", "half"), "half canary")
    store.close()
    return changes
  }

  /// One flipped bit anywhere: told by its place or without effect; everything else is brought out; the file is not touched.
  @Test(arguments: [false, true]) func aFlippedBitIsToldAndTheRestIsSaved(_ isSealed: Bool) throws {
    let changes = try big(sealed: isSealed)
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let secret = Self.secret(Self.words)
    let opening: ProfileStore.Opening = isSealed ? .secret(secret) : .plain
    var random = SplitMix64(state: 7)
    let tries = (ProcessInfo.processInfo.environment["DRIVER_RUNS"] ?? "").isEmpty ? 12 : 250
    var (told, kept, wanted) = (0, 0, 0)
    for _ in 0..<(isSealed ? tries / 4 + 1 : tries) {
      var bytes = whole
      bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 8))
      let harmed = folder + "/harmed.waymark"
      try Data(bytes).write(to: URL(fileURLWithPath: harmed))
      let read = try? ProfileStore.open(path: harmed, opening, locked: false)
      let isSame = (try? read?.newChanges()) == changes
      let found = try? ProfileStore.verify(path: harmed, opening)
      if found?.isWhole == true { #expect(isSame) } else { told += 1 }
      let out = ProfileFolder(path: folder + "/out")
      if let salvage = try? out.salvage(harmed, naming: { $0 }, opening) {
        kept += salvage.changes
        let store = try ProfileStore.open(path: salvage.path, opening)
        let brought = Set(try store.newChanges().map { "\($0)" })
        let strangers = brought.subtracting(changes.map { "\($0)" })
        #expect(strangers.isEmpty)
        store.close()
      }
      wanted += changes.count - 1
      #expect(try Data(contentsOf: URL(fileURLWithPath: harmed)) == Data(bytes))
      try? FileManager.default.removeItem(atPath: folder + "/out")
    }
    print("flips: \(told) told, \(kept) of \(wanted) lines brought out")
    #expect(Double(kept) >= 0.99 * Double(wanted))
  }

  /// Files cut, zeroed, mixed up: no crash, no byte changed, and what is shown is what was written.
  @Test func damagedFilesAreReadAndLeftAlone() throws {
    let changes = try big(sealed: false)
    let all = Set(changes.map { "\($0)" })
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SplitMix64(state: 9)
    let tries = (ProcessInfo.processInfo.environment["DRIVER_RUNS"] ?? "").isEmpty ? 6 : 60
    for number in 0..<tries {
      var bytes = whole
      switch number % 4 {
      case 0: bytes.removeLast(random.next(below: bytes.count))
      case 1:
        let place = random.next(below: bytes.count)
        let end = min(bytes.count, place + random.next(below: 9_000))
        for byte in place..<end { bytes[byte] = 0 }
      case 2:
        for _ in 0..<200 { bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256)) }
      default:
        let (one, other) = (
          random.next(below: bytes.count / 4_096), random.next(below: bytes.count / 4_096)
        )
        for byte in 0..<4_096 { bytes.swapAt(one * 4_096 + byte, other * 4_096 + byte) }
      }
      let harmed = folder + "/harmed.waymark"
      try Data(bytes).write(to: URL(fileURLWithPath: harmed))
      if let read = try? ProfileStore.open(path: harmed, locked: false),
        let shown = try? read.newChanges()
      {
        #expect(all.isSuperset(of: shown.map { "\($0)" }))
      }
      _ = try? ProfileStore.verify(path: harmed)
      _ = try? ProfileFolder(path: folder + "/out").salvage(harmed, naming: { $0 })
      #expect(try Data(contentsOf: URL(fileURLWithPath: harmed)) == Data(bytes))
      try? FileManager.default.removeItem(atPath: folder + "/out")
    }
  }

  /// What is salvaged where an undo stood counts no answer that was taken back.
  @Test func salvageKeepsTakenBackAnswersAway() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([
      ProfileStoreTests.answered("a", "first"), ProfileStoreTests.answered("b", "needle"),
      ProfileStoreTests.answered("a", "second"), .undone,
    ])
    store.close()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let place = try #require(Data(bytes).range(of: Data("needle".utf8))).lowerBound
    bytes[place] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let salvage = try ProfileFolder(path: folder + "/out").salvage(
      path, naming: { $0 + ", salvaged" })
    #expect(salvage.lost == ["change 2"] && salvage.name == "p, salvaged")
    let saved = try ProfileStore.open(path: salvage.path)
    #expect(Profile(try saved.newChanges()).current.map(\.value) == ["first"])
  }

  // MARK: - Forgetting

  @Test(arguments: [false, true]) func whatIsForgottenIsNowhere(_ isSealed: Bool) throws {
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", isSealed ? secrets() : nil)
    let gone = ItemAddress("x", "gone")
    _ = try store.append([
      ProfileStoreTests.answered("kept", "one"), ProfileStoreTests.answered("gone", "zqx first"),
      ProfileStoreTests.answered("gone", "zqx second"), .undone,
      ProfileStoreTests.answered("kept", "two"),
    ])
    try store.setDraft(gone, "zqx half")
    let before = Profile(try ProfileStore.open(path: path, opening(isSealed)).newChanges())
    let forgotten = try store.forget(.answer(gone))
    #expect(forgotten.touched == [gone])
    let after = try ProfileStore.open(path: path, opening(isSealed))
    let profile = Profile(try after.newChanges())
    #expect(profile.current == before.current.filter { $0.address != gone })
    #expect(try after.drafts().isEmpty)
    #expect(profile.nextUndo == nil && profile.nextRedo == nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      #expect(bytes.range(of: Data("zqx".utf8)) == nil, "\(name)")
    }
    // And it goes on.
    #expect(try store.append([ProfileStoreTests.answered("new", 1)]).before.isEmpty)
    #expect(try store.forget(.answer(gone)).touched.isEmpty)
  }

  private func opening(_ isSealed: Bool) -> ProfileStore.Opening {
    isSealed ? .secret(Self.secret(Self.words)) : .plain
  }

  @Test func anEntryAndANameAreForgotten() throws {
    let list: JSONValue = [["who": "Ann Onim", "what": "said a long thing"], ["who": "Bo"]]
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([
      ProfileStoreTests.answered("list", [["who": "Ann Onim"]]),
      ProfileStoreTests.answered("list", list),
      ProfileStoreTests.answered("text", "ann onim and Annette, Ann Onim’s desk."),
    ])
    let named = try store.forget(.words("Ann Onim"))
    #expect(named.touched.count == 2)
    let profile = Profile(try ProfileStore.open(path: path).newChanges())
    #expect(profile.current.last?.value == "… and Annette, …’s desk.")
    let entry = try store.forget(.entry(ItemAddress("x", "list"), 1))
    #expect(entry.touched == [ItemAddress("x", "list")])
    let left = Profile(try ProfileStore.open(path: path).newChanges())
    #expect(left.current(ItemAddress("x", "list"))?.value == [["who": "Bo"]])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("long thing".utf8)) == nil)
  }

  /// Entries that share a day or an option stay, whatever they have in common; earlier versions of the list go.
  @Test func oneEntryTakesNoOtherWithIt() throws {
    let list: JSONValue = [
      ["day": "2026-11-22", "what": "first of that day"],
      ["day": "2026-11-22", "what": "second of it"],
      ["day": "2026-11-22", "what": "first of that day"],
    ]
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let address = ItemAddress("x", "list")
    _ = try store.append([
      ProfileStoreTests.answered("list", [["day": "2026-11-22", "what": "zqx as it was once"]]),
      ProfileStoreTests.answered("list", list),
    ])
    _ = try store.forget(.entry(address, 2))
    let left = Profile(try ProfileStore.open(path: path).newChanges()).current(address)?.value
    #expect(
      left == [
        ["day": "2026-11-22", "what": "first of that day"],
        ["day": "2026-11-22", "what": "first of that day"],
      ])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("zqx".utf8)) == nil)
    #expect(try store.forget(.entry(address, 9)).isAnything == false)
    #expect(try store.forget(.entry(address, -1)).isAnything == false)
  }

  /// A name goes from receipts, settings, and from what was taken back before; an option of that name stays, and is told.
  @Test func aNameIsForgottenWhereverItStands() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([
      .shared(["for": "Ann Onim"]), ProfileStoreTests.answered("a", "Ann\n  Onim was there"),
      .undone,
      ProfileStoreTests.answered("b", "home"), ProfileStoreTests.answered("c", "At home again"),
    ])
    #expect(try store.forget(.words("ann onim")).isAnything)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data("Onim".utf8)) == nil)
    let home = try store.forget(.words("home"))
    #expect(home.touched == [ItemAddress("x", "c")] && home.elsewhere == [ItemAddress("x", "b")])
    let profile = Profile(try ProfileStore.open(path: path).newChanges())
    #expect(profile.current.map(\.value) == ["home", "At … again"])
    #expect(profile.receipts == [["for": "…"]])
  }

  // MARK: - What was found by a review

  /// A sealed file that calls itself one of the first format, with lines that need no key, is refused.
  @Test func aSealedFileIsNotMadeOlder() throws {
    _ = try sealed()
    for table in ["header", "spare"] {
      try SQL.script(
        "UPDATE \(table) SET value = CAST('1' AS BLOB) WHERE name IN ('format', 'reader');", path)
    }
    try SQL.script(
      "DELETE FROM change; DROP TABLE manifest;"
        + "CREATE TABLE manifest (one INTEGER PRIMARY KEY, count INTEGER, seq INTEGER, tag BLOB);"
        + "INSERT INTO manifest VALUES (1, 0, 0, zeroblob(16)); DELETE FROM draft", path)
    #expect(throws: StoreError.self) { try open(Self.words) }
    let found = try? ProfileStore.verify(path: path, .secret(Self.secret(Self.words)))
    #expect(found?.isWhole != true)
  }

  /// One bad byte in a slot or in the name: the check names what is not whole, by the spare everything is brought out, and opening
  /// it lays it anew with nothing of what was bad.
  @Test func theSpareHeadBringsEverythingOut() throws {
    _ = try sealed()
    try SQL.script(
      "UPDATE header SET value = \(SQL.spoilt("value", at: 41))"
        + " WHERE name = 'slot.passphrase'; UPDATE header SET value = 'q' WHERE name = 'name'", path
    )
    let secret = ProfileStore.Opening.secret(Self.secret(Self.words))
    let found = try ProfileStore.verify(path: path, secret)
    #expect(found.damage == ["its head"] && found.changes == 8)
    let salvage = try ProfileFolder(path: folder + "/out").salvage(
      path, naming: { $0 }, secret)
    #expect(salvage.changes == 8 && salvage.name == "p" && salvage.lost.isEmpty)
    let store = try open(Self.words)
    #expect(try store.spare == .mended && store.name == "p" && store.newChanges().count == 8)
    #expect(try ProfileStore.verify(path: path, secret).isWhole)
  }

  /// An older draft that somebody put back is not made good by the next one.
  @Test func aDraftPutBackIsNotMadeGood() throws {
    let store = try sealed()
    let old = folder + "/old.waymark"
    try FileManager.default.copyItem(atPath: path, toPath: old)
    try store.setDraft(ItemAddress("x", "half"), "later")
    store.close()
    try SQL.script(
      "ATTACH '\(old)' AS other; UPDATE draft SET payload = (SELECT payload FROM other.draft)", path
    )
    #expect(throws: StoreError.damaged(path: path, what: "the drafts as a whole")) {
      try open(Self.words)
    }
  }

  /// A number that no file has room for hangs neither the check nor the salvage.
  @Test func vastNumbersAreToldAtOnce() throws {
    let store = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append(ProfileStoreTests.changes)
    store.close()
    try SQL.script("INSERT INTO change VALUES (4611686018427387904, zeroblob(64))", path)
    let found = try ProfileStore.verify(path: path)
    #expect(found.damage.contains("the numbers of the log") && found.changes == 8)
    let salvage = try ProfileFolder(path: folder + "/out").salvage(path, naming: { $0 })
    #expect(salvage.changes == 8)
  }

  /// Two who work something out from all that is there: the second is told that the first was quicker.
  @Test func whatIsWorkedOutFromTheRestWaitsForIt() throws {
    let one = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    let other = try ProfileStore.open(path: path)
    _ = try one.newChanges()
    _ = try other.newChanges()
    #expect(try one.appendUnlessChanged([ProfileStoreTests.answered("a", 1)]))
    #expect(try !other.appendUnlessChanged([ProfileStoreTests.answered("a", 2)]))
    #expect(try other.newChanges().count == 1)
    #expect(try other.appendUnlessChanged([ProfileStoreTests.answered("a", 2)]))
    #expect(try one.newChanges().count == 1)
  }

  // MARK: - Copies

  /// Random stores: a copy holds the same, and one with any bit flipped in a record is refused.
  @Test func copiesHoldTheSameAndDamagedOnesAreRefused() throws {
    var random = SplitMix64(state: 3)
    let tries = (ProcessInfo.processInfo.environment["DRIVER_RUNS"] ?? "").isEmpty ? 2 : 20
    for number in 0..<tries {
      let data = folder + "/data\(number)"
      let isSealed = number % 2 == 1
      let store = try ProfileFolder(path: data).create(
        name: "p", opened: "2026-11-22T08:00:00Z", isSealed ? secrets() : nil)
      let changes = (0..<random.next(below: 60)).map { place in
        ProfileStoreTests.answered(
          "n\(random.next(below: 9))", .text("word \(place) \(random.next())"))
      }
      _ = try store.append(changes)
      let copy = folder + "/copy\(number)"
      try store.backup(to: copy)
      let other = ProfileFolder(path: folder + "/other\(number)")
      _ = try other.restore(from: copy, opening(isSealed)) { $0 }
      let entry = try #require(other.list().entries.first)
      let restored = try ProfileStore.open(path: entry.path, opening(isSealed))
      #expect(try restored.newChanges() == changes)
      guard !changes.isEmpty else { continue }
      try SQL.script(
        "UPDATE change SET payload = \(SQL.spoilt("payload", at: 21)) WHERE seq = 1", copy)
      #expect(throws: StoreError.self) {
        try other.restore(from: copy, opening(isSealed)) { $0 }
      }
      #expect(other.list().entries.count == 1)
    }
  }

  // MARK: - Locks

  @Test func oneWorkbookAtATimeAndEverybodyMayWriteShortly() throws {
    let one = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    #expect(one.takeSession("1 tty 14:02") == nil)
    let other = try ProfileStore.open(path: path)
    #expect(other.takeSession("2 tty 14:03") == "1 tty 14:02")
    _ = try other.newChanges()
    #expect(try other.append([ProfileStoreTests.answered("a", 1)]).sequences == [1])
    #expect(try one.newChanges().count == 1)
    let entry = try ProfileFolder.entry(at: path)
    #expect(throws: StoreError.inUse(path: path, by: "1 tty 14:02")) {
      try ProfileFolder(path: folder).erase(entry)
    }
  }

  /// Whoever has the old file open is told when a new one took its place.
  @Test func aReplacedFileIsTold() throws {
    let one = try ProfileStore.create(path: path, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try one.append([ProfileStoreTests.answered("a", "gone")])
    let other = try ProfileStore.open(path: path)
    _ = try other.newChanges()
    _ = try one.forget(.answer(ItemAddress("x", "a")))
    #expect(throws: StoreError.replaced(path: path)) { try other.newChanges() }
    #expect(throws: StoreError.replaced(path: path)) {
      try other.append([ProfileStoreTests.answered("b", 1)])
    }
  }

  @Test func aFileThatMayOnlyBeReadIsOpenedToBeRead() throws {
    guard geteuid() != 0 else { return try readOnlyAsNobody() }
    try readOnly()
  }

  private func readOnly() throws {
    _ = try sealed()
    #expect(chmod(folder, 0o500) == 0)
    defer { _ = chmod(folder, 0o700) }
    let store = try open(Self.words)
    #expect(store.isReadOnly)
    #expect(try store.newChanges().count == 8)
    #expect(throws: StoreError.self) { try store.append([ProfileStoreTests.answered("a", 1)]) }
  }

  /// The rights of files do not hold root back: a store that is only looked at stands for it.
  private func readOnlyAsNobody() throws {
    _ = try sealed()
    let store = try ProfileStore.open(
      path: path, .secret(Self.secret(Self.words)), locked: false)
    #expect(store.isReadOnly)
    #expect(throws: StoreError.self) { try store.append([ProfileStoreTests.answered("a", 1)]) }
  }

  @Test func anErasedSealedFileLeavesNothing() throws {
    let profiles = ProfileFolder(path: folder + "/data")
    let store = try profiles.create(name: "p", opened: "2026-11-22T08:00:00Z", secrets())
    _ = try store.append(ProfileStoreTests.changes)
    store.close()
    try profiles.erase(try #require(profiles.list().entries.first))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/data/profiles")
    #expect(left.isEmpty, "\(left)")
  }
}

/// Sealing's own parts.
struct SealingTests {
  init() { _ = Digest.start() }

  /// Padmé's lengths: at most 12 % more, and few classes.
  @Test func paddingHidesLengths() {
    var lengths: Set<Int> = []
    for count in 0..<20_000 {
      let body = [UInt8](repeating: 7, count: count)
      let padded = Padding.padded(body)
      #expect(Padding.unpadded(padded) == body)
      #expect(
        padded.count >= 256 && (count < 256 || Double(padded.count) <= 1.12 * Double(count) + 1))
      lengths.insert(padded.count)
    }
    #expect(lengths.count < 110, "\(lengths.count)")
  }

  @Test func costsOutsideTheBoundsAreRefused() throws {
    let key = try #require(DataKey())
    let secret = SealedStoreTests.secret("a passphrase of some length")
    let slot = try #require(KeySlot(wrapping: key, by: secret, cost: .floor, [1]))
    #expect(KeySlot(bytes: slot.bytes) != nil)
    for (place, value) in [(2, UInt8(63)), (1, 5), (3, 2), (3, 11), (0, 2)] {
      var bytes = slot.bytes
      bytes[place] = value
      #expect(KeySlot(bytes: bytes) == nil, "\(place) \(value)")
    }
    guard case .wrong = slot.open(by: secret, [2]) else {
      Issue.record("a slot opened for another profile")
      return
    }
  }

  @Test func theWordListIsWhole() throws {
    let text = Tree.text("content/words/en.txt")
    let list = try #require(WordList(text))
    #expect(list.phrase(of: 5)?.wordCount == 5)
    let four = Set(text.split(separator: "\n").map { String($0.prefix(4)) })
    #expect(four.count == WordList.count)
    #expect(WordList("one\ntwo") == nil)
  }
}

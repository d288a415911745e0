import Foundation
import JSON
import Rules
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// A file has two heads. One that is damaged costs nothing: the other stands in, all that looks at the file says so, and opening it
/// to write lays it anew.
struct SpareHeadTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }
  private var harmed: String { folder + "/harmed.waymark" }

  init() { _ = Digest.start() }

  /// The page of each head.
  enum Head: Int, CaseIterable {
    case first = 1
    case spare = 2

    var pages: Range<Int> { rawValue * 4_096..<(rawValue + 1) * 4_096 }
    var damage: String { self == .first ? "its head" : "the spare of its head" }
    var other: Head { self == .first ? .spare : .first }
  }

  private func whole(sealed: Bool) throws -> (bytes: [UInt8], opening: ProfileStore.Opening) {
    let secrets = SealingSecrets(
      passphrase: SealedStoreTests.secret(SealedStoreTests.words), recovery: nil, cost: .floor)
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", sealed ? secrets : nil)
    _ = try store.append(ProfileStoreTests.changes)
    try store.setDraft(ItemAddress("x", "half"), Draft("half a sentence", cursor: 3))
    store.close()
    return (Array(try Data(contentsOf: URL(fileURLWithPath: path))), store.opening)
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: harmed))
  }

  private func check(
    _ opening: ProfileStore.Opening, locked: Bool
  ) throws -> (spare: SpareHead?, name: String) {
    let store = try ProfileStore.open(path: harmed, opening, locked: locked)
    defer { store.close() }
    #expect(try store.newChanges() == ProfileStoreTests.changes)
    #expect(try store.drafts().count == 1)
    return (store.spare, store.name)
  }

  /// Each byte of each head, one after the other: of the page's own lead, of pointers, of the gap, of cells.
  @Test(arguments: Head.allCases, [false, true])
  func anyByteOfOneHeadMayRot(_ head: Head, _ isSealed: Bool) throws {
    let (bytes, opening) = try whole(sealed: isSealed)
    var (tries, unseen) = (0, 0)
    // In the gap between pointers and cells nothing stands: a byte of it is enough.
    let places = head.pages.filter { bytes[$0] != 0 || $0 < head.pages.lowerBound + 40 }
    for (number, place) in places.enumerated() {
      var rotten = bytes
      rotten[place] ^= 1 << UInt8(number % 8)
      try write(rotten)
      tries += 1
      let found = try ProfileStore.verify(path: harmed, opening)
      #expect(found.opens && found.changes == 8 && found.drafts == 1, "\(place): \(found)")
      #expect(found.isWhole || found.damage == [head.damage], "\(place): \(found.damage)")
      if found.isWhole { unseen += 1 }
      let looked = try check(opening, locked: false)
      #expect((looked.spare == .standsIn) == !found.isWhole && looked.name == "p", "\(place)")
      let entry = try ProfileFolder.entry(at: harmed)
      #expect(entry.isSealed == isSealed && entry.usesSpare == !found.isWhole, "\(place)")
      #expect(isSealed || entry.name == "p", "\(place): \(entry.name)")
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: harmed))) == rotten, "\(place)")
      if number % 8 == 3 { try mend(opening, found.isWhole, "\(place)") }
    }
    #expect(tries > 120 && unseen < 40, "\(tries) \(unseen)")
  }

  private func mend(_ opening: ProfileStore.Opening, _ isWhole: Bool, _ what: String) throws {
    let out = ProfileFolder(path: folder + "/out")
    let salvage = try out.salvage(harmed, naming: { $0 }, opening)
    #expect(salvage.changes == 8 && salvage.drafts == 1 && salvage.lost.isEmpty, "\(what)")
    try FileManager.default.removeItem(atPath: folder + "/out")
    let opened = try check(opening, locked: true)
    #expect((opened.spare == .mended) == !isWhole && opened.name == "p", "\(what)")
    let after = try ProfileStore.verify(path: harmed, opening)
    #expect(after.isWhole && after.changes == 8 && after.drafts == 1, "\(what): \(after)")
    #expect(try check(opening, locked: true).spare == nil, "\(what)")
  }

  /// The page of one head as a bad copy leaves it: zeros, another page, random bytes.
  @Test(arguments: Head.allCases, [false, true])
  func aWholePageOfOneHeadMayBeLost(_ head: Head, _ isSealed: Bool) throws {
    let (bytes, opening) = try whole(sealed: isSealed)
    var random = SplitMix64(state: 3)
    let zeros = [UInt8](repeating: 0, count: 4_096)
    let noise = zeros.map { _ in UInt8(random.next(below: 256)) }
    let log = Array(bytes[3 * 4_096..<4 * 4_096])
    for (number, page) in [zeros, noise, log].enumerated() {
      var rotten = bytes
      rotten.replaceSubrange(head.pages, with: page)
      try write(rotten)
      let found = try ProfileStore.verify(path: harmed, opening)
      #expect(found.opens && found.damage == [head.damage], "\(number): \(found.damage)")
      try mend(opening, false, "\(number)")
    }
  }

  /// Where neither is whole, or both are and differ, or a line is lost too, nothing stands in.
  @Test(arguments: Head.allCases) func whatTheSpareDoesNotCoverIsRefused(_ head: Head) throws {
    let (bytes, opening) = try whole(sealed: false)
    func refused(_ rotten: [UInt8], _ damage: [String]) throws {
      try write(rotten)
      let found = try ProfileStore.verify(path: harmed, opening)
      #expect(!found.opens && found.damage.prefix(damage.count) == damage[...], "\(found.damage)")
      #expect(throws: StoreError.damaged(path: harmed, what: damage[0])) {
        try ProfileStore.open(path: harmed, opening)
      }
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: harmed))) == rotten)
    }
    var both = bytes
    for one in Head.allCases { both[one.pages.upperBound - 5] ^= 1 }
    try refused(both, ["its head"])
    var line = bytes
    line[head.pages.upperBound - 5] ^= 1
    let words = try #require(Data(bytes).range(of: Data("Zoë".utf8))).lowerBound
    line[words] ^= 1
    try refused(line, [head.damage, "change 1"])
    // One as it was before the profile got another name.
    let store = try ProfileStore.open(path: path, opening)
    try store.rename("q")
    store.close()
    var older = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    older.replaceSubrange(head.pages, with: bytes[head.pages])
    try refused(older, ["the spare of its head"])
  }

  /// While a workbook has the file open it is read by the head that is whole, and no other program lays it anew.
  @Test func anOpenWorkbookKeepsItsFile() throws {
    let (bytes, _) = try whole(sealed: false)
    try write(bytes)
    let workbook = try ProfileStore.open(path: harmed)
    #expect(workbook.takeSession("1 tty 14:02") == nil)
    let file = try #require(FileHandle(forUpdatingAtPath: harmed))
    try file.seek(toOffset: UInt64(Head.first.pages.lowerBound))
    try file.write(contentsOf: Data([0]))
    try file.close()
    #expect(try check(.plain, locked: true).spare == .standsIn)
    let other = try ProfileStore.open(path: harmed)
    try other.backup(to: folder + "/copy.waymark")
    #expect(try ProfileStore.verify(path: folder + "/copy.waymark").isWhole)
    #expect(try ProfileStore.verify(path: harmed).usesSpare)
    other.close()
    workbook.close()
  }

  /// What each command says of such a file.
  @Test(arguments: Head.allCases) func theProgramSaysSo(_ head: Head) throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let line = #"{"exercise":"arrive","item":"want","value":"x"}"# + "\n"
    #expect(program.run("answer", "-", input: line).code == 0)
    let profiles = program.data + "/profiles"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: profiles).first { $0.hasSuffix(".waymark") })
    let file = profiles + "/" + name
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    bytes[head.pages.lowerBound] = 0
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let list = program.run("profile", "list")
    #expect(list.out.hasPrefix("p  opened") && list.error.isEmpty, "\(list)")
    let doctor = program.run("doctor").out
    #expect(
      doctor.contains("look profiles: 1 in") && doctor.contains("nothing is lost"), "\(doctor)")
    let verify = program.run("profile", "verify")
    #expect(
      verify.code == 2 && verify.out.contains("as it was written: \(head.damage)"), "\(verify)")
    #expect(verify.error.contains("nothing is lost"), "\(verify)")
    let first = program.run("answers")
    #expect(first.code == 0 && first.out.contains("want"), "\(first)")
    #expect(first.error.contains("the file is repaired"), "\(first)")
    let second = program.run("answers")
    #expect(second.out == first.out && second.error.isEmpty, "\(second)")
    let whole = program.run("doctor").out
    #expect(whole.contains("ok   profiles") && whole.contains("every line checked"), "\(whole)")
    #expect(program.run("profile", "verify").code == 0)
  }
}

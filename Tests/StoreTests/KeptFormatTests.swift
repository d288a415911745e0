import Foundation
import JSON
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// Files of today's format, kept as they were written: what opens them now opens them for ever.
struct KeptFormatTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }

  init() { _ = Digest.start() }

  @Test(arguments: [false, true])
  func theSecondFormatIsReadWrittenAndChecked(_ isSealed: Bool) throws {
    let name = isSealed ? "format-2-sealed" : "format-2"
    try FileManager.default.copyItem(
      atPath: Tree.root + "/Tests/StoreTests/Golden/\(name).waymark", toPath: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let opening: ProfileStore.Opening =
      isSealed ? .secret(SealedStoreTests.secret(SealedStoreTests.words)) : .plain
    let entry = try ProfileFolder.entry(at: path)
    #expect(entry.name == "second" && entry.isSealed == isSealed)
    let found = try ProfileStore.verify(path: path, opening)
    #expect(found == Verification(changes: 8, drafts: 1))
    let looking = try ProfileStore.open(path: path, opening, locked: false)
    #expect(try looking.newChanges() == ProfileStoreTests.changes)
    #expect(try looking.drafts().keys.sorted() == ["x/half"])
    looking.close()
    let salvage = try ProfileFolder(path: folder + "/out").salvage(path, naming: { $0 }, opening)
    #expect(salvage.changes == 8 && salvage.drafts == 1 && salvage.lost.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let store = try ProfileStore.open(path: path, opening)
    #expect(store.copyOfEarlier == nil)
    #expect(try store.append([ProfileStoreTests.answered("e", "more")]).sequences == [9])
    store.close()
    #expect(try ProfileStore.verify(path: path, opening) == Verification(changes: 9, drafts: 1))
    #expect(
      try ProfileStore.open(path: path, opening).newChanges()
        == ProfileStoreTests.changes + [ProfileStoreTests.answered("e", "more")])
  }
}

import Packs
import TestSupport
import Testing
import Workbook

struct TreeCodingTests {
  static let trees: [String: SourceNode] = {
    let folder = "content/packs/core"
    var files: PackFiles = [:]
    for path in Tree.files(folder, ending: ".yaml") {
      files[String(path.dropFirst(folder.count + 1))] = Tree.text(path)
    }
    return PackReader.trees(files).0
  }()

  @Test func treesComeBackAsTheyWere() {
    let bytes = TreeCoding.encode(TreeCodingTests.trees)
    #expect(TreeCoding.decode(bytes) == TreeCodingTests.trees)
  }

  /// Whatever bytes come, nothing breaks.
  @Test func strangeBytesAreRefused() {
    let bytes = TreeCoding.encode(TreeCodingTests.trees.filter { $0.key == "pack.yaml" })
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var harmed = bytes
      harmed[place] ^= 0xFF
      _ = TreeCoding.decode(harmed)
      _ = TreeCoding.decode(Array(bytes.prefix(place)))
    }
    #expect(TreeCoding.decode([]) == nil && TreeCoding.decode([9, 9]) == nil)
    #expect(TreeCoding.decode(bytes + [0]) == nil)
  }
}

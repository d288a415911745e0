import CSystem
import Foundation
import Packs
import Sealing

/// Packs as trees in the cache folder, by the hash of their texts: nothing of a person is in them.
struct PackCache {
  let roots: RuntimeEnvironment
  let hash: String

  private var folder: String {
    (RuntimeEnvironment.place("XDG_CACHE_HOME") ?? RuntimeEnvironment.home + "/.cache") + "/waymark"
  }

  private var path: String { folder + "/" + hash + ".trees" }

  /// - Returns: `nil` where there is none, or none that can be trusted.
  func read() -> [String: SourceNode]? {
    guard Int(unsafe system_kind(path)) == SYSTEM_REGULAR,
      let data = FileManager.default.contents(atPath: path), data.count > 32
    else { return nil }
    // Rot in a cache must not become a changed question.
    var body = Array(data)
    let tag = Array(body.suffix(32))
    body.removeLast(32)
    guard Digest.blake2b(body, count: 32) == tag else { return nil }
    return TreeCoding.decode(body)
  }

  /// Keeps trees for the next time; where that cannot be, the next time is as slow as this one.
  func write(_ trees: [String: SourceNode]) {
    let body = TreeCoding.encode(trees)
    let base = (folder as NSString).deletingLastPathComponent
    for each in [base, folder] where Int(unsafe system_kind(each)) == SYSTEM_ABSENT {
      if unsafe system_make_folder(each) != 0 { return }
    }
    try? PrivateFile.write(
      body + Digest.blake2b(body, count: 32), to: path, replacing: true)
  }
}

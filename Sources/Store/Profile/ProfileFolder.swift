import CSystem
import Foundation
import Sealing

/// The folder with everybody's files. No file name says whose it is.
package struct ProfileFolder {
  /// The data folder; profiles stand in `profiles` below it.
  package let path: String

  /// The folder below it.
  private let kind: String

  /// - Parameter kind: `profiles` for people's own files, `coach` for a coach's.
  package init(path: String, kind: String = "profiles") {
    self.path = path
    self.kind = kind
  }

  private var profiles: String { path + "/" + kind }

  package struct Entry: Hashable, Sendable {
    package var path: String
    package var name: String
    /// Day, `2026-11-22`.
    package var opened: String
    package var isSealed = false
    /// One of its two heads is damaged, as far as that shows without a key.
    package var usesSpare = false
    /// When the file was last written, in nanoseconds; days alone do not tell which of two was opened last.
    fileprivate var written: Int64 = 0

    package init(path: String, name: String, opened: String) {
      self.path = path
      self.name = name
      self.opened = opened
    }

    /// Whether it was opened before another.
    package func isEarlier(than other: Entry) -> Bool {
      (opened, written, other.name) < (other.opened, other.written, name)
    }
  }

  /// A profile that is named by its path.
  package static func entry(at path: String) throws(StoreError) -> Entry {
    try Leftovers.finishErasingIfCutOff(path)
    try ProfileStore.refuseOther(path)
    let image = try StoreImage.read(path)
    let headers = try ProfileHeader.all(image, path)
    // Nobody without the key makes a sealed file a plain one.
    let header = headers.first(where: \.isSealed) ?? headers[0]
    var entry = Entry(path: path, name: header.name, opened: header.opened)
    entry.isSealed = header.isSealed
    entry.usesSpare = header.format > 1 && image.hasUnlikeHeads
    entry.written = unsafe system_written(path)
    return entry
  }

  /// All profiles whose head can be read, by name. A file that cannot be read is left out, and told.
  package func list() -> (entries: [Entry], unreadable: [StoreError]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: profiles)) ?? []
    // What was left by a program that was killed, where nobody is at work on it.
    for owner in Leftovers.owners(among: names) { try? Leftovers.clearAll(profiles + "/" + owner) }
    var entries: [Entry] = []
    var unreadable: [StoreError] = []
    for name in names.sorted() where name.hasSuffix(".waymark") {
      do throws(StoreError) {
        entries.append(try ProfileFolder.entry(at: profiles + "/" + name))
      } catch {
        if case .unfinished = error { continue }
        unreadable.append(error)
      }
    }
    return (entries.sorted { ($0.name, $0.path) < ($1.name, $1.path) }, unreadable)
  }

  /// Makes a new profile's file; folders that are missing are made, for their owner alone.
  package func create(
    name: String, opened: String, _ secrets: SealingSecrets? = nil
  ) throws(StoreError) -> ProfileStore {
    try ProfileStore.create(path: try newPath(), name: name, opened: opened, secrets)
  }

  /// Where a new profile's file belongs; its folders are made.
  package func newPath() throws(StoreError) -> String {
    try makeFolders()
    return profiles + "/" + Digest.hexadecimal(Digest.random(count: 8)) + ".waymark"
  }

  private func makeFolders() throws(StoreError) {
    var missing: [String] = []
    var folder = profiles
    while Int(unsafe system_kind(folder)) == SYSTEM_ABSENT, folder != "/", !folder.isEmpty {
      missing.append(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
    for folder in missing.reversed() {
      let failure = unsafe system_make_folder(folder)
      // Another process may have made it meanwhile.
      if failure != 0, failure != EEXIST {
        throw .cannotMakeFolder(path: folder, reason: ProfileStore.systemReason(failure))
      }
    }
  }
}

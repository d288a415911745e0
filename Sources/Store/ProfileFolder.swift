import CSystem
import Foundation
import Sealing

/// The folder with everybody's files. No file name says whose it is.
package struct ProfileFolder {
  /// The data folder; profiles stand in `profiles` below it.
  package let path: String

  package init(path: String) { self.path = path }

  private var profiles: String { path + "/profiles" }

  package struct Entry: Hashable, Sendable {
    package var path: String
    package var name: String
    package var opened: String

    package init(path: String, name: String, opened: String) {
      self.path = path
      self.name = name
      self.opened = opened
    }
  }

  /// All profiles whose head can be read, by name. A file that cannot be read is left out, and told.
  package func list() -> (entries: [Entry], unreadable: [StoreError]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: profiles)) ?? []
    var entries: [Entry] = []
    var unreadable: [StoreError] = []
    for name in names.sorted() where name.hasSuffix(".waymark") {
      let path = profiles + "/" + name
      do throws(StoreError) {
        if Int(unsafe system_kind(path)) != SYSTEM_REGULAR { throw .notAFile(path: path) }
        let header = try Header.read(path: path)
        entries.append(Entry(path: path, name: header.name, opened: header.opened))
      } catch {
        if case .unfinished = error { continue }
        unreadable.append(error)
      }
    }
    return (entries.sorted { ($0.name, $0.path) < ($1.name, $1.path) }, unreadable)
  }

  /// Makes a new profile's file; folders that are missing are made, for their owner alone.
  package func create(name: String, opened: String) throws(StoreError) -> ProfileStore {
    try ProfileStore.create(path: try newPath(), name: name, opened: opened)
  }

  /// Where a new profile's file belongs; its folders are made.
  func newPath() throws(StoreError) -> String {
    try makeFolders()
    return profiles + "/" + Digest.hexadecimal(Digest.random(count: 8)) + ".waymark"
  }

  /// Overwrites a profile's file and takes it away.
  package func erase(_ entry: Entry) throws(StoreError) {
    let journal = entry.path + "-journal"
    for path in [entry.path, journal] where FileManager.default.fileExists(atPath: path) {
      do {
        if let handle = FileHandle(forUpdatingAtPath: path) {
          let size = try handle.seekToEnd()
          try handle.seek(toOffset: 0)
          try handle.write(contentsOf: Data(count: Int(size)))
          try handle.synchronize()
          try handle.close()
        }
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw .cannotWrite(path: path, reason: "it cannot be taken away")
      }
    }
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

import CSystem
import Foundation
import GRDB
import Workbook

extension ProfileStore {
  /// Checks every stored line against its tag.
  ///
  /// - Returns: how many lines are whole.
  package static func verify(path: String) throws(StoreError) -> Int {
    let store = try open(path: path)
    let changes = try store.newChanges()
    _ = try store.drafts()
    return changes.count
  }

  /// Writes a consistent copy while the profile is in use: a new file beside the target, then one rename.
  package func backup(to target: String) throws(StoreError) {
    try ProfileStore.refuseOther(target)
    let partial = target + ".part"
    try? FileManager.default.removeItem(atPath: partial)
    let failure = unsafe system_create_private(partial)
    if failure != 0 {
      throw .cannotMakeFile(path: partial, reason: ProfileStore.systemReason(failure))
    }
    do throws(StoreError) {
      try ProfileStore.attempt(partial) {
        let copy = try DatabaseQueue(path: partial)
        try self.database.backup(to: copy)
        try copy.close()
      }
      _ = try ProfileStore.verify(path: partial)
      try ProfileStore.move(partial, to: target)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }

  /// Gives the profile another name in its head.
  package func rename(_ name: String) throws(StoreError) {
    try ProfileStore.attempt(path) {
      try self.database.write { database in
        try database.execute(
          sql: "UPDATE header SET value = ? WHERE name = 'name'",
          arguments: [Data(Array(name.utf8))])
      }
    }
  }

  /// A link, a folder, a file with two names is left alone.
  private static func refuseOther(_ target: String) throws(StoreError) {
    switch Int(unsafe system_kind(target)) {
    case SYSTEM_ABSENT, SYSTEM_REGULAR: break
    default: throw .notAFile(path: target)
    }
  }

  private static func move(_ source: String, to target: String) throws(StoreError) {
    let failure = unsafe system_replace(source, target)
    if failure != 0 { throw .cannotMakeFile(path: target, reason: systemReason(failure)) }
  }
}

extension ProfileFolder {
  /// Puts a copy back as a profile of its own, after every line of it was checked.
  ///
  /// - Returns: its name.
  package func restore(from source: String) throws(StoreError) -> String {
    let store = try ProfileStore.open(path: source)
    _ = try store.newChanges()
    let name = try Header.read(path: source).name
    let target = try newPath()
    try store.backup(to: target)
    return name
  }
}

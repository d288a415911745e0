import CSystem
import Foundation
import GRDB
import Sealing

extension ProfileStore {
  /// Writes a consistent copy while the profile is in use: a new file beside the target, every record of it read, then one rename.
  package func backup(to target: String) throws(StoreError) {
    if unsafe system_file_number(target) == system_file_number(path) {
      throw .cannotMakeFile(path: target, reason: "it is the profile itself")
    }
    switch Int(unsafe system_kind(target)) {
    case SYSTEM_ABSENT: break
    case SYSTEM_REGULAR:
      // An older copy of the same profile may be replaced, and nothing else.
      if !isOlderCopy(target) {
        throw .cannotMakeFile(
          path: target, reason: "something else stands there, and is left alone")
      }
    default: throw .notAFile(path: target)
    }
    if lock?.takeCopying() == false { throw .busy(path: path) }
    defer { lock?.giveCopying() }
    if lock != nil { Leftovers.clearHalfBackups(beside: target, of: chain.identity) }
    // A name that nobody else has: what stands beside the target is not ours.
    let partial = target + "." + Digest.hexadecimal(Digest.random(count: 8)) + ".part"
    let failure = unsafe system_create_private(partial)
    if failure != 0 {
      throw .cannotMakeFile(path: target, reason: ProfileStore.systemReason(failure))
    }
    do throws(StoreError) {
      if spare == .standsIn {
        // Its pages aren't copied with the damage.
        try ProfileStore.fill(try contents(), partial)
      } else {
        try copyPages(to: partial)
      }
      let proof = try ProfileStore.open(path: partial, opening, locked: false)
      _ = try proof.newChanges()
      _ = try proof.drafts()
      proof.close()
    } catch {
      _ = ProfileStore.overwriteAndRemove(partial)
      throw error
    }
    try ProfileStore.move(partial, to: target)
  }

  private func copyPages(to partial: String) throws(StoreError) {
    try ProfileStore.attempt(partial) {
      let copy = try ProfileStore.openQueue(partial, isNew: true)
      try self.database.backup(to: copy)
      try copy.close()
    }
  }

  /// Whether everything in a file stands in this one too, in the same order.
  private func isOlderCopy(_ target: String) -> Bool {
    let isAmongProfiles = target.hasSuffix(".waymark") && target.contains("/profiles/")
    guard !isAmongProfiles,
      let there = try? ProfileStore.open(path: target, opening, locked: false)
    else { return false }
    defer { there.close() }
    guard there.chain.identity == chain.identity, let old = try? there.newChanges(),
      let now = try? contents().changes
    else { return false }
    return now.starts(with: old)
  }
}

extension ProfileFolder {
  /// Puts a copy back as a profile of its own, after every record of it was read.
  ///
  /// - Parameter naming: gives the name it is to have, from the one it had.
  /// - Returns: its name.
  package func restore(
    from source: String, _ opening: ProfileStore.Opening, naming: (String) -> String
  ) throws(StoreError) -> String {
    let store = try ProfileStore.open(path: source, opening, locked: false)
    var contents = try store.contents()
    contents.header.name = naming(contents.header.name)
    contents.header.bringUpToDate()
    let target = try newPath()
    try ProfileStore.layNew(contents, at: target)
    return contents.header.name
  }
}

import CSystem
import Foundation
import GRDB
import Sealing
import Workbook

/// Everything that a profile's file holds, in memory.
struct ProfileContents {
  var header: ProfileHeader
  var changes: [Change]
  var drafts: [String: Draft]
  var key: DataKey?
}

extension ProfileStore {
  /// Lays a new file and gives it its name by one rename, after every record of it was read back. What is half made is taken
  /// away, whatever happens.
  static func lay(_ contents: ProfileContents, at path: String) throws(StoreError) {
    let partial = Leftovers.part(of: path)
    let failure = unsafe system_create_private(partial)
    if failure != 0 { throw .cannotMakeFile(path: path, reason: systemReason(failure)) }
    do throws(StoreError) {
      try fill(contents, partial)
      // Pages of the old file, which the new one must not stand beside.
      try Journal.takeAway(path)
    } catch {
      _ = overwriteAndRemove(partial)
      throw error
    }
    try move(partial, to: path)
  }

  static func fill(_ contents: ProfileContents, _ partial: String) throws(StoreError) {
    let queue = try openQueue(partial, isNew: true)
    let store = ProfileStore(
      partial, queue, contents.header, contents.key, nil, unsafe system_file_number(partial))
    defer { store.close() }
    try attempt(partial) {
      try queue.inTransactionReturning { database in
        try StoreSchema.make(database)
        try contents.header.write(database, contents.key)
        var read = Read(sequence: 0, tag: RecordChain.firstTag)
        for change in contents.changes { try store.insert(change, &read, database) }
        for (item, draft) in contents.drafts { try store.insert(draft, of: item, database) }
        read.manifest.drafts = try store.draftsDigest(database)
        try store.write(read.manifest, database)
      }
    }
    guard try store.newChanges() == contents.changes, try store.drafts() == contents.drafts else {
      throw .cannotWrite(path: partial, reason: "the disk gives back something else")
    }
  }

  /// Everything in the file, read from its first line.
  func contents() throws(StoreError) -> ProfileContents {
    let other = try ProfileStore.open(path: path, opening, locked: false)
    defer { other.close() }
    return ProfileContents(
      header: other.header, changes: try other.newChanges(), drafts: try other.drafts(),
      key: chain.key)
  }

  package var opening: Opening { chain.key.map { .key($0) } ?? .plain }

  /// Writes the whole file anew, changed, and puts it in the old one's place by one rename; the old one is overwritten.
  ///
  /// - Parameter change: makes of what the file holds what the new one is to hold.
  func rewrite(_ change: (inout ProfileContents) -> Void) throws(StoreError) {
    guard let lock else { throw .cannotWrite(path: path, reason: "it may only be read") }
    var key = chain.key
    let number = unsafe system_file_number(path)
    var problem: StoreError?
    do throws(StoreError) {
      try lock.write(path) { () throws(StoreError) in
        var contents = try self.contents()
        change(&contents)
        key = contents.key
        try self.replace(by: contents)
      }
    } catch {
      problem = error
    }
    // Whatever went wrong: the file that stands there now is the one to go on with.
    let isNew = unsafe system_file_number(path) != number
    try reopen(isNew ? key : chain.key)
    _ = try newChanges()
    if let problem { throw problem }
  }

  private func replace(by contents: ProfileContents) throws(StoreError) {
    close()
    try ProfileStore.lay(contents, at: path)
  }

  /// Gives a new file its name, and overwrites what had that name before. Where nothing was renamed, the new file is taken away.
  static func move(_ source: String, to target: String) throws(StoreError) {
    // Held open, for where two names cannot be exchanged: then the old file has no name any more when it is overwritten.
    let old = unsafe system_open_existing(target)
    defer { if old >= 0 { system_close(old) } }
    let failure = old == -ENOENT || old >= 0 ? unsafe system_exchange(source, target) : -old
    if failure > 0 {
      _ = overwriteAndRemove(source)
      throw .cannotMakeFile(path: target, reason: systemReason(failure))
    }
    // Only once the new name is on disk for certain: before that a power cut may still bring the old file back.
    if failure < 0 {
      throw .cannotWrite(
        path: target, reason: "it is there, but the disk does not say that it will last")
    }
    if old < 0 { return }
    if system_overwrite(old) != 0 || overwriteAndRemove(source) != 0 {
      throw .cannotWrite(
        path: target, reason: "it is written anew, and what stood there before was not overwritten")
    }
  }

  /// - Returns: 0, else errno. A link is taken away and what it leads to left alone.
  static func overwriteAndRemove(_ path: String) -> Int32 {
    if Int(unsafe system_kind(path)) == SYSTEM_ABSENT { return 0 }
    let file = unsafe system_open_existing(path)
    var failure: Int32 = 0
    if file >= 0 {
      failure = system_overwrite(file)
      system_close(file)
    }
    // What could not be overwritten is at least taken away.
    let removed = unsafe system_unlink(path)
    return failure == 0 ? removed : failure
  }
}

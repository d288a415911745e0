import CSystem
import GRDB

/// SQLite's rollback journal. It stays beside the file between writes, so that no block with words in it is given back to the disk;
/// between writes it holds nothing but zeros.
enum Journal {
  /// SQLite empties the head of a journal itself, to say that it is done with it; what follows are pages as they were.
  private static let head: Int64 = 512

  static func path(of file: String) -> String { file + "-journal" }

  /// Whether a write was cut off, or is on its way: otherwise the first byte is 0.
  static func isHot(_ file: String) -> Bool {
    (first(at: 0, of: file) ?? 0) != 0
  }

  /// Whether pages of a write that is over still stand in it.
  static func isFull(_ file: String) -> Bool {
    guard first(at: 0, of: file) == 0 else { return false }
    // A page begins with its number.
    return (0..<4).contains { (first(at: head + $0, of: file) ?? 0) != 0 }
  }

  private static func first(at place: Int64, of file: String) -> Int32? {
    let journal = unsafe system_open_existing(path(of: file))
    if journal < 0 { return nil }
    defer { system_close(journal) }
    let byte = system_byte_at(journal, place)
    return byte < 0 ? nil : byte
  }

  /// Overwrites what a write has left, while no other can begin; when that reaches the disk is left to the system.
  ///
  /// - Parameter lasts: waits for the disk.
  static func empty(_ file: String, _ queue: DatabaseQueue, lasts: Bool = false) throws {
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let journal = unsafe system_open_existing(path(of: file))
        if journal < 0 { return .rollback }
        defer { system_close(journal) }
        guard system_byte_at(journal, 0) == 0, system_overwrite_from(journal, head) == 0,
          !lasts || system_sync(journal) == 0
        else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
        return .rollback
      }
    }
  }

  /// Takes it away from beside a file that is about to go, overwritten, under the lock of a write.
  static func takeAway(_ file: String) throws(StoreError) {
    // A write that was cut off is rolled back by whoever opens the file; a program that is no workbook may be writing.
    if isHot(file) { throw .busy(path: file) }
    if ProfileStore.overwriteAndRemove(path(of: file)) != 0 {
      throw .cannotWrite(path: path(of: file), reason: "it cannot be taken away")
    }
  }
}

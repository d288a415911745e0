import CSystem
import Foundation
import GRDB
import Sealing

extension ProfileFolder {
  /// Takes a profile away: the slots of its key first, so that from then on nobody can open what is left; then every record, with
  /// the file built anew; then the file and all copies that the program made beside it, overwritten.
  package func erase(_ entry: Entry) throws(StoreError) {
    let path = entry.path
    try ProfileStore.refuseOther(path)
    guard let lock = try ProfileLock(path) else {
      throw .cannotWrite(path: path, reason: "it may only be read")
    }
    if let holder = lock.takeSession("") { throw .inUse(path: path, by: holder) }
    try lock.write(path) { () throws(StoreError) in
      // A damaged file cannot be emptied by the database; it is overwritten all the same.
      try? ProfileFolder.empty(path)
      for path in [path, path + "-journal"] + ProfileStore.companions(of: path)
      where ProfileStore.overwriteAndRemove(path) != 0 {
        throw .cannotWrite(path: path, reason: "it cannot be taken away")
      }
    }
    _ = unsafe system_unlink(ProfileLock.path(of: path))
  }

  private static func empty(_ path: String) throws(StoreError) {
    // Nothing that stands in a file of somebody else's making may run.
    if let problem = try StoreImage.read(path).problem { throw .damaged(path: path, what: problem) }
    let queue = try ProfileStore.openQueue(path)
    defer { try? queue.close() }
    try ProfileStore.attempt(path) {
      try queue.inTransactionReturning { database in
        for table in ["header", "spare"] where try database.tableExists(table) {
          try database.execute(
            sql: "UPDATE \(table) SET value = ? WHERE name LIKE 'slot.%'",
            arguments: [Data(Digest.random(count: 84))])
        }
      }
      try queue.inTransactionReturning { database in
        for table in ["change", "draft", "manifest"] where try database.tableExists(table) {
          try database.execute(sql: "DELETE FROM \(table)")
        }
      }
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    }
  }
}

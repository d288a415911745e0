import CSystem
import Sealing

extension ProfileFolder {
  /// Takes a profile away: in one step it loses its name, and is in no list from then on; then all that the program made for it is
  /// overwritten, the file last. Where that is cut off, whoever comes by next goes on with it.
  package func erase(_ entry: Entry) throws(StoreError) {
    let path = entry.path
    try ProfileStore.refuseOther(path)
    guard let lock = try ProfileLock(path) else {
      throw .cannotWrite(path: path, reason: "it may only be read")
    }
    if let holder = lock.takeSession("") { throw .inUse(path: path, by: holder) }
    try lock.write(path) { () throws(StoreError) in
      let erased = Leftovers.erased(path)
      // Of one that stood at the same place before.
      if ProfileStore.overwriteAndRemove(erased) != 0 { throw .halfErased(path: erased) }
      let failure = unsafe system_exchange(path, erased)
      if failure > 0 {
        throw .cannotWrite(path: path, reason: ProfileStore.systemReason(failure))
      }
      // What is not certain of its new name is overwritten by the next program.
      if failure < 0 { throw .halfErased(path: erased) }
      try Leftovers.finishErasing(path)
      _ = unsafe system_unlink(ProfileLock.path(of: path))
    }
  }
}

import CSystem
import Foundation
import Sealing

extension ProfileStore {
  /// Makes a new file, which must not be there yet; sealed from its first byte where there are secrets.
  package static func create(
    path: String, name: String, opened: String, _ secrets: SealingSecrets? = nil
  ) throws(StoreError) -> ProfileStore {
    if Int(unsafe system_kind(path)) != SYSTEM_ABSENT {
      throw .cannotMakeFile(path: path, reason: systemReason(EEXIST))
    }
    var header = ProfileHeader(name: name, opened: opened)
    var key: DataKey?
    if let secrets {
      guard let made = DataKey() else { throw .noMemory(path: path) }
      try header.seal(made, secrets, path)
      key = made
    }
    try layNew(ProfileContents(header: header, changes: [], drafts: [:], key: key), at: path)
    return try open(path: path, key.map { .key($0) } ?? .plain)
  }

  /// Lays a file that is not there yet, under the lock that it will have, so that nobody takes it for left over.
  static func layNew(_ contents: ProfileContents, at path: String) throws(StoreError) {
    guard let lock = try ProfileLock(path) else {
      throw .cannotMakeFile(path: path, reason: systemReason(EACCES))
    }
    do throws(StoreError) {
      try lock.write(path) { () throws(StoreError) in
        try lay(contents, at: path)
      }
    } catch {
      _ = unsafe system_unlink(ProfileLock.path(of: path))
      throw error
    }
  }
}

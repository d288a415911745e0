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
    var header = Header(name: name, opened: opened)
    var key: DataKey?
    if let secrets {
      guard let made = DataKey() else { throw .noMemory(path: path) }
      try header.seal(made, secrets, path)
      key = made
    }
    try lay(
      Contents(header: header, changes: [], drafts: [:], key: key), at: path, through: part(of: path))
    return try open(path: path, key.map { .key($0) } ?? .plain)
  }
}

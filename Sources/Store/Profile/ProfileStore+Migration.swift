import Foundation

extension ProfileStore {
  /// Where a file of an earlier format stands as it was.
  package static func before(_ path: String, format: Int) -> String {
    path + ".format-\(format)"
  }

  /// Lays a file of an earlier format anew, after a copy of it as it is.
  func migrate() throws(StoreError) {
    if let holder = takeSession("", patience: 2_000) { throw .inUse(path: path, by: holder) }
    defer { lock?.giveSession() }
    let copy = ProfileStore.before(path, format: header.format)
    if !FileManager.default.fileExists(atPath: copy) { try backup(to: copy) }
    copyOfEarlier = copy
    try rewrite { $0.header.bringUpToDate() }
    // Nobody has read anything yet.
    try reopen(nil)
  }
}

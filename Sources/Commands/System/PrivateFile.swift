import CSystem
import Foundation

/// Writes a file for its owner alone: beside the target, on disk, then one rename.
enum PrivateFile {
  /// Bytes on disk beside the place where they are to stand.
  struct Staged {
    fileprivate let partial: String
    let path: String
    fileprivate let replacing: Bool

    /// Puts them in their place.
    func commit() throws(Failure) {
      let failure = unsafe replacing ? system_replace(partial, path) : system_place(partial, path)
      if failure == 0 { return }
      drop()
      if failure == EEXIST { throw .standsThere(path) }
      throw Failure(.ioError, "waymark: \(path) cannot be written.")
    }

    /// Leaves the place as it was.
    func drop() { try? FileManager.default.removeItem(atPath: partial) }
  }

  /// Whether a file begins as every profile does.
  private static func isProfile(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 15)) == Data("SQLite format 3".utf8)
  }

  /// - Parameter replacing: whether a file that stands there is written over: the program's own, or one that its owner agreed to.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Failure) {
    try stage(bytes, for: path, replacing: replacing).commit()
  }

  /// Whether anything stands at a path.
  static func isThere(_ path: String) -> Bool {
    Int(unsafe system_kind(path)) != SYSTEM_ABSENT
  }

  /// What stands beside a profile and holds what the next start needs: its lock, and the journals of a change.
  private static let companions = ["lock", "journal", "wal", "shm"].flatMap {
    [".waymark.\($0)", ".waymark-\($0)"]
  }

  /// Refuses what is never written over, whoever agrees: folders, pipes, links, profiles and what belongs to one.
  static func refuseOther(_ path: String) throws(Failure) {
    if path.isEmpty {
      throw Failure(
        .usage, "waymark: no file is named to write to.", "Put its name after the option.")
    }
    let kind = Int(unsafe system_kind(path))
    if kind != SYSTEM_ABSENT && kind != SYSTEM_REGULAR {
      throw Failure(.cannotCreate, "waymark: \(path) is no plain file, and is left alone.")
    }
    if companions.contains(where: path.hasSuffix) {
      throw Failure(
        .cannotCreate, "waymark: \(path) belongs to a profile, and is left alone.",
        "Name another file.")
    }
    if isProfile(path) {
      throw Failure(
        .cannotCreate, "waymark: \(path) is a profile or a copy of one, and is left alone.",
        "Name another file.")
    }
  }

  static func stage(
    _ bytes: [UInt8], for path: String, replacing: Bool
  ) throws(Failure) -> Staged {
    try refuseOther(path)
    if !replacing, isThere(path) { throw .standsThere(path) }
    // A name that nobody else has: what stands beside the target is not ours.
    let partial = path + ".\(UUID().uuidString).part"
    let failure = unsafe system_create_private(partial)
    if failure != 0 {
      throw Failure(
        .cannotCreate,
        "waymark: \(path) cannot be made: \(unsafe String(cString: strerror(failure))).")
    }
    let staged = Staged(partial: partial, path: path, replacing: replacing)
    do {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      staged.drop()
      throw Failure(.ioError, "waymark: \(path) cannot be written: the disk reports an error.")
    }
    return staged
  }
}

extension Failure {
  /// Something of somebody's stands where a file was to be written.
  static func standsThere(_ path: String) -> Failure {
    Failure(
      .cannotCreate, "waymark: \(path) is there already, and is left as it is.",
      "Name another file, or say --force to write over it.")
  }
}

import CSystem
import Foundation

/// Writes a file for its owner alone: beside the target, on disk, then one rename.
enum PrivateFile {
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let kind = Int(unsafe system_kind(path))
    if kind != SYSTEM_ABSENT && kind != SYSTEM_REGULAR {
      throw Failure(.cannotCreate, "waymark: \(path) is no plain file, and is left alone.")
    }
    // A name that nobody else has: what stands beside the target is not ours.
    let partial = path + ".\(UUID().uuidString).part"
    let failure = unsafe system_create_private(partial)
    if failure != 0 {
      throw Failure(
        .cannotCreate,
        "waymark: \(path) cannot be made: \(unsafe String(cString: strerror(failure))).")
    }
    do {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw Failure(.ioError, "waymark: \(path) cannot be written: the disk reports an error.")
    }
    let moved = unsafe system_replace(partial, path)
    if moved != 0 {
      try? FileManager.default.removeItem(atPath: partial)
      throw Failure(.ioError, "waymark: \(path) cannot be written.")
    }
  }
}

import CSystem
import Glibc

/// The locks of a profile, on a file beside it: one for the workbook while it runs, one for the length of a write, one for that of a
/// copy. All are free at once when their holder dies.
final class ProfileLock {
  private static let session: Int32 = 0
  private static let writing: Int32 = 1
  private static let copying: Int32 = 2
  private static let patience: Int32 = 5_000

  private let path: String
  private var descriptor: Int32
  private var hasSession = false

  static func path(of profile: String) -> String { profile + ".lock" }

  /// - Returns: `nil` where no file can be made there, since nothing can be written then either.
  init?(_ profile: String) throws(StoreError) {
    path = ProfileLock.path(of: profile)
    descriptor = unsafe system_open_lock(path)
    if descriptor >= 0 { return }
    switch -descriptor {
    case EROFS, EACCES, EPERM: return nil
    case ELOOP, ENXIO, EISDIR: throw .notAFile(path: path)
    default: throw .cannotMakeFile(path: path, reason: ProfileStore.systemReason(-descriptor))
    }
  }

  /// Takes one of the two. Whoever waits for the lock of a profile that is erased meanwhile holds a file that nobody else will find: it
  /// takes the one that stands there now.
  private func take(_ byte: Int32, _ patience: Int32) -> Int32 {
    while true {
      let failure = system_take_lock(descriptor, byte, patience)
      let number = unsafe system_file_number(path)
      if failure != 0 || number == system_number_behind(descriptor) { return failure }
      let other = unsafe system_open_lock(path)
      if other < 0 { return -other }
      system_close(descriptor)
      descriptor = other
      if hasSession { hasSession = system_take_lock(descriptor, ProfileLock.session, 0) == 0 }
    }
  }

  deinit { if descriptor >= 0 { system_close(descriptor) } }

  /// Takes the workbook's lock.
  ///
  /// - Parameter note: who takes it, for whomever comes second.
  /// - Returns: who holds it, where it is held; `nil` where it is ours now.
  func takeSession(_ note: String, patience: Int = 0) -> String? {
    let failure = take(ProfileLock.session, Int32(patience))
    // A disk that knows no locks keeps nobody out either.
    if failure == EAGAIN { return holder }
    hasSession = true
    unsafe system_write_note(descriptor, note, Int32(note.utf8.count))
    return nil
  }

  func giveSession() {
    hasSession = false
    system_give_lock(descriptor, ProfileLock.session)
  }

  /// Takes the lock of a copy, so that no other program makes one meanwhile.
  ///
  /// - Returns: `false` where another one is making a copy. A disk that knows no locks keeps nobody out.
  func takeCopying() -> Bool {
    take(ProfileLock.copying, ProfileLock.patience) != EAGAIN
  }

  func giveCopying() { system_give_lock(descriptor, ProfileLock.copying) }

  /// What the holder wrote about itself.
  private var holder: String {
    var bytes = [CChar](repeating: 0, count: 200)
    let count = unsafe system_read_note(descriptor, &bytes, Int32(bytes.count))
    return String(
      decoding: bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether nobody is writing at this moment.
  var isFree: Bool { system_is_locked(descriptor, ProfileLock.writing) == 0 }

  /// Carries out a write that no other program can cut into; waits five seconds for its turn.
  func write<Result>(
    _ profile: String, _ work: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if take(ProfileLock.writing, ProfileLock.patience) != 0 {
      throw .busy(path: profile)
    }
    defer { system_give_lock(descriptor, ProfileLock.writing) }
    return try work()
  }
}

import Glibc

/// Who has a profile open, as a workbook writes it into the lock file: process, terminal, hour. Nothing of the person.
struct LockOwner {
  var process = ""
  var terminal = ""
  var hour = ""

  /// What this program writes.
  static var note: String {
    let terminal = unsafe ttyname(0).map { unsafe String(cString: $0) } ?? "-"
    return "\(getpid()) \(terminal) \(WallClock.hour)"
  }

  init(_ note: String) {
    let parts = note.split(separator: " ").map(String.init)
    guard parts.count == 3 else { return }
    (process, terminal, hour) = (parts[0], parts[1], parts[2])
  }

  var words: String { "process \(process) on \(terminal), since \(hour)" }
}

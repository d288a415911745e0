import CSystem
import Glibc

/// The program in its own place: nothing of what it held stays in memory, and a sealed profile asks for its passphrase anew.
enum Relaunch {
  private static let idle = "WAYMARK_WAS_IDLE"

  /// Whether this program took the place of one that nobody had typed in; asked once.
  static var wasIdle: Bool {
    defer { unsafe unsetenv(idle) }
    return unsafe getenv(idle) != nil
  }

  /// - Parameter profile: path of the file that was open: the same one is opened again, whatever else was written to meanwhile.
  /// - Returns: an exit code, only where it cannot be done.
  static func run(profile: String?, isIdle: Bool = false) -> Int32 {
    var arguments = arguments
    let isNamed = arguments.contains { $0 == "--profile" || $0.hasPrefix("--profile=") }
    if !isNamed, let profile { arguments += ["--profile", profile] }
    if isIdle { unsafe setenv(Relaunch.idle, "1", 1) }
    become(arguments)
    StandardStreams.note("waymark: locked. Everything is saved; open it again with: waymark")
    return 0
  }

  /// Takes the place of this program by the same one with a verb.
  static func run(verb: String) -> Int32 {
    var all = arguments
    all.insert(verb, at: min(1, all.count))
    become(all)
    return Failure.Code.failed.rawValue
  }

  /// Takes the place of this program by the same one at the other file of a session.
  static func run(_ handover: RelaunchPayload) -> Int32 {
    handover.keep()
    become(arguments)
    StandardStreams.note("waymark: everything is saved; go on with: waymark coach")
    return 0
  }

  /// As this program was called; the descriptor of a passphrase has given what it had.
  private static var arguments: [String] {
    var arguments: [String] = []
    var rest = CommandLine.arguments[...]
    while let one = rest.popFirst() {
      if one == "--passphrase-fd" {
        _ = rest.popFirst()
      } else if !one.hasPrefix("--passphrase-fd=") {
        arguments.append(one)
      }
    }
    return arguments
  }

  private static func become(_ arguments: [String]) {
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    unsafe system_become(&pointers)
    for place in unsafe pointers.indices { unsafe free(pointers[place]) }
  }
}

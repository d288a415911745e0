import ArgumentParser

/// Where a command writes, for all that can write a file: what stands there already is written over only where its owner says so.
struct OutOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String?
  @Flag(help: "Write over a file that stands there.") var force = false

  /// Before anything is worked out or asked: whether the file may be written. At a terminal it asks.
  func settled() throws(Failure) -> OutFile? {
    guard let out else { return nil }
    return try OutFile(out, force: force)
  }
}

/// A file that may be written.
struct OutFile {
  let path: String
  private let replaces: Bool

  init(_ path: String, force: Bool) throws(Failure) {
    self.path = path
    try PrivateFile.refuseOther(path)
    if force || !PrivateFile.isThere(path) {
      replaces = force
      return
    }
    guard StandardStreams.canAsk else { throw .standsThere(path) }
    StandardStreams.note("\(path) is there already. Write over it? Type yes, or Enter to leave it:")
    guard readLine() == "yes" else { throw .standsThere(path) }
    replaces = true
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    try PrivateFile.write(bytes, to: path, replacing: replaces)
  }

  func stage(_ bytes: [UInt8]) throws(Failure) -> PrivateFile.Staged {
    try PrivateFile.stage(bytes, for: path, replacing: replaces)
  }
}

import Foundation

/// The built program, run as a command.
package struct Program {
  /// The one beside the tests, unless `WAYMARK_UNDER_TEST` names another, as for the drivers against the release build.
  package static var path: String {
    if let named = ProcessInfo.processInfo.environment["WAYMARK_UNDER_TEST"] {
      return named.hasPrefix("/") ? named : Tree.root + "/" + named
    }
    let folder = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
    for candidate in [folder, Tree.root + "/.build/debug"] {
      let path = candidate + "/waymark"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return Tree.root + "/.build/debug/waymark"
  }

  /// Its home and data folder, its own.
  package let home: String
  package var data: String { home + "/data" }

  package init() { home = Tree.temporaryFolder() }

  package func end() { try? FileManager.default.removeItem(atPath: home) }

  package var environment: [String: String] {
    [
      "HOME": home, "WAYMARK_DATA_DIR": data, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "WAYMARK_CONTENT": Tree.root + "/content", "TZ": "UTC",
    ]
  }

  package struct Result {
    package var code: Int32
    package var out: String
    package var error: String
  }

  package func run(
    _ arguments: String..., input: String = "", environment more: [String: String] = [:]
  ) -> Result {
    start(Program.path, arguments, input, more)
  }

  /// A line for the shell, in the program's own environment.
  package func shell(
    _ line: String, input: String = "", environment more: [String: String] = [:]
  ) -> Result {
    start("/bin/bash", ["-c", line], input, more)
  }

  private func start(
    _ executable: String, _ arguments: [String], _ input: String, _ more: [String: String]
  ) -> Result {
    let process = Process()
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = environment.merging(more) { $1 }
    let (input_, output, error) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input_
    process.standardOutput = output
    process.standardError = error
    do { try process.run() } catch { return Result(code: -1, out: "", error: "\(error)") }
    let bytes = Data(input.utf8)
    DispatchQueue.global().async {
      try? input_.fileHandleForWriting.write(contentsOf: bytes)
      try? input_.fileHandleForWriting.close()
    }
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let errors = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: String(decoding: out, as: UTF8.self),
      error: String(decoding: errors, as: UTF8.self))
  }
}

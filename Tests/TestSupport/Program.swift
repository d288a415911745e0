import Foundation

/// The built program, run as a command.
package struct Program {
  package static var path: String {
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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
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

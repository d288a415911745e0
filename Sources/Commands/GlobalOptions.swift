import ArgumentParser
import Foundation

/// Options of every command; they stand before or after the verb.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which profile: its name or, with a slash, its path.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("Where profiles are kept.", valueName: "dir"))
  var dataDir: String?

  @Option(help: ArgumentHelp("Another content pack.", valueName: "dir"))
  var pack: String?

  @Option(help: ArgumentHelp("Language of content and interface.", valueName: "tag"))
  var lang: String?

  @Flag(help: "Linear mode: one question at a time, in lines.")
  var plain = false

  /// Those that take a value.
  static let valued = ["--profile", "--data-dir", "--pack", "--lang"]

  /// Puts options that stand before the verb behind everything else, where every command reads them.
  static func hoisted(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      let name = first.split(separator: "=", maxSplits: 1).first.map(String.init) ?? first
      if first == "--plain" || (valued.contains(name) && first.contains("=")) {
        leading.append(first)
        rest = rest.dropFirst()
      } else if valued.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return Array(rest) + leading
  }
}

/// Where things are, from options first, then the environment.
struct Roots {
  let options: GlobalOptions
  private let environment = ProcessInfo.processInfo.environment

  init(_ options: GlobalOptions) { self.options = options }

  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  var home: String { variable("HOME") ?? "/" }

  var dataFolder: String {
    if let folder = options.dataDir ?? variable("WAYMARK_DATA_DIR") { return Roots.whole(folder) }
    if let folder = variable("XDG_DATA_HOME") { return Roots.whole(folder) + "/waymark" }
    return home + "/.local/share/waymark"
  }

  /// The folder `content`: given, installed beside the program, or in the package that it was built in.
  var contentFolder: String? {
    let executable = Roots.executable
    var candidates = [variable("WAYMARK_CONTENT")].compactMap { $0 }
    var folder = (executable as NSString).deletingLastPathComponent
    candidates.append((folder as NSString).deletingLastPathComponent + "/share/waymark")
    for _ in 0..<5 {
      candidates.append(folder + "/content")
      folder = (folder as NSString).deletingLastPathComponent
    }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0 + "/languages/en.yaml")
    }
  }

  var packFolder: String? {
    if let pack = options.pack { return Roots.whole(pack) }
    return contentFolder.map { $0 + "/packs/core" }
  }

  var language: String {
    if let tag = options.lang { return tag }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = variable(name) {
        let tag = value.prefix { $0.isLetter }
        return tag.isEmpty || tag == "C" || tag == "POSIX" ? "en" : String(tag)
      }
    }
    return "en"
  }

  /// Whether the person asked for lines.
  var wantsPlain: Bool {
    options.plain || variable("WAYMARK_PLAIN") == "1" || variable("ACCESSIBLE") == "1"
  }

  var wantsColour: Bool { variable("NO_COLOR") == nil && variable("CLICOLOR") != "0" }

  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  private static func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

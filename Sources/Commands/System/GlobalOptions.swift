import ArgumentParser
import CSystem
import Foundation
import Glibc
import Screens
import Store
import TextUI

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

  @Option(
    help: ArgumentHelp(
      "Read a sealed profile's passphrase from this descriptor.", valueName: "n"))
  var passphraseFd: Int32?

  @Flag(help: "Linear mode: one question at a time, in lines.")
  var plain = false

  /// Those that take a value.
  static let valued = ["--profile", "--data-dir", "--pack", "--lang", "--passphrase-fd"]

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

/// What was asked for on the command line, for every command alike.
struct LaunchOptions {
  var profile: String?
  var dataFolder: String?
  var pack: String?
  var language: String?
  var passphraseDescriptor: Int32?
  var plain = false

  init(pack: String?) { self.pack = pack }

  /// Reads arguments without the parser; `nil` where anything but global options stands there.
  init?(onlyGlobal arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--plain" {
        plain = true
        continue
      }
      guard GlobalOptions.valued.contains(name), let value = rest.popFirst() else { return nil }
      switch name {
      case "--profile": profile = value
      case "--data-dir": dataFolder = value
      case "--pack": pack = value
      case "--passphrase-fd":
        guard let number = Int32(value) else { return nil }
        passphraseDescriptor = number
      default: language = value
      }
    }
  }

  init(_ options: GlobalOptions) {
    profile = options.profile
    dataFolder = options.dataDir
    pack = options.pack
    language = options.lang
    passphraseDescriptor = options.passphraseFd
    plain = options.plain
  }
}

/// Where things are, from options first, then the environment.
struct RuntimeEnvironment {
  let wishes: LaunchOptions
  let configuration: Configuration.Read

  init(_ options: GlobalOptions) { self.init(LaunchOptions(options)) }

  init(_ wishes: LaunchOptions) {
    self.wishes = wishes
    configuration = Configuration.read(RuntimeEnvironment.configurationPath)
  }

  /// Where what is set about the program is kept.
  static var configurationPath: String {
    (place("XDG_CONFIG_HOME") ?? home + "/.config") + "/waymark/config.yaml"
  }

  func variable(_ name: String) -> String? { RuntimeEnvironment.variable(name) }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// A folder that a variable names. A relative one is ignored, as the XDG specification asks: it would be another one wherever
  /// the program is called.
  static func place(_ name: String) -> String? {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// The person's home folder: what `HOME` says, else what their account has.
  static var home: String { place("HOME") ?? ofAccount ?? nowhere }

  /// What systems write where an account has no home: nothing can be made there.
  private static let nowhere = "/nonexistent"

  private static var ofAccount: String? {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = unsafe system_home(&bytes, Int32(bytes.count))
    return count > 0
      ? String(decoding: bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      : nil
  }

  /// A folder of profiles, or of a coach's own file: the one way for verbs to get there.
  ///
  /// Refused where files would stand in no place that is known.
  func folder(of kind: String = "profiles") throws(Failure) -> ProfileFolder {
    guard dataFolder.hasPrefix(RuntimeEnvironment.nowhere + "/") else {
      return ProfileFolder(path: dataFolder, kind: kind)
    }
    throw Failure(
      .configuration,
      "waymark: it isn't known where your profiles belong: HOME names no folder, and your account has none.",
      "Set HOME to a folder of yours, or name one with --data-dir.")
  }

  var dataFolder: String {
    if let folder = wishes.dataFolder ?? variable("WAYMARK_DATA_DIR") {
      return RuntimeEnvironment.whole(folder)
    }
    return (RuntimeEnvironment.place("XDG_DATA_HOME") ?? RuntimeEnvironment.home + "/.local/share")
      + "/waymark"
  }

  /// The folder `content`: given, installed beside the program, or in the package that it was built in.
  var contentFolder: String? {
    let executable = RuntimeEnvironment.executable
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
    if let pack = wishes.pack { return RuntimeEnvironment.whole(pack) }
    return contentFolder.map { $0 + "/packs/core" }
  }

  var language: String {
    if let tag = wishes.language { return LanguageWish.primary(tag) }
    // What the person set about this program comes before what the whole system is set to.
    if !configuration.settings.language.isEmpty { return configuration.settings.language }
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
    if wishes.plain || variable("WAYMARK_PLAIN") == "1" || variable("ACCESSIBLE") == "1" {
      return true
    }
    return configuration.settings.isPlain && variable("WAYMARK_PLAIN") == nil
  }

  /// How the terminal is to look and listen.
  var look: Look { configuration.settings.look }

  /// Tags of the languages that the interface has sentences in.
  var languages: [String] {
    let files = contentFolder.flatMap {
      try? FileManager.default.contentsOfDirectory(atPath: $0 + "/languages")
    }
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// What is set, with what there is to choose from.
  var settings: Settings {
    var settings = configuration.settings
    settings.path = RuntimeEnvironment.configurationPath
    settings.languages = languages
    return settings
  }

  /// Seconds without a key after which the screen is covered, and a sealed profile locked.
  var idleSeconds: Int {
    let configured = configuration.settings.lockMinutes * 60
    let wanted = variable("WAYMARK_LOCK_SECONDS").flatMap { Int($0) } ?? configured
    return min(max(wanted, 1), 86_400)
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

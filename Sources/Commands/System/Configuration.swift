import Foundation
import Packs
import Screens
import TextUI

/// What is set about the program on this computer, in `$XDG_CONFIG_HOME/waymark/config.yaml`. A flag or a variable of the
/// environment comes before it. Nothing of a person is in it.
enum Configuration {
  /// What may stand in it.
  static let keys = ["language", "theme", "lock-after", "mouse", "plain"]

  /// What the file sets, and what is wrong with it, by line.
  struct Read {
    var settings = Settings()
    var findings: [Finding] = []
    /// Why nothing of it could be read.
    var problem: Failure?

    /// Refuses to go on with a file that says something which is not meant here.
    func check() throws(Failure) {
      if let problem { throw problem }
      guard let first = findings.first else { return }
      throw Failure(
        .configuration, "waymark: \(first)",
        "Mend that line, or take it out: it is the file of your settings.")
    }
  }

  static func read(_ path: String) -> Read {
    guard PrivateFile.isThere(path) else { return Read() }
    var read = Read()
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try InputFile.bytes(path, most: most + 1)
    } catch {
      read.problem = refusal(error.lines[0])
      return read
    }
    if bytes.count > most {
      read.problem = refusal("waymark: \(path) is larger than \(most >> 10) KiB, and is not read.")
      return read
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      read.findings = [Finding(file: path, line: 1, column: 1, message: "it is not UTF-8")]
      return read
    }
    return Configuration.read(text, file: path)
  }

  /// Settings take a few lines: what is longer is something else.
  private static let most = 64 << 10

  private static func refusal(_ line: String) -> Failure {
    Failure(
      .configuration, line,
      "The file of your settings belongs there: mend it, or move it away and the usual settings count."
    )
  }

  static func read(_ text: String, file: String) -> Read {
    var read = Read()
    // A file of comments alone sets nothing.
    let hasWords = text.split(separator: "\n").contains { line in
      !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace)
    }
    if !hasWords { return read }
    let (tree, problems) = PackReader.tree(text, file: file)
    read.findings = problems
    guard let tree, problems.isEmpty else { return read }
    guard let entries = tree.entries else {
      read.findings = [finding(tree.mark, "a line here is `key: value`")]
      return read
    }
    for entry in entries { take(entry, &read) }
    return read
  }

  private static func finding(_ mark: SourceNode.Location, _ message: String) -> Finding {
    Finding(file: mark.file, line: mark.line, column: mark.column, message: message)
  }

  private static func take(_ entry: SourceNode.Entry, _ read: inout Read) {
    func refuse(_ message: String) {
      read.findings.append(finding(entry.value.mark, message))
    }
    let value = entry.value.scalar ?? ""
    switch entry.key {
    case "language":
      guard value == "auto" || LanguageWish.isTag(value) else {
        return refuse("`language` is auto, or a tag such as en")
      }
      read.settings.language = value == "auto" ? "" : value
    case "theme":
      guard let choice = Look.Choice(rawValue: value) else {
        return refuse("`theme` is auto, mono or high-contrast")
      }
      read.settings.look.choice = choice
    case "lock-after":
      guard let minutes = Int(value), (1...1440).contains(minutes) else {
        return refuse("`lock-after` is a number of minutes, 1 to 1440")
      }
      read.settings.lockMinutes = minutes
    case "mouse", "plain":
      guard let isOn = ["yes": true, "no": false][value] else {
        return refuse("`\(entry.key)` is yes or no")
      }
      if entry.key == "mouse" {
        read.settings.look.usesMouse = isOn
      } else {
        read.settings.isPlain = isOn
      }
    default:
      let near = Nearest.word(to: entry.key, among: keys)
      read.findings.append(
        finding(
          entry.mark,
          "there is no setting `\(entry.key)`"
            + (near.map { ": did you mean `\($0)`?" }
              ?? "; there are \(keys.joined(separator: ", "))")))
    }
  }

  /// A file's text with what is set put into it; comments, and whatever else stands there, stay.
  static func text(_ before: String, with settings: Settings) -> String {
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let values = [
      ("language", settings.language.isEmpty ? "auto" : settings.language),
      ("theme", settings.look.choice.rawValue), ("lock-after", String(settings.lockMinutes)),
      ("mouse", settings.look.usesMouse ? "yes" : "no"), ("plain", settings.isPlain ? "yes" : "no"),
    ]
    for (key, value) in values {
      let line = "\(key): \(value)"
      if let place = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
        lines[place] = line
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func write(_ settings: Settings, to path: String) throws(Failure) {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.cannotCreate, "waymark: the folder \(folder) cannot be made.")
    }
    if let problem = read(path).problem { throw problem }
    let before = try PrivateFile.isThere(path) ? InputFile.bytes(path, most: most) : nil
    let text = text(
      before.map { String(decoding: $0, as: UTF8.self) }
        ?? "# Settings of Waymark; the screen behind the comma writes them too.\n",
      with: settings)
    try PrivateFile.write(Array(text.utf8), to: path, replacing: true)
  }
}

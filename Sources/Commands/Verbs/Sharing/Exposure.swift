import CSystem
import Foundation

/// One file or folder that others can get at, and what to do about it.
struct Exposure {
  var found: String
  var advice: String

  /// All of what belongs to a person here: folders of profiles, profiles and their locks, settings.
  static func all(_ roots: RuntimeEnvironment) -> [Exposure] {
    let data = roots.dataFolder
    let folders = [data, data + "/profiles", data + "/coach"]
    let settings = RuntimeEnvironment.configurationPath
    return folders.flatMap(folder) + folders.dropFirst().flatMap(files)
      + changeable((settings as NSString).deletingLastPathComponent, mode: "700")
      + changeable(settings, mode: "600")
  }

  private static func files(_ folder: String) -> [Exposure] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.sorted().map { folder + "/" + $0 }
    return paths.filter { $0.hasSuffix(".waymark") || $0.hasSuffix(".waymark.lock") }.flatMap(file)
  }

  private static func folder(_ path: String) -> [Exposure] {
    guard let rights = Rights(path) else { return [] }
    if !rights.isOwn { return [foreign(path)] }
    if rights.mode & 0o077 == 0 { return [] }
    return [
      Exposure(
        found: "\(path) can be opened by others (mode \(rights.octal))",
        advice: "Close it to them: chmod 700 '\(path)'")
    ]
  }

  private static func file(_ path: String) -> [Exposure] {
    if let strange = strange(path) { return [strange] }
    guard let rights = Rights(path) else { return [] }
    if !rights.isOwn { return [foreign(path)] }
    if rights.mode & 0o077 == 0 { return [] }
    let verb = rights.mode & 0o022 == 0 ? "read" : "changed"
    return [
      Exposure(
        found: "\(path) can be \(verb) by others (mode \(rights.octal))",
        advice: "Close it to them: chmod 600 '\(path)'")
    ]
  }

  /// What is neither a file nor missing. A profile of that kind is told among the profiles.
  private static func strange(_ path: String) -> Exposure? {
    let kind = Int(unsafe system_kind(path))
    guard path.hasSuffix(".lock"), kind != SYSTEM_REGULAR, kind != SYSTEM_ABSENT else { return nil }
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    let found = isLink ? "is a link" : "is no plain file"
    let removal = kind == SYSTEM_FOLDER ? "rm -r" : "rm"
    return Exposure(
      found: "\(path) \(found), so nothing can be saved in the profile beside it",
      advice: "Take it away, and the next start makes a new one: \(removal) '\(path)'")
  }

  /// Settings may be read by anyone, but only their owner or the computer's changes them.
  private static func changeable(_ path: String, mode: String) -> [Exposure] {
    guard let rights = Rights(path) else { return [] }
    if !rights.isOwn && !rights.isOfRoot { return [foreign(path)] }
    if rights.mode & 0o022 == 0 { return [] }
    return [
      Exposure(
        found: "\(path) can be changed by others (mode \(rights.octal))",
        advice: "Close it to them: chmod \(mode) '\(path)'")
    ]
  }

  private static func foreign(_ path: String) -> Exposure {
    Exposure(
      found: "\(path) belongs to another account, which can read and change it",
      advice: "Name a folder of your own with --data-dir, or have this one made yours: "
        + "sudo chown -R \"$(id -u)\" '\(path)'")
  }

  /// Who may do what with what a path leads to; a folder may be a link to where it really is.
  private struct Rights {
    var mode: Int
    var owner: UInt32

    init?(_ path: String) {
      var (mode, owner): (UInt32, UInt32) = (0, 0)
      guard unsafe system_rights(path, &mode, &owner) == 0 else { return nil }
      self.mode = Int(mode)
      self.owner = owner
    }

    var isOwn: Bool { owner == geteuid() }
    var isOfRoot: Bool { owner == 0 }
    var octal: String { "0" + String(mode, radix: 8) }
  }
}

import Foundation
import Rules
import TestSupport

/// A disk as it is for certain, and as it might be: rebuilt from the log of the shim, cut off at any step.
struct Disk {
  private var files: [Int: File] = [:]
  /// Names as the program sees them, and as they are on disk for certain.
  private var names: [String: Int] = [:]
  private var certain: [String: Int] = [:]
  private var waiting: [Naming] = []
  private var last = 0

  private struct File {
    var bytes: [UInt8] = []
    var waiting: [Writing] = []
  }

  private struct Writing {
    var isCut: Bool
    var place: Int
    var bytes: [UInt8]

    func put(into target: inout [UInt8]) {
      if isCut {
        if target.count > place { target.removeLast(target.count - place) }
        target += [UInt8](repeating: 0, count: place - target.count)
        return
      }
      target += [UInt8](repeating: 0, count: max(0, place + bytes.count - target.count))
      target.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
  }

  private struct Naming {
    var kind: Character
    var path: String
    var target = ""
    var file = 0

    func apply(to names: inout [String: Int]) {
      switch kind {
      case "C": names[path] = file
      case "U": names[path] = nil
      case "X": (names[path], names[target]) = (names[target], names[path])
      default: if let file = names.removeValue(forKey: path) { names[target] = file }
      }
    }

    func touches(_ folder: String) -> Bool {
      [path, target].contains { ($0 as NSString).deletingLastPathComponent == folder }
    }
  }

  /// What the shim logged.
  struct Step {
    var kind: Character
    var path: String
    var place: Int
    var bytes: [UInt8]
  }

  init(of folder: String) {
    for path in Disk.files(folder) {
      last += 1
      files[last] = File(bytes: Array(FileManager.default.contents(atPath: path) ?? Data()))
      names[path] = last
      certain[path] = last
    }
  }

  static func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.map { folder + "/" + $0 }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  static func log(_ path: String) -> [Step] {
    let all = Array(FileManager.default.contents(atPath: path) ?? Data())
    var steps: [Step] = []
    var place = 0
    func number(_ start: Int, _ count: Int) -> Int {
      (0..<count).reversed().reduce(0) { $0 << 8 | Int(all[start + $1]) }
    }
    while place + 24 <= all.count {
      let kind = Character(Unicode.Scalar(all[place]))
      let length = number(place + 4, 4)
      let offset = number(place + 8, 8)
      let count = number(place + 16, 8)
      place += 24
      let name = String(decoding: all[place..<place + length], as: UTF8.self)
      place += length
      var bytes: [UInt8] = []
      if "WARX".contains(kind) {
        bytes = Array(all[place..<place + count])
        place += count
      }
      steps.append(Step(kind: kind, path: name, place: offset, bytes: bytes))
    }
    return steps
  }

  mutating func apply(_ step: Step) {
    // What is done to a file without a name is found under no name afterwards.
    if step.path.hasSuffix(" (deleted)") { return }
    switch step.kind {
    case "C":
      last += 1
      files[last] = File()
      names[step.path] = last
      waiting.append(Naming(kind: "C", path: step.path, file: last))
    case "W", "T":
      guard let file = names[step.path] else { return }
      files[file]?.waiting.append(
        Writing(isCut: step.kind == "T", place: step.place, bytes: step.bytes))
    case "S":
      guard let place = names[step.path], var file = files[place] else { return }
      for writing in file.waiting { writing.put(into: &file.bytes) }
      file.waiting.removeAll()
      files[place] = file
    case "D":
      for naming in waiting where naming.touches(step.path) { naming.apply(to: &certain) }
      waiting.removeAll { $0.touches(step.path) }
    case "U":
      names[step.path] = nil
      waiting.append(Naming(kind: "U", path: step.path))
    case "R", "X":
      let naming = Naming(
        kind: step.kind, path: step.path, target: String(decoding: step.bytes, as: UTF8.self))
      naming.apply(to: &names)
      waiting.append(naming)
    default: break
    }
  }

  /// As it stands with no cut: what the real disk must show too, or the log missed something.
  var whole: [String: [UInt8]] {
    names.mapValues { place in
      guard let file = files[place] else { return [] }
      return file.waiting.reduce(into: file.bytes) { $1.put(into: &$0) }
    }
  }

  /// How writes that were not synced may come out.
  enum Model: CaseIterable {
    /// There or not.
    case none
    /// Or cut off within, at a sector.
    case torn
    /// Or sectors full of anything.
    case garbage
  }

  /// Lays the disk as a cut here might leave it.
  func cut(
    from folder: String, to target: String, _ model: Model,
    _ random: inout some RandomNumberGenerator
  ) throws {
    var names = certain
    for naming in waiting.prefix(Int.random(in: 0...waiting.count, using: &random)) {
      naming.apply(to: &names)
    }
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    for (path, place) in names {
      guard let file = files[place] else { continue }
      var bytes = file.bytes
      for writing in file.waiting { Disk.maybe(writing, model, &bytes, &random) }
      let there = target + path.dropFirst(folder.count)
      try FileManager.default.createDirectory(
        atPath: (there as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      _ = FileManager.default.createFile(
        atPath: there, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    }
  }

  private static func maybe(
    _ writing: Writing, _ model: Model, _ bytes: inout [UInt8],
    _ random: inout some RandomNumberGenerator
  ) {
    let chance = Int.random(in: 0..<100, using: &random)
    if chance < 45 { return writing.put(into: &bytes) }
    if chance < 80 || writing.isCut { return }
    switch model {
    case .none: return
    case .torn:
      let sectors = Int.random(in: 0...writing.bytes.count / 512, using: &random)
      Writing(isCut: false, place: writing.place, bytes: Array(writing.bytes.prefix(sectors * 512)))
        .put(into: &bytes)
    case .garbage:
      let start = writing.place / 512 * 512
      let end = (writing.place + writing.bytes.count + 511) / 512 * 512
      let noise = (start..<end).map { _ in UInt8.random(in: 0...255, using: &random) }
      Writing(isCut: false, place: start, bytes: noise).put(into: &bytes)
    }
  }
}

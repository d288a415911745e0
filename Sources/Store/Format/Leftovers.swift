import CSystem
import Foundation

/// What stands beside a profile's file by the program's own doing: copies, and what a program that was cut off left.
enum Leftovers {
  /// The name of a new file before it takes its place, and of the old one once it has lost it.
  static func part(of path: String) -> String { path + ".part" }

  /// The name of a profile from the moment on which it is erased until the last of it is gone.
  static func erased(_ path: String) -> String { path + ".being-erased" }

  /// A copy from before a change of the passphrase, which the old one opens.
  static func beforePassphrase(_ path: String) -> String { path + ".before-passphrase" }

  /// Everything that the program made beside a file.
  static func companions(of path: String) -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let beside = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return beside.filter { other in
      other.hasPrefix(name) && isMade(other.dropFirst(name.count))
    }.map { folder + "/" + $0 }
  }

  /// The profiles of a folder beside which something stands that nobody needs.
  static func owners(among names: [String]) -> [String] {
    let all = Set(names)
    let found = names.compactMap { name -> String? in
      guard let range = name.range(of: ".waymark.", options: .backwards) else { return nil }
      let place = name.index(before: range.upperBound)
      let (owner, ending) = (String(name[..<place]), name[place...])
      let isLeft = ending == ".being-erased" || isHalf(ending)
      return isLeft || ending == ".lock" && !all.contains(owner) ? owner : nil
    }
    return Set(found).sorted()
  }

  private static func isHalf(_ ending: Substring) -> Bool {
    if ending.hasSuffix("-journal") { return isHalf(ending.dropLast("-journal".count)) }
    return ending == ".part" || isHalfCopy(ending)
  }

  /// Whether the program makes files with such an ending: somebody's own `spring.waymark.before-holiday` is not ours.
  private static func isMade(_ ending: Substring) -> Bool {
    if ending.hasSuffix("-journal") { return isMade(ending.dropLast("-journal".count)) }
    if ending == ".part" || isCopy(ending) { return true }
    return isHalfCopy(ending)
  }

  private static func isCopy(_ ending: Substring) -> Bool {
    if ending == ".before-passphrase" { return true }
    return ending.hasPrefix(".format-") && Int(ending.dropFirst(8)) != nil
  }

  /// A copy on its way: its name, sixteen digits, `.part`.
  private static func isHalfCopy(_ ending: Substring) -> Bool {
    guard ending.hasSuffix(".part") else { return false }
    let whole = ending.dropLast(5)
    guard let dot = whole.lastIndex(of: "."), isCopy(whole[..<dot]) else { return false }
    return isNumber(whole[whole.index(after: dot)...])
  }

  private static func isNumber(_ digits: Substring) -> Bool {
    digits.count == 16 && digits.allSatisfy(\.isHexDigit)
  }

  /// Takes away every copy beside a file, overwritten.
  static func takeAway(_ path: String) throws(StoreError) {
    for copy in companions(of: path) where ProfileStore.overwriteAndRemove(copy) != 0 {
      throw .cannotWrite(path: copy, reason: "it cannot be taken away")
    }
  }

  // MARK: - Tidying

  /// Takes away what a program that was cut off left half made, and finishes an erasing that was cut off, where nobody is at work on
  /// it.
  static func clear(_ path: String) throws(StoreError) {
    let half = part(of: path)
    let isLeft = [half, Journal.path(of: half), erased(path)].contains { (left: String) in
      Int(unsafe system_kind(left)) != SYSTEM_ABSENT
    }
    if isLeft { try clearAll(path) }
  }

  /// Only that: for a file that is about to be looked at, and need not be there any more.
  static func finishErasingIfCutOff(_ path: String) throws(StoreError) {
    if Int(unsafe system_kind(erased(path))) == SYSTEM_REGULAR { try clearAll(path) }
  }

  /// The same, and a lock without a profile too.
  static func clearAll(_ path: String) throws(StoreError) {
    guard let lock = try ProfileLock(path), lock.isFree else { return }
    try lock.write(path) { () throws(StoreError) in
      // Two names may just have been exchanged: first that is certain, or a power cut brings back what is overwritten here.
      if unsafe system_sync_folder(path) != 0 { return }
      let half = part(of: path)
      for path in [half, Journal.path(of: half)]
      where ProfileStore.overwriteAndRemove(path) != 0 {
        throw .cannotWrite(path: path, reason: "it is left over and cannot be taken away")
      }
      if lock.takeSession("") != nil { return }
      defer { lock.giveSession() }
      try clearHalfCopies(path)
      if Int(unsafe system_kind(erased(path))) != SYSTEM_ABSENT { try finishErasing(path) }
      if Int(unsafe system_kind(path)) == SYSTEM_ABSENT {
        _ = unsafe system_unlink(ProfileLock.path(of: path))
      }
    }
  }

  private static func clearHalfCopies(_ path: String) throws(StoreError) {
    for copy in companions(of: path) where copy.hasSuffix(".part") {
      if ProfileStore.overwriteAndRemove(copy) != 0 {
        throw .cannotWrite(path: copy, reason: "it is left over and cannot be taken away")
      }
    }
  }

  /// Takes away what a backup to the same target left that was killed, while no other copy of this profile is on its way: files of
  /// such a name that hold nothing yet, or records of this profile.
  static func clearHalfBackups(beside target: String, of identity: [UInt8]) {
    let folder = (target as NSString).deletingLastPathComponent
    let name = (target as NSString).lastPathComponent + "."
    let beside =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
    for other in beside ?? [] where other.hasPrefix(name) && other.hasSuffix(".part") {
      let path = (folder.isEmpty ? "" : folder + "/") + other
      guard isNumber(other.dropFirst(name.count).dropLast(5)),
        Int(unsafe system_kind(path)) == SYSTEM_REGULAR, let bytes = try? StoreImage.content(path)
      else { continue }
      if isBegun(bytes) || RecordCarver(bytes).named["identity"]?.contains(identity) == true {
        _ = ProfileStore.overwriteAndRemove(path)
      }
    }
  }

  /// Whether nothing stands there but the names of tables, if as much: of what a copy is to hold not a byte has come.
  private static func isBegun(_ bytes: [UInt8]) -> Bool {
    let first = bytes.prefix(PageBytes.size)
    return bytes.dropFirst(PageBytes.size).allSatisfy { $0 == 0 }
      && (first.allSatisfy { $0 == 0 } || first.starts(with: "SQLite format 3\0".utf8))
  }

  /// Takes away a copy from before a change of the passphrase that was cut off, once the file was opened: the old passphrase opens
  /// it.
  static func clearBeforePassphrase(_ path: String) {
    let copy = beforePassphrase(path)
    for left in [copy, Journal.path(of: copy)] { _ = ProfileStore.overwriteAndRemove(left) }
  }

  /// Overwrites what is left of a profile that has lost its name, the file itself last, so that its name says what is still to do.
  static func finishErasing(_ path: String) throws(StoreError) {
    // A new one may have been made in its place: what stands beside is that one's.
    let isAlone = Int(unsafe system_kind(path)) == SYSTEM_ABSENT
    let copies = isAlone ? companions(of: path) + [Journal.path(of: path)] : []
    for gone in copies + [erased(path)] where ProfileStore.overwriteAndRemove(gone) != 0 {
      throw .halfErased(path: gone)
    }
  }
}

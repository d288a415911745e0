import Foundation
import JSON
import Rules
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// Rot, and files cut or mixed up: what is there is told as it is, by all that look at it.
struct DamagedStoreTests {
  private let folder = Tree.temporaryFolder()
  private var path: String { folder + "/p.waymark" }
  private var harmed: String { folder + "/harmed.waymark" }

  init() { _ = Digest.start() }

  private static let changes: [Change] = (0..<192).map { number in
    ProfileStoreTests.answered(
      "n\(number)", .text(String(repeating: "word \(number) ", count: number % 30)))
  }

  private func whole(sealed: Bool) throws -> (bytes: [UInt8], opening: ProfileStore.Opening) {
    let secrets = SealingSecrets(
      passphrase: SealedStoreTests.secret(SealedStoreTests.words), recovery: nil, cost: .floor)
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", sealed ? secrets : nil)
    _ = try store.append(Self.changes)
    store.close()
    return (Array(try Data(contentsOf: URL(fileURLWithPath: path))), store.opening)
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: harmed))
  }

  /// A file that is named without its records being read; nobody may hear that it holds nothing.
  private func isCalledEmpty() -> Bool {
    do throws(StoreError) {
      _ = try ProfileFolder.entry(at: harmed)
      return false
    } catch {
      guard case .unfinished = error else { return false }
      return true
    }
  }

  private func opened(_ opening: ProfileStore.Opening) -> [Change]? {
    guard let store = try? ProfileStore.open(path: harmed, opening, locked: false) else {
      return nil
    }
    defer { store.close() }
    return try? store.newChanges()
  }

  /// One byte of the first page, or of any root, made zero: never empty, never passed over, whole only where it opens as it was.
  @Test func oneRottenByteMakesNothingEmpty() throws {
    let (bytes, opening) = try whole(sealed: false)
    let profiles = ProfileFolder(path: folder, kind: ".")
    let all = (ProcessInfo.processInfo.environment["DRIVER_RUNS"] ?? "").isEmpty
    let places = Array(0..<120) + Array(stride(from: 120, to: 6 * 4_096, by: all ? 61 : 1))
    var random = SplitMix64(state: 5)
    for place in places {
      var rotten = bytes
      rotten[place] = rotten[place] == 0 ? UInt8(1 + random.next(below: 255)) : 0
      try write(rotten)
      #expect(!isCalledEmpty(), "\(place)")
      let values = opened(opening)
      let found = try ProfileStore.verify(path: harmed, opening)
      #expect(found.opens == (values != nil), "\(place): \(found.damage)")
      #expect(values == nil || values == Self.changes, "\(place)")
      #expect(found.changes >= 150, "\(place): \(found.changes)")
      if place % 40 == 24 {
        try Data(rotten).write(to: URL(fileURLWithPath: path))
        let (entries, unreadable) = profiles.list()
        #expect(entries.count + unreadable.count == 2, "\(place)")
      }
    }
    try write(Array(bytes.prefix(104)) + [0] + Array(bytes.dropFirst(105)))
    let salvage = try ProfileFolder(path: folder + "/out").salvage(harmed, naming: { $0 })
    #expect(salvage.changes == 192 && salvage.lost.isEmpty)
  }

  /// The bytes of an answer said to be a text, not a blob: check, opening and salvage see the same.
  @Test func aFlippedTypeIsToldByAll() throws {
    let (bytes, opening) = try whole(sealed: false)
    let needle = Array(#"{"kind":"answered","exercise":"x","item":"n100""#.utf8)
    let words = try #require(Data(bytes).range(of: Data(needle))).lowerBound
    // Before the words the tag of the line before, and before that the type.
    var rotten = bytes
    rotten[words - 17] ^= 1
    try write(rotten)
    let found = try ProfileStore.verify(path: harmed, opening)
    #expect(found.changes == 191 && found.damage == ["change 101"])
    #expect(throws: StoreError.damaged(path: harmed, what: "change 101")) {
      try ProfileStore.open(path: harmed, opening).append(ProfileStoreTests.changes)
    }
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: harmed))) == rotten)
    let salvage = try ProfileFolder(path: folder + "/out").salvage(harmed, naming: { $0 })
    #expect(salvage.changes == 192 && salvage.lost.isEmpty)
  }

  /// Random bytes look like the head of a record now and then, of a vast one too: that costs no line that is whole.
  @Test(arguments: [1, 24]) func whatLooksLikeARecordCostsNoLine(_ count: Int) throws {
    let (bytes, _) = try whole(sealed: false)
    // One that would fill almost all that may be taken out, or many that would fill the file.
    let length = count == 1 ? 7 * bytes.count + bytes.count / 2 : bytes.count - 100
    let type = 2 * length + 12
    var rotten = bytes
    for number in 0..<count {
      let free = 1_000 + 20 * number
      let head = [
        5, 0, 0x80 | UInt8(type >> 14), 0x80 | UInt8(type >> 7 & 0x7F), UInt8(type & 0x7F),
      ]
      rotten.replaceSubrange(free..<free + 5, with: head)
    }
    // So that it is salvaged for a reason.
    rotten[30] ^= 1
    try write(rotten)
    let salvage = try ProfileFolder(path: folder + "/out").salvage(harmed, naming: { $0 })
    #expect(salvage.changes == 192 && salvage.lost.isEmpty, "\(salvage.changes)")
  }

  /// What no salvage can do anything with does not ask for another one.
  @Test func aSalvageInVainSaysSo() throws {
    let (bytes, _) = try whole(sealed: false)
    try write(Array(bytes.dropFirst(40_960)))
    #expect(throws: StoreError.nothingWhole(path: harmed)) {
      try ProfileFolder(path: folder + "/out").salvage(harmed, naming: { $0 })
    }
  }

  /// A database of another program that keeps a write-ahead log: nothing is left beside it.
  @Test func nothingIsLeftBesideAForeignFile() throws {
    try SQL.script(
      "PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)", harmed)
    #expect(throws: StoreError.self) { try ProfileFolder.entry(at: harmed) }
    #expect(throws: StoreError.self) { try ProfileStore.open(path: harmed) }
    #expect(try !ProfileStore.verify(path: harmed).isWhole)
    let beside = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(beside).isSubset(of: ["harmed.waymark", "harmed.waymark.lock"]), "\(beside)")
  }

  /// Mutations by the hundred: what the check calls whole opens and is as it was; nothing is called empty; what is whole byte by
  /// byte is brought out.
  @Test(arguments: [false, true])
  func mutationsAreToldAsTheyAre(_ isSealed: Bool) throws {
    let environment = ProcessInfo.processInfo.environment
    let (bytes, opening) = try whole(sealed: isSealed)
    let payloads = try SQL.rows("SELECT hex(payload) FROM change ORDER BY seq", path)
      .map { Data(Self.bytes($0)) }
    var random = SplitMix64(state: environment["DRIVER_SEED"].flatMap { UInt64($0) } ?? 11)
    let quick = (environment["DRIVER_RUNS"] ?? "").isEmpty
    let tries = environment["MUTATIONS"].flatMap { Int($0) } ?? (quick ? 40 : 200)
    var (wanted, kept, told, inVain) = (0, 0, 0, 0)
    for number in 0..<tries {
      let mutation = Mutation.allCases[number % Mutation.allCases.count]
      let mutated = mutation.applied(bytes, &random)
      try write(mutated)
      let what = "\(number) \(mutation)"
      let isEmpty = isCalledEmpty()
      let values = opened(opening)
      let found = try? ProfileStore.verify(path: harmed, opening)
      let isWhole = found?.isWhole == true
      let opens = found?.opens == true
      #expect(isWhole || mutated != bytes)
      #expect(opens == (values != nil), "\(what)")
      #expect(values == nil || values == Self.changes, "\(what)")
      if !isWhole { told += 1 }
      // The lines of which every byte is there.
      let there = payloads.indices.filter { Data(mutated).range(of: payloads[$0]) != nil }
      #expect(!isEmpty || there.isEmpty, "\(what)")
      let back = try broughtOut(opening)
      let held = Set(back)
      let right = there.filter { held.contains(Self.changes[$0]) }
      // What comes back is what was written, line for line, in its order, and nothing else.
      #expect(back == Self.changes.filter { held.contains($0) }, "\(what)")
      wanted += there.count
      kept += right.count
      if back.isEmpty && !there.isEmpty { inVain += 1 }
      if right.count < there.count { print("mutation \(what): \(right.count) of \(there.count)") }
      if number % (quick ? 20 : 10) == 0 { try commands(opens, isSealed, what) }
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: harmed))) == mutated, "\(what)")
      try? FileManager.default.removeItem(atPath: folder + "/out")
    }
    print(
      "mutations: \(tries), \(told) told, \(inVain) salvages in vain, \(kept) of \(wanted) lines brought out"
    )
    #expect(Double(kept) >= 0.99 * Double(wanted))
  }

  /// What a salvage brings out, as its new file gives it back; nothing where it fails.
  private func broughtOut(_ opening: ProfileStore.Opening) throws -> [Change] {
    guard
      let salvage = try? ProfileFolder(path: folder + "/out").salvage(
        harmed, naming: { $0 }, opening)
    else { return [] }
    let store = try ProfileStore.open(path: salvage.path, opening)
    defer { store.close() }
    return try store.newChanges()
  }

  /// The built program reads and writes what opens, and refuses the rest; it never ends on a fault of its own.
  private func commands(_ opens: Bool, _ isSealed: Bool, _ what: String) throws {
    let program = Program()
    defer { program.end() }
    let (file, secret) = (program.home + "/p.waymark", program.home + "/secret")
    try FileManager.default.copyItem(atPath: harmed, toPath: file)
    try Data((SealedStoreTests.words + "\n").utf8).write(to: URL(fileURLWithPath: secret))
    let key = isSealed ? "--passphrase-fd 3 3< '\(secret)'" : ""
    for command in ["answers", "answer -"] {
      let said = program.shell(
        "exec '\(Program.path)' \(command) --profile '\(file)' \(key)",
        input: #"{"exercise":"arrive","item":"want","value":"x"}"# + "\n")
      // A slot that is rotten is told from a wrong passphrase by nobody.
      let codes: Set<Int32> = opens ? [0] : isSealed ? [1, 77] : [1]
      #expect(codes.contains(said.code), "\(what), \(command): \(said.code) \(said.error)")
      #expect(opens || said.error.hasPrefix("waymark: "), "\(what), \(command): \(said.error)")
    }
  }

  static func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.utf8.count, by: 2).map { place in
      UInt8(hex.dropFirst(place).prefix(2), radix: 16) ?? 0
    }
  }
}

/// What rot and bad copies do to a file.
enum Mutation: CaseIterable {
  case bit, run, cut, swap, double, header

  func applied(_ whole: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = whole
    let place = random.next(below: bytes.count)
    let pages = bytes.count / 4_096
    let (one, other) = (random.next(below: pages) * 4_096, random.next(below: pages) * 4_096)
    switch self {
    case .bit: bytes[place] ^= 1 << UInt8(random.next(below: 8))
    case .run:
      for zero in place..<min(bytes.count, place + 1 + random.next(below: 6_000)) {
        bytes[zero] = 0
      }
    case .cut: bytes.removeLast(1 + place)
    case .swap: for byte in 0..<4_096 { bytes.swapAt(one + byte, other + byte) }
    case .double: for byte in 0..<4_096 { bytes[one + byte] = bytes[other + byte] }
    case .header:
      // The head of a record: a small number, a zero, a type.
      let heads = bytes.indices.dropLast(4).filter {
        (3...5).contains(bytes[$0]) && bytes[$0 + 1] == 0 && bytes[$0 + 2] > 127
      }
      let head = heads.isEmpty ? place : heads[random.next(below: heads.count)]
      let part = max(0, min(bytes.count - 1, head - 4 + random.next(below: 8)))
      bytes[part] ^= 1 << UInt8(random.next(below: 8))
    }
    return bytes
  }
}

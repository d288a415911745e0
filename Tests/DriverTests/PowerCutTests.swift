import Foundation
import JSON
import Rules
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// Power cuts, simulated: after each step of a run the disk is laid as a cut there might leave it, and must open, show all that was
/// acknowledged, and nothing that nobody gave.
@Suite(.serialized) struct PowerCutTests {
  private let program = Program()
  private var shim: String { Tree.root + "/.build/debug/libfault-shim.so" }

  private func environment(_ log: String) -> [String: String] {
    ["LD_PRELOAD": shim, "FAULT_FOLDER": program.data, "FAULT_LOG": log]
  }

  /// Runs something under the shim and looks at each state that a cut might leave.
  private func cuts(
    _ wanted: Int, _ run: ([String: String]) throws -> Void,
    holds: (_ folder: String, _ said: String) throws -> Void
  ) throws -> Int {
    var random = Runs.random
    var states = 0
    let log = program.home + "/log"
    try? FileManager.default.removeItem(atPath: log)
    var disk = Disk(of: program.data)
    try run(environment(log))
    let steps = Disk.log(log)
    try #require(!steps.isEmpty, "the shim logged nothing")
    // Evenly over all steps, each model in turn.
    let each = max(1, (wanted + steps.count - 1) / steps.count)
    let every = max(1, steps.count / wanted)
    var said = ""
    for (number, step) in steps.enumerated() {
      if step.kind == "A" { said += String(decoding: step.bytes, as: UTF8.self) }
      disk.apply(step)
      if number % every != 0 { continue }
      for turn in 0..<each {
        let model = Disk.Model.allCases[(number + turn) % Disk.Model.allCases.count]
        let cut = program.home + "/cut"
        try disk.cut(from: program.data, to: cut, model, &random)
        try holds(cut, said)
        states += 1
      }
    }
    for path in Set(disk.whole.keys).union(Disk.files(program.data)) {
      let real = FileManager.default.contents(atPath: path).map { Array($0) }
      #expect(real == disk.whole[path], "the shim missed what was done to \(path)")
    }
    return states
  }

  private func store(_ folder: String, _ opening: ProfileStore.Opening = .plain) throws -> Profile {
    let entries = ProfileFolder(path: folder).list().entries
    let entry = try #require(entries.first, "no profile is found in \(folder)")
    let store = try ProfileStore.open(path: entry.path, opening)
    defer { store.close() }
    _ = try store.drafts()
    return Profile(try store.newChanges())
  }

  private func values(_ profile: Profile) -> [String: String] {
    Dictionary(
      profile.current.map { ($0.address.description, $0.value.text ?? $0.value.json) },
      uniquingKeysWith: { $1 })
  }

  private func answerUnderTheShim(
    _ lines: [AnswerLine], _ environment: [String: String], _ arguments: [String] = ["answer", "-"]
  ) throws {
    let stream = try Stream(program, arguments, environment: environment)
    for line in lines {
      stream.say(line.json)
      #expect(stream.line()?.contains("\"ok\":true") == true)
    }
    #expect(stream.end().code == 0)
  }

  @Test func answersOutliveACut() throws {
    defer { program.end() }
    var random = Runs.random
    #expect(program.run("profile", "new", "p").code == 0)
    let lines = AnswerLine.some(16, &random)
    let states = try cuts(Runs.count(ci: 900, release: 60_000)) {
      try answerUnderTheShim(lines, $0)
    } holds: { folder, said in
      let good = lines.prefix(said.split(separator: "\n").count)
      let held = values(try store(folder))
      #expect(AnswerLine.isPossible(held, acknowledged: Array(good), sent: lines))
    }
    print("power cuts while answering: \(states)")
  }

  /// Sealed at the floor, a new passphrase in the middle: the old or the new one opens it, with every answer.
  @Test func aNewPassphraseIsThereOrNot() throws {
    defer { program.end() }
    #expect(Digest.start())
    let (old, new) = ("correct horse battery staple", "another staple for the battery")
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: old).code == 0)
    #expect(program.sealed("answer", answers: AnswerLine.text("kept").json, by: old).code == 0)
    let states = try cuts(Runs.count(ci: 60, release: 2_000)) { environment in
      let result = program.sealed(
        "profile", "passphrase", "--memory", "64", by: old + "\n" + new, environment: environment)
      #expect(result.code == 0, "\(result.error)")
    } holds: { folder, _ in
      let opened = [old, new].compactMap { words -> Profile? in
        guard let secret = SecretBytes(capacity: 64) else { return nil }
        secret.append(words)
        return try? store(folder, .secret(secret))
      }
      let kept = opened.map { values($0)["arrive/want"] }
      #expect(kept.contains("kept"))
    }
    print("power cuts while the passphrase changes: \(states)")
  }

  @Test func sealingIsThereOrNot() throws {
    defer { program.end() }
    #expect(Digest.start())
    let words = "correct horse battery staple"
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("kept").json).code == 0)
    let states = try cuts(Runs.count(ci: 60, release: 2_000)) { environment in
      let result = program.sealed(
        "profile", "seal", "--memory", "64", by: words, environment: environment)
      #expect(result.code == 0, "\(result.error)")
    } holds: { folder, said in
      guard let secret = SecretBytes(capacity: 64) else { return }
      secret.append(words)
      let profile = try store(folder, .secret(secret))
      #expect(values(profile)["arrive/want"] == "kept")
    }
    print("power cuts while sealing: \(states)")
  }

  @Test func whatIsForgottenIsThereOrGone() throws {
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let lines = [AnswerLine.text("zqxgone"), AnswerLine.rating("r01", 3)]
    #expect(program.run("answer", "-", input: lines.map(\.json).joined()).code == 0)
    let states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("forget", "arrive/want", "--yes", environment: $0).code == 0)
    } holds: { folder, _ in
      let held = values(try store(folder))
      #expect(held["interests/r01"] == "3")
      #expect(held["arrive/want"] == nil || held["arrive/want"] == "zqxgone")
    }
    print("power cuts while forgetting: \(states)")
  }

  @Test func anOldFormatIsThereOrMigrated() throws {
    defer { program.end() }
    let folder = program.data + "/profiles"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Tree.root + "/Tests/StoreTests/Golden/format-1.waymark",
      toPath: folder + "/0123456789abcdef.waymark")
    let states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("answers", environment: $0).code == 0)
    } holds: { folder, _ in
      let profile = try store(folder)
      #expect(profile.history.count > 3)
    }
    print("power cuts while migrating: \(states)")
  }

  @Test func copiesLeaveTheirSourceAndAreWholeOrAbsent() throws {
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("kept").json).code == 0)
    let copy = program.data + "/copy.waymark"
    var states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("profile", "backup", copy, environment: $0).code == 0)
    } holds: { folder, _ in
      #expect(values(try store(folder))["arrive/want"] == "kept")
      let there = folder + "/copy.waymark"
      guard FileManager.default.fileExists(atPath: there) else { return }
      let backup = try ProfileStore.open(path: there, locked: false)
      #expect(values(Profile(try backup.newChanges()))["arrive/want"] == "kept")
      backup.close()
    }
    states += try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("profile", "restore", copy, environment: $0).code == 0)
    } holds: { folder, _ in
      let (entries, unreadable) = ProfileFolder(path: folder).list()
      #expect(unreadable.isEmpty && !entries.isEmpty)
      for entry in entries {
        let store = try ProfileStore.open(path: entry.path)
        #expect(values(Profile(try store.newChanges()))["arrive/want"] == "kept")
        store.close()
      }
    }
    print("power cuts while copying: \(states)")
  }

  /// An answer that came as a file is taken wholly or not at all, and its number is used exactly where it is taken.
  @Test func anAnswerIsTakenOrNot() throws {
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let files = GivenAndTaken(program)
    let states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("reply", files.answer, environment: $0).code == 0)
    } holds: { folder, said in
      let profile = try store(folder)
      let isThere = values(profile)["heard/list"]?.contains("the move is over") ?? false
      #expect(isThere == !profile.replies.isEmpty)
      #expect(isThere || !said.contains("Taken"))
      #expect(values(profile)["talk/about"] == "Ten numbers")
    }
    print("power cuts while an answer is taken: \(states)")
  }

  /// No page lies in its place that the profile does not know of.
  @Test func noPageStandsWithoutItsReceipt() throws {
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("kept").json).code == 0)
    let page = program.data + "/page.txt"
    let states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      let result = program.run("brief", "--share", "arrive/want", "--out", page, environment: $0)
      #expect(result.code == 0)
    } holds: { folder, _ in
      let profile = try store(folder)
      guard let text = try? String(contentsOfFile: folder + "/page.txt", encoding: .utf8) else {
        return
      }
      #expect(profile.receipts.count == 1 && text.contains("kept") && text.hasSuffix("\n"))
    }
    print("power cuts while a page is given out: \(states)")
  }

  /// Erased, a profile is whole or in no list; nothing half erased is called unreadable, and nothing of it stays behind.
  @Test func erasingIsThereOrNot() throws {
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("kept").json).code == 0)
    let states = try cuts(Runs.count(ci: 120, release: 5_000)) {
      #expect(program.run("profile", "erase", "p", "--yes", environment: $0).code == 0)
    } holds: { folder, _ in
      let (entries, unreadable) = ProfileFolder(path: folder).list()
      #expect(unreadable.isEmpty, "\(unreadable)")
      if !entries.isEmpty {
        let held = values(try store(folder))
        return #expect(held["arrive/want"] == "kept")
      }
      #expect(Disk.files(folder).isEmpty, "\(Disk.files(folder))")
    }
    print("power cuts while erasing: \(states)")
  }

  /// A mode that is not safe must lose something here, or the cuts prove nothing.
  @Test func theControlFails() throws {
    defer { program.end() }
    var random = Runs.random
    try FileManager.default.createDirectory(
      atPath: program.data, withIntermediateDirectories: true)
    let log = program.home + "/log"
    var disk = Disk(of: program.data)
    let stream = try Stream(
      program, [program.data + "/control.sqlite"], environment: environment(log),
      executable: Tree.root + "/.build/debug/store-control")
    #expect(stream.end().code == 0)
    var (acknowledged, lost) = (0, 0)
    for step in Disk.log(log) {
      if step.kind == "A" { acknowledged += 1 }
      disk.apply(step)
      guard acknowledged > 0 else { continue }
      let cut = program.home + "/cut"
      try disk.cut(from: program.data, to: cut, .none, &random)
      let rows = (try? SQL.rows("SELECT number FROM kept", cut + "/control.sqlite")) ?? []
      if rows.count < acknowledged { lost += 1 }
    }
    #expect(lost > 10, "\(lost) states lost something")
  }
}

extension Program {
  /// Runs a command with a passphrase on descriptor 3, and answers on standard input.
  func sealed(
    _ arguments: String..., answers: String = "", by passphrase: String,
    environment: [String: String] = [:]
  ) -> Result {
    sealed(list: arguments, answers: answers, by: passphrase, environment: environment)
  }

  func sealed(
    list arguments: [String], answers: String = "", by passphrase: String,
    environment: [String: String] = [:]
  ) -> Result {
    let file = home + "/passphrase"
    _ = FileManager.default.createFile(
      atPath: file, contents: Data((passphrase + "\n").utf8),
      attributes: [.posixPermissions: 0o600])
    defer { try? FileManager.default.removeItem(atPath: file) }
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let input = arguments.first == "answer" ? " -" : ""
    return shell(
      "exec '\(Program.path)' \(words)\(input) --passphrase-fd 3 3< '\(file)'", input: answers,
      environment: environment)
  }
}

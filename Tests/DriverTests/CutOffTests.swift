import Foundation
import TestSupport
import Testing

/// A program killed at each of its steps leaves a folder that the next one tidies: whole files and their locks, and nothing else.
@Suite(.serialized) struct CutOffTests {
  private static let old = "correct horse battery staple"
  private static let new = "another staple for the battery"

  enum Flow: String, CaseIterable {
    case passphrase, erase, seal, forget
  }

  /// Who comes by afterwards.
  enum Next: String, CaseIterable {
    case list, doctor, opening
  }

  @Test(arguments: Flow.allCases) func whateverIsKilledIsTidied(_ flow: Flow) throws {
    let well = try profile(flow)
    defer { well.end() }
    let most = Runs.isQuick ? 3 : 100
    var kills = 0
    for kind in ["make", "write", "sync", "rename", "unlink", "cut"] {
      for number in 1... {
        // A few at the beginning, where few are wished.
        if number > most { break }
        let program = Program()
        defer { program.end() }
        try FileManager.default.copyItem(atPath: well.data, toPath: program.data)
        let fault = "\(kind):\(number):KILL"
        let code = run(flow, program, fault)
        // Where the call never comes, there are no more of its kind.
        if code == 0 { break }
        #expect(code == SIGKILL, "\(fault): \(code)")
        kills += 1
        let next = Next.allCases[number % Next.allCases.count]
        check(flow, program, next, "\(flow) \(fault), then \(next)")
      }
    }
    #expect(kills > 0)
    print("kills while \(flow): \(kills)")
  }

  /// A backup killed on its way to a stick leaves a file there; the next one to the same place takes that away, and nobody else's.
  @Test func aKilledBackupIsTidiedByTheNext() throws {
    var left = 0
    for kind in ["write", "sync", "rename"] {
      for number in 1...(Runs.isQuick ? 3 : 40) {
        let program = try profile(.forget)
        defer { program.end() }
        let stick = program.home + "/stick"
        let foreign = ["copy.waymark.0123456789abcdef.part", "copy.waymark.old.part"]
        try FileManager.default.createDirectory(
          atPath: stick, withIntermediateDirectories: true)
        let other = Program()
        defer { other.end() }
        #expect(other.run("profile", "new", "other").code == 0)
        for name in foreign {
          #expect(other.run("profile", "backup", stick + "/" + name).code == 0)
        }
        let target = stick + "/copy.waymark"
        let killed = program.run(
          "profile", "backup", target,
          environment: [
            "LD_PRELOAD": Tree.root + "/.build/debug/libfault-shim.so",
            "FAULT_FOLDER": program.home, "FAULT": "\(kind):\(number):KILL",
          ])
        if killed.code == 0 { break }
        #expect(killed.code == SIGKILL, "\(kind) \(number): \(killed)")
        if Disk.files(stick).count > foreign.count { left += 1 }
        let again = program.run("profile", "backup", target)
        #expect(again.code == 0, "\(kind) \(number): \(again)")
        let names = Disk.files(stick).map { ($0 as NSString).lastPathComponent }
        #expect(Set(names) == Set(foreign + ["copy.waymark"]), "\(kind) \(number): \(names)")
      }
    }
    #expect(left > 0)
  }

  private func profile(_ flow: Flow) throws -> Program {
    let program = Program()
    let line = AnswerLine.text("zqxkept").json + AnswerLine.text("zqxgone", "chapters/both").json
    if flow == .passphrase {
      #expect(
        program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.old).code == 0)
      #expect(program.sealed("answer", answers: line, by: Self.old).code == 0)
      return program
    }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: line).code == 0)
    let path = try #require(Disk.files(program.data).first { $0.hasSuffix(".waymark") })
    if flow == .erase {
      try FileManager.default.copyItem(atPath: path, toPath: path + ".format-1")
    }
    return program
  }

  private func run(_ flow: Flow, _ program: Program, _ fault: String) -> Int32 {
    let environment = [
      "LD_PRELOAD": Tree.root + "/.build/debug/libfault-shim.so", "FAULT_FOLDER": program.data,
      "FAULT": fault,
    ]
    return switch flow {
    case .passphrase:
      program.sealed(
        "profile", "passphrase", "--memory", "64", by: Self.old + "\n" + Self.new,
        environment: environment
      ).code
    case .seal:
      program.sealed("profile", "seal", "--memory", "64", by: Self.old, environment: environment)
        .code
    case .erase: program.run("profile", "erase", "p", "--yes", environment: environment).code
    case .forget:
      program.run("forget", "chapters/both", "--yes", environment: environment).code
    }
  }

  private func check(_ flow: Flow, _ program: Program, _ next: Next, _ what: String) {
    let held = opened(program)
    let said: Program.Result
    switch next {
    case .list: said = program.run("profile", "list")
    case .doctor: said = program.run("doctor")
    case .opening: said = held.first ?? program.run("profile", "list")
    }
    #expect(!said.error.contains("waymark:"), "\(what): \(said.error)")
    let names = Disk.files(program.data).map { ($0 as NSString).lastPathComponent }
    let wholes = names.filter { $0.hasSuffix(".waymark") }
    for name in names {
      let isBeside = ["", ".lock", "-journal"].contains { ending in
        wholes.contains { name == $0 + ending }
      }
      let isCopy = wholes.contains { name == $0 + ".format-1" }
      #expect(isBeside || isCopy && flow == .erase, "\(what): \(names)")
    }
    if wholes.isEmpty {
      #expect(flow == .erase, "\(what): the profile is gone")
      #expect(names.isEmpty, "\(what): \(names)")
      return
    }
    #expect(held.count == 1 && held[0].out.contains("zqxkept"), "\(what): nothing opens it")
    for path in Disk.files(program.data) where path.hasSuffix("-journal") {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      // The first sector too is looked at, byte by byte. Of a write that was cut off before it began it holds a random number, how many
      // pages the file had, and the sizes of a sector and of a page: sixteen bytes, and not one of what was written.
      let rest = bytes.prefix(12) + bytes.dropFirst(28)
      #expect(rest.allSatisfy { $0 == 0 }, "\(what): pages are left in the journal")
      let sizes = Array(bytes.dropFirst(20).prefix(8))
      #expect(
        bytes.isEmpty || [[0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 2, 0, 0, 0, 16, 0]].contains(sizes))
    }
    guard flow == .forget, !held[0].out.contains("zqxgone") else { return }
    for path in Disk.files(program.data) {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      #expect(bytes.range(of: Data("zqxgone".utf8)) == nil, "\(what): \(path)")
    }
  }

  /// What opens the profile: nothing, the old passphrase, the new one.
  private func opened(_ program: Program) -> [Program.Result] {
    let all = [
      program.run("answers"), program.sealed("answers", by: Self.old),
      program.sealed("answers", by: Self.new),
    ]
    return all.filter { $0.code == 0 && !$0.out.isEmpty }
  }
}

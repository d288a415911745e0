import Foundation
import Rules
import TestSupport
import Testing

/// Write errors and full disks at every call: the Nth call of a kind fails, once or for good.
@Suite(.serialized) struct IOErrorTests {
  private var shim: String { Tree.root + "/.build/debug/libfault-shim.so" }
  private static let words = "correct horse battery staple"

  private static let faults: [(kind: String, how: String)] = [
    ("write", "EIO"), ("write", "ENOSPC"), ("write", "SHORT"), ("sync", "EIO"), ("make", "EIO"),
    ("make", "EACCES"), ("unlink", "EIO"), ("cut", "EIO"), ("rename", "EIO"),
  ]

  /// Something that a person does, on a profile with three answers in it.
  enum Flow: String, CaseIterable {
    case answer, forget, seal, unseal, passphrase, backup, restore, rename, migrate, give, take
  }

  /// One flow in full, the others at their first calls; before a release all of them in full.
  @Test(arguments: Flow.allCases) func noErrorLosesOrHidesAnything(_ flow: Flow) throws {
    let most =
      Runs.isQuick
      ? 2 : flow == .answer ? Runs.count(ci: 60, release: 200) : Runs.count(ci: 3, release: 200)
    let well = try profile(for: flow)
    defer { well.end() }
    var injected = 0
    for (kind, how) in IOErrorTests.faults {
      for stays in flow == .answer || Runs.isFull ? ["", ":for-good"] : [""] {
        var number = 1
        while number < most {
          let program = Program()
          defer { program.end() }
          try FileManager.default.copyItem(atPath: well.data, toPath: program.data)
          let fault = "\(kind):\(number):\(how)\(stays)"
          let before = AnswerLine.held(well.answers(flow))
          let log = program.home + "/log"
          let result = run(
            flow, program,
            [
              "LD_PRELOAD": shim, "FAULT_FOLDER": program.data, "FAULT": fault, "FAULT_LOG": log,
            ])
          // Where the call never comes, there are no more of its kind.
          if !Disk.log(log).contains(where: { $0.kind == "F" }) { break }
          injected += 1
          check(flow, program, result, before, fault)
          number += number < 12 ? 1 : 7
        }
      }
    }
    #expect(injected > 0)
    print("input and output errors while \(flow): \(injected)")
  }

  private func profile(for flow: Flow) throws -> Program {
    let program = Program()
    if flow == .migrate {
      let folder = program.data + "/profiles"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Tree.root + "/Tests/StoreTests/Golden/format-1.waymark",
        toPath: folder + "/0123456789abcdef.waymark")
      return program
    }
    let isSealed = flow == .unseal || flow == .passphrase
    if isSealed {
      #expect(
        program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.words).code
          == 0)
    } else {
      #expect(program.run("profile", "new", "p").code == 0)
    }
    let lines = [
      AnswerLine.text("first"), AnswerLine.rating("r01", 3),
      AnswerLine.text("other", "chapters/both"),
    ].map(\.json).joined()
    let result =
      isSealed
      ? program.sealed("answer", answers: lines, by: Self.words)
      : program.run("answer", "-", input: lines)
    #expect(result.code == 0, "\(result.error)")
    if flow == .take { _ = GivenAndTaken(program) }
    if flow == .restore {
      #expect(program.run("profile", "backup", program.data + "/copy").code == 0)
    }
    return program
  }

  private func run(
    _ flow: Flow, _ program: Program, _ environment: [String: String]
  ) -> Program.Result {
    switch flow {
    case .answer:
      let lines = [AnswerLine.rating("r02", 1), AnswerLine.rating("r03", 2)].map(\.json).joined()
      return program.shell(
        "exec '\(Program.path)' answer -", input: lines, environment: environment)
    case .forget:
      return program.shell(
        "exec '\(Program.path)' forget arrive/want --yes", environment: environment)
    case .seal:
      return program.sealed(
        "profile", "seal", "--memory", "64", by: Self.words, environment: environment)
    case .unseal:
      return program.sealed("profile", "unseal", by: Self.words, environment: environment)
    case .passphrase:
      return program.sealed(
        "profile", "passphrase", "--memory", "64", by: Self.words + "\n" + Self.words,
        environment: environment)
    case .backup:
      return program.shell(
        "exec '\(Program.path)' profile backup '\(program.data)/copy'", environment: environment)
    case .restore:
      return program.shell(
        "exec '\(Program.path)' profile restore '\(program.data)/copy'", environment: environment)
    case .rename:
      return program.shell("exec '\(Program.path)' profile rename q", environment: environment)
    case .give:
      return program.shell(
        "exec '\(Program.path)' brief --share arrive/want --out '\(program.data)/page.txt'",
        environment: environment)
    case .take:
      return program.shell(
        "exec '\(Program.path)' reply '\(program.data)/answer.json'", environment: environment)
    case .migrate: return program.shell("exec '\(Program.path)' answers", environment: environment)
    }
  }

  private func check(
    _ flow: Flow, _ program: Program, _ result: Program.Result, _ before: [String: String],
    _ fault: String
  ) {
    #expect(result.code >= 0 && result.code < 128, "\(flow) \(fault): exit \(result.code)")
    let told = result.error.split(separator: "\n")
    if result.code != 0 {
      #expect([1, 73, 74, 77].contains(result.code), "\(flow) \(fault): exit \(result.code)")
      #expect((1...4).contains(told.count), "\(flow) \(fault): \(result.error)")
    }
    // The disk is well again: everything is there, and it goes on.
    var held = AnswerLine.held(program.answers(flow))
    let acknowledged = result.out.split(separator: "\n").count { $0.contains("\"ok\":true") }
    if flow == .forget, held["arrive/want"] == nil { held["arrive/want"] = before["arrive/want"] }
    for (item, value) in before {
      #expect(held[item] == value, "\(flow) \(fault): \(item) \(result.error)")
    }
    if acknowledged > 0 { #expect(held["interests/r02"] == "1", "\(flow) \(fault)") }
    if acknowledged > 1 { #expect(held["interests/r03"] == "2", "\(flow) \(fault)") }
    if flow == .answer && result.code == 0 { #expect(acknowledged == 2, "\(flow) \(fault)") }
    if flow == .give { checkPage(program, result, fault) }
    if flow == .take {
      let (answer, number) = GivenAndTaken.isTaken(program)
      #expect(answer == number, "\(fault): half of an answer")
      if result.code == 0 { #expect(answer, "\(fault)") }
      // What failed can be tried once more; what is there is not taken twice.
      let again = program.run("reply", program.data + "/answer.json")
      #expect(again.code == (answer ? 65 : 0), "\(fault): \(again.error)")
    }
    let verified = program.verified(flow)
    #expect(verified.code == 0, "\(flow) \(fault): \(verified.out) \(verified.error)")
    let left = Disk.files(program.data).filter { $0.hasSuffix(".part") }
    // What the disk refuses to take away stays, and is said.
    #expect(left.isEmpty || fault.hasPrefix("unlink"), "\(flow) \(fault): \(left)")
  }
}

extension IOErrorTests {
  /// A page in its place is whole, and known.
  private func checkPage(_ program: Program, _ result: Program.Result, _ fault: String) {
    let text = try? String(contentsOfFile: program.data + "/page.txt", encoding: .utf8)
    let receipts = program.run("brief", "--receipts").out
    if result.code == 0 { #expect(text != nil, "\(fault)") }
    guard let text else { return }
    #expect(text.contains("first") && receipts.contains("arrive/want"), "\(fault): \(receipts)")
  }
}

extension Program {
  /// With or without the passphrase: some flows stop half way from plain to sealed.
  func answers(_ flow: IOErrorTests.Flow) -> String {
    let plain = run("answers")
    return plain.code == 0
      ? plain.out : sealed("answers", by: "correct horse battery staple").out
  }

  func verified(_ flow: IOErrorTests.Flow) -> Result {
    let plain = run("profile", "verify")
    return plain.code == 77
      ? sealed("profile", "verify", by: "correct horse battery staple") : plain
  }
}

/// The open workbook on a disk that fails once: it says so, tries again, and writes nothing twice.
@Suite(.serialized) struct ScreenOnABadDiskTests {
  @Test func whatFailedOnceIsThereOnce() throws {
    let kinds = ["sync", "write", "unlink", "make"]
    var failed = 0
    for number in 0..<Runs.count(ci: 24, release: 200) {
      let program = Program()
      defer { program.end() }
      let log = program.home + "/log"
      let fault = "\(kinds[number % kinds.count]):\(6 + 3 * number):EIO"
      let terminal = VirtualTerminal(
        program,
        environment: [
          "LD_PRELOAD": Tree.root + "/.build/debug/libfault-shim.so",
          "FAULT_FOLDER": program.data, "FAULT": fault, "FAULT_LOG": log,
        ])
      #expect(terminal.walkToText(), "\(fault): \(terminal.text)")
      terminal.type("half a thought")
      #expect(terminal.wait(for: "half a thought"), "\(terminal.text)")
      // Written in the end, whatever had to be tried again.
      #expect(terminal.wait { _ in program.draft("arrive/want") == "half a thought" }, "\(fault)")
      terminal.type("\u{3}")
      #expect(terminal.exit() == 0, "\(fault)")
      if Disk.log(log).contains(where: { $0.kind == "F" }) { failed += 1 }
      #expect(program.draft("arrive/want") == "half a thought", "\(fault)")
      let said = program.run("export", "json").out
      let object = try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any]
      let changes = (object?["changes"] as? [[String: Any]] ?? []).map { "\($0["item"] ?? "")" }
        .filter { !$0.isEmpty }
      #expect(changes.count == Set(changes).count, "\(fault): \(changes)")
      #expect(changes.count == 15, "\(fault): \(changes)")
      #expect(program.run("profile", "verify").code == 0, "\(fault)")
    }
    print("errors of the disk under the open workbook: \(failed)")
  }
}

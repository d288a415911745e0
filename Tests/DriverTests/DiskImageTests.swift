import Foundation
import Rules
import TestSupport
import Testing

/// What lies on the disk itself, under the file system, and in the memory of the program, for others of the machine.
@Suite(.serialized) struct DiskImageTests {
  private static let words = "correct horse battery staple"

  /// A sealed profile on a file system of its own: no word of it in the raw image, after any verb.
  @Test func theRawImageHoldsNoWord() throws {
    let program = Program()
    defer { program.end() }
    let disk = try DiskImage(program)
    defer { disk.end() }
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.words).code == 0)
    let line = AnswerLine.text("zqxcanary", "chapters/both").json
    #expect(program.sealed("answer", answers: line, by: Self.words).code == 0)
    let verbs: [[String]] = [
      ["pathways"], ["brief", "--share", "chapters/both", "--preview"],
      ["profile", "backup", program.data + "/copy"],
      ["profile", "restore", program.data + "/copy"],
      ["profile", "passphrase", "--memory", "64"], ["profile", "verify"],
    ]
    for verb in verbs {
      let name = verb.first == "profile" ? ["--profile", "p"] : []
      let result = program.sealed(
        list: verb + name, by: Self.words + "\n" + Self.words)
      #expect(result.code == 0, "\(verb): \(result.error)")
    }
    // On the screen too, with a draft that is never answered.
    let terminal = VirtualTerminal(program, ["--profile", "p"])
    #expect(terminal.wait(for: "is locked"))
    terminal.type(Self.words + "\r")
    #expect(terminal.walkToText(isSealed: true), "\(terminal.text)")
    terminal.type("zqxdraft of something longer than twenty")
    #expect(terminal.wait(for: "twenty"))
    terminal.signal(SIGTERM)
    #expect(terminal.exit() == 1_000 + SIGTERM)
    for word in ["zqx", "canary", "battery staple"] {
      #expect(try disk.hits(word) == 0, "\(word)")
    }
  }

  /// What takes words back for good, after which none of them is on the disk.
  enum Taking: String, CaseIterable {
    case seal, forget, erase
  }

  /// A plain file that was saved a dozen times, with half sentences between, a copy of an earlier format beside it, and a program that
  /// was killed in the middle of a write: then sealed, forgotten or erased, no word of it is in any block of the disk.
  @Test(arguments: Taking.allCases) func noWordStaysInFreedBlocks(_ taking: Taking) throws {
    let program = Program()
    defer { program.end() }
    let disk = try DiskImage(program)
    defer { disk.end() }
    let path = try saveOften(program)
    // All of it was on the disk, or the search proves nothing.
    #expect(program.shell("sync").code == 0)
    #expect(try disk.hits("zqx") > 0)
    switch taking {
    case .seal:
      let sealed = program.sealed("profile", "seal", "--memory", "64", by: Self.words)
      #expect(sealed.code == 0, "\(sealed.error)")
    case .forget:
      for item in ["chapters/both", "arrive/want", "canvas/list"] {
        let forgotten = program.run("forget", item, "--yes")
        #expect(forgotten.code == 0, "\(forgotten.error)")
      }
    case .erase:
      let erased = program.run("profile", "erase", path, "--yes")
      #expect(erased.code == 0, "\(erased.error)")
      #expect(Disk.files(program.data).filter { !$0.contains("lost+found") }.isEmpty)
    }
    let journal = FileManager.default.contents(atPath: path + "-journal") ?? Data()
    #expect(journal.allSatisfy { $0 == 0 }, "something is left in the journal")
    #expect(try disk.hits("zqx") == 0, "\(taking)")
  }

  /// - Returns: where the profile stands.
  private func saveOften(_ program: Program) throws -> String {
    // Half a sentence first, twice, which an answer empties.
    for round in 0..<2 {
      let terminal = VirtualTerminal(program)
      #expect(round == 0 ? terminal.walkToText() : terminal.wait(for: "twenty"), "\(terminal.text)")
      terminal.type(" zqxdraft \(round) of something longer than twenty")
      #expect(terminal.wait(for: "zqxdraft \(round)"), "\(terminal.text)")
      terminal.signal(SIGTERM)
      #expect(terminal.exit() == 1_000 + SIGTERM)
    }
    let path = try #require(Disk.files(program.data).first { $0.hasSuffix(".waymark") })
    for number in 0..<12 {
      #expect(program.run("answer", "-", input: Self.line(number)).code == 0)
      if number == 5 { try FileManager.default.copyItem(atPath: path, toPath: path + ".format-1") }
    }
    // Killed while it writes, rolled back by the next that comes by.
    let killed = program.run(
      "answer", "-", input: AnswerLine.text("zqxcanary cut off", "chapters/both").json,
      environment: [
        "LD_PRELOAD": Tree.root + "/.build/debug/libfault-shim.so", "FAULT_FOLDER": program.data,
        "FAULT": "sync:3:KILL",
      ])
    #expect(killed.code == SIGKILL)
    #expect(program.run("answers").out.contains("zqxcanary"))
    return path
  }

  /// Answers by turns, a list that takes pages of its own among them.
  private static func line(_ number: Int) -> String {
    let text = "zqxcanary \(number) " + String(repeating: "zqxword ", count: number)
    if number % 3 != 2 {
      return AnswerLine.text(text, number % 3 == 0 ? "chapters/both" : "arrive/want").json
    }
    let entry = """
      {"name":"zqxcanary \(number)","start":"2999-03-02","for-it":"\(text)","against-it":"\(text)"}
      """
    let entries = [String](repeating: entry, count: 20).joined(separator: ",")
    return "{\"exercise\":\"canvas\",\"item\":\"list\",\"value\":[\(entries)]}\n"
  }

  /// Nobody but root looks into the open program: not the person's own other programs either.
  @Test func theSameUserReadsNoMemory() throws {
    let program = Program()
    defer { program.end() }
    let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    let ready = program.shell(
      "chown -R 65534:65534 '\(program.home)' && chmod 755 '\(program.home)' && \(nobody) true")
    try #require(ready.code == 0, "another user is taken on here, which takes root: \(ready.error)")
    // The program and its content where that user reads them.
    let copied = program.shell(
      "mkdir '\(program.home)/bin' && cp '\(Program.path)' '\(program.home)/bin/waymark' && cp -r '\(Tree.root)/content' '\(program.home)/content' && chown -R 65534:65534 '\(program.home)' && chmod -R a+rX '\(program.home)/bin' '\(program.home)/content'"
    )
    #expect(copied.code == 0, "\(copied.error)")
    let terminal = VirtualTerminal(
      program, environment: ["WAYMARK_CONTENT": program.home + "/content"],
      shell: "exec \(nobody) '\(program.home)/bin/waymark'")
    try #require(terminal.wait(for: "Begin"), "\(terminal.text)")
    let looked = program.shell(
      "\(nobody) head -c 1 /proc/\(terminal.process)/mem; \(nobody) cat /proc/\(terminal.process)/environ"
    )
    #expect(looked.code != 0 && looked.out.isEmpty, "\(looked.out)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
  }
}

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
    let image = program.home + "/image"
    try FileManager.default.createDirectory(
      atPath: program.data, withIntermediateDirectories: true)
    let made = program.shell(
      "truncate -s 16M '\(image)' && PATH=$PATH:/usr/sbin:/sbin mkfs.ext4 -q '\(image)' && PATH=$PATH:/usr/sbin:/sbin mount -o loop '\(image)' '\(program.data)'"
    )
    try #require(made.code == 0, "a disk image is mounted here, which takes root: \(made.error)")
    var isMounted = true
    defer { if isMounted { _ = program.shell("umount '\(program.data)'") } }
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
    #expect(program.shell("sync; umount '\(program.data)'").code == 0)
    isMounted = false
    let bytes = try Data(contentsOf: URL(fileURLWithPath: image), options: .alwaysMapped)
    for word in ["zqx", "canary", "battery staple"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
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

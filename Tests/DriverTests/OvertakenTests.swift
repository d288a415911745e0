import Foundation
import Rules
import TestSupport
import Testing

/// An undo on its way to the disk, and another program that writes first: what that one wrote is no answer to take back, and what was
/// to be taken back is not either.
@Suite(.serialized) struct OvertakenTests {
  /// The lock that a write takes, held by the test: whoever writes waits.
  private final class HeldLock {
    private let descriptor: Int32

    init(_ program: Program) throws {
      let folder = program.data + "/profiles"
      let name = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".lock") })
      descriptor = open(folder + "/" + name, O_RDWR)
      // The second byte; of the open file, as the program takes it.
      var lock = flock(
        l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 1, l_len: 1, l_pid: 0)
      let taken = fcntl(descriptor, 37, &lock)
      #expect(taken == 0)
    }

    deinit { close(descriptor) }
  }

  /// Whether a program waits for the lock: between two looks at it, it sleeps for a moment, and nowhere else.
  private func isWaitingForLock(_ terminal: VirtualTerminal) throws -> Bool {
    let waits = try #require(
      try? String(contentsOfFile: "/proc/\(terminal.process)/wchan", encoding: .utf8),
      "where a program waits can be seen, which takes root")
    return waits.contains("nanosleep")
  }

  /// Lets another program write between the key or word that undoes, and the undo.
  private func overtake(
    _ terminal: VirtualTerminal, _ program: Program, undoing keys: String
  ) throws {
    var lock: HeldLock? = try HeldLock(program)
    terminal.type(keys)
    #expect(terminal.wait { (try? isWaitingForLock($0)) == true }, "\(terminal.text)")
    terminal.signal(SIGSTOP)
    withExtendedLifetime(lock) {}
    lock = nil
    let line = AnswerLine.text("zqx of the other").json
    #expect(program.run("answer", "-", input: line).code == 0)
    terminal.signal(SIGCONT)
    #expect(terminal.wait(for: "nothing was taken back"), "\(terminal.printed)")
  }

  private func check(_ program: Program, _ kept: String) {
    let held = AnswerLine.held(program.run("answers").out)
    #expect(held["arrive/want"] == "zqx of the other", "\(held)")
    #expect(held[kept] != nil, "\(held)")
    #expect(program.run("profile", "verify").code == 0)
  }

  @Test func inLinesNothingIsTakenBack() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let terminal = VirtualTerminal(program, ["--plain"], rows: 60)
    for (wait, keys) in [("whose computer", "1\r"), ("passphrase seal", "2\r")] {
      #expect(terminal.wait(for: wait), "\(terminal.text)")
      terminal.type(keys)
    }
    #expect(terminal.wait(for: "What set this off"), "\(terminal.text)")
    terminal.type("8\r")
    #expect(terminal.wait { $0.text.contains("question 2 of") } && terminal.settle(.waiting))
    try overtake(terminal, program, undoing: "undo\r")
    check(program, "arrive/moment")
    // Tried again, it is known by now whose the last answer is.
    terminal.type("undo\r")
    #expect(terminal.wait(for: "came from another window"), "\(terminal.printed)")
    check(program, "arrive/moment")
    terminal.type("quit\r")
    #expect(terminal.exit() == 0)
  }

  @Test func onTheScreenNothingIsTakenBack() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program)
    #expect(terminal.walkToText(), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "in the middle"), "\(terminal.text)")
    try overtake(terminal, program, undoing: "u")
    check(program, "arrive/moment")
    terminal.type("q")
    #expect(terminal.exit() == 0)
  }
}

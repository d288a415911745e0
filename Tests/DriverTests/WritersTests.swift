import Foundation
import Rules
import TestSupport
import Testing

/// Two programs on one profile.
@Suite(.serialized) struct WritersTests {
  @Test func twoWritersLoseNothing() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let count = Runs.count(ci: 1_000, release: 5_000)
    let streams = try (0..<2).map { _ in try Stream(program, ["answer", "-"]) }
    let items = ["arrive/want", "chapters/both"]
    for number in 0..<count {
      for (stream, item) in zip(streams, items) {
        stream.say(AnswerLine.text("\(number)", item).json)
      }
      for stream in streams { #expect(stream.line()?.contains("\"ok\":true") == true) }
    }
    for stream in streams { #expect(stream.end().code == 0) }
    let held = AnswerLine.held(program.run("answers").out)
    #expect(items.allSatisfy { held[$0] == "\(count - 1)" })
    let verified = program.run("profile", "verify").out
    #expect(verified.contains("whole: \(2 * count) changes"), "\(verified)")
  }

  /// What another shell writes shows in the open workbook, and the workbook writes on after it.
  @Test func theOpenWorkbookShowsWhatOthersWrite() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, rows: 40)
    #expect(terminal.walkToText())
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "in the middle"), "\(terminal.text)")
    let before = terminal.text
    let line = AnswerLine.text("from another shell").json
    #expect(program.run("answer", "-", input: line).code == 0)
    // The exercise with that answer in it is one further than it was.
    #expect(terminal.wait { $0.text != before }, "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    #expect(program.run("answers").out.contains("from another shell"))
  }

  /// An answer that arrives for the very question on the screen stands there, and going on does not take it back.
  @Test func anAnswerThatArrivesIsShown() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program)
    #expect(terminal.walkToText())
    #expect(program.run("answer", "-", input: AnswerLine.text("from elsewhere").json).code == 0)
    #expect(terminal.wait(for: "from elsewhere"), "\(terminal.text)")
    terminal.type("\t")
    #expect(terminal.wait(for: "So far"), "\(terminal.text)")
    #expect(AnswerLine.held(program.run("answers").out)["arrive/want"] == "from elsewhere")
    // While something is typed here, it is said.
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "in your hands"), "\(terminal.text)")
    terminal.type(" and here")
    #expect(terminal.wait(for: "and here"))
    #expect(program.run("answer", "-", input: AnswerLine.text("once more").json).code == 0)
    terminal.type("x")
    #expect(
      terminal.wait {
        $0.text.contains("once more") || program.draft("arrive/want").hasSuffix("x")
      }, "\(terminal.text)")
    terminal.type("y")
    #expect(
      terminal.wait {
        $0.text.contains("andherexy") || $0.text.contains("and herexy")
          || $0.text.contains("once more")
      }, "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
  }

  /// A second workbook reads only, says who holds it, and may write once the first is gone, killed or left.
  @Test func theSecondWorkbookReadsOnly() throws {
    let program = Program()
    defer { program.end() }
    let first = VirtualTerminal(program)
    #expect(first.walkToText())
    first.type("kept")
    #expect(first.wait(for: "kept"))
    let second = VirtualTerminal(program)
    #expect(second.wait(for: "READ ONLY"), "\(second.text)")
    second.type("x")
    #expect(second.wait(for: "open in another window"), "\(second.text)")
    #expect(second.text.contains("/dev/pts/"))
    first.signal(SIGKILL)
    #expect(first.exit() == 1_000 + SIGKILL)
    #expect(second.wait { !$0.text.contains("READ ONLY") }, "\(second.text)")
    second.type("\u{3}")
    #expect(second.exit() == 0)
    let third = VirtualTerminal(program)
    #expect(third.wait(for: "in your hands") && !third.text.contains("READ ONLY"))
  }

  /// Whoever waits longer than five seconds for its turn is told, and nothing is lost.
  @Test func aLockThatIsHeldIsWaitedForAndTold() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let files = Disk.files(program.data)
    let path = try #require(files.first { $0.hasSuffix(".waymark") })
    let held = open(path + ".lock", O_RDWR)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_start = 1
    lock.l_len = 1
    // 37 is F_OFD_SETLK, which Glibc does not hand to Swift.
    #expect(fcntl(held, 37, &lock) == 0)
    let refused = program.run("answer", "-", input: AnswerLine.text("later").json)
    #expect(refused.code == 1 && refused.error.contains("another program"), "\(refused.error)")
    close(held)
    #expect(program.run("answer", "-", input: AnswerLine.text("later").json).code == 0)
  }
}

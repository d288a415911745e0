import Foundation
import Rules
import TestSupport
import Testing

/// Sealing as a person does it: words on the screen, copied to paper, typed again.
@Suite(.serialized) struct SealingWalkTests {
  @Test(arguments: [(24, 80), (12, 40)]) func theWholeWayOnTheScreen(_ rows: Int, _ columns: Int)
    throws
  {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, rows: rows, columns: columns)
    #expect(terminal.wait(for: "Begin"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "computer"), "\(terminal.text)")
    terminal.type("3")
    #expect(terminal.wait(for: "passphrase"), "\(terminal.text)")
    terminal.type("1")
    #expect(terminal.wait(for: "15 characters") && terminal.wait(for: "Esc"), "\(terminal.text)")
    // Too short, and a letter over and over, are not taken.
    terminal.type("short\r")
    #expect(terminal.wait(for: "fewer than"), "\(terminal.text)")
    terminal.type("aaaaaaaaaaaaaaaaaa\r")
    #expect(terminal.wait(for: "over and over"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "Your five words"), "\(terminal.text)")
    let five = try terminal.words(5)
    terminal.type("\r")
    #expect(terminal.wait(for: "Once more"), "\(terminal.text)")
    terminal.type("something else\r")
    #expect(terminal.wait(for: "another one"), "\(terminal.text)")
    // Typed ahead, the second Enter is not taken for the words that nobody has seen.
    terminal.type(five.joined(separator: "  ") + "\r\r")
    let twelve = try terminal.words(12)
    terminal.type("\r")
    #expect(terminal.wait(for: "fourth word"), "\(terminal.text)")
    terminal.type("no idea\r")
    #expect(terminal.wait(for: "not the fourth"), "\(terminal.text)")
    terminal.type("\(twelve[3]) \(twelve[8])\r")
    #expect(terminal.wait(for: "is sealed"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
    // The twelve words as they stand on paper, with their numbers.
    let paper = twelve.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: " ")
    terminal.type(paper + "\r")
    #expect(terminal.wait(for: "What brings you here"), "\(terminal.text)")
    #expect(terminal.wait { !$0.text.contains("Seal this file") }, "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    #expect(program.sealed("answers", by: five.joined(separator: " ")).code == 0)
    #expect(!terminal.shows(twelve) && !terminal.shows(five), "\(terminal.printed)")
  }

  /// Left half way the file is as it was, and that is said; covered, no word shows.
  @Test func leavingIsSaidAndCoveringCovers() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program)
    for (wait, keys) in [
      ("Begin", "\r"), ("whose computer", "2"), ("passphrase seal", "1"), ("Esc leaves", "\r"),
    ] {
      #expect(terminal.wait(for: wait), "\(terminal.text)")
      terminal.type(keys)
    }
    #expect(terminal.wait(for: "Your five words"), "\(terminal.text)")
    let five = try terminal.words(5)
    terminal.type("\u{18}")
    #expect(
      terminal.wait { screen in five.allSatisfy { !screen.text.contains($0) } }, "\(terminal.text)")
    terminal.type(" ")
    #expect(terminal.wait(for: five[0]), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "Esc leaves"), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "is not sealed"), "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
    #expect(program.run("answers").code == 0)
  }

  @Test func theWholeWayInLines() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["--plain"], rows: 60)
    func say(_ line: String, after text: String) {
      #expect(terminal.wait(for: text), "\(text): \(terminal.text)")
      terminal.type(line + "\r")
    }
    say("2", after: "whose computer")
    say("1", after: "passphrase seal")
    say("back", after: "nothing shows while you type")
    #expect(terminal.wait(for: "is not sealed"), "\(terminal.text)")
    terminal.type("seal\r")
    #expect(
      terminal.wait { $0.printed.components(separatedBy: "nothing shows while").count == 3 }
        && terminal.settle(.waiting), "\(terminal.text)")
    terminal.type("my own long passphrase\r")
    say("my own long passphrase", after: "Once more")
    #expect(terminal.wait(for: "Enter goes on. The word back"), "\(terminal.text)")
    let twelve = try terminal.words(12)
    say("", after: "Enter goes on. The word back")
    say("\(twelve[3]) \(twelve[8])", after: "fourth word")
    say("", after: "is sealed")
    say("my own long passphrase", after: "is locked")
    #expect(terminal.wait(for: "What set this off"), "\(terminal.text)")
    #expect(!terminal.text.contains("my own long"))
    terminal.type("quit\r")
    #expect(terminal.exit() == 0)
    #expect(program.sealed("answers", by: "my own long passphrase").code == 0)
  }

  /// A window that only reads follows what the other one takes back, and goes blank when that one seals.
  @Test func theReaderFollows() throws {
    let program = Program()
    defer { program.end() }
    let first = VirtualTerminal(program)
    #expect(first.walkToText())
    first.type("zqxgone\t")
    #expect(first.wait(for: "So far"), "\(first.text)")
    first.type("\u{1B}")
    #expect(first.wait(for: "zqxgone"), "\(first.text)")
    let second = VirtualTerminal(program)
    #expect(second.wait(for: "READ ONLY"), "\(second.text)")
    #expect(second.wait(for: "open in another window"), "\(second.text)")
    first.type("\u{0F}\u{0F}")
    #expect(first.wait(for: "Taken back for good"), "\(first.text)")
    // To the question that held it.
    second.type("\u{1B}")
    #expect(second.settle())
    #expect(second.wait { !$0.text.contains("zqxgone") }, "\(second.text)")
    #expect(second.text.contains("READ ONLY"))
    first.type("\u{3}")
    #expect(first.exit() == 0)
    #expect(second.wait { !$0.text.contains("READ ONLY") }, "\(second.text)")
    second.type("\u{3}")
    #expect(second.exit() == 0)
  }
}

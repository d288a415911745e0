import Foundation
import TestSupport
import Testing

/// The keyboard goes over three times, and the coach tries everything between: nothing kept is in what is printed meanwhile.
extension CoachDayTests {
  /// From here on the coach can be at the keyboard.
  private struct Watch {
    let terminal: VirtualTerminal
    let from: Int

    init(_ terminal: VirtualTerminal) {
      self.terminal = terminal
      from = terminal.bytes.count
    }

    /// Waits until the program has drawn what came of it, and looks through all that it wrote since.
    func look(_ what: String) {
      #expect(terminal.settle(), "\(what)")
      let written = String(decoding: terminal.bytes[from...], as: UTF8.self)
      for word in ["kestrel", CoachDayTests.secret(1)] {
        if written.contains(word) || terminal.text.contains(word) {
          Issue.record("\(what)\n\(terminal.text)")
        }
      }
    }
  }

  private static let hands: [(what: String, keys: String)] = [
    ("undo", "u"), ("undo again", "u"), ("redo", "U"), ("opening", "\r"), ("beginning", "\r"),
    ("going on", "\t"), ("going back", "\u{1B}[Z"), ("back", "\u{1B}"), ("the map", "\u{1B}"),
    ("search", "/"), ("what to look for", "kes"), ("found", "\r"), ("out of it", "\u{1B}"),
    ("palette", "\u{10}"), ("a command", "undo"), ("left", "\u{1B}"), ("help", "?"),
    ("out of the help", "\u{1B}"), ("the plan", "\u{1B}OR"), ("out of the plan", "\u{1B}"),
    ("going in", Press.f2), ("no key", "\r"), ("a wrong key", "zebra\r"), ("staying", "\u{1B}"),
    ("going in again", Press.f2), ("another wrong key", "finch\r"), ("staying again", "\u{1B}"),
  ]

  private func tryEverything(_ watch: Watch, _ name: String) {
    let terminal = watch.terminal
    for (what, keys) in Self.hands {
      terminal.type(keys)
      watch.look("\(name): \(what)")
    }
    for (rows, columns) in [(24, 80), (12, 40), (30, 100)] {
      terminal.resize(rows: rows, columns: columns)
      #expect(terminal.wait(for: "TOGETHER"), "\(terminal.text)")
      watch.look("\(name): \(columns) columns")
    }
  }

  private func lookedOver(_ terminal: VirtualTerminal, _ name: String) {
    let watch = Watch(terminal)
    giveBack(terminal)
    tryEverything(watch, name)
  }

  /// To the step that the plan has next, which the client begins to write in their own part, and goes on with the time after.
  private func goInAndWrite(_ terminal: VirtualTerminal) {
    goIn(terminal)
    terminal.type("\r")
    #expect(terminal.wait(for: "By the plan"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "Enter begins"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "Write down one small step"), "\(terminal.text)")
    terminal.type("a" + Self.secret(1))
    #expect(terminal.wait(for: Self.secret(1)), "\(terminal.text)")
  }

  private func reopen(_ program: Program, _ name: String) -> VirtualTerminal {
    let again = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    let watch = Watch(again)
    #expect(again.wait(for: "This file is locked"), "\(again.text)")
    again.type(Self.coach + "\r")
    #expect(again.wait(for: "session begun"), "\(again.text)")
    again.type("\r")
    #expect(again.wait(for: "Go on with the session"), "\(again.text)")
    again.type("\r")
    #expect(again.wait { $0.text.contains("my workbook") }, "\(again.text)")
    again.type(Self.passphrase(1) + "\r")
    chooseKey(again)
    #expect(again.wait(for: "TOGETHER"), "\(again.text)")
    watch.look(name)
    tryEverything(watch, name)
    return again
  }

  @Test func nothingKeptIsPrintedBetweenThreeHandOvers() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    try terminal.seal(Self.coach, after: "A file for you alone")
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    try toClientOnly(1, terminal, 1)
    terminal.type(Self.secret(1) + "\t")
    #expect(terminal.wait(for: "What do you take with you"), "\(terminal.text)")
    lookedOver(terminal, "the first time")
    for name in ["the second time", "the third time"] {
      goInAndWrite(terminal)
      lookedOver(terminal, name)
    }
    terminal.type("\u{3}")
    _ = terminal.exit()
    #expect(!terminal.text.contains(Self.secret(1)))
    let reopened = reopen(program, "reopened")
    reopened.signal(SIGKILL)
    _ = reopened.exit()
    let killed = reopen(program, "after a kill")
    killed.type("\u{3}")
    _ = killed.exit()
    #expect(!(killed.text + killed.scrollback).contains(Self.secret(1)))
  }
}

import Foundation
import TestSupport
import Testing

/// The real program on a real terminal.
@Suite(.serialized) struct TerminalTests {
  private func with(
    rows: Int = 24, columns: Int = 80, _ environment: [String: String] = [:],
    _ work: (Program, VirtualTerminal) throws -> Void
  ) rethrows {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(
      program, rows: rows, columns: columns, environment: environment)
    try work(program, terminal)
  }

  @Test func wideLettersLandInTheirColumnsAndAreKept() {
    with { program, terminal in
      #expect(terminal.walkToText(), "\(terminal.text)")
      terminal.type("日本 Zoë e\u{301}")
      #expect(terminal.wait { $0.cursor.column == 4 + 4 + 1 + 3 + 1 + 1 }, "\(terminal.cursor)")
      let row = (0..<24).first { terminal.line($0).contains("日本") } ?? 0
      #expect(terminal.width(row: row, column: 4) == 2)
      #expect(terminal.cursor.row == row)
      terminal.type("\t")
      #expect(terminal.wait(for: "So far, what set"))
      terminal.type("q")
      #expect(terminal.exit() == 0)
      #expect(terminal.isCooked)
      #expect(terminal.text.contains("Saved in"))
      #expect(program.run("answers").out.contains("日本 Zoë e\u{301}"))
    }
  }

  @Test func whatIsHalfTypedComesBack() {
    with { program, terminal in
      #expect(terminal.walkToText())
      terminal.type("half a thought")
      #expect(terminal.wait(for: "half a thought"))
      terminal.signal(SIGTERM)
      #expect(terminal.exit() == 1000 + SIGTERM)
      let again = VirtualTerminal(program)
      #expect(again.wait(for: "half a thought"), "\(again.text)")
    }
  }

  @Test func resizingKeepsTheScreenWhole() {
    with { _, terminal in
      #expect(terminal.walkToText())
      for (rows, columns) in [(40, 120), (5, 20), (12, 40), (1, 1), (50, 200), (24, 80)] {
        terminal.resize(rows: rows, columns: columns)
        terminal.type("x")
      }
      #expect(terminal.wait(for: "xxxxxx"), "\(terminal.text)")
      #expect(terminal.wait(for: "in your hands"))
    }
  }

  /// Under a shell that minds its jobs, as people run it.
  @Test func suspendedItShowsNothingAndComesBack() {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(
      program, shell: "set -m; \(Program.path); echo job-stopped; read line; fg")
    #expect(terminal.wait(for: "Begin"))
    terminal.type("\u{1A}")
    #expect(terminal.wait(for: "job-stopped"), "\(terminal.text)")
    #expect(!terminal.text.contains("Begin"), "\(terminal.text)")
    terminal.type("\n")
    #expect(terminal.wait(for: "Begin"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
  }

  /// A crash gives the terminal back, says nothing of what was written, and dies by its signal.
  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGSYS])
  func aCrashGivesTheTerminalBack(_ signal: Int32) {
    with { _, terminal in
      #expect(terminal.walkToText())
      terminal.type("canary4410")
      #expect(terminal.wait(for: "canary4410"))
      terminal.signal(signal)
      #expect(terminal.exit() == 1000 + signal)
      #expect(terminal.isCooked)
      #expect(!terminal.text.contains("canary4410"), "\(terminal.text)")
      #expect(terminal.text.contains("stopped by a fault"))
    }
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM])
  func aSignalEndsItInOrder(_ signal: Int32) {
    with { _, terminal in
      #expect(terminal.wait(for: "Begin"))
      terminal.signal(signal)
      #expect(terminal.exit() == 1000 + signal)
      #expect(terminal.isCooked)
      #expect(!terminal.text.contains("Begin"))
    }
  }

  @Test func aPasteIsTextAndNeverSubmits() {
    with { program, terminal in
      #expect(terminal.walkToText())
      terminal.type("\u{1B}[200~first\rsecond\u{7}\u{1B}[201~")
      #expect(terminal.wait(for: "second"), "\(terminal.text)")
      #expect(terminal.text.contains("in your hands"))
      terminal.type("\t")
      #expect(terminal.wait(for: "So far"))
      #expect(program.run("answers").out.contains("\"first\\nsecond\""))
    }
  }

  @Test(arguments: [
    ["TERM": "unknown"], ["LC_ALL": "C"], ["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "linux"],
  ])
  func itStartsAnywhere(_ environment: [String: String]) {
    with(environment) { _, terminal in
      #expect(terminal.wait(for: "Begin"), "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.exit() == 0)
      #expect(!terminal.text.contains("Begin"))
    }
  }

  /// One walk by keys, by lines and by a command: the same answers, to the byte, but for the hour.
  @Test func threeFacesLeaveTheSameAnswers() {
    func answers(_ program: Program) -> String {
      program.run("answers").out.replacing(/"at":"[^"]*"/, with: "")
    }
    with { program, terminal in
      #expect(terminal.walkToText())
      terminal.type("a quiet room\t")
      #expect(terminal.wait(for: "So far"))
      terminal.type("q")
      #expect(terminal.exit() == 0)
      let byKeys = answers(program)
      #expect(byKeys.split(separator: "\n").count == 16, "\(byKeys)")

      let lines = Program()
      defer { lines.end() }
      let said = ["1", "8", "none", "2"] + Array(repeating: "1", count: 12) + ["a quiet room"]
      let spoken = lines.run(input: said.joined(separator: "\n") + "\n")
      #expect(answers(lines) == byKeys, "\(spoken.out)")

      let command = Program()
      defer { command.end() }
      #expect(command.run("profile", "new", "p").code == 0)
      #expect(command.run("answer", "-", input: program.run("answers").out).code == 0)
      #expect(answers(command) == byKeys)
    }
  }

  /// The mouse is off until it is set; then a click opens, and on every way out the terminal has its mouse back.
  @Test(arguments: ["yes", "no"]) func aClickOpensWhereTheMouseIsOn(_ isOn: String) throws {
    let program = Program()
    defer { program.end() }
    let folder = program.home + "/.config/waymark"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "mouse: \(isOn)\n".write(
      toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    let terminal = VirtualTerminal(program)
    #expect(terminal.wait(for: "Begin"))
    let row = (0..<24).first { terminal.line($0).contains("Begin") } ?? 0
    let written = { String(decoding: terminal.bytes, as: UTF8.self) }
    #expect(written().contains("1000h") == (isOn == "yes"))
    terminal.type("\u{1B}[<0;5;\(row + 1)M\u{1B}[<0;5;\(row + 1)m")
    if isOn == "yes" {
      #expect(terminal.wait(for: "whose computer"), "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.exit() == 0)
      #expect(written().contains("1000l"))
    } else {
      terminal.type("q")
      #expect(terminal.exit() == 0)
    }
  }

  @Test func aDumbTerminalIsAskedInLines() {
    with(["TERM": "dumb"]) { _, terminal in
      #expect(terminal.wait(for: "Linear mode is on"), "\(terminal.text)")
      #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}"))
    }
  }

  @Test func tooSmallAWindowIsSaid() {
    with(rows: 5, columns: 20) { _, terminal in
      #expect(terminal.wait(for: "too"), "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.exit() == 0)
    }
  }

  /// With colours off no colour is asked for.
  @Test func noColourMeansNone() {
    with(["NO_COLOR": "1"]) { _, terminal in
      #expect(terminal.wait(for: "Begin"))
      let written = String(decoding: terminal.bytes, as: UTF8.self)
      for colour in 30...37 { #expect(!written.contains("[\(colour)m")) }
    }
  }
}

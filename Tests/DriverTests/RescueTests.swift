import Foundation
import TestSupport
import Testing

/// The page on which the workbook says that its file is damaged and offers to bring out what is whole.
@Suite(.serialized) struct RescueTests {
  private static let words = "correct horse battery staple"

  /// A profile of three answers, the second of which is spoilt.
  private func damaged(sealed: Bool = false) throws -> (program: Program, file: String) {
    let program = Program()
    let answers = (1...3).map { AnswerLine.text("zqxword \($0)").json }.joined()
    if sealed {
      #expect(
        program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.words).code
          == 0)
      #expect(program.sealed("answer", answers: answers, by: Self.words).code == 0)
    } else {
      #expect(program.run("profile", "new", "p").code == 0)
      #expect(program.run("answer", "-", input: answers).code == 0)
    }
    let file = try #require(Disk.files(program.data).first { $0.hasSuffix(".waymark") })
    try SQL.run(
      "UPDATE change SET payload = " + SQL.spoilt("payload", at: 40) + " WHERE seq = 2", file)
    return (program, file)
  }

  private func profiles(_ program: Program) -> [String] {
    Disk.files(program.data).filter { $0.hasSuffix(".waymark") }
  }

  /// As the program is started, and how wide and high.
  @Test(arguments: [
    ("", 24, 80, "rescue"), ("NO_COLOR", 24, 80, "rescue"), ("", 12, 40, "rescue-40x12"),
  ]) func thePageSaysWhatItDoes(_ variable: String, _ rows: Int, _ columns: Int, _ golden: String)
    throws
  {
    let (program, file) = try damaged()
    defer { program.end() }
    // A path that is the same each time.
    try FileManager.default.moveItem(atPath: file, toPath: program.home + "/p.waymark")
    let terminal = VirtualTerminal(
      program, rows: rows, columns: columns, environment: variable.isEmpty ? [:] : [variable: "1"],
      shell: "cd '\(program.home)' && exec '\(Program.path)' --profile ./p.waymark")
    #expect(terminal.wait(for: "leaves."), "\(terminal.text)")
    let difference = Golden.difference(terminal.text + "\n", "DriverTests/Golden/\(golden).txt")
    #expect(difference == nil, "\(difference ?? "")")
    terminal.type("\u{1B}")
    #expect(terminal.exit() == 0)
  }

  /// Keys that mean nothing here do nothing; Escape and Ctrl-C leave every byte as it was.
  @Test(arguments: ["\u{1B}", "\u{3}", "\u{4}"]) func leavingChangesNothing(_ key: String) throws {
    let (program, file) = try damaged()
    defer { program.end() }
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let terminal = VirtualTerminal(program)
    #expect(terminal.wait(for: "This file is damaged"), "\(terminal.text)")
    terminal.type("q?x1\u{1B}[A\u{1B}[B\u{18}\u{7F} ")
    #expect(terminal.wait(for: "This file is damaged"), "\(terminal.text)")
    terminal.type(key)
    #expect(terminal.exit() == 0)
    #expect(profiles(program) == [file])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }

  @Test(arguments: [false, true]) func enterGoesOnWithWhatIsWhole(_ isSealed: Bool) throws {
    let (program, file) = try damaged(sealed: isSealed)
    defer { program.end() }
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let terminal = VirtualTerminal(program)
    if isSealed {
      #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
      terminal.type(Self.words + "\r")
    }
    #expect(terminal.wait(for: "This file is damaged"), "\(terminal.text)")
    terminal.resize(rows: 20, columns: 60)
    #expect(terminal.wait(for: "This file is damaged"), "\(terminal.text)")
    terminal.type("\r")
    if isSealed {
      // To bring out what is whole, then to open what was brought out; a wrong one is asked for again.
      #expect(terminal.wait { $0.text.contains("is locked") }, "\(terminal.text)")
      terminal.type("not the words at all\r")
      #expect(terminal.wait(for: "did not open it"), "\(terminal.text)")
      terminal.type(Self.words + "\r")
      #expect(terminal.wait(for: "p, salvaged"), "\(terminal.text)")
      #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
      terminal.type(Self.words + "\r")
    }
    #expect(terminal.wait(for: "couldn't be saved"), "\(terminal.text)")
    #expect(terminal.text.contains("change 2"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    #expect(profiles(program).count == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    // The new one is the one that opens from then on.
    let answers =
      isSealed ? program.sealed("answers", by: Self.words) : program.run("answers")
    #expect(answers.out.contains("zqxword 3") && !answers.out.contains("zqxword 2"), "\(answers)")
  }

  /// In lines: a word that means nothing here makes no profile.
  @Test(arguments: ["\n", "back\n"]) func inLinesEnterAloneGoesOn(_ line: String) throws {
    let (program, file) = try damaged()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["--plain"])
    #expect(terminal.wait(for: "The word back leaves"), "\(terminal.text)")
    for word in ["what", "no", "?"] {
      terminal.type(word + "\n")
      #expect(terminal.wait(for: "The word back leaves"), "\(terminal.text)")
      #expect(profiles(program) == [file], "\(word)")
    }
    terminal.type(line)
    if line == "\n" {
      #expect(terminal.wait(for: "whole is in this new profile"), "\(terminal.printed)")
      #expect(terminal.wait(for: "whose computer"), "\(terminal.text)")
      terminal.type("quit\n")
    }
    #expect(terminal.exit() == 0)
    #expect(profiles(program).count == (line == "\n" ? 2 : 1))
  }

  /// Where there is no terminal nothing is offered: the failure names the command.
  @Test func aScriptIsToldTheCommand() throws {
    let (program, file) = try damaged()
    defer { program.end() }
    let said = program.run()
    #expect(said.code == 1 && said.error.contains("waymark doctor --salvage"), "\(said)")
    #expect(profiles(program) == [file])
  }
}

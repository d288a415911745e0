import Foundation
import Plain
import TestSupport
import Testing

/// The built program as scripts see it: output, codes, and a clear word for what is wrong.
struct CommandTests {
  private func with(_ work: (Program) throws -> Void) rethrows {
    let program = Program()
    defer { program.end() }
    try work(program)
  }

  private func made(_ program: Program) { #expect(program.run("profile", "new", "p").code == 0) }

  @Test func answersReadBackAsTheyWerePrinted() {
    with { program in
      made(program)
      let lines = """
        {"exercise":"arrive","item":"moment","value":"looking","at":"2026-11-22T08:00:00Z","round":1}
        {"exercise":"arrive","item":"want","value":"Zoë “x”\\n日本"}
        {"exercise":"arrive","item":"energy","value":null}

        """
      let acks = program.run("answer", "-", input: lines)
      #expect(acks.code == 0)
      #expect(acks.out.hasPrefix("{\"line\":1,\"ok\":true,\"id\":1}\n"))
      let printed = program.run("answers").out
      let other = Program()
      defer { other.end() }
      made(other)
      #expect(other.run("answer", "-", input: printed).code == 0)
      #expect(other.run("answers", "--json").out == printed)
    }
  }

  @Test func aBadLineIsRefusedAlone() {
    with { program in
      made(program)
      let lines = """
        {"exercise":"arrive","item":"moment","value":"nope"}
        not json
        {"exercise":"arrive","item":"energy","value":3,"extra":1}
        {"exercise":"arrive","item":"energy","value":3,"round":3}
        {"exercise":"arrive","item":"energy","value":3}
        {"exercise":"arrive","item":"leading","value":3}

        """
      let result = program.run("answer", "-", input: lines)
      #expect(result.code == 65)
      let acks = result.out.split(separator: "\n")
      #expect(acks.prefix(4).allSatisfy { $0.contains("\"ok\":false") })
      #expect(acks[4] == "{\"line\":5,\"ok\":true,\"id\":1}")
      #expect(acks[5] == "{\"line\":6,\"ok\":true,\"id\":2,\"asked\":false}")
    }
  }

  @Test func anEmptyProfileSaysWhatToAnswerFirst() {
    with { program in
      made(program)
      let words = program.run("pathways")
      #expect(words.code == 0 && words.out.contains("no order made of nothing"))
      #expect(words.out.contains("What brings you here"))
      #expect(program.run("next", "--json").out.contains("\"gain\""))
    }
  }

  @Test func codesOfTheContract() {
    with { program in
      #expect(program.run("answers").code == 1)
      #expect(program.run("nonsense").code == 64)
      #expect(program.run("why").code == 64)
      made(program)
      #expect(program.run("answer", "/none").code == 66)
      #expect(program.run("why", "none").code == 1)
      #expect(program.run("pathways", "--pack", "/none").code == 78)
      #expect(program.run("--profile", "none", "answers").code == 1)
      #expect(program.run("profile", "new", "p").code == 1)
      #expect(program.run("answers", "--profile", "/none/x.waymark").code == 66)
      let near = program.run("pathwys")
      #expect(near.error.contains("pathways"))
    }
  }

  @Test func optionsStandBeforeOrAfterTheVerb() {
    with { program in
      made(program)
      #expect(program.run("profile", "new", "q").code == 0)
      for arguments in [["--profile", "p", "answers"], ["answers", "--profile", "p"]] {
        #expect(program.run(arguments[0], arguments[1], arguments[2]).code == 0)
      }
    }
  }

  @Test func aReadOnlyFolderIsSaidAndNothingIsHalfDone() throws {
    try with { program in
      let locked = program.home + "/locked"
      try FileManager.default.createDirectory(atPath: locked, withIntermediateDirectories: true)
      try "x".write(toFile: locked + "/data", atomically: true, encoding: .utf8)
      // A file where the folder belongs fails for every user, root included.
      let result = program.run("profile", "new", "p", "--data-dir", locked + "/data")
      #expect(result.code == 73, "\(result.error)")
      #expect(result.error.contains(locked))
    }
  }

  @Test func aPackWithAFaultIsSaidWithItsLine() throws {
    try with { program in
      made(program)
      let pack = program.home + "/pack"
      try FileManager.default.copyItem(
        atPath: Tree.root + "/content/packs/core", toPath: pack)
      let path = pack + "/exercises/duels.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("speaks-for: moves", with: "speeks-for: moves")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let result = program.run("pathways", "--pack", pack)
      #expect(result.code == 78)
      #expect(result.error.contains("exercises/duels.yaml:5:1"))
      #expect(result.error.contains("did you mean `speaks-for`?"))
      #expect(program.run("content", "lint", pack).code == 2)
      #expect(program.run("answers").code == 0)
    }
  }

  @Test func helpHasAnExampleEverywhere() {
    with { program in
      for command in [
        "profile", "answer", "answers", "progress", "measures", "pathways", "why", "next",
        "content", "doctor",
      ] {
        let help = program.run(command, "--help")
        #expect(help.code == 0 && help.out.contains("xample"), "\(command)")
      }
    }
  }

  /// The same conversation on a pipe: one question at a time, no escape sequence, all saved where the input ends.
  @Test func thePipeIsTheLinearMode() {
    with { program in
      let result = program.run(input: "1\n8\nnone\n2\n4\n2\n3\n")
      #expect(result.code == 0)
      #expect(!result.out.contains("\u{1B}"))
      #expect(result.out.hasPrefix("Linear mode is on: the answers come from a pipe."))
      let answers = program.run("answers").out
      #expect(answers.contains("\"item\":\"moment\",\"value\":\"looking\""))
      #expect(answers.contains("\"item\":\"part-of-it\",\"value\":[]"))
      #expect(answers.split(separator: "\n").count == 6)
      #expect(program.run("doctor").code == 0)
    }
  }

  @Test func eraseAsksForTheNameOrYes() {
    with { program in
      made(program)
      #expect(program.run("profile", "erase", "p").code == 1)
      #expect(program.run("profile", "list", "--json").out.contains("\"p\""))
      #expect(program.run("profile", "erase", "p", "--yes").code == 0)
      #expect(program.run("profile", "list", "--json").out == "[]\n")
    }
  }
}

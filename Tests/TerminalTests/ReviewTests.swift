import Foundation
import TestSupport
import Testing

/// A page answered on a real terminal: what is typed is what comes back.
@Suite(.serialized) struct ReviewTests {
  private func page(_ program: Program) -> String {
    let lines = """
      {"exercise":"canvas","item":"list","value":[{"name":"One hour","start":"2999-03-02","for-it":"a","against-it":"b"}]}

      """
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: lines).code == 0)
    let path = program.home + "/page.json"
    let given = program.run(
      "brief", "--share", "experiment:1", "--format", "json", "--out", path)
    #expect(given.code == 0)
    return path
  }

  private func begun(_ program: Program, _ page: String) -> VirtualTerminal {
    let terminal = VirtualTerminal(program, ["review", page])
    for (wait, keys) in [
      ("FOR A TALK", "\r"), ("Enter begins", "\r"), ("Use to the team", "1\t2\t1\t1\t2\t"),
    ] {
      #expect(terminal.wait(for: wait), "\(terminal.text)")
      terminal.type(keys)
    }
    return terminal
  }

  /// Longer than what a draft is written after, and finished: nothing of it is cut.
  @Test func longWordsComeBackWhole() {
    let program = Program()
    defer { program.end() }
    let page = page(program)
    let terminal = begun(program, page)
    let again = String(Date(timeIntervalSinceNow: 40 * 86_400).ISO8601Format().prefix(10))
    terminal.type("only once the late shift lead has agreed to it\t\(again)\u{13}")
    #expect(terminal.wait(for: "What I will do"), "\(terminal.text)")
    terminal.type("Ask the late shift lead by Friday the fourteenth\t")
    #expect(terminal.wait(for: "That was all"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
    let reply = program.run("reply", program.home + "/page-answer.json")
    #expect(
      reply.out.contains("yes, if only once the late shift lead has agreed to it."), "\(reply)")
    #expect(reply.out.contains("Ask the late shift lead by Friday the fourteenth."))
  }

  /// Left in the middle of a word: what stands there is in the file.
  @Test func whatIsHalfTypedIsInTheFile() {
    let program = Program()
    defer { program.end() }
    let page = page(program)
    let terminal = begun(program, page)
    terminal.type("half a word")
    #expect(terminal.wait(for: "half a word"))
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
    let reply = program.run("reply", program.home + "/page-answer.json")
    #expect(reply.out.contains("yes, if half a word."), "\(reply)")
  }
}

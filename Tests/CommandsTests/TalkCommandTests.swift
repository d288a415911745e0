import Foundation
import JSON
import TestSupport
import Testing

/// The page out, the answer in, between two people with two folders.
struct TalkCommandTests {
  private static let answers = """
    {"exercise":"canvas","item":"list","value":[{"name":"One hour beside the oven","start":"2999-03-02",\
    "for-it":"I stay","against-it":"The clock","cover":"Selin","belief":"zqxbelief"},\
    {"name":"zqxsecond","start":"2999-01-01","for-it":"A","against-it":"B"}]}
    {"exercise":"talk","item":"about","value":"Ten numbers"}
    {"exercise":"talk","item":"first","value":{"step":"One hour beside the oven","use":"clear","cost":"open"}}
    {"exercise":"arrive","item":"want","value":"zqxwant"}

    """
  private static let shares = ["--share", "talk/about", "--share", "experiment:1"]

  private func with(_ work: (Program) throws -> Void) rethrows {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: TalkCommandTests.answers).code == 0)
    try work(program)
  }

  private func brief(_ program: Program, _ more: String...) -> Program.Result {
    program.shell(
      (["'\(Program.path)'", "brief"] + TalkCommandTests.shares + more).joined(separator: " "))
  }

  private func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// The preview is what is written, to the byte, in every form.
  @Test(arguments: ["html", "md", "txt", "json"])
  func thePreviewIsTheFile(_ format: String) {
    with { program in
      let file = program.home + "/page." + format
      let preview = brief(program, "--format", format, "--preview")
      #expect(preview.code == 0 && preview.out.contains("Ten numbers"))
      #expect(brief(program, "--receipts").out.contains("No page was written"))
      #expect(brief(program, "--format", format, "--out", file).code == 0)
      #expect(text(file) == preview.out)
      #expect(!preview.out.contains("zqx"))
      let receipts = brief(program, "--receipts").out
      #expect(receipts.contains("\(format): talk/about, experiment:1"))
    }
  }

  @Test func whatCannotBeWrittenIsNotNoted() {
    with { program in
      let missing = program.home + "/none/page.txt"
      let result = brief(program, "--out", missing)
      #expect(result.code == 73 && result.out.isEmpty)
      #expect(brief(program, "--receipts").out.contains("No page was written"))
    }
  }

  /// Brief out, review in, reply back; the manager's folder stays empty.
  @Test func theAnswerComesBack() throws {
    try with { program in
      let (page, answer) = (program.home + "/page.json", program.home + "/answer.json")
      #expect(brief(program, "--format", "json", "--out", page).code == 0)
      let other = Program()
      defer { other.end() }
      let lookAgain = String(Date(timeIntervalSinceNow: 40 * 86_400).ISO8601Format().prefix(10))
      let review = other.run(
        "review", page, "--out", answer,
        input: "1\n1\n2\n1\n2\nthe move is over\n\(lookAgain)\nAsk Carla by Monday\n")
      #expect(review.code == 0, "\(review)")
      #expect(review.out.contains("One hour beside the oven") && review.out.contains("Written:"))
      #expect(!FileManager.default.fileExists(atPath: other.data))
      let modes = try FileManager.default.attributesOfItem(atPath: answer)[.posixPermissions]
      #expect(modes as? Int == 0o600)
      // A second answer does not take the place of the first.
      #expect(other.run("review", page, "--out", answer).code == 73)
      let reply = program.run("reply", answer)
      #expect(reply.code == 0 && reply.out.contains("yes, if the move is over"), "\(reply)")
      let list = program.run("experiment", "list").out
      #expect(list.contains("Answered. “One hour beside the oven”: yes, if the move is over."))
      #expect(
        program.run("export", "ics").out.contains(
          "DTSTART;VALUE=DATE:\(lookAgain.filter { $0 != "-" })"))
      let talk = brief(program, "--readiness").out
      #expect(talk.contains("Cost and cover: for you not clear yet, for them clear."))
      // Taken once.
      let answers = program.run("answers").out
      let again = program.run("reply", answer)
      #expect(again.code == 65 && again.error.contains("taken already"))
      #expect(program.run("answers").out == answers)
      #expect(brief(program, "--receipts").out.contains("answered by file"))
    }
  }

  /// Altered, cut, somebody else's, older, swapped: refused with the reason, and nothing is changed.
  @Test func whatDoesNotFitIsRefused() {
    with { program in
      let (page, answer) = (program.home + "/page.json", program.home + "/answer.json")
      #expect(brief(program, "--format", "json", "--out", page).code == 0)
      #expect(
        program.run("review", page, "--out", answer, input: "1\n1\n1\n1\n1\n").code == 0)
      let good = text(answer)
      func refused(_ path: String, _ reason: String, _ verb: String = "reply") {
        let before = (program.run("answers").out, brief(program, "--receipts").out)
        let result = program.run(verb, path)
        #expect(result.code == 65 && result.error.contains(reason), "\(reason): \(result)")
        #expect(result.error.split(separator: "\n").count <= 3)
        #expect(before == (program.run("answers").out, brief(program, "--receipts").out))
      }
      func written(_ text: String) -> String {
        let path = program.home + "/other.json"
        try? text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
      }
      refused(written(good.replacingOccurrences(of: "\"yes\"", with: "\"not-now\"")), "changed")
      refused(written(String(good.prefix(200))), "not whole")
      refused(written(""), "not whole")
      refused(
        written(good.replacingOccurrences(of: "{\"waymark\"", with: "{\"waymark\":1,\"waymark\"")),
        "twice")
      refused(page, "no answer to a page")
      refused(answer, "no page", "review")
      refused(written(text(page).replacingOccurrences(of: "Ten", with: "Two")), "changed", "review")
      #expect(program.run("reply", program.home + "/none").code == 66)
      // Somebody else's.
      let stranger = Program()
      defer { stranger.end() }
      #expect(stranger.run("profile", "new", "q").code == 0)
      let strange = stranger.run("reply", answer)
      #expect(strange.code == 65 && strange.error.contains("did not come from this workbook"))
      // Older: what the page said is no longer so.
      let change = #"{"exercise":"talk","item":"about","value":"Eleven numbers"}"#
      #expect(program.run("answer", "-", input: change + "\n").code == 0)
      refused(answer, "no longer so")
      #expect(program.run("reply", answer).error.contains("Write a new page"))
    }
  }

  /// What is no file is not waited for.
  @Test func aPipeIsNoFile() {
    with { program in
      let pipe = program.home + "/pipe"
      let result = program.shell("mkfifo '\(pipe)' && '\(Program.path)' reply '\(pipe)'")
      #expect(result.code == 66 && result.error.contains("no plain file"))
    }
  }

  /// Typed where words are the answer, and then the input ended: a word that may have been a command is not said in the reader's name.
  @Test(arguments: ["quit", "skip", "people"]) func aCommandIsNoPartOfAnAnswer(_ word: String) {
    with { program in
      let (page, answer) = (program.home + "/page.json", program.home + "/answer.json")
      #expect(brief(program, "--format", "json", "--out", page).code == 0)
      let day = String(Date(timeIntervalSinceNow: 40 * 86_400).ISO8601Format().prefix(10))
      let review = program.run(
        "review", page, "--out", answer,
        input: "1\n1\n2\n1\n2\nthe move is over\n\(day)\n\(word)\n")
      #expect(review.code == 0 && review.out.contains("can be a command too"), "\(review)")
      #expect(text(answer).contains("\"will\":\"\""), "\(text(answer))")
    }
  }

  @Test func nothingAnsweredWritesNothing() {
    with { program in
      let page = program.home + "/page.json"
      #expect(brief(program, "--format", "json", "--out", page).code == 0)
      let result = program.run("review", page, input: "1\nquit\n")
      #expect(result.code == 1 && result.error.contains("No step was answered"))
      #expect(!FileManager.default.fileExists(atPath: program.home + "/page-answer.json"))
    }
  }

  @Test func theTalkHasItsAgenda() {
    with { program in
      let agenda = brief(program, "--agenda")
      #expect(agenda.code == 0 && agenda.out.contains("THE TALK, PART BY PART"))
      #expect(brief(program, "--agenda", "--format", "json").code == 64)
      #expect(brief(program, "--receipts").out.contains("No page was written"))
    }
  }
}

import Foundation
import JSON
import TestSupport
import Testing

/// The small steps from a shell: listed, looked at, looked back on; what is due; the calendar.
struct ExperimentCommandTests {
  private static let step = """
    {"exercise":"canvas","item":"list","value":[{"name":"One dull hour","start":"2020-03-02",\
    "for-it":"I stay","against-it":"The clock","pathway":"sideways"},{"name":"Ask payroll",\
    "start":"2999-01-01","for-it":"A figure","against-it":"None"}]}

    """

  private func with(_ work: (Program) throws -> Void) rethrows {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: ExperimentCommandTests.step).code == 0)
    try work(program)
  }

  @Test func aStepIsListedShownAndLookedAt() throws {
    try with { program in
      let list = program.run("experiment", "list")
      #expect(list.code == 0 && list.out.contains("1. One dull hour (planned), from 2020-03-02"))
      let look = program.run(
        "experiment", "checkin", "1", "--did", "part",
        input: "She asked how\nThe same on Friday\n")
      #expect(look.code == 0 && look.out.isEmpty)
      let shown = program.run("experiment", "show", "1").out
      #expect(shown.contains("done in part. She asked how Next: The same on Friday"))
      #expect(shown.contains("State: running"))
      let json = try JSONValue.json(program.run("experiment", "list", "--json").out)
      #expect(json["experiments"]?.list?[0]["state"]?.text == "running")
      #expect(json["experiments"]?.list?[1]["review"] == .null)
    }
  }

  @Test(arguments: [
    ("pursue", "went on with: 1"), ("stop", "that you ended: 1"),
    ("adapt", "neither for nor against"),
  ])
  func aLookBackShowsItsRuleBetweenBeforeAndNow(_ decision: String, _ rule: String) throws {
    try with { program in
      let before = try score(program)
      let review = program.run(
        "experiment", "review", "1", "--decision", decision, input: "It was the noise\n")
      #expect(review.code == 0 && review.out.contains(rule), "\(review)")
      if decision != "adapt" {
        let lines = review.out.split(separator: "\n")
        #expect(lines.first?.hasPrefix("Before. ") == true)
        #expect(lines.last?.hasPrefix("Now. ") == true)
      }
      let points = ["pursue": 10, "stop": -10, "adapt": 0][decision]
      #expect(try score(program) - before == points)
      #expect(program.run("experiment", "show", "1").out.contains("It was the noise"))
    }
  }

  private func score(_ program: Program) throws -> Int {
    let json = try JSONValue.json(program.run("pathways", "--json").out)
    let way = json["pathways"]?.list?.first { $0["id"]?.text == "sideways" }
    return try #require(way?["score"]?.whole)
  }

  @Test func dueSaysThatAndOnlyOnAskingWhat() {
    with { program in
      let due = program.run("due")
      #expect(due.code == 2 && due.out.contains("2020-03-02") && !due.out.contains("dull"))
      #expect(program.run("due", "--words").out.contains("One dull hour"))
      #expect(program.run("due", "--json").code == 2)
      _ = program.run("experiment", "review", "1", "--decision", "stop", input: "Enough\n")
      let none = program.run("due")
      #expect(none.code == 0 && none.out == "Nothing is due.\n")
    }
  }

  @Test func theCalendarNamesNothingUnlessAsked() {
    with { program in
      let plain = program.run("export", "ics")
      #expect(plain.code == 0 && plain.out.hasPrefix("BEGIN:VCALENDAR\r\n"))
      #expect(!plain.out.contains("dull") && plain.out.contains("SUMMARY:A day I set"))
      let named = program.run("export", "ics", "--words").out
      #expect(named.contains("SUMMARY:Begin: One dull hour"))
      let file = NSTemporaryDirectory() + "waymark-\(UUID().uuidString).ics"
      defer { try? FileManager.default.removeItem(atPath: file) }
      #expect(program.run("export", "ics", "--out", file).code == 0)
      let written = try? String(contentsOfFile: file, encoding: .utf8)
      #expect(written?.hasSuffix("END:VCALENDAR\r\n") == true)
      // The same thing has the same name in the next export.
      let ids = { (text: String) in text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") } }
      #expect(ids(program.run("export", "ics").out) == ids(plain.out))
    }
  }

  @Test(arguments: [
    ("show", "9", "", 1), ("checkin", "1", "half", 65), ("checkin", "1", "", 64),
    ("review", "1", "maybe", 64), ("review", "1", "stop", 65),
  ])
  func whatCannotBeDoneChangesNothing(
    _ verb: String, _ number: String, _ word: String, _ code: Int32
  ) {
    with { program in
      let before = program.run("answers").out
      let option = verb == "review" ? "--decision" : "--did"
      let input = word == "half" ? "saw\n" : ""
      let result =
        word.isEmpty
        ? program.run("experiment", verb, number, input: input)
        : program.run("experiment", verb, number, option, word, input: input)
      #expect(result.code == code, "\(result)")
      #expect(program.run("answers").out == before)
    }
  }

  @Test func aSecondLookBackKeepsWhatTheFirstFound() {
    with { program in
      for (decision, words) in [("adapt", "It was loud"), ("stop", "Enough")] {
        _ = program.run("experiment", "review", "1", "--decision", decision, input: words + "\n")
      }
      #expect(program.run("experiment", "show", "1").out.contains("It was loud · Enough"))
      let again = program.run("experiment", "review", "1", "--decision", "stop", input: "Yes\n")
      #expect(again.out.contains("counts already"), "\(again)")
    }
  }

  @Test func whatStandsBesideTheCalendarIsLeftAlone() throws {
    try with { program in
      let folder = NSTemporaryDirectory() + "waymark-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: folder + "/a.ics.part", withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      #expect(program.run("export", "ics", "--out", folder + "/a.ics").code == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["a.ics", "a.ics.part"])
    }
  }

  @Test func tooMuchIsRefusedWithATrueSentence() {
    with { program in
      let long = String(repeating: "x", count: 201) + "\n"
      let result = program.run("experiment", "checkin", "1", "--did", "done", input: long)
      #expect(result.code == 65 && result.error.contains("Nothing was kept"))
    }
  }

  @Test func amongSeveralItSaysWhoseStepsTheseAre() {
    with { program in
      let alone = program.run("experiment", "checkin", "1", "--did", "not", input: "x\n")
      #expect(!alone.error.contains("--profile"))
      #expect(program.run("profile", "new", "other").code == 0)
      let named = program.run(
        "experiment", "checkin", "1", "--did", "not", "--profile", "p", input: "x\n")
      #expect(named.code == 0 && !named.error.contains("--profile"))
      // The new one has no step to look at, and takes none of the other's.
      let latest = program.run("experiment", "checkin", "1", "--did", "not", input: "x\n")
      #expect(latest.code == 1 || latest.error.contains("In the workbook"))
    }
  }
}

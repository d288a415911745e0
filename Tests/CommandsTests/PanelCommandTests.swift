import Foundation
import JSON
import TestSupport
import Testing

/// `content panel`, on a panel of two lives.
struct PanelCommandTests {
  private func with(_ work: (Program, String) throws -> Void) throws {
    let program = Program()
    defer { program.end() }
    let content = program.home + "/content"
    try write(SamplePanel.pack(), to: content + "/packs/sample")
    try write(SamplePanel.files(), to: content + "/panel")
    try work(program, content)
  }

  private func write(_ files: [String: String], to folder: String) throws {
    for (path, text) in files {
      let whole = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: whole, atomically: true, encoding: .utf8)
    }
  }

  @Test func figuresAsJSONAreTheSameBytesEachTime() throws {
    try with { program, content in
      let pack = content + "/packs/sample"
      let result = program.run("content", "panel", "--json", "--pack", pack)
      #expect(result.code == 0 && result.error.isEmpty, "\(result)")
      #expect(
        result.out == """
          {"half":"tune","lives":2,"readers":3,"recall5":0.6,"recall5Interval":[0.4,0.8],"lacking":0.15,\
          "lackingMoves":["z"],"ceiling":0.6,"ceilingInterval":[0.6,0.6],"wrong":0.1,"wrongInterval":[0,0.2],\
          "wrongByOne":0.7,"nextQuestion":0.5,"nextQuestionInterval":[0,1],"nextQuestionEach":0.25,\
          "chance":0.63,"common":0.8,"commonList":["a","b","c","z","d"],"gain":-0.2,"gainInterval":[-0.4,0],\
          "equalPoints":0.7,"before":null,"bySchool":{"career":0.7,"health":0.5},\
          "withoutReader":{"r1":0.5,"r2":0.7},"byGrid":{"moment":{"moved":{"lives":1,"recall5":0.8},\
          "worn":{"lives":1,"recall5":0.4}},"work":{"office":{"lives":1,"recall5":0.8},\
          "other":{"lives":1,"recall5":0.4}}},"fromAnswers":{"recall5":0.8,"diaryReaders":0.75},\
          "misses":[{"life":"l2","move":"a","rank":7,"deciding":["a.t","a.s","a.v"]},\
          {"life":"l2","move":"b","rank":6,"deciding":[]},{"life":"l2","move":"z","rank":null,"deciding":[]}]}

          """)
      let again = program.run("content", "panel", content + "/panel", "--json", "--pack", pack)
      #expect(again.out == result.out)
    }
  }

  @Test func linesForPeople() throws {
    try with { program, content in
      let lines = program.run("content", "panel", "--pack", content + "/packs/sample").out
      #expect(
        lines.contains(
          "panel, tune half: 2 lives, 2 readers of diaries (career, health), 1 of answers alone\n"))
      #expect(lines.contains("share with a reader's five: 0.60 (0.40 to 0.80)\n"))
      #expect(
        lines.contains(
          "  l2 a: rank 7, for want of a.t, a.s, a.v\n  l2 b: rank 6\n  l2 z: no pathway\n"))
    }
  }

  @Test func findingsEndWithTwo() throws {
    try with { program, content in
      let path = content + "/panel/lives/l1.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("qa: 1", with: "qa: 9").write(
        toFile: path, atomically: true, encoding: .utf8)
      let pack = content + "/packs/sample"
      let result = program.run("content", "panel", "--pack", pack)
      #expect(
        result.code == 2 && result.out.hasPrefix("panel/lives/l1.yaml:7:19: no answer to `x/qa`"),
        "\(result)")
      #expect(program.run("content", "lint", pack).out.contains("panel/lives/l1.yaml:7:19"))
    }
  }

  /// Picks of the check half are opened by `--half check` alone: what nobody could read harms nothing else.
  @Test func theCheckHalfIsOpenedOnlyWhenAsked() throws {
    try with { program, content in
      try write(["readers/r1-check.yaml": "reader: ["], to: content + "/panel")
      let pack = content + "/packs/sample"
      #expect(program.run("content", "panel", "--pack", pack).code == 0)
      #expect(!program.run("content", "lint", pack).out.contains("check.yaml"))
      let opened = program.run("content", "panel", "--half", "check", "--pack", pack)
      #expect(opened.code == 2 && opened.out.contains("panel/readers/r1-check.yaml:"))
      #expect(opened.error.contains("opens the check half. ChangeLog the opening in the guide"))
    }
  }

  @Test func noPanelAndNothingReadAreSaid() throws {
    try with { program, content in
      let pack = content + "/packs/sample"
      let none = program.run("content", "panel", "--half", "check", "--json", "--pack", pack)
      #expect(none.code == 1 && none.out.isEmpty)
      #expect(none.error.contains("has no life of the check half that anybody read"))
      let nowhere = program.run("content", "panel", pack, "--pack", pack)
      #expect(nowhere.code == 78 && nowhere.error.contains("holds no moves.yaml"))
      let neither = program.run("content", "panel", "--half", "both")
      #expect(neither.code == 64)
      try FileManager.default.removeItem(atPath: content + "/panel")
      let missing = program.run("content", "panel", "--pack", pack)
      #expect(missing.code == 78 && missing.error.contains("no folder `panel` beside the packs"))
    }
  }
}

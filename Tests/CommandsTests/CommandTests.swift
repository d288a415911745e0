import Foundation
import JSON
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

  /// A language that somebody asked for and that is not here is said; one that the system is set to falls back quietly.
  @Test func aLanguageThatIsNotHereIsSaid() {
    with { program in
      made(program)
      let asked = [
        program.run("--lang", "de", "progress"), program.run("progress", "--lang=de-AT"),
      ]
      for result in asked {
        #expect(result.code == 0)
        #expect(
          result.error
            == "waymark: there's nothing in German (de) here, so it goes on in English. "
            + "Languages here: English (en).\n")
      }
      let unknown = program.run("--lang", "xx", "progress")
      #expect(unknown.code == 0 && unknown.error.contains("nothing in “xx” here"))
      #expect(program.run("--lang", "EN", "progress").error.isEmpty)
      for tag in ["", "a", "../en", "de_AT.UTF-8", "-1"] {
        #expect(program.run("--lang=" + tag, "progress").code == 64, "\(tag)")
      }
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

  @Test func progressSaysWhatWaitsAndWhatIsMissing() throws {
    try with { program in
      made(program)
      let json = try JSONValue.json(program.run("progress", "--json").out)
      let waiting = try #require(json["waiting"]?.list)
      #expect(waiting.map { $0["exercise"]?.text } == ["futures", "ambition"])
      for one in waiting { #expect(one["missing"]?.list?.count == 5, "\(one.json)") }
      let words = program.run("progress").out
      #expect(words.contains("“Three futures” works better once you have two stretches, "))
      let exists = """
        {"exercise":"exists","item":"list","value":[{"name":"A","kind":"team"},{"name":"B","kind":"post"}]}
        {"exercise":"story","item":"seen","value":["explaining"]}

        """
      #expect(program.run("answer", "-", input: exists).code == 0)
      let later = try JSONValue.json(program.run("progress", "--json").out)
      let missing = later["waiting"]?.list?.first?["missing"]?.list?.compactMap(\.text) ?? []
      #expect(missing.count == 3 && !missing.contains { $0.contains("within reach") })
      #expect(
        program.run("progress").out.contains("two stretches, your values and your constraints."))
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

  @Test func anEditorsSheetGoesOutAndComesBackWithGrades() throws {
    try with { program in
      let sheet = program.run("content", "sample", "--seed", "7", "--count", "40")
      #expect(sheet.code == 0 && sheet.out.contains("\n40. ") && !sheet.out.contains("\n41. "))
      #expect(program.run("content", "sample", "--seed", "7", "--count", "40").out == sheet.out)
      let path = program.home + "/sheet.txt"
      try sheet.out.replacing("grade:\n", with: "grade: b: Other words.\n")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let grades = program.run("content", "sample", "--check", path)
      #expect(grades.code == 0, "\(grades.error)")
      // Wilson, by hand: 40 of 40 is from 40 ÷ (40 + 1.96²) on.
      let first = "all, 40: A 0 % (0 to 9), B 100 % (91 to 100), C 0 % (0 to 9)\n"
      #expect(grades.out.hasPrefix(first), "\(grades.out)")
      let bad = program.run(
        "content", "sample", "--check", "-", input: "1. step\n  Ask.\ngrade: D\n")
      #expect(bad.code == 65 && bad.error.contains("-:3: `D` is none of the grades"))
      #expect(program.run("content", "sample", "--count", "none").code == 64)
      #expect(program.run("content", "sample", "--check", "nowhere.txt").code == 66)
    }
  }

  @Test func helpHasAnExampleEverywhere() {
    with { program in
      for command in [
        "profile", "answer", "answers", "progress", "measures", "pathways", "why", "next",
        "content", "doctor", "evaluate", "whatif", "log", "brief", "demo",
      ] {
        let help = program.run(command, "--help")
        #expect(help.code == 0 && help.out.contains("xample"), "\(command)")
      }
    }
  }

  /// The same conversation on a pipe: one question at a time, no escape sequence, all saved where the input ends.
  @Test func thePipeIsTheLinearMode() {
    with { program in
      let result = program.run(input: "1\n11\nnone\n2\n4\n2\n3\n")
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

  @Test func aCopyIsWholeAndComesBackElsewhere() {
    with { program in
      made(program)
      let line = "{\"exercise\":\"arrive\",\"item\":\"energy\",\"value\":3}\n"
      #expect(program.run("answer", "-", input: line).code == 0)
      let copy = program.home + "/copy.waymark"
      #expect(program.run("profile", "backup", copy).code == 0)
      #expect(program.run("profile", "verify").code == 0)
      let other = Program()
      defer { other.end() }
      #expect(other.run("profile", "restore", copy).code == 0)
      #expect(other.run("answers").out == program.run("answers").out)
      #expect(other.run("profile", "rename", "autumn").code == 0)
      #expect(other.run("profile", "list").out.hasPrefix("autumn"))
      #expect(other.run("profile", "backup", "/dev/null").code == 1)
      #expect(other.run("profile", "restore", other.home + "/none").code == 66)
    }
  }

  @Test func anHourIsNotedWithWordsFromStandardInput() {
    with { program in
      made(program)
      #expect(program.run("log", "--energy", "7", "--minutes", "45", input: "the rota\n").code == 0)
      #expect(program.run("log", "--energy", "11", input: "x\n").code == 65)
      #expect(program.run("log", "--energy", "3", input: "").code == 65)
      let answers = program.run("answers").out
      #expect(answers.contains("\"text\":\"the rota\"") && !answers.contains("\"x\""))
      #expect(program.run("measures").out.contains("energy.balance: 2"))
    }
  }

  /// No profile, no clock: the same bytes for the same people.
  @Test func evaluateOpensNoProfile() {
    with { program in
      let people = """
        {"id":"a","day":"2026-03-02","answers":[{"exercise":"arrive","item":"moment","value":"worn"}]}
        {"id":"b","answers":[]}
        {"id":"c","answers":[{"exercise":"arrive","item":"moment","value":"nope"}]}

        """
      let result = program.run("evaluate", "-", input: people)
      #expect(result.code == 65)
      #expect(result.error.contains("not for judging staff") && result.error.contains("-:3:"))
      let lines = result.out.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains("\"id\":\"a\""))
      #expect(program.run("evaluate", "-", input: people).out == result.out)
      #expect(!FileManager.default.fileExists(atPath: program.data))
    }
  }

  /// Many people over all cores: the order stands, the numbers of bad lines are right, the last line needs no line feed.
  @Test func evaluateKeepsTheOrderOfMany() {
    with { program in
      let people = (1...3_000).map { number in
        number % 1_000 == 0
          ? "{\"id\":\"p\(number)\"}"
          : number % 7 == 0
            ? ""
            : #"{"id":"p\#(number)","answers":[{"exercise":"arrive","item":"energy","value":\#(number % 5)}]}"#
      }
      let result = program.run("evaluate", "-", input: people.joined(separator: "\r\n"))
      #expect(result.code == 65)
      let ids = result.out.split(separator: "\n").map { $0.dropFirst(7).prefix { $0 != "\"" } }
      let wanted = (1...3_000).filter { $0 % 1_000 != 0 && $0 % 7 != 0 }.map { "p\($0)" }
      #expect(ids.map(String.init) == wanted)
      for line in [1_000, 2_000, 3_000] { #expect(result.error.contains("-:\(line): ")) }
      #expect(program.run("evaluate", "-", input: "").code == 0)
      let folder = program.run("evaluate", program.home)
      #expect(folder.code == 74 && folder.error.contains("cannot be read"))
    }
  }

  @Test func whatIfSaysItsProofOrThatThereIsNone() throws {
    try with { program in
      made(program)
      let lines = """
        {"exercise":"arrive","item":"moment","value":"content"}
        {"exercise":"good-here","item":"knows","value":"nobody"}
        {"exercise":"skills","item":"a-wish","value":"silent"}

        """
      #expect(program.run("answer", "-", input: lines).code == 0)
      let ranked = try JSONValue.json(program.run("pathways", "--json").out)["pathways"]?.list ?? []
      for way in ranked {
        let id = try #require(way["id"]?.text)
        let found = try JSONValue.json(program.run("whatif", id, "--json").out)
        if found["found"] == false {
          #expect(found["reason"]?.text?.contains("None of up to three") == true)
          continue
        }
        #expect(found["proof"]?.text == "re-run" && found["pathway"]?.text == id)
        #expect(found["rank"] == way["rank"])
        for change in found["changes"]?.list ?? [] {
          #expect(change["rankAfter"]?.whole == 1)
          #expect((1...3).contains(change["set"]?.list?.count ?? 0))
          #expect(change["set"]?.list?.allSatisfy { $0["text"]?.text?.isEmpty == false } == true)
        }
      }
      let unknown = program.run("whatif", "nowhere")
      #expect(unknown.code == 1 && unknown.error.contains("There are: stay"))
    }
  }

  @Test func aBriefShowsWhatIsNamedAndNotesIt() throws {
    try with { program in
      made(program)
      let lines = """
        {"exercise":"arrive","item":"moment","value":"passed-over"}
        {"exercise":"arrive","item":"want","value":"canary4410"}

        """
      #expect(program.run("answer", "-", input: lines).code == 0)
      let file = program.home + "/page.html"
      let result = program.run(
        "brief", "--share", "arrive/moment", "--share", "story/action", "--share",
        "pathway:leave-well", "--format", "html", "--out", file)
      #expect(result.code == 0 && result.error.contains("story/action"))
      let page = try String(contentsOfFile: file, encoding: .utf8)
      #expect(page.contains("Somebody else got it") && !page.contains("canary4410"))
      #expect(page.contains("Content-Security-Policy") && !page.contains("<script"))
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(program.run("brief", "--share", "x", "--preview").code == 64)
      #expect(program.run("brief", "--format", "pdf").code == 64)
      #expect(program.run("profile", "verify").code == 0)
    }
  }

  @Test func aDemoWritesNothing() {
    with { program in
      #expect(program.run("demo").out.contains("worn-nurse"))
      let result = program.run("demo", "worn-nurse", input: "pathways\n")
      #expect(result.code == 0 && result.out.contains("Less for a while"))
      #expect(!FileManager.default.fileExists(atPath: program.data))
      #expect(program.run("demo", "nobody").code == 1)
    }
  }
}

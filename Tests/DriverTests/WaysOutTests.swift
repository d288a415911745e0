import Foundation
import TestSupport
import Testing

/// Every verb that the parser knows, with text that bites wherever text can come from: the content, a faulty pack, the profile's name,
/// answers, names of files, arguments, what is typed, settings, variables.
@Suite(.serialized) struct WaysOutTests {
  static let bite =
    "\u{1B}]0;OWNED\u{7}\u{1B}[2J\u{9B}31m\u{85}\u{2028}\u{202E}\u{2066}\u{61C}\u{200B}\u{FEFF}\u{E0041}\u{1BCA0}\u{7F}\u{8}"
  /// The same as a text in YAML has it.
  private static let inYAML =
    #"\e]0;OWNED\a\e[2J\x9b31m\x85\u2028\u202e\u2066\u061c\u200b\ufeff\U000E0041\U0001BCA0\x7f\b"#
  /// The same in JSON.
  private static let inJSON =
    #"\u001b]0;OWNED\u0007\u001b[2J\u009b31m\u0085\u2028\u202e\u2066\u061c\u200b\ufeff\udb40\udc41\ud82f\udca0\u007f\b"#

  /// What may reach no terminal, page or calendar: controls, marks that turn lines, signs that hide.
  static func forbidden(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 10: false
      case 0..<32, 127..<160, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
        0x2060...0x206F,
        0xFEFF, 0xFFF0...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0xE0000...0xE0FFF:
        true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  // MARK: - The verbs, as the parser has them

  private struct Verb {
    var path: [String]
    var positionals = 0
    var options: [String] = []
    var flags: [String] = []
  }

  private static let shared: Set<String> = [
    "profile", "data-dir", "pack", "lang", "passphrase-fd", "plain", "help", "version",
  ]

  private static func verbs(_ command: [String: Any], _ path: [String]) -> [Verb] {
    let inner = (command["subcommands"] as? [[String: Any]] ?? []).filter {
      $0["commandName"] as? String != "help"
    }
    var verb = Verb(path: path)
    for argument in command["arguments"] as? [[String: Any]] ?? [] {
      let name = (argument["preferredName"] as? [String: Any])?["name"] as? String ?? ""
      switch argument["kind"] as? String {
      case "positional": verb.positionals += 1
      case "option" where !shared.contains(name): verb.options.append("--" + name)
      case "flag" where !shared.contains(name): verb.flags.append("--" + name)
      default: continue
      }
    }
    return [verb]
      + inner.flatMap { verbs($0, path + [$0["commandName"] as? String ?? ""]) }
  }

  private func tree(_ program: Program) throws -> [Verb] {
    let dump = program.run("--experimental-dump-help").out
    let object = try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any]
    return Self.verbs(try #require(object?["command"] as? [String: Any]), [])
  }

  // MARK: - Where it comes from

  /// Content in which every title and text bites.
  private func content(_ program: Program) throws -> String {
    let folder = program.home + "/content"
    try FileManager.default.copyItem(atPath: Tree.root + "/content", toPath: folder)
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for file in files where file.hasSuffix(".yaml") {
      let path = folder + "/" + file
      var text = try String(contentsOfFile: path, encoding: .utf8)
      if file.hasPrefix("languages/") {
        text = text.replacing(/(?m)^(\w+): "/) { "\($0.1): \"" + Self.inYAML }
      } else if ["exercises/", "pathways/", "directions/", "steps", "moments", "brief", "talk"]
        .contains(where: file.contains)
      {
        text = text.replacing(/(text|title|hint|begin|ask|opening): "/) {
          "\($0.1): \"" + Self.inYAML
        }
      }
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    return folder
  }

  /// A pack at fault, whose fault is named in its own words.
  private func faulty(_ program: Program) throws -> String {
    let folder = program.home + "/faulty" + Self.bite
    try FileManager.default.copyItem(
      atPath: Tree.root + "/content/packs/core", toPath: folder)
    let path = folder + "/talk.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("[hard-stretch]", with: "[\"x\(Self.inYAML)\"]")
      .write(toFile: path, atomically: false, encoding: .utf8)
    return folder
  }

  private func fill(_ program: Program) {
    // Controls are refused in a name; what turns a line or hides in one is not.
    _ = program.run("profile", "new", "p\u{202E}\u{200B}\u{E0041}")
    let words = Self.inJSON + "words"
    let lines = """
      {"exercise":"arrive","item":"moment","value":"looking"}
      {"exercise":"arrive","item":"want","value":"\(words)"}
      {"exercise":"story","item":"action","value":"\(words)"}
      {"exercise":"canvas","item":"list","value":[{"name":"\(words)","start":"2999-03-02","for-it":"\(words)","against-it":"\(words)"}]}
      {"exercise":"talk","item":"about","value":"\(words)"}
      {"exercise":"\(words)","item":"\(words)","value":"\(words)"}

      """
    let taken = program.run("answer", "-", input: lines)
    #expect(taken.out.split(separator: "\n").count == 6, "\(taken)")
    #expect(Self.forbidden(taken.out + taken.error).isEmpty)
    let settings = program.home + "/.config/waymark"
    try? FileManager.default.createDirectory(
      atPath: settings, withIntermediateDirectories: true)
  }

  private func run(
    _ program: Program, _ arguments: [String], _ environment: [String: String]
  ) -> (words: String, code: Int32) {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let result = program.shell(
      "cd '\(program.home)'; exec '\(Program.path)' " + quoted.joined(separator: " "),
      input: "\(Self.bite)one\n\(Self.bite)two\nquit\n", environment: environment)
    return (result.out + result.error, result.code)
  }

  private func check(
    _ program: Program, _ arguments: [String], _ environment: [String: String]
  ) -> Int32 {
    let (words, code) = run(program, arguments, environment)
    let isCalendar = arguments.contains("ics") || words.contains("BEGIN:VCALENDAR")
    let odd = Self.forbidden(isCalendar ? words.replacing("\r\n", with: "\n") : words)
    #expect(
      odd.isEmpty, "\(arguments.map(\.debugDescription)): \(Set(odd)) \(words.debugDescription)")
    #expect(code >= 0 && code != 139 && code != 132, "\(arguments): \(code)")
    return code
  }

  /// The tree is walked, so that a new verb is tried without anybody thinking of it.
  @Test func everyVerbPassesTheDoor() throws {
    let program = Program()
    defer { program.end() }
    let verbs = try tree(program)
    #expect(verbs.count > 40, "\(verbs.map(\.path))")
    fill(program)
    let environment = [
      "WAYMARK_CONTENT": try content(program), "LANG": "en" + Self.bite,
      "XDG_STATE_HOME": "/none" + Self.bite, "COLUMNS": Self.bite,
    ]
    let ready = run(program, ["progress"], environment)
    #expect(ready.code == 0, "the content is read: \(ready.words)")
    for verb in verbs {
      let some = (0..<verb.positionals).map { _ in "y" + Self.bite }
      _ = check(program, verb.path, environment)
      if !some.isEmpty { _ = check(program, verb.path + some, environment) }
      let valued = verb.options.flatMap { [$0, "z" + Self.bite] }
      if !valued.isEmpty { _ = check(program, verb.path + some + valued, environment) }
      for flag in verb.flags { _ = check(program, verb.path + some + [flag], environment) }
      if verb.path.first == "content" || verb.path.first == "pathways" {
        _ = check(program, verb.path + ["--pack", try faultyOnce(program)], [:])
      }
      // What a verb erased, renamed or sealed is there again.
      if ["profile", "forget"].contains(verb.path.first) { fill(program) }
    }
    for arguments in [
      ["brief", "--share", "arrive/want", "--share", "talk/about", "--share", "experiment:1"],
      ["export", "json"], ["export", "ics", "--words"], ["answers"], ["manual"],
      ["profile", "list"],
      ["--generate-completion-script", "zsh"], ["--generate-completion-script", "bash"],
      ["--generate-completion-script", "fish"], ["--help"], ["--x" + Self.bite], ["x" + Self.bite],
    ] {
      _ = check(program, arguments, environment)
    }
    for format in ["html", "md", "txt", "json"] {
      let file = program.home + "/page." + format
      _ = check(
        program,
        ["brief", "--share", "arrive/want", "--share", "experiment:1", "--format", format]
          + ["--out", file, "--force"], environment)
      let words = try String(contentsOfFile: file, encoding: .utf8)
      #expect(Self.forbidden(words).isEmpty && words.contains("words"), "\(format)")
    }
    let answer = program.home + "/reply.json"
    _ = check(program, ["review", program.home + "/page.json", "--out", answer], environment)
    _ = check(program, ["reply", program.home + "/page.json"], environment)
  }

  /// A coach's own verbs, with a client whose name and words bite: in the file, on standard output, on paper.
  @Test func whatACoachWroteIsHarmless() throws {
    let program = Program()
    defer { program.end() }
    let words = "the coach walks along rivers"
    let terminal = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    try terminal.seal(words, after: "A file for you alone")
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    terminal.type("g\r")
    #expect(terminal.wait(for: "Name, as you call them"), "\(terminal.text)")
    // No key of a terminal is a control; what turns a line or hides in one is typed like any letter.
    terminal.type("N\u{202E}\u{200B}\u{2066}\u{1BCA0}\u{E0041}o\u{13}")
    #expect(terminal.wait(for: "Next time"), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    // What the program draws, its own sequences apart, is what stands on the screen.
    #expect(Self.forbidden(terminal.printed).isEmpty)
    let file = program.home + "/record"
    let verbs: [[String]] = [
      ["list"], ["list", "--json"], ["record", "1"], ["record", "1", "--out", file], ["overruled"],
      ["events"], ["sheet", "first-session"], ["dispose", "1", "--yes"],
    ]
    #expect(
      Set(try tree(program).filter { $0.path.first == "coach" }.compactMap { $0.path.last })
        == Set(verbs.map { $0[0] } + ["coach"]))
    for verb in verbs {
      let result = program.sealed(list: ["coach"] + verb, by: words)
      #expect(result.code == 0, "\(verb): \(result)")
      #expect(Self.forbidden(result.out + result.error).isEmpty, "\(verb): \(result)")
    }
    let paper = try String(contentsOfFile: file, encoding: .utf8)
    #expect(Self.forbidden(paper).isEmpty && paper.contains("N\u{FFFD}"), "\(paper)")
  }

  private func faultyOnce(_ program: Program) throws -> String {
    let folder = program.home + "/faulty" + Self.bite
    return FileManager.default.fileExists(atPath: folder) ? folder : try faulty(program)
  }

  /// The finding is there, in signs that do nothing.
  @Test(arguments: ["lint", "test", "stats"]) func aFindingIsRead(_ verb: String) throws {
    let program = Program()
    defer { program.end() }
    let result = program.run("content", verb, try faulty(program))
    #expect(result.code == 2 && result.out.contains("there is no item `x\u{241B}]0;OWNED\u{2407}"))
    #expect(Self.forbidden(result.out + result.error).isEmpty)
  }

  /// JSON has every sign as it was typed, and none of them as it is.
  @Test func answersComeBackToTheSign() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let words =
      HostileTextTests.strings.joined(separator: " ") + Self.bite + "👩‍👩‍👧 ☕️"
      + String(repeating: "\u{301}", count: 12)
    let bytes = try JSONSerialization.data(withJSONObject: [String(words.prefix(500))])
    let line = String(decoding: bytes, as: UTF8.self).dropFirst().dropLast()
    let taken = program.run(
      "answer", "-", input: "{\"exercise\":\"story\",\"item\":\"action\",\"value\":\(line)}\n")
    #expect(taken.code == 0, "\(taken)")
    for verb in [["answers"], ["export", "json"]] {
      let out = program.shell("'\(Program.path)' " + verb.joined(separator: " ")).out
      #expect(Self.forbidden(out).isEmpty)
      let object = try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any]
      let row = (object?["answers"] as? [[String: Any]])?.first ?? object
      let value = row?["value"] as? String
      #expect(
        value.map { Array($0.unicodeScalars) } == Array(String(words.prefix(500)).unicodeScalars))
    }
  }
}

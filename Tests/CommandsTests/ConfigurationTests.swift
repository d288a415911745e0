import Foundation
import TestSupport
import Testing

/// The file of what is set about the program.
struct ConfigurationTests {
  private func with(_ text: String?, _ work: (Program) throws -> Void) throws {
    let program = Program()
    defer { program.end() }
    if let text {
      let folder = program.home + "/.config/waymark"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    }
    try work(program)
  }

  @Test(arguments: [
    ("theme: mono\nthem: mono\n", "config.yaml:2:1", "did you mean `theme`"),
    ("theme: pink\n", "config.yaml:1:8", "auto, mono or high-contrast"),
    ("# mine\nlock-after: 0\n", "config.yaml:2:13", "1 to 1440"),
    ("language: ../../etc/passwd\n", "config.yaml:1:11", "a tag such as en"),
    ("mouse: maybe\n", "config.yaml:1:8", "yes or no"),
    ("theme: [mono\n", "config.yaml:2:1", "not YAML"),
    ("theme: mono\ntheme: auto\n", "config.yaml:", "theme"),
    ("- theme\n", "config.yaml:1:1", "key: value"),
  ]) func whatIsWrongIsSaidWithItsLine(_ text: String, _ place: String, _ words: String) throws {
    try with(text) { program in
      let run = program.run("profile", "list")
      #expect(run.code == 78, "\(run)")
      #expect(run.error.contains(place) && run.error.contains(words), "\(run.error)")
      // The doctor says it and goes on.
      let doctor = program.run("doctor")
      #expect(doctor.code == 0 && doctor.out.contains("look settings: "), "\(doctor)")
      #expect(program.run().code == 78)
    }
  }

  /// Whatever stands in its place is refused at once, in little memory, with what to do.
  @Test(arguments: [
    ("head -c 20000000 /dev/zero | tr '\\0' '#' > \"$FILE\"", "larger than 64 KiB"),
    ("truncate -s 20G \"$FILE\"", "larger than 64 KiB"),
    ("mkfifo \"$FILE\"", "no plain file"), ("mkdir \"$FILE\"", "no plain file"),
    ("ln -s nowhere \"$FILE\"", "cannot be read"), ("ln -s /dev/zero \"$FILE\"", "no plain file"),
    ("printf 'theme: %.0s[' {1..3000} > \"$FILE\"", "config.yaml:"),
    ("printf '[%.0s' {1..60000} > \"$FILE\"", "config.yaml:"),
    ("printf -- '- %.0s' {1..30000} > \"$FILE\"", "config.yaml:"),
    (
      "printf 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n' > \"$FILE\"",
      "not taken here"
    ),
  ]) func whatIsNoFileOfSettingsIsRefused(_ line: String, _ words: String) throws {
    try with("") { program in
      let path = program.home + "/.config/waymark/config.yaml"
      try FileManager.default.removeItem(atPath: path)
      #expect(program.shell(line, environment: ["FILE": path]).code == 0)
      // No more memory than it takes anyway: half a gigabyte of addresses is the whole of it.
      let run = program.shell("ulimit -v 524288; exec timeout 60 '\(Program.path)' profile list")
      #expect(run.code == 78 && run.error.contains(words), "\(run.code) \(run.error.prefix(600))")
      #expect(run.error.count < 600 && run.error.contains("settings"), "\(run.error.prefix(600))")
      let doctor = program.shell("exec timeout 60 '\(Program.path)' doctor")
      #expect(doctor.code == 0 && doctor.out.contains("look settings: "), "\(doctor)")
    }
  }

  @Test(arguments: [nil, "", "# nothing yet\n", "theme: auto\nlanguage: en\nmouse: no\n"])
  func nothingIsAskedOfIt(_ text: String?) throws {
    try with(text) { program in
      let run = program.run("doctor")
      #expect(run.out.contains("ok   settings: "), "\(run)")
      #expect(program.run("profile", "list").code == 0)
    }
  }

  @Test func inLinesByTheFileUnlessAVariableSaysOtherwise() throws {
    try with("plain: yes\n") { program in
      let terminal = VirtualTerminal(program)
      #expect(terminal.wait(for: "Linear mode is on"), "\(terminal.text)")
      let other = VirtualTerminal(program, environment: ["WAYMARK_PLAIN": "0"])
      #expect(other.wait(for: "Begin"), "\(other.text)")
    }
  }

  /// What is set on the screen is in the file, with the comments that stood there, and counts at the next start.
  @Test func theScreenWritesTheFile() throws {
    try with("# by hand\nmouse: no   \n") { program in
      let terminal = VirtualTerminal(program)
      #expect(terminal.wait(for: "Begin"))
      terminal.type(",")
      #expect(terminal.wait(for: "as the terminal has them"))
      terminal.type("\u{1B}[C\u{1B}[C")
      #expect(terminal.wait(for: "strong contrast"))
      terminal.type("q")
      #expect(terminal.exit() == 0)
      let path = program.home + "/.config/waymark/config.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("# by hand\nmouse: no\n"), "\(text)")
      #expect(text.contains("theme: high-contrast\n"))
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(rights == 0o600)
      let again = VirtualTerminal(program)
      #expect(again.wait(for: "Begin"))
      again.type(",")
      #expect(again.wait(for: "strong contrast"))
      // Nothing of it is a profile.
      #expect(!FileManager.default.fileExists(atPath: program.data))
    }
  }
}

/// The manual page and the completions come from the tables that the program works by.
struct ManualTests {
  @Test func theManualNamesEveryCommandAndKey() {
    let program = Program()
    defer { program.end() }
    let manual = program.run("manual").out
    for verb in [
      "profile new", "answer", "forget", "experiment list", "brief", "review", "coach sheet",
      "content lint", "doctor", "demo", "export",
    ] {
      #expect(manual.contains("\n.It Cm \(verb)"), "\(verb)")
    }
    for words in [
      "look through what you wrote", "all commands", "Ctrl\\-P", "EXIT STATUS", "config.yaml",
    ] {
      #expect(manual.contains(words), "\(words)")
    }
    // No line of words is taken for a macro.
    let macros = Set(["Dd", "Dt", "Os", "Sh", "Nm", "Nd", "Op", "Pp", "Bl", "It", "El", "Bd", "Ed"])
    for line in manual.split(separator: "\n") where line.hasPrefix(".") {
      #expect(macros.contains(String(line.dropFirst().prefix(2))), "\(line)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func aShellCanBeTold(_ shell: String) {
    let program = Program()
    defer { program.end() }
    let script = program.run("--generate-completion-script", shell)
    #expect(script.code == 0 && script.out.contains("waymark"), "\(script.error)")
    for verb in ["experiment", "--passphrase-fd"] {
      #expect(script.out.contains(verb.replacing("--", with: "")), "\(verb)")
    }
  }
}

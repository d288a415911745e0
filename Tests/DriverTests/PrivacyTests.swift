import Foundation
import Rules
import TestSupport
import Testing

/// Nobody who gets the disk, the machine or the next turn at the terminal reads what was written.
@Suite(.serialized) struct PrivacyTests {
  private static let words = "correct horse battery staple"

  /// Every text item of the pack, each with a word of its own.
  private func canaries(_ program: Program) throws -> [(item: String, word: String, json: String)] {
    let stats = program.run("content", "stats", "--json").out
    let object = try JSONSerialization.jsonObject(with: Data(stats.utf8))
    let exercises = try #require((object as? [String: Any])?["exercises"] as? [[String: Any]])
    var found: [(item: String, word: String, json: String)] = []
    for exercise in exercises {
      for item in exercise["items"] as? [[String: Any]] ?? [] {
        let schema = item["schema"] as? [String: Any] ?? [:]
        guard let id = item["id"], let name = exercise["id"] else { continue }
        let word = "zqx\(found.count)canary"
        guard let value = value(schema, word) else { continue }
        let line = "{\"exercise\":\"\(name)\",\"item\":\"\(id)\",\"value\":\(value)}"
        found.append(("\(name)/\(id)", word, line))
      }
    }
    return found
  }

  /// A value that fits a schema and holds the word; `nil` where no words fit in.
  private func value(_ schema: [String: Any], _ word: String) -> String? {
    switch schema["type"] as? String {
    case "string" where schema["enum"] == nil && schema["format"] == nil: return "\"\(word)\""
    case "array":
      guard let items = schema["items"] as? [String: Any], (schema["minItems"] as? Int ?? 0) <= 1,
        items["type"] as? String == "object", let one = value(items, word)
      else { return nil }
      return "[\(one)]"
    case "object":
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      let required = schema["required"] as? [String] ?? []
      var parts: [String] = []
      var holds = false
      for (name, property) in properties.sorted(by: { $0.key < $1.key }) {
        let isText =
          property["type"] as? String == "string" && property["enum"] == nil
          && property["format"] == nil
        if isText {
          parts.append("\"\(name)\":\"\(word)\"")
          holds = true
        } else if required.contains(name), let plain = plain(property) {
          parts.append("\"\(name)\":\(plain)")
        }
      }
      return holds ? "{\(parts.joined(separator: ","))}" : nil
    default: return nil
    }
  }

  private func plain(_ schema: [String: Any]) -> String? {
    if let choices = schema["enum"] as? [Any], let first = choices.first { return "\"\(first)\"" }
    switch schema["type"] as? String {
    case "integer": return "\(schema["minimum"] as? Int ?? 1)"
    case "string": return schema["format"] as? String == "date" ? "\"2026-03-02\"" : "\"x\""
    case "array":
      let one = (schema["items"] as? [String: Any]).flatMap(plain) ?? ""
      return (schema["minItems"] as? Int ?? 0) > 0 ? "[\(one)]" : "[]"
    default: return nil
    }
  }

  /// Files under a folder that hold a text.
  private func holding(_ text: String, _ folder: String) -> [String] {
    Disk.files(folder).filter { path in
      FileManager.default.contents(atPath: path)?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func aCanaryInEveryFieldIsFoundNowhere() throws {
    let program = Program()
    defer { program.end() }
    let canaries = try canaries(program)
    #expect(canaries.count > 60)
    let temporary = program.home + "/tmp"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let more = [
      "TMPDIR": temporary, "XDG_CACHE_HOME": program.home + "/cache",
      "XDG_CONFIG_HOME": program.home + "/config", "XDG_STATE_HOME": program.home + "/state",
    ]
    func run(_ arguments: String..., answers: String = "") -> Program.Result {
      let result = program.sealed(
        list: arguments, answers: answers, by: Self.words, environment: more)
      let hits = holding("zqx", program.home)
      #expect(hits.isEmpty, "\(arguments): \(hits)")
      return result
    }
    _ = run("profile", "new", "p", "--sealed", "--memory", "64")
    let input = canaries.map(\.json).joined(separator: "\n") + "\n"
    let taken = run("answer", answers: input)
    #expect(
      taken.out.split(separator: "\n").count { $0.contains("\"ok\":true") } == canaries.count,
      "\(taken.out)")
    // What is not told to hold a person's own words must not: everything but the printed answers.
    let quiet: [[String]] = [
      ["progress", "--json"], ["pathways", "--json"], ["next", "--json"],
      ["profile", "verify"], ["profile", "list", "--json"], ["export", "ics"], ["brief"],
      ["brief", "--format", "html"], ["doctor", "--json"], ["profile", "rename", "q"],
      ["profile", "backup", program.home + "/copy"], ["due"], ["brief", "--receipts"],
      ["brief", "--agenda"],
    ]
    for arguments in quiet {
      let result = program.sealed(list: arguments, by: Self.words, environment: more)
      #expect(!(result.out + result.error).contains("zqx"), "\(arguments)")
      #expect(holding("zqx", program.home).isEmpty, "\(arguments)")
    }
    #expect(run("answers").out.contains("zqx0canary"))
    _ = run("profile", "passphrase", "--memory", "64")
    _ = run("forget", canaries[0].item, "--yes")
    #expect(!run("answers").out.contains("zqx0canary"))
    for verb in ["pathways", "answers", "measures"] {
      #expect(program.run(verb, environment: more).code == 77, "\(verb)")
    }
  }

  /// Sealed or not, with a past or without: the page is the same to the byte.
  @Test func aSealedProfileGivesTheSamePage() {
    let (plain, sealed) = (Program(), Program())
    defer { plain.end() }
    defer { sealed.end() }
    let lines = AnswerLine.text("What I want", "ambition/line").json
    #expect(plain.run("profile", "new", "p").code == 0)
    #expect(plain.run("answer", "-", input: lines).code == 0)
    #expect(
      sealed.sealed("profile", "new", "q", "--sealed", "--memory", "64", by: Self.words).code == 0)
    for line in [AnswerLine.text("Something else", "ambition/line"), .text("own", "talk/about")] {
      #expect(sealed.sealed("answer", answers: line.json, by: Self.words).code == 0)
    }
    #expect(sealed.sealed("answer", answers: lines, by: Self.words).code == 0)
    for format in ["html", "md", "txt"] {
      let page = ["brief", "--share", "ambition/line", "--format", format, "--preview"]
      let one = plain.shell("'\(Program.path)' " + page.joined(separator: " "))
      let other = sealed.sealed(list: page, by: Self.words)
      #expect(one.out == other.out && one.out.contains("What I want"), "\(format)")
    }
  }

  /// The arguments, the environment and the title of the program while it is open.
  @Test func noProcessListingTellsAnything() throws {
    let program = Program()
    defer { program.end() }
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.words).code == 0)
    let terminal = VirtualTerminal(program)
    #expect(terminal.wait(for: "is locked"))
    terminal.type(Self.words + "\r")
    #expect(terminal.walkToText(isSealed: true), "\(terminal.text)")
    terminal.type("zqxcanary")
    #expect(terminal.wait(for: "zqxcanary"))
    for name in ["cmdline", "environ", "comm"] {
      let bytes =
        FileManager.default.contents(atPath: "/proc/\(terminal.process)/\(name)") ?? Data()
      #expect(bytes.range(of: Data("zqx".utf8)) == nil, "\(name)")
      #expect(bytes.range(of: Data("staple".utf8)) == nil, "\(name)")
    }
    // No core, and nobody but root may look into it.
    let limits =
      (try? String(contentsOfFile: "/proc/\(terminal.process)/limits", encoding: .utf8)) ?? ""
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
    #expect(core.split(separator: " ").dropFirst(4).first == "0", "\(core)")
    #expect(holding("zqx", program.home).isEmpty)
    // A window title or the clipboard would be asked for by an operating system command.
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}]"))
    terminal.signal(SIGSEGV)
    #expect(terminal.exit() == 1_000 + SIGSEGV)
    #expect(!terminal.text.contains("zqx"))
  }

  /// What stays on nine kinds of terminal after leaving, in the scrollback too.
  @Test(arguments: [
    "xterm-256color", "screen", "tmux-256color", "linux", "vt100", "vt220", "xterm", "ansi",
    "unknown",
  ])
  func nothingStaysOnTheScreen(_ term: String) throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, environment: ["TERM": term])
    #expect(terminal.walkToText(), "\(terminal.text)")
    terminal.type("zqxcanary")
    #expect(terminal.wait(for: "zqxcanary"), "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
    #expect(
      !terminal.text.contains("zqx") && !terminal.scrollback.contains("zqx"), "\(terminal.text)")
  }

  /// No socket, no other program, nothing opened outside the roots but what the system's libraries open at their start.
  @Test func aWholeWalkStaysWithinItsRoots() throws {
    let program = Program()
    defer { program.end() }
    let trace = program.home + "/trace"
    let more = [
      "XDG_CACHE_HOME": program.home + "/cache", "XDG_CONFIG_HOME": program.home + "/config",
    ]
    let strace = "strace -f -qq -o \(trace) -e trace=network,openat,open,creat,execve,fork,vfork"
    // Without a network at all.
    let command = "unshare -n \(strace) '\(Program.path)'"
    let terminal = VirtualTerminal(program, environment: more, shell: command)
    try #require(
      terminal.walkToText(),
      "strace and unshare are needed here, run as root: \(terminal.text)")
    terminal.type("a word\t")
    #expect(terminal.wait(for: "So far"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    let verbs = ["pathways", "answers", "next", "brief", "export ics", "profile verify", "doctor"]
    for (number, verb) in verbs.enumerated() {
      let more = strace.replacingOccurrences(of: trace, with: trace + "\(number)")
      #expect(program.shell("unshare -n \(more) '\(Program.path)' \(verb)").code == 0, "\(verb)")
    }
    let roots = [
      program.data, program.home + "/cache", program.home + "/config", program.home + "/.cache",
      program.home + "/.config", Tree.root + "/content", "/etc/waymark",
    ]
    let libraries = [
      "/lib", "/usr/lib", "/etc/ld.so", "/usr/share/locale", "/usr/share/terminfo", "/etc/terminfo",
      "/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone", "/proc/self", "/dev/null",
      "/dev/urandom", "/dev/tty", "/sys/devices/system/cpu", "/sys/fs/cgroup", "/proc/cpuinfo",
      "/proc/meminfo", "/opt/swift", "/sys/kernel/mm", "/proc/sys", "/etc/passwd",
      "/etc/nsswitch.conf", Tree.root + "/.build",
      program.home + "/.terminfo",
    ]
    var opened = 0
    for path in [trace] + verbs.indices.map({ trace + "\($0)" }) {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") {
        for call in ["socket(", "connect(", "bind(", "sendto(", "fork("] {
          #expect(!line.contains(" " + call), "\(line)")
        }
        if line.contains("execve(") { #expect(line.contains("waymark"), "\(line)") }
        guard line.contains("open"), let quoted = line.split(separator: "\"").dropFirst().first,
          !line.contains("ENOENT")
        else { continue }
        opened += 1
        let path = String(quoted)
        let isOurs = (roots + libraries).contains { path == $0 || path.hasPrefix($0) }
        // A folder that was made is synced into the one that holds it.
        let isAbove = [".", "/", program.home].contains(path)
        #expect(isOurs || isAbove, "\(line)")
      }
    }
    #expect(opened > 100)
  }

  /// Whatever the mask is: files for their owner alone, folders too.
  @Test(arguments: ["000", "022", "077"]) func modesAreForTheOwnerAlone(_ mask: String) throws {
    let program = Program()
    defer { program.end() }
    let line = AnswerLine.text("word").json
    let result = program.shell(
      """
      umask \(mask); export XDG_CACHE_HOME='\(program.home)/cache'
      '\(Program.path)' profile new p && '\(Program.path)' answer - && '\(Program.path)' profile backup '\(program.home)/copy' \
      && '\(Program.path)' export json --out '\(program.home)/all.json' && '\(Program.path)' export ics --out '\(program.home)/c.ics' \
      && '\(Program.path)' brief --out '\(program.home)/b.md' && '\(Program.path)' forget arrive/want --yes
      """, input: line)
    #expect(result.code == 0, "\(result.error)")
    let files = Disk.files(program.home)
    #expect(files.count > 6)
    for path in files + [program.data, program.data + "/profiles"] {
      let mode = try #require(
        FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(path) \(String(mode, radix: 8))")
    }
  }

  /// Links and pipes laid at our paths: each is refused or passed over, and what they lead to is as it was.
  @Test func plantedLinksAreRefused() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("word").json).code == 0)
    let path = try #require(Disk.files(program.data).first { $0.hasSuffix(".waymark") })
    let victim = program.home + "/victim"
    let copy = program.home + "/whole"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let out = program.home + "/out"
    let page = program.home + "/page.json"
    #expect(program.run("brief", "--format", "json", "--out", page).code == 0)
    let plants: [(place: String, arguments: [String])] = [
      (path + "-journal", ["answers"]), (path + "-wal", ["answers"]), (path + "-shm", ["answers"]),
      (path + ".lock", ["answer", "-"]), (path + ".part", ["forget", "arrive/want", "--yes"]),
      (path, ["answers"]), (out, ["profile", "backup", out]),
      (out, ["export", "json", "--out", out]), (out, ["export", "ics", "--out", out]),
      (out, ["brief", "--out", out]), (out, ["profile", "restore", out]),
      (out, ["review", page, "--out", out]),
      (out, ["doctor", "--salvage", out]), (out, ["answers", "--profile", out]),
    ]
    for (place, arguments) in plants {
      for plant in ["ln -s", "ln", "mkfifo"] {
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: copy, toPath: path)
        try Data("victim".utf8).write(to: URL(fileURLWithPath: victim))
        let target = plant == "mkfifo" ? "" : "'\(victim)'"
        _ = program.shell("rm -f '\(place)'; \(plant) \(target) '\(place)'")
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        let result = program.shell(
          "timeout 20 '\(Program.path)' \(words)", input: AnswerLine.text("more").json)
        #expect(result.code != 124, "\(plant) \(arguments) hangs")
        #expect(
          FileManager.default.contents(atPath: victim) == Data("victim".utf8),
          "\(plant) \(arguments) touched what it leads to")
        // What stands where a record is wanted is refused; a leftover is taken away.
        if !place.hasSuffix(".part") {
          #expect(result.code != 0, "\(plant) \(arguments): \(result.error)")
        }
        _ = program.shell("rm -f '\(place)' '\(path)-journal' '\(path)-wal' '\(path)-shm'")
      }
    }
  }

  /// A wrong passphrase costs nothing, counts nothing, and says nothing about why.
  @Test func wrongPassphrasesAreRefusedAlike() throws {
    let program = Program()
    defer { program.end() }
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: Self.words).code == 0)
    _ = program.sealed("answer", answers: AnswerLine.text("kept").json, by: Self.words)
    let path = try #require(Disk.files(program.data).first { $0.hasSuffix(".waymark") })
    let before = FileManager.default.contents(atPath: path)
    var random = Runs.random
    var said: Set<String> = []
    for number in 0..<Runs.count(ci: 40, release: 500) {
      let length = Int.random(in: 0...60, using: &random)
      let wrong =
        number == 0
        ? "" : String((0..<length).map { _ in "abc xyz".randomElement(using: &random) ?? "a" })
      let result = program.sealed("answers", by: wrong)
      #expect(result.code == 77 && result.out.isEmpty)
      said.insert(result.error)
    }
    #expect(said.count == 1, "\(said)")
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(program.sealed("answers", by: Self.words).out.contains("kept"))
  }
}

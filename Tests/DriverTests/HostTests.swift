import Foundation
import Rules
import TestSupport
import Testing

/// The machine as it is not wished for: a full disk, a limit on files, a clock that jumps.
@Suite(.serialized) struct HostTests {
  /// A file system of 256 KiB: full, it says so; with room again it goes on, and nothing acknowledged is lost.
  @Test func aFullDiskLosesNothing() throws {
    let program = Program()
    defer { program.end() }
    try FileManager.default.createDirectory(
      atPath: program.data, withIntermediateDirectories: true)
    let mounted = program.shell("mount -t tmpfs -o size=256k waymark-test '\(program.data)'")
    try #require(
      mounted.code == 0, "a small file system is mounted here, which takes root: \(mounted.error)")
    defer { _ = program.shell("umount '\(program.data)'") }
    #expect(program.run("profile", "new", "p").code == 0)
    let text = String(repeating: "word ", count: 50)
    #expect(program.run("answer", "-", input: AnswerLine.rating("r02", 1).json).code == 0)
    var lines: [AnswerLine] = []
    for number in 0..<900 { lines.append(AnswerLine.text("\(number) \(text)")) }
    let result = program.run("answer", "-", input: lines.map(\.json).joined())
    #expect(result.code == 74 && result.error.contains("full"), "\(result.code) \(result.error)")
    let acknowledged = result.out.split(separator: "\n").count { $0.contains("\"ok\":true") }
    let held = AnswerLine.held(program.run("answers").out)
    #expect(held["arrive/want"] == (acknowledged == 0 ? nil : lines[acknowledged - 1].value))
    // No room for a second file either: forgetting is refused as a whole.
    let forgotten = program.run("forget", "interests/r02", "--yes")
    #expect(forgotten.code != 0 && AnswerLine.held(program.run("answers").out) == held)
    #expect(program.shell("mount -o remount,size=4m '\(program.data)'").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.rating("r01", 2).json).code == 0)
    #expect(program.run("profile", "verify").code == 0)
    #expect(program.run("forget", "interests/r02", "--yes").code == 0)
    #expect(program.run("profile", "verify").code == 0)
  }

  /// An account that the system knows no home of: a verb that would look for a file, or make one, says so and does neither.
  @Test(arguments: ["relative", ""]) func withoutAHomeNothingIsLookedFor(_ home: String) throws {
    let program = Program()
    defer { program.end() }
    let verbs = [
      "", "--plain", "profile list", "profile list --json", "profile new p",
      "profile erase p --yes", "profile rename q", "profile backup x", "profile restore x",
      "profile verify", "profile seal", "answers", "answer -", "progress", "measures", "pathways",
      "next", "due", "experiment list", "log", "brief", "export ics", "export json", "coach",
      "coach --plain", "coach list", "coach record 1", "coach events", "doctor --salvage x",
    ]
    for verb in verbs {
      let result = program.shell(
        "cd /; exec setpriv --reuid 54321 --regid 54321 --clear-groups '\(Program.path)' \(verb)",
        environment: ["HOME": home, "WAYMARK_DATA_DIR": ""])
      try #require(result.code != 127 && !result.error.contains("setpriv:"), "this takes root")
      #expect(result.code == 78 && result.out.isEmpty, "\(verb): \(result)")
      #expect(result.error.contains("HOME names no folder"), "\(verb): \(result)")
    }
    // What needs none goes on.
    for verb in ["doctor", "content lint", "coach sheet first-session"] {
      let result = program.shell(
        "cd /; exec setpriv --reuid 54321 --regid 54321 --clear-groups '\(Program.path)' \(verb)",
        environment: ["HOME": home, "WAYMARK_DATA_DIR": ""])
      #expect(
        result.code < 2 && !(result.out + result.error).isEmpty, "\(verb): \(result)")
    }
  }

  @Test func aLimitOnFilesIsTold() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let lines = (0..<300).map {
      AnswerLine.text("\($0) " + String(repeating: "word ", count: 50)).json
    }
    let result = program.shell(
      "ulimit -f 64; exec '\(Program.path)' answer -", input: lines.joined())
    #expect(result.code != 0 && result.code < 128, "\(result.code) \(result.error)")
    #expect(program.run("profile", "verify").code == 0)
  }

  /// A disk that may only be read is opened to be read, and says so.
  @Test func readOnlyMediaAreRead() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("kept").json).code == 0)
    let mounted = program.shell(
      "mount --bind '\(program.data)' '\(program.data)' && mount -o remount,ro,bind '\(program.data)'"
    )
    try #require(mounted.code == 0, "a folder is mounted here, which takes root: \(mounted.error)")
    defer { _ = program.shell("umount '\(program.data)'") }
    #expect(program.run("answers").out.contains("kept"))
    #expect(program.run("profile", "verify").code == 0)
    #expect(program.run("answer", "-", input: AnswerLine.text("more").json).code == 74)
    let terminal = VirtualTerminal(program)
    #expect(terminal.wait(for: "READ ONLY"), "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
  }

  /// The order of answers is that of their numbers, whatever the clock says.
  @Test func theClockMayJump() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let faked = program.shell("faketime -f '2025-01-01 00:00:00' true")
    try #require(faked.code == 0, "faketime is needed here")
    let times = [
      "2038-01-20 03:14:08", "2025-11-26 12:00:00", "2026-03-29 02:30:00", "1971-01-01 00:00:00",
      "2026-12-31 23:59:59",
    ]
    let zones = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Nonsense/Zone", ""]
    for number in 0..<Runs.count(ci: 10, release: 50) {
      let (time, zone) = (times[number % times.count], zones[(number / 2) % zones.count])
      let result = program.shell(
        "exec faketime -f '@\(time)' '\(Program.path)' answer -",
        input: AnswerLine.text("at \(number)").json, environment: ["TZ": zone])
      #expect(result.code == 0, "\(time) \(zone): \(result.error)")
      #expect(AnswerLine.held(program.run("answers").out)["arrive/want"] == "at \(number)")
      let read = program.shell(
        "exec faketime -f '@\(time)' '\(Program.path)' pathways", environment: ["TZ": zone])
      #expect(read.code == 0, "\(time) \(zone): \(read.error)")
    }
    #expect(program.run("profile", "verify").code == 0)
  }

  /// A clock that was never set, before 1970: days and hours are right, and nothing ends on them.
  @Test(arguments: [
    ("1969-07-20 20:17:40", "1969-07-20T20:17"), ("1969-12-31 23:59:30", "1969-12-31T23:59"),
    ("1901-12-14 00:00:30", "1901-12-14T00:00"),
  ])
  func theClockMayStandBefore1970(_ time: String, _ wanted: String) throws {
    let program = Program()
    defer { program.end() }
    func at(_ command: String, _ input: String = "") -> Program.Result {
      program.shell("exec faketime -f '@\(time)' '\(Program.path)' \(command)", input: input)
    }
    let day = String(wanted.prefix(10))
    #expect(at("profile new p").code == 0)
    #expect(at("profile list").out == "p  opened \(day)\n")
    let said = at("answer -", AnswerLine.text("zqxold").json)
    #expect(said.code == 0 && said.out.contains("\"ok\":true"), "\(said.out)\(said.error)")
    let held = at("answers")
    #expect(held.code == 0 && held.out.contains("\"at\":\"\(wanted)"), "\(held.out)")
    for command in ["pathways", "due", "next", "doctor", "export json", "profile verify"] {
      let read = at(command)
      #expect(read.code == 0, "\(command): \(read.code) \(read.error)")
    }
    let terminal = VirtualTerminal(
      program, shell: "exec faketime -f '@\(time)' '\(Program.path)'")
    #expect(terminal.wait(for: "Begin"), "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(terminal.exit() == 0)
    #expect(program.run("answers").out.contains("zqxold"))
    #expect(program.run("profile", "verify").code == 0)
  }

  /// Forgetting, killed at each step: wholly there or wholly gone; gone for good once it is said.
  @Test func forgettingKilledAtEachStep() throws {
    let well = Program()
    defer { well.end() }
    #expect(well.run("profile", "new", "p").code == 0)
    let lines = [
      AnswerLine.text("zqxgone"), AnswerLine.rating("r01", 3), AnswerLine.text("zqxlater"),
    ]
    #expect(well.run("answer", "-", input: lines.map(\.json).joined()).code == 0)
    var killed = 0
    for kind in ["write", "sync", "make", "unlink", "rename", "cut"] {
      for number in 1...(Runs.isQuick ? 2 : 60) {
        let program = Program()
        defer { program.end() }
        try FileManager.default.copyItem(atPath: well.data, toPath: program.data)
        let result = program.shell(
          "exec '\(Program.path)' forget arrive/want --yes",
          environment: [
            "LD_PRELOAD": Tree.root + "/.build/debug/libfault-shim.so",
            "FAULT_FOLDER": program.data, "FAULT": "\(kind):\(number):KILL",
          ])
        let held = AnswerLine.held(program.run("answers").out)
        #expect(held["interests/r01"] == "3", "\(kind) \(number)")
        let isGone = held["arrive/want"] == nil
        #expect(isGone || held["arrive/want"] == "zqxlater", "\(kind) \(number)")
        #expect(program.run("profile", "verify").code == 0, "\(kind) \(number)")
        let hits = Disk.files(program.data).filter {
          FileManager.default.contents(atPath: $0)?.range(of: Data("zqx".utf8)) != nil
        }
        #expect(!isGone || hits.isEmpty, "\(kind) \(number): \(hits)")
        if result.code == 0 { break }
        killed += 1
      }
    }
    print("kills while forgetting: \(killed)")
  }
}

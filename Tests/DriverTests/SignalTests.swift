import Foundation
import Rules
import TestSupport
import Testing

/// Signals and windows: what is half typed is kept, the program is gone at once, nothing private stays on the screen.
@Suite(.serialized) struct SignalTests {
  @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
  func aSignalKeepsTheDraft(_ signal: Int32) throws {
    let program = Program()
    defer { program.end() }
    for number in 0..<Runs.count(ci: 20, release: 100) {
      let terminal = VirtualTerminal(program)
      if number == 0 {
        #expect(terminal.walkToText(), "\(terminal.text)")
      } else {
        #expect(terminal.wait(for: "in your hands"), "\(terminal.text)")
      }
      terminal.type("w\(number) ")
      #expect(terminal.wait(for: "w\(number)"))
      terminal.signal(signal)
      #expect(terminal.exit() == 1_000 + signal)
      #expect(program.draft("arrive/want").hasSuffix("w\(number) "))
      #expect(!terminal.text.contains("in your hands"))
    }
  }

  /// Whatever else ends a program: the terminal is given back first, and what is half typed is kept.
  @Test func everySignalGivesTheTerminalBack() throws {
    let program = Program()
    defer { program.end() }
    let signals = [
      SIGUSR1, SIGUSR2, SIGALRM, SIGSTKFLT, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, 34, 50, 64,
    ]
    for (number, signal) in signals.enumerated() {
      let terminal = VirtualTerminal(program)
      if number == 0 {
        #expect(terminal.walkToText(), "\(terminal.text)")
      } else {
        #expect(terminal.wait(for: "in your hands"), "\(terminal.text)")
      }
      terminal.type("w\(signal) ")
      #expect(terminal.wait(for: "w\(signal)"))
      terminal.signal(signal)
      #expect(terminal.exit() == 1_000 + signal, "\(signal)")
      #expect(terminal.isCooked, "\(signal)")
      #expect(program.draft("arrive/want").hasSuffix("w\(signal) "), "\(signal)")
      #expect(!terminal.text.contains("in your hands"), "\(signal): \(terminal.text)")
    }
  }

  /// What whoever started it wants it not to hear, it doesn't hear.
  @Test func whatIsIgnoredStaysIgnored() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, shell: "trap '' USR1 HUP; exec \(Program.path)")
    #expect(terminal.wait(for: "Begin"), "\(terminal.text)")
    terminal.signal(SIGUSR1)
    terminal.signal(SIGHUP)
    terminal.type("\r")
    #expect(terminal.wait(for: "whose computer"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
  }

  /// Stopped and continued, by the terminal's key and from outside.
  @Test func stoppedItShowsNothingPrivate() throws {
    let program = Program()
    defer { program.end() }
    let count = Runs.count(ci: 20, release: 100)
    // No loop: bash leaves one as soon as a job of it is stopped.
    let again = (0..<count).map { "echo stopped-\($0); read line; fg" }.joined(separator: "; ")
    let terminal = VirtualTerminal(program, shell: "set -m; \(Program.path); \(again)")
    #expect(terminal.walkToText())
    for number in 0..<count {
      terminal.type("w\(number) ")
      #expect(terminal.wait(for: "w\(number)"), "\(terminal.text)")
      terminal.group(SIGTSTP)
      #expect(terminal.wait(for: "stopped-\(number)"), "\(terminal.text)")
      #expect(!terminal.text.contains("in your hands") && !terminal.text.contains("w\(number)"))
      #expect(program.draft("arrive/want").hasSuffix("w\(number) "))
      terminal.type("\n")
      #expect(terminal.wait(for: "w\(number)"), "\(terminal.text)")
    }
  }

  /// Random windows while keys arrive: the last picture is the one that a fresh start draws.
  @Test func windowsOfAnySize() throws {
    var random = Runs.random
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program)
    #expect(terminal.walkToText())
    var typed = ""
    for number in 0..<Runs.count(ci: 200, release: 1_000) {
      terminal.resize(
        rows: .random(in: 1...500, using: &random), columns: .random(in: 1...200, using: &random))
      if number % 4 == 0, typed.count < 60 {
        terminal.type("a")
        typed += "a"
      }
    }
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.wait(for: typed) && terminal.settle(), "\(terminal.text)")
    // Ctrl-L draws everything anew: nothing changes.
    let before = terminal.text
    terminal.type("\u{0C}")
    #expect(terminal.settle())
    #expect(terminal.text == before)
  }

  /// Ten megabytes pasted: a word on the limit, and nothing of what stood there is lost.
  @Test func aVastPasteIsRefusedAndNothingLost() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program)
    #expect(terminal.walkToText())
    terminal.type("kept")
    #expect(terminal.wait(for: "kept"))
    terminal.paste(megabytes: Runs.isQuick ? 1 : 10)
    #expect(terminal.wait(for: "would not fit"), "\(terminal.text)")
    terminal.type("!")
    #expect(terminal.wait(for: "kept!"), "\(terminal.text)")
  }

  /// Nobody types: a sealed profile is locked with nothing private on the screen, and opens at the very letter.
  @Test func anIdleSealedProfileLocks() throws {
    let program = Program()
    defer { program.end() }
    let words = "correct horse battery staple"
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: words).code == 0)
    let terminal = VirtualTerminal(program, environment: ["WAYMARK_LOCK_SECONDS": "6"])
    #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
    terminal.type("wrong\r")
    #expect(terminal.wait(for: "did not open"), "\(terminal.text)")
    terminal.type(words + "\r")
    #expect(terminal.walkToText(isSealed: true), "\(terminal.text)")
    terminal.type("zqxone two\u{1B}[D\u{1B}[D\u{1B}[D")
    #expect(terminal.wait(for: "zqxone two"))
    #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
    #expect(!terminal.text.contains("zqx"))
    #expect(program.memoryHits(["zqxone", words], of: terminal) == 0)
    terminal.type(words + "\r")
    #expect(terminal.wait(for: "zqxone two"), "\(terminal.text)")
    terminal.type("X")
    #expect(terminal.wait(for: "zqxone Xtwo"), "\(terminal.text)")
    // The privacy key locks at once.
    terminal.type("\u{18}\u{18}")
    #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.exit() == 0)
  }
}

/// The same in lines.
@Suite(.serialized) struct LinesTests {
  /// The echo is off, a wrong passphrase is asked again, nobody typing locks it, and what was answered is there afterwards.
  @Test func anIdleSealedProfileLocksInLines() throws {
    let program = Program()
    defer { program.end() }
    let words = "correct horse battery staple"
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: words).code == 0)
    let terminal = VirtualTerminal(
      program, ["--plain"], rows: 40, environment: ["WAYMARK_LOCK_SECONDS": "3"])
    #expect(terminal.wait(for: "goes back"), "\(terminal.text)")
    terminal.type("wrong\r")
    #expect(
      terminal.wait { $0.printed.components(separatedBy: "goes back").count == 3 }
        && terminal.settle(.waiting), "\(terminal.text)")
    #expect(terminal.text.contains("did not open"))
    terminal.type(words + "\r")
    #expect(terminal.wait(for: "whose computer"), "\(terminal.text)")
    terminal.type("1\r")
    #expect(terminal.wait(for: "What set this off"), "\(terminal.text)")
    terminal.type("8\r")
    #expect(terminal.wait(for: "so the file is locked"), "\(terminal.text)")
    #expect(!terminal.text.contains("staple"))
    terminal.type(words + "\r")
    #expect(terminal.settle(.waiting))
    terminal.type("save\r")
    #expect(terminal.wait(for: "Saved."), "\(terminal.text)")
    terminal.type("quit\r")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
  }

  /// Killed while what is typed does not show: whoever types next sees it again.
  @Test(arguments: [SIGTERM, SIGUSR1, SIGALRM, SIGSEGV, 40])
  func theEchoComesBack(_ signal: Int32) throws {
    let program = Program()
    defer { program.end() }
    let words = "correct horse battery staple"
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: words).code == 0)
    let terminal = VirtualTerminal(program, ["--plain"], rows: 40)
    #expect(terminal.wait(for: "goes back"), "\(terminal.text)")
    #expect(!terminal.isCooked)
    terminal.signal(signal)
    let code = terminal.exit()
    #expect(code == 1_000 + signal || code == 128 + signal, "\(code)")
    #expect(terminal.isCooked)
  }

  @Test func aFolderIsNoInput() {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let result = program.shell("exec '\(Program.path)' answer - < /")
    #expect(result.code == 66 && result.error.contains("cannot be read"), "\(result.error)")
    let talked = program.shell("exec '\(Program.path)' --plain < /")
    #expect(talked.code == 66, "\(talked.error)")
  }
}

extension Program {
  /// How often texts stand in the memory of what runs on a terminal, as its owner or root may read it.
  func memoryHits(_ texts: [String], of terminal: VirtualTerminal) -> Int {
    let process = terminal.process
    guard let maps = try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8) else {
      return 0
    }
    let memory = open("/proc/\(process)/mem", O_RDONLY)
    if memory < 0 { return 0 }
    defer { close(memory) }
    var hits = 0
    for line in maps.split(separator: "\n") where line.contains(" rw") {
      let ends = line.split(separator: " ")[0].split(separator: "-")
      guard let start = UInt64(ends[0], radix: 16), let end = UInt64(ends[1], radix: 16),
        end - start < 1 << 28
      else { continue }
      var bytes = [UInt8](repeating: 0, count: Int(end - start))
      let count = pread(memory, &bytes, bytes.count, off_t(start))
      if count <= 0 { continue }
      let region = Data(bytes[..<count])
      hits += texts.count { region.range(of: Data($0.utf8)) != nil }
    }
    return hits
  }
}

/// Where the program takes its own place, at a lock or on its way to sealing.
@Suite(.serialized) struct EchoTests {
  /// What is typed in between stands nowhere: neither screen has the terminal then, and its own echo would keep it on the first one.
  @Test func nothingTypedAtALockStaysOnTheTerminal() throws {
    let program = Program()
    defer { program.end() }
    let words = "correct horse battery staple"
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: words).code == 0)
    for _ in 0..<Runs.count(ci: 10, release: 50) {
      let terminal = VirtualTerminal(program)
      #expect(terminal.wait(for: "is locked"), "\(terminal.text)")
      terminal.type(words + "\r")
      #expect(terminal.wait { !$0.text.contains("is locked") } && terminal.settle())
      let before = terminal.bytes.count
      terminal.type("\u{18}\u{18}")
      // Letters all the while, until the lock stands there.
      #expect(
        terminal.wait {
          $0.type("Z")
          return $0.text.contains("is locked")
        }, "\(terminal.text)")
      #expect(terminal.settle())
      terminal.type("\u{1B}")
      #expect(terminal.exit() == 0)
      #expect(!terminal.bytes[before...].contains(UInt8(ascii: "Z")), "\(terminal.printed)")
      #expect(terminal.isCooked)
    }
  }

  /// The echo is there again, however the second one ends.
  @Test(arguments: [SIGTERM, SIGUSR1, SIGSEGV])
  func theEchoIsThereAgain(_ signal: Int32) throws {
    let program = Program()
    defer { program.end() }
    let words = "correct horse battery staple"
    #expect(
      program.sealed("profile", "new", "p", "--sealed", "--memory", "64", by: words).code == 0)
    for arguments in [[], ["--plain"]] {
      let terminal = VirtualTerminal(program, arguments, rows: 40)
      let lock = arguments.isEmpty ? "\u{18}\u{18}" : "/lock\r"
      #expect(terminal.wait(for: arguments.isEmpty ? "is locked" : "goes back"))
      terminal.type(words + "\r")
      #expect(terminal.settle())
      terminal.type(lock)
      let again = arguments.isEmpty ? "is locked" : "goes back"
      #expect(terminal.wait(for: again), "\(terminal.text)")
      #expect(!terminal.isCooked)
      terminal.signal(signal)
      let code = terminal.exit()
      #expect(code == 1_000 + signal || code == 128 + signal, "\(code)")
      #expect(terminal.isCooked, "\(arguments)")
    }
  }
}

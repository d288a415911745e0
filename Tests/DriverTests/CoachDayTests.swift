import Foundation
import TestSupport
import Testing

/// A day of six at one terminal: nothing of one client is there for the next.
@Suite(.serialized) struct CoachDayTests {
  static let coach = "the coach walks along rivers"
  static let key = "otter7"
  static func secret(_ number: Int) -> String { "kestrelwords\(number)of" }
  private static func name(_ number: Int) -> String { "Clientname\(number)x" }
  static func passphrase(_ number: Int) -> String { "slow heron number \(number) stands" }

  /// Keys that are no characters, as a terminal sends them.
  enum Press {
    static let f2 = "\u{1B}OQ"
    static let f5 = "\u{1B}[15~"
    static let down = "\u{1B}[B"
  }

  /// What no screen may show: the words of every client, and the names of all others.
  func look(_ terminal: VirtualTerminal, _ own: Int, _ count: Int, _ where: String) {
    let all = terminal.text + terminal.scrollback
    for number in 1...count where number != own {
      if all.contains(Self.secret(number)) || all.contains(Self.name(number)) {
        Issue.record("\(number) is there for \(own), \(`where`)\n\(terminal.text)")
      }
    }
  }

  @Test func nothingOfOneIsThereForTheNext() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    try terminal.seal(Self.coach, after: "A file for you alone")
    let count = Runs.count(ci: 6, release: 6)
    for number in 1...count {
      #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
      try meet(number, terminal, count)
    }
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    terminal.type("q")
    #expect(terminal.exit() == 0)
    look(terminal, 0, count, "after the day")
    try lookIntoFiles(program, count)
  }

  /// One client: into the roster, through agreement, alone, together, close, and back at the desk.
  private func meet(_ number: Int, _ terminal: VirtualTerminal, _ count: Int) throws {
    try toClientOnly(number, terminal, count)
    answer(number, terminal, count)
  }

  func toClientOnly(_ number: Int, _ terminal: VirtualTerminal, _ count: Int) throws {
    // The row of new clients stands behind those that are there.
    terminal.type("g" + String(repeating: Press.down, count: number - 1) + "\r")
    #expect(terminal.wait(for: "Name, as you call them"), "\(terminal.text)")
    terminal.type(Self.name(number) + "\u{13}")
    #expect(terminal.wait(for: "Next time"), "\(terminal.text)")
    terminal.type("\u{1B}")
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    terminal.type("g" + String(repeating: Press.down, count: number - 1) + "\r")
    #expect(terminal.wait(for: "Begin a session"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "By which plan"), "\(terminal.text)")
    terminal.type("6")
    try terminal.seal(Self.passphrase(number), after: "The client's own file")
    #expect(terminal.wait(for: "AGREEMENT"), "\(terminal.text)")
    look(terminal, 0, count, "agreement")
    terminal.type("y")
    #expect(terminal.wait { !$0.text.contains("Client: if this") }, "\(terminal.text)")
    terminal.type("y")
    chooseKey(terminal)
    terminal.type("\r")
    #expect(terminal.wait(for: "What this hour is for"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "What would have to be different"), "\(terminal.text)")
    goIn(terminal)
    terminal.type("\r")
    #expect(terminal.wait(for: "What would have to be different"), "\(terminal.text)")
  }

  /// The client chooses their key, typed twice.
  func chooseKey(_ terminal: VirtualTerminal) {
    #expect(terminal.wait(for: "choose a key"), "\(terminal.text)")
    terminal.type(Self.key + "\r")
    #expect(terminal.wait(for: "once more"), "\(terminal.text)")
    terminal.type(Self.key + "\r")
    #expect(terminal.wait { !$0.text.contains("once more") }, "\(terminal.text)")
  }

  /// From together to the page that the client lands on.
  func goIn(_ terminal: VirtualTerminal) {
    terminal.type(Press.f2)
    #expect(terminal.wait(for: "type your key"), "\(terminal.text)")
    terminal.type(Self.key + "\r")
    #expect(terminal.wait(for: "your own part"), "\(terminal.text)")
  }

  func giveBack(_ terminal: VirtualTerminal) {
    terminal.type(Press.f2)
    #expect(terminal.wait(for: "both see the screen again"), "\(terminal.text)")
    terminal.type(Self.key + "\r")
    #expect(terminal.wait(for: "TOGETHER"), "\(terminal.text)")
  }

  /// What a client answers alone, and everything after.
  private func answer(_ number: Int, _ terminal: VirtualTerminal, _ count: Int) {
    terminal.type(Self.secret(number) + "\t")
    #expect(terminal.wait(for: "What do you take with you"), "\(terminal.text)")
    terminal.type(Self.secret(number))
    #expect(terminal.wait(for: Self.secret(number)), "\(terminal.text)")
    terminal.type(Press.f2)
    #expect(terminal.wait(for: "both see the screen again"), "\(terminal.text)")
    // The coach tries.
    terminal.type("zebra\r")
    #expect(terminal.wait(for: "isn't the key"), "\(terminal.text)")
    terminal.type(Self.key + "\r")
    #expect(terminal.wait(for: "TOGETHER"), "\(terminal.text)")
    look(terminal, 0, count, "together")
    terminal.type("\r")
    #expect(terminal.wait(for: "Enter begins"), "\(terminal.text)")
    terminal.type("\r")
    #expect(terminal.wait(for: "What would have to be different"), "\(terminal.text)")
    look(terminal, 0, count, "at the question")
    terminal.type(Press.f5)
    #expect(terminal.wait(for: "CLOSING"), "\(terminal.text)")
    look(terminal, 0, count, "closing")
    terminal.type("y")
    #expect(terminal.wait(for: "This file is locked"), "\(terminal.text)")
    look(terminal, 0, count, "closed")
    terminal.type(Self.coach + "\r")
    #expect(terminal.wait(for: "Begin in a new file"), "\(terminal.text)")
    #expect(!(terminal.text + terminal.scrollback).contains(Self.secret(number)))
    terminal.type("\u{1B}")
  }

  /// In no file in the clear; in the coach's not even once it is opened; the client's own has it.
  private func lookIntoFiles(_ program: Program, _ count: Int) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: program.home).map {
      program.home + "/" + $0
    }
    var sealed: [String] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      if file.contains("/profiles/"), file.hasSuffix(".waymark") { sealed.append(file) }
      for number in 1...count {
        for word in [Self.secret(number), Self.name(number)] {
          #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
        }
      }
    }
    #expect(sealed.count == count)
    for number in [1, count] {
      let record = program.sealed("coach", "record", "\(number)", by: Self.coach)
      #expect(record.code == 0 && record.out.contains(Self.name(number)), "\(record.error)")
      #expect(!record.out.contains(Self.secret(number)))
      #expect(record.out.contains("agreement number 2"))
    }
    let found = sealed.filter { file in
      let answers = program.sealed(
        "answers", "--profile", file, by: Self.passphrase(count))
      return answers.out.contains(Self.secret(count))
    }
    #expect(found.count == 1)
    let events = program.sealed("coach", "events", by: Self.coach).out
    #expect(events.components(separatedBy: "\"held\"").count == count + 1, "\(events)")
  }

  /// Killed while the client types: the session goes on where it was, with what was typed.
  @Test func aKilledSessionGoesOn() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    try terminal.seal(Self.coach, after: "A file for you alone")
    #expect(terminal.wait(for: "A new client"), "\(terminal.text)")
    try toClientOnly(1, terminal, 1)
    terminal.type(Self.secret(1))
    #expect(terminal.wait(for: Self.secret(1)), "\(terminal.text)")
    let file = try #require(
      Disk.files(program.data + "/profiles").first { $0.hasSuffix(".waymark") })
    #expect(
      terminal.wait { _ in
        program.sealed("export", "json", "--profile", file, by: Self.passphrase(1)).out
          .contains(Self.secret(1))
      }, "half a word is not kept")
    terminal.signal(SIGKILL)
    _ = terminal.exit()
    let again = VirtualTerminal(program, ["coach"], rows: 30, columns: 100)
    #expect(again.wait(for: "This file is locked"), "\(again.text)")
    again.type(Self.coach + "\r")
    #expect(again.wait(for: "session begun"), "\(again.text)")
    #expect(!again.text.contains(Self.secret(1)))
    again.type("\r")
    #expect(again.wait(for: "Go on with the session"), "\(again.text)")
    again.type("\r")
    #expect(again.wait { $0.text.contains("my workbook") }, "\(again.text)")
    again.type(Self.passphrase(1) + "\r")
    // A key is chosen anew before anything is shown.
    #expect(again.wait(for: "choose a key") && !again.text.contains(Self.secret(1)))
    #expect(again.text.contains("CLIENT'S KEY"), "\(again.text)")
    chooseKey(again)
    #expect(again.wait(for: "your own part") && !again.text.contains(Self.secret(1)))
    again.type("\r")
    #expect(again.wait(for: "By the plan"), "\(again.text)")
    again.type("\r")
    #expect(again.wait(for: "Enter begins"), "\(again.text)")
    again.type("\r")
    #expect(again.wait(for: Self.secret(1)), "\(again.text)")
    // Leaving locks what is the client's.
    again.type("\u{3}")
    #expect(again.wait(for: "This file is locked"), "\(again.text)")
    #expect(!(again.text + again.scrollback).contains(Self.secret(1)))
    again.type("\u{1B}")
    #expect(again.wait(for: "Coach's desk"), "\(again.text)")
    again.type("\u{1B}")
    #expect(again.exit() == 0)
  }

  /// A whole session in lines, with the typed words unseen.
  @Test func theSameInLines() throws {
    let program = Program()
    defer { program.end() }
    let terminal = VirtualTerminal(program, ["coach", "--plain"], rows: 60)
    func say(_ line: String, after text: String) {
      #expect(terminal.wait(for: text), "\(text): \(terminal.text)")
      terminal.type(line + "\r")
    }
    func seal(_ passphrase: String, after text: String) throws {
      say("", after: text)
      say(passphrase, after: "nothing shows while you type")
      say(passphrase, after: "Once more")
      let twelve = try terminal.words(12)
      say("", after: "The word back")
      say("\(twelve[3]) \(twelve[8])", after: "fourth word")
    }
    try seal(Self.coach, after: "A file for you alone")
    say("1", after: "A new client")
    say(Self.name(1), after: "Name, as you call them")
    for field in ["Languages", "What the hours are for", "Notes are kept until", "Where their"] {
      say("", after: field)
    }
    say("map", after: "Next time")
    say("1", after: "Begin a session")
    say("6", after: "By which plan")
    try seal(Self.passphrase(1), after: "The client's own file")
    say("yes", after: "Type yes, or desk")
    say("yes", after: "now yours")
    say(Self.key, after: "choose a key")
    say(Self.key, after: "once more")
    say("1", after: "Where to? Type a number")
    say("/over", after: "What would have to be different")
    say(Self.key, after: "type your key")
    say("", after: "your own part")
    say("1", after: "CLIENT ONLY")
    say(Self.secret(1), after: "What would have to be different")
    say("/over", after: "What do you take with you")
    say(Self.key, after: "both see the screen again")
    #expect(terminal.wait(for: "TOGETHER"), "\(terminal.text)")
    #expect(!(terminal.text + terminal.scrollback).contains(Self.secret(1)))
    say("end", after: "Where to? Type a number")
    say("yes", after: "Type yes to close")
    say(Self.coach, after: "This file is locked")
    #expect(terminal.wait(for: "Begin in a new file"), "\(terminal.text)")
    #expect(!(terminal.text + terminal.scrollback).contains(Self.secret(1)))
    terminal.type("quit\r")
    #expect(terminal.exit() == 0)
    let record = program.sealed("coach", "record", "1", by: Self.coach)
    #expect(record.out.contains("agreement number 2"), "\(record.error)")
  }
}

import Foundation
import Rules
import TestSupport
import Testing

/// SIGKILL at any instant: what was acknowledged is there, and nothing is torn.
@Suite(.serialized) struct KillTests {
  @Test func nothingAcknowledgedIsLost() throws {
    var random = Runs.random
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    var state: [String: String] = [:]
    var acknowledged = 0
    // How long a whole run takes, so that kills fall over all of it.
    let clock = ContinuousClock()
    let whole = clock.measure {
      _ = program.run("answer", "-", input: AnswerLine.some(30, &random).map(\.json).joined())
    }
    let longest = UInt32(whole / .microseconds(1)) * 5 / 4
    state = AnswerLine.held(program.run("answers").out)
    for _ in 0..<Runs.count(ci: 80, release: 2_000) {
      let lines = AnswerLine.some(30, &random)
      let stream = try Stream(program, ["answer", "-"])
      // Sometimes before it has even opened the file, sometimes late.
      let after = UInt32.random(in: 0...longest, using: &random)
      let process = stream.identifier
      let killer = Thread {
        usleep(after)
        _ = kill(process, SIGKILL)
      }
      killer.start()
      for line in lines { stream.say(line.json) }
      var good: [AnswerLine] = []
      while good.count < lines.count, let said = stream.line() {
        if said.contains("\"ok\":true") { good.append(lines[good.count]) }
      }
      _ = stream.end()
      acknowledged += good.count
      let held = AnswerLine.held(program.run("answers").out)
      let isPossible = (good.count...lines.count).contains { count in
        var wanted = state
        for line in lines.prefix(count) { wanted[line.address] = line.value }
        return wanted == held
      }
      #expect(isPossible, "\(good.count) acknowledged")
      state = held
    }
    #expect(program.run("profile", "verify").code == 0)
    print("kills: \(Runs.count(ci: 80, release: 2_000)), acknowledged: \(acknowledged)")
  }

  /// Through the screen: a lock left by a dead process keeps nobody out, and at most a second or 20 letters of typing are lost.
  @Test func throughTheScreenATextIsKept() throws {
    var random = Runs.random
    let program = Program()
    defer { program.end() }
    var kept = ""
    for round in 0..<Runs.count(ci: 20, release: 500) {
      let terminal = VirtualTerminal(program)
      if round == 0 {
        #expect(terminal.walkToText(), "\(terminal.text)")
      } else {
        #expect(terminal.wait(for: "in your hands"), "\(terminal.text)")
        #expect(terminal.wait { kept.isEmpty || $0.isShowing(kept.suffix(12)) }, "\(terminal.text)")
      }
      #expect(!terminal.text.contains("READ ONLY"))
      let count = Int.random(in: 1...50, using: &random)
      // Up to the limit of the answer; then it is begun anew.
      if kept.count > 200 {
        terminal.type("\u{0B}" + String(repeating: "\u{7F}", count: 300))
        kept = ""
        // The emptying is on disk once nobody has typed for a second.
        #expect(terminal.wait { _ in program.draft("arrive/want").isEmpty })
      }
      let typed = String((0..<count).map { _ in "abcdefghij".randomElement(using: &random) ?? "a" })
      for letter in typed { terminal.type(String(letter)) }
      #expect(terminal.wait { $0.isShowing((kept + typed).suffix(8)) }, "\(terminal.text)")
      usleep(.random(in: 0...30_000, using: &random))
      terminal.signal(SIGKILL)
      #expect(terminal.exit() == 1_000 + SIGKILL)
      let draft = program.draft("arrive/want")
      let whole = kept + typed
      #expect(whole.hasPrefix(draft) && whole.count - draft.count <= 20, "\(draft) of \(whole)")
      kept = draft
    }
  }
}

extension Program {
  /// What is half written for an item.
  func draft(_ item: String) -> String {
    let said = run("export", "json").out
    guard let object = try? JSONSerialization.jsonObject(with: Data(said.utf8)),
      let document = object as? [String: Any],
      let drafts = document["drafts"] as? [[String: String]]
    else { return "" }
    return drafts.first { $0["item"] == item }?["text"] ?? ""
  }
}

extension VirtualTerminal {
  /// Whether letters stand on the screen, whatever rows they are wrapped to.
  func isShowing(_ letters: Substring) -> Bool {
    text.filter { $0.isLetter }.contains(letters)
  }
}

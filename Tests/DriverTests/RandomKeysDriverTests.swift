import Foundation
import Rules
import TestSupport
import Testing

/// The real program under keys, pastes and windows from a seed: no crash, no hang, and a fresh drawing changes nothing.
@Suite(.serialized) struct RandomKeysDriverTests {
  private static let keys: [String] =
    [
      "\r", "\r", "\u{1B}", "\t", "\u{1B}[Z", "\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[B",
      "\u{1B}[C",
      "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}b", "\u{1B}f",
      "\u{1B}[1;5D",
      "\u{1B}OP", "\u{13}", "\u{12}", "\u{10}", "\u{06}", "\u{14}", "\u{07}", "\u{0C}", "\u{0F}",
    ] + " 123456789abcdghijklmnoprstuwxyNUXG/:?+-<>é日👩‍🔧".map { String($0) }

  private static let pastes = [
    "שלום 日本 e\u{301}", String(repeating: "w ", count: 900), "one\r\ntwo\u{0}\u{1B}[2Jthree",
    "👩‍👩‍👧‍👦 ﷺ \u{202E}abc",
  ]

  @Test func whateverKeysCome() throws {
    var random = Runs.random
    let program = Program()
    defer { program.end() }
    var terminal = VirtualTerminal(program)
    #expect(terminal.walkToText(), "\(terminal.text)")
    var slowest = Duration.zero
    let count = Runs.count(ci: 2_000, release: 20_000)
    for number in 1...count {
      switch Int.random(in: 0..<60, using: &random) {
      case 0:
        terminal.type("\u{1B}[200~" + Self.pastes.randomElement(using: &random)! + "\u{1B}[201~")
      case 1:
        terminal.resize(
          rows: .random(in: 4...60, using: &random), columns: .random(in: 8...200, using: &random))
      default: terminal.type(Self.keys.randomElement(using: &random)!)
      }
      if number % 20 != 0 { continue }
      // It has answered everything.
      let clock = ContinuousClock()
      var isQuiet = false
      let waited = clock.measure { isQuiet = terminal.settle(.waiting) }
      slowest = max(slowest, waited)
      #expect(isQuiet, "key \(number)")
      if terminal.hasEnded {
        // One of the commands leaves. What is set is set back, so that the next start has a screen.
        #expect(terminal.exit() == 0, "key \(number)")
        try? FileManager.default.removeItem(atPath: program.home + "/.config")
        terminal = VirtualTerminal(program)
        #expect(terminal.settle(.waiting))
      } else if number % 100 == 0 {
        // Ctrl-L draws everything anew: nothing changes. The first one takes away a word that goes with the next key.
        terminal.type("\u{0C}")
        #expect(terminal.settle())
        let before = terminal.text
        terminal.type("\u{0C}")
        #expect(terminal.settle())
        #expect(terminal.text == before, "key \(number)")
      }
    }
    print("slowest twenty keys: \(slowest)")
    terminal.signal(SIGTERM)
    let code = terminal.exit()
    #expect(code == 1_000 + SIGTERM || code == 0, "\(code)")
    #expect(program.run("profile", "verify").code == 0)
  }
}

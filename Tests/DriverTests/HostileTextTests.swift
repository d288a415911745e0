import Foundation
import Rules
import TestSupport
import Testing
import TextUI
import Typesetting

/// Text that bites: controls, marks that turn lines round, what pretends to be a command or a tag. It is kept as typed, and reaches
/// nothing unescaped.
@Suite(.serialized) struct HostileTextTests {
  /// Three hundred strings: each of the pieces that harm something, alone, in the middle of words, and joined by twos.
  static let strings: [String] = {
    let pieces = [
      "\u{1B}[31m", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{7}",
      "\u{1B}P1$r\u{1B}\\", "\u{9B}31m", "\u{90}x\u{9C}",
      "\u{7}", "\u{8}\u{8}\u{8}", "\r", "\r\n", "\u{B}\u{C}", "\u{0}", "\u{7F}", "\u{85}",
      "\u{2028}", "\u{2029}",
      "\u{202E}abc", "\u{202A}", "\u{2066}x\u{2069}", "\u{2067}", "\u{200E}\u{200F}", "\u{200B}",
      "\u{200C}\u{200D}", "\u{FEFF}",
      "\u{E0041}\u{E007F}", "\u{FE0F}", "\u{FE0E}", "\u{AD}", "\u{61C}", "\u{2060}", "\u{180E}",
      "\u{FFF9}x\u{FFFB}",
      "e" + String(repeating: "\u{301}", count: 40), "日本語", "👩‍👩‍👧", "🇩🇪", "ﷺ", "مرحبا", "שלום",
      "\u{1FAE8}", "\u{10FFFF}", "\u{FFFD}",
      "<script>alert(1)</script>", "</title><img src=x onerror=y>", "\"onmouseover=\"x", "'><b>",
      "&lt;&amp;", "]]>", "<!--",
      "[a](javascript:x)", "![a](http://x/y)", "# head", "* item", "| a | b |", "`code`", "~~~",
      "---", "> quote", "<http://x>",
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=cmd", "END:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20260101",
      "a;b,c\\n", "X-A:b\nY:c",
      "%n%s%x", "${HOME}", "$(id)", "`id`", "'; DROP TABLE change;--", "../../etc/passwd",
      "\\u001b[31m", "{{x}}", "<%= x %>",
    ]
    var all = pieces + pieces.map { "word" + $0 + "word" }
    var random = SplitMix64(state: 5)
    while all.count < 300 {
      all.append(
        (pieces.randomElement(using: &random) ?? "") + (pieces.randomElement(using: &random) ?? ""))
    }
    return all
  }()

  /// What no terminal, page or calendar may get from a person's words: C0 but line ends, DEL, C1, separators, turning marks.
  private func forbidden(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 10: false
      case 0..<32, 127..<160, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE0FFF:
        true
      default: false
      }
    }
  }

  @Test func whatIsMadeVisibleHoldsNothingForbidden() {
    for text in Self.strings {
      #expect(forbidden(visible(text, keepingLines: true)).isEmpty, "\(text.debugDescription)")
      #expect(!visible(text).contains("\n"))
    }
  }

  /// Drawn in memory, on every width: each cell's text is harmless, and none reaches past the edge.
  @Test func aCanvasHoldsNothingForbidden() {
    for text in Self.strings {
      for columns in [1, 2, 7, 40] {
        var canvas = Canvas(Size(rows: 3, columns: columns))
        canvas.put(text, row: 1, column: 0)
        _ = canvas.write(text, in: Area(row: 0, column: 0, rows: 3, columns: columns))
        #expect(forbidden(canvas.text).isEmpty, "\(text.debugDescription)")
        for row in canvas.text.split(separator: "\n", omittingEmptySubsequences: false) {
          #expect(String(row).displayWidth <= columns, "\(text.debugDescription) at \(columns)")
        }
      }
    }
  }

  private func json(_ text: String) -> String {
    let bytes = try? JSONSerialization.data(withJSONObject: [text])
    return String(String(decoding: bytes ?? Data(), as: UTF8.self).dropFirst().dropLast())
  }

  /// All in one profile, through every verb, four kinds of terminal and two locales.
  @Test func noVerbLetsThemThrough() throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let items = ["arrive/want", "chapters/both", "story/action", "others/words", "plan/wish"]
    let lines = Self.strings.enumerated().map { number, text in
      let parts = items[number % items.count].split(separator: "/")
      return "{\"exercise\":\"\(parts[0])\",\"item\":\"\(parts[1])\",\"value\":\(json(text))}"
    }
    let taken = program.run("answer", "-", input: lines.joined(separator: "\n") + "\n")
    #expect(taken.out.split(separator: "\n").count == Self.strings.count)
    #expect(forbidden(taken.out + taken.error).isEmpty)
    let verbs: [[String]] = [
      ["answers"], ["measures"], ["progress"], ["pathways"], ["why", "deepen"], ["next"],
      ["export", "json"],
      ["export", "ics", "--words"], ["brief", "--share", "arrive/want", "--share", "others/words"],
      ["brief", "--share", "arrive/want", "--format", "html"],
      ["brief", "--share", "arrive/want", "--format", "txt"],
      ["brief", "--share", "arrive/want", "--format", "json"], ["profile", "list"], ["doctor"],
      ["due"], ["experiment", "list"],
    ]
    // Every string in turn stands in the answer that is shown.
    let some =
      Runs.isQuick ? [0, 3, 17, 46] : Array(stride(from: 0, to: Self.strings.count, by: 5))
    for number in some {
      let line =
        "{\"exercise\":\"arrive\",\"item\":\"want\",\"value\":\(json(Self.strings[number]))}\n"
      _ = program.run("answer", "-", input: line)
      for verb in number == some[0] ? verbs : [verbs[0]] + verbs[7...10] {
        for locale in number == some[0] ? ["C", "C.UTF-8"] : ["C.UTF-8"] {
          let result = program.shell(
            "'\(Program.path)' " + verb.joined(separator: " "), environment: ["LC_ALL": locale])
          let odd = forbidden(result.out + result.error).filter {
            $0 != "\r" || verb[0] != "export"
          }
          #expect(odd.isEmpty, "\(verb) \(Self.strings[number].debugDescription): \(odd)")
          if verb.contains("html") { checkHTML(result.out) }
          if verb.contains("ics") { checkCalendar(result.out) }
        }
      }
    }
    try betweenTwo(program)
    for term in ["xterm-256color", "linux", "vt100", "dumb"] {
      for locale in ["C", "C.UTF-8"] { try onScreen(program, term, locale) }
    }
  }

  /// A page with such names in it is read and answered by somebody else, and the answer comes back.
  private func betweenTwo(_ program: Program) throws {
    let page = program.home + "/page.json"
    for number in Runs.isQuick ? [3, 17] : Array(stride(from: 0, to: Self.strings.count, by: 25)) {
      let name = json("a" + Self.strings[number].prefix(60))
      let line =
        "{\"exercise\":\"canvas\",\"item\":\"list\",\"value\":[{\"name\":\(name),"
        + "\"start\":\"2999-03-02\",\"for-it\":\"x\",\"against-it\":\"y\"}]}\n"
      #expect(program.run("answer", "-", input: line).out.contains("\"ok\":true"), "\(line)")
      let answer = program.home + "/answer-\(number).json"
      _ = program.run(
        "brief", "--share", "experiment:1", "--format", "json", "--out", page, "--force")
      let review = program.run(
        "review", page, "--out", answer, input: "1\n1\n1\n1\n1\ndone\nquit\n")
      let reply = program.run("reply", answer)
      #expect(review.code == 0 && reply.code == 0, "\(name): \(review.error) \(reply.error)")
      #expect(program.run("experiment", "list").out.contains("Answered."), "\(name)")
      let said = review.out + review.error + reply.out + reply.error
      #expect(forbidden(said).isEmpty, "\(name)")
    }
  }

  /// On a real terminal: whatever the program writes, the person's words never are a command to it.
  private func onScreen(_ program: Program, _ term: String, _ locale: String) throws {
    let line =
      "{\"exercise\":\"arrive\",\"item\":\"want\",\"value\":\(json("\u{1B}]0;owned\u{7}\u{202E}\u{9B}31m" + "end"))}\n"
    _ = program.run("answer", "-", input: line)
    let terminal = VirtualTerminal(program, environment: ["TERM": term, "LC_ALL": locale])
    #expect(
      terminal.wait { $0.printed.contains("Waymark") || $0.printed.contains("Linear") },
      "\(terminal.printed)")
    terminal.type("1\r\r")
    #expect(terminal.settle())
    terminal.type("\u{3}")
    _ = terminal.exit()
    let written = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(
      !written.contains("\u{1B}]0;owned") && !written.contains("\u{202E}")
        && !written.contains("\u{9B}"))
  }

  /// Names of files, of profiles and of what is misspelt.
  @Test func namesAndArgumentsAreMadeVisible() throws {
    let program = Program()
    defer { program.end() }
    let odd = "x\u{1B}[31m\u{202E}y"
    let verbs: [[String]] = [
      [odd], ["--profile", odd, "answers"], ["--data-dir", program.home + "/" + odd, "answers"],
      ["answer", program.home + "/" + odd], ["profile", "new", odd],
      ["profile", "restore", program.home + "/" + odd],
      ["why", odd], ["--pack", program.home + "/" + odd, "pathways"], ["forget", odd, "--yes"],
      ["doctor", "--salvage", program.home + "/" + odd], ["brief", "--share", odd],
      ["brief", "--format", odd],
      ["pathways", "--" + odd], ["--lang", odd, "progress"], ["log", "--energy", odd],
      ["demo", odd], ["content", "lint", odd],
      ["whatif", odd], ["experiment", "show", odd], ["review", odd], ["reply", odd],
    ]
    #expect(program.run("profile", "new", "p").code == 0)
    for verb in verbs {
      let stream = try Stream(program, verb)
      let ended = stream.end()
      #expect(forbidden(ended.said).isEmpty, "\(verb): \(ended.said.debugDescription)")
    }
  }

  /// Tags and attributes as a reader of HTML sees them: only those that the page itself has.
  private func checkHTML(_ page: String) {
    let lower = page.lowercased()
    for tag in [
      "<script", "<img", "<iframe", "<a ", "<b>", "onerror=", "onmouseover=\"", "javascript:",
    ] where lower.contains(tag) {
      // Escaped it may stand there as words.
      #expect(tag.hasPrefix("on") || tag.hasPrefix("java"), "\(tag)")
    }
    #expect(lower.components(separatedBy: "</title>").count == 2)
  }

  /// Lines of a calendar: a name in capitals, or the rest of the line before.
  private func checkCalendar(_ text: String) {
    let names = [
      "BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS",
      "SEQUENCE", "STATUS", "DTEND", "TRANSP", "CALSCALE", "METHOD", "DESCRIPTION", "LAST-MODIFIED",
      "CREATED",
    ]
    for line in text.components(separatedBy: "\r\n") where !line.isEmpty && !line.hasPrefix(" ") {
      let name = line.prefix { $0 != ":" && $0 != ";" }
      #expect(names.contains(String(name)), "\(line)")
    }
  }
}

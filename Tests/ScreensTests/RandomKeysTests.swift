import Briefs
import Foundation
import JSON
import Rules
import Screens
import Testing
import TextUI
import Typesetting
import Workbook

/// Whatever keys come, at whatever size: nothing that was kept is lost, and what is drawn piece by piece is the whole picture.
struct RandomKeysTests {
  private static let count =
    ProcessInfo.processInfo.environment["DRIVER_RUNS"] == "release" ? 20_000 : 1_000

  /// Text that breaks careless screens: wide, combining, joined, right to left, controls, twenty scripts.
  static let naughty = [
    "日本語テキスト", "e\u{301}\u{327}\u{323}", "👩‍👩‍👧‍👦🏳️‍🌈", "שלום עולם", "مرحبا بالعالم", "\u{202E}abc",
    "a\u{0}b\u{1B}[31mred",
    "ภาษาไทย", "हिन्दी", "தமிழ்", "한국어", "Ελληνικά", "Русский", "ქართული", "አማርኛ", "ខ្មែរ", "বাংলা", "Việt",
    "ﷺ", "Z̸̨͎̑a̷͍͝l̴̰̈g̷̠̈́o",
    "\u{200B}\u{FEFF}\u{00AD}", "\t tab\r\nline", String(repeating: "w", count: 3_000), "",
  ]

  private static let plain: [Key] =
    [
      .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .down, .left,
      .right,
      .enter, .enter, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight, .help, .privacy,
      .control("s"),
      .control("r"), .control("p"), .control("f"), .control("t"), .control("g"), .control("l"),
      .control("o"), .control("x"), .control("w"), .control("k"), .control("y"),
    ] + " 123456789abcdghijklmnoprstuwxyNUXG/:,?+-<>".map { .character($0) }

  private struct Room {
    var app: App
    var file: MemoryFile
    var kept: [Change] { file.changes }

    init(_ kept: [Change] = [], _ drafts: [String: Draft] = [:]) {
      var session = Walk.session(Walk.pack, Profile(kept))
      session.hold(drafts)
      app = App(session, access: Access(canSeal: true))
      file = MemoryFile(kept, drafts)
    }

    mutating func press(_ key: Key) { carryOut(app.update(.key(key))) }

    private mutating func carryOut(_ effects: [Effect]) {
      for effect in effects {
        if let message = file.perform(effect) { carryOut(app.update(message)) }
        switch effect {
        case .release(let release):
          let receipt = Change.shared(Walk.given(release).receipt.plain)
          _ = file.perform(.save([receipt]))
          carryOut(
            app.update(
              .released(ReleasedPage(path: "page", receipt: receipt, before: [], problem: ""))))
        case .bring: carryOut(app.update(.notWritten("there is no such file")))
        case .save, .draft, .forget, .look, .suspend, .redraw, .quit, .lock, .seal, .desk, .sit,
          .file, .set, .lookRound,
          .meet, .bringing:
          break
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func nothingIsLostWhateverKeysCome(_ seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    func pick<Element>(_ all: [Element]) -> Element { all[Int(random.next() % UInt64(all.count))] }
    var room = Room([ComputerOwner.mine.change, JourneyTests.moment])
    var before: Canvas?
    for number in 0..<Self.count {
      switch random.next() % 20 {
      case 0: room.press(.paste(pick(Self.naughty)))
      case 1:
        room.press(.click(Point(row: Int(random.next() % 30), column: Int(random.next() % 90))))
      case 2 where number % 3 == 0:
        room.app.size = Size(
          rows: 1 + Int(random.next() % 60), columns: 1 + Int(random.next() % 200))
      default: room.press(pick(Self.plain))
      }
      let canvas = room.app.view()
      Self.check(canvas, after: before)
      before = canvas
      if room.app.mayLock {
        #expect(room.app.session.profile == Profile(room.kept), "seed \(seed), key \(number)")
      }
      if number % 200 == 199 {
        // Left without a word and opened again: everything is there.
        for effect in room.app.leaving() { _ = room.file.perform(effect) }
        let profile = room.app.session.profile
        room = Room(room.kept, room.file.drafts)
        #expect(room.app.session.profile == profile, "seed \(seed), key \(number)")
      }
    }
    // In a window that is too small nothing is answered.
    #expect(room.kept.count >= 8)
  }

  /// What a terminal shows that is told only what changed equals the whole; no row is wider than the screen, no control is drawn.
  private static func check(_ canvas: Canvas, after before: Canvas?) {
    var shown = Array(
      repeating: Array(
        repeating: Canvas(Size(rows: 1, columns: 1))[0, 0], count: canvas.size.columns),
      count: canvas.size.rows)
    if let before, before.size == canvas.size {
      for row in shown.indices {
        for column in shown[row].indices { shown[row][column] = before[row, column] }
      }
    }
    for run in canvas.changes(from: before) {
      var column = run.column
      for character in run.text {
        let width = max(1, character.displayWidth)
        shown[run.row][column].text = character
        shown[run.row][column].role = run.role
        for extra in 1..<max(1, width) where column + extra < canvas.size.columns {
          shown[run.row][column + extra].text = nil
          shown[run.row][column + extra].role = run.role
        }
        column += width
      }
      #expect(column <= canvas.size.columns)
    }
    for row in shown.indices {
      for column in shown[row].indices where shown[row][column] != canvas[row, column] {
        Issue.record("row \(row), column \(column): \(shown[row][column]), \(canvas[row, column])")
        return
      }
    }
    let isClean = canvas.text.unicodeScalars.allSatisfy {
      $0 == "\n" || ($0.value >= 32 && $0.value != 127 && !(0x80..<0xA0).contains($0.value))
    }
    #expect(isClean, "a control character is drawn")
  }
}

import Briefs
import JSON
import Packs
import Rules
import Screens
import TestSupport
import TextUI
import Workbook

/// A walk through the workbook by keys or by lines, with everything kept in memory.
struct Walk {
  static let pack = SamplePack.core().0
  static let phrases = SamplePack.phrases()

  static func session(_ pack: Pack = Walk.pack, _ profile: Profile = Profile()) -> OpenWorkbook {
    OpenWorkbook(
      pack: pack, phrases: phrases, profile: profile, drafts: [:],
      today: Day("2026-03-02") ?? Day(number: 0), now: "2026-03-02T20:00:00Z",
      name: profile.current.isEmpty ? "" : "spring")
  }

  /// What is on disk after the keys.
  private(set) var kept: [Change] = []
  private(set) var drafts: [String: String] = [:]
  /// Pages that were given out.
  private(set) var releases: [Release] = []
  private(set) var frames: [Canvas] = []
  private(set) var app: App
  private(set) var ending: Ending

  init(
    _ keys: [Key], size: Size = Size(rows: 24, columns: 80), pack: Pack = Walk.pack,
    profile: Profile = Profile(), seed: UInt64 = 1, access: Access = Access()
  ) {
    var session = Walk.session(pack, profile)
    session.seed = seed
    app = App(session, access: access)
    var terminal = ScriptedTerminal(size: size, events: keys.map { .key($0) })
    var kept: [Change] = []
    var drafts: [String: String] = [:]
    var releases: [Release] = []
    let perform = { (effect: Effect) -> Message? in
      switch effect {
      case .save(let changes):
        kept += changes
        return .saved(hour: "20:00", before: [], profileName: "spring")
      case .draft(let address, let draft):
        drafts[address.description] = draft.text
        return .drafted(address, draft)
      case .forget(let what):
        let forgotten = ChangeLog.forgetting(what, kept, [:])
        kept = forgotten.changes
        return .forgotten(forgotten)
      case .release(let release):
        releases.append(release)
        let receipt = Change.shared(Walk.given(release).receipt.plain)
        kept.append(receipt)
        return .released(
          ReleasedPage(path: "page.html", receipt: receipt, before: [], problem: ""))
      case .look, .suspend, .redraw, .quit, .lock, .seal, .desk, .sit, .file, .set, .lookRound,
        .meet, .bring, .bringing:
        return nil
      }
    }
    ending = run(
      &app, on: &terminal, clock: { "2026-03-02T20:00:00Z" }, perform: perform)
    (self.kept, self.drafts, frames) = (kept, drafts, terminal.frames)
    self.releases = releases
  }

  /// A page as it is given out, its numbers made plain.
  static func given(
    _ release: Release, at: String = "2026-03-02T20:00:00Z"
  ) -> (file: BriefFile, receipt: Receipt) {
    let file = BriefFile(
      release.brief, request: "number \(release.before)", digest: Walk.digest)
    let text = release.format.render(file, phrases)
    let receipt = Receipt(
      file, release.shares, release.format, for: release.whom, at: at,
      hash: Walk.digest(Array(text.utf8)), asked: file.asked(Walk.digest))
    return (file, receipt)
  }

  /// Good enough to tell texts apart.
  static func digest(_ bytes: [UInt8]) -> String {
    var hash = SplitMix64(state: 7)
    for byte in bytes { hash.state = hash.next() ^ UInt64(byte) }
    return String(hash.next(), radix: 16)
  }

  var profile: Profile { Profile(kept) }
  var last: Canvas { frames[frames.count - 1] }

  /// `1 Enter Tab a b` …: words are keys, single characters themselves.
  static func keys(_ text: String) -> [Key] {
    text.split(separator: " ").flatMap { word -> [Key] in
      // `Down*10` is ten of them.
      let parts = word.split(separator: "*")
      let times = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
      return Array(repeating: key(parts.first ?? word), count: times)
    }
  }

  private static func key(_ word: Substring) -> Key {
    switch word {
    case "Enter": .enter
    case "Tab": .tab
    case "Shift-Tab": .backTab
    case "Esc": .escape
    case "Up": .up
    case "Down": .down
    case "Left": .left
    case "Right": .right
    case "Space": .character(" ")
    case "Home": .home
    case "End": .end
    case "Ctrl-S": .control("s")
    case "Ctrl-R": .control("r")
    case "F12": .privacy
    case "F2", "F3", "F4", "F5": .function(word.last?.wholeNumberValue ?? 0)
    case "Ctrl-C": .control("c")
    case "Ctrl-P": .control("p")
    case "Ctrl-Z": .control("z")
    case "Ctrl-O": .control("o")
    case "Ctrl-X": .control("x")
    default: .character(word.first ?? " ")
    }
  }

  static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  /// From the first screen into the first exercise.
  static let start = keys("1 3 Enter Enter")

  /// Lines through the linear mode, and what they leave.
  static func lines(
    _ lines: [String], pack: Pack = Walk.pack
  ) -> (said: [String], profile: Profile) {
    var dialogue = LineMode(session(pack))
    var said = dialogue.open(reason: "a test")
    var kept: [Change] = []
    for line in lines {
      let turn = dialogue.hear(line)
      said += ["> " + line] + turn.lines
      kept += turn.changes
      if turn.ends { break }
    }
    return (said, Profile(kept))
  }

  /// Answers without their times, to compare two walks.
  static func answers(_ profile: Profile) -> [String] {
    profile.current.map { "\($0.address) \($0.value.json) \($0.round)" }.sorted()
  }

  /// A letter for each cell whose look is not that of plain text: what a theme makes of it, `SettingsTests` says.
  private static func roles(_ canvas: Canvas) -> String {
    let letters: [Role: Character] = [
      .text: " ", .title: "T", .focus: "F", .chosen: "C", .hint: "h", .key: "K", .good: "G",
      .warning: "W", .frame: "f",
    ]
    return (0..<canvas.size.rows).map { row in
      var line = String(
        (0..<canvas.size.columns).map { column in
          let cell = canvas[row, column]
          let isBlank = cell.text == " " && cell.role != .focus
          return isBlank ? " " : letters[cell.role] ?? "?"
        })
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The keys on top, then the picture, then the looks.
  static func golden(_ keys: String, _ canvas: Canvas) -> String {
    "keys: \(keys)\n\n" + canvas.text + "\n\nroles:\n" + roles(canvas) + "\n"
  }
}

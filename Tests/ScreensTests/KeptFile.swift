import JSON
import Rules
import Screens
import TestSupport
import TextUI
import Workbook

/// One file that is opened again and again, by keys or by lines.
struct KeptFile {
  var file: MemoryFile
  /// What the last face showed or said.
  private(set) var shown = ""

  init(_ changes: [Change] = [], _ drafts: [String: Draft] = [:]) {
    file = MemoryFile(changes, drafts)
  }

  var profile: Profile { Profile(file.changes) }

  func session(_ pack: Pack = Walk.pack) -> OpenWorkbook {
    var session = Walk.session(pack, profile)
    session.drafts = file.drafts
    return session
  }

  /// Opens it on a screen, presses keys, and leaves.
  mutating func press(_ keys: [Key], size: Size = Size(rows: 24, columns: 80)) {
    var app = App(session())
    var terminal = ScriptedTerminal(
      size: size, events: (keys + [.control("c")]).map { .key($0) })
    var file = file
    _ = run(&app, on: &terminal, clock: { "2026-03-02T20:00:00Z" }, perform: { file.perform($0) })
    self.file = file
    shown = terminal.frames.last?.text ?? ""
  }

  /// Opens it in lines, types them, and closes the pipe.
  ///
  /// - Parameter exercise: by which its lines begin, from the map.
  mutating func say(_ lines: [String], in exercise: String? = nil) {
    var dialogue = LineMode(session())
    var said = dialogue.open(reason: "a test")
    var all = lines
    if let exercise, let title = Walk.pack.exercise(exercise)?.title {
      let row = dialogue.hear("/map").lines.first { $0.contains(". " + title + ":") } ?? ""
      all = [String(row.prefix { $0.isNumber })] + lines
    }
    for line in all {
      let turn = dialogue.hear(line)
      said += ["> " + line] + turn.lines
      if !turn.changes.isEmpty {
        _ = file.perform(.save(turn.changes))
        dialogue.kept(turn.changes, after: [])
      }
      if let draft = turn.draft { _ = file.perform(draft) }
    }
    let rest = dialogue.close()
    if !rest.isEmpty { _ = file.perform(.save(rest)) }
    shown = said.joined(separator: "\n")
  }
}

extension KeptFile {
  /// An answer as somebody gave it.
  static func answer(
    _ exercise: String, _ item: String, _ value: JSONValue, round: Int = 1,
    at: String = "2026-03-01T20:00:00Z"
  ) -> Change {
    .answered(Answer(address: ItemAddress(exercise, item), value: value, at: at, round: round))
  }

  /// A person who has begun.
  static let begun: [Change] = [
    ComputerOwner.mine.change, answer("arrive", "moment", "passed-over"),
  ]
}

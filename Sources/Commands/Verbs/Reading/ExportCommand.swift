import ArgumentParser
import Briefs
import JSON
import Screens
import Store
import Typesetting
import Workbook

/// `waymark export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Take something along in a form that other programs read.",
    discussion: """
      Example:
        waymark export ics --out steps.ics
        waymark export json --out everything.json
      """,
    subcommands: [ExportCalendar.self, ExportEverything.self])
}

struct ExportCalendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "The days you set, as a calendar file.",
    discussion: """
      Without --words each entry says the same and names nothing: calendars are often shared, and kept elsewhere.

      Example:
        waymark export ics --out steps.ics
        waymark export ics --words > steps.ics
      """)

  @Flag(help: "In your own words.") var words = false
  @OptionGroup var output: OutOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let out = try output.settled()
    let desk = try CommandContext(options)
    let calendar = desk.session.calendar(inWords: words)
    if let out {
      try out.write(Array(calendar.text.utf8))
    } else {
      StandardStreams.calendar(calendar.text)
    }
    if calendar.events.isEmpty { StandardStreams.note(desk.phrases(.calendarEmpty)) }
    if !words { StandardStreams.note(desk.phrases(.calendarWords)) }
  }
}

struct ExportEverything: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json", abstract: "Everything in the profile, as one JSON document.",
    discussion: """
      The answers as they stand, every change that led there, drafts, and receipts of what was shown. It reads the profile alone, \
      never a pack. Nothing in it is sealed: whoever has the file can read it.

      Example:
        waymark export json --out everything.json
      """)

  @OptionGroup var output: OutOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let out = try output.settled()
    let choosing = ProfileLocator(roots: RuntimeEnvironment(options))
    guard let entry = try choosing.entry() else {
      throw Failure(.failed, "waymark: there is no profile yet.")
    }
    let document = try choosing.reading(entry) { store throws(StoreError) in
      let changes = try store.newChanges()
      return self.document(entry.name, changes, try store.drafts())
    }
    if let out {
      try out.write(Array((visibleJSON(document.json) + "\n").utf8))
    } else {
      StandardStreams.json(document)
    }
    StandardStreams.note("Nothing in it is sealed: whoever has it can read everything.")
  }

  private func document(
    _ name: String, _ changes: [Change], _ drafts: [String: Draft]
  ) -> JSONValue {
    let profile = Profile(changes)
    let half = drafts.sorted { $0.key < $1.key }.map { item, draft -> JSONValue in
      ["item": .text(item), "text": .text(draft.text)]
    }
    return [
      "profile": .text(name), "exported": .text(WallClock.now), "round": .whole(profile.round),
      "answers": .list(profile.current.map(\.plain)),
      "drafts": .list(half), "receipts": .list(profile.receipts),
      "settings": .map(
        profile.settings.sorted { $0.key < $1.key }.map { JSONValue.Pair($0.key, $0.value) }),
      "changes": .list(changes.map(ChangeRecord.plain)),
    ]
  }
}

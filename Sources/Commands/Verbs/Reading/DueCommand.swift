import ArgumentParser
import JSON
import Rules
import Screens
import Workbook

/// `waymark due`: what waits today, for a login shell or a timer.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "What waits today; exits with 2 where something does.",
    discussion: """
      Without --words it names nothing that you wrote, so that it can stand in a login shell.

      Example:
        waymark due
        waymark due --words
      """)

  @Flag(help: "In your own words.") var words = false
  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let due = desk.pack.due(desk.session.profile, today: desk.session.today)
    if json {
      let rows = due.map { one -> JSONValue in
        [
          "kind": .text(one.kind.rawValue), "day": .text(one.day.description),
          "number": .whole(one.number), "name": words ? .text(one.name) : .null,
        ]
      }
      let document: JSONValue = ["due": .list(rows)]
      StandardStreams.json(document)
    } else if due.isEmpty {
      StandardStreams.say(desk.phrases(.dueNone))
    } else {
      for line in desk.session.dueLines(inWords: words) { StandardStreams.say(line) }
      if !words { StandardStreams.note(desk.phrases(.dueHow)) }
    }
    if !due.isEmpty { throw ExitCode(Failure.Code.found.rawValue) }
  }
}

import ArgumentParser
import Briefs
import Screens
import Workbook

/// `waymark export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Take something along in a form that other programs read.",
    discussion: """
      Example:
        waymark export ics --out steps.ics
      """,
    subcommands: [ExportCalendar.self])
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
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try Desk(options)
    let calendar = desk.session.calendar(inWords: words)
    if let out {
      try PrivateFile.write(Array(calendar.text.utf8), to: out)
    } else {
      Standard.out(calendar.text)
    }
    if calendar.events.isEmpty { Standard.note(desk.phrases(.calendarEmpty)) }
    if !words { Standard.note(desk.phrases(.calendarWords)) }
  }
}

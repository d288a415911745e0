import ArgumentParser
import JSON
import Rules
import Screens
import Workbook

/// `waymark log`: one hour noted, in under twenty seconds.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Note one hour of work as it was.",
    discussion: """
      Its words come from a prompt or from standard input, never from an argument.

      Example:
        waymark log --energy 7 --engagement 8 --minutes 45
      """)

  @Option(help: "Strength after it, 1 to 10.") var energy: Int?
  @Option(help: "How far you were in it, 1 to 10.") var engagement: Int?
  @Option(help: "Minutes it took.") var minutes: Int?
  @Option(help: ArgumentHelp("A strength used in it, by its id.", valueName: "id")) var skill:
    String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var desk = try CommandContext(options)
    let phrases = desk.phrases
    guard let item = desk.pack.item(playing: "energy") else {
      throw Failure(.configuration, "waymark: this pack has no energy log.")
    }
    var entry: [String: JSONValue] = [
      "text": .text(try TerminalPrompt.words(phrases(.logWords))),
      "day": .text(WallClock.today.description),
      "energy": .whole(try energy ?? number(phrases(.logEnergy))),
    ]
    if let engagement { entry["engagement"] = .whole(engagement) }
    if let minutes { entry["minutes"] = .whole(minutes) }
    if let skill { entry["skill"] = .text(skill) }
    // The file may have been written to while words were asked for.
    var count = 0
    try desk.keep { desk throws(Failure) in
      count = desk.session.kept(item)?.list?.count ?? 0
      return [try desk.entry(entry, in: "energy")]
    }
    StandardStreams.note(phrases(.logKept, ["count": String(count + 1)]))
  }

  private func number(_ question: String) throws(Failure) -> Int {
    guard StandardStreams.isTerminal(0) else {
      throw Failure(.usage, "waymark: say --energy with a number from 1 to 10.")
    }
    StandardStreams.note(question)
    guard let number = readLine().flatMap({ Int($0) }) else {
      throw Failure(.data, "waymark: nothing was noted: a number from 1 to 10 is wanted.")
    }
    return number
  }
}

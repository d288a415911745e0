import ArgumentParser
import JSON
import Packs

/// The sentences of `--help`, without the examples, which are typed and not read.
enum HelpTexts {
  static var all: [ReaderText] { texts(Waymark.self, "waymark") }

  private static func texts(_ command: any ParsableCommand.Type, _ name: String) -> [ReaderText] {
    let own = command.configuration
    let paragraphs = own.discussion.split(separator: "\n").prefix { !$0.hasPrefix("Example") }
    let rows = [own.abstract] + paragraphs.map(String.init)
    let mark = SourceNode.Location(file: "--help", line: 1, column: 1)
    let read = rows.enumerated().filter { $1.contains(" ") }.map { number, text in
      ReaderText(kind: .help, place: "help#\(name).\(number)", text: text, mark: mark)
    }
    return read
      + own.subcommands.flatMap { texts($0, name + "." + ($0.configuration.commandName ?? "")) }
  }
}

import ArgumentParser
import JSON
import Screens
import TextUI
import Workbook

/// `waymark manual`: the manual page, made of the same tables as the help and the keys.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "The manual page, as man(1) reads it.",
    discussion: """
      Example:
        waymark manual > waymark.1
      """, shouldDisplay: false)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let phrases = try PackLoading(roots: RuntimeEnvironment(options)).phrases()
    var manual = Manual()
    manual.head(version: Waymark.configuration.version)
    if let root = ManualCommand.tree { manual.commands(root) }
    manual.keys(phrases)
    manual.foot()
    for line in manual.lines { StandardStreams.row(line) }
  }

  /// Every verb with its options, as the parser knows them.
  private static var tree: JSONValue? {
    do {
      _ = try Waymark.parseAsRoot(["--experimental-dump-help"])
      return nil
    } catch {
      return (try? JSONValue.json(Waymark.fullMessage(for: error)))?["command"]
    }
  }
}

/// A page in the language of mdoc(7).
private struct Manual {
  private(set) var lines: [String] = []
  /// Names of the options that every command takes.
  private var shared: Set<String> = []

  mutating func head(version: String) {
    macro("Dd", "$Mdocdate$")
    macro("Dt", "WAYMARK 1")
    macro("Os", "Waymark \(version)")
    macro("Sh", "NAME")
    macro("Nm", "waymark")
    macro("Nd", "a career-design workbook: local, private, explainable")
    macro("Sh", "SYNOPSIS")
    macro("Nm", "waymark")
    macro("Op", "Ar command")
    macro("Op", "Ar options")
    macro("Sh", "DESCRIPTION")
    text(
      "Without a command the workbook opens: an hour of short questions, then several ways your work could go on, each with its reasons, its price and one small step. It is for the person who answers; it is not for selection, rating, promotion, pay or dismissal."
    )
    macro("Pp")
    text("The answers stay in one file in the person's own folder. No network is used.")
  }

  mutating func commands(_ root: JSONValue) {
    macro("Sh", "OPTIONS")
    text("They stand before or after the command.")
    options(root)
    shared = Set((root["arguments"]?.list ?? []).map(Manual.name))
    macro("Sh", "COMMANDS")
    macro("Bl", "-tag -width Ds")
    for command in root["subcommands"]?.list ?? [] { self.command(command, "") }
    macro("El")
  }

  private mutating func command(_ command: JSONValue, _ path: String) {
    let name = path + (command["commandName"]?.text ?? "")
    guard command["shouldDisplay"] != .bool(false), name != "help" else { return }
    let positional = (command["arguments"]?.list ?? []).filter { $0["kind"]?.text == "positional" }
      .compactMap { $0["valueName"]?.text?.uppercased() }
    let inner = (command["subcommands"]?.list ?? []).filter { $0["commandName"]?.text != "help" }
    macro("It", "Cm " + ([name] + positional).joined(separator: " Ar "))
    text(command["abstract"]?.text ?? "")
    if let discussion = command["discussion"]?.text {
      self.discussion(discussion)
    }
    options(command)
    for one in inner { self.command(one, name + " ") }
  }

  /// Paragraphs, then examples as they are typed.
  private mutating func discussion(_ words: String) {
    let rows = words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let example = rows.firstIndex { $0.hasPrefix("Example") } ?? rows.count
    for row in rows[..<example] where !row.isEmpty {
      macro("Pp")
      text(row)
    }
    if example == rows.count { return }
    macro("Bd", "-literal -offset indent")
    for row in rows[(example + 1)...] where !row.isEmpty { text(row.trimmed) }
    macro("Ed")
  }

  /// Options of its own; those of every command were listed with the first.
  private mutating func options(_ command: JSONValue) {
    let own = (command["arguments"]?.list ?? []).filter { argument in
      argument["kind"]?.text != "positional" && argument["shouldDisplay"] != .bool(false)
        && !shared.contains(Manual.name(argument))
    }
    if own.isEmpty { return }
    macro("Bl", "-tag -width Ds")
    for argument in own {
      let name = Manual.name(argument)
      let value = argument["kind"]?.text == "option" ? argument["valueName"]?.text : nil
      macro("It", "Fl Fl \(name)" + (value.map { " Ar " + $0 } ?? ""))
      text(argument["abstract"]?.text ?? "")
    }
    macro("El")
  }

  private static func name(_ argument: JSONValue) -> String {
    argument["preferredName"]?["name"]?.text ?? ""
  }

  /// The table that the program itself listens by.
  mutating func keys(_ phrases: PhraseBook) {
    macro("Sh", "KEYS")
    text(
      "On any screen the question mark, or F1, lists the keys that work there, and does what it lists."
    )
    macro("Bl", "-tag -width Ds")
    for rows in KeyMap.byName(KeyMap.rows) {
      var names: [String] = []
      for name in rows.flatMap(\.keys).map(\.plainName) where !names.contains(name) {
        names.append(name)
      }
      macro("It", names.map(Manual.escaped).joined(separator: " , "))
      text(phrases(rows[0].label))
    }
    macro("El")
  }

  mutating func foot() {
    macro("Sh", "ENVIRONMENT")
    list([
      (
        "WAYMARK_DATA_DIR",
        "Where profiles are kept; else waymark in XDG_DATA_HOME or ~/.local/share. A relative HOME or XDG_DATA_HOME is ignored; where no home is known at all, every verb that needs a profile says so and stops."
      ),
      ("WAYMARK_CONTENT", "The folder of content, where it is not found beside the program."),
      ("WAYMARK_PLAIN, ACCESSIBLE", "With 1, questions in lines instead of a screen."),
      ("WAYMARK_LOCK_SECONDS", "Seconds without a key after which the screen is covered."),
      ("NO_COLOR, CLICOLOR", "No colour where the one is set or the other is 0."),
      ("WAYMARK_REDUCED_MOTION", "Honoured: nothing on the screen moves by itself."),
      ("ESCDELAY", "Milliseconds that Esc waits for more of a key."),
    ])
    macro("Sh", "FILES")
    list([
      ("~/.local/share/waymark/profiles", "One file a person, readable by its owner alone."),
      (
        "~/.config/waymark/config.yaml",
        "What is set about the program: language, theme, lock-after, mouse, plain."
      ),
      ("~/.cache/waymark", "The content in a form that is read sooner; nothing of a person."),
    ])
    macro("Sh", "EXIT STATUS")
    list([
      ("0", "done"), ("1", "the command could not do it, and said why"),
      ("2", "a check found problems, or something is due"), ("64", "wrong use"),
      ("65", "wrong data"), ("66", "no such input"), ("73, 74", "could not write"),
      ("77", "not allowed"), ("78", "settings or content pack wrong"), ("130", "interrupted"),
    ])
  }

  private mutating func list(_ rows: [(String, String)]) {
    macro("Bl", "-tag -width Ds")
    for (name, words) in rows {
      macro("It", Manual.escaped(name))
      text(words)
    }
    macro("El")
  }

  private mutating func macro(_ name: String, _ rest: String = "") {
    lines.append("." + name + (rest.isEmpty ? "" : " " + rest))
  }

  /// Words, never a macro.
  private mutating func text(_ words: String) {
    if words.isEmpty {
      lines.append("")
      return
    }
    let isControl = words.first == "." || words.first == "'"
    lines.append((isControl ? "\\&" : "") + Manual.escaped(words))
  }

  private static func escaped(_ words: String) -> String {
    var out = ""
    for character in words {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      default: out.append(character)
      }
    }
    // A sign alone would be read as a mark of punctuation.
    return out.count == 1 ? "\\&" + out : out
  }
}

extension Key {
  /// Its name without arrows, for a page that is read in any locale.
  fileprivate var plainName: String {
    switch self {
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .wordLeft: "Ctrl-Left"
    case .wordRight: "Ctrl-Right"
    case .character, .control, .enter, .tab, .backTab, .escape, .backspace, .delete, .home, .end,
      .pageUp, .pageDown, .help, .privacy, .function, .paste, .click:
      name
    }
  }
}

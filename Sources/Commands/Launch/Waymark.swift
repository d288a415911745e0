package import ArgumentParser
import CSystem
import Glibc
import Packs
import Sealing

/// The program: one command with verbs, and the workbook without one.
package struct Waymark: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "A career-design workbook: local, private, explainable.",
    discussion: """
      Without a verb it opens the workbook. It is for the person who answers; it is not for selection, rating, \
      promotion, pay or dismissal.

      Example:
        waymark
        waymark --plain
      """,
    version: "0.8.0",
    subcommands: [
      ProfileCommand.self, AnswerCommand.self, AnswersCommand.self, ProgressCommand.self,
      MeasuresCommand.self, PathwaysCommand.self, WhyCommand.self, WhatIfCommand.self,
      NextCommand.self,
      EvaluateCommand.self, ForgetCommand.self, LogCommand.self, ExperimentCommand.self,
      DueCommand.self,
      BriefCommand.self, ReviewCommand.self, ReplyCommand.self, ExportCommand.self,
      DemoCommand.self, CoachCommand.self,
      ContentCommand.self, DoctorCommand.self, ManualCommand.self,
    ])

  @OptionGroup var options: GlobalOptions

  package init() {}

  package mutating func run() throws {
    let code = try WorkbookLauncher(roots: RuntimeEnvironment(options)).open()
    if code != 0 { throw ExitCode(code) }
  }

  /// The root command also runs without a verb, so the parser alone would not know a misspelt one.
  private static func refuseUnknownVerb(_ arguments: [String]) throws(Failure) {
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let first = arguments.first, !first.hasPrefix("-"), !verbs.contains(first) else { return }
    let near = Nearest.word(to: first, among: verbs)
    throw Failure(
      .usage, "waymark: there is no command \(first).",
      near.map { "Did you mean: waymark \($0)" } ?? "See: waymark --help")
  }

  /// The whole program, from its first instruction.
  package static func run() -> Never {
    system_prepare()
    let given = Array(CommandLine.arguments.dropFirst())
    // Without a verb the workbook paints before the parser is touched.
    if let wishes = LaunchOptions(onlyGlobal: given) {
      end {
        try sayLanguage(given)
        let roots = RuntimeEnvironment(wishes)
        try roots.configuration.check()
        _ = try roots.folder()
        return try WorkbookLauncher(roots: roots).open()
      }
    }
    let arguments = GlobalOptions.hoisted(given)
    end {
      try refuseUnknownVerb(arguments)
      try sayLanguage(arguments)
      // The doctor says it among other things.
      if arguments.first != "doctor" {
        try Configuration.read(RuntimeEnvironment.configurationPath).check()
      }
      try startSealing()
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    }
  }

  /// Does the work, says what went wrong, and leaves with the code of the contract.
  private static func end(_ work: () throws -> Int32) -> Never {
    do {
      Glibc.exit(try work())
    } catch let failure as Failure {
      for line in failure.lines { StandardStreams.note(line) }
      Glibc.exit(failure.code)
    } catch {
      // What the parser says repeats what was typed: it is made visible like everything else.
      let message = Waymark.fullMessage(for: error)
      let code = Waymark.exitCode(for: error)
      if !message.isEmpty {
        if code.isSuccess { StandardStreams.say(message) } else { StandardStreams.note(message) }
      }
      Glibc.exit(code.rawValue)
    }
  }

  /// A language that was asked for and is not here is said once, before anything else.
  private static func sayLanguage(_ arguments: [String]) throws(Failure) {
    guard let wish = LanguageWish(arguments) else { return }
    try wish.check()
    if let note = wish.note(RuntimeEnvironment(LaunchOptions(pack: nil)).languages) {
      StandardStreams.note(note)
    }
  }

  /// libsodium wants to be started once, before its first use.
  static func startSealing() throws(Failure) {
    if !Digest.start() { throw Failure(.failed, "waymark: libsodium does not start.") }
  }
}

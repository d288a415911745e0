package import ArgumentParser
import CSystem
import Glibc
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
    version: "0.1.0",
    subcommands: [
      ProfileCommand.self, AnswerCommand.self, AnswersCommand.self, ProgressCommand.self,
      MeasuresCommand.self, PathwaysCommand.self, WhyCommand.self, NextCommand.self,
      ContentCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var options: GlobalOptions

  package init() {}

  package mutating func run() throws {
    let code = try Workbench(roots: Roots(options)).open()
    if code != 0 { throw ExitCode(code) }
  }

  /// The whole program, from its first instruction.
  package static func run() -> Never {
    system_prepare()
    guard Digest.start() else {
      Standard.note("waymark: libsodium does not start.")
      Glibc.exit(1)
    }
    let arguments = GlobalOptions.hoisted(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      Glibc.exit(0)
    } catch let failure as Failure {
      for line in failure.lines { Standard.note(line) }
      Glibc.exit(failure.code)
    } catch {
      Waymark.exit(withError: error)
    }
  }
}

import ArgumentParser
import Briefs
import Rules
import Screens
import Workbook

/// `waymark reply`: takes an answer to a page into the profile, once.
struct ReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Take the answer to a page into your profile, once.",
    discussion: """
      It is taken where it names a page that you gave out, with the number on it, and what that page said still holds.

      Example:
        waymark reply page-answer.json
      """)

  @Argument(help: "The answer, as `waymark review` wrote it.") var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let phrases = try PackLoading(roots: RuntimeEnvironment(options)).phrases()
    let reply = try ExchangeFile.reply(file, phrases)
    var desk = try CommandContext(options)
    // The file may be written to meanwhile: then it is looked at afresh, on top of that.
    var kept: [Change] = []
    try desk.keep { desk throws(Failure) in
      do throws(ReplyProblem) {
        kept = try desk.session.taking(reply)
        return kept
      } catch {
        let lines = desk.session.words(of: error)
        throw Failure(.data, "waymark: \(file): \(lines[0])", lines[1])
      }
    }
    StandardStreams.say(
      phrases(
        .replyTaken,
        ["count": String(reply.steps.count), "day": reply.day.description]))
    var session = desk.session
    session.apply(kept)
    for answer in session.pack.stepAnswers(session.profile).suffix(reply.steps.count) {
      for line in session.words(of: answer) { StandardStreams.say("  " + line) }
    }
  }
}

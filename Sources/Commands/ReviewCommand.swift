import ArgumentParser
import Briefs
import Rules
import Screens
import Workbook

/// `waymark review`: a page that somebody sent, read and answered; no profile is opened or made.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Read a page that somebody sent you, and answer it by file.",
    discussion: """
      It shows the page on the screen, or in lines with --plain, and asks for an answer to each step. When you leave, the \
      answer is written into a file to give back. Nothing of it is kept here.

      Example:
        waymark review page.json
        waymark review page.json --out answer.json
      """)

  @Argument(help: "The page, as `waymark brief --format json` wrote it.") var file: String
  @Option(
    help: ArgumentHelp(
      "The file for the answer; beside the page, if none is named.", valueName: "file"))
  var out: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Waymark.startSealing()
    let roots = Roots(options)
    let phrases = try PackLoading(roots: roots).phrases()
    let page = try PaperFile.page(file, phrases)
    let target = out ?? ReviewCommand.beside(file)
    // Before anything is typed.
    if PrivateFile.isThere(target) {
      throw Failure(
        .cannotCreate, "waymark: \(target) is there already, and is left alone.",
        "Name another file with --out.")
    }
    if page.brief.steps.isEmpty {
      Standard.out(BriefFormat.txt.render(page, phrases))
      Standard.note(phrases(.reviewNoSteps))
      return
    }
    let review = Review(page, phrases)
    let session = review.session(today: WallClock.today, now: WallClock.now)
    let (code, changes) = try Workbench(roots: roots).review(session)
    guard let (reply, open) = review.reply(changes, on: WallClock.today) else {
      Standard.note(phrases(.reviewNothing))
      throw ExitCode(code == 0 ? Failure.Code.failed.rawValue : code)
    }
    try PrivateFile.write(Array(reply.text(digest: GivenPage.digest).utf8), to: target)
    if open > 0 { Standard.say(phrases(.reviewOpen, ["count": String(open)])) }
    Standard.say(phrases(.reviewWritten, ["path": target]))
    if code != 0 { throw ExitCode(code) }
  }

  private static func beside(_ file: String) -> String {
    (file.hasSuffix(".json") ? String(file.dropLast(5)) : file) + "-answer.json"
  }
}

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
    let phrases = try PackLoading(roots: Roots(options)).phrases()
    let reply = try PaperFile.reply(file, phrases)
    var desk = try Desk(options)
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
    Standard.say(
      phrases(
        .replyTaken,
        ["count": String(reply.steps.count), "day": reply.day.description]))
    var session = desk.session
    session.apply(kept)
    for answer in session.pack.stepAnswers(session.profile).suffix(reply.steps.count) {
      for line in session.words(of: answer) { Standard.say("  " + line) }
    }
  }
}

/// Files that came from somebody else, read as a whole, within their limit.
enum PaperFile {
  static func page(_ path: String, _ phrases: PhraseBook) throws(Failure) -> BriefFile {
    let bytes = try bytes(path, limit: BriefFile.limit)
    do throws(PaperProblem) {
      return try BriefFile(reading: bytes, digest: GivenPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: false)
    }
  }

  static func reply(_ path: String, _ phrases: PhraseBook) throws(Failure) -> Reply {
    let bytes = try bytes(path, limit: Reply.limit)
    do throws(PaperProblem) {
      return try Reply(reading: bytes, digest: GivenPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: true)
    }
  }

  private static func failure(
    _ problem: PaperProblem, _ path: String, _ phrases: PhraseBook, isReply: Bool
  ) -> Failure {
    Failure(
      .data, "waymark: \(path): \(problem.sentence(phrases, isReply: isReply))",
      phrases(.paperAsk))
  }

  /// No more than one byte beyond the limit is read.
  private static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    try InputFile.bytes(path, most: limit + 1)
  }
}

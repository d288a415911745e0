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
  @Flag(help: "Write over a file that stands there.") var force = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Waymark.startSealing()
    let roots = RuntimeEnvironment(options)
    let phrases = try PackLoading(roots: roots).phrases()
    let page = try ExchangeFile.page(file, phrases)
    // Before anything is typed: there is a place, and nothing stands in it that is somebody's.
    let target = try OutFile(out ?? ReviewCommand.beside(file), force: force)
    try target.stage([]).drop()
    let review = Review(page, phrases, digest: RenderedPage.digest)
    if page.brief.steps.isEmpty {
      if !review.notice.isEmpty { StandardStreams.note(review.notice) }
      StandardStreams.page(BriefFormat.txt.render(page.inOwnWords(phrases).file, phrases))
      StandardStreams.note(phrases(.reviewNoSteps))
      return
    }
    let session = review.session(today: WallClock.today, now: WallClock.now)
    let (code, said) = WorkbookLauncher(roots: roots).review(session)
    guard let (reply, open, leftOut) = review.reply(said.changes, said.drafts, on: WallClock.today)
    else {
      StandardStreams.note(phrases(.reviewNothing))
      throw ExitCode(code == 0 ? Failure.Code.failed.rawValue : code)
    }
    let text = reply.text(digest: RenderedPage.digest)
    do throws(Failure) {
      try target.write(Array(text.utf8))
    } catch {
      // What was typed is not lost with the file.
      StandardStreams.page(text)
      throw error
    }
    for day in leftOut { StandardStreams.speak(phrases(.reviewDayOut, ["day": day.description])) }
    if open > 0 { StandardStreams.speak(phrases(.reviewOpen, ["count": String(open)])) }
    StandardStreams.speak(phrases(.reviewWritten, ["path": target.path]))
    if code != 0 { throw ExitCode(code) }
  }

  private static func beside(_ file: String) -> String {
    (file.hasSuffix(".json") ? String(file.dropLast(5)) : file) + "-answer.json"
  }
}

import ArgumentParser
import Briefs
import Screens
import Store
import Workbook

/// `waymark brief`: a page for somebody else, of what is named and nothing else.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "A page for somebody else: what you name, and nothing else.",
    discussion: """
      ITEM is EXERCISE/ITEM (an answer in your own words), EXERCISE/ITEM#N (one entry of a list), band:MEASURE (a band, \
      no figure), pathway:ID (its title, its text and the reasons that rest on what is named too), experiment:N or ask. \
      Look at it with --preview first: it is what is written, to the byte.

      Example:
        waymark brief --readiness
        waymark brief --share band:values --share experiment:1 --preview
        waymark brief --share band:values --share experiment:1 --format html --out page.html
        waymark brief --share band:values --share experiment:1 --agenda
        waymark brief --receipts
      """)

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("One thing to show; may stand several times.", valueName: "item"))
  var share: [String] = []
  @Option(help: "html, md, txt, or json for `waymark review`.") var format: String = "txt"
  @OptionGroup var output: OutOptions
  @Flag(help: "Print the page and note nothing.") var preview = false
  @Flag(help: "Instead of the page, how the talk about it can go; notes nothing.")
  var agenda = false
  @Flag(help: "What a talk still needs, and what may not fit.") var readiness = false
  @Flag(help: "What was shown so far, when, for whom, and whether it still holds.")
  var receipts = false
  @Flag(name: .customLong("for"), help: "Ask for whom it is, for your own receipt.")
  var asksForWhom = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let format = BriefFormat(rawValue: format) else {
      throw Failure(
        .usage, "waymark: there is no format \(format).",
        "There are: \(BriefFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if [agenda, preview, readiness, receipts].count(where: { $0 }) > 1 {
      throw Failure(
        .usage, "waymark: one of --agenda, --preview, --readiness and --receipts at a time.")
    }
    if output.out != nil, preview || readiness || receipts {
      throw Failure(
        .usage, "waymark: --out goes with the page and with --agenda; the others are printed.")
    }
    let shares = try self.shares()
    let out = try output.settled()
    let desk = try CommandContext(options)
    if receipts { return list(desk) }
    if readiness {
      for line in desk.session.talkInWords { StandardStreams.say(line) }
      return
    }
    if let never = desk.session.pack.talk.never,
      let one = shares.first(where: desk.session.pack.isNeverShown)
    {
      throw Failure(
        .notAllowed, "waymark: \(one.text) is not shown to anyone.", never.text,
        "Leave it out; no page was written.")
    }
    let (release, leftOut) = desk.session.release(shares, format, for: whom(desk))
    for one in leftOut { StandardStreams.note(desk.phrases(.briefLeftOut, ["item": one.text])) }
    if agenda {
      guard let text = format.render(desk.session.agenda(release.brief)) else {
        throw Failure(.usage, "waymark: the talk is for people to read: html, md or txt.")
      }
      if let out { try out.write(Array(text.utf8)) } else { StandardStreams.page(text) }
      return
    }
    let page = try RenderedPage(release, desk.phrases, secret: desk.store.pageSecret)
    let words = desk.session.length(ofPage: release.brief)
    if !words.isEmpty { StandardStreams.note(words) }
    if preview {
      StandardStreams.page(page.text)
      return
    }
    // On disk beside its place before it is noted, and in its place after: neither stands without the other.
    let staged = try out.map { file throws(Failure) in
      try file.stage(Array(page.text.utf8))
    }
    do {
      try desk.keep([.shared(page.receipt.plain)])
    } catch {
      staged?.drop()
      throw error
    }
    if let staged { try staged.commit() } else { StandardStreams.page(page.text) }
  }

  private func shares() throws(Failure) -> [Share] {
    var shares: [Share] = []
    for text in share {
      guard let one = Share(text) else {
        throw Failure(
          .usage, "waymark: \(text) names nothing that can be shown.",
          "Say EXERCISE/ITEM, EXERCISE/ITEM#N, band:MEASURE, pathway:ID, experiment:N or ask.")
      }
      if !shares.contains(one) { shares.append(one) }
    }
    return shares
  }

  private func whom(_ desk: CommandContext) -> String {
    if !asksForWhom || preview || agenda { return "" }
    return TerminalPrompt.line(desk.phrases(.briefForWhom)) ?? ""
  }

  private func list(_ desk: CommandContext) {
    let all = desk.session.receiptLines(byName: true)
    if all.isEmpty { StandardStreams.say(desk.phrases(.receiptsNone)) }
    for lines in all {
      for (place, line) in lines.enumerated() {
        StandardStreams.say(place == 0 ? line : "  " + line)
      }
    }
  }
}

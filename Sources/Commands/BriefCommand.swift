import ArgumentParser
import Briefs
import CSystem
import Foundation
import Plain
import Screens
import Sealing
import Store
import Workbook

/// `waymark brief`: a page for somebody else, of what is named and nothing else.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "A page for somebody else: what you name, and nothing else.",
    discussion: """
      ITEM is EXERCISE/ITEM (an answer in your own words), band:MEASURE (a band, no figure), pathway:ID (its title, its \
      text and the reasons that rest on what is named too), experiment:N or ask. Look at it with --preview first.

      Example:
        waymark brief --share band:values --share pathway:project --preview
        waymark brief --share story/action --format html --out page.html
      """)

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("One thing to show; may stand several times.", valueName: "item"))
  var share: [String] = []
  @Option(help: "html, md, txt or json.") var format: String = "txt"
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String?
  @Flag(help: "Print the page and note nothing.") var preview = false
  @Flag(name: .customLong("for"), help: "Ask for whom it is, for your own receipt.")
  var asksForWhom = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let format = BriefFormat(rawValue: format) else {
      throw Failure(
        .usage, "waymark: there is no format \(format).",
        "There are: \(BriefFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let shares = try share.map { text throws(Failure) -> Share in
      guard let one = Share(text) else {
        throw Failure(
          .usage, "waymark: \(text) names nothing that can be shown.",
          "Say EXERCISE/ITEM, band:MEASURE, pathway:ID, experiment:N or ask.")
      }
      return one
    }
    let desk = try Desk(options)
    let (brief, leftOut) = BriefMaking.make(
      desk.session.profile, desk.reading, desk.phrases, shares: shares)
    for one in leftOut { Standard.note(desk.phrases(.briefLeftOut, ["item": one.text])) }
    let page = format.render(brief)
    if preview {
      Standard.out(page)
      return
    }
    let shown = shares.filter { !leftOut.contains($0) }
    try note(shown, page, format, desk)
    if let out { try PrivateFile.write(Array(page.utf8), to: out) } else { Standard.out(page) }
  }

  /// The receipt: what was shown, in which form, to whom if they say.
  private func note(
    _ shown: [Share], _ page: String, _ format: BriefFormat, _ desk: Desk
  ) throws {
    var whom = ""
    if asksForWhom {
      if Standard.isTerminal(0) { Standard.note(desk.phrases(.briefForWhom)) }
      whom = readLine() ?? ""
    }
    let receipt: Plain = [
      "items": .list(shown.map { .text($0.text) }), "format": .text(format.rawValue),
      "for": .text(whom), "at": .text(WallClock.now),
      "hash": .text(Digest.hexadecimal(Digest.blake2b(Array(page.utf8), count: 32))),
    ]
    try desk.keep([.shared(receipt)])
  }
}

import Briefs
import TextUI
import Workbook

/// A page on its way out: as what, then for whom.
struct ReleaseScreen: Hashable, Sendable {
  let shares: [Share]
  private(set) var format: BriefFormat?
  var box: ListBox

  init(_ shares: [Share], _ session: Session) {
    self.shares = shares
    box = ListBox(
      session.releaseFormats(shares).map { format in
        ListBox.Row(session.phrases(format.title), text: session.phrases(format.text))
      })
  }

  mutating func choose(_ chosen: BriefFormat, _ session: Session) {
    format = chosen
    box = ListBox(session.readers.map { ListBox.Row($0) })
  }
}

extension App {
  /// First the form, then the reader; then it is written.
  mutating func performOnRelease(_ command: Command, _ screen: ReleaseScreen) -> [Effect] {
    var screen = screen
    let chosen = choose(command, &screen.box)
    top = .release(screen)
    guard let chosen else { return [] }
    guard let format = screen.format else {
      screen.choose(session.releaseFormats(screen.shares)[chosen], session)
      top = .release(screen)
      return []
    }
    stack.removeLast()
    return settling() + [.release(session.release(screen.shares, format, reader: chosen))]
  }

  /// From the page as it reads: to the files, or to the talk about it.
  mutating func performOnPage(_ command: Command, _ shares: [Share]) -> [Effect] {
    switch command {
    case .finish:
      if !refusesToWrite() { stack.append(.release(ReleaseScreen(shares, session))) }
    case .add: stack.append(.document(DocumentScreen(.agenda(shares))))
    default: break
    }
    return []
  }

  /// A page was written and noted.
  mutating func released(_ path: String, _ receipt: Change, after before: [Change]) {
    for change in before + [receipt] { durable.apply(change) }
    replaceSession()
    notice = session.phrases(.released, ["path": path])
  }
}

extension BriefFormat {
  var title: Phrase {
    switch self {
    case .html: .releaseHTML
    case .txt: .releaseTxt
    case .md: .releaseMd
    case .json: .releaseFile
    }
  }

  var text: Phrase {
    switch self {
    case .html: .releaseHTMLText
    case .txt: .releaseTxtText
    case .md: .releaseMdText
    case .json: .releaseFileText
    }
  }
}

extension Session {
  /// The forms that a page can be written in; the file for an answer where one is wanted.
  func releaseFormats(_ shares: [Share]) -> [BriefFormat] {
    let wantsAnswer = !brief(shares).brief.steps.isEmpty
    return [.html, .txt, .md] + (wantsAnswer ? [.json] : [])
  }

  /// For whom a page can be; the first is nobody that is noted.
  var readers: [String] {
    let options = pack.item(playing: "whom").map { pack.items[$0].kind.options } ?? []
    return [phrases(.releaseWhomNot)] + options.dropFirst().map(\.title)
  }

  func release(_ shares: [Share], _ format: BriefFormat, reader: Int) -> Release {
    release(shares, format, for: reader == 0 ? "" : readers[reader]).release
  }
}

import Briefs
import TextUI
import Workbook

/// The questions before a page is written.
struct ReleaseScreen: Hashable, Sendable {
  var page: PageDraft
  var box: ListBox

  init(_ page: PageDraft, _ session: OpenWorkbook) {
    self.page = page
    box = ListBox(
      page.formats.map { format in
        ListBox.Row(session.phrases(format.title), text: session.phrases(format.text))
      })
  }

  mutating func choose(_ place: Int, _ session: OpenWorkbook) {
    page.choose(place)
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
    if screen.page.format == nil {
      screen.choose(chosen, session)
      top = .release(screen)
      return []
    }
    stack.removeLast()
    guard let release = screen.page.release(reader: chosen, session) else {
      // What was seen is shown anew before anything leaves.
      if case .document(let seen) = top, case .page(let page) = seen.kind {
        top = .document(DocumentScreen(.page(PageDraft(page.shares, session))))
      }
      notice = session.phrases(.releaseChanged)
      return []
    }
    return settling() + [.release(release)]
  }

  /// From the page as it reads: to the files, or to the talk about it.
  mutating func performOnPage(_ command: Command, _ page: PageDraft) -> [Effect] {
    switch command {
    case .finish:
      if !refusesToWrite() { stack.append(.release(ReleaseScreen(page, session))) }
    case .add: stack.append(.document(DocumentScreen(.agenda(page))))
    default: break
    }
    return []
  }

  /// A page was noted, and written if it could be.
  mutating func released(_ written: ReleasedPage) {
    for change in written.before + [written.receipt] { durable.apply(change) }
    replaceSession()
    notice = session.words(of: written)
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

extension OpenWorkbook {
  /// For whom a page can be; the first is nobody that is noted.
  var readers: [String] {
    let options = pack.item(playing: "whom").map { pack.items[$0].kind.options } ?? []
    return [phrases(.releaseWhomNot)] + options.dropFirst().map(\.title)
  }

  /// What became of a page.
  func words(of written: ReleasedPage) -> String {
    written.problem.isEmpty
      ? phrases(.released, ["path": written.path])
      : phrases(.releaseHalf, ["reason": written.problem])
  }
}

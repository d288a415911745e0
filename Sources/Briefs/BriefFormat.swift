import Typesetting
package import Workbook

/// How a brief is written down: for people, or as the file that `review` reads.
package enum BriefFormat: String, Hashable, Sendable, CaseIterable {
  case html, md, txt, json

  /// The page, and where an answer is wanted the page for it. Whatever a pack, a language or a person put in it, nothing reaches the
  /// file that could harm whoever looks at it.
  package func render(_ file: BriefFile, _ phrases: PhraseBook) -> String {
    let answering = ReaderPage(file.brief, phrases)
    return switch self {
    case .html: visible(HTMLBrief.render(file.brief, answering), keepingLines: true)
    case .md: visible(MarkdownBrief.render(file.brief, answering), keepingLines: true)
    case .txt: visible(TextBrief.render(file.brief, answering), keepingLines: true)
    case .json: file.text
    }
  }

  /// - Returns: `nil` for the form that is no page to read.
  package func render(_ agenda: TalkAgenda) -> String? {
    switch self {
    case .html: visible(HTMLBrief.render(agenda), keepingLines: true)
    case .md: visible(MarkdownBrief.render(agenda), keepingLines: true)
    case .txt: visible(TextBrief.render(agenda), keepingLines: true)
    case .json: nil
    }
  }
}

extension Brief.Entry {
  /// The label with a sign at its end, where something stands after it.
  var heading: String {
    guard let last = label.last else { return "" }
    return text.isEmpty || "?.:".contains(last) ? label : label + ":"
  }

  var line: String { text.isEmpty ? label : heading + " " + text }
}

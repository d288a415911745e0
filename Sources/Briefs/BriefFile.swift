import JSON
import Rules
import Typesetting
package import Workbook

/// A brief as the file that `review` reads: the same words, a number by which the answer finds back, and a check.
package struct BriefFile: Hashable, Sendable {
  package var brief: Brief
  /// In hexadecimal; another one each time a page is given out, and one that only the profile can make for these words.
  package var request: String
  /// Over everything else in the file, in hexadecimal. An answer names it.
  package private(set) var check = ""

  /// Bytes that a file has at most.
  package static let limit = 64 << 10

  /// - Parameter digest: a hash of bytes, in hexadecimal.
  package init(_ brief: Brief, request: String, digest: ([UInt8]) -> String) {
    self.brief = brief
    self.request = request
    check = Paper.check(document, digest)
  }

  package var text: String {
    visibleJSON(document.setting(.text(check), at: ["check"]).json) + "\n"
  }

  /// Every word of a page, as the number on it is made from them.
  package static func words(of brief: Brief) -> [UInt8] {
    Array(BriefFile(brief, request: "", digest: { _ in "" }).document.json.utf8)
  }

  /// What was asked, step by step: a mark of the very words that whoever answers had before them, under the number of the page. The
  /// receipt keeps the same, so that an answer to other words is known.
  package func asked(_ digest: ([UInt8]) -> String) -> [String] {
    let entries = brief.sections.flatMap(\.entries)
    return brief.steps.enumerated().map { place, step in
      let entry = entries.first { $0.label == step }
      let words: JSONValue = [
        "request": .text(request), "number": .whole(place + 1), "name": .text(step),
        "text": .text(entry?.text ?? ""),
        "lines": .list((entry?.reasons ?? []).map { .text($0) }),
      ]
      return digest(Array(words.json.utf8))
    }
  }

  /// The page with the program's own words where a page's words are always the same: its title, and what it is for and not for.
  ///
  /// - Returns: and whether the file had others.
  package func inOwnWords(_ phrases: PhraseBook) -> (file: BriefFile, differs: Bool) {
    var own = self
    own.brief.title = phrases(.briefTitle)
    own.brief.purpose = phrases(.briefPurpose)
    return (own, own.brief != brief)
  }

  private var document: JSONValue {
    let sections = brief.sections.map { section -> JSONValue in
      [
        "id": .text(section.id), "title": .text(section.title),
        "entries": .list(
          section.entries.map { entry in
            [
              "label": .text(entry.label), "text": .text(entry.text),
              "reasons": .list(entry.reasons.map { .text($0) }),
            ]
          }),
      ]
    }
    return [
      "waymark": "brief", "version": .whole(Paper.version), "request": .text(request),
      "day": .text(brief.day.description), "language": .text(brief.language),
      "title": .text(brief.title), "purpose": .text(brief.purpose), "sections": .list(sections),
      "steps": .list(brief.steps.map { .text($0) }),
    ]
  }

  package init(
    reading bytes: [UInt8], digest: ([UInt8]) -> String
  ) throws(ExchangeFileProblem) {
    var reader = try Paper.read(bytes, kind: "brief", limit: BriefFile.limit, digest)
    check = try reader.text("check")
    request = try reader.text("request")
    guard let day = Day(try reader.text("day")) else { throw reader.wrong("day") }
    brief = Brief(
      title: try reader.text("title"), purpose: try reader.text("purpose"), day: day,
      language: try reader.text("language"), sections: try BriefFile.sections(&reader),
      steps: try reader.texts("steps"))
    try reader.finish()
  }

  private static func sections(
    _ reader: inout ExchangeFileReader
  ) throws(ExchangeFileProblem) -> [Brief.Section] {
    var sections: [Brief.Section] = []
    for var one in try reader.maps("sections") {
      var section = Brief.Section(id: try one.text("id"), title: try one.text("title"), entries: [])
      for var entry in try one.maps("entries") {
        section.entries.append(
          Brief.Entry(
            label: try entry.text("label"), text: try entry.text("text"),
            reasons: try entry.texts("reasons")))
        try entry.finish()
      }
      try one.finish()
      sections.append(section)
    }
    return sections
  }
}

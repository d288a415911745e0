import Plain
import Rules

/// A brief as the file that `review` reads: the same words, a number by which the answer finds back, and a check.
package struct BriefFile: Hashable, Sendable {
  package var brief: Brief
  /// In hexadecimal; another one each time a page is given out.
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

  package var text: String { document.setting(.text(check), at: ["check"]).json + "\n" }

  private var document: Plain {
    let sections = brief.sections.map { section -> Plain in
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
  ) throws(PaperProblem) {
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
    _ reader: inout PaperReader
  ) throws(PaperProblem) -> [Brief.Section] {
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

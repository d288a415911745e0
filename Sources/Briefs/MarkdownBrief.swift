import Rules
import Typesetting
import Workbook

/// Markdown in which nothing that a person wrote is markup.
enum MarkdownBrief {
  static func render(_ brief: Brief, _ answering: ReaderPage?) -> String {
    var lines = head(brief.title, brief.day.description, brief.purpose)
    for section in brief.sections {
      lines += ["", "## " + escaped(section.title), ""]
      for entry in section.entries {
        let label = "- **" + escaped(entry.heading) + "**"
        lines.append(entry.text.isEmpty ? label : label + " " + escaped(entry.text))
        for reason in entry.reasons { lines.append("  - " + escaped(reason)) }
      }
    }
    if let answering { lines += page(answering) }
    return lines.joined(separator: "\n") + "\n"
  }

  static func render(_ agenda: TalkAgenda) -> String {
    var lines = head(agenda.title, agenda.day.description, agenda.intro)
    for part in agenda.parts {
      lines += ["", "## " + escaped(part.title), ""] + part.lines.map { "- " + escaped($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ title: String, _ day: String, _ text: String) -> [String] {
    ["# " + escaped(title), "", escaped(day), "", escaped(text)]
  }

  private static func page(_ page: ReaderPage) -> [String] {
    var lines = ["", "---", "", "# " + escaped(page.title), ""]
    lines += [escaped(page.what), "", escaped(page.how), ""]
    lines += page.rows.map { "- **" + escaped($0.name + ":") + "** " + escaped($0.anchor) }
    lines += ["", escaped(page.differ)]
    for (place, step) in page.steps.enumerated() {
      lines += ["", "## " + escaped("\(place + 1). \(step)"), ""]
      lines.append("|  | \(escaped(page.clear)) | \(escaped(page.notClear)) |")
      lines.append("| --- | --- | --- |")
      lines += page.rows.map { "| \(escaped($0.name)) | ☐ | ☐ |" } + [""]
      lines += [page.yes, page.yesIf, page.notNow].map { "- ☐ " + escaped($0) }
      lines += ["- " + escaped(page.again)]
    }
    return lines + ["", "**" + escaped(page.will) + "**"]
  }

  /// On one line, every sign of markup disarmed.
  private static func escaped(_ text: String) -> String {
    let line = visible(text, keepingLines: true).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    var out = ""
    for character in line {
      // Raw HTML is markup too.
      if let entity = ["<": "&lt;", ">": "&gt;", "&": "&amp;"][character] {
        out += entity
        continue
      }
      if "\\`*_{}[]()#+-.!|~:@".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}

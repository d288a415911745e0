import Rules
import Typesetting
import Workbook

/// Plain text, 72 columns.
package enum TextBrief {
  package static let columns = 72

  package static func render(
    _ brief: Brief, _ answering: ReaderPage?, columns: Int = TextBrief.columns
  ) -> String {
    var lines = head(brief.title, brief.day.description)
    lines += wrapped(visible(brief.purpose), columns: columns)
    for section in brief.sections {
      lines += heading(section.title)
      for entry in section.entries {
        if section.entries.first != entry { lines.append("") }
        lines += wrapped(visible(entry.line, keepingLines: true), columns: columns)
        for reason in entry.reasons { lines += hanging(reason, columns - 2) }
      }
    }
    if let answering { lines += page(answering) }
    return lines.joined(separator: "\n") + "\n"
  }

  static func render(_ agenda: TalkAgenda) -> String {
    var lines = head(agenda.title, agenda.day.description)
    lines += wrapped(visible(agenda.intro), columns: 72)
    for part in agenda.parts {
      lines += heading(part.title)
      for line in part.lines { lines += wrapped(visible(line), columns: 72) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ title: String, _ day: String) -> [String] {
    [visible(title).uppercased(), day, ""]
  }

  private static func heading(_ title: String) -> [String] {
    let title = visible(title)
    return ["", title, String(repeating: "-", count: min(72, title.displayWidth))]
  }

  private static func hanging(_ text: String, _ columns: Int) -> [String] {
    wrapped(visible(text, keepingLines: true), columns: columns).map { "  " + $0 }
  }

  private static let blank = String(repeating: "_", count: 40)

  private static func page(_ page: ReaderPage) -> [String] {
    var lines = ["", "", String(repeating: "=", count: 72), ""]
    lines += [page.title.uppercased(), ""]
    lines += wrapped(page.what, columns: 72) + [""] + wrapped(page.how, columns: 72) + [""]
    for row in page.rows {
      lines += wrapped(row.name + ": " + row.anchor, columns: 70).enumerated().map {
        ($0.offset == 0 ? "* " : "  ") + $0.element
      }
    }
    lines += [""] + wrapped(page.differ, columns: 72)
    for (place, step) in page.steps.enumerated() { lines += block(place + 1, step, page) }
    return lines + ["", page.will + ":", blank + blank.prefix(32)]
  }

  private static func block(_ number: Int, _ step: String, _ page: ReaderPage) -> [String] {
    let width = page.clear.displayWidth + 2
    let marks = "[ ]".padded(to: width) + "[ ]".padded(to: page.notClear.displayWidth + 2)
    let answers = [page.yes, page.yesIf, page.notNow]
    let room = (answers.map(\.displayWidth).max() ?? 0) + 1
    return [""] + wrapped(visible("\(number). \(step)"), columns: 72)
      + ["", page.clear.padded(to: width) + page.notClear]
      + page.rows.map { marks + $0.name }
      + [""]
      + answers.enumerated().map { place, answer in
        "[ ] " + (place == 0 ? answer : answer.padded(to: room) + blank)
      } + ["    " + page.again.padded(to: room) + blank.prefix(16)]
  }
}

import Plain
import Typesetting

/// How a brief is written down.
package enum BriefFormat: String, Hashable, Sendable, CaseIterable {
  case html, md, txt, json

  package func render(_ brief: Brief) -> String {
    switch self {
    case .html: HTMLBrief.render(brief)
    case .md: MarkdownBrief.render(brief)
    case .txt: TextBrief.render(brief)
    case .json: JSONBrief.render(brief)
    }
  }
}

extension Brief.Entry {
  /// The label with a sign at its end.
  fileprivate var heading: String {
    guard let last = label.last else { return "" }
    return "?.:".contains(last) ? label : label + ":"
  }
}

/// Plain text, 72 columns.
enum TextBrief {
  static func render(_ brief: Brief) -> String {
    var lines = [brief.title.uppercased(), ""] + wrapped(visible(brief.purpose), columns: 72)
    for section in brief.sections {
      lines += [
        "", section.title, String(repeating: "-", count: min(72, section.title.displayWidth)),
      ]
      for entry in section.entries {
        lines += wrapped(visible(entry.heading + " " + entry.text, keepingLines: true), columns: 72)
        for reason in entry.reasons {
          lines += wrapped(visible(reason), columns: 70).map { "  " + $0 }
        }
        lines.append("")
      }
      lines.removeLast()
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Markdown in which nothing that a person wrote is markup.
enum MarkdownBrief {
  static func render(_ brief: Brief) -> String {
    var lines = ["# " + escaped(brief.title), "", escaped(brief.purpose)]
    for section in brief.sections {
      lines += ["", "## " + escaped(section.title), ""]
      for entry in section.entries {
        lines.append("- **" + escaped(entry.heading) + "** " + escaped(entry.text))
        for reason in entry.reasons { lines.append("  - " + escaped(reason)) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
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

/// One file that loads nothing: no script, no picture, no network.
enum HTMLBrief {
  static func render(_ brief: Brief) -> String {
    var out = """
      <!DOCTYPE html>
      <html lang="\(escaped(brief.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(brief.title))</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.5rem; }
      dt { font-weight: bold; } dd { margin: 0 0 .75rem 0; }
      @page { margin: 2cm; }
      @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
      </style>
      </head>
      <body>
      <h1>\(escaped(brief.title))</h1>
      <p>\(escaped(brief.purpose))</p>

      """
    for section in brief.sections {
      out += "<h2>\(escaped(section.title))</h2>\n<dl>\n"
      for entry in section.entries {
        out += "<dt>\(escaped(entry.label))</dt>\n<dd dir=\"auto\">\(lines(entry.text))"
        if !entry.reasons.isEmpty {
          let items = entry.reasons.map { "<li dir=\"auto\">\(escaped($0))</li>" }
          out += "\n<ul>\n" + items.joined(separator: "\n") + "\n</ul>"
        }
        out += "</dd>\n"
      }
      out += "</dl>\n"
    }
    return out + "</body>\n</html>\n"
  }

  private static func lines(_ text: String) -> String {
    escaped(text).replacing("\n", with: "<br>")
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in visible(text, keepingLines: true) {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
    return out
  }
}

/// The same as data.
enum JSONBrief {
  static func render(_ brief: Brief) -> String {
    let document: Plain = [
      "title": .text(brief.title), "purpose": .text(brief.purpose),
      "language": .text(brief.language),
      "sections": .list(
        brief.sections.map { section in
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
        }),
    ]
    return document.json + "\n"
  }
}

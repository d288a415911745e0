import Rules
import Typesetting
import Workbook

/// One file that loads nothing: no script, no picture, no network. What can be filled in stays in the browser that shows it.
enum HTMLBrief {
  static func render(_ brief: Brief, _ answering: ReaderPage?) -> String {
    var body = head(brief.title, brief.day.description, brief.purpose)
    for section in brief.sections {
      body += "<h2>\(escaped(section.title))</h2>\n<ul class=\"lines\">\n"
      for entry in section.entries { body += line(entry) }
      body += "</ul>\n"
    }
    return document(
      brief.title, brief.language,
      "<main>\n" + body + "</main>\n" + (answering.map { page($0) } ?? ""))
  }

  static func render(_ agenda: TalkAgenda) -> String {
    var body = head(agenda.title, agenda.day.description, agenda.intro)
    for part in agenda.parts {
      body += "<h2>\(escaped(part.title))</h2>\n<ul class=\"lines\">\n"
      for line in part.lines { body += "<li dir=\"auto\">\(escaped(line))</li>\n" }
      body += "</ul>\n"
    }
    return document(agenda.title, agenda.language, "<main>\n" + body + "</main>\n")
  }

  private static func head(_ title: String, _ day: String, _ text: String) -> String {
    "<h1>\(escaped(title))</h1>\n<p class=\"day\">\(escaped(day))</p>\n<p>\(escaped(text))</p>\n"
  }

  private static func line(_ entry: Brief.Entry) -> String {
    let text = entry.text.isEmpty ? "" : " " + lines(entry.text)
    var out = "<li dir=\"auto\"><span class=\"label\">\(escaped(entry.heading))</span>\(text)"
    if !entry.reasons.isEmpty {
      let items = entry.reasons.map { "<li dir=\"auto\">\(lines($0))</li>" }
      out += "\n<ul>\n" + items.joined(separator: "\n") + "\n</ul>"
    }
    return out + "</li>\n"
  }

  // MARK: - The second page

  private static func page(_ page: ReaderPage) -> String {
    var out = """
      <section class="second" aria-labelledby="answer">
      <h2 id="answer" class="page">\(escaped(page.title))</h2>
      <p>\(escaped(page.what))</p>
      <p>\(escaped(page.how))</p>
      <ul class="lines">

      """
    for row in page.rows {
      out += "<li><span class=\"label\">\(escaped(row.name)):</span> \(escaped(row.anchor))</li>\n"
    }
    out += "</ul>\n<p>\(escaped(page.differ))</p>\n"
    for (place, step) in page.steps.enumerated() { out += block(place + 1, step, page) }
    return out + """
      <p class="field"><label for="will">\(escaped(page.will))</label>
      <input type="text" id="will"></p>
      </section>

      """
  }

  private static func block(_ number: Int, _ step: String, _ page: ReaderPage) -> String {
    let id = "s\(number)"
    var out = """
      <fieldset>
      <legend dir="auto" id="\(id)">\(number). \(escaped(step))</legend>
      <table>
      <thead><tr><td></td><th scope="col" id="\(id)-clear">\(escaped(page.clear))</th>\
      <th scope="col" id="\(id)-open">\(escaped(page.notClear))</th></tr></thead>
      <tbody>

      """
    for row in page.rows {
      let name = "\(id)-\(row.criterion.rawValue)"
      let cells = ["clear", "open"].map { mark in
        "<td><input type=\"radio\" name=\"\(name)\" aria-labelledby=\"\(name) \(id)-\(mark)\"></td>"
      }
      out +=
        "<tr><th scope=\"row\" id=\"\(name)\">\(escaped(row.name))</th>\(cells.joined())</tr>\n"
    }
    out += "</tbody>\n</table>\n<div role=\"radiogroup\" aria-labelledby=\"\(id)\">\n"
    for (mark, words) in [("yes", page.yes), ("if", page.yesIf), ("not", page.notNow)] {
      let own = "\(id)-\(mark)"
      out +=
        "<p class=\"field\"><input type=\"radio\" name=\"\(id)-said\" id=\"\(own)\" aria-labelledby=\"\(id) \(own)-words\">"
      out += " <label for=\"\(own)\" id=\"\(own)-words\">\(escaped(words))</label>"
      if mark != "yes" { out += " <input type=\"text\" aria-labelledby=\"\(own)-words\">" }
      out += "</p>\n"
    }
    return out + """
      </div>
      <p class="field"><label for="\(id)-again">\(escaped(page.again))</label>
      <input type="text" id="\(id)-again"></p>
      </fieldset>

      """
  }

  // MARK: - Around

  private static func document(_ title: String, _ language: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'">
    <meta name="color-scheme" content="light dark">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  private static let style = """
    body { font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
    h1, h2.page { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 1.25rem 0 .25rem; }
    .label { font-weight: bold; } .day { margin: 0; } p { margin: .5rem 0; }
    ul.lines { margin: 0; padding: 0; list-style: none; } ul.lines > li { margin: 0 0 .5rem; }
    ul ul { margin: 0; padding-left: 1.25rem; }
    .second { margin-top: 4rem; border-top: 1px solid; padding-top: 2rem; }
    fieldset { margin: 1rem 0; padding: .5rem 1rem; border: 1px solid; } legend { font-weight: bold; }
    table { border-collapse: collapse; } th { text-align: left; font-weight: normal; padding-right: 1.5rem; }
    td { text-align: center; padding: .1rem .5rem; }
    .field { display: flex; gap: .5rem; align-items: end; }
    .field input[type=text] { flex: 1; min-width: 5rem; font: inherit; border: 0; border-bottom: 1px solid; }
    input[type=radio] { width: 1.5rem; height: 1.5rem; margin: 0; }
    @page { margin: 1.5cm 1.8cm; }
    @media print {
    body { margin: 0; padding: 0; max-width: none; font-size: 10pt; line-height: 1.3; }
    h2 { break-after: avoid; margin-top: .6rem; } ul.lines > li { margin-bottom: .2rem; }
    fieldset { break-inside: avoid; } .second .field { margin-top: 1.1rem; }
    .second { break-before: page; margin: 0; border: 0; padding: 0; }
    }
    """

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

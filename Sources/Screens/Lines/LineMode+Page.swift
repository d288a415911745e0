import Briefs
import Workbook

/// Things to show, ticked by their numbers; the page; its way out.
extension LineMode {
  func share(_ chosen: [SelectedShare]) -> [String] {
    let names = chosen.map(\.share)
    var number = 0
    let rows = session.shareable.map { row -> String in
      guard let share = row.share else { return row.title }
      number += 1
      return "\(number). " + (names.contains(share) ? "[x] " : "") + row.title
    }
    if number == 0 { return [session.phrases(.shareEmpty)] }
    return ["", session.phrases(.shareIntro)] + rows
      + [session.length(session.brief(names).brief), session.phrases(.plainShare)]
  }

  mutating func hearShare(_ text: String, _ ticked: [SelectedShare]) -> LineReply {
    let chosen = session.standing(ticked)
    let page = PageDraft(chosen.map(\.share), session)
    switch text.lowercased() {
    case "show":
      return LineReply(
        lines: [""] + said(session.lines(of: page.brief)) + [
          session.length(page.brief), session.phrases(.sharePage), session.command(page.shares),
          session.phrases(.plainShareKept),
        ])
    case "list": return LineReply(lines: share(chosen))
    case "back":
      state = .map
      return LineReply(lines: again)
    case "agenda": return LineReply(lines: [""] + said(session.agendaLines(page.brief)))
    case "write":
      if !access.readOnly.isEmpty { return LineReply(lines: [access.readOnly]) }
      state = .release(chosen, page)
      return LineReply(lines: again)
    default: return tick(text, chosen)
    }
  }

  /// A page without the rows that are only drawn.
  func said(_ lines: [String]) -> [String] {
    lines.filter { line in line.isEmpty || !line.allSatisfy { "-=_".contains($0) } }
  }

  /// Something grave is ticked where its number comes with the word *yes*. Only what was touched is said again.
  private mutating func tick(_ text: String, _ chosen: [SelectedShare]) -> LineReply {
    let words = text.lowercased().split(separator: " ")
    let rows = session.shareable.compactMap { row in row.share.map { (row.title, $0) } }
    let numbers = words.compactMap { Int($0) }.filter { rows.indices.contains($0 &- 1) }
    if numbers.isEmpty { return LineReply(lines: [session.phrases(.plainShareNot)]) }
    var now = chosen
    var lines: [String] = []
    for number in numbers {
      let (title, share) = rows[number - 1]
      let advice = session.advice(on: share)
      if let place = now.firstIndex(where: { $0.share == share }) {
        now.remove(at: place)
        lines.append("\(number). [ ] \(title)")
      } else if let grave = advice.first(where: \.isGrave), words.last != "yes" {
        lines.append(
          session.phrases(.plainShareGrave, ["advice": grave.text, "number": String(number)]))
      } else {
        now.append(session.ticked(share))
        lines += ["\(number). [x] \(title)"] + [advice.first?.text].compactMap { $0 }
      }
    }
    ticked = now
    state = .share(now)
    let page = session.brief(now.map(\.share)).brief
    return LineReply(lines: lines + [session.length(page), session.phrases(.plainShare)])
  }

  func releaseQuestion(_ page: PageDraft) -> [String] {
    let rows =
      page.format == nil
      ? page.formats.map { session.phrases($0.title) + ". " + session.phrases($0.text) }
      : session.readers
    return [session.phrases(page.format == nil ? .releaseFormat : .releaseWhom)]
      + rows.enumerated().map { "\($0 + 1). \($1)" }
      + [session.phrases(.plainChoose, ["count": String(rows.count)])]
  }

  mutating func hearRelease(_ text: String, _ chosen: [SelectedShare], _ page: PageDraft)
    -> LineReply
  {
    if text.lowercased() == "back" {
      state = .share(chosen)
      return LineReply(lines: again)
    }
    let count = page.format == nil ? page.formats.count : session.readers.count
    guard let number = Int(text), (1...count).contains(number) else {
      return LineReply(lines: [notANumber(count)])
    }
    var page = page
    if page.format == nil {
      page.choose(number - 1)
      state = .release(chosen, page)
      return LineReply(lines: again)
    }
    state = .share(chosen)
    guard let release = page.release(reader: number - 1, session) else {
      return LineReply(lines: [session.phrases(.releaseChanged)] + again)
    }
    return LineReply(wish: .release(release))
  }
}

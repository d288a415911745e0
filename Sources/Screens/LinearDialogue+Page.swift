import Briefs
import Workbook

/// Things to show, ticked by their numbers; the page; its way out.
extension LinearDialogue {
  func share(_ chosen: [Share]) -> [String] {
    var number = 0
    let rows = session.shareable.map { row -> String in
      guard let share = row.share else { return row.title }
      number += 1
      return "\(number). " + (chosen.contains(share) ? "[x] " : "") + row.title
    }
    if number == 0 { return [session.phrases(.shareEmpty)] }
    return ["", session.phrases(.shareIntro)] + rows
      + [session.length(chosen), session.phrases(.plainShare)]
  }

  mutating func hearShare(_ text: String, _ chosen: [Share]) -> Turn {
    switch text.lowercased() {
    case "show":
      return Turn(
        lines: [""] + session.page(chosen) + [
          session.length(chosen), session.phrases(.sharePage), session.command(chosen),
          session.phrases(.plainShareKept),
        ])
    case "agenda": return Turn(lines: [""] + session.agendaLines(chosen))
    case "write":
      if !access.readOnly.isEmpty { return Turn(lines: [access.readOnly]) }
      state = .release(chosen, nil)
      return Turn(lines: again)
    default: return tick(text, chosen)
    }
  }

  /// Something grave is ticked where its number comes with the word *yes*.
  private mutating func tick(_ text: String, _ chosen: [Share]) -> Turn {
    let words = text.lowercased().split(separator: " ")
    let isSure = words.last == "yes"
    let all = session.shareable.compactMap(\.share)
    var now = chosen
    var warnings: [String] = []
    for number in words.compactMap({ Int($0) }) where all.indices.contains(number &- 1) {
      let share = all[number - 1]
      let advice = session.advice(on: share)
      if let place = now.firstIndex(of: share) {
        now.remove(at: place)
      } else if let grave = advice.first(where: \.isGrave), !isSure {
        warnings.append(
          session.phrases(
            .plainShareGrave, ["advice": grave.text, "number": String(number)]))
      } else {
        now.append(share)
        if let first = advice.first { warnings.append(first.text) }
      }
    }
    state = .share(now)
    return Turn(lines: share(now).dropLast() + warnings + [session.phrases(.plainShare)])
  }

  func releaseQuestion(_ shares: [Share], _ format: BriefFormat?) -> [String] {
    let rows: [String]
    if format == nil {
      rows = session.releaseFormats(shares).map {
        session.phrases($0.title) + ". " + session.phrases($0.text)
      }
    } else {
      rows = session.readers
    }
    return [session.phrases(format == nil ? .releaseFormat : .releaseWhom)]
      + rows.enumerated().map { "\($0 + 1). \($1)" }
      + [session.phrases(.plainChoose, ["count": String(rows.count)])]
  }

  mutating func hearRelease(
    _ text: String, _ shares: [Share], _ format: BriefFormat?
  ) -> Turn {
    if text.lowercased() == "back" {
      state = .share(shares)
      return Turn(lines: again)
    }
    let formats = session.releaseFormats(shares)
    let count = format == nil ? formats.count : session.readers.count
    guard let number = Int(text), (1...count).contains(number) else {
      return Turn(lines: [notANumber(count)])
    }
    guard let format else {
      state = .release(shares, formats[number - 1])
      return Turn(lines: again)
    }
    state = .share(shares)
    return Turn(wish: .release(session.release(shares, format, reader: number - 1)))
  }
}

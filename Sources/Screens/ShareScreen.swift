import Briefs
import Plain
import Rules
import TextUI
import Workbook

/// What can be shown to somebody: ticked one by one, nothing beforehand.
struct ShareScreen: Hashable, Sendable {
  /// Rows that can be ticked, with what each shows; headings have none.
  let shares: [Share?]
  var chosen: [Share]
  var box: ListBox

  init(_ session: Session, chosen: [Share] = [], focus: Int = 0) {
    let rows = session.shareable
    shares = rows.map(\.share)
    self.chosen = chosen
    box = ListBox(
      rows.map { row in
        guard let share = row.share else { return ListBox.Row(row.title, isHeading: true) }
        return ListBox.Row(row.title, sign: chosen.contains(share) ? "[x]" : "[ ]")
      }, focus: focus, isNumbered: false)
  }

  mutating func toggle(_ session: Session) {
    guard shares.indices.contains(box.focus), let share = shares[box.focus] else { return }
    if let place = chosen.firstIndex(of: share) {
      chosen.remove(at: place)
    } else {
      chosen.append(share)
    }
    self = ShareScreen(session, chosen: chosen, focus: box.focus)
  }
}

extension Session {
  /// Everything answered that a page can hold, by the page's sections.
  var shareable: [(title: String, share: Share?)] {
    var rows: [(title: String, share: Share?)] = []
    for section in pack.sections {
      let entries = section.takes.flatMap { shareable(in: $0) }
      if entries.isEmpty { continue }
      rows.append((section.title, nil))
      rows += entries
    }
    return rows
  }

  private func shareable(in name: String) -> [(title: String, share: Share?)] {
    switch name {
    case "pathways":
      guard !assessment.isBlank else { return [] }
      return assessment.shownPathways.map {
        (pack.pathways[$0].title, .pathway(pack.pathways[$0].id))
      }
    case "experiments":
      guard let item = pack.item(playing: "experiments"),
        let entries = profile.current(pack.items[item].address)?.value.list
      else { return [] }
      return entries.indices.map { place in
        (entries[place]["name"]?.text ?? String(place + 1), .experiment(place + 1))
      }
    case "ask": return [(phrases(.briefAsk), .ask)]
    default: return pack.exercise(name).map { shareable(in: $0) } ?? []
    }
  }

  /// Bands before single answers: they say enough, most of the time.
  private func shareable(in exercise: Exercise) -> [(title: String, share: Share?)] {
    var rows: [(title: String, share: Share?)] = []
    var seen: Set<String> = []
    for (place, fact) in pack.facts.enumerated() {
      guard case .measure(let measure, let part) = fact.source, reading.facts[place] != nil,
        part == .whole || part == .core, pack.facts[place].type.isBand,
        reading.items(underMeasure: measure).contains(where: exercise.items.contains),
        seen.insert(pack.measures[measure].id).inserted
      else { continue }
      rows.append(
        (
          phrases(.shareBand, ["measure": pack.measures[measure].title]),
          .band(pack.measures[measure].id)
        ))
    }
    for item in exercise.items {
      guard reading.answers.given[item]?.value != nil else { continue }
      if case .bestWorst = pack.items[item].kind { continue }
      rows.append((pack.items[item].text, .answer(pack.items[item].address)))
    }
    return rows
  }

  /// The page as whoever gets it will read it, to the letter.
  func page(_ shares: [Share]) -> [String] {
    let (brief, _) = BriefMaking.make(profile, reading, phrases, shares: shares)
    return BriefFormat.txt.render(brief).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// The command that writes this very page.
  func command(_ shares: [Share]) -> String {
    "waymark brief" + shares.map { " --share " + $0.text }.joined() + " --out page.txt"
  }
}

import Briefs
import JSON
import Rules
import TextUI
import Typesetting
import Workbook

/// What can be shown to somebody: ticked one by one, nothing beforehand.
struct ShareScreen: Hashable, Sendable {
  /// Rows that can be ticked, with what each shows; headings have none.
  let shares: [Share?]
  /// In the order in which they were ticked: pathways stand so on the page.
  private(set) var chosen: [SelectedShare]
  /// The page as far as it is ticked.
  let brief: Brief
  var box: ListBox
  /// Something grave that the next key ticks.
  private(set) var asked: Share?

  init(_ session: OpenWorkbook, chosen ticked: [SelectedShare] = [], focus: Int = 0) {
    let rows = session.shareable
    let chosen = session.standing(ticked)
    let names = chosen.map(\.share)
    shares = rows.map(\.share)
    self.chosen = chosen
    brief = session.brief(names).brief
    box = ListBox(
      rows.map { row in
        guard let share = row.share else { return ListBox.Row(row.title, isHeading: true) }
        return ListBox.Row(row.title, sign: names.contains(share) ? "[x]" : "[ ]")
      }, focus: focus, isNumbered: false)
  }

  var focused: Share? { shares.indices.contains(box.focus) ? shares[box.focus] : nil }

  /// Puts what has the focus on the page, or takes it off.
  ///
  /// - Returns: a warning, where it wants the same key once more; else nothing.
  mutating func toggle(_ session: OpenWorkbook) -> String {
    guard let share = focused else { return "" }
    let wasAsked = asked == share
    asked = nil
    if let place = chosen.firstIndex(where: { $0.share == share }) {
      chosen.remove(at: place)
    } else if !wasAsked, session.advice(on: share).contains(where: \.isGrave) {
      asked = share
      return session.phrases(.shareGraveAsk)
    } else {
      chosen.append(session.ticked(share))
    }
    self = ShareScreen(session, chosen: chosen, focus: box.focus)
    return ""
  }

  /// Takes the last tick off; `false` where there is none.
  mutating func untick(_ session: OpenWorkbook) -> Bool {
    if chosen.isEmpty { return false }
    self = ShareScreen(session, chosen: chosen.dropLast(), focus: box.focus)
    return true
  }

  /// The heading over what has the focus.
  var section: String {
    box.rows.prefix(box.focus + 1).last { $0.isHeading }?.title ?? ""
  }

  mutating func move(_ command: Command) {
    asked = nil
    switch command {
    case .nextField: move(toPart: 1)
    case .previousField: move(toPart: -1)
    default: box.move(command)
    }
  }

  /// To the first row under the heading after, or before, the one that the focus is under.
  private mutating func move(toPart step: Int) {
    let headings = box.rows.indices.filter { box.rows[$0].isHeading }
    guard let here = headings.lastIndex(where: { $0 <= box.focus }),
      headings.indices.contains(here + step)
    else { return }
    box.focus(on: headings[here + step] + 1)
  }
}

extension App {
  /// What a command does where things to show are ticked.
  mutating func performOnShare(_ command: Command, _ screen: ShareScreen) -> [Effect] {
    var screen = screen
    switch command {
    case .toggle: notice = screen.toggle(session)
    case .remove:
      if !screen.untick(session) { notice = session.phrases(.nothingToUndo) }
    case .take where !screen.shares.isEmpty:
      stack.append(
        .document(DocumentScreen(.page(PageDraft(screen.chosen.map(\.share), session)))))
      return []
    default: screen.move(command)
    }
    top = .share(screen)
    ticked = screen.chosen
    return []
  }

  /// The list, and under it what showing the focused thing may cost.
  func drawShare(_ screen: ShareScreen, _ sheet: inout BodyArea) {
    if screen.shares.isEmpty { return sheet.paragraph(session.phrases(.shareEmpty)) }
    if sheet.isLow, let asked = screen.asked {
      // Too low for both: what it may cost stands alone.
      return sheet.paragraph(session.advice(on: asked).first?.text ?? "")
    }
    if !sheet.isLow { sheet.paragraph(session.phrases(.shareIntro), .hint) }
    sheet.paragraph(session.length(screen.brief), gap: !sheet.isLow)
    let advice = screen.focused.flatMap { session.advice(on: $0).first?.text } ?? ""
    let rows = wrapped(advice, columns: sheet.textWidth)
    // Room for it is kept whether or not there is any: the list does not jump.
    let kept = sheet.isLow ? 0 : size.rows < 30 ? 3 : 4
    let whole = sheet.area
    sheet.limit(rows: whole.rows - kept)
    sheet.list(screen.box)
    let first = whole.row + whole.rows - min(kept, rows.count)
    for (place, row) in rows.prefix(kept).enumerated() {
      sheet.canvas.put(row, row: first + place, column: whole.column, role: .hint)
    }
  }
}

extension OpenWorkbook {
  /// Everything answered that a page can hold, by the page's sections.
  var shareable: [(title: String, share: Share?)] {
    var rows: [(title: String, share: Share?)] = []
    for section in pack.sections {
      // A band can rest on several exercises; it is offered with the first.
      var entries: [(title: String, share: Share?)] = []
      for row in section.takes.flatMap({ shareable(in: $0) })
      where !(rows + entries).contains(where: { $0.share == row.share })
        && !(row.share.map(pack.isNeverShown) ?? false)
      {
        entries.append(row)
      }
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
      return pack.experiments(profile).map { one in
        (one.name.isEmpty ? String(one.number) : one.name, .experiment(one.number))
      }
    case "ask":
      return pack.experiments(profile).isEmpty ? [] : [(phrases(.briefAsk), .ask)]
    default:
      if let item = pack.itemPlaces[ItemAddress(name)] { return shareable(item: item) }
      return pack.exercise(name).map { shareable(in: $0) } ?? []
    }
  }

  /// Bands before single answers: they say enough, most of the time.
  private func shareable(in exercise: Exercise) -> [(title: String, share: Share?)] {
    var rows: [(title: String, share: Share?)] = []
    var seen: Set<String> = []
    for (place, fact) in pack.facts.enumerated() {
      guard case .measure(let measure, let part) = fact.source, reading.facts[place] != nil,
        part == .whole || part == .core || part == .found, pack.facts[place].type.isBand,
        reading.items(underMeasure: measure).contains(where: exercise.items.contains),
        seen.insert(pack.measures[measure].id).inserted
      else { continue }
      rows.append((title(of: .band(pack.measures[measure].id)), .band(pack.measures[measure].id)))
    }
    let single = pack.sections.flatMap(\.takes).compactMap { pack.itemPlaces[ItemAddress($0)] }
    for item in exercise.items where !single.contains(item) { rows += shareable(item: item) }
    return rows
  }

  /// An answer; of a list, each entry by itself.
  private func shareable(item: Int) -> [(title: String, share: Share?)] {
    guard reading.answers.given[item]?.value != nil else { return [] }
    let address = pack.items[item].address
    switch pack.items[item].kind {
    case .bestWorst: return []
    case .records where item == pack.item(playing: "experiments"): return []
    case .records:
      let count = profile.current(address)?.value.list?.count ?? 0
      return (0..<count).map { place in
        let share = Share.entry(address, place + 1)
        return (title(of: share), share)
      }
    case .text, .choice, .choices, .rating, .number, .day, .record, .sort, .rank, .grid:
      return [(pack.items[item].text, .answer(address))]
    }
  }
}

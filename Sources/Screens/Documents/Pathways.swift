import Rules
import TextUI
import Typesetting
import Workbook

extension App {
  var pathwaysScreen: Screen {
    let shown = session.assessment.isBlank ? [] : session.assessment.shownPathways
    return .pathways(
      ListBox(
        shown.map { place in
          ListBox.Row(session.pathwayTitle(place), text: session.pathwayLine(place))
        }, isNumbered: true), firm: session.firmSentence)
  }

  func drawPathways(_ box: ListBox, _ firm: String, _ sheet: inout BodyArea) {
    if box.rows.isEmpty {
      for line in session.blankPathways { sheet.paragraph(line) }
      return
    }
    if sheet.isLow { return sheet.list(box) }
    sheet.paragraph(session.phrases(.pathwaysIntro))
    for line in session.questionLines + session.wishes { sheet.paragraph(line) }
    sheet.paragraph(firm, .hint)
    for line in session.leftOutLines { sheet.paragraph(line, .hint) }
    sheet.list(box)
  }
}

extension OpenWorkbook {
  /// A pathway with where it leads, where it looks for that and something speaks for it.
  func pathwayTitle(_ place: Int) -> String {
    let pathway = pack.pathways[place]
    let shown = assessment.shownDirections.map { pack.directions[$0].title }
    guard pathway.towards, let first = shown.first else { return pathway.title }
    if shown.count > 1 {
      return phrases(
        .towardsTwo, ["pathway": pathway.title, "first": first, "second": shown[1]])
    }
    return phrases(.towardsOne, ["pathway": pathway.title, "first": first])
  }

  /// How well it fits in words, whether that parts it from the one above, the heaviest reason for it and what is against it most:
  /// no figure.
  func pathwayLine(_ place: Int) -> String {
    let standing = assessment.pathways.standings[place]
    var words = [bandWords(standing)]
    let shown = assessment.shownPathways
    if let number = shown.firstIndex(of: place), number > 0,
      assessment.isLevel(place, with: shown[number - 1])
    {
      words.append(phrases(.levelAbove))
    }
    if let best = assessment.reasons(pack.pathways[place], standing).first, best.points > 0 {
      words.append(reading.sentence(best.text, phrases.wording))
    }
    words.append(againstWords(place))
    return words.joined(separator: " ")
  }

  func bandWords(_ standing: CandidateResult) -> String {
    if standing.ruledOut { return phrases(.bandRuledOut) }
    switch standing.band {
    case .strong: return phrases(.bandStrong)
    case .worthExploring: return phrases(.bandExploring)
    case .littleSoFar: return phrases(.bandLittle)
    }
  }

  /// The share of points that must be decided before an order is called one.
  static let settledEnough = 0.4

  /// One sentence on how firm the order is.
  var firmSentence: String {
    guard let first = assessment.shownPathways.first else { return "" }
    let known = assessment.pathways.known
    if known < OpenWorkbook.settledEnough { return phrases(.firmOpen) }
    if let leading = assessment.pathways.order.first, assessment.clearlyAhead(leading) != nil {
      return phrases(.firmAhead, ["pathway": pack.pathways[leading].title])
    }
    let near = assessment.level(with: first).filter { assessment.shownPathways.contains($0) }
    if !near.isEmpty {
      let titles = ([first] + near).map { "“" + pack.pathways[$0].title + "”" }
        .joined(separator: ", ")
      return phrases(.firmLevel, ["pathways": titles])
    }
    let firmness = assessment.firmness()[first]
    let level = firmness.tiedWith.filter { assessment.shownPathways.contains($0) }
    if level.isEmpty { return phrases(.firmFirm) }
    return phrases(
      .firmTied, ["pathways": level.map { pack.pathways[$0].title }.joined(separator: "; ")])
  }

  /// What is said while nothing speaks for any pathway.
  var blankPathways: [String] {
    var lines = [phrases(.pathwaysBlank)]
    if let next = nextExercise {
      lines.append(
        phrases(
          .pathwaysBlankNext,
          [
            "exercise": pack.exercises[next].title,
            "count": MinuteFormat.minutes(progress(of: pack.exercises[next]).minutesLeft),
          ]))
    }
    return lines
  }

  /// What the person came with and wanted, in their own words, where they said so.
  var wishes: [String] {
    [("moment-words", Phrase.wishMoment), ("want", .wishWant)].compactMap { role, phrase in
      guard let name = pack.places[role], let item = pack.itemPlace(named: name),
        case .text? = reading.counting(item)
      else { return nil }
      return phrases(phrase, ["words": reading.word(for: name, phrases.wording)])
    }
  }

  // MARK: - One pathway

  /// What it is, three reasons for, one against, one thing not known, its price, a first step. No figure.
  func pathway(_ place: Int, _ document: inout Document) {
    let pathway = pack.pathways[place]
    let standing = assessment.pathways.standings[place]
    document.add(pathwayTitle(place), .title)
    document.add(bandWords(standing), .hint)
    document.gap()
    document.add(pathway.text)
    if pathway.towards {
      for direction in assessment.shownDirections {
        document.add(pathway.pairs[pack.directions[direction].id] ?? "")
      }
    }
    document.gap()
    reasons(pathway, standing, &document)
    for (title, text) in [
      (Phrase.pathwayFits, pathway.fits), (.pathwayCosts, pathway.costs),
      (.pathwayNotFor, pathway.notFor), (.pathwayWrongIf, pathway.wrongIf),
    ] {
      document.add(phrases(title, ["text": text]))
    }
    document.gap()
    serves(pathway.serves, &document)
    document.gap()
    if let step = assessment.firstStep(for: pathway.id) {
      self.step(step, &document)
      document.gap()
      document.add(otherSteps(pathway), .hint)
    }
    document.gap()
    document.add(phrases(.pathwayWhyHint), .hint)
  }

  func reasons(_ pathway: Pathway, _ standing: CandidateResult, _ document: inout Document) {
    for gate in assessment.gates(pathway, standing) {
      document.add(phrases(.reasonGate, ["text": reading.sentence(gate.text, phrases.wording)]))
    }
    for hold in assessment.holds(pathway, standing) {
      document.add(phrases(.reasonHeld, ["text": reading.sentence(hold.text, phrases.wording)]))
    }
    let reasons = assessment.reasons(pathway, standing)
    for reason in assessment.toldReasons(reasons, most: 3) {
      document.add(phrases(.reasonFor, ["text": reading.sentence(reason.text, phrases.wording)]))
    }
    if let place = pack.pathways.firstIndex(where: { $0.id == pathway.id }) {
      against(place, &document)
    }
    if let open = openQuestions(pathway, standing).first {
      document.add(phrases(.reasonUnknown, ["question": open.question]))
    }
    document.gap()
  }

  /// What is against it most, and which kind of reason is missing. Its price stands further down.
  private func against(_ place: Int, _ document: inout Document) {
    let objection = assessment.objection(to: place)
    switch objection {
    case .holds, .open:
      document.add(phrases(.reasonAgainst, ["text": words(of: objection, to: place)]))
    case .price: break
    }
    if let group = assessment.emptyGroup(place) { document.add(phrases(group.missing)) }
  }

  private func serves(_ serves: Serves, _ document: inout Document) {
    document.add(
      phrases(
        .servesOrganisation,
        ["level": phrases(serves.organisation.level.phrase), "how": serves.organisation.how]))
    document.add(
      phrases(
        .servesPerson, ["level": phrases(serves.person.level.phrase), "how": serves.person.how]))
  }

  private func step(_ step: Step, _ document: inout Document) {
    document.add(phrases(.stepTitle, ["title": step.title]), .title)
    document.add(
      phrases(
        .stepTime, ["count": String(step.minutes), "days": String(step.within)]))
    document.add(phrases(.stepFirst, ["text": step.first]))
    document.add(phrases(.stepSay, ["text": step.say]))
    document.add(phrases(.stepFor, ["text": step.forIt]))
    document.add(phrases(.stepAgainst, ["text": step.againstIt]))
    document.add(phrases(.stepCost, ["text": step.cost]))
    document.add(phrases(.stepNotice, ["text": step.notice]))
    document.add(phrases(.stepUndo, ["text": step.undone]))
  }

  /// An open item in its own words, of a row the row alone.
  func question(of open: Int) -> String {
    if case .bestWorst = pack.items[open].kind {
      return pack.exercises[pack.exerciseOfItem[open]].title
    }
    // What is put as a request says little away from its place.
    let text = pack.items[open].text
    return text.hasSuffix("?") || !pack.items[open].stem.isEmpty
      ? text : pack.exercises[pack.exerciseOfItem[open]].title
  }

  /// The questions that are open, with the points that hang on each; several facts may wait for one.
  func openQuestions(
    _ pathway: Pathway, _ standing: CandidateResult
  ) -> [(question: String, points: Int)] {
    var found: [(question: String, points: Int)] = []
    for fact in assessment.unknowns(pathway, standing) {
      guard let question = assessment.openItem(under: fact.fact).map({ self.question(of: $0) })
      else { continue }
      if let place = found.firstIndex(where: { $0.question == question }) {
        found[place].points += fact.points
      } else {
        found.append((question, fact.points))
      }
    }
    return found.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map(\.element)
  }
}

extension Serves.Level {
  var phrase: Phrase {
    switch self {
    case .notAtAll: .servesNotAtAll
    case .aLittle: .servesALittle
    case .clearly: .servesClearly
    case .mainly: .servesMainly
    }
  }
}

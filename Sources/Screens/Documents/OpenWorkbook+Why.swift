import Rules
import TextUI
import Typesetting
import Workbook

extension OpenWorkbook {
  /// Every support with its points, the measures and answers that decided it, what is not known yet, what does not hold.
  func why(_ place: Int, _ document: inout Document) {
    let pathway = pack.pathways[place]
    let standing = assessment.pathways.standings[place]
    document.add(pathwayTitle(place), .title)
    document.add(
      phrases(
        .whySum,
        [
          "score": String(standing.score),
          "known": String(Int((standing.known * 100).rounded())),
        ]))
    document.gap()
    let reasons = assessment.reasons(pathway, standing)
    for reason in reasons {
      document.add(
        reading.sentence(reason.text, phrases.wording), lead: signed(reason.points).padded(to: 5))
      ground(reason.when, &document)
    }
    if reasons.count > 1 { document.add(together(reasons, standing.score), .hint) }
    document.gap()
    for (number, gate) in pathway.candidate.gates.enumerated()
    where standing.gates[number] == .yes {
      let text = reading.sentence(pathway.gateBecause[number], phrases.wording)
      document.add(phrases(.reasonGate, ["text": text]))
      ground(gate.when, &document)
    }
    for hold in assessment.holds(pathway, standing) {
      let text = reading.sentence(hold.text, phrases.wording)
      document.add(phrases(.reasonHeld, ["text": text]))
      ground(hold.when, &document)
    }
    let open = openQuestions(pathway, standing).filter { $0.points > 0 }
    if !open.isEmpty { document.add(phrases(.whyOpen), .title) }
    for (question, points) in open {
      document.add(
        phrases(.whyOpenFact, ["question": question, "points": String(points)]), indent: 2)
    }
    document.gap()
    others(pathway, standing, &document)
  }

  private func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }

  /// The points of the reasons as one sum.
  private func together(_ reasons: [Reason], _ score: Int) -> String {
    let sum = reasons.map { String(abs($0.points)) }
    var words = reasons[0].points < 0 ? "−" + sum[0] : sum[0]
    for (reason, number) in zip(reasons, sum).dropFirst() {
      words += (reason.points < 0 ? " − " : " + ") + number
    }
    return phrases(.whyTogether, ["sum": words, "score": String(score)])
  }

  /// What a condition was decided by: each measure with its value, each answer with its question.
  private func ground(_ condition: Condition, _ document: inout Document) {
    for fact in grounds(condition) { document.add(words(of: fact), .hint, indent: 5) }
  }

  /// The facts that decided a condition; of a mark, those that decided the mark.
  private func grounds(_ condition: Condition) -> [Int] {
    var seen: Set<Int> = []
    return condition.deciding(reading.facts, today: reading.today).flatMap { fact -> [Int] in
      guard case .mark(let mark) = pack.facts[fact].source else { return [fact] }
      return grounds(pack.marks[mark].when)
    }.filter { seen.insert($0).inserted }
  }

  /// An item's own words with a value: behind a question as it is, behind anything else with a colon.
  func named(_ item: Int, _ value: String) -> String {
    let text = pack.items[item].text
    return text.hasSuffix("?") || text.hasSuffix(".")
      ? phrases(.whyQuoted, ["question": text, "answer": value])
      : phrases(.whyFact, ["title": text, "value": value])
  }

  private func words(of fact: Int) -> String {
    let value = reading.word(ofFact: fact, phrases.wording)
    switch pack.facts[fact].source {
    case .item(let item, _):
      return named(item, value)
    case .measure(let measure, let part):
      let title = pack.measures[measure].title + cardTitle(part, fact)
      let words = phrases(.whyFact, ["title": title, "value": value])
      return words + " " + phrases(.whyAnswers, ["answers": answers(reading.sources(of: fact))])
    case .mark(let mark):
      return phrases(.whyFact, ["title": pack.marks[mark].id, "value": value])
    }
  }

  /// The card or tag that a measure's fact is about, in the reader's words.
  private func cardTitle(_ part: MeasurePart, _ fact: Int) -> String {
    guard case .card(let id) = part else { return "" }
    let items = reading.items(under: fact).sorted()
    let options = items.flatMap { item -> [AnswerOption] in
      pack.items[item].kind.options + pack.items[item].kind.fields.flatMap(\.kind.options)
    }
    let title = options.first { $0.id == id }?.title ?? pack.pathways.first { $0.id == id }?.title
    return ", " + (title ?? id)
  }

  /// The supports that are decided and do not hold, by what decided them.
  private func others(
    _ pathway: Pathway, _ standing: CandidateResult, _ document: inout Document
  ) {
    let places = standing.supports.indices.filter { standing.supports[$0] == .no }
    if places.isEmpty { return }
    document.add(phrases(.whyOthers), .title)
    for place in places {
      let support = pathway.candidate.supports[place]
      let grounds = grounds(support.when).map { words(of: $0) }
      document.add(
        grounds.joined(separator: "; "), .hint, lead: signed(support.points).padded(to: 5))
    }
  }

  /// A measure's fact with its name, its value and the answers behind it.
  package func measureInWords(_ fact: Int) -> String {
    let value = reading.word(ofFact: fact, phrases.wording)
    let words = phrases(.whyFact, ["title": pack.facts[fact].name, "value": value])
    let sources = reading.sources(of: fact)
    if reading.facts[fact] == nil || sources.isEmpty { return words }
    return words + " " + phrases(.whyAnswers, ["answers": answers(sources)])
  }

  /// Titles of the exercises that answers belong to, with how many of each.
  private func answers(_ addresses: [ItemAddress]) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for address in addresses {
      if counts[address.exercise] == nil { order.append(address.exercise) }
      counts[address.exercise, default: 0] += 1
    }
    return order.map { id in
      phrases(
        .whyAnswersOf,
        ["exercise": pack.exercise(id)?.title ?? id, "count": String(counts[id] ?? 0)])
    }.joined(separator: "; ")
  }
}

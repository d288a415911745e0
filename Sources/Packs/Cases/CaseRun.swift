import JSON
package import Rules
package import Workbook

/// Runs a pack's own cases: what must come of made-up lives, and what must not.
package enum CaseRun {
  /// - Parameter asksNext: whether the next question is worked out too, which takes a second a case.
  package static func findings(_ pack: Pack, wording: Wording, asksNext: Bool) -> [Finding] {
    pack.cases.flatMap { findings($0, pack, wording, asksNext) }
  }

  /// The reading of a case's answers, on its day.
  package static func assessment(_ one: Case, _ pack: Pack) -> Assessment {
    Assessment(FactBase(pack, answers(one, pack), today: one.day))
  }

  package static func answers(_ one: Case, _ pack: Pack) -> Responses { answers(one.answers, pack) }

  /// Each with the one that it was drawn from, where that stands before it.
  static func answers(_ all: [CaseAnswer], _ pack: Pack) -> Responses {
    var answers = Responses(count: pack.items.count)
    for answer in all {
      let of = pack.items[answer.item].from.flatMap { answers.given[$0]?.value?.plain }
      answers.given[answer.item] = Response(value: answer.value, of: of)
    }
    return answers
  }

  private static func findings(
    _ one: Case, _ pack: Pack, _ wording: Wording, _ asksNext: Bool
  ) -> [Finding] {
    let assessment = assessment(one, pack)
    var messages = messages(one.expect, assessment, wording)
    if asksNext && !one.expect.next.isEmpty {
      let found = NextQuestion.best(pack, answers(one, pack), today: one.day)
        .map { pack.items[$0.item].address.description }
      for wanted in one.expect.next where !found.contains(wanted) {
        messages.append(
          "`\(wanted)` is not asked next, but \(found.prefix(3).joined(separator: ", "))")
      }
    }
    return messages.map {
      Finding(file: one.file, line: one.line, column: 1, message: "case \(one.id): \($0)")
    }
  }

  /// What of a case's expectations an assessment does not meet, without the next questions.
  static func messages(
    _ expect: Expectations, _ assessment: Assessment, _ wording: Wording
  ) -> [String] {
    var messages: [String] = []
    messages += orderMessages(expect, assessment)
    messages += supportMessages(expect, assessment)
    messages += markMessages(expect, assessment)
    messages += closingMessages(expect, assessment.reading, wording)
    messages += unsaidMessages(expect, assessment, wording)
    if let wanted = expect.question, assessment.question?.answer != wanted {
      let answer = assessment.question?.answer.rawValue ?? "nothing"
      messages.append("their question is answered by \(answer), not \(wanted.rawValue)")
    }
    for wanted in expect.steps {
      let offered = assessment.shownPathways.flatMap {
        assessment.steps(for: assessment.pack.pathways[$0].id).map(\.id)
      }
      if !offered.contains(wanted) { messages.append("the step `\(wanted)` is not offered") }
    }
    return messages
  }

  private static func orderMessages(_ expect: Expectations, _ found: Assessment) -> [String] {
    let pack = found.pack
    let firstThree = found.pathways.order.filter { found.pathways.standings[$0].rank <= 3 }
      .map { pack.pathways[$0].id }
    var messages: [String] = []
    for id in expect.amongFirstThree where !firstThree.contains(id) {
      messages.append("`\(id)` is not among the first three: \(firstThree.joined(separator: ", "))")
    }
    for id in expect.notAmong where firstThree.contains(id) {
      messages.append("`\(id)` is among the first three: \(firstThree.joined(separator: ", "))")
    }
    for (id, band) in expect.bands.sorted(by: { $0.key < $1.key }) {
      if let standing = found.standing(id), standing.band != band {
        messages.append(
          "`\(id)` is \(standing.band.name) with \(standing.score), not \(band.name)"
        )
      }
    }
    for (id, score) in expect.scores.sorted(by: { $0.key < $1.key }) {
      if let standing = found.standing(id), standing.score != score {
        messages.append("`\(id)` has \(standing.score) points, not \(score)")
      }
    }
    for id in expect.ruledOut where found.standing(id)?.ruledOut != true {
      messages.append("`\(id)` is not ruled out")
    }
    return messages
  }

  private static func supportMessages(_ expect: Expectations, _ found: Assessment) -> [String] {
    func check(_ names: [String], _ wanted: Verdict) -> [String] {
      names.compactMap { name in
        let parts = name.split(separator: ".").map(String.init)
        guard let candidate = found.pack.candidate(parts[0]),
          let standing = found.standing(parts[0]),
          let place = candidate.candidate.supports.firstIndex(where: { $0.id == parts[1] })
        else { return "there is no `\(name)`" }
        let verdict = standing.supports[place]
        return verdict == wanted ? nil : "`\(name)` is \(verdict.name), not \(wanted.name)"
      }
    }
    return check(expect.holds, .yes) + check(expect.open, .unknown) + check(expect.fails, .no)
  }

  private static func markMessages(_ expect: Expectations, _ found: Assessment) -> [String] {
    expect.marks.sorted { $0.key < $1.key }.compactMap { id, wanted in
      guard let place = found.pack.marks.firstIndex(where: { $0.id == id }) else { return nil }
      let verdict = found.reading.verdict(found.pack.marks[place].when)
      return verdict == wanted
        ? nil : "the mark `\(id)` is \(verdict.name), not \(wanted.name)"
    }
  }

  /// What an exercise says at its end to this life.
  private static func closingMessages(
    _ expect: Expectations, _ reading: FactBase, _ wording: Wording
  ) -> [String] {
    expect.closes.sorted { $0.key < $1.key }.compactMap { id, wanted in
      let said = reading.pack.exercise(id).flatMap { reading.closing(of: $0) }
        .map { reading.sentence($0, wording) }
      return said?.contains(wanted) == true ? nil : "`\(id)` ends with: \(said ?? "nothing")"
    }
  }

  /// Sentences that must not be shown: neither in the first three pathways nor in any reason that holds.
  private static func unsaidMessages(
    _ expect: Expectations, _ found: Assessment, _ wording: Wording
  ) -> [String] {
    let said = found.shownPathways.flatMap { place -> [String] in
      let pathway = found.pack.pathways[place]
      let reasons = found.reasons(pathway, found.pathways.standings[place])
      return [pathway.title, pathway.text, pathway.fits, pathway.costs]
        + reasons.map { found.reading.sentence($0.text, wording) }
        + found.steps(for: pathway.id).prefix(1).flatMap { [$0.title, $0.first, $0.say] }
    }
    let shown = (said + found.help.map(\.help)).joined(separator: "\n")
    return expect.unsaid.filter { shown.contains($0) }.map { "it says “\($0)”" }
  }
}

extension Assessment {
  /// The standing of a pathway or direction.
  package func standing(_ id: String) -> CandidateResult? {
    if let place = pack.pathways.firstIndex(where: { $0.id == id }) {
      return pathways.standings[place]
    }
    return pack.directions.firstIndex { $0.id == id }.map { directions.standings[$0] }
  }
}

import JSON
import Rules
import Screens
import Workbook

/// The JSON of `pathways` and `why`.
struct PathwaysJSON {
  private let desk: CommandContext

  init(_ desk: CommandContext) { self.desk = desk }

  private var assessment: Assessment { desk.assessment }
  private var pack: Pack { desk.pack }

  private func sentence(_ template: Template) -> JSONValue {
    .text(desk.reading.sentence(template, desk.phrases.wording))
  }

  var document: JSONValue {
    let firmness = assessment.firmness()
    let shown = assessment.isBlank ? [] : assessment.shownPathways
    return [
      "pack": [
        "id": .text(pack.id), "version": .text(pack.version), "hash": .text(pack.hash),
      ],
      "round": .whole(desk.session.profile.round),
      "known": RoundedNumber.share(assessment.pathways.known),
      "question": question,
      "pathways": .list(
        assessment.pathways.order.map { pathway($0, firmness[$0], isShown: shown.contains($0)) }),
    ]
  }

  private var question: JSONValue {
    guard let question = assessment.question else { return .null }
    return [
      "kind": .text(question.kind), "words": .text(desk.session.questionInWords(question)),
      "answer": .text(question.answer.rawValue),
      "text": .text(desk.session.answerLines(question).joined(separator: " ")),
    ]
  }

  private func objection(_ place: Int) -> JSONValue {
    let objection = assessment.objection(to: place)
    var answers: [ItemAddress] = []
    if case .holds(let reason) = objection { answers = reason.answers }
    return [
      "text": .text(desk.session.words(of: objection, to: place)),
      "answers": .list(answers.map(\.plain)), "kind": .text(objection.kind),
    ]
  }

  private func ahead(_ place: Int) -> JSONValue {
    guard let ahead = desk.session.aheadWords(place) else { return .null }
    return ["pathway": .text(pack.pathways[ahead.next].id), "text": .text(ahead.text)]
  }

  private func pathway(_ place: Int, _ firm: Firmness, isShown: Bool) -> JSONValue {
    let one = pack.pathways[place]
    let standing = assessment.pathways.standings[place]
    let directions = one.towards ? assessment.shownDirections : []
    return [
      "id": .text(one.id), "title": .text(one.title), "rank": .whole(standing.rank),
      "band": .text(standing.band.name), "score": .whole(standing.score),
      "known": RoundedNumber.share(standing.known),
      "firm": [
        "share": .number(Double(firm.ahead) / Double(Firmness.draws)),
        "tiedWith": .list(firm.tiedWith.map { .text(pack.pathways[$0].id) }),
      ],
      "serves": [
        "organisation": .number(one.serves.organisation.level.share),
        "person": .number(one.serves.person.level.share),
      ],
      "reversibility": one.candidate.reversibility.map { .whole($0) } ?? .null,
      "shown": .bool(isShown), "objection": objection(place), "aheadOf": ahead(place),
      "levelWith": .list(assessment.level(with: place).map { .text(pack.pathways[$0].id) }),
      "held": .list(
        assessment.holds(one, standing).map { ["id": .text($0.rule), "text": sentence($0.text)] }),
      "directions": .list(directions.map { direction($0) }),
      "reasons": .list(assessment.reasons(one, standing).map { reason($0) }),
      "ruledOut": .list(
        assessment.gates(one, standing).map { gate in
          [
            "rule": .text(gate.rule), "text": sentence(gate.text),
            "answers": .list(gate.answers.map(\.plain)),
          ]
        }),
    ]
  }

  private func direction(_ place: Int) -> JSONValue {
    let one = pack.directions[place]
    let standing = assessment.directions.standings[place]
    return [
      "id": .text(one.id), "title": .text(one.title), "score": .whole(standing.score),
      "reasons": .list(assessment.reasons(one, standing).map { reason($0) }),
    ]
  }

  private func reason(_ reason: Reason) -> JSONValue {
    [
      "rule": .text(reason.rule), "weight": .whole(reason.points),
      "group": reason.group.map { .text($0.rawValue) } ?? .null, "text": sentence(reason.text),
      "answers": .list(reason.answers.map(\.plain)),
    ]
  }

  // MARK: - Why

  func why(_ place: Int) -> JSONValue {
    let one = pack.pathways[place]
    let standing = assessment.pathways.standings[place]
    let evidence = one.candidate.supports.indices.map { support -> JSONValue in
      let rule = one.candidate.supports[support]
      return [
        "rule": .text(rule.id), "weight": .whole(rule.points),
        "holds": .text(standing.supports[support].name),
        "text": sentence(one.because[support]),
        "because": .list(
          rule.when.deciding(desk.reading.facts, today: desk.reading.today).map { fact($0) }),
      ]
    }
    let unknown = assessment.unknowns(one, standing).map { open -> JSONValue in
      [
        "fact": .text(pack.facts[open.fact].name),
        "wouldChange": .text(open.rules.joined(separator: ", ")),
      ]
    }
    return [
      "pathway": .text(one.id), "score": .whole(standing.score), "evidence": .list(evidence),
      "unknown": .list(unknown),
    ]
  }

  private func fact(_ place: Int) -> JSONValue {
    let fact = pack.facts[place]
    return [
      "fact": .text(fact.name),
      "value": desk.reading.facts[place]?.plain(fact.type) ?? .null,
      "answers": .list(desk.reading.sources(of: place).map(\.plain)),
    ]
  }
}

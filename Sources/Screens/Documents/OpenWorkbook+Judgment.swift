import Rules
package import Workbook

/// What the rules make of a pathway beside its reasons, in words.
extension OpenWorkbook {
  /// What speaks against a pathway most, in sentences that stand for themselves: what rules it out, a reason, a question still open,
  /// or its price.
  func againstWords(_ place: Int) -> String {
    let standing = assessment.pathways.standings[place]
    if let gate = assessment.gates(pack.pathways[place], standing).first {
      return reading.sentence(gate.text, phrases.wording)
    }
    let objection = assessment.objection(to: place)
    let text = words(of: objection, to: place)
    switch objection {
    case .holds: return phrases(.questionAgainst, ["text": text])
    case .open: return text
    case .price: return phrases(.objectionPrice, ["text": text])
    }
  }

  package func words(of objection: Objection, to place: Int) -> String {
    switch objection {
    case .holds(let reason): reading.sentence(reason.text, phrases.wording)
    case .open(let item): phrases(.objectionOpen, ["question": question(of: item)])
    case .price: pack.pathways[place].costs
    }
  }

  /// That nothing else comes near a pathway; `nil` where something does.
  package func aheadWords(_ place: Int) -> (next: Int, text: String)? {
    assessment.clearlyAhead(place).map {
      ($0, phrases(.aheadOf, ["pathway": pack.pathways[$0].title]))
    }
  }

  /// Why the list lacks a pathway of a kind that is of interest.
  var leftOutLines: [String] {
    assessment.shownList.leftOut.map { place in
      phrases(
        assessment.pathways.standings[place].ruledOut ? .listShut : .listLeftOut,
        ["pathway": pack.pathways[place].title, "text": againstWords(place)])
    }
  }

  // MARK: - The person's question

  /// The words in which they ask: their own, else those that they chose.
  package func questionInWords(_ question: QuestionAnswer) -> String {
    if let name = pack.places["question-words"], let item = pack.itemPlace(named: name),
      case .text(let words)? = reading.counting(item)
    {
      return words
    }
    let options = pack.item(playing: "question").map { pack.items[$0].kind.options } ?? []
    return options.first { $0.id == question.kind }?.title ?? question.kind
  }

  /// What they asked, what can be said so far, what for, what against, and what would settle it.
  package func answerLines(_ question: QuestionAnswer) -> [String] {
    var lines = [phrases(.questionAsked, ["question": questionInWords(question)])]
    if let move = question.move {
      lines += answer(question, by: move)
    } else {
      lines.append(phrases(.questionOwn))
    }
    for place in question.inMind where place != question.move {
      lines.append(
        phrases(
          .questionInMind,
          [
            "pathway": pack.pathways[place].title,
            "band": bandWords(assessment.pathways.standings[place]),
            "text": againstWords(place),
          ]))
    }
    return lines
  }

  private func answer(_ question: QuestionAnswer, by move: Int) -> [String] {
    let pathway = pack.pathways[move]
    let standing = assessment.pathways.standings[move]
    var lines: [String] = []
    if let text = pack.questions[question.kind]?.text(question.answer, pathway.id) {
      lines.append(reading.sentence(text, phrases.wording, filling: ["move": pathway.title]))
    }
    let reasons = assessment.reasons(pathway, standing)
    if let best = reasons.first(where: { $0.points > 0 }) {
      lines.append(reading.sentence(best.text, phrases.wording))
    }
    lines.append(againstWords(move))
    if let settles = settling(move, standing) { lines.append(settles) }
    return lines
  }

  /// What has to be found out first, else the open question on which most hangs.
  private func settling(_ move: Int, _ standing: CandidateResult) -> String? {
    let pathway = pack.pathways[move]
    if let hold = assessment.holds(pathway, standing).first {
      return phrases(.reasonHeld, ["text": reading.sentence(hold.text, phrases.wording)])
    }
    return openQuestions(pathway, standing).first.map {
      phrases(.questionSettles, ["question": $0.question])
    }
  }

  /// The answer to their question, as the pathways begin with it.
  var questionLines: [String] {
    assessment.question.map { [answerLines($0).joined(separator: " ")] } ?? []
  }
}

extension SupportGroup {
  /// What to do about it where no reason of this kind holds.
  var missing: Phrase {
    switch self {
    case .push: .missingPush
    case .pull: .missingPull
    case .proof: .missingProof
    }
  }
}

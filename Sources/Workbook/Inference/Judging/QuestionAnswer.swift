import Rules

/// What the rules say so far to the question that a person most wants answered.
package struct QuestionAnswer: Hashable, Sendable {
  /// The word of the item in `places.question`.
  package var kind: String
  /// Place of the pathway that the answer rests on; `nil` where the question is in their own words, which nothing interprets.
  package var move: Int?
  package var answer: PersonQuestion.Answer
  /// Places of pathways that they have in mind.
  package var inMind: [Int]
}

extension Assessment {
  /// `nil` where the pack asks for no question, or none is chosen.
  package var question: QuestionAnswer? {
    guard let item = pack.item(playing: "question"),
      case .choice(let kind)? = reading.counting(item)
    else { return nil }
    var found = QuestionAnswer(kind: kind, move: nil, answer: .unknown, inMind: inMind)
    guard let question = pack.questions[kind] else { return found }
    let moves = question.moves.compactMap { id in pack.pathways.firstIndex { $0.id == id } }
    guard let move = (listOrder + pathways.order).first(where: moves.contains) else { return found }
    found.move = move
    found.answer = answer(to: question, by: move)
    return found
  }

  private func answer(to question: PersonQuestion, by move: Int) -> PersonQuestion.Answer {
    let standing = pathways.standings[move]
    if standing.ruledOut { return .notYet }
    switch standing.band {
    case .strong: return question.means[pack.pathways[move].id] ?? .yes
    case .worthExploring, .littleSoFar:
      let isKnown = 100 * standing.decided >= pack.bands.known * standing.total
      return isKnown ? .notYet : .unknown
    }
  }

  private var inMind: [Int] {
    guard let item = pack.item(playing: "in-mind"),
      case .choices(let ids)? = reading.counting(item)
    else { return [] }
    return ids.compactMap { id in pack.pathways.firstIndex { $0.id == id } }
  }
}

import Rules
import Workbook

extension PackReader {
  /// What the program fills in an answer to a person's question: the title of the move that it rests on.
  private static let filled: Set<String> = ["move"]

  /// `questions` of the head: what a person may most want answered, by the word of the item in `places.question`.
  mutating func readQuestions() {
    let kinds = pack.item(playing: "question").map { pack.items[$0].kind.options.map(\.id) }
    for entry in questionEntries {
      if !(kinds ?? []).contains(entry.key) {
        let near = kinds.flatMap { Nearest.word(to: entry.key, among: $0) }
        findings.add(
          kinds == nil
            ? "`questions` are the options of a choice that `places.question` names"
            : "there is no question `\(entry.key)`"
              + (near.map { ": did you mean `\($0)`?" } ?? ""), at: entry.mark)
      }
      pack.questions[entry.key] = question(entry.value)
    }
  }

  private func question(_ node: SourceNode) -> PersonQuestion {
    var fields = FieldReader(node, "a question", findings)
    var question = PersonQuestion(moves: fields.texts("moves"))
    if question.moves.isEmpty { findings.add("a question names its `moves`", at: node.mark) }
    for id in question.moves where !pack.pathways.contains(where: { $0.id == id }) {
      let near = Nearest.word(to: id, among: pack.pathways.map(\.id))
      findings.add(
        "there is no pathway `\(id)`" + (near.map { ": did you mean `\($0)`?" } ?? ""),
        at: fields.valueMark("moves"))
    }
    for entry in fields.map("means") {
      checkMove(entry, question)
      question.means[entry.key] = answer(entry.value)
    }
    for answer in PersonQuestion.Answer.allCases {
      guard let text = fields.node(answer.rawValue) else {
        findings.add("a question needs `\(answer.rawValue)`", at: node.mark)
        continue
      }
      question.texts[answer] = sentences(text, question)
    }
    fields.finish()
    return question
  }

  private func answer(_ node: SourceNode) -> PersonQuestion.Answer? {
    let answer = findings.text(node, "`means`").flatMap { PersonQuestion.Answer(rawValue: $0) }
    if answer == nil {
      findings.add("a move means yes, not-yet or unknown", at: node.mark)
    }
    return answer
  }

  /// One text for all moves, or a map of them.
  private func sentences(
    _ node: SourceNode, _ question: PersonQuestion
  ) -> PersonQuestion.Sentences {
    guard node.entries != nil else {
      let text = template(node)
      if let text { checkPlaceholders(text, node.mark, others: PackReader.filled) }
      return PersonQuestion.Sentences(any: text, byMove: [:])
    }
    var byMove: [String: Template] = [:]
    for entry in findings.map(node, "the answer") {
      checkMove(entry, question)
      guard let text = template(entry.value) else { continue }
      checkPlaceholders(text, entry.value.mark, others: PackReader.filled)
      byMove[entry.key] = text
    }
    for move in question.moves where byMove[move] == nil {
      findings.add("nothing is said for `\(move)`", at: node.mark)
    }
    return PersonQuestion.Sentences(any: nil, byMove: byMove)
  }

  private func checkMove(_ entry: SourceNode.Entry, _ question: PersonQuestion) {
    if !question.moves.contains(entry.key) {
      findings.add("`\(entry.key)` is none of the question's moves", at: entry.mark)
    }
  }
}

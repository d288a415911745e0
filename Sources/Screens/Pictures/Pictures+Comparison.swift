import Rules
import TextUI
import Typesetting
import Workbook

extension OpenWorkbook {
  /// The ways beside each other: how far each serves the place of work and the person, and what speaks for and against. No figure.
  func comparison(_ isASCII: Bool, _ isPlain: Bool, _ document: inout Document) {
    if assessment.isBlank {
      for line in blankPathways { document.add(line) }
      return
    }
    document.add(phrases(.comparisonSaid), .hint)
    document.gap()
    for (number, place) in assessment.shownPathways.enumerated() {
      let pathway = pack.pathways[place]
      let standing = assessment.pathways.standings[place]
      document.add("\(number + 1). " + pathwayTitle(place), .title)
      if !isPlain { document.draw([sides(pathway.serves, isASCII)]) }
      document.add(
        phrases(
          .comparisonSides,
          [
            "organisation": phrases(pathway.serves.organisation.level.phrase),
            "person": phrases(pathway.serves.person.level.phrase),
          ]), indent: isPlain ? 0 : 2)
      document.add(balance(pathway, standing), indent: isPlain ? 0 : 2)
      document.gap()
    }
    document.add(phrases(isPlain ? .comparisonMoreLines : .comparisonMore), .hint)
  }

  /// Two bars from one middle: to the left what it is for the place of work, to the right what it is for the person.
  private func sides(_ serves: Serves, _ isASCII: Bool) -> String {
    let (full, empty, middle) = isASCII ? ("#", ".", "|") : ("█", "·", "│")
    let room = 12
    let left = phrases(.comparisonWork)
    let right = phrases(.comparisonYou)
    let filled = { (side: Serves.Side) in Int(side.level.share * Double(room) + 0.5) }
    let work = filled(serves.organisation)
    let own = filled(serves.person)
    func row(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let before = row(empty, room - work) + row(full, work)
    let after = row(full, own) + row(empty, room - own)
    return "  \(left) \(before)\(middle)\(after) \(right)"
  }

  /// How much was heard for it and against it, and how much is open.
  private func balance(_ pathway: Pathway, _ standing: CandidateResult) -> String {
    let reasons = assessment.reasons(pathway, standing)
    let held = phrases(
      .comparisonBalance,
      [
        "for": String(reasons.count { $0.points > 0 }),
        "against": String(reasons.count { $0.points < 0 }),
        "open": String(openQuestions(pathway, standing).count),
      ])
    return bandWords(standing) + " " + held
  }
}

import Rules
import TextUI
import Workbook

extension OpenWorkbook {
  /// What would bring a pathway first, as a command says it.
  package func whatIfInWords(_ place: Int) -> [String] {
    if assessment.isBlank { return blankPathways }
    var document = Document()
    whatIf(WhatIf(reading, pathway: place), &document)
    return document.spoken.filter { $0 != phrases(.whatIfTryHint) }
  }

  /// The least that would bring a pathway to the first place; where nothing would, what parts it from the first.
  func whatIf(_ found: WhatIf, _ document: inout Document) {
    document.add(
      phrases(.whatIfTitle, ["pathway": pack.pathways[found.pathway].title]), .title)
    document.gap()
    if found.isFirstToday {
      document.add(first(found.pathway))
    } else if found.sets.isEmpty {
      parts(found.pathway, &document)
    } else {
      document.add(phrases(.whatIfIntro))
      for (number, set) in told(found.sets).enumerated() {
        document.gap()
        if number > 0 { document.add(phrases(.whatIfOr), .hint) }
        for move in set.moves { self.move(move, found.pathway, &document) }
      }
    }
    document.gap()
    document.add(phrases(.whatIfTryHint), .hint)
  }

  /// Of sets that move the same things the first, and three at most: more is no choice.
  private func told(_ sets: [WhatIf.MoveSet]) -> [WhatIf.MoveSet] {
    var seen: Set<[Int]> = []
    return Array(sets.filter { seen.insert($0.moves.map(\.item)).inserted }.prefix(3))
  }

  private func first(_ place: Int) -> String {
    let level = pack.pathwayPlaces.filter {
      $0 != place && assessment.pathways.standings[$0].rank == 1
    }
    // The list says so too.
    if assessment.pathways.known < OpenWorkbook.settledEnough { return phrases(.whatIfEarly) }
    if level.isEmpty { return phrases(.whatIfFirst) }
    let titles = level.map { pack.pathways[$0].title }.joined(separator: "; ")
    return phrases(.whatIfLevel, ["pathways": titles])
  }

  private func move(_ move: Intervention, _ place: Int, _ document: inout Document) {
    document.add(pack.items[move.item].changeable?.what ?? "")
    let held = reading.counting(move.item)
    let words = phrases(
      held == nil ? .whatIfUnanswered : .whatIfChange,
      [
        "question": pack.items[move.item].text, "from": trialWord(held, move.item),
        "to": trialWord(move.value, move.item),
      ])
    let isPast = pack.items[move.item].changeable?.isPast ?? false
    let more = [effect(of: move, on: place), isPast ? phrases(.whatIfPast) : ""]
    document.add(
      ([words] + more.filter { !$0.isEmpty }).joined(separator: " "), .hint, indent: 2)
  }

  /// Whether a move speaks for a way, or only against the one before it.
  private func effect(of move: Intervention, on place: Int) -> String {
    let after = reading.rerun([move]).evaluation
    if after.score(place) > reading.evaluation.score(place) { return phrases(.whatIfAdds) }
    let lowered = assessment.pathways.order.first {
      after.score($0) < reading.evaluation.score($0)
    }
    return lowered.map { phrases(.whatIfLowers, ["pathway": pack.pathways[$0].title]) } ?? ""
  }

  /// The reasons that keep another way ahead: the heaviest for that one, the heaviest against this one.
  private func parts(_ place: Int, _ document: inout Document) {
    let isClosed = assessment.pathways.standings[place].ruledOut
    document.add(phrases(isClosed ? .whatIfClosed : .whatIfNone))
    if !assessment.help.isEmpty { document.add(phrases(.whatIfHelp)) }
    guard let first = assessment.pathways.order.first else { return }
    document.gap()
    let title = pack.pathways[first].title
    document.add(phrases(.whatIfParts, ["pathway": title]))
    let own = pack.pathways[place]
    let standing = assessment.pathways.standings[place]
    for gate in assessment.gates(own, standing) {
      document.add(phrases(.reasonGate, ["text": reading.sentence(gate.text, phrases.wording)]))
    }
    let reasons = assessment.reasons(own, standing)
    let ahead = assessment.reasons(
      pack.pathways[first], assessment.pathways.standings[first]
    ).filter { one in
      // What speaks as much for both parts neither.
      one.points > 0 && !reasons.contains { $0.when == one.when && $0.points >= one.points }
    }
    for reason in settled(ahead).prefix(3) {
      document.add(
        phrases(
          .whatIfAhead,
          ["pathway": title, "text": reading.sentence(reason.text, phrases.wording)]))
    }
    for reason in settled(reasons.filter { $0.points < 0 }).suffix(2) {
      document.add(
        phrases(.whatIfBehind, ["text": reading.sentence(reason.text, phrases.wording)]))
    }
    document.gap()
    document.add(phrases(.whatIfLeave), .hint)
  }

  /// Reasons that rest on nothing that a person can do something about; where there are none such, all.
  private func settled(_ reasons: [Reason]) -> [Reason] {
    let fixed = reasons.filter { reason in
      !reason.answers.contains { answer in
        pack.itemPlaces[answer].map { reading.isChangeable($0) } ?? false
      }
    }
    return fixed.isEmpty ? reasons : fixed
  }
}

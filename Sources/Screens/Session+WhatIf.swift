import Rules
import TextUI
import Workbook

extension Session {
  /// What would bring a pathway first, as a command says it.
  package func whatIfInWords(_ place: Int) -> [String] {
    var document = Document()
    whatIf(place, &document)
    return document.spoken.filter { $0 != phrases(.whatIfTryHint) }
  }

  /// The least that would bring a pathway to the first place; where nothing would, what parts it from the first.
  func whatIf(_ place: Int, _ document: inout Document) {
    let found = WhatIf(reading, pathway: place)
    document.add(phrases(.whatIfTitle, ["pathway": pack.pathways[place].title]), .title)
    document.gap()
    if found.isFirstToday {
      document.add(phrases(.whatIfFirst))
    } else if found.sets.isEmpty {
      parts(place, &document)
    } else {
      document.add(phrases(.whatIfIntro))
      for (number, set) in found.sets.enumerated() {
        document.gap()
        if number > 0 { document.add(phrases(.whatIfOr), .hint) }
        for move in set.moves { self.move(move, &document) }
      }
    }
    document.gap()
    document.add(phrases(.whatIfTryHint), .hint)
  }

  private func move(_ move: Move, _ document: inout Document) {
    document.add(pack.items[move.item].changeable?.what ?? "")
    let words = phrases(
      .whatIfChange,
      [
        "question": pack.items[move.item].text,
        "from": trialWord(reading.counting(move.item), move.item),
        "to": trialWord(move.value, move.item),
      ])
    document.add(words, .hint, indent: 2)
  }

  /// The reasons that keep another way ahead: the heaviest for that one, the heaviest against this one.
  private func parts(_ place: Int, _ document: inout Document) {
    document.add(phrases(.whatIfNone))
    guard let first = assessment.pathways.order.first else { return }
    document.gap()
    document.add(phrases(.whatIfParts, ["pathway": pack.pathways[first].title]))
    let own = pack.pathways[place]
    for gate in assessment.gates(own, assessment.pathways.standings[place]) {
      document.add(
        phrases(.reasonGate, ["text": reading.sentence(gate.text, phrases.wording)]))
    }
    let ahead = assessment.reasons(
      pack.pathways[first], assessment.pathways.standings[first]
    ).filter { $0.points > 0 }
    let behind = assessment.reasons(own, assessment.pathways.standings[place])
      .filter { $0.points < 0 }
    for reason in settled(ahead).prefix(3) + settled(behind).suffix(2) {
      document.add(
        phrases(
          reason.points > 0 ? .whatIfAhead : .whatIfBehind,
          ["text": reading.sentence(reason.text, phrases.wording)]))
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

import Briefs
import Rules
import TextUI
package import Workbook

/// What a talk needs, where two may go past each other, and what was answered.
extension OpenWorkbook {
  func talk(_ document: inout Document, _ isPlain: Bool) {
    let readiness = Readiness(assessment, reading, profile)
    document.add(phrases(readiness.isEnough ? .talkEnough : .talkNotEnough), .title)
    document.gap()
    // What is needed stands before what only helps.
    let needed = readiness.missing.first(where: \.isNeeded) ?? readiness.missing.first
    if let needed {
      document.add(
        phrases(
          .talkHelps,
          ["text": needed.text, "exercise": pack.exercise(needed.exercise)?.title ?? ""]))
      document.gap()
    }
    document.add(phrases(.talkMismatches), .title)
    let found = mismatches(readiness)
    for line in found.isEmpty ? [phrases(.talkNone)] : found { document.add(line, indent: 2) }
    document.gap()
    let answers = pack.stepAnswers(profile)
    if !answers.isEmpty {
      document.add(phrases(.talkAnswers), .title)
      for answer in answers {
        for line in words(of: answer) { document.add(line, indent: 2) }
      }
      document.gap()
    }
    document.add(phrases(isPlain ? .plainTalkHowTo : .talkHowTo), .hint)
    document.add(phrases(.talkStop), .hint)
  }

  /// The same for a command.
  package var talkInWords: [String] {
    var document = Document()
    talk(&document, true)
    return document.spoken
  }

  private func mismatches(_ readiness: Readiness) -> [String] {
    let offWay = readiness.offWay.flatMap { off in
      pack.talk.mismatches.first { $0.when == nil }.map { one in
        one.text.filled {
          [
            "step": off.step, "way": pack.pathways[off.way].title,
            "other": pack.pathways[off.other].title,
          ][$0] ?? ""
        }
      }
    }
    let past = readiness.pastDay.map {
      phrases(
        .mismatchTiming, ["text": phrases(.talkStepPast, ["day": $0.description])])
    }
    return (offWay.map { [phrases(.mismatchDirection, ["text": $0])] } ?? [])
      + [past].compactMap { $0 }
      + readiness.mismatches.map { one in
        phrases(one.kind.title, ["text": reading.sentence(one.text, phrases.wording)])
      }
  }

  /// One answer to a step: what was said, what follows, where the marks differ.
  package func words(of answer: StepAnswer) -> [String] {
    let values = ["step": answer.step, "words": answer.words]
    var lines = [phrases(answer.phrase, values)]
    if let again = answer.again {
      lines.append(phrases(.answerAgain, ["day": again.description]))
    }
    if !answer.theirs.isEmpty { lines.append(phrases(.answerTheirs, ["words": answer.theirs])) }
    lines += pack.differences(on: answer, profile).map { criterion in
      let isClear = answer.clarity[criterion] ?? false
      return phrases(
        .answerDiffer,
        [
          "criterion": phrases(criterion.title), "anchor": phrases(criterion.anchor),
          "mine": phrases(isClear ? .readerNotClear : .readerClear),
          "theirs": phrases(isClear ? .readerClear : .readerNotClear),
        ])
    }
    switch answer.seen {
    case .read: lines.append(phrases(.answerRead))
    case .file: lines.append(phrases(.answerFile))
    case .heard, nil: lines.append(phrases(.answerHeard))
    }
    return lines
  }

  func receipts(_ document: inout Document) {
    let all = receiptLines(byName: false)
    if all.isEmpty { document.add(phrases(.receiptsNone)) }
    for lines in all {
      for (place, line) in lines.enumerated() {
        document.add(line, place == lines.count - 1 ? .hint : .text, indent: place == 0 ? 0 : 2)
      }
      document.gap()
    }
  }
}

extension StepAnswer {
  fileprivate var phrase: Phrase {
    switch (said, words.isEmpty) {
    case (.yes, true): .answerYes
    case (.yes, false): .answerYesWords
    case (.yesIf, false): .answerYesIf
    case (.yesIf, true): .answerYesIfBare
    case (.notNow, false): .answerNotNow
    case (.notNow, true): .answerNotNowBare
    }
  }
}

extension Talk.Mismatch.Kind {
  fileprivate var title: Phrase {
    switch self {
    case .direction: .mismatchDirection
    case .learning: .mismatchLearning
    case .ambition: .mismatchAmbition
    case .timing: .mismatchTiming
    }
  }
}

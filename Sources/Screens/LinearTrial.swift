import Workbook

extension LinearDialogue {
  /// What can be moved, numbered, under the two orders.
  func trial(_ trial: Trial) -> [String] {
    if trial.items.isEmpty { return [session.trialNone, session.phrases(.plainPathwayChoose)] }
    let rows = trial.items.enumerated().map { place, item in
      "\(place + 1). " + trialRow(item, trial)
    }
    return orders(trial, beside: nil) + [""] + rows + [session.phrases(.plainTrial)]
  }

  private func trialRow(_ item: Int, _ trial: Trial) -> String {
    let today = session.trialWord(session.reading.counting(item), item)
    guard let moved = trial.moved[item] else { return session.named(item, today) }
    return session.named(
      item,
      session.phrases(
        .plainTrialMoved, ["value": session.trialWord(moved, item), "today": today]))
  }

  private func orders(_ trial: Trial, beside item: Int?) -> [String] {
    let before = session.order(beside: item).map {
      $0.words.isEmpty ? $0.title : $0.title + ": " + $0.words
    }
    let today = [session.phrases(.trialToday) + ":"] + before.numbered
    if trial.moved.isEmpty { return today }
    let after = session.trying(trial.moved).order(beside: item)
      .map { $0.words.isEmpty ? $0.title : $0.title + ": " + $0.words }
    let same = before == after ? [session.phrases(.trialSame)] : []
    return today + [session.phrases(.trialWith) + ":"] + after.numbered + same
  }

  /// A number shows what a row can be; two numbers move it; `keep` keeps what was moved.
  func heard(_ text: String, _ trial: Trial) -> (trial: Trial, lines: [String], keeps: Bool) {
    var trial = trial
    if text.lowercased() == "keep" {
      if !trial.changes(session).isEmpty { return (trial, [], true) }
      let look = trial.lookedAt(session)
      return (trial, [look.isEmpty ? session.phrases(.trialNothingMoved) : look], false)
    }
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard let row = numbers.first, trial.items.indices.contains(row &- 1) else {
      return (trial, [session.phrases(.plainTrialNot)], false)
    }
    let item = trial.items[row - 1]
    let values = session.trialValues(item)
    guard numbers.count > 1, values.indices.contains(numbers[1] &- 1) else {
      let words = values.map { session.trialWord($0, item) }.numbered.joined(separator: ", ")
      let line = session.phrases(
        .plainTrialValues,
        ["item": session.pack.items[item].text, "values": words, "number": String(row)])
      return (trial, [line], false)
    }
    trial.put(item, values[numbers[1] - 1], session)
    return (
      trial,
      orders(trial, beside: item) + [trialRow(item, trial), session.phrases(.plainTrial)], false
    )
  }
}

extension [String] {
  fileprivate var numbered: [String] { enumerated().map { "\($0 + 1). \($1)" } }
}

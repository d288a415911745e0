import Workbook

extension LineMode {
  /// What can be moved, numbered, under the two orders.
  func trial(_ trial: Simulation) -> [String] {
    if trial.items.isEmpty { return [session.trialNone, session.phrases(.plainPathwayChoose)] }
    let rows = trial.items.enumerated().map { place, item in
      "\(place + 1). " + trialRow(item, trial)
    }
    return orders(trial, beside: nil) + [""] + rows + [session.phrases(.plainTrial)]
  }

  private func trialRow(_ item: Int, _ trial: Simulation) -> String {
    let today = session.trialWord(session.reading.counting(item), item)
    guard let moved = trial.moved[item] else { return session.named(item, today) }
    return session.named(
      item,
      session.phrases(
        .plainTrialMoved, ["value": session.trialWord(moved, item), "today": today]))
  }

  private func orders(_ trial: Simulation, beside item: Int?) -> [String] {
    let before = session.order(beside: item).map(\.line)
    // No order is made of nothing.
    let isBlank = session.assessment.isBlank
    let today =
      isBlank ? session.blankPathways : [session.phrases(.trialToday) + ":"] + before.numbered
    if trial.moved.isEmpty { return today }
    let after = session.trying(trial.moved).order(beside: item).map(\.line)
    let same = before == after ? [session.phrases(.trialSame)] : []
    return today + [session.phrases(.trialWith) + ":"] + after.numbered + same
  }

  /// A number shows what a row can be, the next one moves it, or two at once; `keep`, said twice, keeps what was moved.
  func heard(_ text: String, _ trial: Simulation) -> (
    trial: Simulation, lines: [String], keeps: Bool
  ) {
    var trial = trial
    let isKeepAsked = trial.isKeepAsked
    trial.isKeepAsked = false
    if text.lowercased() == "keep" { return keeping(trial, isKeepAsked) }
    var numbers = text.split(separator: " ").compactMap { Int($0) }
    if let asked = trial.asked, numbers.count == 1 { numbers.insert(asked, at: 0) }
    trial.asked = nil
    guard let row = numbers.first, trial.items.indices.contains(row &- 1) else {
      return (trial, [session.phrases(.plainTrialNot)], false)
    }
    let item = trial.items[row - 1]
    let values = session.trialValues(item)
    guard numbers.count > 1 else {
      trial.asked = row
      let words = values.map { session.trialWord($0, item) }.numbered.joined(separator: ", ")
      let line = session.phrases(
        .plainTrialValues, ["item": session.pack.items[item].text, "values": words])
      return (trial, [line], false)
    }
    guard values.indices.contains(numbers[1] &- 1) else {
      return (trial, [session.phrases(.plainTrialNot)], false)
    }
    trial.put(item, values[numbers[1] - 1], session)
    return (
      trial,
      orders(trial, beside: item) + [trialRow(item, trial), session.phrases(.plainTrial)], false
    )
  }

  private func keeping(
    _ trial: Simulation, _ isAsked: Bool
  ) -> (trial: Simulation, lines: [String], keeps: Bool) {
    var trial = trial
    if trial.kept(session).isEmpty { return (trial, [trial.nothingKept(session)], false) }
    if isAsked { return (trial, [], true) }
    trial.isKeepAsked = true
    let question = session.phrases(.plainTrialKeep, ["items": trial.keptTitles(session)])
    return (trial, [question], false)
  }

  /// Takes back the last move; no stored answer is touched.
  func takenBack(_ trial: Simulation) -> (trial: Simulation, lines: [String]) {
    var trial = trial
    if !trial.takeBack() { return (trial, [session.phrases(.trialLeft)]) }
    return (trial, orders(trial, beside: nil) + [session.phrases(.plainTrial)])
  }
}

extension [String] {
  fileprivate var numbered: [String] { enumerated().map { "\($0 + 1). \($1)" } }
}

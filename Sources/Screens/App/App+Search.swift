package import Workbook

extension App {
  /// Whether there is work to be done while no key comes.
  package var hasIdleWork: Bool {
    if isRunning { return true }
    if case .home = top { return !session.assessment.isBlank && !isSearchDone }
    return false
  }

  private var isSearchDone: Bool {
    search?.isDone ?? false && searched == session.reading.answers && searchedOn == session.today
  }

  /// Does a piece of it, some milliseconds long.
  ///
  /// - Returns: whether there is something new to be seen.
  package mutating func workIdly() -> Bool {
    if isRunning {
      isRunning = false
      return true
    }
    if searched != session.reading.answers || searchedOn != session.today {
      searched = session.reading.answers
      searchedOn = session.today
      search = NextQuestionSearch(session.pack, session.reading.answers, today: session.today)
      return false
    }
    guard let more = search?.step(), !more else { return false }
    return true
  }

  /// The exercise whose open question would change the order of the ways most, once that is known; one that waits for raw
  /// material only where no other would.
  var nextByGain: Int? {
    guard isSearchDone, let found = search?.found else { return nil }
    let exercises = found.map { session.pack.exerciseOfItem[$0.item] }
    return exercises.first { session.gate(before: $0) == nil } ?? exercises.first
  }
}

extension OpenWorkbook {
  /// Open questions in the order of what they would change, each once.
  package func nextInWords(_ best: [NextQuestion]) -> [String] {
    if best.isEmpty { return [phrases(.nextNone)] }
    var rows: [String] = []
    for one in best {
      let row = nextRow(one.item)
      if !rows.contains(row) { rows.append(row) }
    }
    return [phrases(.nextIntro)] + rows
  }

  private func nextRow(_ item: Int) -> String {
    let place = pack.exerciseOfItem[item]
    let waits = gate(before: place).map { " " + waitingSentence(place, for: $0) } ?? ""
    let exercise = pack.exercises[place].title
    // Of a choice among cards no single screen is the question.
    if case .bestWorst = pack.items[item].kind { return exercise + waits }
    return phrases(.nextRow, ["exercise": exercise, "question": question(item: item)]) + waits
  }
}

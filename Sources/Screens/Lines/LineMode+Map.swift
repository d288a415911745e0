import TextUI
import Workbook

/// The map and the pathways in lines.
extension LineMode {
  var map: [String] {
    if session.desk != nil { return todayLines }
    let rows = session.path.enumerated().map { place, exercise -> String in
      let one = session.pack.exercises[exercise]
      let progress = session.progress(of: one)
      let state =
        session.waitingNote(exercise)
        ?? (progress.of == 0
          ? session.phrases(.asYouLike)
          : progress.done == progress.of
            ? session.phrases(.done)
            : session.phrases(
              .partDone,
              [
                "done": String(progress.done), "of": String(progress.of),
                "count": MinuteFormat.minutes(progress.minutesLeft),
              ]))
      return "\(place + 1). "
        + session.phrases(.plainMapRow, ["title": one.title, "state": state])
    }
    let new = session.canBeginRound ? [session.phrases(.plainNew)] : []
    if let guided = session.guided {
      let words = session.phrases(guided.isClientOnly ? .plainClient : .plainTogether)
      let shown = showsAll ? rows : Array(rows.prefix(session.planned.count))
      return ["", session.banner ?? ""] + shown + [words, session.phrases(.plainMap)]
    }
    let hints = [session.homeDue, session.gatheredLine].filter { !$0.isEmpty }
    return [""] + hints + rows + new + [session.phrases(.plainMap)]
  }

  mutating func hearMap(_ text: String) -> LineReply {
    if text.isEmpty { return LineReply(lines: goOn()) }
    let path = session.path
    guard let number = Int(text.split(separator: " ").first ?? ""),
      path.indices.contains(number &- 1)
    else { return LineReply(lines: [notANumber(path.count)]) }
    let exercise = path[number - 1]
    let one = session.pack.exercises[exercise]
    // A finished short form opens into the long one.
    let isLong = one.short != nil && session.isDone(one)
    return LineReply(lines: enter(exercise, isLong: isLong))
  }

  var pathways: [String] {
    if session.assessment.isBlank { return session.blankPathways + [session.phrases(.plainMap)] }
    let shown = session.assessment.shownPathways
    var lines =
      [""] + session.questionLines + [session.phrases(.pathwaysIntro)] + session.wishes
      + [session.firmSentence] + session.leftOutLines + [""]
    for (place, pathway) in shown.enumerated() {
      lines.append("\(place + 1). \(session.pathwayTitle(pathway))")
      lines.append("   \(session.pathwayLine(pathway))")
    }
    return lines + ["", session.phrases(.plainPathwayChoose)]
  }

  mutating func hearPathways(_ text: String) -> LineReply {
    let words = text.lowercased().split(separator: " ")
    if text.lowercased() == "try" {
      let trial = Simulation(session)
      state = .trial(trial)
      return LineReply(lines: [""] + self.trial(trial))
    }
    if text.lowercased() == "beside" {
      return LineReply(
        lines: [""] + said(.comparison) + ["", session.phrases(.plainPathwayChoose)])
    }
    let shown = session.assessment.isBlank ? [] : session.assessment.shownPathways
    guard let number = words.last.flatMap({ Int($0) }), shown.indices.contains(number &- 1) else {
      return LineReply(lines: shown.isEmpty ? map : [notANumber(shown.count)])
    }
    let place = shown[number - 1]
    if words.first == "step" { return takeOn(place) }
    return LineReply(
      lines: [""]
        + said(kind(words.first.map(String.init), place)).filter {
          ![session.phrases(.pathwayWhyHint), session.phrases(.whatIfTryHint)].contains($0)
        } + ["", session.phrases(.plainStep), session.phrases(.plainPathwayChoose)])
  }

  private func kind(_ word: String?, _ place: Int) -> DocumentKind {
    word == "why"
      ? .why(place)
      : word == "what" ? .whatIf(WhatIf(session.reading, pathway: place)) : .pathway(place)
  }

  /// The step of a pathway's page becomes the beginning of an entry in the list of experiments.
  mutating func takeOn(_ pathway: Int) -> LineReply {
    guard let (item, draft, refusal) = session.takeOn(pathway) else {
      return LineReply(lines: [session.phrases(.plainPathwayChoose)])
    }
    if !refusal.isEmpty {
      return LineReply(lines: [refusal, session.phrases(.plainPathwayChoose)])
    }
    let place = session.pack.exerciseOfItem[item]
    guard let exercise = LineExercise(place, isLong: false, at: item, session) else {
      return LineReply(lines: [session.phrases(.plainPathwayChoose)])
    }
    state = .exercise(exercise)
    var turn = LineReply(
      lines: ["", session.pack.exercises[place].title] + exercise.question(session))
    // The client's own half stays on disk, and this one in memory beside it.
    if session.ownHalf(item) == nil {
      turn.draft = .draft(session.pack.items[item].address, Draft(draft))
    }
    return turn
  }

  mutating func hearTrial(_ text: String, _ trial: Simulation) -> LineReply {
    let word = text.lowercased().split(separator: " ").first.map(String.init) ?? ""
    if word == "back" {
      state = .pathways
      return LineReply(lines: pathways)
    }
    if ["what", "why", "step"].contains(word) {
      state = .pathways
      return hearPathways(text)
    }
    let heard = heard(text, trial)
    state = .trial(heard.trial)
    guard heard.keeps else { return LineReply(lines: heard.lines) }
    let given = heard.trial.changes(session)
    let changes = given + session.seeing(given)
    let look = [heard.trial.lookedAt(session)].filter { !$0.isEmpty }
    session.apply(changes)
    state = .pathways
    let kept = session.phrases(.trialKept, ["count": String(changes.count)])
    return LineReply(lines: [kept] + look + pathways, changes: changes)
  }
}

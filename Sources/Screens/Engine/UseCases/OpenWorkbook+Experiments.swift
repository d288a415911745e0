import JSON
import Rules
package import Workbook

extension OpenWorkbook {
  /// The steps a person took on, a line each; one sentence where there are none.
  package var experimentRows: [String] {
    let all = pack.experiments(profile)
    if all.isEmpty { return [phrases(.experimentNone)] }
    return all.flatMap { one in
      let row = phrases(
        one.review == nil ? .experimentRow : .experimentRowReview,
        [
          "number": String(one.number), "name": one.name, "state": word(of: one.state),
          "start": one.start?.description ?? phrases(.wordUnknown),
          "review": one.review?.description ?? "",
        ])
      let answer = pack.stepAnswer(to: one.name, profile).map {
        "   " + phrases(.experimentAnswered, ["answer": words(of: $0)[0]])
      }
      return [row] + [answer].compactMap { $0 }
    }
  }

  /// Everything about one step: its fields by their titles, then each look at it.
  package func experimentLines(_ experiment: Experiment) -> [String] {
    guard let item = pack.item(playing: "experiments") else { return [] }
    let fields = pack.items[item].kind.fields.compactMap { field -> String? in
      guard let value = experiment.values[field.id] else { return nil }
      return field.title + ": " + HeldWords.words(value, field.kind)
    }
    let step = pack.steps.first { $0.id == experiment.values["step"]?.text }
    let words =
      step.map {
        $0.each == nil
          ? [phrases(.stepFirst, ["text": $0.first]), phrases(.stepSay, ["text": $0.say])] : []
      } ?? []
    let looks = pack.checkIns(experiment, profile).map { look in
      phrases(
        look.next.isEmpty ? .checkInRow : .checkInRowNext,
        [
          "day": look.day?.description ?? phrases(.wordUnknown), "did": word(ofLook: look.did),
          "saw": look.saw, "next": look.next,
        ])
    }
    let answers = pack.stepAnswer(to: experiment.name, profile).map { self.words(of: $0) } ?? []
    return fields + words + answers + looks
  }

  func word(of state: Experiment.State) -> String {
    option(state.rawValue, field: "state", role: "experiments")
  }

  private func word(ofLook did: String) -> String {
    option(did, field: "did", role: "check-ins")
  }

  /// The pack's title for one of a field's options.
  private func option(_ id: String, field: String, role: String) -> String {
    let fields = pack.item(playing: role).map { pack.items[$0].kind.fields } ?? []
    return fields.first { $0.id == field }?.kind.options.first { $0.id == id }?.title ?? id
  }

  // MARK: - Due

  /// A line each of what waits.
  ///
  /// - Parameter inWords: whether the person's own words stand in it; without, whoever walks past reads nothing.
  package func dueLines(inWords: Bool) -> [String] {
    pack.due(profile, today: today).map { one in
      let phrase: Phrase =
        switch (one.kind, inWords) {
        case (.begin, false): .dueBegin
        case (.begin, true): .dueBeginNamed
        case (.look, false): .dueLook
        case (.look, true): .dueLookNamed
        case (.review, false): .dueReview
        case (.review, true): .dueReviewNamed
        case (.goal, false): .dueGoal
        case (.goal, true): .dueGoalNamed
        case (.asked, _): .dueAsked
        case (.again, false): .dueAgain
        case (.again, true): .dueAgainNamed
        case (.talk, _): .dueTalk
        case (.next, _): .dueNext
        case (.session, _): .dueSession
        }
      return phrases(phrase, ["day": one.day.description, "name": one.name])
    }
  }

  // MARK: - What a look back changes

  /// Before, by which rule, and now, for the way that a step belongs to; one sentence where nothing is counted.
  package func evidenceLines(_ experiment: Experiment, before: Assessment) -> [String] {
    guard let id = experiment.pathway,
      let place = pack.pathways.firstIndex(where: { $0.id == id })
    else { return [phrases(.evidenceNoWay)] }
    guard let change = EvidenceChange(place, before: before, after: assessment) else {
      let phrase: Phrase = experiment.state == .adapt ? .evidenceNone : .evidenceAlready
      return [phrases(phrase, ["pathway": pack.pathways[place].title])]
    }
    let pathway = pack.pathways[place]
    func standing(_ phrase: Phrase, _ standing: CandidateResult) -> String {
      phrases(phrase, ["pathway": pathway.title, "band": bandWords(standing)])
    }
    let rules = change.nowHolding.map { support in
      phrases(
        .evidenceRule,
        ["text": reading.sentence(pathway.because[support], phrases.wording)])
    }
    let gone = change.noLonger.isEmpty ? [] : [phrases(.evidenceGone)]
    return [standing(.evidenceBefore, change.before)] + rules + gone
      + [standing(.evidenceNow, change.after)]
  }

  /// What changes that were applied say of steps that were looked back on; nothing where they are about something else.
  func evidence(of changes: [Change], since earlier: Profile, before: Assessment) -> [String] {
    guard let address = pack.item(playing: "experiments").map({ pack.items[$0].address }),
      changes.contains(where: {
        if case .answered(let one) = $0 { one.address == address } else { false }
      })
    else { return [] }
    return reviewed(since: earlier).flatMap { evidenceLines($0, before: before) }
  }

  /// The steps whose state is another one than in an earlier profile, and that were looked back on now or then.
  private func reviewed(since earlier: Profile) -> [Experiment] {
    let old = pack.experiments(earlier)
    return pack.experiments(profile).filter { one in
      let before = old.first { $0.number == one.number && $0.name == one.name }?.state ?? .planned
      return before != one.state && (before.isOver || one.state.isOver)
    }
  }
}

extension OpenWorkbook {
  /// That days have come which the person set, without saying which; empty where none has.
  var homeDue: String {
    dueCount == 0
      ? ""
      : phrases(
        .homeDue,
        [
          "count": String(dueCount),
          "exercise": pack.item(playing: "experiments").map {
            pack.exercises[pack.exerciseOfItem[$0]].title
          } ?? "",
        ])
  }
}

import JSON
import Rules
import TextUI
import Workbook

/// What is read in a guided session.
extension OpenWorkbook {
  /// What coach and client agree on: whole, or in two lines where both know it.
  func agreement(_ document: inout Document) {
    let agreement = pack.guidance.agreement
    if readsAgreementWhole {
      document.add(phrases(.agreementWhole), .hint)
      document.gap()
      for part in agreement.parts {
        document.add(part.title, .title)
        document.add(part.text)
        document.gap()
      }
    } else {
      document.add(phrases(.agreementAgain), .hint)
      document.gap()
      for line in agreement.short { document.add(line) }
      document.gap()
    }
    let until = guided?.slip.until ?? ""
    document.add(
      until.isEmpty ? phrases(.agreementNoDay) : phrases(.agreementUntil, ["day": until]), .hint)
    document.gap()
    let phrase: Phrase =
      !readsAgreementWhole
      ? .agreementBothYes
      : guided?.confirmed == 0 ? .agreementClientYes : .agreementCoachYes
    document.add(phrases(phrase))
  }

  func givingBack(_ document: inout Document) {
    let shown = profile.current.count { profile.isSeen($0.address) }
    let kept = profile.current.count - shown
    document.add(
      shown == 0
        ? phrases(.givingBackNone) : phrases(.givingBackShown, ["count": String(shown)]))
    if kept > 0 { document.add(phrases(.givingBackKept, ["count": String(kept)])) }
    document.gap()
    document.add(phrases(.givingBackAsk))
  }

  /// The keys of the session that work now.
  var guidedKeys: [CoachingKeyRow] {
    switch guided?.sitting.state {
    case .agreement: CoachingKeyMap.rows(at: .agreement)
    case .together: CoachingKeyMap.rows(at: .together)
    case .clientOnly: CoachingKeyMap.rows(at: .clientOnly)
    case .closing, .closed: CoachingKeyMap.rows(at: .closing)
    case nil: []
    }
  }

  /// Who is at the keyboard and who sees; nothing where the person is alone.
  var banner: String? {
    if desk != nil { return phrases(.bannerDesk) }
    guard let guided else { return nil }
    switch guided.question?.purpose {
    case .choosing, .entering: return phrases(.bannerKey)
    case .givingBack, nil: break
    }
    switch guided.sitting.state {
    case .agreement: return phrases(.bannerAgreement)
    case .together: return phrases(.bannerTogether)
    case .clientOnly: return phrases(.bannerClient)
    case .closing, .closed: return phrases(.bannerClosing)
    }
  }

  /// What stands above a private question: before both, that both see it.
  func privateWarning(of item: Int) -> String {
    let warning = pack.items[item].privateWarning
    guard let guided, !warning.isEmpty else { return warning }
    return guided.isClientOnly ? phrases(.clientSees) : phrases(.bothSee)
  }

  // MARK: - The plan

  func plan(_ document: inout Document) {
    guard let guided else { return }
    if let plan = pack.guidance.plan(guided.sitting.plan) {
      document.add(plan.title, .title)
      document.add(plan.purpose, .hint)
      document.add(minutesPassed)
      document.gap()
      for (part, start) in zip(plan.parts, plan.starts) {
        document.add(
          phrases(
            .planPart,
            [
              "from": String(start), "to": String(start + part.minutes), "title": part.title,
              "hands": phrases(part.hands.phrase),
            ]))
      }
      document.gap()
    }
    document.add(phrases(.planSeen), .title)
    let said = suggestions
    if said.isEmpty { document.add(phrases(.planNothing), .hint) }
    for sentence in said {
      document.add(sentence)
      document.gap()
    }
  }

  /// What both have seen speaks for: plans and prompts, in words that quote it.
  var suggestions: [String] {
    reading.suggestedPlans.compactMap { place in
      let plan = pack.guidance.plans[place]
      return plan.suggestion.map {
        phrases(
          .planSuggested,
          ["plan": plan.title, "because": reading.sentence($0.because, phrases.wording)])
      }
    }
      + reading.prompts.map { place in
        let prompt = pack.guidance.prompts[place]
        return phrases(
          .promptSaid,
          [
            "text": reading.sentence(prompt.text, phrases.wording),
            "count": String(prompt.minutes),
          ])
      }
  }

  /// The parts of the plan with an exercise in them, by place of the exercise: what the session works on.
  var planned: [(part: SessionPlan.Part, exercise: Int)] {
    guard let plan = guided.flatMap({ pack.guidance.plan($0.sitting.plan) }) else { return [] }
    var found: [(SessionPlan.Part, Int)] = []
    for part in plan.parts {
      guard let place = pack.exercisePlaces[part.exercise], path.contains(place),
        !found.contains(where: { $0.1 == place })
      else { continue }
      found.append((part, place))
    }
    return found
  }

  /// The first of them in which nothing was answered since the session began.
  var nextPlanned: Int? {
    guard let began = guided?.sitting.began else { return nil }
    return planned.map(\.exercise).first(where: { place in
      let id = pack.exercises[place].id
      return !profile.current.contains { $0.address.exercise == id && $0.at >= began }
    })
  }

  /// How long the session has been going on, beside what its plan takes.
  var minutesPassed: String {
    guard let guided, let plan = pack.guidance.plan(guided.sitting.plan) else { return "" }
    return phrases(
      .planMinutes,
      [
        "count": String(Minutes.between(guided.sitting.began, now)), "of": String(plan.minutes),
      ])
  }

  // MARK: - The end

  /// What was saved, what both have seen, when they meet again.
  func sessionClosing(_ document: inout Document) {
    guard let guided else { return }
    let fresh = profile.current.filter { $0.at >= guided.sitting.began }
    let exercises = pack.exercises.filter { one in
      fresh.contains { $0.address.exercise == one.id }
    }
    document.add(phrases(.closingSaved, ["name": name]))
    document.add(phrases(.closingTake, ["path": guided.slip.path]))
    document.gap()
    if fresh.isEmpty {
      document.add(phrases(.closingNothingSeen))
    } else {
      document.add(phrases(.closingBothSaw, ["count": String(fresh.count)]))
      for exercise in exercises { document.add(exercise.title, indent: 2) }
    }
    let keptCount = guided.keptItems.count
    if keptCount > 0 { document.add(phrases(.closingKept, ["count": String(keptCount)])) }
    document.gap()
    for (role, phrase) in [
      ("session-goal", Phrase.closingGoal), ("next-session", .closingAgain),
    ] {
      guard let item = pack.item(playing: role), let value = kept(item)?.text, !value.isEmpty
      else { continue }
      document.add(phrases(phrase, ["words": value]))
    }
    for line in standards { document.add(line, indent: 2) }
    document.gap()
    document.add(
      guided.calendar.isEmpty
        ? phrases(.closingCalendar) : phrases(.closingCalendarSaid, ["path": guided.calendar]))
    document.add(phrases(.closingMarks), .hint)
    document.gap()
    document.add(phrases(.closingWipe))
  }

  /// Good practice, each with whether it was kept to.
  private var standards: [String] {
    guard let slip = slip(of: profile) else { return [] }
    return GoodPractice.lines(
      agreement: slip.version > 0, goal: slip.hasGoal, step: slip.hasStep,
      again: !slip.again.isEmpty, phrases)
  }
}

/// Good practice for a session.
enum GoodPractice {
  static func lines(
    agreement: Bool, goal: Bool, step: Bool, again: Bool, _ phrases: PhraseBook
  ) -> [String] {
    [
      (Phrase.standardAgreement, agreement), (.standardGoal, goal), (.standardStep, step),
      (.standardAgain, again),
    ].map { phrase, isKept in
      phrases(isKept ? .standardYes : .standardNotYet, ["what": phrases(phrase)])
    }
  }
}

extension SessionPlan.Part.Hands {
  var phrase: Phrase {
    switch self {
    case .both: .handsBoth
    case .client: .handsClient
    case .coach: .handsCoach
    }
  }
}

/// Minutes between two times of the clock.
enum Minutes {
  /// Whole minutes from one time to another, `2026-11-22T08:00:00Z`; 0 where the clock went back.
  static func between(_ start: String, _ end: String) -> Int {
    guard let one = minute(start), let other = minute(end) else { return 0 }
    return max(0, other - one)
  }

  private static func minute(_ time: String) -> Int? {
    guard let day = Day(String(time.prefix(10))) else { return nil }
    let parts = time.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    return day.number * 1_440 + parts[0] * 60 + parts[1]
  }
}

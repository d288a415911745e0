import JSON
package import Rules

/// A day that a person set for themselves, and what for.
package struct Appointment: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case begin, look, review, goal, asked
    /// A step is looked at again together; the talk; the next one.
    case again, talk, next
    /// The next session with a coach.
    case session
  }

  package var kind: Kind
  package var day: Day
  /// The person's own words for it; empty where there are none.
  package var name: String
  /// Which entry of its list, from 1.
  package var number: Int
  /// Whether it is over: done, looked back on, answered.
  package var isSettled: Bool

  /// A running step is looked at once in so many days (`MON`).
  package static let daysBetweenLooks = 7
}

extension Pack {
  /// Every day that a person set: steps and their looking back, goals, the day on which somebody asks; by day, then in the
  /// pack's order.
  package func appointments(_ profile: Profile, today: Day) -> [Appointment] {
    let looks = checkIns(profile)
    let all =
      experiments(profile).flatMap { appointments($0, looks, profile, today) }
      + goalDays(profile) + askedDay(looks, profile) + talkDays(profile)
      + sessionDay(profile)
    return all.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// What waits today: days that are here or past, and not settled.
  package func due(_ profile: Profile, today: Day) -> [Appointment] {
    appointments(profile, today: today).filter { !$0.isSettled && $0.day <= today }
  }

  private func appointments(
    _ experiment: Experiment, _ all: [CheckIn], _ profile: Profile, _ today: Day
  ) -> [Appointment] {
    func one(_ kind: Appointment.Kind, _ day: Day, settled: Bool) -> Appointment {
      Appointment(
        kind: kind, day: day, name: experiment.name, number: experiment.number, isSettled: settled)
    }
    let state = experiment.state
    let answer = stepAnswer(to: experiment.name, profile)
    let looks = all.filter { $0.isAt(experiment) }.compactMap(\.day).sorted()
    let isReviewDue = experiment.review.map { $0 <= today } ?? false
    var found: [Appointment] = []
    if let start = experiment.start {
      let isBegun = state != .planned || !looks.isEmpty
      let isPutOff = answer?.said == .notNow
      found.append(one(.begin, start, settled: isBegun || isReviewDue || isPutOff))
      let last = max(start, looks.last ?? start)
      if isBegun, !state.isOver, !isReviewDue {
        found.append(
          one(.look, last.adding(days: Appointment.daysBetweenLooks), settled: false))
      }
    }
    if let review = experiment.review {
      found.append(one(.review, review, settled: state.isOver))
    }
    if let again = answer?.again { found.append(one(.again, again, settled: state.isOver)) }
    return found
  }

  private func goalDays(_ profile: Profile) -> [Appointment] {
    entries(playing: "goals", profile).enumerated().compactMap { place, entry in
      entry["day"]?.text.flatMap { Day($0) }.map {
        Appointment(
          kind: .goal, day: $0, name: entry["goal"]?.text ?? "", number: place + 1,
          isSettled: entry["reached"] != nil)
      }
    }
  }

  /// The talk and the next one; settled by an answer that was noted from then on.
  private func talkDays(_ profile: Profile) -> [Appointment] {
    let heard = item(playing: "replies").flatMap { profile.current(items[$0].address)?.at }
      .flatMap { Day(String($0.prefix(10))) }
    return [("talk-day", Appointment.Kind.talk), ("next-day", .next)].compactMap { role, kind in
      guard let item = item(playing: role),
        let day = profile.current(items[item].address)?.value.text.flatMap({ Day($0) })
      else { return nil }
      return Appointment(
        kind: kind, day: day, name: "", number: 1, isSettled: heard.map { $0 >= day } ?? false)
    }
  }

  /// The next session; settled by one that began from then on.
  private func sessionDay(_ profile: Profile) -> [Appointment] {
    guard let item = item(playing: "next-session"),
      let day = profile.current(items[item].address)?.value.text.flatMap({ Day($0) })
    else { return [] }
    let last = profile.sitting.flatMap { Day(String($0.began.prefix(10))) }
    return [
      Appointment(
        kind: .session, day: day, name: "", number: 1, isSettled: last.map { $0 >= day } ?? false)
    ]
  }

  /// The day on which somebody asks how it went; settled by a look at any step from then on.
  private func askedDay(_ looks: [CheckIn], _ profile: Profile) -> [Appointment] {
    guard let item = item(playing: "asked-on"),
      let day = profile.current(items[item].address)?.value.text.flatMap({ Day($0) })
    else { return [] }
    return [
      Appointment(
        kind: .asked, day: day, name: "", number: 1,
        isSettled: looks.contains { $0.day.map { $0 >= day } ?? false })
    ]
  }
}

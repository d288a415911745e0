package import Briefs
import Rules
import Workbook

extension OpenWorkbook {
  /// Every day that a person set, as entries of a calendar.
  ///
  /// - Parameter inWords: whether the person's own words stand in them; without, each says the same.
  package func calendar(inWords: Bool) -> CalendarFile {
    // Two people's days may meet in one calendar; the mark of the profile is mixed, so that it tells nothing of it.
    var mixed = SplitMix64(state: seed)
    let mark = String(mixed.next(), radix: 36)
    let days = pack.appointments(profile, today: today).filter { !$0.isSettled }
    // By its words, not by its place: an entry keeps its name when one before it goes.
    var names: [String: Int] = [:]
    return CalendarFile(
      events: days.map { one in
        let own = "\(one.kind.rawValue) \(one.name)"
        names[own, default: 0] += 1
        var hash = SplitMix64(state: seed)
        for byte in own.utf8 { hash.state = hash.next() ^ UInt64(byte) }
        let name = String(hash.next(), radix: 36)
        return CalendarFile.Event(
          id: "\(one.kind.rawValue)-\(name)-\(names[own] ?? 1)-\(mark)", day: one.day,
          summary: inWords ? summary(one) : phrases(.calendarPlain))
      }, made: now)
  }

  private func summary(_ one: Appointment) -> String {
    let phrase: Phrase =
      switch one.kind {
      case .begin: .calendarBegin
      case .look: .calendarLook
      case .review: .calendarReview
      case .goal: .calendarGoal
      case .asked: .calendarAsked
      case .again: .calendarAgain
      case .talk: .calendarTalk
      case .next: .calendarNext
      case .session: .calendarSession
      }
    return phrases(phrase, ["name": one.name])
  }
}

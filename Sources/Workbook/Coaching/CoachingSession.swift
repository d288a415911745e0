package import JSON

/// A guided session as the client's own file keeps it: where it stands, so that it goes on after whatever cut it off.
package struct CoachingSession: Hashable, Sendable {
  /// Who sits at the keyboard, and who sees.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Both read what they agree on.
    case agreement
    /// Both see the screen.
    case together
    /// The keyboard is the client's, and what is typed stays theirs until they show it.
    case clientOnly = "client"
    /// What was saved and shown is read once more, then the file is closed.
    case closing
    case closed
  }

  /// From the coach's file: which session this is. Eight random bytes in hexadecimal.
  package var number: String
  /// The plan that it goes by, by id.
  package var plan: String
  /// UTC, `2026-11-22T08:00:00Z`.
  package var began: String
  package var state: State
  /// The agreement's version that both confirmed in this session; 0 before that.
  package var version: Int

  package init(
    number: String, plan: String, began: String, state: State = .agreement, version: Int = 0
  ) {
    self.number = number
    self.plan = plan
    self.began = began
    self.state = state
    self.version = version
  }

  /// - Returns: `nil` where it is none.
  package init?(_ plain: JSONValue) {
    guard let number = plain["number"]?.text, let plan = plain["plan"]?.text,
      let began = plain["began"]?.text, let name = plain["state"]?.text,
      let state = State(rawValue: name), let version = plain["version"]?.whole
    else { return nil }
    self.init(number: number, plan: plan, began: began, state: state, version: version)
  }

  package var plain: JSONValue {
    [
      "number": .text(number), "plan": .text(plan), "began": .text(began),
      "state": .text(state.rawValue), "version": .whole(version),
    ]
  }

  /// The change that notes it. Undo reaches no further back than the last one: across the handing over of a keyboard nothing is
  /// taken back unseen.
  package var change: Change { .setting(name: CoachingSession.name, value: plain) }

  static let name = "session"
  static let seen = "seen"
  static let kept = "kept"
}

extension Profile {
  /// The last session, closed or not.
  package var sitting: CoachingSession? {
    settings[CoachingSession.name].flatMap { CoachingSession($0) }
  }
}

extension Answer {
  /// The change that says whether both of a session have seen this answer; a later one to the same item is unseen again.
  package func showing(_ isShown: Bool) -> Change {
    .setting(
      name: isShown ? CoachingSession.seen : CoachingSession.kept,
      value: [
        "exercise": .text(address.exercise), "item": .text(address.item), "at": .text(at),
      ])
  }
}

/// What a condition comes to: yes, no, or not known yet (strong Kleene logic).
///
/// Unknown is not no: an unanswered question never counts against a person.
package enum Verdict: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  // In this order the least of several is what all of them come to, the greatest what any does.
  case no, unknown, yes

  package init(_ truth: Bool) { self = truth ? .yes : .no }

  package static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

  /// As files and JSON name it.
  package var name: String {
    switch self {
    case .no: "no"
    case .unknown: "unknown"
    case .yes: "yes"
    }
  }

  package init?(name: String) {
    guard let verdict = Verdict.allCases.first(where: { $0.name == name }) else { return nil }
    self = verdict
  }

  /// Yes becomes no, no becomes yes, unknown stays.
  package var negated: Verdict {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// No if a part is no, else unknown if a part is, else yes.
  package static func all(_ parts: some Sequence<Verdict>) -> Verdict {
    var result = Verdict.yes
    for part in parts {
      switch part {
      case .no: return .no
      case .unknown: result = .unknown
      case .yes: continue
      }
    }
    return result
  }

  /// Yes if a part is yes, else unknown if a part is, else no.
  package static func any(_ parts: some Sequence<Verdict>) -> Verdict {
    var result = Verdict.no
    for part in parts {
      switch part {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no: continue
      }
    }
    return result
  }

  /// Yes with `count` yes; no once yes and unknown together are fewer; else unknown.
  package static func atLeast(_ count: Int, of parts: some Sequence<Verdict>) -> Verdict {
    var yes = 0
    var unknown = 0
    for part in parts {
      switch part {
      case .yes: yes += 1
      case .unknown: unknown += 1
      case .no: continue
      }
    }
    if yes >= count { return .yes }
    return yes + unknown < count ? .no : .unknown
  }
}

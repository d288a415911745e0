/// Points for or against a candidate, given while its condition is yes.
package struct Support: Hashable, Sendable {
  package var id: String
  /// Above 0 speaks for, below 0 against.
  package var points: Int
  package var when: Condition
  /// Which kind of reason it is; `nil` for one against, and where the candidate has no groups.
  package var group: SupportGroup?

  package init(id: String, points: Int, when: Condition, group: SupportGroup? = nil) {
    self.id = id
    self.points = points
    self.when = when
    self.group = group
  }
}

/// Rules a candidate out while its condition is yes.
package struct Gate: Hashable, Sendable {
  package var id: String
  package var when: Condition

  package init(id: String, when: Condition) {
    self.id = id
    self.when = when
  }
}

/// Keeps a candidate from being strong while its condition is yes: something has to be found out first.
package struct Hold: Hashable, Sendable {
  package var id: String
  package var when: Condition

  package init(id: String, when: Condition) {
    self.id = id
    self.when = when
  }
}

/// What the rules rank: a pathway or a direction.
package struct Candidate: Hashable, Sendable {
  package var id: String
  package var supports: [Support]
  package var gates: [Gate]
  package var holds: [Hold]
  /// How hard it is to undo: 1 in a day, 5 not at all; `nil` where nobody said.
  package var reversibility: Int?

  package init(
    id: String, supports: [Support], gates: [Gate] = [], holds: [Hold] = [],
    reversibility: Int? = nil
  ) {
    self.id = id
    self.supports = supports
    self.gates = gates
    self.holds = holds
    self.reversibility = reversibility
  }

  /// Whether its reasons are told apart as push, pull and proof.
  package var isGrouped: Bool { supports.contains { $0.group != nil } }

  /// All that decides it: of its supports, its gates, its holds.
  package var conditions: [Condition] {
    supports.map(\.when) + gates.map(\.when) + holds.map(\.when)
  }

  /// From here on a move costs standing, income or more, and needs proof.
  package static let hardToUndo = 4

  package var isHardToUndo: Bool { (reversibility ?? 1) >= Candidate.hardToUndo }
}

/// How much a candidate has on its side, in words.
package enum Band: Int, Hashable, Sendable, Comparable, CaseIterable {
  case littleSoFar, worthExploring, strong

  package static func < (left: Band, right: Band) -> Bool { left.rawValue < right.rawValue }

  /// As files and JSON name it.
  package var name: String {
    switch self {
    case .littleSoFar: "little so far"
    case .worthExploring: "worth exploring"
    case .strong: "strong"
    }
  }

  package init?(name: String) {
    guard let band = Band.allCases.first(where: { $0.name == name }) else { return nil }
    self = band
  }
}

/// The numbers of a pack's head that cut scores into bands and say what is level.
package struct BandThresholds: Hashable, Sendable {
  /// Points from which a candidate is strong.
  package var strong: Int
  /// Per cent of its points that must be decided for that.
  package var known: Int
  /// Points from which it is worth exploring.
  package var exploring: Int
  /// Points of proof without which what is hard to undo is not strong.
  package var proof: Int
  /// Points within which two are level.
  package var level: Int
  /// Points that the first must be ahead by, and one more, to be called clearly first.
  package var ahead: Int

  package init(
    strong: Int = 50, known: Int = 60, exploring: Int = 25, proof: Int = 10, level: Int = 10,
    ahead: Int = 15
  ) {
    self.strong = strong
    self.known = known
    self.exploring = exploring
    self.proof = proof
    self.level = level
    self.ahead = ahead
  }
}

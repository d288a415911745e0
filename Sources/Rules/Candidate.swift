/// Points for or against a candidate, given while its condition is yes.
package struct Support: Hashable, Sendable {
  package var id: String
  /// Above 0 speaks for, below 0 against.
  package var points: Int
  package var when: Condition

  package init(id: String, points: Int, when: Condition) {
    self.id = id
    self.points = points
    self.when = when
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

/// What the rules rank: a pathway or a direction.
package struct Candidate: Hashable, Sendable {
  package var id: String
  package var supports: [Support]
  package var gates: [Gate]

  package init(id: String, supports: [Support], gates: [Gate] = []) {
    self.id = id
    self.supports = supports
    self.gates = gates
  }
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

/// The four numbers of a pack's head that cut scores into bands.
package struct BandThresholds: Hashable, Sendable {
  /// Points from which a candidate is strong.
  package var strong: Int
  /// Per cent of its points that must be decided for that.
  package var known: Int
  /// Points from which it is worth exploring.
  package var exploring: Int
  /// Points from which it is, where what is undecided could still make it strong.
  package var open: Int

  package init(strong: Int, known: Int, exploring: Int, open: Int) {
    self.strong = strong
    self.known = known
    self.exploring = exploring
    self.open = open
  }
}

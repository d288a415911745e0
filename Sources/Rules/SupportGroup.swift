/// The three kinds of reasons for a move: what pushes away from here, what pulls there, and what was seen, tried, asked or checked.
package enum SupportGroup: String, Hashable, Sendable, CaseIterable {
  case push, pull, proof
}

/// Points of the reasons that hold, by their kind.
package struct GroupPoints: Hashable, Sendable {
  package private(set) var push = 0
  package private(set) var pull = 0
  package private(set) var proof = 0

  package init() {}

  package subscript(group: SupportGroup) -> Int {
    switch group {
    case .push: push
    case .pull: pull
    case .proof: proof
    }
  }

  package mutating func add(_ points: Int, to group: SupportGroup) {
    switch group {
    case .push: push += points
    case .pull: pull += points
    case .proof: proof += points
    }
  }
}

extension BandThresholds {
  /// Whether kinds of reasons make a strong fit: a push and one other speak, and what is hard to undo has proof.
  package func suffice(_ groups: GroupPoints, isHardToUndo: Bool) -> Bool {
    groups.push > 0 && (groups.pull > 0 || groups.proof > 0)
      && (!isHardToUndo || groups.proof >= proof)
  }
}

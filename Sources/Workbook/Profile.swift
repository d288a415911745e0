package import Plain

/// One answer as it is kept: what was said, when, in which round. It holds no title and knows no pack.
package struct Answer: Hashable, Sendable {
  package var address: ItemAddress
  /// Null is *rather not say*.
  package var value: Plain
  /// The answer it was drawn from.
  package var of: Plain?
  /// UTC, `2026-11-22T08:00:00Z`.
  package var at: String
  package var round: Int

  package init(address: ItemAddress, value: Plain, of: Plain? = nil, at: String, round: Int) {
    self.address = address
    self.value = value
    self.of = of
    self.at = at
    self.round = round
  }
}

/// What happened to a profile, one line of its log.
package enum Change: Hashable, Sendable {
  case answered(Answer)
  case undone
  case redone
  /// Something the person settled that is no answer: whose computer this is, where they stood.
  case setting(name: String, value: Plain)
  /// A receipt: what was shown to somebody, when, in which form.
  case shared(Plain)
  /// An answer to a page was taken from a file, once: which page's, and when. Its words are an answer like any other.
  case replied(Plain)
  /// Something was taken back for good; undo reaches no further back. It does not say what.
  case forgotten
}

/// What a log of changes comes to.
package struct Profile: Hashable, Sendable {
  /// Answers in the order given, undone ones left out.
  package private(set) var history: [Answer] = []
  private var undone: [Answer] = []
  /// How many answers lie before the last forgetting.
  private var floor = 0
  package private(set) var settings: [String: Plain] = [:]
  /// Whether nothing was answered since the person's place was noted.
  package private(set) var isPlaceFresh = false

  /// Receipts of what was shown, in order.
  package private(set) var receipts: [Plain] = []
  /// The pages whose answers were taken from files, in order.
  package private(set) var replies: [Plain] = []

  package init() {}

  package init(_ changes: some Sequence<Change>) {
    for change in changes { apply(change) }
  }

  package mutating func apply(_ change: Change) {
    switch change {
    case .answered(let answer):
      isPlaceFresh = false
      history.append(answer)
      undone.removeAll()
    case .undone:
      if history.count > floor, let last = history.popLast() { undone.append(last) }
    case .forgotten:
      undone.removeAll()
      floor = history.count
    case .redone:
      if let last = undone.popLast() { history.append(last) }
    case .shared(let receipt): receipts.append(receipt)
    case .replied(let reply): replies.append(reply)
    case .setting(let name, let value):
      settings[name] = value
      isPlaceFresh = name == "place"
    }
  }

  /// The present round, from 1.
  package var round: Int { history.reduce(1) { max($0, $1.round) } }

  /// The latest answer to each item, in the order in which these were given.
  package var current: [Answer] {
    var latest: [ItemAddress: Int] = [:]
    for (place, answer) in history.enumerated() { latest[answer.address] = place }
    return history.indices.filter { latest[history[$0].address] == $0 }.map { history[$0] }
  }

  package func current(_ address: ItemAddress) -> Answer? {
    history.last { $0.address == address }
  }

  /// What undo would take back, and redo bring again.
  package var nextUndo: Answer? { history.count > floor ? history.last : nil }
  package var nextRedo: Answer? { undone.last }
}

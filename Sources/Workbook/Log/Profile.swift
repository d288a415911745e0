package import JSON

/// One answer as it is kept: what was said, when, in which round. It holds no title and knows no pack.
package struct Answer: Hashable, Sendable {
  package var address: ItemAddress
  /// Null is *rather not say*.
  package var value: JSONValue
  /// The answer it was drawn from.
  package var of: JSONValue?
  /// UTC, `2026-11-22T08:00:00Z`.
  package var at: String
  package var round: Int

  package init(address: ItemAddress, value: JSONValue, of: JSONValue? = nil, at: String, round: Int)
  {
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
  case setting(name: String, value: JSONValue)
  /// A receipt: what was shown to somebody, when, in which form.
  case shared(JSONValue)
  /// An answer to a page was taken from a file, once: which page's, and when. Its words are an answer like any other.
  case replied(JSONValue)
  /// Something was taken back for good; undo reaches no further back. It does not say what.
  case forgotten
}

/// What a log of changes comes to.
package struct Profile: Hashable, Sendable {
  /// Answers in the order given, undone ones left out.
  package private(set) var history: [Answer] = []
  private var undone: [Answer] = []
  /// Who has seen which of the history, and of what was undone.
  private var sights: [Sight] = []
  private var undoneSights: [Sight] = []
  /// How many answers there were when each reply came: the last of them holds its words.
  private var replyMarks: [Int] = []
  /// How many answers lie before the last forgetting.
  private var floor = 0
  package private(set) var settings: [String: JSONValue] = [:]
  /// Whether nothing was answered since the person's place was noted.
  package private(set) var isPlaceFresh = false

  /// Receipts of what was shown, in order.
  package private(set) var receipts: [JSONValue] = []
  /// The pages whose answers were taken from files, in order.
  package private(set) var replies: [JSONValue] = []

  package init() {}

  package init(_ changes: some Sequence<Change>) {
    for change in changes { apply(change) }
  }

  package mutating func apply(_ change: Change) {
    switch change {
    case .answered(let answer):
      isPlaceFresh = false
      history.append(answer)
      sights.append(Sight())
      dropUndone()
    case .undone:
      if history.count > floor, let last = history.popLast() {
        undone.append(last)
        undoneSights.append(sights.removeLast())
        replyMarks.removeAll { $0 > history.count }
      }
    case .forgotten:
      dropUndone()
      floor = history.count
    case .redone:
      if let last = undone.popLast() {
        history.append(last)
        sights.append(undoneSights.removeLast())
      }
    case .shared(let receipt): receipts.append(receipt)
    case .replied(let reply):
      replies.append(reply)
      replyMarks.append(history.count)
    case .setting(let name, let value):
      settings[name] = value
      isPlaceFresh = name == "place"
      switch name {
      case CoachingSession.seen: note(value, isSeen: true)
      case CoachingSession.kept: note(value, isSeen: false)
      case CoachingSession.name:
        dropUndone()
        floor = history.count
      default: break
      }
    }
  }

  private mutating func dropUndone() {
    undone.removeAll()
    undoneSights.removeAll()
  }

  /// Whether both have seen the latest answer to an item; nothing where that is another one by now.
  private mutating func note(_ value: JSONValue, isSeen: Bool) {
    guard let exercise = value["exercise"]?.text, let item = value["item"]?.text else { return }
    let address = ItemAddress(exercise, item)
    guard let place = history.lastIndex(where: { $0.address == address }),
      history[place].at == value["at"]?.text
    else { return }
    sights[place].isSeen = isSeen
    // Alone in their part the client shows or keeps what they have said; anywhere else in a session both were there.
    if isSeen, sitting?.state != .clientOnly { sights[place].isJoint = true }
  }

  // MARK: - What both of a session see

  /// Whether both of a session have seen what stands for an item today; `false` where nothing stands.
  package func isSeen(_ address: ItemAddress) -> Bool {
    history.lastIndex { $0.address == address }.map { sights[$0].isSeen } ?? false
  }

  /// The items whose answer of today the client keeps.
  package var keptItems: Set<ItemAddress> {
    var kept: Set<ItemAddress> = []
    for (place, answer) in history.enumerated() {
      if sights[place].isSeen { kept.remove(answer.address) } else { kept.insert(answer.address) }
    }
    return kept
  }

  /// As both of a session see it: of each item the last answer that both have seen, as if no later one stood; no receipt, no
  /// reply. So an item of which the client keeps the only answer is like one that was never answered.
  package var seenByBoth: Profile {
    let places = history.indices.filter { sights[$0].isSeen }
    var other = self
    other.history = places.map { history[$0] }
    other.sights = places.map { sights[$0] }
    other.floor = places.count { $0 < floor }
    let redo = undone.indices.filter { undoneSights[$0].isSeen }
    other.undone = redo.map { undone[$0] }
    other.undoneSights = redo.map { undoneSights[$0] }
    (other.receipts, other.replies, other.replyMarks) = ([], [], [])
    return other
  }

  /// What the client had answered alone to an item before both answered it together: it no longer counts, and isn't lost.
  package func ownBefore(_ address: ItemAddress) -> Answer? {
    let places = history.indices.filter { history[$0].address == address }
    guard let last = places.last, sights[last].isJoint,
      let own = places.last(where: { !sights[$0].isJoint }), !sights[own].isSeen
    else { return nil }
    return history[own]
  }

  /// The items that both answered over an answer of the client's own.
  package var answeredOver: [ItemAddress] {
    current.map(\.address).filter { ownBefore($0) != nil }
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

  /// Whether the last answer was taken from somebody's file, which is taken once: undone, it could not be had again.
  package var endsInReply: Bool { replyMarks.contains(history.count) }
}

/// Who has seen one answer, as far as sessions go.
private struct Sight: Hashable, Sendable {
  /// Both of a session have.
  var isSeen = false
  /// Both were there when it was given.
  var isJoint = false
}

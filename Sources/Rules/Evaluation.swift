/// What a rule set comes to for one set of facts, kept up to date as facts change.
///
/// After any row of changes it equals an evaluation made afresh of the same facts.
package struct Evaluation: Sendable {
  package let rules: RuleSet
  /// `nil` where nobody said; then conditions on today are unknown.
  package private(set) var today: Day?
  /// The value of each fact, by its place; `nil` is unknown.
  package private(set) var facts: [Value?]
  private var figures: [NumericValue]
  /// A verdict a slot.
  private var verdicts: [Verdict]
  private var counts: [Count]

  /// What the supports of one candidate come to, in points.
  struct Count: Hashable, Sendable {
    var score = 0
    var decided = 0
    var total = 0
    /// Points of the supports for it that hold.
    var speaking = 0
    var groups = GroupPoints()
    /// Gates that are yes.
    var closed = 0
    /// Holds that are yes.
    var held = 0
  }

  /// - Parameter facts: the value of each fact, by its place; `nil` is unknown.
  package init(_ rules: RuleSet, facts: [Value?], today: Day?) {
    self.rules = rules
    self.today = today
    self.facts = facts
    figures = facts.map { NumericValue($0) }
    verdicts = Array(
      repeating: .unknown, count: rules.comparisons.count + rules.joints.count)
    counts = Array(repeating: Count(), count: rules.candidates.count)
    decideAll()
  }

  /// Gives a fact another value, and re-decides what depends on it.
  package mutating func set(_ fact: Int, _ value: Value?) {
    facts[fact] = value
    figures[fact] = NumericValue(value)
    for slot in rules.comparisonsOfFact[fact] { change(slot, to: decided(slot)) }
  }

  /// The same facts on another day.
  package func on(_ today: Day?) -> Evaluation {
    var other = self
    other.today = today
    for slot in rules.slotsReadingToday { other.change(slot, to: other.decided(slot)) }
    return other
  }

  // MARK: - Deciding

  private mutating func decideAll() {
    for slot in rules.comparisons.indices { verdicts[slot] = decided(slot) }
    let first = rules.comparisons.count
    for joint in rules.joints.indices { verdicts[first + joint] = joined(joint) }
    for support in rules.supports {
      counts[support.candidate].total += abs(support.points)
      counts[support.candidate].count(support, verdicts[support.slot], 1)
    }
    for gate in rules.gates where verdicts[gate.slot] == .yes {
      counts[gate.candidate].closed += 1
    }
    for hold in rules.holds where verdicts[hold.slot] == .yes {
      counts[hold.candidate].held += 1
    }
  }

  private func decided(_ slot: Int) -> Verdict {
    let comparison = rules.comparisons[slot]
    if comparison.sort != .none { return comparison.verdict(figures[comparison.fact]) }
    return rules.operators[slot].verdict(on: facts[comparison.fact], today: today)
  }

  @inline(__always)
  private func joined(_ joint: Int) -> Verdict {
    let members = rules.parts
    let places = members.places(of: joint)
    let parts = places.lazy.map { verdicts[members[at: $0]] }
    switch rules.joints[joint] {
    case .all: return Verdict.all(parts)
    case .any: return Verdict.any(parts)
    case .not: return parts[places.lowerBound].negated
    case .atLeast(let count): return Verdict.atLeast(count, of: parts)
    }
  }

  /// A slot may be decided more than once on the way; the last time is after all that it reads.
  private mutating func change(_ slot: Int, to verdict: Verdict) {
    let before = verdicts[slot]
    if verdict == before { return }
    verdicts[slot] = verdict
    for place in rules.supportsOfSlot.places(of: slot) {
      let support = rules.supports[rules.supportsOfSlot[at: place]]
      counts[support.candidate].count(support, before, -1)
      counts[support.candidate].count(support, verdict, 1)
    }
    for place in rules.gatesOfSlot.places(of: slot) {
      let candidate = rules.gates[rules.gatesOfSlot[at: place]].candidate
      counts[candidate].closed += (verdict == .yes ? 1 : 0) - (before == .yes ? 1 : 0)
    }
    for place in rules.holdsOfSlot.places(of: slot) {
      let candidate = rules.holds[rules.holdsOfSlot[at: place]].candidate
      counts[candidate].held += (verdict == .yes ? 1 : 0) - (before == .yes ? 1 : 0)
    }
    let first = rules.comparisons.count
    for place in rules.jointsOfSlot.places(of: slot) {
      let joint = rules.jointsOfSlot[at: place]
      change(first + joint, to: joined(joint))
    }
  }

  // MARK: - What came of it

  /// Points of the supports that hold, for less against, a candidate.
  package var scores: [Int] { counts.map(\.score) }

  package func score(_ candidate: Int) -> Int { counts[candidate].score }

  /// Points, either sign, of the supports that are decided, and of all.
  package func decided(_ candidate: Int) -> Int { counts[candidate].decided }
  package func total(_ candidate: Int) -> Int { counts[candidate].total }

  /// Points of the supports for it that hold.
  package func speaking(_ candidate: Int) -> Int { counts[candidate].speaking }

  /// Whether something has to be found out before it can be strong.
  package func isHeld(_ candidate: Int) -> Bool { counts[candidate].held > 0 }

  package func isRuledOut(_ candidate: Int) -> Bool { counts[candidate].closed > 0 }

  package func verdict(ofSupport number: Int) -> Verdict { verdicts[rules.supports[number].slot] }

  package func verdict(ofGate number: Int) -> Verdict { verdicts[rules.gates[number].slot] }

  package func verdict(ofHold number: Int) -> Verdict { verdicts[rules.holds[number].slot] }

  package func band(_ candidate: Int, _ bands: BandThresholds) -> Band {
    if isStrong(candidate, bands) { return .strong }
    return counts[candidate].score >= bands.exploring ? .worthExploring : .littleSoFar
  }

  /// Enough points, enough of them decided, nothing left to find out first, and no objection that weighs more than half of what
  /// speaks for it. Where reasons are told apart, a push and another kind speak; what is hard to undo needs proof.
  private func isStrong(_ candidate: Int, _ bands: BandThresholds) -> Bool {
    let count = counts[candidate]
    guard count.score >= bands.strong, 100 * count.decided >= bands.known * count.total,
      count.held == 0, 2 * heaviestObjection(candidate) <= count.speaking
    else { return false }
    return !rules.isGrouped[candidate]
      || bands.suffice(count.groups, isHardToUndo: rules.isHardToUndo[candidate])
  }

  /// Points of the heaviest support against it that holds.
  private func heaviestObjection(_ candidate: Int) -> Int {
    rules.supportNumbers(of: candidate).reduce(0) { most, number in
      let points = rules.points(ofSupport: number)
      return points < 0 && verdict(ofSupport: number) == .yes ? max(most, -points) : most
    }
  }

  /// What a list is ordered by: who has the greater key is ahead.
  package func key(_ candidate: Int, _ bands: BandThresholds) -> RankKey {
    RankKey(
      stands: counts[candidate].closed == 0, band: band(candidate, bands),
      score: counts[candidate].score)
  }

  /// The candidates of a list that nobody is ahead of.
  package func leaders(_ list: Range<Int>, _ bands: BandThresholds) -> [Int] {
    var best: RankKey?
    var found: [Int] = []
    for candidate in list {
      let key = key(candidate, bands)
      if let best, key < best { continue }
      if best == key { found.append(candidate) } else { found = [candidate] }
      best = key
    }
    return found
  }

  /// Everything found of one candidate; its rank is that of a list of one.
  package func standing(_ candidate: Int, _ bands: BandThresholds) -> CandidateResult {
    let supports = rules.supportNumbers(of: candidate)
    let gates = rules.gateNumbers(of: candidate)
    let count = counts[candidate]
    return CandidateResult(
      supports: supports.map { verdict(ofSupport: $0) }, gates: gates.map { verdict(ofGate: $0) },
      holds: rules.holdNumbers(of: candidate).map { verdict(ofHold: $0) },
      score: count.score, decided: count.decided, total: count.total, groups: count.groups,
      band: band(candidate, bands), rank: 1)
  }

  /// The standings of a list, ranked among each other.
  package func ranking(_ list: Range<Int>, _ bands: BandThresholds) -> Ranking {
    Ranking(list.map { standing($0, bands) })
  }
}

extension Evaluation.Count {
  /// - Parameter sign: 1 to count a support, −1 to take it out again.
  fileprivate mutating func count(_ support: CompiledSupport, _ verdict: Verdict, _ sign: Int) {
    let points = sign * support.points
    switch verdict {
    case .yes:
      score += points
      decided += sign * abs(support.points)
      if support.points > 0 { speaking += points }
      if let group = support.group { groups.add(points, to: group) }
    case .no: decided += sign * abs(support.points)
    case .unknown: return
    }
  }
}

/// What a list of candidates is ordered by: standing before ruled out, then the band, then the score.
package struct RankKey: Hashable, Sendable, Comparable {
  package var stands: Bool
  package var band: Band
  package var score: Int

  package init(stands: Bool, band: Band, score: Int) {
    self.stands = stands
    self.band = band
    self.score = score
  }

  /// 1 + how many are strictly ahead, for each of a list; level ones share it.
  package static func ranks(_ keys: [RankKey]) -> [Int] {
    keys.map { key in 1 + keys.count { $0 > key } }
  }

  package static func < (left: RankKey, right: RankKey) -> Bool {
    if left.stands != right.stands { return right.stands }
    if left.band != right.band { return left.band < right.band }
    return left.score < right.score
  }
}

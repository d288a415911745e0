import Rules

/// The cheapest things a person could do that would bring a pathway to the first place.
package struct WhatIf: Hashable, Sendable {
  /// Place of the pathway.
  package var pathway: Int
  /// Its rank today.
  package var rank: Int
  /// Sets of moves on different items, all of one cost, fewest moves first, then in the pack's order; empty where the pathway is
  /// first today, or where there is none.
  package var sets: [MoveSet]

  package static let mostMoves = 3
  package static let mostShown = 5

  package var isFirstToday: Bool { rank == 1 }
  package var isFound: Bool { isFirstToday || !sets.isEmpty }

  /// Moves made together.
  package struct MoveSet: Hashable, Sendable {
    /// In the pack's order.
    package var moves: [Intervention]
    package var cost: Int
    /// The pathway's rank in a reading made afresh of the answers with these moves.
    package var rankAfter: Int
  }

  package init(_ reading: FactBase, pathway: Int, mostMoves: Int = WhatIf.mostMoves) {
    self.pathway = pathway
    rank = Assessment(reading).pathways.standings[pathway].rank
    sets = []
    if rank == 1 { return }
    var search = WhatIfSearch(reading, pathway)
    sets = search.cheapest(mostMoves: mostMoves).prefix(WhatIf.mostShown).map { moves in
      MoveSet(
        moves: moves, cost: moves.reduce(0) { $0 + $1.cost },
        rankAfter: Assessment(reading.rerun(moves)).pathways.standings[pathway].rank)
    }
  }
}

extension FactBase {
  /// A reading made afresh of the answers with some moves made: what proves them.
  package func rerun(_ moves: [Intervention]) -> FactBase {
    var answers = answers
    for move in moves { answers.given[move.item] = answers.given(by: move, pack) }
    return FactBase(shared, answers, today: today)
  }

  /// What a move puts in the place of an answer.
  package func given(by move: Intervention) -> Response { answers.given(by: move, pack) }
}

extension Responses {
  fileprivate func given(by move: Intervention, _ pack: Pack) -> Response {
    let of = pack.items[move.item].from.flatMap { given[$0]?.value?.plain }
    return Response(value: move.value, of: of, round: round)
  }
}

/// Branch and bound over the moves that can matter to a pathway or its rivals.
private struct WhatIfSearch {
  private let pack: Pack
  private let pathway: Int
  private var reading: FactBase
  /// The items that can be moved and that some pathway rests on, in the pack's order.
  private var groups: [Group]
  private var best = Int.max
  private var found: [[Intervention]] = []
  private var chosen: [Intervention] = []

  /// The moves on one item, and which rules they can reach.
  private struct Group {
    var moves: [Intervention]
    /// Numbers of supports by pathway.
    var supports: [[Int]]
    /// Whether it can reach a gate, by pathway.
    var gates: [Bool]
    /// Whether it can reach a hold, by pathway.
    var holds: [Bool]
  }

  init(_ reading: FactBase, _ pathway: Int) {
    pack = reading.pack
    self.reading = reading
    self.pathway = pathway
    let items = pack.items.indices.filter { reading.isChangeable($0) }
    groups = []
    for item in items {
      let moves = reading.moves(on: item)
      let group = WhatIfSearch.group(moves, item, reading.pack)
      let reaches =
        group.gates.contains(true) || group.holds.contains(true)
        || group.supports.contains { !$0.isEmpty }
      if !moves.isEmpty && reaches { groups.append(group) }
    }
  }

  private static func group(_ moves: [Intervention], _ item: Int, _ pack: Pack) -> Group {
    let facts = pack.factsResting(on: item)
    var group = Group(
      moves: moves, supports: pack.pathways.map { _ in [] },
      gates: pack.pathways.map { _ in false }, holds: pack.pathways.map { _ in false })
    let supports = facts.reduce(into: Set<Int>()) { $0.formUnion(pack.rules.supports(reading: $1)) }
    let gates = facts.reduce(into: Set<Int>()) { $0.formUnion(pack.rules.gates(reading: $1)) }
    let holds = facts.reduce(into: Set<Int>()) { $0.formUnion(pack.rules.holds(reading: $1)) }
    for place in pack.pathwayPlaces {
      group.supports[place] = pack.rules.supportNumbers(of: place).filter(supports.contains)
      group.gates[place] = pack.rules.gateNumbers(of: place).contains(where: gates.contains)
      group.holds[place] = pack.rules.holdNumbers(of: place).contains(where: holds.contains)
    }
    return group
  }

  /// Sets of one move are looked through first, then of two, so that the price of a later one is bounded early.
  mutating func cheapest(mostMoves: Int) -> [[Intervention]] {
    for count in 1...max(1, mostMoves) { extend(from: 0, by: count, cost: 0) }
    return found
  }

  private mutating func extend(from start: Int, by count: Int, cost: Int) {
    guard groups.count - start >= count, canLead(from: start, by: count) else { return }
    for place in start..<groups.count {
      for move in groups[place].moves where cost + move.cost <= best {
        let held = reading.answers.given[move.item]
        chosen.append(move)
        reading.answer(move.item, reading.given(by: move))
        if count == 1 {
          if leads { keep(cost + move.cost) }
        } else if !leads {
          // A set that leads already is cheaper without what would be added.
          extend(from: place + 1, by: count - 1, cost: cost + move.cost)
        }
        reading.answer(move.item, held)
        chosen.removeLast()
      }
    }
  }

  private mutating func keep(_ cost: Int) {
    if cost < best { found = [] }
    best = cost
    found.append(chosen)
  }

  private var leads: Bool {
    reading.evaluation.leaders(pack.pathwayPlaces, pack.bands).contains(pathway)
  }

  // MARK: - The bound

  /// Whether the pathway could come first by so many more moves on the items from `start` on. Never `false` where it could.
  private func canLead(from start: Int, by count: Int) -> Bool {
    let rest = groups[start...]
    if reading.evaluation.isRuledOut(pathway), !rest.contains(where: { $0.gates[pathway] }),
      pack.pathwayPlaces.contains(where: { stands($0, rest) })
    {
      return false
    }
    let gains = rest.map { change($0, of: pathway, upwards: true) }
    let highest = pack.bands.highest(
      reading.evaluation.score(pathway) + WhatIfSearch.greatest(count, gains))
    return pack.pathwayPlaces.allSatisfy { rival in
      rival == pathway || !staysAhead(rival, rest, gains, count, highest)
    }
  }

  /// Whether a pathway is not ruled out, and cannot be.
  private func stands(_ place: Int, _ rest: ArraySlice<Group>) -> Bool {
    !reading.evaluation.isRuledOut(place) && !rest.contains { $0.gates[place] }
  }

  /// Whether a rival stays ahead whatever is done: it cannot be ruled out, its band cannot fall below the best that the pathway
  /// can reach, and the points cannot be made up.
  private func staysAhead(
    _ rival: Int, _ rest: ArraySlice<Group>, _ gains: [Int], _ count: Int, _ highest: Band
  ) -> Bool {
    let evaluation = reading.evaluation
    if !stands(rival, rest) { return false }
    let losses = rest.map { change($0, of: rival, upwards: false) }
    let lost = WhatIfSearch.greatest(count, losses)
    let undecided = WhatIfSearch.greatest(count, rest.map { weight($0, of: rival) })
    if lowest(rival, rest, losing: lost, undeciding: undecided) < highest { return false }
    let swings = zip(gains, losses).map { $0 + $1 }
    return evaluation.score(pathway) + WhatIfSearch.greatest(count, swings)
      < evaluation.score(rival)
  }

  /// The least band that a rival can fall to.
  private func lowest(
    _ rival: Int, _ rest: ArraySlice<Group>, losing points: Int, undeciding: Int
  ) -> Band {
    let evaluation = reading.evaluation
    let score = evaluation.score(rival) - points
    if score < pack.bands.exploring { return .littleSoFar }
    let decided = evaluation.decided(rival) - undeciding
    guard evaluation.band(rival, pack.bands) == .strong, score >= pack.bands.strong,
      100 * decided >= pack.bands.known * evaluation.total(rival),
      !rest.contains(where: { $0.holds[rival] }),
      staysWhole(rival, rest, speaking: evaluation.speaking(rival) - points)
    else { return .worthExploring }
    return .strong
  }

  /// Whether its kinds of reasons speak on, and no objection grows too heavy, whatever becomes of the supports in reach.
  private func staysWhole(_ rival: Int, _ rest: ArraySlice<Group>, speaking: Int) -> Bool {
    let reached = rest.reduce(into: Set<Int>()) { $0.formUnion($1.supports[rival]) }
    let candidate = pack.pathways[rival].candidate
    var kept = GroupPoints()
    var objection = 0
    for (number, support) in zip(pack.rules.supportNumbers(of: rival), candidate.supports) {
      let holds = reading.evaluation.verdict(ofSupport: number) == .yes
      if support.points < 0, holds || reached.contains(number) {
        objection = max(objection, -support.points)
      }
      if let group = support.group, holds, !reached.contains(number) {
        kept.add(support.points, to: group)
      }
    }
    if 2 * objection > speaking { return false }
    return !candidate.isGrouped || pack.bands.suffice(kept, isHardToUndo: candidate.isHardToUndo)
  }

  /// How far one item's moves can at most raise, or lower, a pathway's score as it stands now.
  private func change(_ group: Group, of place: Int, upwards: Bool) -> Int {
    group.supports[place].reduce(0) { sum, number in
      let points = pack.rules.points(ofSupport: number)
      let holds = reading.evaluation.verdict(ofSupport: number) == .yes
      let gain = holds ? -points : points
      return sum + max(0, upwards ? gain : -gain)
    }
  }

  /// The points of a pathway, either sign, that one item's moves can reach.
  private func weight(_ group: Group, of place: Int) -> Int {
    group.supports[place].reduce(0) { $0 + abs(pack.rules.points(ofSupport: $1)) }
  }

  private static func greatest(_ count: Int, _ numbers: [Int]) -> Int {
    numbers.sorted(by: >).prefix(count).reduce(0, +)
  }
}

extension BandThresholds {
  /// The best band that a score can stand in, whatever is decided.
  fileprivate func highest(_ score: Int) -> Band {
    if score >= strong { return .strong }
    return score >= exploring ? .worthExploring : .littleSoFar
  }
}

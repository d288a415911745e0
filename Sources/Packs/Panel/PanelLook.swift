package import Rules
package import Workbook

/// What the program makes of one made-up life: its first moves, its next questions, and why others stand behind.
package struct PanelLook: Hashable, Sendable {
  package var life: String
  /// The moves that are shown, then those that follow them, up to five; those ruled out are left aside.
  package var first: [String]
  /// The same where every support weighs alike.
  package var equal: [String]
  /// Places of the items that it would ask next.
  package var next: [Int]
  /// Where each move of today's pack stands.
  package var places: [String: Place]

  /// A move in the program's list for a life.
  package struct Place: Hashable, Sendable {
    package var rank: Int
    /// Rules that keep it back, as `pathway.rule`: a gate that holds, then what speaks for it and does not, or not yet.
    package var deciding: [String]
  }

  package static let questions = 3
  private static let rules = 3

  /// - Parameter equal: see ``equalRules(of:)``.
  package init(_ life: Panel.Life, _ panel: Panel, _ pack: Pack, equal rules: RuleSet) {
    let answers = CaseRun.answers(life.answers, pack)
    let assessment = Assessment(FactBase(pack, answers, today: nil))
    self.life = life.id
    first = PanelLook.first(of: assessment, panel)
    equal = PanelLook.first(of: assessment.decided(by: rules), panel)
    next = NextQuestion.best(pack, answers, today: nil).prefix(PanelLook.questions).map(\.item)
    places = [:]
    for place in assessment.pathways.order {
      let move = panel.move(pack.pathways[place].id)
      if places[move] != nil { continue }
      let standing = assessment.pathways.standings[place]
      places[move] = Place(
        rank: standing.rank,
        deciding: PanelLook.deciding(pack.pathways[place].candidate, standing))
    }
  }

  /// Pathways that are read as one move take one place.
  private static func first(of found: Assessment, _ panel: Panel) -> [String] {
    var moves: [String] = []
    for place in found.shownPathways + found.listOrder {
      let move = panel.move(found.pack.pathways[place].id)
      if !moves.contains(move) { moves.append(move) }
    }
    return Array(moves.prefix(PanelReader.best))
  }

  private static func deciding(_ candidate: Candidate, _ standing: CandidateResult) -> [String] {
    let gates = standing.gates.indices.filter { standing.gates[$0] == .yes }
      .map { candidate.gates[$0].id }
    let supports = candidate.supports
    let failing = supports.indices.filter {
      supports[$0].points > 0 && standing.supports[$0] != .yes
    }
    let heaviest = failing.sorted { (-supports[$0].points, $0) < (-supports[$1].points, $1) }
      .map { supports[$0].id }
    return (gates + heaviest).prefix(rules).map { candidate.id + "." + $0 }
  }

  /// The pack's rules with one weight for all supports, the mean of theirs; what speaks against still does.
  package static func equalRules(of pack: Pack) -> RuleSet {
    let candidates = (pack.pathways + pack.directions).map(\.candidate)
    let all = pack.pathways.flatMap(\.candidate.supports)
    let sum = all.reduce(0) { $0 + abs($1.points) }
    let weight = max(1, Int((Double(sum) / Double(max(1, all.count))).rounded()))
    let equal = candidates.map { candidate in
      var candidate = candidate
      for place in candidate.supports.indices {
        candidate.supports[place].points = candidate.supports[place].points < 0 ? -weight : weight
      }
      return candidate
    }
    return RuleSet(equal, factCount: pack.facts.count)
  }
}

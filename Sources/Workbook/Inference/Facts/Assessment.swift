package import Rules

/// The two lists ranked for one reading: what the pathways screen, the command and the brief draw.
package struct Assessment: Sendable {
  package let reading: FactBase
  package let pathways: Ranking
  package let directions: Ranking

  package init(_ reading: FactBase) {
    self.reading = reading
    let pack = reading.pack
    pathways = reading.evaluation.ranking(pack.pathwayPlaces, pack.bands)
    directions = reading.evaluation.ranking(pack.directionPlaces, pack.bands)
  }

  /// The same person, judged by other rules for the same candidates.
  package func decided(by rules: RuleSet) -> Assessment {
    let evaluation = Evaluation(rules, facts: reading.facts, today: reading.today)
    return Assessment(
      reading: reading, pathways: evaluation.ranking(pack.pathwayPlaces, pack.bands),
      directions: evaluation.ranking(pack.directionPlaces, pack.bands))
  }

  private init(reading: FactBase, pathways: Ranking, directions: Ranking) {
    self.reading = reading
    self.pathways = pathways
    self.directions = directions
  }

  package var pack: Pack { reading.pack }

  /// How firm the order of the pathways is, one a pathway.
  package func firmness() -> [Firmness] {
    Firmness.of(pack.pathways.map(\.candidate), pathways)
  }

  /// Places of the directions shown with a pathway that looks for one: the first two that are more than little so far.
  package var shownDirections: [Int] {
    Array(directions.order.filter { directions.standings[$0].band != .littleSoFar }.prefix(2))
  }

  /// Whether nothing speaks for any pathway yet: then there is no order to show.
  package var isBlank: Bool {
    pathways.standings.allSatisfy { !$0.supports.contains(.yes) }
  }

  /// The supports that hold, the heaviest first, then in the pack's order.
  package func reasons(_ candidate: Pathway, _ standing: CandidateResult) -> [Reason] {
    let holding = standing.supports.indices.filter { standing.supports[$0] == .yes }
    let supports = candidate.candidate.supports
    return holding.sorted { (-supports[$0].points, $0) < (-supports[$1].points, $1) }.map {
      Reason(
        rule: supports[$0].id, points: supports[$0].points, group: supports[$0].group,
        text: candidate.because[$0], when: supports[$0].when,
        answers: reading.sources(deciding: supports[$0].when))
    }
  }

  /// The reasons for a candidate that a page tells first: the heaviest of each exercise before a second of any, so that they
  /// come from several sides of a life.
  package func toldReasons(_ reasons: [Reason], most: Int) -> [Reason] {
    var firsts: [Reason] = []
    var seconds: [Reason] = []
    for reason in reasons where reason.points > 0 {
      let exercise = reason.answers.first?.exercise
      if firsts.contains(where: { $0.answers.first?.exercise == exercise }) {
        seconds.append(reason)
      } else {
        firsts.append(reason)
      }
    }
    return Array((firsts + seconds).prefix(most))
  }

  /// The gates that rule a candidate out.
  package func gates(_ candidate: Pathway, _ standing: CandidateResult) -> [Reason] {
    standing.gates.indices.filter { standing.gates[$0] == .yes }.map {
      let gate = candidate.candidate.gates[$0]
      return Reason(
        rule: gate.id, points: 0, text: candidate.gateBecause[$0], when: gate.when,
        answers: reading.sources(deciding: gate.when))
    }
  }

  /// What keeps a candidate from being strong until it is found out.
  package func holds(_ candidate: Pathway, _ standing: CandidateResult) -> [Reason] {
    standing.holds.indices.filter { standing.holds[$0] == .yes }.map {
      let hold = candidate.candidate.holds[$0]
      return Reason(
        rule: hold.id, points: 0, text: candidate.holdBecause[$0], when: hold.when,
        answers: reading.sources(deciding: hold.when))
    }
  }

  /// Facts that leave a support, gate or hold of a candidate undecided, with how many points hang on each.
  package func unknowns(_ candidate: Pathway, _ standing: CandidateResult) -> [OpenFact] {
    var found: [OpenFact] = []
    func note(_ condition: Condition, _ points: Int, _ rule: String) {
      for fact in condition.deciding(reading.facts, today: reading.today)
      where reading.facts[fact] == nil {
        if let place = found.firstIndex(where: { $0.fact == fact }) {
          found[place].points += abs(points)
          found[place].rules.append(rule)
        } else {
          found.append(OpenFact(fact: fact, points: abs(points), rules: [rule]))
        }
      }
    }
    let rules = candidate.candidate
    for (support, verdict) in zip(rules.supports, standing.supports) where verdict == .unknown {
      note(support.when, support.points, support.id)
    }
    for (gate, verdict) in zip(rules.gates, standing.gates) where verdict == .unknown {
      note(gate.when, 0, gate.id)
    }
    for (hold, verdict) in zip(rules.holds, standing.holds) where verdict == .unknown {
      note(hold.when, 0, hold.id)
    }
    return found.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }
    .map(\.element)
  }

  /// The steps offered for a pathway: those that something the person said asks for, then those that fit anybody, then those of
  /// which it is not known; among these minutes times undo, then the pack's order.
  package func steps(for pathway: String) -> [Step] {
    let offered = pack.steps.enumerated().compactMap { place, step -> (Int, Int, Int, Step)? in
      guard step.pathways.contains(pathway) else { return nil }
      let verdict = step.when.map { reading.verdict($0) } ?? .yes
      guard verdict != .no else { return nil }
      return (matching(step, verdict), step.minutes * step.undo, place, step)
    }
    return offered.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
      .flatMap { reading.offers(of: $0.3) }
  }

  /// 0 where an answer asks for it, 1 where it fits anybody, 2 where that is not known.
  private func matching(_ step: Step, _ verdict: Verdict) -> Int {
    if verdict == .unknown { return 2 }
    let isBest = step.bestWhen.map { reading.verdict($0) == .yes } ?? false
    return step.each != nil || isBest ? 0 : 1
  }

  /// The step that a pathway's page shows: the first that no page before it shows, so that several ways read together offer
  /// several things to do; `nil` where none is offered.
  package func firstStep(for pathway: String) -> Step? {
    var taken = takenOn
    for place in shownPathways.prefix(while: { pack.pathways[$0].id != pathway }) {
      let offered = steps(for: pack.pathways[place].id)
      if let step = offered.first(where: { !taken.contains($0.id) }) { taken.insert(step.id) }
    }
    let offered = steps(for: pathway)
    return offered.first { !taken.contains($0.id) } ?? offered.first
  }

  /// Ids of the steps that stand in the person's own list.
  private var takenOn: Set<String> {
    guard let item = pack.item(playing: "experiments"),
      case .records(let list)? = reading.counting(item)
    else { return [] }
    return Set(list.flatMap { Record(values: $0).words("step") })
  }

  /// The sentences of help whose mark has become yes.
  package var help: [DerivedFact] {
    pack.marks.enumerated().compactMap { place, mark in
      guard !mark.help.isEmpty, reading.facts[pack.factOfMark[place]] == .truth(true) else {
        return nil
      }
      return mark
    }
  }
}

/// A rule that holds, with its sentence and the answers that decided it.
package struct Reason: Hashable, Sendable {
  package var rule: String
  package var points: Int
  package var group: SupportGroup?
  package var text: Template
  package var when: Condition
  package var answers: [ItemAddress]
}

/// A fact that is not known yet and would decide something.
package struct OpenFact: Hashable, Sendable {
  package var fact: Int
  /// Points, either sign, that hang on it.
  package var points: Int
  package var rules: [String]
}

package import Rules

/// An open item, with how much its answer alone would change which pathways come first.
package struct NextQuestion: Hashable, Sendable {
  /// Place of the item.
  package var item: Int
  package var minutes: Double
  /// Mean share of its other values that change the first place, 0 to 1.
  package var gain: Double

  package static let fillings = 32
  package static let most = 10

  /// The best first: by gain a minute, then in the pack's order; ten at most, none without gain.
  package static func best(_ pack: Pack, _ answers: Answers, today: Day?) -> [NextQuestion] {
    let now = Reading(pack, answers, today: today)
    var filling = Filling(pack)
    let people = (0..<fillings).map { _ in filling.next(answers, today: today) }
    let nodes = pack.nodes(deciding: pack.pathways)
    let firsts = people.map { first(pack, $0, today, nodes) }
    // What no pathway rests on gains nothing, whatever is answered.
    let open = pack.items.indices.filter {
      now.asked[$0] && !now.isDone($0) && nodes.contains(.item($0))
    }
    var found: [NextQuestion] = []
    for item in open where isRead(item, pack) {
      var total = 0.0
      for (place, person) in people.enumerated() {
        let others = otherValues(item, place, people, pack)
        if others.isEmpty { continue }
        let changed = others.count { value in
          var tried = person
          tried.given[item] = Given(
            value: value, of: person.given[item]?.of, round: answers.round)
          return first(pack, tried, today, nodes) != firsts[place]
        }
        total += Double(changed) / Double(others.count)
      }
      let gain = total / Double(fillings)
      if gain > 0 {
        found.append(
          NextQuestion(item: item, minutes: Clock.minutes(pack.items[item]), gain: gain))
      }
    }
    let order = found.indices.sorted {
      let one = found[$0].gain / found[$0].minutes
      let other = found[$1].gain / found[$1].minutes
      return one == other ? $0 < $1 : one > other
    }
    return order.prefix(most).map { found[$0] }
  }

  /// Free words change no fact, so there is nothing to try.
  private static func isRead(_ item: Int, _ pack: Pack) -> Bool {
    if case .text = pack.items[item].kind { return false }
    return true
  }

  private static func first(
    _ pack: Pack, _ answers: Answers, _ today: Day?, _ nodes: [Pack.Node]
  ) -> [Int] {
    let reading = Reading(pack, answers, today: today, nodes: nodes)
    let ranking = Ranking(
      pack.pathways.map(\.candidate), facts: reading.facts, today: today, bands: pack.bands)
    return ranking.standings.indices.filter { ranking.standings[$0].rank == 1 }
  }

  /// All other values of a rating or choice, else what the next four fillings in the ring hold.
  private static func otherValues(
    _ item: Int, _ place: Int, _ people: [Answers], _ pack: Pack
  ) -> [AnswerValue] {
    let held = people[place].given[item]?.value
    switch pack.items[item].kind {
    case .rating(let scale):
      return scale.indices.map { AnswerValue.rating($0) }.filter { $0 != held }
    case .choice(let options, _):
      return options.map { AnswerValue.choice($0.id) }.filter { $0 != held }
    case .text, .choices, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      return (1...4).compactMap { people[(place + $0) % people.count].given[item]?.value }
    }
  }
}

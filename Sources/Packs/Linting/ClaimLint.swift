import Rules
import Workbook

/// What a choice of best and worst may be said to show. Its middle band is a place in an order: a card there may have been put last
/// more often than first, so only a place at the top is called something that a person keeps.
struct ClaimLint {
  private(set) var found: [SatisfiabilityLint.Found] = []
  private let pack: Pack

  init(_ pack: Pack) {
    self.pack = pack
    for measure in pack.measures { titles(measure) }
    for (folder, list) in [("pathways", pack.pathways), ("directions", pack.directions)] {
      for one in list { rules(one, "\(folder)/\(one.id).yaml") }
    }
    for exercise in pack.exercises { closings(exercise) }
  }

  /// Words that say more than a place in an order.
  private static let claims = [
    "held on to", "hold on to", "holds on to", "not give up", "won't give up", "wouldn't give up",
    "let go", "at your core",
  ]

  private static func claim(in text: String) -> String? {
    let lower = text.lowercased().replacing("’", with: "'")
    return claims.first { lower.contains($0) }
  }

  private static let top = MeasureKind.standingLevels.count - 1

  private mutating func note(_ file: String, _ id: String, _ claim: String) {
    found.append(
      SatisfiabilityLint.Found(
        file: file, id: id,
        message: "`\(id)`: “\(claim)” says more than a place in an order, unless it is at the core")
    )
  }

  /// The words for the bands below the top.
  private mutating func titles(_ measure: Measure) {
    guard case .standing = measure.kind,
      let fact = pack.facts.first(where: { $0.name.hasPrefix(measure.id + ".") && isCard($0) })
    else { return }
    for title in fact.titles.prefix(ClaimLint.top) {
      if let claim = ClaimLint.claim(in: title) { note("measures.yaml", measure.id, claim) }
    }
    for card in pack.facts where card.name.hasPrefix(measure.id + ".") && isCard(card) {
      for (place, sentence) in card.said.places where place < ClaimLint.top {
        if let claim = ClaimLint.claim(in: sentence) { note("measures.yaml", measure.id, claim) }
      }
    }
  }

  private func isCard(_ fact: Fact) -> Bool {
    guard case .measure(let place, .card) = fact.source,
      case .standing = pack.measures[place].kind
    else { return false }
    return true
  }

  private mutating func rules(_ one: Pathway, _ file: String) {
    for (id, when, because) in one.reasons {
      if let claim = ClaimLint.claim(in: because.frame), holdsBelowTheTop(when) {
        note(file, id, claim)
      }
    }
  }

  /// Whether it reads a card in a band below the top.
  private func holdsBelowTheTop(_ when: Condition) -> Bool {
    switch when {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.contains { holdsBelowTheTop($0) }
    case .not(let part): return holdsBelowTheTop(part)
    case .compare(let fact, let phrase):
      return isCard(pack.facts[fact]) && phrase != .levelAtLeast(ClaimLint.top)
        && phrase != .levelIs(ClaimLint.top)
    }
  }

  private mutating func closings(_ exercise: Exercise) {
    for closing in exercise.closings {
      let quotesCard = closing.text.placeholders.contains { name in
        pack.factPlaces[name].map { isCard(pack.facts[$0]) } ?? false
      }
      guard quotesCard, let claim = ClaimLint.claim(in: closing.text.frame) else { continue }
      note("exercises/\(exercise.id).yaml", exercise.id, claim)
    }
  }
}

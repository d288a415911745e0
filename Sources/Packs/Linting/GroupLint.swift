import Rules
import Workbook

/// Of a pack whose reasons have kinds: how much each kind gives, how much is against, and how reasons quote what was said.
struct GroupLint {
  private(set) var found: [SatisfiabilityLint.Found] = []
  private let pack: Pack

  private static let sums: [SupportGroup: Int] = [.push: 45, .pull: 35, .proof: 20]
  private static let reasons = 6...9
  private static let points = 5...25
  private static let step = 5
  private static let objections = 2
  private static let mostAgainst = 100

  init(_ pack: Pack) {
    self.pack = pack
    guard pack.isGrouped else { return }
    for one in pack.pathways {
      sums(one)
      against(one)
      head(one)
      quotes(one)
    }
  }

  private mutating func note(_ one: Pathway, _ id: String?, _ message: String) {
    found.append(
      SatisfiabilityLint.Found(file: "pathways/\(one.id).yaml", id: id, message: message))
  }

  private mutating func sums(_ one: Pathway) {
    let speaking = one.candidate.supports.filter { $0.points > 0 }
    for support in speaking where support.group == nil {
      note(one, support.id, "`\(support.id)` has no `group`: push, pull or proof")
    }
    for group in SupportGroup.allCases {
      let sum = speaking.filter { $0.group == group }.reduce(0) { $0 + $1.points }
      guard let wanted = GroupLint.sums[group], sum != wanted else { continue }
      note(one, nil, "its \(group.rawValue) sums to \(sum), not \(wanted)")
    }
    if !GroupLint.reasons.contains(speaking.count) {
      note(one, nil, "it has \(speaking.count) supports for, not 6 to 9")
    }
    for support in speaking where !GroupLint.points.contains(support.points) {
      note(one, support.id, "`\(support.id)` has \(support.points) points, not 5 to 25")
    }
    for support in one.candidate.supports
    where !support.points.isMultiple(of: GroupLint.step) {
      note(one, support.id, "`\(support.id)` has \(support.points) points: they go in fives")
    }
  }

  private mutating func against(_ one: Pathway) {
    let against = one.candidate.supports.filter { $0.points < 0 }
    if against.count < GroupLint.objections {
      note(one, nil, "fewer than two supports are against it")
    }
    if against.reduce(0, { $0 - $1.points }) > GroupLint.mostAgainst {
      note(one, nil, "its points against pass 100")
    }
  }

  private mutating func head(_ one: Pathway) {
    if one.candidate.reversibility == nil { note(one, nil, "it has no `reversibility`, 1 to 5") }
    if one.change == nil { note(one, nil, "it has no `change`: keep, inside, ease or leave") }
  }

  private mutating func quotes(_ one: Pathway) {
    for (id, text) in one.reasons.map({ ($0.id, $0.text) }) {
      for name in text.filled.sorted() where pack.factPlaces[name] != nil && text.by != name {
        note(one, id, "`\(id)` cites `{\(name)}`: a whole sentence says it, `{said \(name)}`")
      }
      if text.labels {
        note(one, id, "`\(id)` has a label, a colon and an answer: make it a sentence")
      }
    }
  }
}

extension Pack {
  /// Whether its pathways tell their reasons apart by kind.
  package var isGrouped: Bool { pathways.contains(where: \.candidate.isGrouped) }
}

extension Pathway {
  /// Its rules with their conditions and sentences: supports, gates, holds.
  var reasons: [(id: String, when: Condition, text: Template)] {
    zip(candidate.supports, because).map { ($0.id, $0.when, $1) }
      + zip(candidate.gates, gateBecause).map { ($0.id, $0.when, $1) }
      + zip(candidate.holds, holdBecause).map { ($0.id, $0.when, $1) }
  }
}

extension Template {
  /// The names whose plain values stand in it.
  fileprivate var filled: Set<String> {
    Set((one + other).compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
  }

  /// Whether an answer follows a colon.
  fileprivate var labels: Bool {
    [one, other].contains { pieces in
      zip(pieces, pieces.dropFirst()).contains { before, after in
        guard case .literal(let text) = before, case .placeholder = after else { return false }
        return text.last { !$0.isWhitespace } == ":"
      }
    }
  }
}

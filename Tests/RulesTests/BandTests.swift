import Rules
import Testing

/// Golden rows of the bands: reasons by kind, holds, objections, what is hard to undo.
struct BandTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var push = 0
    var pull = 0
    var proof = 0
    /// Points of an objection that holds.
    var against = 0
    /// Points of a reason that is not decided.
    var open = 0
    var reversibility: Int?
    var hold: Verdict?
    var band: Band

    init(
      _ name: String, push: Int = 0, pull: Int = 0, proof: Int = 0, against: Int = 0, open: Int = 0,
      reversibility: Int? = nil, hold: Verdict? = nil, _ band: Band
    ) {
      testDescription = name
      self.push = push
      self.pull = pull
      self.proof = proof
      self.against = against
      self.open = open
      self.reversibility = reversibility
      self.hold = hold
      self.band = band
    }
  }

  static let rows = [
    Row("push and pull", push: 30, pull: 20, .strong),
    Row("push and proof", push: 40, proof: 10, .strong),
    Row("a point short", push: 30, pull: 19, .worthExploring),
    Row("push alone", push: 60, .worthExploring),
    Row("no push", pull: 35, proof: 20, .worthExploring),
    Row("an objection of half", push: 50, pull: 50, against: 50, .strong),
    Row("an objection of more than half", push: 51, pull: 51, against: 52, .worthExploring),
    Row("three fifths known", push: 40, pull: 20, open: 40, .strong),
    Row("less than three fifths known", push: 40, pull: 19, open: 40, .worthExploring),
    Row("hard to undo, unproved", push: 45, pull: 35, reversibility: 4, .worthExploring),
    Row("hard to undo, little proof", push: 45, proof: 9, reversibility: 5, .worthExploring),
    Row("hard to undo, proved", push: 45, proof: 10, reversibility: 5, .strong),
    Row("a year to undo, unproved", push: 45, pull: 35, reversibility: 3, .strong),
    Row("held", push: 45, pull: 35, hold: .yes, .worthExploring),
    Row("not known to be held", push: 45, pull: 35, hold: .unknown, .strong),
    Row("not held", push: 45, pull: 35, hold: .no, .strong),
    Row("a quarter", push: 25, .worthExploring),
    Row("less than a quarter, and more could come", push: 24, open: 76, .littleSoFar),
  ]

  @Test(arguments: rows)
  func bands(_ row: Row) {
    let groups: [(SupportGroup?, Int, Verdict)] = [
      (.push, row.push, .yes), (.pull, row.pull, .yes), (.proof, row.proof, .yes),
      (nil, -row.against, .yes), (.pull, row.open, .unknown),
    ]
    var facts: [Value?] = []
    func known(_ verdict: Verdict) -> Condition {
      facts.append(verdict == .unknown ? nil : .truth(verdict == .yes))
      return .compare(fact: facts.count - 1, .truthIs(true))
    }
    let supports = groups.filter { $0.1 != 0 }.map { group, points, verdict in
      Support(id: "s", points: points, when: known(verdict), group: group)
    }
    let holds = (row.hold.map { [$0] } ?? []).map { Hold(id: "h", when: known($0)) }
    let candidate = Candidate(
      id: "c", supports: supports, holds: holds, reversibility: row.reversibility)
    let rules = RuleSet([candidate], factCount: facts.count)
    let found = Evaluation(rules, facts: facts, today: nil).standing(0, BandThresholds())
    #expect(found.band == row.band)
    #expect(found.groups[.push] == row.push && found.groups[.proof] == row.proof)
    #expect(found.isHeld == (row.hold == .yes))
  }
}

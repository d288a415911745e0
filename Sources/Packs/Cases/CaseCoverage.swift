import Rules
package import Workbook

/// Which rules a pack's cases try: every support should hold in one life and fail in another, every gate too.
package struct CaseCoverage: Sendable {
  /// A rule as `pathway.support`, and in how many cases it is yes and no.
  package struct Row: Hashable, Sendable {
    package var rule: String
    package var holds: Int
    package var fails: Int

    package var isWhole: Bool { holds > 0 && fails > 0 }
  }

  package private(set) var rows: [Row] = []

  package init(_ pack: Pack) {
    let found = pack.cases.map { CaseRun.assessment($0, pack) }
    for (place, one) in (pack.pathways + pack.directions).enumerated() {
      let standings = found.map { $0.reading.evaluation.standing(place, pack.bands) }
      for (number, support) in one.candidate.supports.enumerated() {
        add(one.id + "." + support.id, standings.map { $0.supports[number] })
      }
      for (number, gate) in one.candidate.gates.enumerated() {
        add(one.id + "." + gate.id, standings.map { $0.gates[number] })
      }
      for (number, hold) in one.candidate.holds.enumerated() {
        add(one.id + "." + hold.id, standings.map { $0.holds[number] })
      }
    }
  }

  private mutating func add(_ rule: String, _ verdicts: [Verdict]) {
    rows.append(
      Row(
        rule: rule, holds: verdicts.count { $0 == .yes }, fails: verdicts.count { $0 == .no }))
  }
}

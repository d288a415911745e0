import Rules
package import Workbook

/// What the lives that rules are tuned on tell of a pack's reasons: one that holds for nearly everybody tells nobody apart, and a
/// move that nothing speaks against is sold, not weighed.
package struct PanelLint {
  /// Lives of which fewer say nothing.
  private static let least = 8
  private static let many = 60
  private static let nearlyAll = 85
  private static let fifth = 20
  private static let mostForMany = 5

  private let pack: Pack
  private let assessments: [Assessment]
  private let marks: SourceLocations
  private var found: [Finding] = []

  /// - Parameter trees: the pack's files, for the place of each finding.
  package static func findings(
    _ panel: Panel, _ pack: Pack, trees: [String: SourceNode]
  ) -> [Finding] {
    guard pack.isGrouped else { return [] }
    var lint = PanelLint(panel, pack, trees)
    for place in pack.pathways.indices { lint.check(place) }
    return lint.found.sorted()
  }

  private init(_ panel: Panel, _ pack: Pack, _ trees: [String: SourceNode]) {
    self.pack = pack
    marks = SourceLocations(trees)
    assessments = panel.lives(in: .tune).map { life in
      Assessment(FactBase(pack, CaseRun.answers(life.answers, pack), today: nil))
    }
  }

  private mutating func note(_ place: Int, _ id: String?, _ message: String) {
    let file = "pathways/\(pack.pathways[place].id).yaml"
    let mark = marks.of(id, in: file)
    found.append(Finding(file: file, line: mark.line, column: mark.column, message: message))
  }

  private mutating func check(_ place: Int) {
    let supports = pack.pathways[place].candidate.supports
    var hasObjection = false
    var isJudged = false
    for (number, support) in supports.enumerated() {
      guard let share = share(place, number) else { continue }
      if support.points < 0 {
        isJudged = true
        hasObjection = hasObjection || share >= PanelLint.fifth
      } else if share > PanelLint.nearlyAll {
        note(
          place, support.id,
          "`\(support.id)` holds in \(share) of 100 lives of the panel: it tells nobody apart")
      } else if share > PanelLint.many, support.points > PanelLint.mostForMany {
        note(
          place, support.id,
          "`\(support.id)` holds in \(share) of 100 lives of the panel: it earns 5 points at most")
      }
    }
    if isJudged, !hasObjection {
      note(place, nil, "no objection to it holds in a fifth of the panel's lives")
    }
  }

  /// Of a hundred lives that decide a support, in how many it holds.
  private func share(_ place: Int, _ support: Int) -> Int? {
    let verdicts = assessments.map { $0.pathways.standings[place].supports[support] }
      .filter { $0 != .unknown }
    if verdicts.count < PanelLint.least { return nil }
    return 100 * verdicts.count { $0 == .yes } / verdicts.count
  }
}

package import Rules

/// What the look back on a step changes for its way: by which rule, from where to where.
package struct EvidenceChange: Hashable, Sendable {
  /// Place of the pathway.
  package var pathway: Int
  package var before: CandidateResult
  package var after: CandidateResult
  /// Places of the supports that hold now and did not before.
  package var nowHolding: [Int]
  /// Places of those that held before and do not now.
  package var noLonger: [Int]

  /// - Returns: `nil` where nothing about the pathway changed.
  package init?(_ pathway: Int, before: Assessment, after: Assessment) {
    self.pathway = pathway
    self.before = before.pathways.standings[pathway]
    self.after = after.pathways.standings[pathway]
    let pairs = zip(self.before.supports, self.after.supports).enumerated()
    nowHolding = pairs.filter { $0.element.0 != .yes && $0.element.1 == .yes }.map(\.offset)
    noLonger = pairs.filter { $0.element.0 == .yes && $0.element.1 != .yes }.map(\.offset)
    if nowHolding.isEmpty && noLonger.isEmpty { return nil }
  }
}

import Rules
import Workbook

/// Sentences that say the same to everybody, over the pack's own cases.
struct SamenessLint {
  private(set) var found: [SatisfiabilityLint.Found] = []

  /// So many lives must have heard a sentence before it counts as said to everybody.
  private static let enough = 8

  init(_ pack: Pack, wording: Wording) {
    let lives = pack.cases.map { CaseRun.assessment($0, pack) }
    for (place, one) in (pack.pathways + pack.directions).enumerated() {
      let folder = place < pack.pathways.count ? "pathways" : "directions"
      let standings = lives.map { $0.reading.evaluation.standing(place, pack.bands) }
      for (number, support) in one.candidate.supports.enumerated() {
        let decided = standings.count { $0.supports[number] != .unknown }
        let heard = zip(lives, standings).filter { $0.1.supports[number] == .yes }
          .map { $0.0.reading.sentence(one.because[number], wording) }
        if heard.count >= SamenessLint.enough, heard.count == decided, Set(heard).count == 1 {
          found.append(
            SatisfiabilityLint.Found(
              file: "\(folder)/\(one.id).yaml", id: support.id,
              message: "`\(support.id)` says the same to all \(heard.count) lives that it knows of")
          )
        }
      }
    }
    for exercise in pack.exercises { closings(of: exercise, lives, wording) }
  }

  private mutating func closings(
    of exercise: Exercise, _ lives: [Assessment], _ wording: Wording
  ) {
    let heard = lives.filter { $0.reading.progress(of: exercise).isWhole }.compactMap { life in
      life.reading.closing(of: exercise).map { life.reading.sentence($0, wording) }
    }
    if heard.count >= SamenessLint.enough, Set(heard).count == 1 {
      found.append(
        SatisfiabilityLint.Found(
          file: "exercises/\(exercise.id).yaml", id: nil,
          message: "its closing says the same to all \(heard.count) lives that reach it"))
    }
  }
}

extension Progress {
  fileprivate var isWhole: Bool { of > 0 && done == of }
}

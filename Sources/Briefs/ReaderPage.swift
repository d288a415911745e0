package import Workbook

/// The second page: what whoever reads the first can answer, step by step, on paper or in a browser.
package struct ReaderPage: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var criterion: Criterion
    package var name: String
    /// When it is clear.
    package var anchor: String
  }

  package var title: String
  /// What it is and is not, in two sentences.
  package var what: String
  package var how: String
  package var rows: [Row]
  package var clear: String
  package var notClear: String
  /// Names of the steps.
  package var steps: [String]
  package var yes: String
  package var yesIf: String
  package var notNow: String
  package var again: String
  package var will: String
  package var differ: String

  /// - Returns: `nil` where the first page asks for no answer.
  package init?(_ brief: Brief, _ phrases: PhraseBook) {
    if brief.steps.isEmpty { return nil }
    title = phrases(.readerTitle)
    what = phrases(.readerWhat)
    how = phrases(.readerHow)
    rows = Criterion.allCases.map {
      Row(criterion: $0, name: phrases($0.title), anchor: phrases($0.anchor))
    }
    clear = phrases(.readerClear)
    notClear = phrases(.readerNotClear)
    steps = brief.steps
    yes = phrases(.readerYes)
    yesIf = phrases(.readerYesIf)
    notNow = phrases(.readerNotNow)
    again = phrases(.readerAgain)
    will = phrases(.readerWill)
    differ = phrases(.readerDiffer)
  }
}

extension Criterion {
  package var title: Phrase {
    switch self {
    case .use: .criterionUse
    case .cost: .criterionCost
    case .stop: .criterionStop
    case .know: .criterionKnow
    }
  }

  /// When a step is clear under it.
  package var anchor: Phrase {
    switch self {
    case .use: .criterionUseClear
    case .cost: .criterionCostClear
    case .stop: .criterionStopClear
    case .know: .criterionKnowClear
    }
  }
}

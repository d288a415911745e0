import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// The pack that ships, held to its own rules.
struct CorePackTests {
  static let pack = SamplePack.core().0

  @Test func readsLintsAndHolds() {
    let (pack, findings) = SamplePack.core()
    #expect(findings.isEmpty, "\(findings)")
    let trees = PackReader.trees(SamplePack.coreFiles()).0
    // Two thousand made-up people are tried on the release build.
    let told = Lint.findings(pack, trees: trees, favourites: nil)
    #expect(told.isEmpty, "\(told)")
    #expect(CaseRun.findings(pack, wording: SamplePack.phrases().wording, asksNext: false).isEmpty)
  }

  @Test func everyPhraseStandsInTheBookAndNoOther() {
    let (book, findings) = PhraseBookParser.read(
      Tree.text("content/languages/en.yaml"), file: "en.yaml")
    #expect(findings.isEmpty, "\(findings)")
    #expect(book.names == Set(Phrase.allCases.map(\.rawValue)))
  }

  @Test func stayingReshapingAndLeavingWellAreNeverGated() {
    for id in ["stay", "reshape", "leave-well"] {
      #expect(CorePackTests.pack.candidate(id)?.candidate.gates.isEmpty == true)
    }
  }

  @Test func anEmptyProfileRanksNothing() {
    let pack = CorePackTests.pack
    let blank = Assessment(FactBase(pack, Responses(count: pack.items.count), today: nil))
    #expect(blank.isBlank)
    #expect(blank.pathways.standings.allSatisfy { $0.band == .littleSoFar && $0.rank == 1 })
    #expect(blank.pathways.known == 0)
    #expect(!NextQuestion.best(pack, Responses(count: pack.items.count), today: nil).isEmpty)
  }

  /// Over made-up people: reasons add up, three ways stand, known stays in its range, and nothing depends on order.
  @Test func lawsHoldForFiftyPeople() {
    let pack = CorePackTests.pack
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: nil, generator: SplitMix64(state: 42))
    for _ in 0..<50 {
      let answers = filling.next()
      let found = Assessment(FactBase(pack, answers, today: nil))
      #expect(found.pathways.standings.count { !$0.ruledOut } >= 3)
      for (pathway, standing) in zip(pack.pathways, found.pathways.standings) {
        let sum = found.reasons(pathway, standing).reduce(0) { $0 + $1.points }
        #expect(sum == standing.score)
        #expect((0.0...1.0).contains(standing.known))
        for reason in found.reasons(pathway, standing) { #expect(!reason.answers.isEmpty) }
      }
      #expect((3...5).contains(found.shownPathways.count))
      let again = Assessment(FactBase(pack, answers, today: nil))
      #expect(again.pathways == found.pathways)
    }
  }

  /// Taking answers away can only make more unknown: what is left decided stays as it was.
  @Test func lessAnsweredIsLessKnown() {
    let pack = CorePackTests.pack
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: nil, generator: SplitMix64(state: 9))
    let whole = filling.next()
    let known = Assessment(FactBase(pack, whole, today: nil)).pathways.known
    for exercise in pack.exercises {
      var less = whole
      for item in exercise.items { less.given[item] = nil }
      #expect(Assessment(FactBase(pack, less, today: nil)).pathways.known <= known)
    }
  }

  @Test func aCaseThatIsWrongIsTold() throws {
    var pack = CorePackTests.pack
    pack.cases = [try #require(pack.cases.first { $0.id == "content-operator" })]
    pack.cases[0].expect.amongFirstThree = ["leave-well"]
    pack.cases[0].expect.marks = ["worn": .yes]
    pack.cases[0].expect.unsaid = ["Stay on purpose"]
    let told = CaseRun.findings(pack, wording: SamplePack.phrases().wording, asksNext: false).map(
      \.message)
    #expect(told.count == 3, "\(told)")
  }

  @Test func lintSeesWhatIsWrong() {
    var pack = CorePackTests.pack
    pack.pathways[0].candidate.supports[0].points = 30
    pack.pathways[1].because[0] = Template("Because of {values.craft}.")
    pack.items[0].text = "What set this off, and what then? Or what else?"
    pack.steps[0].first = "Explore the yard."
    let own = pack.exercises[0].items.first { !pack.items[$0].privateWarning.isEmpty } ?? 0
    pack.items[own].privateWarning = "Nobody reads this."
    pack.exercises[1].opening = "This takes forty minutes."
    pack.exercises[2].method.sources = ["XYZ"]
    let trees = PackReader.trees(SamplePack.coreFiles()).0
    let found = Lint.findings(pack, trees: trees, favourites: FairnessTable(pack, people: 0))
    let told = found.map(\.message)
    let step = found.first { $0.message.contains("begins with") }
    #expect(
      step.map { $0.file == "steps.yaml" && $0.line == 2 } == true, "\(String(describing: step))")
    for wanted in [
      "sum to 120", "more than 25", "words, not 8", "names no fact", "asks for two things",
      "begins with `explore`", "other words above a private field", "it says 40 minutes",
      "nothing of the source `XYZ`", "leads nobody",
    ] {
      #expect(told.contains { $0.contains(wanted) }, "nobody says: \(wanted)")
    }
  }
}

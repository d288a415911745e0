import Packs
import Rules
import Testing
import Workbook

/// The words of a pack, each listed one with the line where it stands.
struct WordLintTests {
  private func told(_ yaml: String, file: String = "exercises/x.yaml") -> [String] {
    WordLint(PackReader.trees([file: yaml]).0).findings.map { "\($0.line) \($0.message)" }
  }

  @Test(arguments: [
    ("text: \"You have potential here.\"", "`potential` suits anybody"),
    ("text: \"It is natural to ask.\"", "`natural` is surer"),
    ("hint: \"Look into your calendar.\"", "`calendar` belongs to a desk"),
    ("opening: \"That was great work.\"", "`great` praises or pushes"),
    ("because: \"A visual learner, as you said.\"", "style of learning"),
    ("text: \"The career ladder of your house.\"", "takes work for a ladder"),
    ("how: \"A battle with the figures.\"", "does not travel"),
    ("title: \"Well done, all of you!\"", "an exclamation mark"),
    ("text: \"It helps 40 per cent of people.\"", "a figure without a source"),
    ("title: Growth", "`growth` suits anybody"),
    ("scales: {like: [Balance, Much]}", "`balance` suits anybody"),
    ("text: \"It helps 40 percent of people.\"", "a figure without a source"),
    ("cost: \"The implementation management responsibility of it.\"", "three abstract nouns"),
    (
      "do: \"\(Array(repeating: "word", count: 29).joined(separator: " ")).\"",
      "a sentence of 29 words"
    ),
  ])
  func aListedWordIsFoundWithItsLine(_ line: String, _ wanted: String) {
    let found = told("id: x\n" + line)
    #expect(found.count == 1 && found.first?.hasPrefix("2 ") == true, "\(found)")
    #expect(found.first?.contains(wanted) == true, "\(found)")
  }

  @Test func aPartOfAWordIsNone() {
    #expect(told("text: \"Adjust the unbalanced egocentric showing.\"").isEmpty)
    #expect(told("text: \"You weigh {energy.balance} here.\"").isEmpty)
    #expect(told("id: growth\nwhen: {arrive.growth: is never}").isEmpty)
    #expect(told("text: \"Growth is natural.\"", file: "cases/x.yaml").isEmpty)
  }

  @Test func aWordIsKeptByAReasonBesideIt() {
    let kept = """
      text: "A next rung is near."
      keeps: {next rung: "Somebody may want a ladder."}
      """
    #expect(told(kept).isEmpty)
    #expect(WordLint(PackReader.trees(["exercises/x.yaml": kept]).0).kept == 1)
    #expect(told("text: \"A next rung is near.\"\nkeeps: {next rung: yes}").count == 1)
    #expect(told("text: \"Nothing here.\"\nkeeps: {next rung: \"It was there once.\"}").count == 1)
  }

  @Test func figuresMayStandWhereASourceDoes() {
    #expect(told("text: \"It helps 40 per cent of people.\"\nsource: SELF").isEmpty)
  }
}

/// What of a pack counts.
struct CountedTests {
  @Test(arguments: [
    (
      "Name a stretch of weeks in which work was good.",
      "Name a stretch of weeks in which work was bad.", true
    ),
    ("What fills a Tuesday in it?", "What fills a Tuesday in it?", true),
    ("How often did Ines laugh with you there?", "How often did Marek laugh with you there?", true),
    ("Weld two pieces of metal", "Teach a child to swim", false),
    ("Of {a.b} you said much", "Of {c.d} you said much", true),
  ])
  func framesAgreeByFourFifths(_ one: String, _ other: String, _ agree: Bool) {
    #expect(PackStatistics.areOneFrame(one, other) == agree)
  }

  @Test func theCorePackHoldsWhatItPromises() {
    let pack = CorePackTests.pack
    let counted = PackStatistics(pack)
    #expect(pack.exercises.count >= 20 && pack.moments.count >= 10)
    #expect(counted.items >= 240 && counted.items < pack.items.count)
    #expect(
      counted.supports == pack.pathways.reduce(0) { $0 + $1.candidate.supports.count }
        + pack.directions.reduce(0) { $0 + $1.candidate.supports.count })
    #expect(counted.withoutLeave * 3 >= counted.steps)
    #expect(counted.forShifts >= 12 && counted.forPartTime >= 8)
  }
}

import Packs
import Testing

/// What a machine hears of the voice, a marked row each.
struct VoiceLintTests {
  private func told(_ yaml: String, file: String = "steps.yaml") -> [String] {
    let texts = ReaderTexts(PackReader.trees([file: yaml]).0, interface: nil).all
    return VoiceLint(texts).found.map { "\($0.finding.line) \($0.kind.rawValue) \($0.message)" }
  }

  private static let words25 = Array(repeating: "word", count: 25).joined(separator: " ")

  @Test(arguments: [
    ("text: \"You want another post.\"", "word `post`: use job"),
    ("text: \"Your firm pays.\"", "word `firm`: use company"),
    ("text: \"Ask somebody you trust.\"", "word `somebody`: use someone"),
    ("text: \"With whom would you go?\"", "word `with whom`: use who … with"),
    ("text: \"You released your answer.\"", "word `released`: use share"),
    ("text: \"Much speaks for it.\"", "word `much speaks for`: use a strong"),
    ("text: \"Whoever stays needs friends.\"", "whoever a sentence begins"),
    ("text: \"Ask first. Whoever stays knows.\"", "whoever a sentence begins"),
    ("text: \"It learns nothing.\"", "pointer “it” comes first"),
    ("text: \"“That's all of yours.”\"", "pointer “that” comes first"),
    ("text: \"You came with: {arrive.moment}.\"", "label a label, a colon"),
    ("text: \"You wrote: “{arrive.own-words}”.\"", "label a label, a colon"),
    ("text: \"\(VoiceLintTests.words25).\"", "long a sentence of 25 words, 24 at most"),
    (
      "text: \"Organizational responsibilities accumulate. Communication deteriorates. Expectations multiply.\"",
      "grade reading grade"
    ),
  ])
  func aFaultIsFoundWithItsLine(_ line: String, _ wanted: String) {
    let found = told("id: x\n" + line)
    #expect(
      found.contains { $0.hasPrefix("2 " + wanted) }, "\(found)")
  }

  @Test(arguments: [
    "text: \"You posted the letter to your inner housekeeper.\"",
    "text: \"{arrive.moment} is what you told us: there is more.\"",
    "text: \"Italy pays. Thistles grow. Ask whoever you like.\"",
    "when: {arrive.moment: is post house}",
    "text: \"Keep the house.\"\nkeeps: {house: \"A real house is meant.\"}",
  ])
  func otherTextsAreNone(_ line: String) {
    #expect(told("id: x\n" + line).isEmpty)
  }

  @Test func aFrameStandsTwiceAtMost() {
    let reasons = ["moved", "asked", "named"].enumerated().map { place, fact in
      "- {id: r\(place), because: \"You put {x.\(fact)} on the list of things that matter most to you.\"}"
    }
    let rows = { (count: Int) in "supports:\n" + reasons.prefix(count).joined(separator: "\n") }
    #expect(told(rows(2), file: "pathways/x.yaml").isEmpty)
    #expect(told(rows(3), file: "pathways/x.yaml").count == 3)
  }

  @Test(arguments: [
    ("strength", 1), ("manager", 3), ("made", 1), ("table", 2), ("wanted", 2), ("asked", 1),
    ("promotion", 3),
  ])
  func syllablesAreCountedByRunsOfVowels(_ word: String, _ count: Int) {
    #expect(ReadingGrade.syllables(word) == count)
  }
}

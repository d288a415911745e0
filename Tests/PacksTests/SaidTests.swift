import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Answers quoted in whole sentences: `{said FACT}`.
struct SaidTests {
  private static let items = """
      - {id: load, kind: rating, scale: five, text: "Load?", said: ["No load at all.", "A little load.", "Half a load.", "Much load.", "All load."]}
      - kind: rating
        scale: five
        rows:
          calm: {title: "Calm?", said: ["No calm.", "Some calm.", "Half calm.", "Mostly calm.", "All calm."]}
          plain: "Plain?"
      - kind: record
        rows: {hours: {title: "Hours", said: {open: "Your hours are flexible.", fixed: "Your hours are fixed."}}, place: "Place"}
        fields: [{id: firm, kind: choice, ordered: yes, title: "Firm", options: [{id: open, title: open, said: "Nothing ties you."}, {id: fixed, title: fixed, said: "You can't move."}]}]
      - {id: word, kind: choice, text: "Word?", options: [{id: a, title: A, said: "You chose A."}, {id: b, title: B}]}
      - {id: set, kind: choices, text: "Set?", options: [{id: a, title: A, said: "A is part of it."}, {id: b, title: B, said: "B is part of it."}]}
    """
  private static let measures = """
    - {id: total, sum: [x.load, x.calm], said: {0: "Hardly anything.", 2: "Some of it.", 6.5: "Nearly all."}}
    - {id: band, levels: total, cuts: {low: 0, high: 3}, said: {low: "It is low.", high: "It is high."}}
    """

  private static func files(_ closing: String) -> PackFiles {
    SamplePack.files(
      items: items, measures: measures, exercise: "closing: \"\(closing)\"")
  }

  private func found(_ closing: String) -> [String] {
    SamplePack.read(SaidTests.files(closing)).1.map(\.message)
  }

  private func heard(_ text: String, _ given: [String: JSONValue]) throws -> String {
    let (pack, findings) = SamplePack.read(SaidTests.files(text))
    #expect(findings.isEmpty, "\(findings)")
    let reading = FactBase(pack, try MeasureTests.answers(pack, given), today: nil)
    let closing = try #require(pack.exercises[0].closings.first)
    return reading.sentence(closing.text, Wording(yes: "yes", no: "no", unknown: "unknown"))
  }

  /// A sentence that fits, by the kind of fact; what is unknown leaves neither half a sentence nor a blank.
  @Test(
    arguments: [
      ("{said x.load} Ask.", ["load": 0], "No load at all. Ask."),
      ("{said x.load} Ask.", ["load": 4], "All load. Ask."),
      ("{said x.load} Ask.", [:], "Ask."),
      ("Ask. {said x.load}", [:], "Ask."),
      ("One. {said x.load} Two.", [:], "One. Two."),
      ("One. {said x.load} {said x.calm} Two.", ["calm": 3], "One. Mostly calm. Two."),
      ("One. {said x.load} {said x.calm} Two.", ["load": 1], "One. A little load. Two."),
      ("{said x.load} {said x.calm}", [:], ""),
      ("{said x.hours} Ask.", ["hours": ["firm": "fixed"]], "Your hours are fixed. Ask."),
      ("{said x.place} Ask.", ["place": ["firm": "fixed"]], "You can't move. Ask."),
      ("{said x.word} Ask.", ["word": "a"], "You chose A. Ask."),
      ("{said x.word} Ask.", ["word": "b"], "Ask."),
      ("{said x.word} Ask.", ["word": .null], "Ask."),
      ("{said x.set} Ask.", ["set": ["a", "b"]], "A is part of it. B is part of it. Ask."),
      ("{said x.set} Ask.", ["set": []], "Ask."),
      ("{said total} Ask.", ["load": 0, "calm": 1], "Hardly anything. Ask."),
      ("{said total} Ask.", ["load": 1, "calm": 1], "Some of it. Ask."),
      ("{said total} Ask.", ["load": 4, "calm": 4], "Nearly all. Ask."),
      ("{said band} Level: {band}.", ["load": 1, "calm": 4], "It is high. Level: high."),
    ] as [(String, [String: JSONValue], String)])
  func theSentenceThatFitsIsPrinted(_ text: String, _ given: [String: JSONValue], _ heard: String)
    throws
  {
    #expect(try self.heard(text, given) == heard)
  }

  @Test(arguments: [
    ("{said x.plain} Ask.", "no `said` tells what `x.plain` means"),
    ("{said x.lode} Ask.", "nothing fills `{x.lode}`: did you mean `{x.load}`?"),
    ("Today {said x.load} Ask.", "`{said …}` is a sentence of its own"),
    ("{said x.load}, so ask.", "`{said …}` is a sentence of its own"),
    ("So: {said x.load} Ask.", "`{said …}` is a sentence of its own"),
    ("{x.load} {said x.load} Ask.", "`{said …}` is a sentence of its own"),
  ])
  func aQuoteThatCannotStandIsTold(_ text: String, _ wanted: String) {
    #expect(found(text).contains { $0.hasPrefix(wanted) }, "\(found(text))")
  }

  @Test(arguments: [
    (", \"All load.\"]", "]", "`said` has 4 sentences for 5 levels"),
    ("{open: \"Your", "{opn: \"Your", "`said` knows no `opn` here: did you mean `open`?"),
  ])
  func aWrongFormIsTold(_ old: String, _ new: String, _ wanted: String) {
    var files = SaidTests.files("Ask.")
    files["exercises/x.yaml"] = files["exercises/x.yaml"]?.replacing(old, with: new)
    #expect(SamplePack.read(files).1.map(\.message).contains(wanted))
  }

  /// Under its condition a reason may meet only some values; for these it needs a sentence each.
  @Test(arguments: [
    ("{x.word: is a}", "x.word", []),
    ("{x.word: {is one of: [a, b]}}", "x.word", ["b"]),
    ("{x.hours: at least fixed}", "x.hours", []),
    ("{total: at least 0}", "total", []),
  ])
  func everyValueThatCanOccurHasASentence(_ when: String, _ name: String, _ missing: [String])
    throws
  {
    var files = SaidTests.files("Ask.")
    files["pathways/w.yaml"] = SamplePack.pathway(
      "w", "supports: [{id: s, points: 10, when: \(when), because: \"{said \(name)} Ask.\"}]")
    files["pack.yaml"] = files["pack.yaml"]?.replacing("pathways: []", with: "pathways: [w]")
    let trees = PackReader.trees(files).0
    let (pack, findings) = PackReader.read(trees, others: [], hash: "", language: "en")
    #expect(findings.isEmpty, "\(findings)")
    let told = Lint.findings(pack, trees: trees, favourites: nil).map(\.message)
      .filter { $0.contains("nothing is said") }
    #expect(
      told == missing.map { "`s` quotes `\(name)`, and nothing is said where that is \($0)" })
  }

  /// A translator gets each sentence as one, and may not lose a quote.
  @Test func translationsCoverWhatIsSaid() throws {
    var files = SaidTests.files("{said x.load} {said x.hours} Ask.")
    files["pack.yaml"] = files["pack.yaml"]?.replacing(
      "language: en", with: "language: en\nlanguages: [xx]")
    var trees = PackReader.trees(files).0
    let template = TranslationTemplate.make(trees)
    trees["languages/xx.yaml"] = template
    let hours = template["exercises"]?["x"]?["items"]?["hours"]?["rows"]?["hours"]?["said"]?["open"]
    #expect(hours?.scalar == "Your hours are flexible.")
    let (pack, findings) = PackReader.read(trees, others: [], hash: "", language: "xx")
    #expect(findings.isEmpty, "\(findings)")
    func lost(_ trees: [String: SourceNode]) -> [String] {
      Lint.findings(pack, trees: trees, favourites: nil).map(\.message)
        .filter { $0.contains("is lost here") || $0.contains("has no text here") }
    }
    #expect(lost(trees).isEmpty)
    let closing = #"closing: "{x.load} {said x.hours} Ask.""#
    trees["languages/xx.yaml"] =
      PackReader.trees(["languages/xx.yaml": "exercises: {x: {\(closing)}}"]).0["languages/xx.yaml"]
    #expect(lost(trees).contains("`{said x.load}` is lost here"))
    #expect(lost(trees).contains { $0.contains("has no text here: No calm.") })
  }
}

import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Which steps are offered, in which order, with whose words in them.
struct StepTests {
  private static let items = """
      - {id: load, kind: rating, scale: five, text: Q}
      - id: list
        kind: records
        text: Q
        fields:
          - {id: name, kind: text, title: N}
          - {id: sight, kind: choice, title: S, options: [{id: heard, title: H}, {id: seen, title: S}]}
          - {id: knows, kind: text, title: K, optional: yes}
    """

  private static func step(_ id: String, _ minutes: Int, _ more: String = "", say: String = "s")
    -> String
  {
    """
    - id: \(id)
      for: [p]
      title: t
      minutes: \(minutes)
      within: 7
      first: "First \(say)"
      say: "\(say)"
      for-it: f
      against-it: a
      cost: c
      notice: n
      undone: u
      serves: {organisation: {level: clearly, how: h}, person: {level: clearly, how: h}}
    \(more)
    """
  }

  private func offered(_ steps: [String], _ answers: [String: String]) throws -> [Step] {
    let rule = "supports: [{id: s, points: 10, when: {x.load: at least 1}, because: \"{x.load}\"}]"
    var files = SamplePack.files(items: StepTests.items, pathways: ["p": rule])
    files["steps.yaml"] = steps.joined(separator: "\n")
    let (pack, findings) = SamplePack.read(files)
    #expect(findings.isEmpty, "\(findings)")
    var given = Responses(count: pack.items.count)
    for (id, json) in answers {
      let place = try #require(pack.itemPlaces[ItemAddress("x", id)])
      given.given[place] = Response(
        value: try pack.items[place].kind.read(JSONValue.json(json)).get(), of: nil)
    }
    return Assessment(FactBase(pack, given, today: nil)).steps(for: "p")
  }

  @Test func whatAnAnswerAsksForComesBeforeWhatFitsAnybody() throws {
    let steps = [
      StepTests.step("short", 5), StepTests.step("best", 60, "  best-when: {x.load: at least 3}"),
      StepTests.step("closed", 1, "  when: {x.load: at most 1}"),
    ]
    #expect(try offered(steps, ["load": "4"]).map(\.id) == ["best", "short"])
    #expect(try offered(steps, ["load": "2"]).map(\.id) == ["short", "best"])
    #expect(try offered(steps, [:]).map(\.id) == ["short", "best", "closed"])
  }

  @Test func aStepIsOfferedForEachRecordItIsMeantFor() throws {
    let each = "  each: {of: x.list, where: {sight: heard}"
    let steps = [
      StepTests.step("ask", 20, each + "}", say: "{name} by {knows}"),
      StepTests.step("find", 10, each + ", lacks: knows}", say: "{name}"),
    ]
    let list = """
      [{"name":"Night pool","sight":"heard","knows":"Mira"},{"name":"Stores","sight":"heard"},\
      {"name":"Lab","sight":"seen","knows":"Jo"}]
      """
    let found = try offered(steps, ["list": list])
    #expect(found.map(\.id) == ["find", "ask"])
    #expect(found[0].say == "Stores" && found[0].first == "First “Stores”")
    #expect(found[1].say == "Night pool by Mira")
    #expect(try offered(steps, [:]).isEmpty)
  }

  @Test func aWayWithDirectionsWantsWordsForEachPair() {
    var files = SamplePack.coreFiles()
    let path = "pathways/sideways.yaml"
    files[path] = files[path]?.replacing("  growing: ", with: "  growin: ")
    let (pack, findings) = SamplePack.read(files)
    #expect(findings.isEmpty)
    let trees = PackReader.trees(files).0
    let wanted = Lint.findings(pack, trees: trees, favourites: nil).map(\.message)
    #expect(wanted.contains("it has no words for the direction `growing`"))
    #expect(wanted.contains("there is no direction `growin`"))
  }

  @Test(arguments: [
    ("Thursday at six", nil), ("some time soon then", "Say when."), ("some time", nil),
    ("At six I try to ring", "Not seen."),
    ("  ", nil), ("I ring at 6", nil),
  ])
  func wordsAreRemarkedOn(_ text: String, _ said: String?) {
    let remarks = [
      SoftCheck(words: ["try to"], onPresence: true, sentence: "Not seen."),
      SoftCheck(words: ["thursday", "#"], onPresence: false, sentence: "Say when."),
    ]
    #expect(remarks.first(on: text) == said)
  }
}

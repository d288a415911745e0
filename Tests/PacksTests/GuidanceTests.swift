import Foundation
import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Plans of sessions, prompts and the agreement: what the reader refuses, and what holds by what was seen.
struct GuidanceTests {
  private static let items = """
      - {id: a, kind: rating, scale: five, text: Q}
      - {id: w, kind: text, text: W, most: 900}
    """
  private static let agreement = """
    agreement:
      version: 1
      title: Before
      parts: [{title: Who, text: Both.}]
      short: [one, two]
    """

  private static func files(_ guidance: String) -> PackFiles {
    var files = SamplePack.files(items: items)
    files["agendas.yaml"] = guidance
    return files
  }

  private static func plan(_ part: String, minutes: Int = 10) -> String {
    agreement + """

      plans:
        - id: p
          title: P
          for: Somebody.
          minutes: \(minutes)
          parts:
            - \(part)
      """
  }

  private static let part =
    "{id: b, title: B, minutes: 10, hands: both, exercise: x, aim: A, ask: [Q], listen: L}"

  @Test(arguments: [
    ("an agreement has a `version`, from 1", agreement.replacing("version: 1", with: "version: 0")),
    ("`short` is two lines", agreement.replacing("[one, two]", with: "[one]")),
    ("an agreement has `parts`", agreement.replacing("[{title: Who, text: Both.}]", with: "[]")),
    ("the parts take 10 minutes, the plan 12", plan(part, minutes: 12)),
    ("there are no hands `feet`", plan(part.replacing("both", with: "feet"))),
    ("there is no exercise `y`", plan(part.replacing("exercise: x", with: "exercise: y"))),
    (
      "`x` takes about 5 minutes, the part has 1",
      plan(part.replacing("minutes: 10", with: "minutes: 1"), minutes: 1)
    ),
    ("a part has one to three questions", plan(part.replacing("[Q]", with: "[]"))),
    (
      "it quotes no answer",
      agreement
        + "\nprompts:\n  - {id: p, exercise: x, minutes: 2, when: {x.a: at least 1}, text: So}"
    ),
    (
      "a prompt has `when`",
      agreement + "\nprompts:\n  - {id: p, exercise: x, minutes: 2, text: \"So {x.a}.\"}"
    ),
    (
      "nothing fills `{x.b}`",
      agreement
        + "\nprompts:\n  - {id: p, exercise: x, minutes: 2, when: {x.a: at least 1}, text: \"So {x.b}.\"}"
    ),
    ("the plans of sessions has no `plan`", agreement + "\nplan: []"),
  ]) func whatIsRefused(_ message: String, _ guidance: String) {
    let findings = SamplePack.read(Self.files(guidance)).1
    #expect(findings.contains { $0.message.contains(message) }, "\(findings)")
    #expect(findings.allSatisfy { $0.file == "agendas.yaml" })
  }

  @Test func whatIsTaken() throws {
    let (pack, findings) = SamplePack.read(Self.files(Self.plan(Self.part)))
    #expect(findings.isEmpty, "\(findings)")
    let plan = try #require(pack.guidance.plan("p"))
    #expect(plan.starts == [0] && plan.parts[0].hands == .both && plan.suggestion == nil)
  }

  // MARK: - The core pack

  private static let core = SamplePack.core().0

  private static func reading(_ answers: [String: JSONValue]) throws -> FactBase {
    var all = Responses(count: core.items.count)
    for (item, given) in try given(answers) { all.given[item] = given }
    return FactBase(core, all, today: Day("2026-03-02"))
  }

  private static func given(_ answers: [String: JSONValue]) throws -> [Int: Response] {
    var all: [Int: Response] = [:]
    for (name, value) in answers {
      let item = try #require(core.itemPlace(named: name))
      guard case .success(let read) = core.items[item].kind.read(value) else {
        Issue.record("\(name) does not take \(value.json)")
        continue
      }
      all[item] = Response(value: read)
    }
    return all
  }

  /// What a coach saw counts from outside once the client said that it may stand, and not before.
  @Test(arguments: [("yes", 1), ("no", 0)]) func anObservationCountsWithAYes(
    _ may: String, _ voices: Int
  ) throws {
    let entry: JSONValue = [
      "by": "Ines", "day": "2026-03-02", "saw": "Asked twice", "seen": ["asking"],
      "may": .text(may),
    ]
    let reading = try Self.reading(["observed.list": [entry]])
    #expect(reading.fact("observed.count") == .number(Double(voices)))
    #expect(reading.fact("observed.told.asking") == .number(Double(voices)))
  }

  /// Nothing answered, nothing suggested: not known is not no, and not yes either.
  @Test func nothingSeenSuggestsNothing() throws {
    let reading = try Self.reading([:])
    #expect(reading.suggestedPlans.isEmpty && reading.prompts.isEmpty)
  }

  /// Each prompt and each suggestion holds for somebody, and its words are whole then.
  @Test func eachHoldsForSomebody() throws {
    let entry: JSONValue = [
      "name": "One hour", "start": "2026-03-09", "for-it": "I stay", "against-it": "I go",
    ]
    let rare = try Self.given([
      "constraint.income": ["firmness": "fixed"],
      "constraint.hours": ["firmness": "costly", "source": "assumed"],
      "canvas.list": [entry, entry, entry, entry],
    ])
    let empty = Responses(count: Self.core.items.count)
    var one = SyntheticRespondent(Self.core, empty, today: nil, generator: SplitMix64(state: 5))
    var prompts: Set<Int> = []
    var plans: Set<Int> = []
    for number in 0..<400 {
      var answers = one.next()
      // What chance seldom brings together.
      if number.isMultiple(of: 2) { for (item, given) in rare { answers.given[item] = given } }
      let reading = FactBase(Self.core, answers, today: Day("2026-03-02"))
      for place in reading.prompts where prompts.insert(place).inserted {
        let text = reading.sentence(
          Self.core.guidance.prompts[place].text, SamplePack.phrases().wording)
        #expect(!text.contains("{") && text.count > 40, "\(text)")
      }
      plans.formUnion(reading.suggestedPlans)
    }
    let open = Set(Self.core.guidance.prompts.indices).subtracting(prompts)
    #expect(open.isEmpty, "\(open.map { Self.core.guidance.prompts[$0].id })")
    let suggestible = Self.core.guidance.plans.indices.filter {
      Self.core.guidance.plans[$0].suggestion != nil
    }
    #expect(plans == Set(suggestible))
  }
}

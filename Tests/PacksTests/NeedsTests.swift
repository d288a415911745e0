import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Needs that are kept, by whether they are met now; and the items and lists that the evening's rules read.
struct NeedsTests {
  private static let items = """
      - {id: keep, kind: choices, text: Keep, least: 3, most: 3, options: [{id: craft, title: Craft}, {id: say, title: A say}, {id: calm, title: Calm}, {id: pay, title: Pay}]}
      - kind: choice
        ordered: yes
        options: [{id: missing, title: "No"}, {id: partly, title: Partly}, {id: there, title: "Yes"}]
        rows:
          now-craft: {title: "Craft now", when: {x.keep: has craft}}
          now-say: {title: "A say now", when: {x.keep: has say}}
          now-calm: {title: "Calm now", when: {x.keep: has calm}}
          now-pay: {title: "Pay now", when: {x.keep: has pay}}
    """
  private static let measures = """
    - id: need
      gap: x.keep
      now: [x.now-*]
      said:
        craft: {missing: "Craft is missing.", partly: "Craft is partly there.", there: "Craft is there."}
        say: {missing: "A say is missing.", partly: "A say is partly there."}
        calm: {missing: "Calm is missing.", partly: "Calm is partly there."}
        pay: {missing: "Pay is missing.", partly: "Pay is partly there."}
    """

  private func reading(_ given: [String: JSONValue]) throws -> FactBase {
    try MeasureTests.reading(NeedsTests.items, NeedsTests.measures, given)
  }

  @Test func aNeedCountsByItsGap() throws {
    let found = try reading([
      "keep": ["craft", "say", "calm"], "now-craft": "missing", "now-say": "partly",
      "now-calm": "there",
    ])
    #expect(found.fact("need.craft") == .word("missing"))
    #expect(found.fact("need.calm") == .word("there"))
    #expect(found.fact("need.pay") == .word("let-go"))
    #expect(found.fact("need.missing") == .set(["craft"]))
    #expect(found.fact("need.short") == .set(["craft", "say"]))
    #expect(found.fact("need.met") == .set(["calm"]))
    #expect(found.said(of: "need.short") == "Craft is missing. A say is partly there.")
    #expect(found.said(of: "need.short", naming: ["say", "pay"]) == "A say is partly there.")
  }

  @Test func anOpenNeedLeavesItsOwnFactAndTheSetsUnknown() throws {
    let blank = try reading([:])
    #expect(blank.fact("need.craft") == nil && blank.fact("need.missing") == nil)
    let open = try reading(["keep": ["craft", "say", "calm"], "now-craft": "there"])
    #expect(open.fact("need.craft") == .word("there") && open.fact("need.say") == nil)
    #expect(open.fact("need.pay") == .word("let-go") && open.fact("need.met") == nil)
  }

  /// A row is asked when its own condition and its item's are yes.
  @Test func aRowHasItsOwnCondition() throws {
    let found = try reading(["keep": ["craft", "say", "calm"], "now-pay": "there"])
    let pack = found.pack
    func isAsked(_ id: String) -> Bool {
      pack.itemPlaces[ItemAddress("x", id)].map { found.asked[$0] } ?? false
    }
    #expect(isAsked("now-craft") && !isAsked("now-pay"))
    let both = NeedsTests.items.replacing(
      "ordered: yes", with: "ordered: yes\n    when: {x.keep: has say}")
    let other = try MeasureTests.reading(
      both, NeedsTests.measures, ["keep": ["craft", "calm", "pay"]])
    #expect(other.asked.count { $0 } == 1)
  }

  @Test(arguments: [
    ("gap: x.keep", "gap: x.kept", "no choices `x.kept` stand above"),
    ("[x.now-*]", "[x.now-craft]", "no item of `now` asks whether `say` is met"),
    ("[x.now-*]", "[x.then-*]", "no choice `x.then-*` stands above"),
    ("id: partly", "id: half", "whether `craft` is met is a choice of missing, partly, there"),
    ("say: {missing", "sai: {missing", "`said` knows no `sai` here"),
    ("craft: {missing", "craft: {mising", "`said` knows no `mising` here: did you mean `missing`?"),
  ])
  func aWrongGapIsTold(_ old: String, _ new: String, _ wanted: String) {
    let files = SamplePack.files(
      items: NeedsTests.items.replacing(old, with: new),
      measures: NeedsTests.measures.replacing(old, with: new))
    #expect(SamplePack.read(files).1.map(\.message).contains(wanted), "\(SamplePack.read(files).1)")
  }

  private static let tasks = """
      - id: list
        kind: records
        text: Q
        fields:
          - {id: task, kind: text, title: T}
          - {id: kind, kind: choice, title: K, options: [{id: hands-on, title: H}, {id: making, title: M}, {id: leading, title: L}]}
          - {id: energy, kind: choice, ordered: yes, title: E, options: [{id: takes, title: T}, {id: gives, title: G}]}
    """

  /// Several fields all count, and of a field any word of a list.
  @Test func recordsAreCountedBySeveralFields() throws {
    let measures = """
      - {id: craft, count: x.list, where: {kind: [hands-on, making], energy: gives}, said: {0: "None.", 1: "One.", 2: "Two or more."}}
      - {id: all, count: x.list}
      """
    let list = """
      [{"task":"a","kind":"making","energy":"gives"},{"task":"b","kind":"making","energy":"takes"},\
      {"task":"c","kind":"hands-on","energy":"gives"},{"task":"d","kind":"leading","energy":"gives"}]
      """
    let found = try MeasureTests.reading(
      NeedsTests.tasks, measures, ["list": try JSONValue.json(list)])
    #expect(found.fact("craft") == .number(2) && found.fact("all") == .number(4))
    #expect(found.said(of: "craft") == "Two or more.")
  }

  @Test(arguments: [
    ("{kind: [making, cooking]}", "no record carries `cooking` in `kind`"),
    ("{kind: []}", "`kind`: at least one word is wanted"),
  ])
  func aWrongFilterIsTold(_ filter: String, _ wanted: String) {
    let files = SamplePack.files(
      items: NeedsTests.tasks, measures: "- {id: c, count: x.list, where: \(filter)}")
    #expect(SamplePack.read(files).1.map(\.message).contains(wanted))
  }
}

import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Small packs with one thing wrong in their rules, and what lint says of it; the same pack put right is passed.
struct RuleLintTests {
  static let items = """
      - {id: energy, kind: rating, scale: five, text: "How much is left?"}
      - {id: hours, kind: record, text: "Hours", changeable: {cost: 3, when: {own: at most costly}, do: "Ask."}, fields: [{id: firmness, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: costly, title: C}, {id: fixed, title: X}]}]}
      - {id: known, kind: choice, text: "Who knows?", options: [{id: boss, title: B}, {id: team, title: T}, {id: home, title: H}]}
      - {id: kept, kind: choices, text: "Kept", least: 2, most: 3, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}]}
    """

  struct Row: Sendable, CustomTestStringConvertible {
    var message: String
    var items = RuleLintTests.items
    var marks = ""
    var rules = ""
    /// Whether lint is to say it.
    var isSaid = true
    var testDescription: String { message + rules + marks + (isSaid ? "" : " (not)") }
  }

  private static func support(_ when: String) -> String {
    "supports: [{id: s, points: 10, when: \(when), because: \"B\"}]"
  }

  private static func never(_ when: String) -> Row {
    Row(message: "`s`: its condition can never be yes", rules: support(when))
  }

  private static func always(_ when: String) -> Row {
    Row(message: "`s`: its condition is yes whatever is answered", rules: support(when))
  }

  static let rows: [Row] = [
    never("{x.energy: more than 4}"), never("{x.energy: less than 0}"),
    never("{all: [{x.energy: at least 3}, {x.energy: at most 2}]}"),
    never("{all: [{x.known: is boss}, {x.known: is team}]}"),
    never("{x.kept: has at least 4}"),
    never("{all: [{x.kept: {has all of: [a, b, c]}}, {x.kept: has d}]}"),
    never("{all: [{mark.low: is yes}, {x.energy: at least 3}]}"),
    always("{x.energy: at least 0}"), always("{x.hours: at least open}"),
    always("{any: [{x.energy: at least 2}, {x.energy: at most 3}]}"),
    always("{x.kept: has at least 2}"),
    always("{not: {all: [{x.known: is boss}, {x.known: is home}]}}"),
    Row(
      message: "`s`: its condition",
      rules: support("{all: [{x.energy: at least 2}, {x.energy: at most 3}]}"),
      isSaid: false),
    Row(
      message: "`s`: its condition", rules: support("{x.kept: {has all of: [a, b, c]}}"),
      isSaid: false),
    Row(
      message: "its gates rule everybody out between them",
      rules: support("{x.energy: at least 3}")
        + "\ngates: [{id: g, when: {x.energy: at least 2}, because: B}, {id: h, when: {x.energy: at most 1}, because: B}]"
    ),
    Row(
      message: "a gate rules out everybody for whom it speaks",
      rules: support("{x.energy: at most 0}")
        + "\ngates: [{id: g, when: {x.energy: at most 1}, because: B}]"),
    Row(
      message: "`later`: its condition can never be yes",
      items: items + "\n  - {id: later, kind: day, text: Q, when: {x.energy: at least 5}}"),
    Row(
      message: "`later`: its condition",
      items: items + "\n  - {id: later, kind: day, text: Q, when: {x.kept: has at least 2}}",
      isSaid: false),
    Row(
      message: "`hours`: what was called fixed can be moved",
      items: items.replacing(", when: {own: at most costly}", with: "")),
    Row(
      message: "nobody is asked to change `health`",
      items: items.replacing("id: hours, kind: record", with: "id: health, kind: record")),
    Row(
      message: "1 of its supports rest on something that a person can change, not 2",
      rules: support("{x.hours: is fixed}")),
    Row(
      message: "`again` says the same as `first`",
      items: items
        + "\n  - {kind: rating, scale: five, text: Q, rows: {first: \"I kept what I promised\", again: \"What I promised I kept\"}}"
    ),
    Row(
      message: "`turned` is `first` turned round",
      items: items
        + "\n  - {kind: rating, scale: five, text: Q, rows: {first: \"I trusted my own judgement\", turned: \"I did not trust my own judgement\"}}"
    ),
  ]

  @Test(arguments: rows)
  func row(_ row: Row) throws {
    let files = SamplePack.files(
      items: row.items, marks: "- {id: low, when: {x.energy: at most 1}}\n" + row.marks,
      pathways: row.rules.isEmpty ? [:] : ["w": row.rules], exercise: "circumstances: yes")
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    let said = Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil)
    let found = said.filter { $0.message.contains(row.message) }
    #expect(found.isEmpty != row.isSaid, "\(said.map(\.description))")
    #expect(found.allSatisfy { $0.line > 0 && $0.column > 0 })
  }

  /// Evidence by way is a table: whoever leaves a cell out, or reads another's, is told.
  @Test func ownEvidenceIsATable() throws {
    func said(_ own: [String: String]) throws -> [String] {
      let list = """
          - {id: list, kind: records, text: Q, fields: [{id: way, kind: choice, title: W, options: pathways}, {id: state, kind: choice, title: S, options: [{id: on, title: O}, {id: off, title: F}]}]}
        """
      let files = SamplePack.files(
        items: RuleLintTests.items + "\n" + list,
        measures: "- {id: tried, tagged: x.list.way, where: {state: on}}",
        marks: "- {id: low, when: {x.energy: at most 1}}",
        pathways: own.mapValues { RuleLintTests.support("{\($0): at least 1}") },
        exercise: "circumstances: yes")
      let (pack, findings) = SamplePack.read(files)
      try #require(findings.isEmpty, "\(findings)")
      return Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil).map(\.message)
    }
    let whole = try said(["p": "tried.p", "q": "tried.q", "r": "tried.r"])
    #expect(!whole.contains { $0.contains("`tried`") })
    let left = try said(["p": "tried.p", "q": "tried.q", "r": "x.energy"])
    #expect(left.contains("most ways read `tried` of themselves; this one does not"))
    let crossed = try said(["p": "tried.p", "q": "tried.q", "r": "tried.q"])
    #expect(crossed.contains("`s` reads `tried` of `q`, not of its own way"))
  }

  /// So many options named that not every choice among them is tried: then nothing is claimed.
  @Test(arguments: ["has any of", "has all of"])
  func manyNamedOptionsAreNoNever(_ phrase: String) throws {
    let ids = (0..<9).map { "o\($0)" }
    let options = ids.map { "{id: \($0), title: T}" }.joined(separator: ", ")
    let named = ids.prefix(8).joined(separator: ", ")
    let files = SamplePack.files(
      items: "  - {id: many, kind: choices, text: Q, least: 1, most: 8, options: [\(options)]}",
      pathways: ["w": RuleLintTests.support("{x.many: {\(phrase): [\(named)]}}")])
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    let said = Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil)
    #expect(!said.contains { $0.message.contains("`s`: its condition") }, "\(said)")
  }

  /// Evidence that counts for a way and, turned, against it is a table like any other.
  @Test func evidenceForAndAgainstIsWhole() throws {
    let list =
      "  - {id: list, kind: records, text: Q, fields: [{id: way, kind: choice, title: W, options: pathways}]}"
    func rules(_ id: String, _ points: Int) -> String {
      """
      supports: [{id: s, points: \(points), when: {tried.\(id): at least 2}, because: B}, \
      {id: t, points: -5, when: {tried.\(id): at most 0}, because: B}]
      """
    }
    func said(_ last: Int) throws -> [String] {
      let files = SamplePack.files(
        items: list, measures: "- {id: tried, tagged: x.list.way}",
        pathways: ["p": rules("p", 10), "q": rules("q", 10), "r": rules("r", last)])
      let (pack, findings) = SamplePack.read(files)
      try #require(findings.isEmpty, "\(findings)")
      return Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil)
        .map(\.message).filter { $0.contains("`tried`") }
    }
    #expect(try said(10) == [])
    #expect(
      try said(15) == ["`tried` gives it -5 and 15 points, where other ways have -5 and 10"])
  }

  @Test func everyMomentHasAPath() throws {
    var files = SamplePack.files(
      items: RuleLintTests.items, marks: "- {id: low, when: {x.energy: at most 1}}",
      head: "places: {moment: x.known}", exercise: "circumstances: yes")
    files["moments.yaml"] =
      "- {id: boss, path: [x], again: []}\n- {id: away, path: [x], again: []}\n"
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    let said = Lint.findings(pack, trees: PackReader.trees(files).0, favourites: nil).map(\.message)
    #expect(said.contains("nothing reads the option `team`: it has no path here"))
    #expect(said.contains("`away` can be chosen nowhere"))
  }

  // MARK: - Languages

  @Test func aLanguageLacksNothingAndKeepsItsPlaceholders() throws {
    let core = PackReader.trees(SamplePack.coreFiles()).0
    var pack = SamplePack.core().0
    pack.languages = ["xx"]
    func said(_ change: (SourceNode) -> SourceNode) -> [String] {
      var trees = core
      trees["languages/xx.yaml"] = change(TranslationTemplate.make(core))
      return Lint.findings(pack, trees: trees, favourites: nil).map(\.message).filter {
        $0.contains("no text here") || $0.contains("is lost here")
      }
    }
    #expect(said { $0 }.isEmpty)
    let lost = said { tree in
      guard case .mapping(let entries, let mark) = tree else { return tree }
      return .mapping(entries.filter { $0.key != "steps" }, mark)
    }
    #expect(lost.count > 78 * 8)
  }

  /// What a translator fills in, laid over the pack, gives the same pack.
  @Test func theTemplateLaidOverThePackIsThePack() throws {
    var trees = PackReader.trees(SamplePack.coreFiles()).0
    trees["languages/xx.yaml"] = TranslationTemplate.make(trees)
    if case .mapping(let entries, let mark)? = trees["pack.yaml"] {
      trees["pack.yaml"] = .mapping(
        entries.map { entry in
          var entry = entry
          if entry.key == "languages" { entry.value = .sequence([.scalar("xx", mark)], mark) }
          return entry
        }, mark)
    }
    let (pack, findings) = PackReader.read(trees, others: [], hash: "core", language: "xx")
    #expect(findings.isEmpty, "\(findings.prefix(5))")
    let own = SamplePack.core().0
    #expect(pack.items == own.items && pack.pathways == own.pathways && pack.steps == own.steps)
    #expect(pack.exercises == own.exercises && pack.directions == own.directions)
  }

  // MARK: - Cases

  private static let twoWays = [
    "p": "supports: [{id: s, points: 10, when: {x.energy: at least 3}, because: \"B {x.energy}\"}]",
    "q": "supports: [{id: t, points: 10, when: {x.energy: at most 1}, because: \"B {x.energy}\"}]",
  ]

  private func cases(_ cases: String) throws -> Pack {
    var files = SamplePack.files(
      items: "  - {kind: rating, scale: five, text: Q, rows: {energy: A, other: B}}",
      pathways: RuleLintTests.twoWays)
    files["cases/a.yaml"] = cases
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    return pack
  }

  @Test func coverageSaysWhichRulesNoCaseTries() throws {
    let one = try cases("- {id: one, life: L, answers: {x: {energy: 4}}, expect: {}}")
    #expect(CaseCoverage(one).rows.map(\.holds) == [1, 0])
    #expect(CaseCoverage(one).rows.map(\.fails) == [0, 1])
    #expect(CaseCoverage(one).rows.allSatisfy { !$0.isWhole })
  }

  @Test func whatNoCaseNoticesIsNamed() throws {
    let wording = SamplePack.phrases().wording
    let blind = MutationRun(
      try cases("- {id: one, life: L, answers: {x: {energy: 4}}, expect: {}}"), wording: wording)
    #expect(blind.count == 8 && blind.unnoticed.count == 8 && blind.share == 1)
    let seeing = MutationRun(
      try cases(
        """
        - {id: one, life: L, answers: {x: {energy: 3, other: 0}}, expect: {scores: {p: 10, q: 0}}}
        - {id: two, life: L, answers: {x: {energy: 2, other: 4}}, expect: {scores: {p: 0, q: 0}}}
        - {id: three, life: L, answers: {x: {energy: 1, other: 2}}, expect: {scores: {p: 0, q: 10}}}
        """), wording: wording)
    #expect(seeing.unnoticed.isEmpty, "\(seeing.unnoticed)")
  }

  /// The core pack's own lives try every rule both ways.
  @Test func theCasesTryEveryRule() {
    let rows = CaseCoverage(SamplePack.core().0).rows
    #expect(rows.count > 340)
    #expect(rows.filter { !$0.isWhole }.map(\.rule) == [])
  }

  /// A core of nobody, which once ended the program.
  @Test(arguments: ["0", "-3", "8"])
  func aCutIsWithinTheCards(_ cut: String) {
    let files = SamplePack.files(
      items: "  - {id: d, kind: bestworst, text: Q, design: 7x4, cards: ["
        + "abcdefg".map { "{id: \($0), title: T}" }.joined(separator: ", ") + "]}",
      measures: "- {id: t, tally: [x.d], cut: \(cut)}")
    let findings = SamplePack.read(files).1
    #expect(findings.contains { $0.message.contains("`cut` is how many of the 7") }, "\(findings)")
  }
}

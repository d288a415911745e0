import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// A mark made of material, and the exercises that wait for it.
struct RawMaterialTests {
  static let items = """
      - {id: a, kind: rating, scale: five, text: Q}
      - {id: b, kind: choice, text: Q, options: [{id: one1, title: O}, {id: two2, title: T}]}
    """

  static let marks = """
    - id: enough
      material:
        - {id: rated, title: "a rating", when: {x.a: at least 2}, missing: "You haven't rated it.", exercise: x}
        - {id: chosen, title: "a choice", when: {x.b: {is one of: [one1, two2]}}, missing: "You haven't chosen.", exercise: x}
    """

  /// A second exercise, `y`, that waits for what `x` asks.
  static func files(marks: String = marks, ready: String = "{mark.enough: is yes}") -> PackFiles {
    var files = SamplePack.files(items: items, marks: marks)
    files["pack.yaml"] = files["pack.yaml"]?.replacing("exercises: [x]", with: "exercises: [x, y]")
    files["exercises/y.yaml"] = """
      id: y
      stage: s
      title: Far
      ready: \(ready)
      method: {for: f, scored: s, trust: t, not-for: n}
      items:
        - {id: c, kind: day, text: Q}
      """
    return files
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var answers: [String: JSONValue]
    var there: [String]
    var missing: [String]
    var testDescription: String { "\(there) \(missing)" }
  }

  static let rows = [
    Row(answers: [:], there: [], missing: ["rated", "chosen"]),
    Row(answers: ["a": 1], there: [], missing: ["rated", "chosen"]),
    Row(answers: ["a": 2], there: ["rated"], missing: ["chosen"]),
    Row(answers: ["b": "two2"], there: ["chosen"], missing: ["rated"]),
    Row(answers: ["a": 3, "b": "one1"], there: ["rated", "chosen"], missing: []),
  ]

  @Test(arguments: rows)
  func unknownIsNotYes(_ row: Row) throws {
    let (pack, findings) = SamplePack.read(RawMaterialTests.files())
    #expect(findings.isEmpty, "\(findings)")
    let reading = FactBase(pack, try MeasureTests.answers(pack, row.answers), today: nil)
    #expect(reading.rawMaterial.there.map(\.id) == row.there)
    #expect(reading.rawMaterial.missing.map(\.id) == row.missing)
    #expect(reading.waiting.map(\.exercise) == (row.missing.isEmpty ? [] : [1]))
    #expect(reading.waiting.flatMap(\.missing).map(\.id) == row.missing)
    let isYes = reading.fact("mark.enough") == .truth(true)
    #expect(isYes == row.missing.isEmpty)
  }

  @Test func ratherNotSayIsNeitherThereNorMissing() throws {
    let (pack, _) = SamplePack.read(RawMaterialTests.files())
    var answers = try MeasureTests.answers(pack, ["a": 4])
    let place = try #require(pack.itemPlaces[ItemAddress("x", "b")])
    answers.given[place] = Response(value: nil)
    let reading = FactBase(pack, answers, today: nil)
    #expect(reading.rawMaterial.there.map(\.id) == ["rated"])
    #expect(reading.rawMaterial.missing.isEmpty && reading.waiting.isEmpty)
    #expect(reading.fact("mark.enough") == nil)
  }

  @Test func lintWantsASentenceForEachThingThatIsMissing() {
    func messages(_ files: PackFiles) -> [String] {
      let (pack, findings) = SamplePack.read(files)
      if !findings.isEmpty { return findings.map(\.message) }
      let trees = PackReader.trees(files).0
      return Lint.findings(pack, trees: trees, favourites: nil).map(\.message)
    }
    let sound = messages(RawMaterialTests.files())
    #expect(!sound.contains { $0.contains("ready") || $0.contains("missing") }, "\(sound)")
    let rows: [(files: PackFiles, message: String)] = [
      (
        RawMaterialTests.files(
          marks: RawMaterialTests.marks.replacing("missing: \"You haven't chosen.\", ", with: "")),
        "a piece of material needs `missing`"
      ),
      (
        RawMaterialTests.files(
          marks: RawMaterialTests.marks.replacing("You haven't chosen.", with: "choice")),
        "`chosen`: `missing` is a whole sentence"
      ),
      (
        RawMaterialTests.files(marks: "- {id: enough, when: {x.a: at least 2}}"),
        "`ready` is `mark.ID: is yes`"
      ),
      (RawMaterialTests.files(ready: "{x.a: at least 2}"), "`ready` is `mark.ID: is yes`"),
      (
        RawMaterialTests.files(ready: "{not: {mark.enough: is yes}}"),
        "`ready` is `mark.ID: is yes`"
      ),
      (
        RawMaterialTests.files(
          marks: RawMaterialTests.marks.replacing("exercise: x}", with: "exercise: y}")),
        "nothing that is asked in `y` decides it"
      ),
      (
        RawMaterialTests.files(
          marks: RawMaterialTests.marks.replacing("exercise: x}", with: "exercise: z}")),
        "there is no exercise `z`"
      ),
      (
        RawMaterialTests.files(
          marks: RawMaterialTests.marks.replacing("at least 2", with: "at least 7")),
        "`rated`: its condition can never be yes"
      ),
      (RawMaterialTests.files(marks: "- {id: enough}"), "a mark needs `when`, or `material`"),
      (
        RawMaterialTests.files(marks: RawMaterialTests.marks + "\n  when: {x.a: at least 2}"),
        "a mark has `when` or `material`, not both"
      ),
    ]
    for row in rows {
      let found = messages(row.files)
      #expect(found.contains { $0.contains(row.message) }, "\(row.message): \(found)")
    }
  }

  @Test func theCorePackMakesItsQuestionsOfDestinationWait() {
    let (pack, _) = SamplePack.core()
    let waiting = FactBase(pack, Responses(count: pack.items.count), today: nil).waiting
    #expect(waiting.map { pack.exercises[$0.exercise].id } == ["futures", "ambition"])
    for one in waiting {
      #expect(
        one.missing.map(\.id) == ["stretches", "strength", "values", "constraints", "options"])
    }
    // Whatever else asks about years ahead waits too.
    for exercise in pack.exercises where exercise.opening.contains("in three years") {
      #expect(exercise.ready != nil, "\(exercise.id)")
    }
  }
}

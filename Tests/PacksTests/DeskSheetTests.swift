import Packs
import TestSupport
import Testing

/// The editor's desk: a sheet of random texts, and what an editor made of it.
struct DeskSheetTests {
  private func text(_ kind: ReaderText.Kind, _ words: String) -> ReaderText {
    ReaderText(
      kind: kind, place: "x", text: words, mark: .init(file: "x", line: 1, column: 1))
  }

  private var three: [ReaderText] {
    [
      text(.hint, "Choose one."), text(.hint, "Choose one."),
      text(.because, "You said\n{arrive.moment} today."), text(.step, "Ask for an hour."),
    ]
  }

  @Test func aSheetIsTheseBytes() {
    #expect(
      DeskSheet.make(three, seed: 7, count: 2) == """
        # 2 of 3 texts, drawn at random with seed 7.
        # Read each one cold. Put a letter after `grade:`: A leave it, B a native editor would change it, C unclear.
        # Add your own wording after a second colon if you like: `grade: B: The way you'd say it.`
        # The program fills in what stands in braces. Count your grades with: waymark content sample --check FILE

        1. because
          You said {arrive.moment} today.
        grade:

        2. step
          Ask for an hour.
        grade:

        """)
  }

  @Test func noTextStandsTwiceAndAnotherSeedDrawsOthers() {
    let texts = (1...40).map { text(.item, "Text number \($0).") }
    let all = DeskSheet.make(texts + texts, seed: 3, count: nil)
    #expect(texts.allSatisfy { all.ranges(of: $0.text).count == 1 })
    #expect(DeskSheet.make(texts, seed: 3, count: 5) == DeskSheet.make(texts, seed: 3, count: 5))
    #expect(DeskSheet.make(texts, seed: 3, count: 5) != DeskSheet.make(texts, seed: 4, count: 5))
  }

  /// Every kind that has texts in the core pack and the interface; `--help` is the command's.
  @Test func everyKindIsReached() {
    let kinds = Set(BacklogTests.texts.map(\.kind))
    let missing = ReaderText.Kind.allCases.filter { !kinds.contains($0) }
    #expect(missing == [.moment, .help])
  }

  @Test func sharesStandByKindWithTheirIntervals() {
    let graded = "A A A A A A A A B C".split(separator: " ").enumerated().map { place, grade in
      "\(place + 1). hint\n  Words.\ngrade: \(grade): Other words.\n  And more of them.\n"
    }
    let rows = DeskGrades(
      "# Head\n" + graded.joined() + "11. step\n  Words.\ngrade: b\n12. step\n  Words.\ngrade:\n")
    #expect(rows.problems.isEmpty, "\(rows.problems)")
    #expect(rows.open == 1)
    #expect(rows.rows.map(\.name) == ["all", "hint", "step"])
    #expect(rows.rows.map(\.total) == [11, 10, 1])
    // Wilson, by hand: 8 of 10 is (0.8 + 0.19207 ± 0.31105) ÷ 1.38415.
    #expect(rows.rows[1].share(.leave).words == "80 % (49 to 94)")
    #expect(rows.rows[1].share(.change).words == "10 % (2 to 40)")
    #expect(rows.rows[2].share(.leave).words == "0 % (0 to 79)")
    #expect(rows.rows[2].share(.change).words == "100 % (21 to 100)")
  }

  @Test(arguments: [
    ("1. hint\n  Words.\ngrade: D\n", 3, "`D` is none of the grades A, B and C"),
    ("1. hint\n  Words.\ngrade: A\ngrade: B\n", 4, "a grade without a text above it"),
    ("1. hunt\n  Words.\n", 1, "there is no kind `hunt`"),
    ("1. hint\n  Words.\ngrade: A\n\n1. hint\n  W.\n", 5, "number 1 stands twice"),
    ("1. hint\nWords.\ngrade: A\n", 2, "neither a text's number and kind, nor `grade:`"),
    ("  Words.\n", 1, "a text without its number and kind above it"),
    ("", 1, "there is no text here"),
  ])
  func aBadLineIsToldWithItsNumber(_ sheet: String, _ line: Int, _ message: String) {
    let first = DeskGrades(sheet).problems.first
    #expect(first?.line == line && first?.message == message, "\(first as Any)")
  }
}

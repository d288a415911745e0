import JSON
import Packs
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// One questionnaire, two faces: the same answers by keys and by lines.
struct FacesTests {
  /// All kinds of items in one exercise.
  static let items = """
      - {id: t, kind: text, text: Words}
      - {id: c, kind: choice, text: One, options: [{id: a, title: A}, {id: b, title: B}]}
      - {id: m, kind: choices, text: Some, options: [{id: a, title: A}, {id: b, title: B}, {id: d, title: D}]}
      - {id: r, kind: rating, scale: five, text: Rate}
      - {kind: rating, scale: five, text: Rows, rows: {ra: RA, rb: RB}}
      - {id: n, kind: number, text: How many, least: 1, most: 60}
      - {id: d, kind: day, text: When}
      - {id: w, kind: bestworst, text: Four, design: 7x4, cards: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}, {id: f, title: F}, {id: g, title: G}]}
      - kind: record
        text: Fixed
        rows: {p: P, q: Q}
        fields:
          - {id: f, kind: choice, ordered: yes, title: F, options: [{id: open, title: O}, {id: fixed, title: X}]}
          - {id: u, kind: day, title: U, optional: yes}
      - {id: s, kind: sort, text: Piles, piles: [{id: no1, title: N}, {id: must, title: M}], cards: [{id: a, title: A, text: T}, {id: b, title: B}, {id: c, title: C}]}
      - {id: o, kind: rank, text: Order, options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}
      - {id: g, kind: grid, text: Cells, scale: five, down: [{id: p, title: P}, {id: q, title: Q}], across: [{id: x, title: X}, {id: y, title: Y}]}
      - id: l
        kind: records
        text: ChangeLog
        fields:
          - {id: what, kind: text, title: What}
          - {id: min, kind: number, least: 1, most: 600, title: Min}
    """

  private func pack() -> Pack {
    let (pack, findings) = SamplePack.read(SamplePack.files(items: FacesTests.items))
    #expect(findings.isEmpty, "\(findings)")
    return pack
  }

  @Test func bothLeaveTheSameAnswers() {
    let pack = pack()
    var keys = Walk.keys("1 1 Enter") + Walk.typed("hello") + Walk.keys("Tab 2 1 3 Enter 4 5 1")
    keys += Walk.typed("45") + Walk.keys("Enter") + Walk.typed("2026-03-02") + Walk.keys("Enter")
    // Seven blocks; the first answered, the others left unsaid.
    keys += Walk.keys("1 2 r r r r r r")
    keys +=
      Walk.keys("Right Right Tab") + Walk.typed("2027-01-31") + Walk.keys("Enter Right Ctrl-S")
    // Three cards laid, an order slid, four cells.
    keys += Walk.keys("2 1 2 Down < Enter 1 2 3 4 Ctrl-S")
    keys += Walk.keys("a") + Walk.typed("tidied") + Walk.keys("Tab") + Walk.typed("20")
    keys += Walk.keys("Enter Ctrl-S")
    let walk = Walk(keys, pack: pack)
    let best = walk.profile.current(ItemAddress("x", "w-01"))?.value
    let seats = (best?.list ?? []).compactMap(\.whole)
    // In lines the cards stand in the order of their seats.
    let block = BestWorstDesign.blocks("7x4")?[0] ?? []
    let numbers = seats.map { (block.firstIndex(of: $0) ?? 0) + 1 }
    let lines =
      ["1", "hello", "2", "1 3", "4", "5", "1", "45", "2026-03-02"] + numbers.map(String.init)
      + ["not", "not", "not", "not", "not", "not", "2", "2027-01-31", "1", ""]
      + ["2", "1", "2", "2 1 3", "1", "2", "3", "4", "tidied", "20", "done"]
    let spoken = Walk.lines(lines, pack: pack)
    #expect(Walk.answers(walk.profile) == Walk.answers(spoken.profile))
    #expect(walk.profile.current.count == 21)
    #expect(
      Walk.answers(walk.profile).contains("x/s {\"a\":\"must\",\"b\":\"no1\",\"c\":\"must\"} 1"))
    #expect(Walk.answers(walk.profile).contains("x/o [\"b\",\"a\",\"c\"] 1"))
    #expect(
      Walk.answers(walk.profile).contains(
        "x/g {\"p\":{\"x\":0,\"y\":1},\"q\":{\"x\":2,\"y\":3}} 1"))
    #expect(Walk.answers(walk.profile).contains("x/l [{\"what\":\"tidied\",\"min\":20}] 1"))
    #expect(Walk.answers(walk.profile).contains("x/p {\"f\":\"fixed\",\"u\":\"2027-01-31\"} 1"))
  }

  @Test func linesCarryNoPicture() {
    let spoken = Walk.lines([
      "3", "3", "none", "2", "2", "1", "3", "1", "2", "3", "a", "pathways", "1", "why 1", "people",
      "?",
    ])
    for line in spoken.said {
      #expect(!line.contains("\u{1B}") && !line.contains("█") && !line.contains("│"), "\(line)")
    }
  }

  @Test func aWrongLineIsAnsweredByASentenceAndTheQuestion() {
    let spoken = Walk.lines(["3", "99", "x"])
    #expect(spoken.profile.current.isEmpty)
    #expect(spoken.said.contains("A whole number from 1 to 13 is wanted."))
  }

  @Test func wordsWorkAtAnyQuestion() {
    let spoken = Walk.lines(["3", "skip", "back", "not", "undo", "map", "quit", "1"])
    #expect(spoken.said.contains("Everything is saved."))
    #expect(spoken.profile.current.isEmpty)
  }

  /// Every kind has a shape, a schema, an editor and a prompt.
  @Test func allKindsAreThere() {
    let pack = pack()
    let kinds = Set(pack.items.map(\.kind.name))
    #expect(
      kinds == [
        "text", "choice", "choices", "rating", "number", "day", "bestworst", "record", "records",
        "sort", "rank", "grid",
      ])
    for item in pack.items { #expect(item.kind.schema["type"] != nil) }
  }
}

/// A life's evening through the front door, to its reading, byte for byte.
struct DiaryTests {
  /// The fitter of `cases/passed-over.yaml`, as he would type it.
  @Test func thePassedOverFittersEvening() throws {
    let pack = Walk.pack
    let fitter = try #require(pack.cases.first { $0.id == "passed-over-fitter" })
    var keys = Walk.keys("1 1 Enter Enter 3 Enter 2 3 3 4 1 2 2 1 1 1 1 1 1")
    keys += Walk.typed("Whether to say that I wanted it") + Walk.keys("Tab Enter Esc")
    keys += Walk.keys("\(JourneyTests.to("duels")) Enter Enter")
    var session = Walk.session()
    session.seed = 1
    for item in pack.exercise("duels").map({ Array($0.items) }) ?? [] {
      keys += try DiaryTests.duel(item, fitter, session)
    }
    // Constraints: moving is fixed, income at a cost, the contract open; the rest stays open.
    keys += Walk.keys(
      "Enter Esc \(JourneyTests.to("constraint")) Enter Enter 3 Tab 1 Down Down 2 Tab 1")
    keys += Walk.keys("Down Down Down Down Down Down Down 1 Ctrl-S Enter Esc")
    keys += Walk.keys("\(JourneyTests.to("interests")) Enter Enter")
    let interests = try #require(pack.exercise("interests"))
    for item in interests.items(isLong: false) {
      guard case .rating(let step)? = fitter.answers.first(where: { $0.item == item })?.value else {
        Issue.record("no rating")
        continue
      }
      keys += Walk.keys("\(step + 1)")
    }
    let walk = Walk(keys + Walk.keys("Enter"), size: Size(rows: 40, columns: 100))
    var reading = walk.app.session.pathwaysInWords
    for place in walk.app.session.assessment.shownPathways.prefix(2) {
      reading += [""] + walk.app.session.whyInWords(place)
    }
    let difference = Golden.difference(
      reading.joined(separator: "\n") + "\n", "ScreensTests/Golden/diary-fitter.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The two numbers that answer a block on the screen as the case does.
  private static func duel(_ item: Int, _ life: Case, _ session: OpenWorkbook) throws -> [Key] {
    guard
      case .bestWorst(let best, let worst)? = life.answers.first(where: { $0.item == item })?.value,
      case .bestWorst(let block) = session.pack.items[item].kind
    else { return [] }
    var seats = block.seats
    var generator = SplitMix64(state: session.seed &+ UInt64(item))
    generator.shuffle(&seats)
    let numbers = [best, worst].compactMap { seats.firstIndex(of: $0) }
    return numbers.flatMap { Walk.keys("\($0 + 1)") }
  }
}

/// What follows what.
struct PathTests {
  @Test func theEveningEndsInThePathways() {
    let session = Walk.session()
    let pack = session.pack
    let share = pack.exercisePlaces["share"] ?? 0
    var changes: [Change] = []
    for id in pack.evening {
      for item in pack.exercise(id)?.items ?? 0..<0 {
        changes.append(
          .answered(
            Answer(
              address: pack.items[item].address, value: .null, at: "2026-03-02T20:00:00Z", round: 1)
          ))
      }
    }
    #expect(session.nextExercise(after: share) != nil)
    let after = Walk.session(pack, Profile(changes))
    #expect(after.nextExercise(after: share) == nil)
    // Longer exercises are offered by the map, and lead to the pathways.
    #expect(after.nextExercise != nil)
    #expect(session.nextExercise(after: pack.exercisePlaces["futures"] ?? 0) == nil)
  }

  /// Bars show what the exercise asked, however many cards the measure knows.
  @Test func barsAreTheExercisesOwn() throws {
    let session = Walk.session()
    let duels = try #require(session.pack.exercise("duels"))
    #expect(session.bars(duels).bars.count == 13)
    let values = try #require(session.pack.exercise("values"))
    // Of sixty-six cards only those that were kept are drawn; before that none.
    #expect(session.bars(values).bars.isEmpty)
  }
}

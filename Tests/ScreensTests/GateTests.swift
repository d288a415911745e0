import JSON
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Questions that look far ahead wait for raw material: what is missing is said, and they open when asked again.
struct GateTests {
  static let far = ["futures", "ambition"]

  /// The sentence for each thing, in the order in which it is gathered.
  static var sentences: [String] {
    Walk.pack.marks.first { $0.id == "raw-material" }?.material.map(\.missing) ?? []
  }

  /// An answer each that makes one thing more be there.
  static let gathered: [[(String, String, JSONValue)]] = [
    [("stretches", "good-pace", "fast"), ("stretches", "bad-from", "load")],
    [("story", "seen", ["explaining"])],
    (1...13).map { ("duels", $0 < 10 ? "duel-0\($0)" : "duel-\($0)", [0, 1]) },
    ["hours", "income", "care"].map { ("constraint", $0, ["firmness": "open"]) },
    [
      (
        "exists", "list",
        [["name": "The pricing project", "kind": "project"], ["name": "Data", "kind": "team"]]
      )
    ],
  ]

  static func changes(_ count: Int) -> [Change] {
    let pack = Walk.pack
    return gathered.prefix(count).joined().compactMap { exercise, item, value in
      let address = ItemAddress(exercise, item)
      guard let place = pack.itemPlaces[address] else { return nil }
      var given = value
      // Four seats of a block are shown: its first is kept, its second let go.
      if case .bestWorst(let block) = pack.items[place].kind {
        given = .list([.whole(block.seats[0]), .whole(block.seats[1])])
      }
      return .answered(
        Answer(address: address, value: given, at: "2026-03-02T20:00:00Z", round: 1))
    }
  }

  static let settled = Change.setting(name: "computer", value: "mine")

  static func profile(gathered count: Int) -> Profile {
    Profile([settled, JourneyTests.moment] + changes(count))
  }

  /// On the map, with so many of the five things gathered; then at an exercise.
  static func walk(
    _ keys: String = "", at exercise: String? = nil, gathered count: Int = 0, rows: Int = 24
  ) -> Walk {
    let profile = profile(gathered: count)
    let way = exercise.map { JourneyTests.to($0, profile) + " " } ?? ""
    return Walk(
      Walk.keys("Esc Esc " + way + keys), size: Size(rows: rows, columns: 80), profile: profile)
  }

  /// As it stands on a screen, in one line.
  static func words(_ walk: Walk) -> String {
    walk.last.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: far)
  func onAnEmptyFileAllIsMissingAndItOpensWhenAskedAgain(_ exercise: String) throws {
    let asked = GateTests.words(GateTests.walk("Enter", at: exercise))
    #expect(GateTests.sentences.count == 5)
    for sentence in GateTests.sentences { #expect(asked.contains(sentence), "\(asked)") }
    let opening = try #require(Walk.pack.exercise(exercise)?.opening)
    #expect(!asked.contains(opening.prefix(30)))
    let opened = GateTests.words(GateTests.walk("Enter Enter", at: exercise))
    #expect(opened.contains(opening.prefix(30)), "\(opened)")
    let begun = GateTests.walk("Enter Enter Enter", at: exercise)
    #expect(begun.app.itemsOnScreen?.isEmpty == false)
    // Looking and leaving answers nothing.
    #expect(GateTests.walk("Enter Esc", at: exercise).profile.current.isEmpty)
  }

  @Test func eachThingGatheredIsNoLongerMissing() {
    for count in 0...4 {
      let asked = GateTests.words(GateTests.walk("Enter", at: "futures", gathered: count))
      let missing = GateTests.sentences.filter { asked.contains($0) }
      #expect(missing == Array(GateTests.sentences.dropFirst(count)), "\(count): \(asked)")
    }
    let opened = GateTests.words(GateTests.walk("Enter", at: "futures", gathered: 5))
    #expect(opened.contains("Your life in three years"), "\(opened)")
  }

  @Test func theMapSaysWhatIsGatheredAndWhatIsMissing() {
    let none = GateTests.words(GateTests.walk())
    #expect(none.contains("Your raw material isn't gathered yet. You need two stretches,"))
    let some = GateTests.words(GateTests.walk(gathered: 3))
    #expect(
      some.contains(
        "you have two stretches, a strength with its day and your values. "
          + "You still need your constraints and two options that exist."), "\(some)")
    #expect(GateTests.words(GateTests.walk(gathered: 5)).contains("is all gathered"))
    let row = GateTests.words(GateTests.walk(at: "futures", gathered: 4))
    #expect(row.contains("Three futures waits for 1 thing"), "\(row)")
    let small = GateTests.words(GateTests.walk(gathered: 3, rows: 12))
    #expect(small.contains("Raw material: 3 of 5 gathered."), "\(small)")
  }

  @Test func whatIsMissingIsOneRowAway() {
    let opened = GateTests.words(GateTests.walk("Enter 2", at: "ambition"))
    #expect(opened.contains("Two stretches of weeks"), "\(opened)")
    let back = GateTests.words(GateTests.walk("Enter 2 Esc", at: "ambition"))
    #expect(back.contains("Your raw material"), "\(back)")
    let second = GateTests.words(GateTests.walk("Enter Down Enter", at: "ambition", gathered: 1))
    #expect(second.contains("One piece of work that went well"), "\(second)")
  }

  @Test func everyWayInPassesTheSameGate() {
    let palette =
      Walk.keys("Esc Esc :") + Walk.typed("Three futures") + Walk.keys("Enter")
    let asked = GateTests.words(Walk(palette, profile: GateTests.profile(gathered: 0)))
    #expect(asked.contains(GateTests.sentences[0]), "\(asked)")
  }

  @Test func onceBegunItAsksNoMore() {
    let begun = Change.answered(
      Answer(
        address: ItemAddress("futures", "on"), value: "As it is", at: "2026-03-02T20:00:00Z",
        round: 1))
    let walk = Walk(
      Walk.keys("Esc Esc " + JourneyTests.to("futures") + " Enter"),
      profile: Profile([GateTests.settled, begun, JourneyTests.moment]))
    #expect(walk.app.itemsOnScreen?.isEmpty == false, "\(walk.last.text)")
  }

  @Test func ratherNotSayIsNotMissing() {
    let unsaid =
      ["relocation", "hours", "income", "care", "health", "travel", "shifts", "permit"]
      + ["certificate", "contract", "language", "expectation"]
    let said = unsaid.map { item in
      Change.answered(
        Answer(
          address: ItemAddress("constraint", item), value: .null, at: "2026-03-02T20:00:00Z",
          round: 1))
    }
    let session = Walk.session(Walk.pack, Profile(said))
    #expect(
      session.reading.rawMaterial.missing.map(\.id) == [
        "stretches", "strength", "values", "options",
      ])
    #expect(session.reading.rawMaterial.there.isEmpty)
    let all = Walk.session(
      Walk.pack, Profile(GateTests.changes(3) + said + GateTests.changes(5).suffix(1)))
    #expect(all.reading.waiting.isEmpty)
  }

  /// Before both, what the client keeps may well be there: nothing says that it isn't.
  @Test func inASessionItSpeaksOfWhatBothHaveSeen() {
    var room = GuidedRoom(pack: Walk.pack, slip: GuidedRoom.slip, size: Size(rows: 24, columns: 80))
    room.press("y y CHOOSE :")
    room.press(Walk.typed("Three futures"))
    let palette = room.text
    #expect(palette.contains("Three futures") && !palette.contains("waits for"), "\(palette)")
    room.press("Enter")
    #expect(room.text.contains("Some of what it builds on"), "\(room.text)")
    room.press("Enter")
    #expect(room.text.contains("Your life in three years"), "\(room.text)")
  }

  @Test func nothingThatWaitsComesNextWhileThereIsSomethingElse() throws {
    let pack = Walk.pack
    let others = pack.exercises.filter { !GateTests.far.contains($0.id) }
    var profile = Profile([GateTests.settled])
    let session = Walk.session(pack, profile)
    let next = try #require(session.nextExercise)
    #expect(session.gate(before: next) == nil)
    // Everything else rather not said but the two options: then it comes, and says so.
    for exercise in others {
      for item in exercise.items {
        let value: JSONValue =
          pack.items[item].address == ItemAddress("exists", "list") ? [] : .null
        profile.apply(
          .answered(
            Answer(
              address: pack.items[item].address, value: value, at: "2026-03-02T20:00:00Z",
              round: 1)))
      }
    }
    let late = GateTests.words(Walk(Walk.keys("Esc Esc"), profile: profile))
    #expect(late.contains("Next: Three futures. It needs something else first"), "\(late)")
  }

  @Test func aQuestionThatWaitsSaysSo() throws {
    let session = Walk.session()
    let item = try #require(Walk.pack.itemPlaces[ItemAddress("futures", "free-marks")])
    let rows = session.nextInWords([NextQuestion(item: item, minutes: 1, gain: 0.1)])
    #expect(
      rows.last?.hasSuffix(
        "“Three futures” works better once you have two stretches, "
          + "a strength with its day, your values, your constraints and two options that exist.")
        == true, "\(rows)")
  }

  // MARK: - In lines

  private func number(_ exercise: String) -> String {
    let session = Walk.session(Walk.pack, Profile([GateTests.settled]))
    let place = session.path.firstIndex { Walk.pack.exercises[$0].id == exercise } ?? 0
    return String(place + 1)
  }

  @Test(arguments: far)
  func inLinesWhatIsMissingIsSaidAndAskedAgain(_ exercise: String) throws {
    let said = Walk.lines(["1", "map", number(exercise), "99", "why", "", "map"]).said
    for sentence in GateTests.sentences {
      #expect(said.contains { $0.hasSuffix(": " + sentence) }, "\(sentence)")
    }
    let asked = try #require(said.lastIndex(of: "> 99"))
    #expect(said[asked + 1].contains("none of the numbers"))
    let opening = try #require(Walk.pack.exercise(exercise)?.opening)
    let opened = try #require(said.firstIndex(of: opening))
    #expect(said[..<opened].last { $0.hasPrefix(">") } == "> ")
    #expect(said.contains { $0.hasPrefix("Your raw material isn't gathered yet.") })
    #expect(said.contains { $0.hasSuffix("waits for 5 things") })
  }

  @Test func inLinesANumberOpensWhatGathersIt() {
    let said = Walk.lines(["1", "map", number("futures"), "5"]).said
    #expect(said.contains { $0.hasPrefix("Three things that exist within your reach") })
    let back = Walk.lines(["1", "map", number("futures"), "back"]).said
    #expect(back.last == Walk.phrases(.plainMap))
  }
}

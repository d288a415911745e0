import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// The coach's own file: today, clients, notes, what comes back from a session, what goes at its day.
struct DeskTests {
  private static func answer(_ client: Int, _ item: String, _ value: JSONValue) -> Change {
    .answered(
      Answer(
        address: ItemAddress("client-\(client)", item), value: value, at: "2026-02-20T08:00:00Z",
        round: 1))
  }

  private static let changes: [Change] = [
    ComputerOwner.mine.change,
    answer(1, "about", ["name": "Bee", "languages": "en, tr", "until": "2027-01-31"]),
    answer(1, "next", ["day": "2026-03-02", "hour": "10:30", "agreed": "look at the shift plan"]),
    answer(2, "about", ["name": "Corvo", "wants": "whether to ask at all", "until": "2026-02-28"]),
    answer(2, "next", ["day": "2026-03-02", "hour": "09:00"]),
    answer(3, "about", ["name": "Alder"]),
    answer(1, "notes", [["day": "2026-02-20", "text": "Crossed out half of the answer."]]),
    answer(
      2, "overruled",
      [["day": "2026-02-20", "what": "A quarter of an hour", "why": "They had an hour."]]),
  ]

  private static func session(_ changes: [Change] = DeskTests.changes) -> OpenWorkbook {
    OpenWorkbook(
      desk: CoachWorkspace(core: Walk.pack), phrases: Walk.phrases, profile: Profile(changes),
      drafts: [:], today: Day("2026-03-02") ?? Day(number: 0), now: GuidedRoom.now, name: "")
  }

  private static func app(_ keys: String, _ size: Size = Size(rows: 24, columns: 80)) -> App {
    var app = App(desk: session(), access: Access(isSealed: true))
    app.size = size
    for key in Walk.keys(keys) { _ = app.update(.key(key)) }
    return app
  }

  @Test(arguments: [
    ("desk-today", "", 24, 80), ("desk-today-small", "", 12, 40),
    ("desk-client", "Down Enter", 24, 80), ("desk-plans", "Down Enter Enter", 24, 80),
    ("desk-record", "Down Enter 6 Enter", 24, 80), ("desk-about", "Down Enter 5", 24, 80),
  ]) func golden(_ name: String, _ keys: String, _ rows: Int, _ columns: Int) {
    let app = Self.app(keys, Size(rows: rows, columns: columns))
    let difference = Golden.difference(
      Walk.golden(keys, app.view()), "ScreensTests/Golden/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// From the help back into the form, to the field that was left: the name is not written over.
  @Test func theHelpLeadsBackToTheSameField() {
    var app = Self.app("Down Enter 5")
    for key in [Key.tab, .help, .escape] + Walk.typed(" ku") { _ = app.update(.key(key)) }
    let text = app.view().text
    #expect(text.contains("en, tr ku"), "\(text)")
    #expect(!text.contains("Bee ku"))
  }

  // MARK: - What comes back

  private static func slip(_ client: Int, closed: Bool) -> SessionHandoff {
    var slip = SessionHandoff(
      client: client, number: "aa\(client)", plan: "first-session", began: "2026-03-02T09:00:00Z",
      path: "/stick/c.waymark")
    slip.version = 1
    slip.isClosed = closed
    slip.done = ["stretches"]
    slip.again = "2026-03-16"
    slip.hasGoal = true
    slip.marks = ["so", "partly", "so"]
    return slip
  }

  @Test func aSessionIsNotedOnceAndItsDayIsTheNextOne() throws {
    var profile = Profile(Self.changes)
    for closed in [false, true, true] {
      let slip = Self.slip(1, closed: closed)
      for change in Roster(profile).taking(slip, profile, now: GuidedRoom.now) {
        profile.apply(change)
      }
      #expect((Roster(profile).running == nil) == closed)
    }
    let client = try #require(Roster(profile).client(1))
    #expect(client.sessions.count == 1 && client.agreement.version == 1)
    #expect(client.next == Day("2026-03-16") && client.agreed == "look at the shift plan")
    #expect(client.path == "/stick/c.waymark")
    let events = Roster(profile).events.map {
      "\($0.kind.rawValue) \($0.client) \($0.day) \($0.what)"
    }
    #expect(events == ["held 1 2026-03-02 first-session", "exercise 1 2026-03-02 stretches"])
  }

  /// Nothing was agreed on: nothing is noted, and no path is laid over the one that is known.
  @Test func whatWasNotBegunIsNotNoted() {
    let profile = Profile(Self.changes)
    var slip = Self.slip(1, closed: false)
    slip.version = 0
    #expect(Roster(profile).taking(slip, profile, now: GuidedRoom.now).isEmpty)
    let known = Profile(
      Self.changes + [Self.answer(1, "about", ["name": "Bee", "path": "/stick/own"])])
    let changes = Roster(known).taking(
      Self.slip(1, closed: true), known, now: GuidedRoom.now)
    #expect(Roster(Profile(Self.changes + changes)).client(1)?.path != "/stick/c.waymark")
  }

  @Test func aSessionCanBeEndedAtTheDesk() {
    var changes = Self.changes
    changes.append(Roster.running(Self.slip(1, closed: false)))
    var app = App(desk: Self.session(changes), access: Access(isSealed: true), focus: 1)
    app.size = Size(rows: 24, columns: 80)
    #expect(app.view().text.contains("Go on with the session"))
    for key in Walk.keys("Down Down Enter") { _ = app.update(.key(key)) }
    #expect(app.view().text.contains("Begin a session"))
  }

  /// What is half written about somebody is theirs to read too.
  @Test func theRecordHoldsWhatIsHalfWritten() {
    var session = Self.session()
    session.drafts = ["client-1/notes": Draft("{\"text\":\"half a note\"}")]
    #expect(session.clientRecord(1).joined().contains("half a note"))
    #expect(!session.clientRecord(2).joined().contains("half a note"))
  }

  /// A day that was named and came to pass, by then at the latest.
  @Test func aKeptDayIsAnEvent() {
    var profile = Profile(Self.changes)
    for (number, began) in [("a", "2026-03-02"), ("b", "2026-03-16"), ("c", "2026-04-20")] {
      var slip = Self.slip(1, closed: true)
      slip.number = number
      slip.began = began + "T09:00:00Z"
      slip.done = []
      slip.again = number == "a" ? "2026-03-16" : "2026-04-01"
      for change in Roster(profile).taking(slip, profile, now: GuidedRoom.now) {
        profile.apply(change)
      }
    }
    let kept = Roster(profile).events.filter { $0.kind == .followUp }.map(\.day)
    #expect(kept == ["2026-03-16"])
  }

  @Test func theMarksStandInTheRecordWhereTheyWereGiven() {
    var changes = Self.changes
    changes += Roster(Profile(changes)).taking(
      Self.slip(1, closed: true), Profile(changes), now: GuidedRoom.now)
    let lines = Self.session(changes).clientRecord(1).joined(separator: "\n")
    #expect(lines.contains("What was decided today, I decided. Partly"))
    #expect(lines.contains("Crossed out half of the answer.") && lines.contains("en, tr"))
    #expect(!lines.contains("Corvo"))
  }

  // MARK: - Disposal

  @Test func whatIsDisposedOfIsNowhere() throws {
    var changes = Self.changes
    changes.append(Roster.running(Self.slip(2, closed: false)))
    changes += Roster(Profile(changes)).taking(
      Self.slip(2, closed: true), Profile(changes), now: GuidedRoom.now)
    let client = try #require(Roster(Profile(changes)).client(2))
    changes.append(
      Roster(Profile(changes)).disposing(client, on: Day("2026-03-02") ?? Day(number: 0)))
    let drafts = ["client-2/notes": Draft("half a note"), "client-1/notes": Draft("another")]
    let forgotten = ChangeLog.forgetting(.client(2), changes, drafts)
    let all = forgotten.changes.map { "\($0)" }.joined()
    for word in ["Corvo", "whether to ask", "They had an hour", "/stick/c.waymark", "aa2"] {
      #expect(!all.contains(word), "\(word)")
    }
    #expect(forgotten.drafts.keys.sorted() == ["client-1/notes"])
    let roster = Roster(Profile(forgotten.changes))
    #expect(roster.clients.map(\.number) == [1, 3] && roster.nextNumber == 4)
    let receipts = roster.disposals.map { "\($0.client) \($0.day) \($0.sessions)" }
    #expect(receipts == ["2 2026-03-02 1"])
  }

  /// The last number is not given to somebody else.
  @Test func noNumberIsGivenTwice() throws {
    var changes = Self.changes
    let client = try #require(Roster(Profile(changes)).client(3))
    changes.append(
      Roster(Profile(changes)).disposing(client, on: Day("2026-03-02") ?? Day(number: 0)))
    let left = ChangeLog.forgetting(.client(3), changes, [:]).changes
    #expect(Roster(Profile(left)).nextNumber == 4)
  }

  @Test func whoIsDueToGoIsSaid() {
    #expect(Roster(Profile(Self.changes)).overdue(Day("2026-03-02") ?? Day(number: 0)).count == 1)
    #expect(Self.app("").view().text.contains("One client's notes"))
  }

  @Test func disposingWantsTheKeyTwice() {
    var app = Self.app("Down Enter Up Up End")
    #expect(app.update(.key(.enter)).isEmpty)
    let effects = app.update(.key(.enter))
    #expect(effects.contains(.forget(.client(1))))
    #expect(app.view().text.contains("goes for good") == false)
  }
}

import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// What undoes or erases is never what a search finds first, and never takes what came from elsewhere.
struct TakingBackTests {
  /// Places from which all commands are looked through, one for each kind of page and list.
  static let places = [
    "1 3 Enter Enter 3 Enter", "1 3 Enter Enter 3 Enter Esc",
    "\(JourneyTests.arrive) a", "\(JourneyTests.arrive) a Tab Enter Esc Esc",
    "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("duels")) Enter Enter 1 2",
    "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("chapters")) Enter Enter",
    "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("constraint")) Enter Enter 3",
    "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("interests")) Enter Enter 3",
    "\(JourneyTests.arrive) a Tab Enter Esc \(JourneyTests.to("values")) Enter Enter 1",
    "\(JourneyTests.arrive) a Tab Enter Esc End Up Up Up Up Enter",
    "\(JourneyTests.arrive) a Tab Enter Esc End Up Up Up Up Enter t",
  ]

  /// Every word that a list names, and every beginning of it.
  private static func queries(_ app: App) -> Set<String> {
    var queries: Set<String> = []
    let words = app.view().text.split { $0.isWhitespace || $0.isNewline }
    for word in words {
      let word = word.lowercased()
      for length in 1...word.count { queries.insert(String(word.prefix(length))) }
    }
    // What an entry is called as a whole too.
    for row in 2..<app.size.rows - 2 {
      let title = app.view().text(row: row).trimmed.split(separator: "  ").first ?? ""
      if !title.isEmpty { queries.insert(title.lowercased()) }
    }
    return queries
  }

  private static func takesBack(_ effects: [Effect], _ before: [Answer]) -> Bool {
    effects.contains { effect in
      if case .forget = effect { return true }
      guard case .save(let changes) = effect else { return false }
      return changes.contains { change in
        guard case .answered(let answer) = change else { return change.isUndoing }
        // Left unsaid where something stood.
        return answer.value == .null && before.contains { $0.address == answer.address }
      }
    }
  }

  /// From a search one Enter looks, goes or opens; it takes nothing back and asks for nothing to be taken back.
  @Test(arguments: places, [Key.control("p"), .help])
  func noFirstHitTakesAnythingBack(_ place: String, _ opens: Key) {
    var app = Walk(Walk.keys(place)).app
    app.size = Size(rows: 120, columns: 80)
    _ = app.update(.key(opens))
    let before = app.session.profile.history
    for query in TakingBackTests.queries(app).sorted() {
      var one = app
      for key in Walk.typed(query) { _ = one.update(.key(key)) }
      let effects = one.update(.key(.enter))
      #expect(!TakingBackTests.takesBack(effects, before), "\(query)")
      #expect(one.session.profile.history.starts(with: before), "\(query)")
      #expect(!one.asksToTakeBack, "\(query)")
    }
  }

  @Test func theCommandIsFoundAndAsksFirst() {
    let keys = Walk.keys("1 3 Enter Enter 3 Enter :") + Walk.typed("undo")
    #expect(Walk(keys + Walk.keys("Enter")).profile.current.count == 2)
    let asked = Walk(keys + Walk.keys("Down Enter"))
    #expect(asked.profile.current.count == 2)
    #expect(asked.last.text.contains("Leave it as it is"), "\(asked.last.text)")
    #expect(asked.last.text.contains("Is one of these part of it?"), "\(asked.last.text)")
    // A second Enter leaves it; the row below takes it back.
    #expect(Walk(keys + Walk.keys("Down Enter Enter")).profile.current.count == 2)
    let taken = Walk(keys + Walk.keys("Down Enter Down Enter"))
    #expect(taken.profile.current.map(\.address.item) == ["moment"])
  }

  // MARK: - What came from elsewhere

  @Test func undoInLinesLeavesWhatAnotherWindowWrote() {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    _ = dialogue.open(reason: "a test")
    dialogue.kept(dialogue.hear("3").changes, after: [])
    dialogue.arrived([KeptFile.answer("arrive", "want", "Told by waymark answer")])
    let turn = dialogue.hear("undo")
    #expect(turn.changes.isEmpty, "\(turn.lines)")
    #expect(turn.lines.contains { $0.contains("another window") }, "\(turn.lines)")
    // What the person says after it is theirs to take back.
    dialogue.kept(dialogue.hear("none").changes, after: [])
    #expect(dialogue.hear("undo").changes == [.undone])
  }

  @Test func undoOnTheScreenLeavesWhatAnotherWindowWrote() {
    var app = App(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    for key in Walk.keys("3") { _ = app.update(.key(key)) }
    _ = app.update(.saved(hour: "20:00", before: [], profileName: "spring"))
    _ = app.update(.arrived([KeptFile.answer("arrive", "want", "Told by waymark answer")]))
    let before = app.session.profile.history
    let effects = app.update(.key(.character("u")))
    #expect(effects.isEmpty && app.session.profile.history == before)
    #expect(app.view().text.contains("another window"), "\(app.view().text)")
  }

  /// What another window took back is not brought again here.
  @Test func redoLeavesWhatAnotherWindowTookBack() {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    _ = dialogue.open(reason: "a test")
    dialogue.kept(dialogue.hear("3").changes, after: [])
    dialogue.arrived([.undone])
    #expect(dialogue.hear("redo").changes.isEmpty)
  }

  /// An answer of an earlier evening is named and asked about first, on both faces.
  @Test func whatWasAnsweredBeforeIsAskedAbout() {
    var app = App(Walk.session(Walk.pack, Profile(KeptFile.begun)))
    #expect(app.update(.key(.character("u"))).isEmpty)
    #expect(app.view().text.contains("What set this off?"), "\(app.view().text)")
    #expect(app.session.profile.current.count == 1)
    _ = app.update(.key(.character("u")))
    #expect(app.session.profile.current.isEmpty)
    var dialogue = LineMode(Walk.session(Walk.pack, Profile(KeptFile.begun)))
    _ = dialogue.open(reason: "a test")
    let asked = dialogue.hear("undo")
    #expect(asked.changes.isEmpty)
    #expect(asked.lines.contains { $0.contains("What set this off?") }, "\(asked.lines)")
    #expect(dialogue.hear("undo").changes == [.undone])
  }

  /// Somebody's file is taken once, so what it said is not undone: it could not be had again.
  @Test func aReplyIsNotTakenBack() {
    let reply: JSONValue = ["request": "1", "brief": "b", "day": "2026-03-01", "at": "x"]
    let profile = Profile(
      KeptFile.begun + [KeptFile.answer("heard", "list", []), .replied(reply)])
    var app = App(Walk.session(Walk.pack, profile))
    for _ in 0..<2 { #expect(app.update(.key(.character("u"))).isEmpty) }
    #expect(app.session.profile.history == profile.history)
    var dialogue = LineMode(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    for _ in 0..<2 { #expect(dialogue.hear("undo").changes.isEmpty) }
  }
}

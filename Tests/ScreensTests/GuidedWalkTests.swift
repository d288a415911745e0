import Foundation
import JSON
import Rules
import Screens
import Testing
import TextUI
import Workbook

/// What is the client's alone is seen by nobody else, whichever keys come; walked through the program's own update and view.
struct GuidedWalkTests {
  private static let canary = "kestrel-of-the-client"
  private static let shared = "heron-of-both"

  private struct Seen: Hashable {
    var text: String
    var kept: Profile
    var drafts: [String: Draft]
    var guided: ClientSession?
  }

  /// Rooms in each state, with something kept, something shown and something half written.
  private static let starts: [(name: String, keys: String)] = [
    ("agreement", ""), ("choosing a key", "y y"), ("together", "y y CHOOSE"),
    ("at a question", "y y CHOOSE Enter"), ("going in", "y y CHOOSE F2"),
    ("client only", "y y CHOOSE F2 KEY"),
    ("client at a question", "y y CHOOSE Enter F2 KEY Enter"),
    ("giving back", "y y CHOOSE F2 KEY F2"), ("closing", "y y CHOOSE F5"),
  ]

  /// What is half written, kept, and seen before the walk begins.
  private static var before: [Change] {
    let answers = ["wish/three", "days/one"].map { ItemAddress($0) }.map {
      Change.answered(
        Answer(address: $0, value: .text(canary), at: "2026-03-01T20:00:00Z", round: 1))
    }
    return [ComputerOwner.shared.change] + answers
  }

  /// Six before a release; the first four find what a mistake would show.
  private static let depth =
    ProcessInfo.processInfo.environment["DRIVER_RUNS"] == "release" ? 6 : 4

  private static let keys: [Key] = [
    .enter, .escape, .down, .tab, .function(2), .function(3), .function(4), .function(5),
    .paste("KEY"), .character("y"), .character("u"), .privacy, .paste("PASTE"),
  ]

  /// Those that find and name everything, and what leads on from there.
  private static let finding: [Key] = [
    .control("p"), .character("/"), .character("?"), .enter, .down, .escape, .function(2),
    .paste("KEY"), .character("e"), .function(5),
  ]

  @Test(arguments: starts.indices) func nothingOfTheClientsIsSeen(_ start: Int) {
    walk(start, Self.keys, depth: Self.depth)
  }

  /// By all commands, the help and what was written alike; and past what must be read first none of them leads.
  @Test(arguments: starts.indices) func nothingOfTheClientsIsFound(_ start: Int) {
    walk(start, Self.finding, depth: Self.depth)
  }

  private func walk(_ start: Int, _ keys: [Key], depth: Int) {
    var first = GuidedRoom(Self.before)
    first.press(Self.starts[start].keys)
    var known: Set<Seen> = []
    var rooms = [first]
    for _ in 1...depth {
      var next: [GuidedRoom] = []
      for room in rooms where room.ending == nil {
        for key in keys {
          // The same words once more on top of themselves lead nowhere new.
          if key == .paste("PASTE"), room.text.contains(Self.words(room)) { continue }
          var room = room
          let before = room.app.session.guided?.sitting
          if key == .paste("KEY") { room.press("KEY") } else { room.press(Self.key(key, room)) }
          if before?.state == .clientOnly, room.state == .together, key != .paste("KEY") {
            Issue.record("\(key.name) ended what is the client's")
          }
          let seen = Seen(
            text: room.text, kept: room.app.session.profile, drafts: room.drafts,
            guided: room.app.session.guided)
          guard known.insert(seen).inserted else { continue }
          check(room, seen.text, before?.state, key)
          next.append(room)
        }
      }
      rooms = next
    }
    #expect(known.count > 20, "\(Self.starts[start].name): \(known.count)")
  }

  /// What is pasted says who sat there.
  private static func key(_ key: Key, _ room: GuidedRoom) -> Key {
    key == .paste("PASTE") ? .paste(words(room)) : key
  }

  private static func words(_ room: GuidedRoom) -> String {
    room.state == .clientOnly ? canary : shared
  }

  private func check(
    _ room: GuidedRoom, _ text: String, _ before: CoachingSession.State?, _ key: Key
  ) {
    let mayBeSeen = Self.isShown(room.profile)
    if room.state != .clientOnly, !mayBeSeen, text.contains(Self.canary) {
      Issue.record("\(room.state?.rawValue ?? "") after \(key.name)\n\(text)")
    }
    for text in room.left where text.contains(Self.canary) || text.contains(Self.shared) {
      Issue.record("an answer left the file: \(text)")
    }
    // At every handing over all is on disk, so that a kill loses nothing.
    if room.state != before || room.ending != nil {
      #expect(!room.app.hasUnsaved)
    }
    let again = room.killed
    #expect(
      again.app.session.guided?.sitting == room.profile.sitting ?? again.app.session.guided?.sitting
    )
    if again.state != .clientOnly, !mayBeSeen, again.text.contains(Self.canary) {
      Issue.record("after a kill\n\(again.text)")
    }
  }

  /// Whether the client themselves has shown it: the last answer to an item holds it, and the log says that both saw that one.
  private static func isShown(_ profile: Profile) -> Bool {
    profile.current.contains {
      $0.value.text?.contains(canary) == true && profile.isSeen($0.address)
    }
  }

  // MARK: - Each by itself

  @Test func whatIsTypedAloneComesBackWhenTheClientShowsIt() {
    var room = GuidedRoom()
    room.press("y y CHOOSE Enter F2 KEY Enter")
    #expect(room.text.contains("CLIENT ONLY"))
    room.press([.paste(Self.canary), .function(2)] + GuidedRoom.key)
    #expect(room.state == .together && room.drafts["days/one"]?.text == Self.canary)
    room.press("Enter")
    #expect(!room.text.contains(Self.canary))
    // Nobody types over it: what both begin lies beside it.
    room.press([.paste(Self.shared)])
    #expect(room.text.contains(Self.shared) && room.drafts["days/one"]?.text == Self.canary)
    room.press("Esc Enter F2 KEY Enter")
    #expect(room.text.contains("CLIENT ONLY") && room.text.contains(Self.canary))
    room.press([.tab, .backTab, .function(3)])
    #expect(room.text.contains("Your coach sees every answer"))
    room.press([.function(2)] + GuidedRoom.key + [.down, .up, .enter])
    #expect(room.state == .together)
    #expect(room.profile.isSeen(ItemAddress("days", "one")))
    // Changed alone, it is the client's again.
    room.press("Esc Enter Shift-Tab F2 KEY Enter")
    room.press([.paste("x"), .tab, .function(2)] + GuidedRoom.key)
    #expect(!room.profile.isSeen(ItemAddress("days", "one")))
    #expect(!room.text.contains(Self.canary))
  }

  @Test func undoReachesNoFurtherThanTheHandingOver() {
    var room = GuidedRoom()
    room.press("y y CHOOSE Enter F2 KEY Enter")
    room.press([.paste(Self.canary), .tab, .function(2)] + GuidedRoom.key)
    room.press("u u u")
    #expect(room.profile.current.count == 1 && room.text.contains("nothing"))
  }

  @Test func theAgreementIsReadWholeOnceAndThenInTwoLines() {
    var room = GuidedRoom()
    #expect(room.text.contains("Who sees"))
    room.press("y")
    #expect(room.state == .agreement)
    room.press("y")
    #expect(room.state == .together && room.profile.sitting?.version == 1)
    var slip = GuidedRoom.slip
    slip.version = 1
    var again = GuidedRoom(slip: slip)
    #expect(again.text.contains("As before.") && !again.text.contains("Who sees"))
    again.press("y")
    #expect(again.state == .together)
  }

  /// The privacy screen is anybody's; it locks what is the client's, and waits for a key while both look.
  @Test func thePrivacyScreen() {
    var room = GuidedRoom()
    room.press("y y CHOOSE F12")
    #expect(room.ending == nil && room.app.isCovered)
    room.press("Enter F2 KEY F12")
    #expect(room.ending == .locked && room.killed.state == .clientOnly)
  }

  @Test func leavingAndPausingLockWhatIsTheClients() {
    for key in ["q", "Ctrl-C"] {
      var room = GuidedRoom()
      room.press("y y CHOOSE F2 KEY \(key)")
      #expect(room.ending == .locked, "\(key)")
    }
  }

  /// Also from where it was not opened: by a look that is kept, by a step that is taken on. What both answer over the client's own
  /// answer leaves it to be had again.
  @Test func whatIsKeptIsNotWrittenOver() throws {
    let hours = ItemAddress("constraint", "hours")
    let steps = ItemAddress("canvas", "list")
    let own: JSONValue = ["firmness": "fixed", "source": "mine"]
    var kept: [Change] = [ComputerOwner.shared.change]
    for item in Walk.pack.exercise("arrive")?.items ?? 0..<0 {
      guard case .rating = Walk.pack.items[item].kind else { continue }
      let answer = Answer(
        address: Walk.pack.items[item].address, value: .whole(1), at: "2026-03-01T20:00:00Z",
        round: 1)
      kept += [.answered(answer), answer.showing(true)]
    }
    kept.append(.answered(Answer(address: hours, value: own, at: "2026-03-01T20:00:00Z", round: 1)))
    var room = GuidedRoom(
      kept, [steps.description: Draft("{\"name\":\"half\"}")], pack: Walk.pack,
      size: Size(rows: 40, columns: 100))
    room.press("y y CHOOSE End Up Enter")
    #expect(room.text.contains("No verdict"), "\(room.text)")
    room.press("t")
    for _ in 0..<60 { room.press("Right Down") }
    room.press("s s")
    #expect(room.profile.isSeen(hours) && room.profile.ownBefore(hours)?.value == own)
    room.press("Esc Enter a")
    #expect(room.drafts[steps.description]?.text.contains("half") == true)
    #expect(room.drafts[steps.description]?.text.contains("start") == false)
  }

  /// Whoever guesses is locked out, on the way in and on the way out; leaving the page between does not count anew.
  @Test func theOwnKeyIsNotGuessed() {
    for way in ["F2", "F2 KEY F2"] {
      var room = GuidedRoom()
      room.press("y y CHOOSE \(way) a b c d Enter Esc F2 w r e n x Enter")
      #expect(room.ending == nil && room.text.contains("One more try"), "\(room.text)")
      room.press("Enter Enter Enter")
      #expect(room.ending == nil)
      room.press("1 2 3 4 Enter")
      #expect(room.ending == .locked && room.app.isCovered)
      #expect(room.killed.text.contains("choose a key"))
    }
  }

  /// A key that three tries could find is not taken; a paste is no key; and nothing else is heard meanwhile.
  @Test func aKeyIsChosenWithCare() {
    var room = GuidedRoom()
    room.press("y y a b c Enter")
    #expect(room.text.contains("too short"))
    room.press("1 2 3 4 Enter")
    #expect(room.text.contains("easy to guess"))
    room.press("f i l e Enter")
    #expect(room.text.contains("easy to guess"))
    room.press([.paste("wren"), .enter])
    #expect(room.text.contains("has to be typed") || room.text.contains("too short"))
    room.press("w r e n Enter w r e m Enter")
    #expect(room.text.contains("weren't the same"))
    room.press("F2 F3 F4 F5 F1 Ctrl-P Tab Esc")
    #expect(room.text.contains("choose a key") && room.ending == nil)
    room.press("CHOOSE")
    #expect(room.state == .together && !room.text.contains("choose a key"))
    room.press("F2 KEY")
    #expect(room.state == .clientOnly)
  }

  /// While the key is chosen only the passphrase before has told whose file it is: whoever covers, leaves or waits locks it.
  @Test func whereAKeyIsChosenNobodyElseComesIn() {
    for key in ["F12", "Ctrl-C", "Ctrl-Z"] {
      var room = GuidedRoom()
      room.press("y y \(key)")
      #expect(room.ending == .locked, "\(key)")
    }
    var room = GuidedRoom()
    room.press("y y")
    room.tell(.idle)
    #expect(room.ending == .locked)
    var paused = GuidedRoom()
    paused.press("y y CHOOSE F2 KEY")
    paused.tell(.pause)
    #expect(paused.ending == .locked)
  }

  @Test func aClosedSessionIsOpenedAgain() {
    var room = GuidedRoom()
    room.press("y y CHOOSE F5 y")
    var again = room.killed
    again.press("CHOOSE Esc")
    #expect(again.state == .together)
  }

  @Test func halfOfAPageIsNotCalledShown() {
    var room = GuidedRoom()
    room.press("y y CHOOSE Enter F2 KEY Enter")
    room.press([.paste("first"), .tab, .backTab, .paste(" more"), .function(3)])
    #expect(room.text.contains("half written"))
    #expect(!room.profile.isSeen(ItemAddress("days", "one")))
  }

  /// What the coach's file gets to know.
  @Test func theSlipHoldsNoAnswer() throws {
    var room = GuidedRoom()
    room.press("y y CHOOSE Enter")
    room.press([.paste(Self.shared), .tab, .enter, .enter, .escape])
    room.press("F5 y")
    guard case .desk(let slip) = room.ending else {
      Issue.record("\(room.text)")
      return
    }
    #expect(slip.isClosed && slip.version == 1 && slip.done == ["days"])
    #expect(room.left.allSatisfy { !$0.contains(Self.shared) })
    let same = try #require(SessionHandoff(slip.plain))
    #expect(same == slip)
  }
}

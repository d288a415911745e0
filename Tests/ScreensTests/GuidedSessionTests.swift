import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// A first session from the core pack, played whole on both faces; the desk beside it.
struct GuidedSessionTests {
  private static let slip: SessionHandoff = {
    var slip = GuidedRoom.slip
    slip.plan = "first-session"
    return slip
  }()

  private static func plan() throws -> SessionPlan {
    try #require(Walk.pack.guidance.plan("first-session"))
  }

  // MARK: - A whole session

  /// What stands on the page with the focus, answered by keys.
  private static func keys(_ items: [Int]) -> [Key] {
    switch Walk.pack.items[items[0]].kind {
    case .choice: [.character("2")]
    case .rating: items.map { _ in .character("3") }
    case .text: Walk.typed("words of the client") + [.tab]
    case .number, .day: [.control("r")]
    case .choices, .bestWorst, .record, .records, .sort, .rank, .grid:
      items.map { _ in .character("r") }
    }
  }

  private static func lines(_ item: Int) -> String {
    switch Walk.pack.items[item].kind {
    case .choice: "2"
    case .rating: "3"
    case .text: "words of the client"
    case .choices, .number, .day, .bestWorst, .record, .records, .sort, .rank, .grid: "/not"
    }
  }

  /// Through every exercise of the plan, with the keyboard handed over where the plan says so.
  @Test func bothFacesPlayAFirstSessionWithinThePlansTime() throws {
    let plan = try Self.plan()
    var room = GuidedRoom(
      pack: Walk.pack, slip: Self.slip, size: Size(rows: 40, columns: 100))
    var lines = LinearRoom(pack: Walk.pack, slip: Self.slip)
    room.press("y y CHOOSE")
    lines.hear(LinearRoom.begun)
    var minutes = 0.0
    var done: Set<Int> = []
    for part in plan.parts {
      guard let exercise = Walk.pack.exercisePlaces[part.exercise],
        done.insert(exercise).inserted
      else { continue }
      if part.hands == .client {
        room.press("F2 KEY Esc")
        lines.hear(LinearRoom.over + [""])
        #expect(room.state == .clientOnly && lines.state == .clientOnly)
      }
      minutes += try play(exercise, &room)
      try speak(exercise, &lines)
      if part.hands == .client {
        room.press("F2 KEY")
        lines.hear(LinearRoom.over)
      }
      #expect(room.state == .together, "\(part.id)\n\(room.text)")
      #expect(lines.state == .together, "\(part.id)")
    }
    #expect(Walk.answers(room.profile) == Walk.answers(lines.profile))
    #expect(room.profile.keptItems == lines.profile.keptItems)
    #expect(!room.profile.keptItems.isEmpty && room.profile.current.count > 30)
    #expect(minutes <= Double(plan.minutes), "\(minutes)")
    room.press("F5 y")
    guard case .desk(let slip) = room.ending else {
      Issue.record("\(room.text)")
      return
    }
    #expect(slip.isClosed && slip.hasGoal && slip.done.contains("stretches"))
    #expect(!slip.done.contains("arrive"))
    #expect(room.left.allSatisfy { !$0.contains("words of the client") })
  }

  /// - Returns: what the questions take, by the clock.
  private func play(_ exercise: Int, _ room: inout GuidedRoom) throws -> Double {
    let id = Walk.pack.exercises[exercise].id
    if let row = room.row(of: Walk.pack.exercises[exercise].title) {
      room.press([.home] + Array(repeating: Key.down, count: row) + [.enter])
    }
    if room.app.session.isBegun(Walk.pack.exercises[exercise]) == false,
      !Walk.pack.exercises[exercise].opening.isEmpty
    {
      room.press([.enter])
    }
    var minutes = 0.0
    for _ in 0..<60 {
      guard let items = room.app.itemsOnScreen else { break }
      minutes += Walk.pack.minutes(of: items)
      room.press(Self.keys(items))
      if room.app.itemsOnScreen == items { room.press([.tab]) }
    }
    #expect(room.app.itemsOnScreen == nil, "\(id)\n\(room.text)")
    room.press([.enter])
    return minutes
  }

  private func speak(_ exercise: Int, _ room: inout LinearRoom) throws {
    let place = try #require(room.dialogue.session.path.firstIndex(of: exercise))
    room.hear(["\(place + 1)"])
    for _ in 0..<90 {
      guard let item = room.dialogue.itemAsked else { break }
      room.hear([Self.lines(item)])
      if room.dialogue.itemAsked == item { room.hear(["skip"]) }
    }
    room.hear([""])
  }

  // MARK: - In lines

  /// Lines stay on a terminal: nothing of what is typed alone stands in them.
  @Test func nothingTypedAloneStandsInLines() {
    let (secret, own) = ("kestrel-of-the-client", GuidedRoom.own)
    let words = [
      "1", secret, "2", "over", own, "show", "back", "map", "plan", "end", "yes", "not", "calendar",
    ]
    var random = SplitMix64(state: 11)
    for _ in 0..<150 {
      var room = LinearRoom()
      room.hear(LinearRoom.begun)
      for _ in 0..<14 {
        let word = words[random.next(below: words.count)]
        // Only the client types it.
        if word == secret, room.state != .clientOnly { continue }
        let before = room.state
        room.hear([word])
        if before == .clientOnly, room.state != .clientOnly, word != own {
          Issue.record("\(word) ended what is the client's")
        }
      }
      let isShown = room.profile.current.contains {
        $0.value.text == secret && room.profile.isSeen($0.address)
      }
      if !isShown {
        #expect(room.said.allSatisfy { !$0.text.contains(secret) })
      }
      #expect(room.said.filter(\.isAlone).allSatisfy { !$0.text.contains(secret) })
      for slip in room.left { #expect(!slip.plain.json.contains(secret)) }
    }
  }

  /// A word that means something elsewhere is a key like any other.
  @Test func anyWordGivesBackInLines() {
    var room = LinearRoom()
    room.hear(["yes", "yes", "quit", "quit", "over", "quit"])
    #expect(room.state == .clientOnly)
    room.hear(["quit", "over", "over", "quit"])
    #expect(room.state == .together)
    room.hear(["end", "yes"])
    #expect(room.state == .closed && room.left.count == 1)
    room.hear(["back"])
    #expect(room.state == .together)
  }

  /// A record that is left by a word of the session is kept, and seen by whoever saw it being said.
  @Test func aRecordLeftByAWordIsKept() throws {
    for (isAlone, word) in [(false, "over"), (false, "all"), (false, "end"), (true, "over")] {
      var room = LinearRoom(pack: Walk.pack, slip: Self.slip)
      room.hear(LinearRoom.begun)
      if isAlone { room.hear(LinearRoom.over + [""]) }
      let exercise = try #require(Walk.pack.exercisePlaces["constraint"])
      let place = try #require(room.dialogue.session.path.firstIndex(of: exercise))
      room.hear(["\(place + 1)"])
      let first = try #require(room.dialogue.itemAsked)
      room.hear(["3"])
      #expect(room.dialogue.itemAsked == first)
      room.hear([word])
      let address = Walk.pack.items[first].address
      #expect(room.profile.current(address)?.value["firmness"] == "fixed", "\(word)")
      #expect(room.profile.isSeen(address) == !isAlone, "\(word)")
    }
  }

  // MARK: - Waiting

  /// While both look the screen blanks after 180 seconds, and any key brings it back; what is the client's is locked after 120, with a
  /// word 20 before.
  @Test func whereNobodyTypes() {
    var room = GuidedRoom()
    room.press("y y CHOOSE")
    #expect(room.app.idle(usual: 300_000) == (word: .max, cover: 180_000))
    room.tell(.idle)
    #expect(room.app.isCovered && room.ending == nil)
    room.press("Enter")
    #expect(!room.app.isCovered && room.text.contains("TOGETHER"))
    room.press("F2 KEY")
    #expect(room.app.idle(usual: 300_000) == (word: 100_000, cover: 120_000))
    room.press("Enter Enter")
    room.press([.paste("half of a sentence")])
    room.tell(.idleSoon)
    #expect(room.text.contains("in twenty seconds"))
    room.tell(.idle)
    #expect(room.ending == .locked && room.profile.current.isEmpty)
    #expect(room.drafts["days/one"]?.text == "half of a sentence")
    #expect(room.killed.state == .clientOnly)
  }

  @Test func whereNobodyTypesInLines() {
    var room = LinearRoom()
    room.hear(LinearRoom.begun)
    #expect(room.dialogue.idle(usual: 300) == (seconds: 180, grace: 0, locks: false))
    room.hear(LinearRoom.over)
    #expect(room.dialogue.idle(usual: 300) == (seconds: 120, grace: 20, locks: true))
    let alone = LineMode(GuidedRoom.session([], [:]))
    #expect(alone.idle(usual: 300) == (seconds: 300, grace: 60, locks: true))
  }

  /// The loop says the word once, and covers at the end.
  @Test func theLoopWaitsAsLong() {
    var room = GuidedRoom()
    room.press("y y CHOOSE F2 KEY")
    var app = room.app
    var terminal = ScriptedTerminal(
      size: Size(rows: 24, columns: 80), events: [.tick, .tick, .tick, .tick])
    var times = [0, 99_000, 101_000, 119_000, 121_000]
    var saved: [Change] = []
    let ending = run(
      &app, on: &terminal, clock: { GuidedRoom.now },
      elapsed: { times.count > 1 ? times.removeFirst() : times[0] }, idleAfter: 300_000,
      perform: { effect in
        guard case .save(let changes) = effect else { return nil }
        saved += changes
        return .saved(hour: "20:05", before: [], profileName: "file")
      })
    #expect(ending == .locked)
    let words = terminal.frames.filter { $0.text.contains("in twenty seconds") }
    #expect(!words.isEmpty)
    #expect(terminal.frames.last?.text.contains("CLIENT ONLY") == false)
  }

  // MARK: - What both read

  @Test(arguments: [
    ("session-agreement", "", 24, 80), ("session-agreement-small", "", 12, 40),
    ("session-together", "y y CHOOSE", 24, 80), ("session-together-small", "y y CHOOSE", 12, 40),
    ("session-plan", "y y CHOOSE F3", 30, 100), ("session-own-key", "y y w r", 24, 80),
    ("session-own-key-small", "y y a b Enter", 12, 40),
    ("session-going-in", "y y CHOOSE F2 x Enter w r", 24, 80),
    ("session-client", "y y CHOOSE F2 KEY", 24, 80),
    ("session-client-small", "y y CHOOSE F2 KEY", 12, 40),
    ("session-giving-back", "y y CHOOSE F2 KEY F2 x Enter", 24, 80),
    ("session-closing", "y y CHOOSE F5", 30, 100),
  ]) func golden(_ name: String, _ keys: String, _ rows: Int, _ columns: Int) {
    var room = GuidedRoom(
      pack: Walk.pack, slip: Self.slip, size: Size(rows: rows, columns: columns))
    room.press(keys)
    let difference = Golden.difference(
      Walk.golden(keys, room.app.view()), "ScreensTests/Golden/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}

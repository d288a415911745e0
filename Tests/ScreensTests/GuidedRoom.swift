import Briefs
import JSON
import Rules
import Screens
import TextUI
import Workbook

/// A client's workbook in a session, with everything on disk held in memory: one key at a time.
struct GuidedRoom {
  static let slip: SessionHandoff = {
    var slip = SessionHandoff(
      client: 3, number: "5e55", plan: "hour", began: "2026-03-02T20:00:00Z", path: "/stick/file")
    slip.until = "2027-03-01"
    return slip
  }()

  /// A pack of three questions, a plan and an agreement.
  static let pack: Pack = {
    var pack = Pack()
    pack.stages = [Stage(id: "arrive", title: "Arrive", question: "What brings you here?")]
    func text(_ id: String, _ exercise: String) -> Item {
      var item = Item(
        address: ItemAddress(exercise, id), kind: .text(1...200), text: "What of \(id)?")
      item.privateWarning = "This stays in your file until you release it."
      return item
    }
    let options = ["low", "high"].map { AnswerOption(id: $0, title: $0) }
    pack.items = [
      text("one", "days"),
      Item(
        address: ItemAddress("days", "two"), kind: .choice(options, ordered: false),
        text: "Which of two?"),
      text("three", "wish"),
    ]
    let method = Method(
      purpose: "To try.", scored: "Nothing.", trust: "Little.", notFor: "Nothing.", sources: [])
    pack.exercises = [
      Exercise(id: "days", stage: "arrive", title: "Days", method: method, items: 0..<2),
      Exercise(id: "wish", stage: "arrive", title: "Wishes", method: method, items: 2..<3),
    ]
    // Each quotes what the other asked.
    pack.exercises[0].closings = [
      Closing(id: "", when: nil, text: Template("You wrote: {wish.three}."))
    ]
    pack.exercises[1].closings = [
      Closing(id: "", when: nil, text: Template("You wrote: {days.one}."))
    ]
    pack.evening = ["days", "wish"]
    pack.guidance.agreement.version = 1
    pack.guidance.agreement.title = "Before"
    pack.guidance.agreement.parts = [Guidance.Agreement.Part(title: "Who sees", text: "Both.")]
    pack.guidance.agreement.short = ["As before.", "F12 stops it."]
    pack.guidance.plans = [
      SessionPlan(
        id: "hour", title: "An hour", purpose: "For two.", minutes: 60, suggestion: nil,
        parts: [
          SessionPlan.Part(
            id: "a", title: "Days", minutes: 60, hands: .client, exercise: "days", aim: "To see.",
            ask: ["What happened?"], listen: "A day.")
        ])
    ]
    pack.order = pack.items.indices.map { .item($0) }
    pack.index()
    pack.compile()
    return pack
  }()

  static let now = "2026-03-02T20:05:00Z"

  static func session(
    _ kept: [Change], _ drafts: [String: Draft], _ pack: Pack = GuidedRoom.pack
  ) -> OpenWorkbook {
    OpenWorkbook(
      pack: pack, phrases: Walk.phrases, profile: Profile(kept), drafts: drafts,
      today: Day("2026-03-02") ?? Day(number: 0), now: now, name: "file")
  }

  private(set) var app: App
  private var file: MemoryFile
  var kept: [Change] { file.changes }
  var drafts: [String: Draft] { file.drafts }
  /// What left the client's file for others: slips and calendars, as texts.
  private(set) var left: [String] = []
  private(set) var ending: Ending?
  private let size: Size

  init(
    _ kept: [Change] = [ComputerOwner.shared.change], _ drafts: [String: Draft] = [:],
    pack: Pack = GuidedRoom.pack, slip: SessionHandoff = GuidedRoom.slip,
    size: Size = Size(rows: 24, columns: 80)
  ) {
    file = MemoryFile(kept, drafts)
    self.size = size
    app = App(
      guiding: GuidedRoom.session(kept, drafts, pack), slip: slip,
      access: Access(isSealed: true))
    app.size = size
  }

  var text: String { app.view().text }

  /// How many rows above a row of the map, by its title.
  func row(of title: String) -> Int? {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2, let number = Int(words[0]), words[1].hasPrefix(title) {
        return number - 1
      }
    }
    return nil
  }

  var state: CoachingSession.State? { app.session.guided?.sitting.state }
  var profile: Profile { Profile(kept) }

  /// The same after the program was killed, from what is on disk.
  var killed: GuidedRoom { GuidedRoom(kept, drafts, pack: app.session.pack, size: size) }

  mutating func press(_ keys: [Key]) { for key in keys where ending == nil { press(key) } }

  /// The key of the client, as it is typed, and with Enter.
  static let own = "wren"
  static let key: [Key] = own.map { .character($0) } + [.enter]

  /// `CHOOSE` is the client choosing their key, `KEY` is the client typing it.
  mutating func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      switch word {
      case "CHOOSE": press(GuidedRoom.key + GuidedRoom.key)
      case "KEY": press(GuidedRoom.key)
      default: press(Walk.keys(String(word)))
      }
    }
  }

  mutating func press(_ key: Key) { carryOut(app.update(.key(key))) }

  mutating func resize(_ size: Size) { app.size = size }

  mutating func tell(_ message: Message) { carryOut(app.update(message)) }

  private mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      if let message = file.perform(effect) { _ = app.update(message) }
      switch effect {
      case .file(let file):
        left.append(file.text)
        _ = app.update(.fileWritten("/stick/" + file.name))
      case .desk(let slip):
        left.append(slip.plain.json)
        ending = .desk(slip)
      case .lock: ending = .locked
      case .quit: ending = .left
      case .save, .draft, .forget, .look, .suspend, .redraw, .seal, .release, .sit, .set,
        .lookRound, .meet, .bring, .bringing:
        break
      }
    }
  }
}

/// The same in lines.
struct LinearRoom {
  private(set) var dialogue: LineMode
  private(set) var kept: [Change] = [ComputerOwner.shared.change]
  private(set) var drafts: [String: Draft] = [:]
  /// What was said, with whether it was said to the client alone.
  private(set) var said: [(text: String, isAlone: Bool)] = []
  private(set) var left: [SessionHandoff] = []

  init(pack: Pack = GuidedRoom.pack, slip: SessionHandoff = GuidedRoom.slip) {
    dialogue = LineMode(GuidedRoom.session(kept, [:], pack), slip)
    dialogue.access.isSealed = true
    said = dialogue.open(reason: "a test").map { ($0, false) }
  }

  var state: CoachingSession.State? { dialogue.session.guided?.sitting.state }
  var profile: Profile { Profile(kept) }

  /// Both have agreed, and the client has chosen a key.
  static let begun = ["yes", "yes", GuidedRoom.own, GuidedRoom.own]
  /// The client goes into their part, past the page that says so.
  static let over = ["/over", GuidedRoom.own]

  private(set) var isLocked = false

  mutating func hear(_ lines: [String]) {
    for line in lines where !isLocked {
      let turn = dialogue.hear(line)
      kept += turn.changes
      dialogue.kept(turn.changes, after: [])
      for case .answered(let answer) in turn.changes { drafts[answer.address.description] = nil }
      for case .draft(let address, let draft) in turn.ownHalves + [turn.draft].compactMap({ $0 }) {
        drafts[address.description] = draft.isEmpty ? nil : draft
      }
      let isAlone = state == .clientOnly
      said += turn.lines.map { ($0, isAlone) }
      if case .desk(let slip)? = turn.wish { left.append(slip) }
      if turn.wish == .lock { isLocked = true }
    }
  }
}

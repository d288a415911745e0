import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// Something new has happened: what is asked afresh, what counts on, and how it is called still true.
struct RoundTests {
  private func answered(_ list: [(String, JSONValue)], round: Int) -> [Change] {
    list.map { address, value in
      let parts = address.split(separator: "/").map(String.init)
      return .answered(
        Answer(
          address: ItemAddress(parts[0], parts[1]), value: value, at: "2026-01-01T08:00:00Z",
          round: round))
    }
  }

  private var first: [Change] {
    [.setting(name: "computer", value: "mine")]
      + answered(
        [
          ("arrive/moment", "looking"), ("arrive/energy", 3), ("learn/what", "The saw"),
          ("learn/doing", 2), ("learn/watched", .null),
        ], round: 1)
  }

  private func reading(_ changes: [Change]) -> FactBase {
    FactBase(
      Walk.pack, Responses(Profile(changes), pack: Walk.pack), today: Day("2026-03-02"))
  }

  private func place(_ exercise: String, _ item: String) throws -> Int {
    try #require(Walk.pack.itemPlaces[ItemAddress(exercise, item)])
  }

  @Test func whatTheMomentAsksAfreshNoLongerCounts() throws {
    let found = reading(first + answered([("arrive/moment", "worn")], round: 2))
    let energy = try place("arrive", "energy")
    #expect(found.counting(energy) == nil && !found.isDone(energy) && !found.isCarried(energy))
    #expect(found.fact("arrive.energy") == nil)
    let what = try place("learn", "what")
    #expect(found.counting(what) == .text("The saw") && found.isDone(what))
    #expect(found.isCarried(what))
    // *Rather not say* lasts for its round.
    #expect(!found.isDone(try place("learn", "watched")))
  }

  @Test func anAnswerOfThisRoundIsNotCarried() throws {
    let found = reading(
      first + answered([("arrive/moment", "worn"), ("learn/what", "The saw")], round: 2))
    #expect(!found.isCarried(try place("learn", "what")))
    #expect(found.isCarried(try place("learn", "doing")))
  }

  @Test func theMapBeginsARoundAndYCallsStillTrue() throws {
    let profile = Profile(first)
    // Esc from where the person left, then the row before the last.
    var keys = Walk.keys("Esc Esc End Up Enter Enter")
    keys += Walk.keys("2")
    let walk = Walk(keys, profile: profile)
    guard case .answered(let answer)? = walk.kept.first else {
      Issue.record("nothing was answered")
      return
    }
    #expect(answer.address == ItemAddress("arrive", "moment") && answer.round == 2)
    #expect(answer.value == "promotion")
    let second = Profile(first + answered([("arrive/moment", "worn")], round: 2))
    var session = Walk.session(Walk.pack, second)
    let changes = session.stillTrue([try place("learn", "what"), try place("learn", "doing")])
    #expect(changes.count == 2)
    session.apply(changes)
    #expect(session.stillTrue([try place("learn", "what")]).isEmpty)
    #expect(session.profile.current(ItemAddress("learn", "doing"))?.round == 2)
  }

  @Test func inLinesEnterAloneCallsItStillTrue() throws {
    let second = Profile(first + answered([("arrive/moment", "worn")], round: 2))
    var dialogue = LineMode(Walk.session(Walk.pack, second))
    _ = dialogue.open(reason: "a test")
    let map = dialogue.hear("map").lines
    let row = try #require(map.first { $0.contains("How you last learnt something") })
    let asked = dialogue.hear(String(row.prefix { $0.isNumber }))
    // The first open question is the one left unsaid in the first round.
    #expect(!asked.lines.isEmpty)
    let back = dialogue.hear("back")
    #expect(back.lines.contains { $0.contains("Still true?") }, "\(back.lines)")
    let turn = dialogue.hear("")
    guard case .answered(let answer)? = turn.changes.first else {
      Issue.record("nothing was said")
      return
    }
    #expect(answer.round == 2 && answer.value == 2)
  }

  @Test func newInLinesAsksWhatSetItOff() {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile(first)))
    _ = dialogue.open(reason: "a test")
    #expect(dialogue.hear("new").lines.contains("What set this off?"))
    let turn = dialogue.hear("2")
    guard case .answered(let answer)? = turn.changes.first else {
      Issue.record("nothing was said")
      return
    }
    #expect(answer.round == 2 && answer.value == "promotion")
  }

  /// A choice among cards that were changed since no longer counts, and is not called still true.
  @Test func whatWasDrawnFromAnotherAnswerCountsOnlyWithIt() throws {
    let all = try #require(Walk.pack.item(ItemAddress("values", "keep"))).kind.options.map(\.id)
    func keep(_ ids: ArraySlice<String>) -> JSONValue { .list(ids.map { .text($0) }) }
    let old = Answer(
      address: ItemAddress("values", "duel-01"), value: [0, 1], of: keep(all[0..<13]),
      at: "2026-01-01T08:00:00Z", round: 1)
    let changes =
      first + answered([("values/keep", keep(all[0..<13]))], round: 1) + [.answered(old)]
    let place = try place("values", "duel-01")
    #expect(reading(changes).counting(place) != nil)
    let after = reading(
      changes + answered([("values/keep", keep(all[1..<14])), ("arrive/moment", "worn")], round: 2))
    #expect(after.counting(place) == nil && !after.isCarried(place) && !after.isDone(place))
  }

  /// What is asked afresh is open to made-up people too.
  @Test func aFillingFillsWhatIsAskedAfresh() throws {
    let changes = first + answered([("arrive/moment", "worn")], round: 2)
    let answers = Responses(Profile(changes), pack: Walk.pack)
    var filling = SyntheticRespondent(Walk.pack, answers, today: nil)
    let filled = filling.next()
    let energy = try place("arrive", "energy")
    #expect(filled.given[energy]?.round == 2)
    #expect(filled.given[try place("learn", "what")]?.value == .text("The saw"))
  }

  /// A reading of what decides the ways decides them as a whole one does.
  @Test func aPartReadDecidesAsTheWholeDoes() {
    let pack = Walk.pack
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: nil, generator: SplitMix64(state: 11))
    let nodes = pack.nodes(deciding: pack.pathways + pack.directions)
    #expect(nodes.count < pack.order.count)
    for _ in 0..<20 {
      let answers = filling.next()
      let whole = Assessment(FactBase(pack, answers, today: nil))
      let part = Assessment(FactBase(pack, answers, today: nil, scope: nodes))
      #expect(whole.pathways == part.pathways && whole.directions == part.directions)
    }
  }
}

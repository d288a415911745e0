import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// What a short path comes to: a sentence that was not typed, rests on two answers, and would be wrong for others.
struct MomentTests {
  static let pack = CorePackTests.pack
  static let wording = SamplePack.phrases().wording
  /// Six lives, unlike each other.
  static let lives = [
    "passed-over-fitter", "worn-nurse", "bored-technician", "content-operator", "new-lead",
    "shop-assistant-teach",
  ]

  private static func life(_ id: String) throws -> Case {
    try #require(pack.cases.first { $0.id == id })
  }

  /// The exercise that a moment has for itself: the first of its path after the one that asks for the moment.
  private static func own(_ moment: Moment) throws -> Exercise {
    try #require(moment.path.dropFirst().first.flatMap { pack.exercise($0) })
  }

  private static func sentence(_ exercise: Exercise, _ answers: Responses, _ day: Day?) -> String? {
    let reading = FactBase(pack, answers, today: day)
    return reading.closing(of: exercise).map { reading.sentence($0, wording) }
  }

  @Test(arguments: pack.moments.map(\.id))
  func itsSentenceWouldBeFalseForThreeOfSixLives(_ id: String) throws {
    let pack = MomentTests.pack
    let moment = try #require(pack.moments.first { $0.id == id })
    let exercise = try MomentTests.own(moment)
    let item = try #require(pack.item(playing: "moment"))
    let one = try #require(
      pack.cases.first { $0.answers.contains { $0.item == item && $0.value == .choice(id) } },
      "no life came with \(id)")
    let answers = CaseRun.answers(one, pack)
    let said = try #require(MomentTests.sentence(exercise, answers, one.day))
    let wrong = try MomentTests.lives.count { name in
      let other = CaseRun.answers(try MomentTests.life(name), pack)
      var swapped = answers
      // Their moment, somebody else's days.
      for place in pack.items.indices where !exercise.items.contains(place) && place != item {
        swapped.given[place] = other.given[place]
      }
      return MomentTests.sentence(exercise, swapped, one.day) != said
    }
    #expect(wrong >= 3, "\(said)")
  }

  @Test(arguments: pack.moments.map(\.id))
  func itStandsBeforeMinuteTwelve(_ id: String) throws {
    let pack = MomentTests.pack
    let moment = try #require(pack.moments.first { $0.id == id })
    let items = moment.path.prefix(2).compactMap { pack.exercise($0) }.flatMap {
      $0.items(isLong: false)
    }
    #expect(items.reduce(0) { $0 + Clock.minutes(pack.items[$1]) } <= 12)
    #expect(try MomentTests.own(moment).when != nil)
  }

  /// Over made-up people nothing is said to nearly all, and each of its sentences to somebody.
  @Test(arguments: pack.moments.map(\.id))
  func noSentenceSuitsNearlyAll(_ id: String) throws {
    let pack = MomentTests.pack
    let moment = try #require(pack.moments.first { $0.id == id })
    let exercise = try MomentTests.own(moment)
    let item = try #require(pack.item(playing: "moment"))
    var start = Responses(count: pack.items.count)
    start.given[item] = Response(value: .choice(id))
    var filling = SyntheticRespondent(pack, start, today: nil, generator: SplitMix64(state: 7))
    var counts: [String: Int] = [:]
    // Ten whole people, each with ten answers to what the sentence can rest on.
    let own = Array(exercise.items) + Array(pack.exercise("arrive")?.items ?? 0..<0)
    for _ in 0..<10 {
      var person = filling.next()
      for _ in 0..<10 {
        for place in own where place != item { person.given[place] = nil }
        var rest = SyntheticRespondent(pack, person, today: nil, generator: filling.generator)
        person = rest.next()
        filling.generator = rest.generator
        let text = try #require(FactBase(pack, person, today: nil).closing(of: exercise))
        counts[exercise.closings.first { $0.text == text }?.id ?? "", default: 0] += 1
      }
    }
    #expect(counts.count == exercise.closings.count, "\(counts)")
    #expect(counts.values.allSatisfy { $0 <= 75 }, "\(counts)")
  }
}

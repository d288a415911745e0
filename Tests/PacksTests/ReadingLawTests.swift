import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// Laws of a reading: kept up to date it equals one made afresh, and both equal what is worked out by hand.
struct ReadingLawTests {
  @Test(arguments: 0..<60)
  func incrementalIsFullIsNaive(_ seed: Int) throws {
    var random = RandomPack(seed: UInt64(seed))
    let (pack, findings) = SamplePack.read(random.files)
    try #require(findings.isEmpty, "\(findings)")
    var kept = FactBase(pack, Responses(count: pack.items.count), today: nil)
    var values: [AnswerValue?] = Array(repeating: nil, count: pack.items.count)
    for _ in 0..<40 {
      let item = random.generator.next(below: values.count)
      values[item] = random.value(item)
      kept.answer(item, values[item].map { Response(value: $0) })
      let full = FactBase(pack, kept.answers, today: nil)
      let naive = random.outcome(values)
      #expect(kept.asked == full.asked && kept.facts == full.facts)
      #expect(kept.asked == naive.asked)
      for reading in [kept, full] {
        let standings = Assessment(reading).pathways.standings
        #expect(standings.map(\.supports) == naive.verdicts)
        #expect(standings.map(\.score) == naive.scores)
        #expect(standings.map(\.band) == naive.bands)
        #expect(standings.map(\.ruledOut) == naive.ruledOut)
        let leaders = reading.evaluation.leaders(pack.pathwayPlaces, pack.bands)
        #expect(leaders == naive.leaders)
      }
    }
  }

  /// The core pack, an answer at a time, in a shuffled order, some taken back: as if read at once.
  @Test(arguments: 0..<6)
  func theCorePackAnAnswerAtATime(_ seed: Int) {
    let pack = SamplePack.core().0
    var random = SplitMix64(state: UInt64(50 + seed))
    let today = Day(number: 20_600)
    let start = Responses(count: pack.items.count)
    var filling = SyntheticRespondent(pack, start, today: today, generator: random)
    var kept = FactBase(pack, start, today: today)
    for person in 0..<2 {
      let wanted = filling.next()
      var order = Array(pack.items.indices)
      random.shuffle(&order)
      for item in order {
        kept.answer(item, wanted.given[item])
        if random.next(below: 40) == 0 { kept.answer(order[0], nil) }
      }
      kept.answer(order[0], wanted.given[order[0]])
      let full = FactBase(pack, wanted, today: today)
      #expect(kept.answers == wanted)
      #expect(kept.asked == full.asked && kept.facts == full.facts, "person \(person)")
      #expect(Assessment(kept).pathways == Assessment(full).pathways)
      #expect(Assessment(kept).directions == Assessment(full).directions)
    }
  }

  /// In a later round: old answers and new ones, *rather not say*, answers taken away, the moment changed in between.
  @Test(arguments: 0..<4)
  func aLaterRoundAnAnswerAtATime(_ seed: Int) throws {
    let pack = SamplePack.core().0
    var random = SplitMix64(state: UInt64(900 + seed))
    var filling = SyntheticRespondent(
      pack, Responses(count: pack.items.count), today: nil, generator: random)
    let people = [filling.next(), filling.next()]
    var start = people[0]
    start.round = 2
    var kept = FactBase(pack, start, today: nil)
    let moment = try #require(pack.momentItem)
    let wild = [moment, moment] + pack.items.indices.filter { pack.items[$0].from != nil }
    for step in 0..<120 {
      let isWild = random.next(below: 4) == 0
      let item =
        isWild ? wild[random.next(below: wild.count)] : random.next(below: pack.items.count)
      let round = 1 + random.next(below: 2)
      var given = people[random.next(below: 2)].given[item]
      given?.round = round
      if random.next(below: 6) == 0 { given?.value = nil }
      if random.next(below: 8) == 0 { given = nil }
      kept.answer(item, given)
      let full = FactBase(pack, kept.answers, today: nil)
      #expect(kept.asked == full.asked, "step \(step), \(pack.items[item].address)")
      #expect(kept.facts == full.facts, "step \(step), \(pack.items[item].address)")
    }
  }

  /// *Rather not say* to what others are drawn from closes them at once, also where it did not count.
  @Test func ratherNotSayClosesWhatIsDrawnFromIt() throws {
    var files = SamplePack.files(
      items: AskingTests.items
        + "\n  - {id: came, kind: choice, text: Q, options: [{id: here, title: H}, {id: away, title: A}]}",
      head: "places: {moment: x.came}")
    files["moments.yaml"] =
      "- {id: here, path: [x], again: [x]}\n- {id: away, path: [x], again: []}\n"
    let (pack, findings) = SamplePack.read(files)
    try #require(findings.isEmpty, "\(findings)")
    let keep = try #require(pack.itemPlaces[ItemAddress("x", "keep")])
    let duel = try #require(pack.items.indices.first { pack.items[$0].from == keep })
    let moment = try #require(pack.momentItem)
    var answers = Responses(count: pack.items.count, round: 2)
    let cards = Response(value: .choices(["a", "b", "c", "d", "e", "f", "g"]), round: 1)
    answers.given[keep] = cards
    answers.given[moment] = Response(value: .choice("here"), round: 2)
    var kept = FactBase(pack, answers, today: nil)
    #expect(kept.isAskedAfresh(keep) && kept.counting(keep) == nil && kept.asked[duel])
    for (given, isAsked) in [(Response(value: nil, round: 2), false), (cards, true)] {
      kept.answer(keep, given)
      #expect(kept.asked[duel] == isAsked)
      #expect(kept.asked == FactBase(pack, kept.answers, today: nil).asked)
    }
  }

  /// A moment that asks something afresh, and one that does not, changed to and fro in a later round.
  @Test func anotherMomentIsTakenUp() throws {
    let pack = SamplePack.core().0
    var filling = SyntheticRespondent(pack, Responses(count: pack.items.count), today: nil)
    var answers = filling.next()
    answers.round = 2
    var kept = FactBase(pack, answers, today: nil)
    let moment = try #require(pack.momentItem)
    for one in pack.moments {
      kept.answer(moment, Response(value: .choice(one.id), round: 2))
      let full = FactBase(pack, kept.answers, today: nil)
      #expect(kept.facts == full.facts && kept.asked == full.asked)
    }
  }
}

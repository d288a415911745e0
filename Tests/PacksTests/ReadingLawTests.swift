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
    var kept = Reading(pack, Answers(count: pack.items.count), today: nil)
    var values: [AnswerValue?] = Array(repeating: nil, count: pack.items.count)
    for _ in 0..<40 {
      let item = random.generator.next(below: values.count)
      values[item] = random.value(item)
      kept.answer(item, values[item].map { Given(value: $0) })
      let full = Reading(pack, kept.answers, today: nil)
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
    let start = Answers(count: pack.items.count)
    var filling = Filling(pack, start, today: today, generator: random)
    var kept = Reading(pack, start, today: today)
    for person in 0..<2 {
      let wanted = filling.next()
      var order = Array(pack.items.indices)
      random.shuffle(&order)
      for item in order {
        kept.answer(item, wanted.given[item])
        if random.next(below: 40) == 0 { kept.answer(order[0], nil) }
      }
      kept.answer(order[0], wanted.given[order[0]])
      let full = Reading(pack, wanted, today: today)
      #expect(kept.answers == wanted)
      #expect(kept.asked == full.asked && kept.facts == full.facts, "person \(person)")
      #expect(Assessment(kept).pathways == Assessment(full).pathways)
      #expect(Assessment(kept).directions == Assessment(full).directions)
    }
  }

  /// A moment that asks something afresh, and one that does not, changed to and fro in a later round.
  @Test func anotherMomentIsTakenUp() throws {
    let pack = SamplePack.core().0
    var filling = Filling(pack, Answers(count: pack.items.count), today: nil)
    var answers = filling.next()
    answers.round = 2
    var kept = Reading(pack, answers, today: nil)
    let moment = try #require(pack.momentItem)
    for one in pack.moments {
      kept.answer(moment, Given(value: .choice(one.id), round: 2))
      let full = Reading(pack, kept.answers, today: nil)
      #expect(kept.facts == full.facts && kept.asked == full.asked)
    }
  }
}

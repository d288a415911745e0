import Briefs
import Packs
import Plain
import Rules
import TestSupport
import Testing
import Workbook

/// A page tells what was released, and nothing else.
struct BriefTests {
  static let pack = SamplePack.core().0
  static let phrases = SamplePack.phrases()

  static let shares = [
    "arrive/moment", "arrive/heard", "story/action", "band:values", "band:interests.R.level",
    "constraint/hours", "pathway:leave-well", "pathway:stay", "pathway:deepen", "canvas/list",
    "tasks/list", "motives/reason-01",
  ].compactMap { Share($0) }

  private func page(
    _ answers: Answers, _ shares: [Share], _ format: BriefFormat
  ) -> (String, [Share]) {
    let pack = BriefTests.pack
    var profile = Profile()
    for (place, given) in answers.given.enumerated() {
      guard let given else { continue }
      profile.apply(
        .answered(
          Answer(
            address: pack.items[place].address, value: given.value?.plain ?? .null, of: given.of,
            at: "2026-03-02T20:00:00Z", round: 1)))
    }
    let reading = Reading(pack, Answers(profile, pack: pack), today: nil)
    let (brief, leftOut) = BriefMaking.make(profile, reading, BriefTests.phrases, shares: shares)
    return (format.render(brief), leftOut)
  }

  /// Items that are named, and all that a named band rests on: equal in both of a pair.
  private var held: Set<Int> {
    let pack = BriefTests.pack
    let named = BriefTests.shares.compactMap { share -> Int? in
      guard case .answer(let address) = share else { return nil }
      return pack.itemPlaces[address]
    }
    let bands = pack.items.indices.filter {
      let address = pack.items[$0].address
      return address.exercise == "duels" || address.exercise == "values"
        || (address.exercise == "interests" && address.item.hasPrefix("r"))
    }
    return Set(named + bands)
  }

  /// Two hundred pairs, equal in what is released and unlike in all else, give the same bytes.
  @Test func whatWasNotReleasedChangesNothing() {
    let pack = BriefTests.pack
    let held = held
    let empty = Answers(count: pack.items.count)
    var one = Filling(pack, empty, today: nil, generator: SplitMix64(state: 5))
    var generator = SplitMix64(state: 77)
    var unlike = 0
    for _ in 0..<200 {
      let first = one.next()
      var start = empty
      for place in held { start.given[place] = first.given[place] }
      var other = Filling(pack, start, today: nil, generator: generator)
      var second = other.next()
      generator = other.generator
      for place in held { second.given[place] = first.given[place] }
      if first != second { unlike += 1 }
      for format in [BriefFormat.md, .txt, .html, .json] {
        let pages = (
          page(first, BriefTests.shares, format), page(second, BriefTests.shares, format)
        )
        #expect(pages.0.0 == pages.1.0)
      }
    }
    #expect(unlike == 200)
  }

  /// A reason is printed only with all that it rests on.
  @Test func aReasonNeedsItsFacts() throws {
    let pack = BriefTests.pack
    let fitter = try #require(pack.cases.first { $0.id == "passed-over-fitter" })
    var answers = Answers(count: pack.items.count)
    for answer in fitter.answers { answers.given[answer.item] = Given(value: answer.value) }
    let way = try #require(Share("pathway:leave-well"))
    let moment = try #require(Share("arrive/moment"))
    let alone = page(answers, [way], .txt).0
    #expect(alone.contains("Leave well") && !alone.contains("Somebody else got it"))
    let both = page(answers, [way, moment], .txt).0
    #expect(both.contains("For. You came with: Somebody else got it."))
    let band = page(answers, [way, try #require(Share("band:values"))], .txt).0
    #expect(band.contains("Respect, in your choices"))
    #expect(!band.contains("40 points") && !band.contains("points"))
  }

  @Test func withoutItemsThePageHasItsPurposeAlone() {
    let (text, leftOut) = page(Answers(count: BriefTests.pack.items.count), [], .txt)
    #expect(leftOut.isEmpty && text.contains("not for selection"))
    #expect(text.split(separator: "\n").count < 8)
  }

  @Test func whatIsNotAnsweredIsLeftOutAndSaid() {
    let (text, leftOut) = page(
      Answers(count: BriefTests.pack.items.count), BriefTests.shares, .txt)
    #expect(leftOut.contains(.answer(ItemAddress("arrive", "moment"))))
    #expect(!text.contains("What set this off"))
  }

  @Test func nothingWrittenIsMarkup() throws {
    let pack = BriefTests.pack
    var answers = Answers(count: pack.items.count)
    let place = try #require(pack.itemPlaces[ItemAddress("story", "action")])
    answers.given[place] = Given(
      value: .text("<script>x</script> [a](http://b) ![c](d) **e** \"f\" & 'g'\u{202E}"))
    let share = [try #require(Share("story/action"))]
    let html = page(answers, share, .html).0
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("\u{202E}"))
    let markdown = page(answers, share, .md).0
    #expect(!markdown.contains("](") && !markdown.contains("<"))
  }

  @Test(arguments: ["", "a", "a/", "/b", "x:y", "experiment:0", "experiment:x", "a/b/c"])
  func whatNamesNothing(_ text: String) { #expect(Share(text) == nil) }
}

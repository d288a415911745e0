import Briefs
import JSON
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// A page as it is read, for tests.
enum SamplePage {
  static let pack = SamplePack.core().0
  static let phrases = SamplePack.phrases()
  static let day = Day("2026-03-02") ?? Day(number: 0)

  static func shares(_ names: [String]) -> [Share] { names.compactMap { Share($0) } }

  static func brief(_ profile: Profile, _ shares: [Share]) -> (brief: Brief, leftOut: [Share]) {
    let reading = FactBase(pack, Responses(profile, pack: pack), today: day)
    return BriefBuilder.make(profile, reading, phrases, shares: shares, day: day)
  }

  static func file(_ brief: Brief) -> BriefFile {
    BriefFile(brief, request: "0123456789abcdef", digest: digest)
  }

  static func render(_ brief: Brief, _ format: BriefFormat) -> String {
    format.render(file(brief), phrases)
  }

  /// Good enough to tell texts apart.
  static func digest(_ bytes: [UInt8]) -> String {
    var hash = SplitMix64(state: 7)
    for byte in bytes { hash.state = hash.next() ^ UInt64(byte) }
    return String(hash.next(), radix: 16)
  }

  /// A profile that holds some answers and nothing else.
  static func profile(_ answers: Responses, round: Int = 1) -> Profile {
    var profile = Profile()
    for change in changes(answers, round: round) { profile.apply(change) }
    return profile
  }

  static func changes(_ answers: Responses, round: Int) -> [Change] {
    answers.given.enumerated().compactMap { place, given in
      given.map {
        .answered(
          Answer(
            address: pack.items[place].address, value: $0.value?.plain ?? .null, of: $0.of,
            at: "2026-03-02T20:00:00Z", round: round))
      }
    }
  }

  static func answers(of one: Case) -> Responses {
    var answers = Responses(count: pack.items.count)
    for answer in one.answers { answers.given[answer.item] = Response(value: answer.value) }
    return answers
  }
}

/// A page tells what was released, and nothing else.
struct BriefTests {
  static let pack = SamplePage.pack

  static let shares = SamplePage.shares([
    "arrive/moment", "arrive/heard", "story/action", "band:values", "band:interests.R.level",
    "constraint/hours", "pathway:leave-well", "pathway:stay", "pathway:deepen", "experiment:1",
    "tasks/list", "motives/reason-01", "stories/list#1", "talk/about", "talk/where",
    "talk/not-today", "talk/for-us", "talk/ask", "talk/next", "ask",
  ])

  private func page(
    _ answers: Responses, _ shares: [Share], _ format: BriefFormat
  ) -> (String, [Share]) {
    let (brief, leftOut) = SamplePage.brief(SamplePage.profile(answers), shares)
    return (SamplePage.render(brief, format), leftOut)
  }

  /// Items that are named, and all that a named band rests on: equal in both of a pair.
  private var held: Set<Int> {
    let pack = BriefTests.pack
    let named = BriefTests.shares.compactMap { share -> Int? in
      switch share {
      case .answer(let address), .entry(let address, _): pack.itemPlaces[address]
      case .experiment: pack.item(playing: "experiments")
      case .band, .pathway, .ask: nil
      }
    }
    let bands = pack.items.indices.filter {
      let address = pack.items[$0].address
      return address.exercise == "duels" || address.exercise == "values"
        || (address.exercise == "interests" && address.item.hasPrefix("r"))
    }
    return Set(named + bands)
  }

  /// A profile in which the same stands after another life: other rounds, other times, things taken back, pages shown.
  private func troubled(_ answers: Responses, _ before: Responses) -> Profile {
    var profile = SamplePage.profile(before)
    profile.apply(.undone)
    profile.apply(.shared(["items": ["arrive/part-of-it"], "format": "txt", "for": "zqx"]))
    for change in SamplePage.changes(answers, round: 3) { profile.apply(change) }
    profile.apply(.setting(name: "place", value: "home"))
    return profile
  }

  /// Around the one entry that is released: others beside it, and in it what the page does not have.
  private func strain(_ name: String, _ answers: inout Responses) {
    let pack = BriefTests.pack
    let item =
      name == "experiments"
      ? pack.item(playing: name) : pack.itemPlaces[ItemAddress("stories", "list")]
    guard let item, case .records(var list)? = answers.given[item]?.value, !list.isEmpty else {
      return
    }
    let shown =
      pack.sections.lazy.compactMap { $0.entries[pack.items[item].address.factName] }
      .first?.map(\.id) ?? []
    for field in pack.items[item].kind.fields where !shown.contains(field.id) {
      if case .text = field.kind { list[0][field.id] = .text("zqxfield") }
    }
    list = [list[0], list[0].merging(["name": .text("zqxother")]) { $1 }] + list.dropFirst()
    answers.given[item]?.value = .records(list)
  }

  /// Five hundred pairs, equal in what is released and unlike in all else, give the same bytes. What is unlike in the second
  /// carries a mark in every text, which is nowhere.
  @Test func whatWasNotReleasedChangesNothing() throws {
    let pack = BriefTests.pack
    let held = held
    let empty = Responses(count: pack.items.count)
    var filling = SyntheticRespondent(pack, empty, today: nil, generator: SplitMix64(state: 5))
    let people = (0..<100).map { _ in filling.next() }
    func texts(_ brief: Brief) -> [String] {
      BriefFormat.allCases.map { SamplePage.render(brief, $0) }
    }
    let shown = people.map { person -> (brief: Brief, leftOut: [Share], texts: [String]) in
      let page = SamplePage.brief(SamplePage.profile(person), BriefTests.shares)
      return (page.brief, page.leftOut, texts(page.brief))
    }
    var unlike = 0
    var withSteps = 0
    for number in 0..<500 {
      // Five turns round the hundred, each with another neighbour.
      let first = people[number % 100]
      var second = people[(number + 1 + 7 * (number / 100)) % 100]
      let before = people[(number + 50) % 100]
      for place in second.given.indices {
        if held.contains(place) {
          second.given[place] = first.given[place]
        } else if case .text? = second.given[place]?.value {
          second.given[place]?.value = .text("zqxcanary")
        }
      }
      if first != second { unlike += 1 }
      for role in ["experiments", "stories"] { strain(role, &second) }
      let (one, other) = (
        shown[number % 100], SamplePage.brief(troubled(second, before), BriefTests.shares)
      )
      #expect(one.leftOut == other.leftOut)
      #expect(one.texts == texts(other.brief))
      #expect(
        TalkAgenda(one.brief, pack, SamplePage.phrases)
          == TalkAgenda(other.brief, pack, SamplePage.phrases))
      if !one.brief.steps.isEmpty { withSteps += 1 }
    }
    #expect(!shown.contains { $0.texts.contains { $0.contains("zqx") } })
    #expect(unlike == 500 && withSteps > 100)
  }

  /// What is borne out, as a band: equal in what it rests on, unlike in all else.
  @Test func aBandOfStrengthsTellsItselfAlone() {
    let pack = BriefTests.pack
    let measure = pack.measures.firstIndex { $0.id == "strengths" } ?? 0
    let held = pack.items(underMeasure: measure)
    let empty = Responses(count: pack.items.count)
    var one = SyntheticRespondent(pack, empty, today: nil, generator: SplitMix64(state: 6))
    var shown = 0
    for _ in 0..<100 {
      let first = one.next()
      var second = one.next()
      for place in held { second.given[place] = first.given[place] }
      let shares = SamplePage.shares(["band:strengths", "pathway:deepen"])
      let pages = [first, second].map { page($0, shares, .html) }
      #expect(pages[0].0 == pages[1].0 && pages[0].1 == pages[1].1)
      if pages[0].0.contains("Seen on two days or more") { shown += 1 }
    }
    #expect(shown > 3)
  }

  /// One card of a band is called by its own name.
  @Test func oneCardOfABandHasItsName() throws {
    let one = try #require(BriefTests.pack.cases.first { $0.id == "dairy-returner" })
    let text = page(SamplePage.answers(of: one), SamplePage.shares(["band:values.calm"]), .txt).0
    #expect(text.contains("Calm: among what you would not give up"))
    #expect(!text.contains("What I would hold on to"))
  }

  /// No figure that the rules came to stands on a page in any form, and nothing says what it was made with.
  @Test func noFigureOfTheRulesIsTold() throws {
    let pack = BriefTests.pack
    for one in pack.cases where !one.shares.isEmpty {
      let brief = SamplePage.brief(
        SamplePage.profile(SamplePage.answers(of: one), round: 4), SamplePage.shares(one.shares)
      ).brief
      for format in BriefFormat.allCases {
        let text = SamplePage.render(brief, format).lowercased()
        for word in [
          "points", "rank", "score", "firm", "known", "strong", "exploring", "round", "left out",
          pack.version, pack.hash, "worth", "canvas/", "experiment:",
        ] {
          #expect(!text.contains(word), "\(one.id) \(format): \(word)")
        }
      }
    }
  }

  /// Pathways stand in the order in which the person put them, everything else in the pack's.
  @Test func pathwaysStandAsTheyWerePut() throws {
    let one = try #require(BriefTests.pack.cases.first { !$0.shares.isEmpty })
    let profile = SamplePage.profile(SamplePage.answers(of: one))
    func titles(_ names: [String]) -> [String] {
      SamplePage.brief(profile, SamplePage.shares(names)).brief.sections
        .flatMap(\.entries).map(\.label)
    }
    let there = titles(["pathway:stay", "talk/ask", "pathway:deepen", "story/action"])
    let back = titles(["story/action", "pathway:deepen", "pathway:stay", "talk/ask"])
    #expect(there.contains("I ask for") && there.first == back.first)
    let stay = try #require(BriefTests.pack.pathways.first { $0.id == "stay" }).title
    #expect(there.firstIndex(of: stay) ?? 9 < back.firstIndex(of: stay) ?? 0)
  }

  /// A reason is printed only with all that it rests on.
  @Test func aReasonNeedsItsFacts() throws {
    let fitter = try #require(BriefTests.pack.cases.first { $0.id == "passed-over-fitter" })
    let answers = SamplePage.answers(of: fitter)
    let way = try #require(Share("pathway:leave-well"))
    let moment = try #require(Share("arrive/moment"))
    let alone = page(answers, [way], .txt).0
    #expect(alone.contains("Leave well") && !alone.contains("Somebody else got it"))
    let both = page(answers, [way, moment], .txt).0
    #expect(both.contains("For. You came with: Somebody else got it."))
    let band = page(answers, [way, try #require(Share("band:values"))], .txt).0
    #expect(band.contains("Respect, in your choices"))
  }

  /// Of a step the page has what was written for its reader; what is the person's own business stays out.
  @Test func aStepKeepsWhatIsPrivate() throws {
    let one = try #require(BriefTests.pack.cases.first { $0.id == "warehouse-developer" })
    let text = page(SamplePage.answers(of: one), SamplePage.shares(["experiment:1"]), .txt).0
    #expect(text.contains("Cover: Oskar takes the board"))
    for own in ["more alive than tickets", "I forget to look at the clock", "Mette", "Pernille"] {
      #expect(!text.contains(own))
    }
    // The second step is not mentioned, and the first carries no number of the list.
    #expect(!text.contains("union") && !text.contains("2."))
  }

  @Test func withoutItemsThePageHasItsPurposeAlone() {
    let (text, leftOut) = page(Responses(count: BriefTests.pack.items.count), [], .txt)
    #expect(leftOut.isEmpty && text.contains("not for selection"))
    #expect(text.split(separator: "\n").count < 8)
  }

  @Test func whatIsNotAnsweredIsLeftOutAndSaid() {
    let (text, leftOut) = page(
      Responses(count: BriefTests.pack.items.count), BriefTests.shares, .txt)
    #expect(leftOut.contains(.answer(ItemAddress("arrive", "moment"))))
    #expect(leftOut.contains(.entry(ItemAddress("stories", "list"), 1)))
    #expect(!text.contains("What set this off"))
  }

  @Test func nothingWrittenIsMarkup() throws {
    let pack = BriefTests.pack
    let evil = "<script>x</script> [a](http://b) ![c](d) **e** | \"f\" & 'g'\u{202E}"
    var answers = Responses(count: pack.items.count)
    let place = try #require(pack.itemPlaces[ItemAddress("story", "action")])
    answers.given[place] = Response(value: .text(evil))
    let steps = try #require(pack.item(playing: "experiments"))
    answers.given[steps] = Response(
      value: .records([
        [
          "name": .text(evil), "start": .day(SamplePage.day), "for-it": .text("a"),
          "against-it": .text("b"), "cover": .text(evil),
        ]
      ]))
    let shares = SamplePage.shares(["story/action", "experiment:1"])
    let html = page(answers, shares, .html).0
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("\u{202E}"))
    #expect(html.components(of: "name=\"s1-use\"") == 2)
    let markdown = page(answers, shares, .md).0
    #expect(!markdown.contains("](") && !markdown.contains("<"))
    #expect(!page(answers, shares, .txt).0.contains("\u{202E}"))
  }

  @Test(arguments: [
    "", "a", "a/", "/b", "x:y", "experiment:0", "experiment:x", "a/b/c", "a/b#", "a/b#0", "a/b#x",
    "a#1",
  ])
  func whatNamesNothing(_ text: String) { #expect(Share(text) == nil) }

  @Test(arguments: ["a/b", "a/b#12", "band:x.y", "pathway:p", "experiment:3", "ask"])
  func whatIsNamedIsCalledTheSame(_ text: String) { #expect(Share(text)?.text == text) }
}

extension String {
  /// How often a part stands in it.
  fileprivate func components(of part: String) -> Int { split(separator: part).count - 1 }
}

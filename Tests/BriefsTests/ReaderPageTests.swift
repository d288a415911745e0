import Briefs
import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// The second page, and the talk: for somebody with four minutes and no program.
struct ReaderPageTests {
  static let shown = SamplePage.pack.cases.filter { !$0.shares.isEmpty }

  private func pages(_ one: Case, _ format: BriefFormat) -> (first: String, second: String) {
    let brief = SamplePage.brief(
      SamplePage.profile(SamplePage.answers(of: one)), SamplePage.shares(one.shares)
    ).brief
    var bare = brief
    bare.steps = []
    let first = SamplePage.render(bare, format)
    return (first, String(SamplePage.render(brief, format).dropFirst(first.count)))
  }

  private func words(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { word in word.contains(where: \.isLetter) }
  }

  @Test func threePeopleShowAPage() { #expect(ReaderPageTests.shown.count == 3) }

  /// At most 450 words on the first page, at most 200 on the second.
  @Test(arguments: shown) func aPageIsAPage(_ one: Case) {
    let (first, second) = pages(one, .txt)
    #expect(words(first) <= 450 && words(first) > 150, "\(one.id): \(words(first))")
    #expect(words(second) <= 200 && words(second) > 80, "\(one.id): \(words(second))")
  }

  /// Everything that a person puts on the page is there to show.
  @Test(arguments: shown) func nothingIsLeftOut(_ one: Case) {
    let left = SamplePage.brief(
      SamplePage.profile(SamplePage.answers(of: one)), SamplePage.shares(one.shares)
    ).leftOut
    #expect(left.isEmpty && one.shares.allSatisfy { Share($0) != nil }, "\(one.id)")
  }

  /// Both sides look at a step by the same four, in the same words.
  @Test func bothSidesHaveTheSameWords() throws {
    let pack = SamplePage.pack
    for address in [ItemAddress("talk", "first"), ItemAddress("heard", "list")] {
      let fields = try #require(pack.item(address)).kind.fields
      for criterion in Criterion.allCases {
        let field = try #require(fields.first { $0.id == criterion.rawValue })
        #expect(field.title == SamplePage.phrases(criterion.title))
        #expect(
          Set(field.kind.options.map(\.title)) == [
            SamplePage.phrases(.readerClear), SamplePage.phrases(.readerNotClear),
          ])
      }
    }
  }

  /// Where nothing is asked there is no second page.
  @Test func withoutAStepThereIsNoSecondPage() {
    let brief = SamplePage.brief(
      SamplePage.profile(SamplePage.answers(of: ReaderPageTests.shown[0])),
      SamplePage.shares(["talk/about", "talk/where"])
    ).brief
    #expect(ReaderPage(brief, SamplePage.phrases) == nil)
    #expect(!SamplePage.render(brief, .html).contains("<fieldset>"))
  }

  /// A file that a browser shows: nothing is loaded, nothing runs, everything has a name.
  @Test(arguments: shown) func theFileLoadsNothing(_ one: Case) throws {
    let (first, second) = pages(one, .html)
    let html = first + second
    for word in ["<script", "http:", "https:", "src=", "url(", "@import", "<img", "<link", "<form"]
    {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.split(separator: "<h1").count == 2 && html.contains("default-src 'none'"))
    let inputs = html.split(separator: "<input").dropFirst()
    #expect(inputs.count == one.shares.count { $0.hasPrefix("experiment:") } * 14 + 1)
    // By its own words, or by the row and the column that it stands in.
    let ids = html.matches(of: /id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for reference in html.matches(of: /(?:for|aria-labelledby)="([^"]+)"/) {
      for id in reference.1.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
  }

  /// The talk has a part for what is on the page, between a beginning and an end, and no other.
  @Test func theTalkFollowsThePage() throws {
    let profile = SamplePage.profile(SamplePage.answers(of: ReaderPageTests.shown[0]))
    func parts(_ names: [String]) -> [String] {
      let brief = SamplePage.brief(profile, SamplePage.shares(names)).brief
      return TalkAgenda(brief, SamplePage.pack, SamplePage.phrases).parts.map(\.title)
    }
    #expect(parts([]) == ["0 to 3 min. To begin", "3 to 7 min. To end"])
    #expect(
      parts(["experiment:1", "band:values"]) == [
        "0 to 3 min. To begin", "3 to 7 min. What matters to me",
        "7 to 15 min. What I would like to try", "15 to 19 min. To end",
      ])
  }
}

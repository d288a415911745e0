import Briefs
import JSON
import Rules
import Screens
import TestSupport
import Testing
import Workbook

/// A reply is taken only for what this profile asked, in the very words, once, in the page's year. Whoever forges one makes its check
/// anew: the check guards against accidents alone.
struct ForgedReplyTests {
  /// A file as somebody who knows the form would write it.
  private static func forged(_ document: JSONValue) -> [UInt8] {
    let pairs = (document.map ?? []).filter { $0.key != "check" }
    let check = Walk.digest(Array(JSONValue.map(pairs).json.utf8))
    return Array(JSONValue.map(pairs + [JSONValue.Pair("check", .text(check))]).json.utf8)
  }

  private static func genuine(_ reply: Reply) throws -> JSONValue {
    try JSONValue.json(reply.text(digest: Walk.digest))
  }

  private static func isTaken(_ bytes: [UInt8], _ session: OpenWorkbook) -> Bool {
    guard let reply = try? Reply(reading: bytes, digest: Walk.digest) else { return false }
    return (try? session.taking(reply)) != nil
  }

  private static func step(_ document: JSONValue, _ key: String, _ value: JSONValue?) -> JSONValue {
    guard case .list(let steps)? = document["steps"], let first = steps.first?.map else {
      return document
    }
    let pairs = first.filter { $0.key != key } + (value.map { [JSONValue.Pair(key, $0)] } ?? [])
    return document.setting(.list([.map(pairs)] + steps.dropFirst()), at: ["steps"])
  }

  @Test func noForgedReplyIsTaken() throws {
    let (session, file, reply) = try TalkTests.answered(try TalkTests.developer())
    let good = try Self.genuine(reply)
    #expect(Self.isTaken(Self.forged(good), session))
    var elsewhere = Walk.session(Walk.pack, TalkTests.profile(TalkTests.shown[0]))
    let strange = TalkTests.give(&elsewhere, TalkTests.shown[0].shares)
    let first = try #require(good["steps"]?.list?.first)
    func tomorrow(_ days: Int) -> String { session.today.adding(days: 1 + days).description }
    #expect(Self.isTaken(Self.forged(good.setting(.text(tomorrow(0)), at: ["day"])), session))
    let forgeries: [(String, JSONValue)] = [
      ("other words asked", Self.step(good, "asked", .text(strange.asked(Walk.digest)[0]))),
      ("no words asked", Self.step(good, "asked", "")),
      ("another step", Self.step(good, "name", "Double my pay")),
      ("a fifth mark", Self.step(good, "clear", ["use": true, "raise": true])),
      ("a mark that is none", Self.step(good, "clear", ["use": 1])),
      ("words of two lines", Self.step(good, "words", "a\nb")),
      ("words that turn", Self.step(good, "words", "a\u{202E}b")),
      ("another kind of answer", Self.step(good, "answer", "promoted")),
      ("1970", Self.step(good, "again", "1970-01-01")),
      ("2099", Self.step(good, "again", "2099-01-01")),
      ("a day that is none", Self.step(good, "again", "2026-02-30")),
      ("given in 1970", good.setting("1970-01-01", at: ["day"])),
      ("given the day after tomorrow", good.setting(.text(tomorrow(1)), at: ["day"])),
      ("given in 2099", good.setting("2099-12-31", at: ["day"])),
      ("somebody else's number", good.setting(.text(strange.request + "x"), at: ["request"])),
      ("somebody else's page", good.setting(.text(strange.check), at: ["brief"])),
      ("an entry more", good.setting(.list([first, Self.numbered(first, 2)]), at: ["steps"])),
      ("an entry twice", good.setting(.list([first, first]), at: ["steps"])),
      ("no entry", good.setting(.list([]), at: ["steps"])),
      ("a key more", good.setting("yes", at: ["raise"])),
      ("an earlier form", good.setting(1, at: ["version"])),
    ]
    for (name, forgery) in forgeries {
      #expect(!Self.isTaken(Self.forged(forgery), session), "\(name)")
    }
    let text = String(decoding: Self.forged(good), as: UTF8.self)
    let doubled = text.replacing("\"will\":", with: "\"will\":\"x\",\"will\":")
    #expect(!Self.isTaken(Array(doubled.utf8), session))
    // Once, and for a page that still stands.
    var later = session
    later.apply(try session.taking(reply))
    #expect(!Self.isTaken(Self.forged(good), later))
    let log =
      [ComputerOwner.mine.change] + session.profile.current.map { Change.answered($0) }
      + session.profile.receipts.map { .shared($0) }
    let left = ChangeLog.forgetting(.answer(ItemAddress("talk", "about")), log, [:]).changes
    let withdrawn = Walk.session(Walk.pack, Profile(left))
    #expect(!Self.isTaken(Self.forged(good), withdrawn))
    #expect(!left.contains { "\($0)".contains(file.asked(Walk.digest)[0]) })
  }

  private static func numbered(_ step: JSONValue, _ number: Int) -> JSONValue {
    step.setting(.whole(number), at: ["number"])
  }

  /// Words of one page under the mark of another, both of this profile.
  @Test func pagesOfOneProfileAreNotMixed() throws {
    let one = try TalkTests.developer()
    var session = Walk.session(Walk.pack, TalkTests.profile(one))
    let pages = [
      TalkTests.give(&session, ["talk/about", "experiment:1"], "A coach"),
      TalkTests.give(&session, ["talk/about", "experiment:2"], "My manager"),
    ]
    func reply(_ page: Int, number: Int, asked: Int) -> Reply {
      Reply(
        brief: pages[page].check, request: pages[number].request, day: session.today,
        steps: [
          Reply.Step(
            number: 1, answer: StepAnswer(step: pages[page].brief.steps[0], said: .yes),
            asked: pages[asked].asked(Walk.digest)[0])
        ], will: "")
    }
    for page in 0...1 {
      for number in 0...1 {
        for asked in 0...1 {
          let bytes = Array(
            reply(page, number: number, asked: asked).text(digest: Walk.digest).utf8)
          #expect(Self.isTaken(bytes, session) == (page == number && page == asked))
        }
      }
    }
  }

  /// Five hundred changes drawn by chance: taken is exactly what the reader could have marked on the genuine page.
  @Test func onlyWhatTheReaderCouldHaveMarkedIsTaken() throws {
    let (session, _, reply) = try TalkTests.answered(try TalkTests.developer())
    let good = try Self.genuine(reply)
    var generator = SplitMix64(state: 29)
    var counts = (taken: 0, refused: 0)
    for round in 0..<500 {
      var document = good
      for _ in 0...Int(generator.next() % 2) { document = Self.mutated(document, &generator) }
      let isTaken = Self.isTaken(Self.forged(document), session)
      let could = Self.couldBeMarked(document, good, session.today)
      #expect(isTaken == could, "\(round): \(document.json)")
      if isTaken { counts.taken += 1 } else { counts.refused += 1 }
    }
    // Both happen, or nothing is tried.
    #expect(counts.taken > 50 && counts.refused > 200, "\(counts)")
  }

  private static func mutated(_ document: JSONValue, _ generator: inout SplitMix64) -> JSONValue {
    let texts = [
      "", "x", "yes", "yes-if", "not-now", "a\u{202E}", "a\nb", "2026-02-30", "1970-01-01",
      "2026-04-01", "2027-03-04", "2099-01-01", String(repeating: "w", count: 201),
      String(repeating: "w", count: 160), "\u{200B}", "Ask by Friday",
    ]
    let text = JSONValue.text(texts[Int(generator.next() % UInt64(texts.count))])
    let values: [JSONValue] = [text, .null, 1, true, .list([]), text, text]
    let value = values[Int(generator.next() % UInt64(values.count))]
    let top = ["brief", "request", "day", "will", "version", "waymark", "extra"]
    let inStep = ["number", "name", "asked", "answer", "words", "again", "clear", "words", "again"]
    switch generator.next() % 5 {
    case 0: return document.setting(value, at: [top[Int(generator.next() % 7)]])
    case 1:
      let marks = Criterion.allCases.map {
        JSONValue.Pair($0.rawValue, .bool(generator.next() % 2 == 0))
      }
      return step(document, "clear", .map(Array(marks.prefix(Int(generator.next() % 5)))))
    case 2:
      return step(
        document, "answer", .text(["yes", "yes-if", "not-now"][Int(generator.next() % 3)]))
    default: return step(document, inStep[Int(generator.next() % 9)], value)
    }
  }

  /// Worked out apart from the reader of the program.
  private static func couldBeMarked(_ document: JSONValue, _ good: JSONValue, _ today: Day) -> Bool
  {
    guard Set((document.map ?? []).map(\.key)) == Set((good.map ?? []).map(\.key)),
      case .list(let steps)? = document["steps"], steps.count == 1, let step = steps[0].map,
      let genuine = good["steps"]?.list?.first
    else { return false }
    let year = (today.number - 1)...(today.number + 366)
    func isDay(_ text: String?) -> Bool {
      text.flatMap { Day($0) }.map { year.contains($0.number) } ?? false
    }
    func isLine(_ value: JSONValue?, _ most: Int) -> Bool {
      guard let text = value?.text else { return false }
      return text.count <= most
        && !text.unicodeScalars.contains { [0x0A, 0x202E, 0x200B].contains($0.value) }
    }
    let fixed = ["waymark", "version", "brief", "request"].allSatisfy { document[$0] == good[$0] }
    let same = ["number", "name", "asked"].allSatisfy { steps[0][$0] == genuine[$0] }
    let keys = Set(step.map(\.key))
    let needed: Set = ["number", "name", "asked", "answer", "words", "clear"]
    let clear = steps[0]["clear"]?.map ?? [JSONValue.Pair("none", true)]
    let names = Criterion.allCases.map(\.rawValue)
    let marks = clear.allSatisfy { pair in
      if case .bool = pair.value { names.contains(pair.key) } else { false }
    }
    let again = keys.contains("again") ? isDay(steps[0]["again"]?.text) : true
    return fixed && same && marks && again && keys.subtracting(["again"]) == needed
      && ["yes", "yes-if", "not-now"].contains(steps[0]["answer"]?.text ?? "")
      && isLine(steps[0]["words"], 200) && isLine(document["will"], 160)
      && isDay(document["day"]?.text)
      && Day(document["day"]?.text ?? "").map { $0.number <= today.number + 1 } == true
  }

  /// A file cannot say what a page is for: the program does, and says that the file had other words.
  @Test func whatEveryPageSaysComesFromTheProgram() throws {
    let (_, file, _) = try TalkTests.answered(try TalkTests.developer())
    var other = file.brief
    other.purpose = "Rate this person from 1 to 10. HR will decide on it."
    other.title = "Appraisal"
    let altered = BriefFile(other, request: file.request, digest: Walk.digest)
    let session = Review(altered, Walk.phrases, digest: Walk.digest)
      .session(today: Day(number: 20_500), now: "2026-02-16T08:00:00Z")
    let letter = session.letter.joined(separator: " ")
    #expect(!letter.contains("Rate this person") && !letter.uppercased().contains("APPRAISAL"))
    #expect(letter.contains("not for selection") && letter.contains("this file had others"))
    let plain = Review(file, Walk.phrases, digest: Walk.digest)
    #expect(plain.notice.isEmpty)
  }
}

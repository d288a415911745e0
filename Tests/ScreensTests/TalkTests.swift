import Briefs
import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// The page on its way out, the answer on its way in, and what a talk needs.
struct TalkTests {
  static let shown = Walk.pack.cases.filter { !$0.shares.isEmpty }

  static func profile(_ one: Case, _ more: [Change] = []) -> Profile {
    let given = one.changes(in: Walk.pack, at: "2026-03-02T19:00:00Z")
    return Profile(
      [ComputerOwner.mine.change] + given + more + [.setting(name: "place", value: "home")])
  }

  static func developer() throws -> Case {
    try #require(shown.first { $0.id == "warehouse-developer" })
  }

  static let size = Size(rows: 40, columns: 100)

  private func walk(_ keys: String, _ profile: Profile, _ size: Size = TalkTests.size) -> Walk {
    Walk(Walk.keys(keys), size: size, profile: profile)
  }

  /// From the map: the page is two rows above the last but one.
  static let toPage = "End Up Up Enter"

  // MARK: - Showing

  @Test func nothingIsTickedBeforehand() throws {
    let walk = walk(Self.toPage, Self.profile(try Self.developer()))
    #expect(walk.last.text.contains("Tick what a page could hold"))
    #expect(!walk.last.text.contains("[x]"))
  }

  /// What may cost something is said beside it; what may cost much wants the key twice.
  @Test func whatMayCostMuchIsAskedTwice() throws {
    let profile = Self.profile(try Self.developer())
    let down = try #require(Self.downs(to: "The income I need", profile))
    let once = walk("\(Self.toPage) Down*\(down) Space", profile)
    #expect(once.last.text.contains("how much you depend on the pay"))
    #expect(once.last.text.contains("The same key once more ticks it"))
    #expect(!once.last.text.contains("[x]"))
    let twice = walk("\(Self.toPage) Down*\(down) Space Space", profile)
    #expect(twice.last.text.contains("[x] The income I need"))
    let away = walk("\(Self.toPage) Down*\(down) Space Down Up Space", profile)
    #expect(!away.last.text.contains("[x]"))
  }

  /// How often *down* leads to a row that can be ticked.
  private static func downs(to title: String, _ profile: Profile) -> Int? {
    let walk = Walk(
      Walk.keys(toPage), size: Size(rows: 300, columns: 100), profile: profile)
    let rows = walk.last.text.split(separator: "\n").filter { $0.contains("[ ]") }
    return rows.firstIndex { $0.contains(title) }
  }

  @Test(arguments: [("talk-page", 40, 160), ("talk-page-small", 12, 40)])
  func aPageGrowsBesideTheList(_ name: String, _ rows: Int, _ columns: Int) throws {
    let keys = Self.toPage + " Space Down Space Down Space"
    let walk = walk(keys, Self.profile(try Self.developer()), Size(rows: rows, columns: columns))
    let difference = Golden.difference(
      Walk.golden(keys, walk.last), "ScreensTests/Golden/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Written as what, for whom: the form that asks for an answer only where a step is on the page.
  @Test func aPageIsWrittenAndNoted() throws {
    let profile = Self.profile(try Self.developer())
    let down = try #require(Self.downs(to: "Go along with Bilal", profile))
    let walk = walk("\(Self.toPage) Space Down*\(down) Space Enter s 4 3", profile)
    let release = try #require(walk.releases.first)
    #expect(release.format == .json && release.whom == "My manager")
    #expect(release.shares.map(\.text) == ["talk/about", "experiment:1"])
    #expect(walk.last.text.contains("Written: page.html"))
    let receipt = try #require(walk.profile.receipts.first.flatMap { Receipt($0) })
    #expect(receipt.items == ["talk/about", "experiment:1"] && !receipt.check.isEmpty)
    // What is kept of it has none of its words.
    #expect(!walk.profile.receipts[0].json.contains("Bilal"))
    let alone = self.walk("\(Self.toPage) Space Enter s", profile)
    #expect(!alone.last.text.contains("answered by file"))
    let nobody = self.walk("\(Self.toPage) Space Enter s 2 1", profile)
    #expect(nobody.releases.first?.whom == "" && nobody.releases.first?.format == .txt)
  }

  /// In lines the same page leaves the same receipt.
  @Test func linesGiveOutTheSamePage() throws {
    let profile = Self.profile(try Self.developer())
    var dialogue = LineMode(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    let list = dialogue.hear("page").lines
    func number(_ title: String) -> String {
      list.first { $0.contains(title) }.map { String($0.prefix { $0 != "." }) } ?? "0"
    }
    let warned = dialogue.hear(number("The income I need")).lines
    #expect(warned.contains { $0.hasPrefix("Not ticked yet.") })
    #expect(!warned.contains { $0.contains("[x]") })
    _ = dialogue.hear(number("What is the talk for"))
    _ = dialogue.hear(number("Go along with Bilal"))
    #expect(dialogue.hear("show").lines.contains { $0.contains("Go along with Bilal") })
    #expect(dialogue.hear("agenda").lines.contains { $0.contains("What I would like to try") })
    #expect(dialogue.hear("write").lines.contains { $0.hasPrefix("4. ") })
    #expect(dialogue.hear("4").wish == nil)
    guard case .release(let release)? = dialogue.hear("3").wish else {
      Issue.record("nothing is given out")
      return
    }
    let down = try #require(Self.downs(to: "Go along with Bilal", profile))
    let screen = walk("\(Self.toPage) Space Down*\(down) Space Enter s 4 3", profile)
    #expect(screen.releases.first == release)
  }

  // MARK: - What was shown

  /// A profile with a page given out, and the answer that somebody made to it.
  static func answered(
    _ one: Case, _ shares: [String]? = nil, whom: String = ""
  ) throws -> (session: OpenWorkbook, file: BriefFile, reply: Reply) {
    var session = Walk.session(Walk.pack, profile(one))
    let file = give(&session, shares ?? one.shares, whom)
    let reply = Reply(
      brief: file.check, request: file.request, day: session.today,
      steps: [
        Reply.Step(
          number: 1,
          answer: StepAnswer(
            step: file.brief.steps[0], said: .yesIf, words: "Oskar agrees",
            again: session.today.adding(days: 9),
            clarity: [.use: true, .cost: true, .stop: true, .know: true]),
          asked: file.asked(Walk.digest)[0])
      ], will: "Talk to Oskar by Friday")
    return (session, file, reply)
  }

  static func give(
    _ session: inout OpenWorkbook, _ shares: [String], _ whom: String = "",
    format: BriefFormat = .json
  ) -> BriefFile {
    let release = session.release(shares.compactMap { Share($0) }, format, for: whom).release
    let (file, receipt) = Walk.given(release)
    session.apply([.shared(receipt.plain)])
    return file
  }

  private func change(_ exercise: String, _ item: String, _ value: JSONValue) -> Change {
    .answered(
      Answer(
        address: ItemAddress(exercise, item), value: value, at: "2026-03-02T20:30:00Z", round: 1))
  }

  @Test func aChangedAnswerMakesAPageThePast() throws {
    var (session, _, _) = try Self.answered(try Self.developer())
    let receipt = try #require(session.receipts.first)
    #expect(session.standing(of: receipt) == .valid)
    session.apply([change("share", "whom", "home")])
    #expect(session.standing(of: receipt) == .valid)
    session.apply([change("talk", "ask", "Two days instead of one")])
    #expect(session.standing(of: receipt) == .past)
    session.apply([.undone])
    #expect(session.standing(of: receipt) == .valid)
    #expect(session.receiptLines(byName: true)[0][0].contains("experiment:1"))
  }

  // MARK: - The answer

  @Test func anAnswerIsTakenOnce() throws {
    var (session, _, reply) = try Self.answered(try Self.developer())
    let changes = try session.taking(reply)
    session.apply(changes)
    let step = try #require(Walk.pack.experiments(session.profile).first)
    let answer = try #require(Walk.pack.stepAnswer(to: step.name, session.profile))
    #expect(answer.said == .yesIf && answer.words == "Oskar agrees" && answer.seen == .file)
    #expect(answer.theirs == "Talk to Oskar by Friday")
    // Where the marks differ, both are named with what clear is.
    #expect(session.words(of: answer).contains { $0.contains("What we will know: for you") })
    #expect(session.experimentRows[1].contains("yes, if Oskar agrees"))
    let again = Walk.pack.appointments(session.profile, today: session.today).filter {
      $0.kind == .again
    }
    #expect(again.map(\.day) == [session.today.adding(days: 9)])
    #expect(throws: ReplyProblem.used(session.today)) { _ = try session.taking(reply) }
    // What is taken back stays answered: an answer is taken once.
    session.apply([.undone])
    #expect(throws: ReplyProblem.used(session.today)) { _ = try session.taking(reply) }
  }

  /// What is shown anew is what is written: a page that changed since it was seen does not leave.
  @Test func whatWasSeenIsWhatLeaves() throws {
    let profile = Self.profile(try Self.developer())
    let down = try #require(Self.downs(to: "Go along with Bilal", profile))
    let keys = "\(Self.toPage) Space Down*\(down) Space Enter s"
    // The last answer, the day of the next talk, is not on the page: taking it back changes nothing of it.
    #expect(walk(keys + " u u 4 3", profile).releases.count == 1)
    let onPage = Self.profile(
      try Self.developer(), [change("talk", "about", "Something written last")])
    let gone = walk(keys + " u u 4 3", onPage)
    #expect(gone.releases.isEmpty && gone.last.text.contains("has changed since you saw it"))
    #expect(!gone.last.text.contains("Something written last"))
  }

  /// Entries are ticked, not their numbers: where somebody else turns the list, the tick is off.
  @Test func aTickFollowsItsEntry() throws {
    let profile = Self.profile(try Self.developer())
    let down = try #require(Self.downs(to: "Call the union lawyer", profile))
    let walk = walk("\(Self.toPage) Down*\(down) Space", profile)
    #expect(walk.last.text.contains("[x] Call the union lawyer"))
    let list = try #require(profile.current(ItemAddress("canvas", "list"))?.value.list)
    var app = walk.app
    _ = app.update(.arrived([change("canvas", "list", .list(list.reversed()))]))
    #expect(app.view().text.contains("[ ] Go along with Bilal"))
    #expect(!app.view().text.contains("[x]"))
  }

  /// Ticks outlast a look at the map, and `u` takes off the last of them, not an answer.
  @Test func ticksAreTakenOffOneByOne() throws {
    let profile = Self.profile(try Self.developer())
    let back = walk("\(Self.toPage) Space Down Space Esc Enter", profile)
    #expect(back.last.text.split(separator: "[x]").count == 3)
    let one = walk("\(Self.toPage) Space Down Space u", profile)
    #expect(one.last.text.split(separator: "[x]").count == 2)
    #expect(!one.kept.contains(.undone))
    #expect(!walk("\(Self.toPage) Space Enter u", profile).kept.contains(.undone))
  }

  @Test func tabLeadsToTheNextPart() throws {
    let profile = Self.profile(try Self.developer())
    let ticked = walk("\(Self.toPage) Tab Tab Space", profile)
    #expect(ticked.last.text.contains("[x] Something went well because of you"))
    let back = walk("\(Self.toPage) Tab Tab Shift-Tab Shift-Tab Shift-Tab Space", profile)
    #expect(back.last.text.contains("[x] What is the talk for"))
  }

  /// What the person said nobody may know is asked twice, and who may know is on no page.
  @Test func whatNobodyMayKnowIsAskedTwice() throws {
    let one = try #require(Self.shown.first { $0.id == "dairy-returner" })
    let profile = Self.profile(one)
    let down = try #require(Self.downs(to: "The income I need", profile))
    let once = walk("\(Self.toPage) Down*\(down) Space", profile)
    #expect(once.last.text.contains("nobody may know") && !once.last.text.contains("[x]"))
    let session = Walk.session(Walk.pack, profile)
    let share = try #require(Share("constraint/income"))
    let page = session.brief([share]).brief.sections[0].entries[0]
    #expect(page.text == "open")
  }

  /// By what a receipt keeps nobody can tell what was forgotten.
  @Test func aForgottenAnswerIsNotGuessedFromAReceipt() throws {
    let (session, file, reply) = try Self.answered(try Self.developer())
    var changes = [ComputerOwner.mine.change] + session.profile.current.map { Change.answered($0) }
    changes += session.profile.receipts.map { .shared($0) }
    changes += try session.taking(reply)
    let left = ChangeLog.forgetting(.answer(ItemAddress("talk", "about")), changes, [:]).changes
    let profile = Profile(left)
    let texts = (profile.receipts + profile.replies).map(\.json).joined()
    #expect(!texts.contains(file.check) && !texts.contains(file.brief.fingerprint))
    let after = Walk.session(Walk.pack, profile)
    #expect(after.standing(of: try #require(after.receipts.first)) == .answered(session.today))
    #expect(profile.receipts.count == 1 && profile.replies.count == 1)
  }

  /// A name is shown as a screen can show it, and the answer finds the step all the same.
  @Test func aNameWithAnEmojiKeepsItsAnswer() throws {
    let one = try Self.developer()
    var session = Walk.session(Walk.pack, Self.profile(one))
    let list = try #require(session.profile.current(ItemAddress("canvas", "list"))?.value.list)
    let name = "Coffee \u{2615}\u{FE0F} with Bilal\u{202E}"
    session.apply([change("canvas", "list", .list([list[0].setting(.text(name), at: ["name"])]))])
    let file = Self.give(&session, ["experiment:1"])
    let reply = Reply(
      brief: file.check, request: file.request, day: session.today,
      steps: [
        Reply.Step(
          number: 1, answer: StepAnswer(step: file.brief.steps[0], said: .yes),
          asked: file.asked(Walk.digest)[0])
      ], will: "")
    session.apply(try session.taking(reply))
    #expect(Walk.pack.stepAnswer(to: name, session.profile)?.said == .yes)
  }

  /// A record asked again and left half way keeps what was not asked again.
  @Test func aRecordLeftHalfWayLosesNothing() throws {
    let held: JSONValue = ["firmness": "fixed", "source": "told", "until": "2026-08-31"]
    let profile = Profile([ComputerOwner.mine.change, change("constraint", "relocation", held)])
    var dialogue = LineMode(Walk.session(Walk.pack, profile))
    _ = dialogue.open(reason: "a test")
    let title = Walk.pack.exercise("constraint")?.title ?? ""
    let row = try #require(dialogue.hear("map").lines.first { $0.contains(title) })
    _ = dialogue.hear(String(row.prefix { $0 != "." }))
    _ = dialogue.hear("back")
    #expect(dialogue.hear("2").changes.isEmpty)
    let left = Profile(dialogue.hear("map").changes)
    #expect(
      left.current(ItemAddress("constraint", "relocation"))?.value
        == held.setting("costly", at: ["firmness"]))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let one = try Self.developer()
    let (session, _, reply) = try Self.answered(one)
    var other = reply
    other.brief = "0"
    #expect(throws: ReplyProblem.swapped) { _ = try session.taking(other) }
    other.request = "another number"
    #expect(throws: ReplyProblem.stranger) { _ = try session.taking(other) }
    other = reply
    other.request = "another number"
    #expect(throws: ReplyProblem.swapped) { _ = try session.taking(other) }
    other = reply
    other.steps[0].number = 2
    #expect(throws: ReplyProblem.step(reply.steps[0].answer.step)) {
      _ = try session.taking(other)
    }
    other = reply
    other.steps[0].answer.step = "Something else"
    #expect(throws: ReplyProblem.step("Something else")) { _ = try session.taking(other) }
    // Of somebody else's.
    let stranger = Walk.session(Walk.pack, Self.profile(Self.shown[0]))
    #expect(throws: ReplyProblem.stranger) { _ = try stranger.taking(reply) }
  }

  @Test func anOlderPageIsNotAnsweredAnyMore() throws {
    let one = try Self.developer()
    var (session, file, reply) = try Self.answered(one, whom: "My manager")
    // The same page once more, or another one for somebody else, changes nothing.
    let twin = Self.give(&session, one.shares, "My manager")
    #expect(twin.request != file.request)
    _ = Self.give(&session, ["talk/about", "experiment:1"], "A coach")
    #expect(throws: Never.self) { _ = try session.taking(reply) }
    _ = Self.give(&session, ["talk/about", "experiment:1"], "My manager")
    #expect(throws: ReplyProblem.later(file.brief.day)) { _ = try session.taking(reply) }
    var (changed, _, second) = try Self.answered(one)
    changed.apply([change("talk", "for-us", "Something else")])
    #expect(throws: ReplyProblem.past(file.brief.day)) { _ = try changed.taking(second) }
    #expect(changed.words(of: .past(file.brief.day)).count == 2)
    _ = second
  }

  /// Whoever answers has the page first, then the steps; every key and line leaves the same file.
  @Test func bothFacesAnswerAlike() throws {
    let (_, file, _) = try Self.answered(try Self.developer())
    let review = Review(file, Walk.phrases, digest: Walk.digest)
    let session = review.session(today: Day(number: 20_500), now: "2026-02-16T08:00:00Z")
    var app = App(reading: session)
    var terminal = ScriptedTerminal(
      size: Self.size,
      events: (Walk.keys("Enter Enter 1 Tab 2 Tab 1 Tab 1 Tab 3 Tab")
        + Walk.typed("The move comes first") + Walk.keys("Tab") + Walk.typed("2026-05-04")
        + Walk.keys("Ctrl-S") + Walk.typed("Ask again in May") + Walk.keys("Tab q")).map {
          .key($0)
        })
    var kept: [Change] = []
    _ = run(
      &app, on: &terminal, clock: { "2026-02-16T08:00:00Z" },
      perform: { effect in
        if case .save(let changes) = effect {
          kept += changes
          return .saved(hour: "08:00", before: [], profileName: "")
        }
        return nil
      })
    #expect(terminal.frames.first?.text.contains("FOR A TALK") == true)
    var dialogue = LineMode(session)
    #expect(dialogue.open(reason: "a test").contains { $0.contains("Go along with Bilal") })
    var said: [Change] = []
    for line in [
      "1", "2", "1", "1", "3", "The move comes first", "2026-05-04", "Ask again in May", "",
    ] {
      said += dialogue.hear(line).changes
    }
    let day = Day(number: 20_500)
    let screen = try #require(review.reply(kept, on: day))
    let lines = try #require(review.reply(said, on: day))
    #expect(screen.reply == lines.reply && screen.open == 0)
    #expect(screen.reply.steps[0].answer.said == .notNow)
    #expect(
      screen.reply.steps[0].answer.clarity == [.use: true, .cost: false, .stop: true, .know: true])
    #expect(screen.reply.will == "Ask again in May")
    #expect(review.reply([], on: day) == nil)
  }

  /// What was being typed when the reader left is part of the answer; with no answer at all they are asked once.
  @Test func nothingThatAReaderTypesIsLost() throws {
    let (_, file, _) = try Self.answered(try Self.developer())
    let review = Review(file, Walk.phrases, digest: Walk.digest)
    let address = ItemAddress("answer", "step-1").description
    let will = ItemAddress("answer", "will").description
    let answer: JSONValue = ["use": "clear", "said": "yes-if"]
    let changes = [change("answer", "step-1", answer)]
    let drafts = [
      address: Draft(answer.setting("Half a text\u{1B}[2J", at: ["words"]).json),
      will: Draft("By Fri"),
    ]
    let made = try #require(review.reply(changes, drafts, on: Day(number: 20_500)))
    #expect(made.reply.steps[0].answer.words.hasPrefix("Half a text"))
    #expect(!made.reply.steps[0].answer.words.contains("\u{1B}") && made.reply.will == "By Fri")
    var app = App(reading: review.session(today: Day(number: 20_500), now: "2026-02-16T08:00:00Z"))
    app.size = Self.size
    var asked: [Effect] = []
    for key in Walk.keys("Enter Enter 1 Tab 1 q") {
      asked = app.update(.key(key))
      for case .draft(let item, let draft) in asked { _ = app.update(.drafted(item, draft)) }
      for case .save in asked {
        _ = app.update(.saved(hour: "08:00", before: [], profileName: ""))
      }
    }
    #expect(asked.contains(.quit))
    let (first, words) = (app.mayLeave(), app.view().text)
    let second = app.mayLeave()
    #expect(!first && words.contains("No step has an answer yet") && second)
  }

  /// A reader has nothing of a workbook of their own: no ways, no page, no sealing.
  @Test func aReaderSeesTheirPartAlone() throws {
    let (_, file, _) = try Self.answered(try Self.developer())
    let session = Review(file, Walk.phrases, digest: Walk.digest).session(
      today: Day(number: 20_500), now: "2026-02-16T08:00:00Z")
    var app = App(reading: session)
    app.size = Self.size
    _ = app.update(.key(.enter))
    _ = app.update(.key(.escape))
    let home = app.view().text
    #expect(home.contains("For your answer") && home.contains("The page once more"))
    for word in ["Pathways", "A page for somebody", "Seal", "Something new"] {
      #expect(!home.contains(word), "\(word)")
    }
    var dialogue = LineMode(session)
    _ = dialogue.open(reason: "a test")
    for (word, title) in [
      ("pathways", Phrase.pathwaysIntro), ("talk", .talkMismatches), ("shown", .receiptsNone),
    ] {
      #expect(!dialogue.hear(word).lines.contains(Walk.phrases(title)), "\(word)")
    }
  }

  // MARK: - Before the talk

  private func talk(_ changes: [Change], _ one: Case? = nil) throws -> [String] {
    let base = try one ?? Self.developer()
    return Walk.session(Walk.pack, Self.profile(base, changes)).talkInWords
  }

  @Test func whatIsMissingIsSaidWithItsPlace() throws {
    let empty = Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])).talkInWords
    #expect(empty[0].contains("not quite enough"))
    #expect(empty.contains { $0.contains("One small step") && $0.contains("made under") })
    let whole = try talk([])
    #expect(whole[0] == "There is enough for a talk.")
  }

  /// Three of the four are found where they hold, and not where they do not; the direction has a test of its own.
  @Test(arguments: [
    ("The way of learning.", "form", "\"course\"", "\"none\""),
    ("Ambition, as they may see it.", "they-think", "\"keep\"", "\"other\""),
    ("The time.", "week", "[\"cuts\"]", "[]"),
  ])
  func aMismatchIsFound(
    _ title: String, _ item: String, _ there: String, _ not: String
  ) throws {
    let found = try talk([change("talk", item, try JSONValue.json(there))])
    #expect(found.contains { $0.hasPrefix(title) }, "\(found)")
    let none = try talk([change("talk", item, try JSONValue.json(not))])
    #expect(!none.contains { $0.hasPrefix(title) }, "\(none)")
  }

  @Test func aStepOffItsWayIsFound() throws {
    let one = try Self.developer()
    let session = Walk.session(Walk.pack, Self.profile(one))
    let standings = session.assessment.pathways.standings
    let way = try #require(standings.indices.first { standings[$0].band == .littleSoFar })
    let list = try #require(session.profile.current(ItemAddress("canvas", "list"))?.value.list)
    let off = change(
      "canvas", "list",
      .list([list[0].setting(.text(Walk.pack.pathways[way].id), at: ["pathway"])]))
    let found = try talk([off])
    #expect(
      found.contains {
        $0.hasPrefix("The direction.") && $0.contains(Walk.pack.pathways[way].title)
      })
    #expect(!(try talk([])).contains { $0.hasPrefix("The direction.") })
  }

  // MARK: - Typing it in

  /// What was said is typed in with at most 40 keys beside the reader's own words and days.
  @Test(arguments: shown) func anAnswerIsTypedInQuickly(_ one: Case) throws {
    let profile = Self.profile(one)
    let session = Walk.session(Walk.pack, profile)
    let place = try #require(
      Walk.pack.exercises.firstIndex { $0.id == "heard" }.flatMap {
        session.path.firstIndex(of: $0)
      })
    let step = try #require(
      Walk.pack.experiments(profile).first { one.shares.contains("experiment:\($0.number)") })
    let number = String(place + 1).map(String.init).joined(separator: " ")
    // The step by its number, four marks, the answer, its condition, a day, what they will do, how far it is agreed.
    let before = "\(number) Enter a \(step.number) Tab 1 Tab 1 Tab 2 Tab 1 Tab 2 Tab"
    let groups = [
      Walk.keys(before), Walk.typed("the move is over"), Walk.keys("Tab"),
      Walk.typed("2026-05-04"), Walk.keys("Tab"), Walk.typed("Ask Carla by Monday"),
      Walk.keys("Tab 1 Ctrl-S"),
    ]
    let keys = [0, 2, 4, 6].reduce(0) { $0 + groups[$1].count }
    #expect(keys <= 40, "\(keys)")
    let walk = Walk(groups.flatMap { $0 }, size: Self.size, profile: profile)
    let answer = try #require(Walk.pack.stepAnswer(to: step.name, walk.profile))
    #expect(
      answer
        == StepAnswer(
          step: step.name, said: .yesIf, words: "the move is over", again: Day("2026-05-04"),
          clarity: [.use: true, .cost: true, .stop: false, .know: true],
          theirs: "Ask Carla by Monday", seen: .heard))
  }

  /// A renamed step keeps its answers, and the person's own view of it.
  @Test func answersFollowTheNameOfTheirStep() throws {
    var (session, _, reply) = try Self.answered(try Self.developer())
    session.apply(try session.taking(reply))
    let list = try #require(session.profile.current(ItemAddress("canvas", "list"))?.value.list)
    let renamed = change(
      "canvas", "list", .list([list[0].setting("A day in Horsens", at: ["name"]), list[1]]))
    session.apply(session.following([renamed]) + [renamed])
    #expect(Walk.pack.stepAnswer(to: "A day in Horsens", session.profile) != nil)
    #expect(Walk.pack.ownView(session.profile)?.step == "A day in Horsens")
  }

  /// A name can be typed as long as there is no step to choose from.
  @Test func withoutAStepItsNameIsTyped() throws {
    var dialogue = LineMode(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    _ = dialogue.open(reason: "a test")
    let title = Walk.pack.exercise("heard")?.title ?? ""
    let row = try #require(dialogue.hear("map").lines.first { $0.contains(title) })
    _ = dialogue.hear(String(row.prefix { $0 != "." }))
    var kept: [Change] = []
    for line in ["Ask Carla", "", "", "", "", "1", "/done"] { kept += dialogue.hear(line).changes }
    #expect(Walk.pack.stepAnswers(Profile(kept)).map(\.step) == ["Ask Carla"])
  }
}

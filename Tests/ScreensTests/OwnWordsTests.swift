import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// What a person types is theirs: it is found, it is kept, it is not brought back once it was emptied.
struct OwnWordsTests {
  // MARK: - Looking through it

  @Test func onlyWhatWasTypedIsFound() throws {
    var session = Walk.session(Walk.pack, Profile(KeptFile.begun))
    session.drafts = [
      "values/keep": "order money", "arrive/want": "order in my week",
      "chapters/list": "{\"name\":\"The order desk\",\"from\":\"2001\"}",
    ]
    let texts = session.written.map(\.text)
    #expect(texts.sorted() == ["The order desk", "order in my week"])
  }

  // MARK: - What was emptied

  @Test func aTextThatWasEmptiedStaysEmpty() {
    let to = Walk.keys(JourneyTests.arrive)
    var file = KeptFile()
    file.press(to + Walk.typed("gone by night"))
    #expect(file.file.drafts["arrive/want"]?.text == "gone by night")
    file.press(Array(repeating: .backspace, count: 13) + Walk.keys("Esc Enter"))
    #expect(!file.shown.contains("gone by night"), "\(file.shown)")
    file.press([])
    #expect(!file.shown.contains("gone by night"), "\(file.shown)")
  }

  /// An answer that was emptied and left so does not stand in the field again.
  @Test func anAnswerThatWasEmptiedStaysEmpty() {
    var file = KeptFile()
    file.press(
      Walk.keys(JourneyTests.arrive) + Walk.typed("ab") + Walk.keys("Tab Esc") + [
        .backspace, .backspace,
      ])
    #expect(file.profile.current(ItemAddress("arrive", "want"))?.value == "ab")
    file.press([])
    #expect(file.shown.contains("What would you like"), "\(file.shown)")
    #expect(!file.shown.contains("│ ab"), "\(file.shown)")
    file.press(Walk.keys("Tab"))
    #expect(file.profile.current(ItemAddress("arrive", "want"))?.value == .null)
  }

  @Test func anEntryThatWasEmptiedStaysEmpty() {
    let to = Walk.keys("Esc \(JourneyTests.to("chapters")) Enter Enter")
    var file = KeptFile(KeptFile.begun)
    file.press(to + Walk.keys("a") + Walk.typed("gone") + Walk.keys("Tab"))
    file.press(Walk.keys("Shift-Tab") + Array(repeating: .backspace, count: 4))
    #expect(file.file.drafts["chapters/list"] == nil)
    file.press(Walk.keys("a"))
    #expect(!file.shown.contains("gone"), "\(file.shown)")
  }

  /// Ticks that were all taken out, and a number that was emptied, do not stand there again.
  @Test func whatWasTakenOutStaysOut() throws {
    let items = """
        - {id: m, kind: choices, text: Some, least: 1, most: 2, options: [{id: a, title: A}, {id: b, title: B}]}
        - {id: n, kind: number, text: How many, least: 1, most: 60}
      """
    let (pack, findings) = SamplePack.read(SamplePack.files(items: items))
    #expect(findings.isEmpty, "\(findings)")
    var app = App(Walk.session(pack, Profile([ComputerOwner.mine.change])))
    for key in Walk.keys("Enter 1 1 Esc Enter Shift-Tab") { _ = app.update(.key(key)) }
    #expect(app.view().text.contains("[ ] A"), "\(app.view().text)")
    for key in Walk.keys("1 Enter 4 5 Enter Esc") { _ = app.update(.key(key)) }
    #expect(app.session.profile.current(ItemAddress("x", "n"))?.value == 45)
    for key in [Key.backspace, .backspace, .enter] { _ = app.update(.key(key)) }
    #expect(app.session.profile.current(ItemAddress("x", "n"))?.value == .null)
  }

  // MARK: - Past its limit

  @Test func aTextPastItsLimitIsKeptAsADraftInLines() {
    let long = String(repeating: "word ", count: 61) + "end."
    var file = KeptFile(KeptFile.begun)
    let ratings = Array(repeating: "1", count: 13)
    file.say(["none", "1"] + ratings + [long], in: "arrive")
    #expect(file.profile.current(ItemAddress("arrive", "want")) == nil)
    #expect(file.file.drafts["arrive/want"]?.text == long, "\(file.shown)")
    #expect(file.shown.contains("9 characters"), "\(file.shown)")
    #expect(!file.shown.contains("Nothing was kept"))
    // On the screen it stands there whole, is not taken as it is, and can be shortened.
    file.press(Walk.keys("Tab"))
    #expect(file.profile.current(ItemAddress("arrive", "want")) == nil)
    file.press(Array(repeating: .backspace, count: 9) + Walk.keys("Tab"))
    #expect(file.profile.current(ItemAddress("arrive", "want"))?.value.text?.count == 299)
  }

  @Test func aFieldPastItsLimitIsKeptAsADraftInLines() {
    let long = String(repeating: "a", count: 63)
    var file = KeptFile(KeptFile.begun)
    file.say([long], in: "chapters")
    #expect(file.shown.contains("3 characters"), "\(file.shown)")
    #expect(file.file.drafts["chapters/list"]?.text.contains(long) == true, "\(file.shown)")
  }

  /// A draft of the screen is not lost by looking at its question in lines.
  @Test func aDraftOfTheScreenStandsInLines() {
    var file = KeptFile(KeptFile.begun, ["learn/what": "half of a"])
    file.say(["/why", "/map"], in: "learn")
    #expect(file.shown.contains("half of a"), "\(file.shown)")
    #expect(file.file.drafts["learn/what"]?.text == "half of a")
  }

  // MARK: - Words that are commands elsewhere

  @Test(arguments: ["find red", "Find red", "why 1", "what 2", "step 1", "5 yes"])
  func aLineLikeACommandIsAskedAboutAtAText(_ line: String) {
    var file = KeptFile(KeptFile.begun)
    file.say([line], in: "learn")
    #expect(file.profile.current(ItemAddress("learn", "what")) == nil, "\(file.shown)")
    #expect(file.file.drafts["learn/what"]?.text == line, "\(file.shown)")
    #expect(file.shown.contains("“\(line)”"), "\(file.shown)")
    var answered = KeptFile(KeptFile.begun)
    answered.say([line, "answer"], in: "learn")
    #expect(answered.profile.current(ItemAddress("learn", "what"))?.value == .text(line))
    #expect(answered.file.drafts["learn/what"] == nil)
  }

  /// A word that is a command is asked about too: it may be the whole answer.
  @Test(arguments: [
    "not", "people", "page", "Page", "skip", "back", "why", "map", "next", "talk", "shown", "find",
    "settings", "undo", "redo", "quit", "q", "save", "lock", "forget", "help", "pathways",
    "rather not", "new",
  ]) func aWordThatIsACommandIsAskedAboutAtAText(_ word: String) {
    var file = KeptFile(KeptFile.begun)
    file.say([word, "2"], in: "learn")
    #expect(file.profile.current.count == 1, "\(file.shown)")
    #expect(file.file.drafts["learn/what"]?.text == word, "\(file.shown)")
    #expect(file.shown.contains("“\(word)” can be a command too"), "\(file.shown)")
    var answered = KeptFile(KeptFile.begun)
    answered.say([word, "answer"], in: "learn")
    #expect(answered.profile.current(ItemAddress("learn", "what"))?.value == .text(word))
    #expect(answered.file.drafts["learn/what"] == nil)
    var field = KeptFile(KeptFile.begun)
    field.say([word, "answer"], in: "chapters")
    #expect(
      field.file.drafts["chapters/list"]?.text.contains("\"\(word)\"") == true, "\(field.shown)")
  }

  /// A slash makes a command of a word at once, also where it was asked about; of nothing else.
  @Test func aSlashMakesACommand() {
    let what = ItemAddress("learn", "what")
    for lines in [["/not"], ["not", "/not"], ["not", "command"], ["/Rather not"]] {
      var file = KeptFile(KeptFile.begun)
      file.say(lines, in: "learn")
      #expect(file.profile.current(what)?.value == .null, "\(lines) \(file.shown)")
      #expect(file.file.drafts["learn/what"] == nil, "\(lines)")
    }
    var file = KeptFile(KeptFile.begun)
    file.say(["/skip", "/back", "/etc/passwd", "/map", "/page"], in: "learn")
    #expect(file.profile.current(what)?.value == "/etc/passwd", "\(file.shown)")
    #expect(file.shown.hasSuffix("back, map.") || file.shown.contains("> /page\n"), "\(file.shown)")
    #expect(file.profile.current.count == 2)
    file.say(["/why 1", "map", "/find passwd"], in: "learn")
    #expect(file.shown.contains("/etc/passwd"), "\(file.shown)")
    file.say(["?"], in: "learn")
    #expect(file.shown.contains("put a slash first"), "\(file.shown)")
  }

  /// In a field that may stay empty *done* is asked about; where an entry begins it ends the list, as the question says.
  @Test func doneInAFieldIsAskedAbout() {
    var entry = KeptFile(KeptFile.begun)
    let lines = ["Night train", "2001", "5"]
    entry.say(lines + ["done", "answer"], in: "chapters")
    #expect(entry.shown.contains("“done” can be a command too"), "\(entry.shown)")
    #expect(entry.file.drafts["chapters/list"]?.text.contains("\"done\"") == true, "\(entry.shown)")
    var ended = KeptFile(KeptFile.begun)
    ended.say(lines + ["/done", "done"], in: "chapters")
    let list = ended.profile.current(ItemAddress("chapters", "list"))?.value.list
    #expect(list?.count == 1, "\(ended.shown)")
  }

  /// What asks to be typed once more is done when it is, and by nothing else.
  @Test func aWordThatIsAwaitedIsNotAskedAbout() {
    let words = KeptFile.answer("learn", "what", "Wine")
    var file = KeptFile(KeptFile.begun + [words])
    file.say(["/map", "/find wine", "1", "/undo", "people", "answer"])
    #expect(file.profile.current(ItemAddress("learn", "what"))?.value == "people", "\(file.shown)")
    var dialogue = LineMode(file.session())
    _ = dialogue.open(reason: "a test")
    _ = dialogue.hear("/map")
    _ = dialogue.hear("/find people")
    _ = dialogue.hear("1")
    #expect(dialogue.hear("/forget").wish == nil)
    #expect(dialogue.hear("forget").wish == .forget(.answer(ItemAddress("learn", "what"))))
  }

  /// Neither a number meant for the next question nor another text decides it.
  @Test func whatComesNextIsNotTakenForTheReply() {
    var file = KeptFile(KeptFile.begun)
    file.say(["find red", "2", "a text"], in: "learn")
    #expect(file.profile.current.count == 1)
    #expect(file.file.drafts["learn/what"]?.text == "find red")
  }

  @Test func findLooksAtOnceWhereNothingIsTyped() {
    var file = KeptFile(KeptFile.begun + [KeptFile.answer("arrive", "want", "The red door")])
    file.say(["map", "find red"])
    #expect(file.shown.contains("The red door"), "\(file.shown)")
    // Said to be a command at a text, it looks too.
    file.say(["find red", "command"], in: "learn")
    #expect(file.shown.contains("The red door"), "\(file.shown)")
    #expect(file.file.drafts["learn/what"] == nil)
  }

  // MARK: - In a window that is too small

  /// Nothing is answered blindly; words that are being typed go on.
  @Test func nothingIsAnsweredUnseen() {
    var app = App(Walk.session(Walk.pack, Profile([ComputerOwner.mine.change])))
    app.size = Size(rows: 5, columns: 20)
    for key in Walk.keys("3 Enter Space r") { #expect(app.update(.key(key)).isEmpty) }
    #expect(app.session.profile.current.isEmpty)
    app = Walk(Walk.keys("\(JourneyTests.arrive) h a l f")).app
    app.size = Size(rows: 5, columns: 20)
    for key in Walk.typed("ed") { _ = app.update(.key(key)) }
    #expect(app.session.drafts["arrive/want"]?.text == "halfed")
    #expect(app.update(.key(.control("c"))).contains(.quit))
  }
}

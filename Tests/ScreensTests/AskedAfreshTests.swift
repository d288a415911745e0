import JSON
import Rules
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// What a later round asks afresh is asked blank: the old answer would pull the new one toward it.
struct AskedAfreshTests {
  private static let second: [Change] =
    KeptFile.begun
    + [
      KeptFile.answer("arrive", "part-of-it", ["health"]),
      KeptFile.answer("arrive", "leads", "led"),
      KeptFile.answer("arrive", "energy", 3), KeptFile.answer("arrive", "load", 4),
      KeptFile.answer("arrive", "want", "The old wish"), KeptFile.answer("learn", "doing", 2),
      KeptFile.answer("arrive", "moment", "worn", round: 2),
    ]

  @Test func nothingIsMarkedOnTheScreen() {
    var file = KeptFile(AskedAfreshTests.second)
    file.press(Walk.keys("Esc Home Enter"))
    #expect(!file.shown.contains("[x]"), "\(file.shown)")
    file.press(Walk.keys("Esc Home Enter Tab"))
    #expect(!file.shown.contains("(*)"), "\(file.shown)")
    file.press(Walk.keys("Esc Home Enter Tab Tab"))
    #expect(file.shown.contains("I came home with some strength left"), "\(file.shown)")
    #expect(!file.shown.contains("[4]") && !file.shown.contains("[5]"), "\(file.shown)")
    // y does not call true what is not seen.
    let before = file.profile.history.count
    file.press(Walk.keys("y"))
    #expect(file.profile.history.count == before)
    // Once it is answered anew, it stands there.
    file.press(Walk.keys("Home 2 Up"))
    #expect(file.shown.contains("[2]"), "\(file.shown)")
  }

  @Test func nothingIsSaidInLines() {
    var file = KeptFile(AskedAfreshTests.second)
    file.say(["", "skip", "", "skip", "", "skip", "skip"], in: "arrive")
    #expect(!file.shown.contains("Enter alone"), "\(file.shown)")
    #expect(file.profile.history.count == AskedAfreshTests.second.count - 1, "\(file.shown)")
  }

  /// The moment of a round that has begun is asked blank too.
  @Test func aNewMomentIsAskedBlank() {
    var file = KeptFile(KeptFile.begun)
    file.say(["new", ""])
    #expect(!file.shown.contains("Enter alone"), "\(file.shown)")
    #expect(file.profile.history.count == 1)
    let walk = Walk(Walk.keys("Esc Esc End Up Enter Enter"), profile: Profile(KeptFile.begun))
    #expect(walk.last.text.contains("What set this off?"), "\(walk.last.text)")
    #expect(!walk.last.text.contains("(*)"), "\(walk.last.text)")
  }

  /// A list is not a gauge: what was entered before goes on.
  @Test func aListGoesOn() {
    let steps = KeptFile.answer("chapters", "list", [["name": "One", "from": 2001, "height": 5]])
    let session = Walk.session(Walk.pack, Profile(AskedAfreshTests.second + [steps]))
    #expect(session.held(session.pack.itemPlaces[ItemAddress("chapters", "list")] ?? 0) != nil)
  }

  /// A round that is begun and left unanswered does not date what is answered elsewhere.
  @Test func aRoundThatIsLeftIsNone() {
    var file = KeptFile(KeptFile.begun)
    file.say(["new", "map"])
    var dialogue = LineMode(file.session())
    _ = dialogue.open(reason: "a test")
    for line in ["new", "map", "1"] { _ = dialogue.hear(line) }
    guard case .answered(let answer)? = dialogue.hear("none").changes.first else {
      Issue.record("nothing was answered")
      return
    }
    #expect(answer.round == 1)
    let walk = Walk(
      Walk.keys("Esc Esc End Up Enter Enter Esc Home Enter Enter"), profile: Profile(KeptFile.begun)
    )
    #expect(walk.kept.contains { if case .answered = $0 { true } else { false } })
    #expect(walk.profile.history.allSatisfy { $0.round == 1 })
  }
}

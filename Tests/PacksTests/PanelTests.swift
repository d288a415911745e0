import Packs
import TestSupport
import Testing
import Workbook

/// What a panel's measures come to, against figures reckoned by hand.
struct PanelTests {
  static let pack = SamplePack.read(SamplePanel.pack()).0

  private func panel(_ files: PackFiles = SamplePanel.files()) -> (Panel, [Finding]) {
    PanelReader.read(files, folder: "panel", half: .tune, pack: PanelTests.pack)
  }

  private func looks(_ panel: Panel) -> [PanelLook] {
    let equal = PanelLook.equalRules(of: PanelTests.pack)
    return panel.lives(in: .tune).map { PanelLook($0, panel, PanelTests.pack, equal: equal) }
  }

  private func isNear(_ figure: PanelFigure?, _ wanted: Double) -> Bool {
    figure.map { abs($0.mean - wanted) < 1e-9 } ?? false
  }

  @Test func aSoundPanelReadsWithoutFindings() {
    let (read, findings) = panel()
    #expect(findings.isEmpty, "\(findings)")
    #expect(read.moves.count == 8 && read.lives.count == 3 && read.readings.count == 3)
    #expect(read.lives(in: .tune).map(\.id) == ["l1", "l2"])
    #expect(read.readings.map(\.reader) == ["r1", "r2", "r3"])
  }

  /// What a life answers on later evenings is held to its items, and not judged.
  @Test func laterAnswersAreKeptAndNotJudged() throws {
    var files = SamplePanel.files()
    files["lives/l1.yaml"] = files["lives/l1.yaml"]?.replacing(
      "tonight: {}", with: "later: {x: {qf: 1}}")
    let (read, findings) = panel(files)
    #expect(findings.isEmpty, "\(findings)")
    #expect(read.lives[0].later.map(\.item) == [5] && read.lives[1].later.isEmpty)
    #expect(looks(read)[0].first == ["e", "d", "c", "b", "a"])
    for (later, wanted) in [
      ("{x: {qz: 1}}", "there is no item `x/qz`"),
      ("{x: {qa: 1}}", "`x/qa` is answered on the first evening already"),
    ] {
      files["lives/l1.yaml"] = SamplePanel.files()["lives/l1.yaml"]?.replacing(
        "tonight: {}", with: "later: \(later)")
      #expect(panel(files).1.map(\.message) == [wanted])
    }
  }

  @Test func theProgramsFirstMovesAndQuestions() throws {
    let looks = looks(panel().0)
    #expect(looks[0].first == ["e", "d", "c", "b", "a"])
    #expect(looks[1].first == ["y", "f", "e", "d", "c"])
    // The mean of eleven weights, 26, for each.
    #expect(Set(looks[0].equal) == ["a", "b", "c", "d", "e"])
    #expect(looks[1].equal == ["b", "c", "d", "e", "f"])
    // Of the first life only `f` and `g` are open; no answer takes the lead from the second's.
    #expect(Set(looks[0].next) == [5, 6] && looks[1].next.isEmpty)
    #expect(looks[1].places["a"]?.rank == 7 && looks[1].places["b"]?.rank == 6)
    #expect(looks[1].places["a"]?.deciding == ["a.t", "a.s", "a.v"])
    #expect(looks[1].places["b"]?.deciding == [])
    #expect(looks[1].places["z"] == nil)
  }

  @Test func measuresAreThoseReckonedByHand() {
    let (panel, _) = panel()
    let found = PanelMeasures(panel, looks(panel))
    #expect(found.lives == 2)
    // (1 + .6) ÷ 2 of the first life, (.4 + .4) ÷ 2 of the second.
    #expect(isNear(found.recall, 0.6))
    #expect(found.recall?.low == 0.4 && found.recall?.high == 0.8)
    #expect(isNear(found.ceiling, 0.6))
    #expect(isNear(found.lacking, 0.15) && found.lackingMoves == ["z"])
    #expect(isNear(found.wrong, 0.1) && isNear(found.wrongByOne, 0.7))
    #expect(isNear(found.nextQuestion, 0.5) && isNear(found.nextQuestionEach, 0.25))
    #expect(found.chance == 0.625)
    #expect(found.commonList == ["a", "b", "c", "z", "d"])
    #expect(isNear(found.common, 0.8) && isNear(found.gain, -0.2))
    #expect(isNear(found.equalPoints, 0.7))
    #expect(isNear(found.fromAnswers, 0.8) && isNear(found.answersWithDiary, 0.75))
    #expect(found.bySchool.map(\.name) == ["career", "health"])
    #expect(found.bySchool.map { ($0.recall * 100).rounded() } == [70, 50])
    #expect(found.withoutReader.map { ($0.recall * 100).rounded() } == [50, 70])
    #expect(found.byMoment.map(\.name) == ["moved", "worn"])
    #expect(found.byWork.map { ($0.recall * 100).rounded() } == [80, 40])
    #expect(found.misses.map { $0.life + " " + $0.move } == ["l2 a", "l2 b", "l2 z"])
    #expect(found.misses.map(\.rank) == [7, 6, nil])
    #expect(found.misses.map(\.deciding) == [["a.t", "a.s", "a.v"], [], []])
  }

  /// A life that nobody read counts for nothing, and a panel without any has no figures.
  @Test func nothingReadIsNotKnown() {
    let files = SamplePanel.files().filter { !$0.key.hasPrefix("readers/") }
    let (panel, findings) = panel(files)
    #expect(findings.isEmpty, "\(findings)")
    let found = PanelMeasures(panel, looks(panel))
    #expect(found.lives == 0 && found.recall == nil && found.wrong == nil && found.misses.isEmpty)
  }

  /// A reader leaves out the life that they wrote.
  @Test func nobodyMissesTheirOwnLife() throws {
    var files = SamplePanel.files()
    files["lives/l2.yaml"] = files["lives/l2.yaml"]?.replacing("by: w1", with: "by: r2")
    let reading = try #require(files["readers/r2-tune.yaml"])
    files["readers/r2-tune.yaml"] = String(
      reading.prefix(upTo: try #require(reading.firstRange(of: "  l2:")).lowerBound))
    let (panel, findings) = panel(files)
    #expect(findings.isEmpty, "\(findings)")
    let found = PanelMeasures(panel, looks(panel))
    #expect(isNear(found.ceiling, 0.6) && isNear(found.recall, 0.6))
  }

  @Test func theOtherHalfsPicksAreNotRead() {
    #expect(PanelReader.reads("readers/r1-tune.yaml", for: .tune))
    #expect(!PanelReader.reads("readers/r1-check.yaml", for: .tune))
    #expect(PanelReader.reads("readers/r1-check.yaml", for: .check))
    #expect(!PanelReader.reads("readers/r1-tune.yaml", for: .check))
    #expect(
      PanelReader.reads("lives/l1.yaml", for: .tune) && !PanelReader.reads("a.txt", for: .tune))
  }

  @Test func whatHasNoPlaceInAPanelIsTold() {
    var files = SamplePanel.files()
    files["notes.yaml"] = "a: b"
    #expect(
      panel(files).1.map(\.description) == [
        "panel/notes.yaml:1:1: a panel has moves.yaml, lives and readers, and nothing else"
      ])
    files = SamplePanel.files()
    files["moves.yaml"] = nil
    #expect(panel(files).1.map(\.file) == ["panel/moves.yaml"])
    files["moves.yaml"] = "moves: ["
    #expect(panel(files).1.first?.message.hasPrefix("not YAML") == true)
  }

  /// The panel that ships reads, as far as it may be looked at here.
  @Test func thePanelThatShipsFitsThePack() {
    let folder = "content/panel"
    var files: PackFiles = [:]
    for path in Tree.files(folder, ending: ".yaml") {
      let name = String(path.dropFirst(folder.count + 1))
      if PanelReader.reads(name, for: .tune) { files[name] = Tree.text(path) }
    }
    let (panel, findings) = PanelReader.read(
      files, folder: "panel", half: .tune, pack: CorePackTests.pack)
    #expect(findings.isEmpty, "\(findings)")
    #expect(panel.moves.count == 25)
  }
}

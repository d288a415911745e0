import Testing
import TextUI

struct TextAreaTests {
  private func typed(_ text: String, limit: Int = 2_000) -> TextArea {
    var area = TextArea("", limit: limit)
    for character in text { _ = area.handle(.character(character)) }
    return area
  }

  @Test func movesAndDeletesWholeCharacters() {
    var area = typed("a👩‍🔧e\u{301}")
    #expect(area.characters.count == 3)
    _ = area.handle(.backspace)
    #expect(area.text == "a👩‍🔧")
    _ = area.handle(.backspace)
    #expect(area.text == "a")
  }

  @Test func aMarkTypedAloneJoinsItsLetter() {
    var area = typed("e")
    _ = area.handle(.character("\u{301}"))
    #expect(area.characters.count == 1)
    _ = area.handle(.character("x"))
    #expect(area.text == "e\u{301}x")
  }

  @Test func undoTakesBackAWordAndRedoBringsIt() {
    var area = typed("one two")
    _ = area.handle(.control("z"))
    #expect(area.text == "one ")
    _ = area.handle(.control("y"))
    #expect(area.text == "one two")
    _ = area.handle(.control("w"))
    #expect(area.text == "one ")
    _ = area.handle(.control("z"))
    #expect(area.text == "one two")
  }

  @Test func aPasteIsCleanedAndBounded() {
    var area = TextArea("", limit: 10)
    #expect(area.handle(.paste("a\u{1B}b\r\nc")) == .edited)
    #expect(area.text == "ab\nc")
    #expect(area.handle(.paste("0123456789")) == .full)
    #expect(area.text == "ab\nc")
  }

  @Test func rowsFollowTheWidth() {
    let area = typed("one two three")
    let layout = area.layout(columns: 8)
    #expect(layout.rows.count == 2)
    #expect(layout.text(row: 0) == "one two ")
    var moved = area
    _ = moved.move(rows: -1, columns: 8)
    #expect(moved.cursor == 5)
  }

  @Test func wideLettersTakeTwoColumns() {
    let layout = typed("日本語").layout(columns: 4)
    #expect(layout.rows.count == 2)
  }

  /// Whatever is typed, the cursor stays inside and the text is the characters.
  @Test func randomKeysKeepItWhole() {
    let keys: [Key] = [
      .character("a"), .character(" "), .character("日"), .character("\u{301}"), .enter, .backspace,
      .delete, .left, .right, .home, .end, .control("w"), .control("k"), .control("z"),
      .control("y"), .paste("x\ny"),
    ]
    var state: UInt64 = 7
    var area = TextArea("", limit: 50)
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = area.handle(keys[Int(state >> 33) % keys.count])
      #expect((0...area.characters.count).contains(area.cursor))
      #expect(area.text.unicodeScalars.count <= 50)
    }
  }
}

struct CanvasTests {
  @Test func wideLettersKeepTheirColumns() {
    var canvas = Canvas(Size(rows: 1, columns: 6))
    canvas.put("日本語x", row: 0, column: 0)
    #expect(canvas.text(row: 0) == "日本語")
    #expect(canvas[0, 1].text == nil)
  }

  @Test func onlyWhatChangedIsDrawn() {
    var one = Canvas(Size(rows: 2, columns: 10))
    one.put("hello", row: 0, column: 0)
    var two = one
    #expect(two.changes(from: one).isEmpty)
    two.put("hullo", row: 0, column: 0)
    let runs = two.changes(from: one)
    #expect(runs.map(\.text) == ["u"] && runs[0].row == 0 && runs[0].column == 1)
  }

  /// Drawn over the picture before, the changes give the new picture.
  @Test func changesRebuildThePicture() {
    var before = Canvas(Size(rows: 1, columns: 12))
    before.put("日本語 abc", row: 0, column: 0)
    var after = Canvas(Size(rows: 1, columns: 12))
    after.put("a日本b語", row: 0, column: 0, role: .title)
    var rebuilt = before
    for run in after.changes(from: before) {
      rebuilt.put(run.text, row: run.row, column: run.column, role: run.role)
    }
    #expect(rebuilt.text == after.text)
  }

  @Test func hostileTextIsDrawnHarmless() {
    var canvas = Canvas(Size(rows: 1, columns: 20))
    canvas.put("a\u{1B}[2J\u{202E}b", row: 0, column: 0)
    #expect(canvas.text(row: 0).unicodeScalars.allSatisfy { $0.value >= 32 })
  }
}

struct ListBoxTests {
  @Test func aNumberMayHaveTwoDigits() {
    var long = ListBox((1...12).map { ListBox.Row("row \($0)") })
    var outcome = long.type(1)
    #expect(outcome == .open && long.focus == 0)
    outcome = long.type(2)
    #expect(outcome == .final && long.focus == 11)
    outcome = long.type(5)
    #expect(outcome == .final && long.focus == 4)
    var short = ListBox((1...9).map { ListBox.Row("row \($0)") })
    outcome = short.type(1)
    #expect(outcome == .final)
    outcome = short.type(0)
    #expect(outcome == .open)
  }

  @Test func headingsAreNeverChosen() {
    var box = ListBox([
      ListBox.Row("Head", isHeading: true), ListBox.Row("one"),
      ListBox.Row("Head", isHeading: true),
      ListBox.Row("two"),
    ])
    #expect(box.focus == 1)
    box.move(by: 1)
    #expect(box.focus == 3)
    box.move(by: -5)
    #expect(box.focus == 1)
    let isThere = box.move(toNumber: 2)
    #expect(isThere && box.focus == 3)
    let isBeyond = box.move(toNumber: 3)
    #expect(!isBeyond)
  }

  @Test func theFocusIsAlwaysOnTheScreen() {
    let box = ListBox(
      (0..<50).map { ListBox.Row("row \($0)", text: "its text") }, focus: 40)
    var canvas = Canvas(Size(rows: 10, columns: 30))
    let drawn = box.draw(on: &canvas, in: Area(row: 0, column: 0, rows: 10, columns: 30))
    #expect(canvas.text(row: drawn.cursor.row).contains("row 40"))
    #expect(drawn.isCut)
  }
}

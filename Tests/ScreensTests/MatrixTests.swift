import JSON
import Screens
import TestSupport
import Testing
import TextUI
import Workbook

/// A grid lies as a matrix where there is room, the cell with the focus in words above it.
struct MatrixTests {
  private static let items = """
      - {id: g, kind: grid, text: Cells, scale: five, down: [{id: p, title: First way}, {id: q, title: Second way}], across: [{id: x, title: Pay}, {id: y, title: Peace}]}
    """

  private func walk(_ keys: String, _ size: Size) throws -> Walk {
    let (pack, findings) = SamplePack.read(SamplePack.files(items: MatrixTests.items))
    try #require(findings.isEmpty, "\(findings)")
    return Walk(Walk.keys(keys), size: size, pack: pack)
  }

  @Test func aCellIsSeenAmongTheOthers() throws {
    let canvas = try walk("1 1 Enter 4 2", Size(rows: 24, columns: 80)).last
    let rows = (0..<24).map { canvas.text(row: $0) }
    #expect(
      rows.contains { $0.hasPrefix("  First way") && $0.hasSuffix(" 4  2") }, "\(canvas.text)")
    let own = try #require(rows.firstIndex { $0.hasPrefix("  Second way") && $0.contains("[·]") })
    #expect(canvas.cursor.row == own)
    #expect(rows.contains("  Pay: ·"), "\(canvas.text)")
  }

  /// Where there is none, the cells lie one under the other; the answers are the same.
  @Test func onASmallScreenTheyLieOneUnderTheOther() throws {
    let small = try walk("1 1 Enter 4 2 3 5", Size(rows: 12, columns: 40))
    let large = try walk("1 1 Enter 4 2 3 5", Size(rows: 24, columns: 80))
    #expect(Walk.answers(small.profile) == Walk.answers(large.profile))
    #expect(small.profile.current.first?.value.json == #"{"p":{"x":3,"y":1},"q":{"x":2,"y":4}}"#)
    #expect(!small.last.text.contains("[5]"))
  }
}

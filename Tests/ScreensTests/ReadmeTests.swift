import Foundation
import JSON
import Packs
import Screens
import TestSupport
import Testing
import TextUI
import Typesetting
import Workbook

/// The pictures of the README are the program's own, made of the workbook of a made-up person: the text first, the drawing after it.
struct ReadmeTests {
  struct Shot: Sendable {
    var name: String
    var keys: String
    var size = Size(rows: 24, columns: 80)
  }

  static let shots = [
    Shot(name: "map", keys: ""), Shot(name: "pathways", keys: ": p a t h w Enter"),
    Shot(name: "compare", keys: ": p a t h w Enter c", size: Size(rows: 30, columns: 80)),
  ]

  /// The programmer of the demo, on a day of March.
  private static func frame(_ shot: Shot) -> Canvas? {
    let (pack, _) = SamplePack.core()
    guard let one = pack.cases.first(where: { $0.id == "warehouse-developer" }) else { return nil }
    let changes =
      [ComputerOwner.mine.change] + one.changes(in: pack, at: "2026-03-02T20:00:00Z")
      + [.setting(name: "place", value: "home")]
    var session = Walk.session(pack, Profile(changes))
    session.name = "a made-up person"
    var app = App(session)
    app.size = shot.size
    for key in Walk.keys(shot.keys) { _ = app.update(.key(key)) }
    return app.view()
  }

  @Test(arguments: shots) func thePicturesAreTrue(_ shot: Shot) throws {
    let canvas = try #require(Self.frame(shot))
    let readme = Tree.text("README.md")
    #expect(readme.contains("```\n" + canvas.text + "\n```"), "in README.md:\n\(canvas.text)")
    let path = "Sources/Workbook/Workbook.docc/Resources/\(shot.name).svg"
    #expect(readme.contains("](\(path))"))
    let drawn = Self.drawing(canvas, shot.name)
    // Recorded where it is missing, as other pictures are.
    #expect(Golden.difference(drawn, "../" + path) == nil)
  }

  /// Rows of letters as an SVG, in the colours of no terminal in particular: light letters on a dark ground.
  private static func drawing(_ canvas: Canvas, _ title: String) -> String {
    let (width, height) = (9, 20)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(canvas.size.columns * width)" height="\#(canvas.size.rows * height)" font-family="monospace" font-size="15">"#,
      "<title>\(title)</title>", ##"<rect width="100%" height="100%" fill="#1c1c1c"/>"##,
    ]
    for run in canvas.changes(from: Canvas(canvas.size)) {
      let look = Theme.colour.appearance(run.role)
      let columns = run.text.displayWidth
      let (x, y) = (run.column * width, run.row * height)
      let ink =
        look.reverse
        ? "#1c1c1c"
        : ["#dddddd", "#7aa6da", "#c397d8", "#70c0b1"][max(0, min(3, Int(look.colour) - 4))]
      if look.reverse {
        lines.append(
          ##"<rect x="\##(x)" y="\##(y)" width="\##(columns * width)" height="\##(height)" fill="#dddddd"/>"##
        )
      }
      let weight = look.bold ? #" font-weight="bold""# : ""
      lines.append(
        #"<text x="\#(x)" y="\#(y + 15)" textLength="\#(columns * width)" xml:space="preserve" fill="\#(ink)"\#(weight)>\#(escaped(run.text))</text>"#
      )
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

import Rules
import TextUI
import Typesetting
import Workbook

/// The six kinds of interest on a ring, in the order in which neighbours are most alike (`HOL`).
struct Hexagon: Hashable {
  /// Clockwise from the top: R, I, A, S, E, C.
  var corners: [Corner]

  struct Corner: Hashable {
    var title: String
    var words: String
    /// 0, 1 or 2; `nil` while it is not known.
    var level: Int?
    /// The mean that the level came from.
    var mean: Double?
  }

  /// Steps along the ring between two corners: 1 beside each other, 3 opposite.
  static func distance(_ one: Int, _ other: Int) -> Int {
    let apart = abs(one - other)
    return min(apart, 6 - apart)
  }

  /// The two highest corners; `nil` where they do not stand out from the third.
  var highest: (first: Int, second: Int)? {
    let known = corners.indices.filter { corners[$0].mean != nil }
    let sorted = known.sorted { (corners[$0].mean ?? 0, $1) > (corners[$1].mean ?? 0, $0) }
    guard sorted.count == 6, corners[sorted[1]].mean != corners[sorted[2]].mean else { return nil }
    return (sorted[0], sorted[1])
  }

  /// One bar a corner, as long as its level is high.
  var bars: BarChart {
    BarChart(
      bars: corners.map { corner in
        BarChart.Bar(
          title: corner.title, share: corner.level.map { Double($0) / 2 }, words: corner.words)
      })
  }

  /// The ring in five rows: a corner above, one below, two on either side.
  func rows(ascii: Bool) -> [String] {
    let left = [5, 4].map { sign(corners[$0], ascii, isLeft: true) }
    let right = [1, 2].map { sign(corners[$0], ascii, isLeft: false) }
    let width = left.map(\.displayWidth).max() ?? 0
    let gap = 12
    func centred(_ text: String) -> String {
      let middle = width + gap / 2
      return String(repeating: " ", count: max(0, middle - text.displayWidth / 2)) + text
    }
    func beside(_ row: Int) -> String {
      String(repeating: " ", count: width - left[row].displayWidth) + left[row]
        + String(repeating: " ", count: gap) + right[row]
    }
    return [
      centred(sign(corners[0], ascii, isLeft: false)), beside(0), "", beside(1),
      centred(sign(corners[3], ascii, isLeft: false)),
    ]
  }

  private func sign(_ corner: Corner, _ ascii: Bool, isLeft: Bool) -> String {
    let signs = ascii ? [".", "o", "O"] : ["·", "◦", "●"]
    let sign = corner.level.map { signs[min($0, 2)] } ?? "?"
    return isLeft ? corner.title + " " + sign : sign + " " + corner.title
  }
}

extension OpenWorkbook {
  /// The six levels of an exercise's answers on their ring; `nil` where it has no six.
  func hexagon(_ exercise: Exercise) -> Hexagon? {
    let corners = ["R", "I", "A", "S", "E", "C"].compactMap { letter -> Hexagon.Corner? in
      let name = exercise.id + "." + letter
      guard let level = pack.factPlaces[name + ".level"],
        let mean = pack.factPlaces[name + ".mean"],
        case .measure(let measure, _) = pack.facts[level].source
      else { return nil }
      var corner = Hexagon.Corner(
        title: pack.measures[measure].title, words: reading.word(ofFact: level, phrases.wording))
      if case .level(let step)? = reading.facts[level] { corner.level = step }
      if case .number(let number)? = reading.facts[mean] { corner.mean = number }
      return corner
    }
    return corners.count == 6 ? Hexagon(corners: corners) : nil
  }

  /// How the two highest stand to each other on the ring.
  func hexagonSentence(_ hexagon: Hexagon) -> String {
    guard let (first, second) = hexagon.highest else { return phrases(.hexagonLevel) }
    let phrase: Phrase =
      switch Hexagon.distance(first, second) {
      case 1: .hexagonBeside
      case 2: .hexagonApart
      default: .hexagonOpposite
      }
    return phrases(
      phrase,
      ["first": hexagon.corners[first].title, "second": hexagon.corners[second].title])
  }
}

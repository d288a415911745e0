import JSON
import Workbook

extension OpenWorkbook {
  /// The entries of the exercise's lists.
  private func entries(_ exercise: Exercise) -> [[String: AnswerValue]] {
    exercise.items.compactMap { place -> [[String: AnswerValue]]? in
      guard case .records(let list)? = reading.counting(place) else { return nil }
      return list
    }.flatMap { $0 }
  }

  /// Entries in four fields: tasks by what they give and how well they are done, or logged hours by strength.
  func quadrant(_ exercise: Exercise) -> [(title: String, names: [String])] {
    if let map = influenceMap(exercise) { return map }
    guard let energy = pack.item(playing: "energy"), exercise.items.contains(energy) else {
      return taskQuadrant(entries(exercise))
    }
    return hourQuadrant(entries(exercise), energy)
  }

  /// People by what they have to say about what comes next and by what they saw; `nil` where no list has both.
  private func influenceMap(_ exercise: Exercise) -> [(title: String, names: [String])]? {
    let fields = exercise.items.flatMap { pack.items[$0].kind.fields.map(\.id) }
    guard fields.contains("says"), fields.contains("sees") else { return nil }
    func names(decide: Bool, saw: Bool) -> [String] {
      entries(exercise).compactMap { entry in
        guard case .text(let name)? = entry["name"],
          (entry["says"] == .choice("decides")) == decide,
          (entry["sees"] == .choice("saw")) == saw
        else { return nil }
        return name
      }
    }
    return [
      (phrases(.influenceDecideSaw), names(decide: true, saw: true)),
      (phrases(.influenceDecideNot), names(decide: true, saw: false)),
      (phrases(.influenceOtherSaw), names(decide: false, saw: true)),
      (phrases(.influenceOtherNot), names(decide: false, saw: false)),
    ]
  }

  private func taskQuadrant(
    _ entries: [[String: AnswerValue]]
  ) -> [(title: String, names: [String])] {
    func names(energy: String, skill: [String]) -> [String] {
      entries.compactMap { entry in
        guard entry["energy"] == .choice(energy), case .choice(let own)? = entry["skill"],
          skill.contains(own), case .text(let name)? = entry["task"]
        else { return nil }
        return name
      }
    }
    return [
      (phrases(.quadrantUse), names(energy: "gives", skill: ["good", "fair"])),
      (phrases(.quadrantLearn), names(energy: "gives", skill: ["weak"])),
      (phrases(.quadrantHand), names(energy: "takes", skill: ["good", "fair"])),
      (phrases(.quadrantDrop), names(energy: "takes", skill: ["weak"])),
    ]
  }

  /// A strength stands here from three logged hours on (`DYL`): fewer say nothing.
  private static let hoursToCount = 3
  /// The middle of the scales from 1 to 10.
  private static let middle = 5.0

  private func hourQuadrant(
    _ entries: [[String: AnswerValue]], _ item: Int
  ) -> [(title: String, names: [String])] {
    guard case .records(let fields, _) = pack.items[item].kind,
      let strengths = fields.first(where: { $0.id == "skill" })?.kind.options
    else { return [] }
    let all = entries.reduce(0) { $0 + (OpenWorkbook.number($1["minutes"]) ?? 0) }
    var names: [[String]] = [[], [], [], []]
    for strength in strengths {
      let own = entries.filter { $0["skill"] == .choice(strength.id) }
      guard own.count >= OpenWorkbook.hoursToCount else { continue }
      let gives = OpenWorkbook.mean(own, "energy") > OpenWorkbook.middle
      let isIn = OpenWorkbook.mean(own, "engagement") > OpenWorkbook.middle
      let minutes = own.reduce(0) { $0 + (OpenWorkbook.number($1["minutes"]) ?? 0) }
      names[(isIn ? 0 : 1) + (gives ? 0 : 2)].append(
        phrases(
          .quadrantHours,
          [
            "strength": strength.title, "count": String(own.count),
            "share": String(all == 0 ? 0 : 100 * minutes / all),
          ]))
    }
    return zip([Phrase.hoursInGives, .hoursOutGives, .hoursInTakes, .hoursOutTakes], names)
      .map { (phrases($0), $1) }
  }

  private static func number(_ value: AnswerValue?) -> Int? {
    if case .number(let number)? = value { number } else { nil }
  }

  /// The mean of a number over the entries that have it; 0 where none has.
  private static func mean(_ entries: [[String: AnswerValue]], _ field: String) -> Double {
    let numbers = entries.compactMap { number($0[field]) }
    return numbers.isEmpty ? 0 : Double(numbers.reduce(0, +)) / Double(numbers.count)
  }

  /// One row a chapter, down the years: how high it lay from 1 to 10, and whether it is a peak or a trough.
  func timeline(_ exercise: Exercise, isASCII: Bool) -> [(drawn: String, words: String)] {
    let chapters = entries(exercise).compactMap { entry -> Chapter? in
      guard let year = OpenWorkbook.number(entry["from"]),
        let height = OpenWorkbook.number(entry["height"]),
        case .text(let name)? = entry["name"]
      else { return nil }
      return Chapter(name: name, year: year, height: height)
    }.sorted { $0.year < $1.year }
    return chapters.indices.map { place in
      let chapter = chapters[place]
      let line = (1...10).map { step in
        step == chapter.height ? (isASCII ? "o" : "●") : (isASCII ? "." : "·")
      }.joined()
      let phrase: Phrase =
        switch Chapter.turn(chapters.map(\.height), place) {
        case .peak: .chapterPeak
        case .trough: .chapterTrough
        case .neither: .chapterPlain
        }
      let words = phrases(
        phrase,
        ["name": chapter.name, "height": String(chapter.height), "year": String(chapter.year)])
      return ("\(chapter.year)  \(line)  ", words)
    }
  }

  /// Each step that was looked at: how strong the person felt after each look, one sign a look, and the same in figures.
  func looks(_ exercise: Exercise, isASCII: Bool) -> [(title: String, drawn: String, words: String)]
  {
    let looks = pack.checkIns(profile)
    var names: [String] = []
    for look in looks where !names.contains(where: { $0.isSameStep(as: look.step) }) {
      names.append(look.step)
    }
    let signs = Array(isASCII ? "123456789X" : "▁▂▃▃▄▅▆▆▇█")
    return names.compactMap { name in
      let strengths = looks.filter { $0.step.isSameStep(as: name) }.compactMap(\.strength)
      if strengths.isEmpty { return nil }
      return (
        name, String(strengths.map { signs[min(max(1, $0), 10) - 1] }),
        phrases(
          .looksWords, ["strengths": strengths.map(String.init).joined(separator: ", ")])
      )
    }
  }
}

/// A stretch of years.
struct Chapter: Hashable {
  var name: String
  var year: Int
  /// From 1 to 10.
  var height: Int

  enum Turn: Hashable { case peak, trough, neither }

  /// A peak lies above both neighbours, a trough below; at an end one neighbour decides, and level ones decide nothing.
  static func turn(_ heights: [Int], _ place: Int) -> Turn {
    let others = [place - 1, place + 1].filter { heights.indices.contains($0) }.map { heights[$0] }
    if others.isEmpty { return .neither }
    if others.allSatisfy({ $0 < heights[place] }) { return .peak }
    if others.allSatisfy({ $0 > heights[place] }) { return .trough }
    return .neither
  }
}

import Packs

/// `content panel` in lines for people.
struct PanelText {
  private let panel: Panel
  private let half: Panel.Half
  private let measures: PanelMeasures

  init(_ panel: Panel, _ half: Panel.Half, _ measures: PanelMeasures) {
    self.panel = panel
    self.half = half
    self.measures = measures
  }

  var lines: [String] {
    [
      "panel, \(half) half: \(count(measures.lives, "life", "lives")), \(readers)",
      "picks that our first five share with a reader's five: \(whole(measures.recall))",
      "  by chance \(short(measures.chance)), one list for all \(mean(measures.common)), "
        + "equal points \(mean(measures.equalPoints)), two readers \(mean(measures.ceiling))",
      "  more than one list for all: \(whole(measures.gain))",
      "  that list: \(measures.commonList.joined(separator: ", "))",
    ] + lacking + [
      "our places that two readers call wrong: \(whole(measures.wrong)); "
        + "at least one: \(mean(measures.wrongByOne))",
      "lives where a reader's question is among our first three: \(whole(measures.nextQuestion)); "
        + "questions of all readers: \(mean(measures.nextQuestionEach))",
    ] + fromAnswers + [
      "by school: " + row(measures.bySchool)
    ] + without + [
      "by work: " + row(measures.byWork, withLives: true),
      "by moment: " + row(measures.byMoment, withLives: true),
    ] + misses + [
      "Made-up lives, made-up readers, more alike than people are: the rules judge like them;",
      "whether anyone fares better is not known.",
    ]
  }

  private var readers: String {
    let diary = panel.readings.filter { $0.from == .diary }
    let others = panel.readings.count - diary.count
    let schools = Panel.School.allCases.filter { school in diary.contains { $0.school == school } }
    return count(diary.count, "reader", "readers")
      + " of diaries (\(schools.map(\.rawValue).joined(separator: ", ")))"
      + (others == 0 ? "" : ", \(others) of answers alone")
  }

  private var lacking: [String] {
    measures.lackingMoves.isEmpty
      ? []
      : [
        "  picks that this pack has no pathway for: \(mean(measures.lacking)) "
          + "(\(measures.lackingMoves.joined(separator: ", ")))"
      ]
  }

  private var fromAnswers: [String] {
    guard let figure = measures.fromAnswers else { return [] }
    return [
      "shared with readers of answers alone: \(whole(figure)); "
        + "these and the diary readers: \(mean(measures.answersWithDiary))"
    ]
  }

  private var without: [String] {
    measures.withoutReader.isEmpty ? [] : ["without a reader: " + row(measures.withoutReader)]
  }

  private var misses: [String] {
    if measures.misses.isEmpty { return ["no move that two readers picked is missed"] }
    return ["missed, though two readers picked it:"]
      + measures.misses.map { miss in
        let place = miss.rank.map { "rank \($0)" } ?? "no pathway"
        let rules =
          miss.deciding.isEmpty ? "" : ", for want of " + miss.deciding.joined(separator: ", ")
        return "  \(miss.life) \(miss.move): \(place)\(rules)"
      }
  }

  private func row(_ parts: [PanelMeasures.Part], withLives: Bool = false) -> String {
    parts.map { part in
      "\(part.name) \(short(part.recall))"
        + (withLives ? " (\(count(part.lives, "life", "lives")))" : "")
    }.joined(separator: ", ")
  }

  private func whole(_ figure: PanelFigure?) -> String {
    figure.map { "\(short($0.mean)) (\(short($0.low)) to \(short($0.high)))" } ?? "not known"
  }

  private func mean(_ figure: PanelFigure?) -> String {
    figure.map { short($0.mean) } ?? "not known"
  }

  private func count(_ count: Int, _ one: String, _ other: String) -> String {
    "\(count) \(count == 1 ? one : other)"
  }

  /// Two decimals, always both.
  private func short(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return (number < 0 && hundredths > 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "")
      + "\(rest)"
  }
}

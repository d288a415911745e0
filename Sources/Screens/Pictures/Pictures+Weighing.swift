import TextUI
import Workbook

/// A person's own weighing of a few ways, as their answers have it.
private struct PersonalWeighing {
  var ways: [AnswerOption]
  var criteria: [AnswerOption]
  var weighing: Weighing
  /// 0 to 1, a row a way; `nil` where a cell is empty.
  var cells: [[Double?]]

  init?(_ exercise: Exercise, _ session: OpenWorkbook) {
    let pack = session.pack
    func counting(_ id: String) -> AnswerValue? {
      pack.itemPlaces[ItemAddress(exercise.id, id)].flatMap { session.reading.counting($0) }
    }
    guard case .choices(let shortlist)? = counting("shortlist"),
      case .number(let split)? = counting("split"), case .grid(let given)? = counting("cells"),
      let place = pack.itemPlaces[ItemAddress(exercise.id, "cells")],
      case .grid(let down, let across, let scale) = pack.items[place].kind
    else { return nil }
    ways = down.filter { shortlist.contains($0.id) }
    criteria = across
    weighing = Weighing(
      split: Double(split) / 100,
      criteria: across.map { criterion in
        var swing = 0.0
        if case .number(let number)? = counting(criterion.id) { swing = Double(number) }
        return Weighing.Criterion(
          id: criterion.id, isPersons: criterion.side == "person", swing: swing)
      })
    cells = ways.map { way in
      across.map { criterion in
        given[way.id]?[criterion.id].map { Double($0) / Double(max(1, scale.count - 1)) }
      }
    }
  }

  /// The whole of it; `nil` where a cell that weighs something is empty.
  var whole: WeighingStability? {
    let weights = weighing.weights
    let isWhole = cells.allSatisfy { row in
      zip(weights, row).allSatisfy { $0.0 == 0 || $0.1 != nil }
    }
    guard isWhole, cells.count > 1, weights.reduce(0, +) > 0.999 else { return nil }
    return WeighingStability(weights: weights, cells: cells.map { $0.map { $0 ?? 0 } })
  }
}

extension OpenWorkbook {
  /// One bar a shortlisted way, by the person's own weights; a range where cells are empty.
  func weighingBars(_ exercise: Exercise) -> BarChart {
    guard let own = PersonalWeighing(exercise, self) else { return BarChart(bars: []) }
    return BarChart(
      bars: zip(own.ways, own.cells).map { way, cells in
        let sum = own.weighing.sum(cells)
        let low = String(hundredth(sum.lowerBound))
        let high = String(hundredth(sum.upperBound))
        let words =
          low == high
          ? phrases(.weighingSum, ["sum": low])
          : phrases(.weighingRange, ["low": low, "high": high])
        return BarChart.Bar(title: way.title, share: sum.lowerBound, words: words)
      })
  }

  /// What gives the first way its lead, how often it comes first with other weights, and what would end its lead.
  func weighingSentences(_ exercise: Exercise) -> [String] {
    guard let own = PersonalWeighing(exercise, self) else { return [] }
    if own.weighing.weights.reduce(0, +) < 0.999 { return [phrases(.weighingNothing)] }
    guard let whole = own.whole, let leader = whole.leader else { return [phrases(.weighingOpen)] }
    let sums = whole.sums
    let level = sums.indices.filter { hundredth(sums[$0]) == hundredth(sums[leader]) }
    if level.count > 1 {
      let titles = level.map { own.ways[$0].title }.joined(separator: "; ")
      return [phrases(.weighingLevel, ["ways": titles])]
    }
    let tenths = Int((whole.leads()[leader] / 100).rounded())
    var lines = [
      phrases(
        .weighingDraws, ["way": own.ways[leader].title, "count": String(tenths)])
    ]
    if let lead = lead(own, whole, leader, sums) { lines.append(lead) }
    return lines + turns(own, whole)
  }

  private func lead(
    _ own: PersonalWeighing, _ whole: WeighingStability, _ leader: Int, _ sums: [Double]
  ) -> String? {
    let second = sums.indices.filter { $0 != leader }.max { sums[$0] < sums[$1] }
    guard let second else { return nil }
    let parts = whole.contributions(of: leader, over: second)
    guard let most = parts.indices.max(by: { parts[$0] < parts[$1] }), parts[most] > 0 else {
      return nil
    }
    return phrases(
      .weighingLead,
      [
        "way": own.ways[leader].title, "second": own.ways[second].title,
        "criterion": own.criteria[most].title,
      ])
  }

  /// The three criteria whose weight has to move least before another way comes first.
  private func turns(_ own: PersonalWeighing, _ whole: WeighingStability) -> [String] {
    func move(_ criterion: Int) -> Double {
      let now = whole.weights[criterion]
      guard now > 0, let range = whole.range(of: criterion) else { return .infinity }
      let down = hundredth(range.lowerBound) > 0 ? now - range.lowerBound : .infinity
      let up = hundredth(range.upperBound) < 100 ? range.upperBound - now : .infinity
      return min(down, up)
    }
    let nearest = own.criteria.indices.filter { move($0).isFinite }
      .sorted { (move($0), $0) < (move($1), $1) }.prefix(3)
    return nearest.compactMap { criterion in
      guard let range = whole.range(of: criterion) else { return nil }
      let now = hundredth(whole.weights[criterion])
      let low = hundredth(range.lowerBound)
      let high = hundredth(range.upperBound)
      return phrases(
        .weighingTurn,
        [
          "criterion": own.criteria[criterion].title, "now": String(now), "low": String(low),
          "high": String(high),
        ])
    }
  }

  private func hundredth(_ share: Double) -> Int { Int((share * 100).rounded()) }
}

import Rules
package import TextUI
package import Workbook

extension OpenWorkbook {
  /// One bar a standing or mean that the exercise's answers make.
  package func bars(_ exercise: Exercise) -> BarChart {
    var bars: [BarChart.Bar] = []
    for (place, fact) in pack.facts.enumerated() {
      guard case .measure(let measure, let part) = fact.source,
        !reading.items(underMeasure: measure).isDisjoint(with: exercise.items)
      else { continue }
      switch (pack.measures[measure].kind, part) {
      case (.standing, .card(let card)):
        // A measure may know more cards than this exercise has.
        if let title = cardTitle(card, exercise), isDrawn(place, card, exercise) {
          bars.append(bar(title, place))
        }
      case (.levels, .whole): bars.append(bar(pack.measures[measure].title, place))
      case (.sum, _), (.mean, _), (.levels, _), (.spread, _), (.fit, _), (.tally, _),
        (.standing, _), (.pile, _), (.count, _), (.tagged, _), (.tier, _), (.weighted, _),
        (.averaged, _), (.columns, _), (.parted, _), (.overlap, _), (.attainment, _),
        (.gap, _):
        continue
      }
    }
    if bars.isEmpty { return ratingBars(exercise) }
    let sorted = bars.enumerated().sorted {
      (-($0.element.share ?? -1), $0.offset) < (-($1.element.share ?? -1), $1.offset)
    }
    return BarChart(bars: sorted.map(\.element))
  }

  /// Of more cards than a screen holds, those that were let go are left out.
  private func isDrawn(_ fact: Int, _ card: String, _ exercise: Exercise) -> Bool {
    let isMany = exercise.items.contains {
      pack.items[$0].kind.options.count > OpenWorkbook.cardsDrawn
    }
    guard isMany else { return true }
    if case .level(let level)? = reading.facts[fact] { return level > 0 }
    return false
  }

  private static let cardsDrawn = 20

  private func bar(_ title: String, _ fact: Int) -> BarChart.Bar {
    let words = reading.word(ofFact: fact, phrases.wording)
    guard case .level(let level)? = reading.facts[fact] else {
      return BarChart.Bar(title: title, share: nil, words: words)
    }
    let count = pack.facts[fact].type.words.count
    return BarChart.Bar(
      title: title, share: Double(level) / Double(max(1, count - 1)), words: words)
  }

  private func cardTitle(_ card: String, _ exercise: Exercise) -> String? {
    for item in exercise.items {
      if let option = pack.items[item].kind.options.first(where: { $0.id == card }) {
        return option.title
      }
    }
    return nil
  }

  /// Each rating of an exercise with what the same sentence was rated in an earlier one.
  func changes(_ exercise: Exercise) -> [(title: String, words: String)] {
    exercise.items.compactMap { place in
      let item = pack.items[place]
      guard case .rating(let scale) = item.kind else { return nil }
      let earlier = (0..<exercise.items.lowerBound).last { pack.items[$0].text == item.text }
      func word(_ place: Int?) -> String {
        guard let place, case .rating(let step)? = reading.counting(place) else {
          return phrases(.wordUnknown)
        }
        return scale[step]
      }
      let (before, now) = (word(earlier), word(place))
      return (
        item.text,
        before == now
          ? phrases(.changeSame, ["now": now])
          : phrases(.changeRow, ["before": before, "now": now])
      )
    }
  }

  /// The rows of an exercise's grid, a chart each; none where it is not answered.
  func gauges(_ exercise: Exercise) -> [(title: String, chart: BarChart)] {
    for place in exercise.items {
      guard case .grid(let down, let across, let scale) = pack.items[place].kind,
        case .grid(let cells)? = reading.counting(place)
      else { continue }
      return down.map { row in
        let bars = across.map { column -> BarChart.Bar in
          guard let step = cells[row.id]?[column.id] else {
            return BarChart.Bar(title: column.title, share: nil, words: phrases(.wordUnknown))
          }
          let share = Double(step) / Double(max(1, scale.count - 1))
          return BarChart.Bar(title: column.title, share: share, words: scale[step])
        }
        return (row.title, BarChart(bars: bars))
      }
    }
    return []
  }

  /// One bar a rating, where no measure sums them up.
  private func ratingBars(_ exercise: Exercise) -> BarChart {
    BarChart(
      bars: exercise.items.compactMap { place -> BarChart.Bar? in
        let item = pack.items[place]
        guard case .rating(let scale) = item.kind, reading.asked[place] else { return nil }
        guard case .rating(let step)? = reading.counting(place) else {
          return BarChart.Bar(title: item.text, share: nil, words: phrases(.wordUnknown))
        }
        let share = Double(step) / Double(max(1, scale.count - 1))
        return BarChart.Bar(title: item.text, share: share, words: scale[step])
      })
  }
}

import Rules

/// An average over lives, with how far it would move if other lives like these had been drawn.
package struct PanelFigure: Hashable, Sendable {
  package var mean: Double
  /// Between which 95 of 100 draws of the same lives fall.
  package var low: Double
  package var high: Double

  private static let draws = 1_000
  private static let outside = 25

  /// - Returns: `nil` where there is no life.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    func mean(_ sum: Double) -> Double { sum / Double(values.count) }
    self.mean = mean(values.reduce(0, +))
    var generator = SplitMix64(state: 1)
    let means = (0..<PanelFigure.draws).map { _ in
      mean(values.reduce(0) { sum, _ in sum + values[generator.next(below: values.count)] })
    }.sorted()
    low = means[PanelFigure.outside]
    high = means[PanelFigure.draws - 1 - PanelFigure.outside]
  }
}

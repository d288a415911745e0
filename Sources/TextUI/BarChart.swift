import Typesetting

/// Horizontal bars, each with a line of text that says the same.
package struct BarChart: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package var title: String
    /// 0 to 1; `nil` is not known.
    package var share: Double?
    package var words: String

    package init(title: String, share: Double?, words: String) {
      self.title = title
      self.share = share
      self.words = words
    }
  }

  package var bars: [Bar]

  package init(bars: [Bar]) { self.bars = bars }

  /// One row a bar: title and bar, then the words.
  package func rows(columns: Int, ascii: Bool) -> [(drawn: String, words: String)] {
    let titles = min(28, bars.map(\.title.displayWidth).max() ?? 0)
    let words = bars.map(\.words.displayWidth).max() ?? 0
    let room = max(4, min(24, columns - titles - words - 4))
    return bars.map { bar in
      let filled = Int((bar.share ?? 0) * Double(room) + 0.5)
      let drawn =
        String(repeating: ascii ? "#" : "█", count: filled)
        + String(repeating: ascii ? "." : "·", count: max(0, room - filled))
      return (bar.title.cut(to: titles).padded(to: titles) + "  " + drawn + "  ", bar.words)
    }
  }
}

import Rules

/// A sheet of random texts for an editor who has never seen the product: each with its kind, without its place.
package enum DeskSheet {
  /// The same bytes for the same texts, seed and count; no text stands twice.
  ///
  /// - Parameter count: `nil` for all of them.
  package static func make(_ texts: [ReaderText], seed: UInt64, count: Int?) -> String {
    var seen: Set<String> = []
    var drawn = texts.filter { seen.insert(flat($0.text)).inserted }
    var random = SplitMix64(state: seed)
    random.shuffle(&drawn)
    drawn = Array(drawn.prefix(count ?? drawn.count))
    let rows = drawn.enumerated().map { number, one in
      "\(number + 1). \(one.kind.rawValue)\n  \(flat(one.text))\n\(gradeLabel)\n"
    }
    return head(drawn.count, of: seen.count, seed) + rows.map { "\n" + $0 }.joined()
  }

  static let gradeLabel = "grade:"

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func head(_ count: Int, of all: Int, _ seed: UInt64) -> String {
    """
    # \(count) of \(all) texts, drawn at random with seed \(seed).
    # Read each one cold. Put a letter after `grade:`: A leave it, B a native editor would change it, C unclear.
    # Add your own wording after a second colon if you like: `grade: B: The way you'd say it.`
    # The program fills in what stands in braces. Count your grades with: waymark content sample --check FILE

    """
  }
}

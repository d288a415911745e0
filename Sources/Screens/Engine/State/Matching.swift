import Typesetting

/// What is meant by a few letters.
enum Matching {
  /// Places of the texts in which every word that was typed is found: those that have it whole first, then those that have its
  /// letters in order.
  ///
  /// - Parameter inOrder: whether the texts keep their order, and letters alone are not enough.
  static func places(of typed: String, in texts: [String], inOrder: Bool) -> [Int] {
    let words = typed.lowercased().split(separator: " ").map(String.init)
    let ranked = texts.enumerated().compactMap { place, text -> (place: Int, rank: Int)? in
      let text = text.lowercased()
      let ranks = words.map { rank($0, text) }
      guard let worst = ranks.max(), worst < (inOrder ? 2 : 3) else { return nil }
      return (place, inOrder ? 0 : ranks.reduce(0, +))
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
  }

  /// 0 at the beginning of a word, 1 inside one, 2 as letters of one word in their order, 3 not at all.
  private static func rank(_ word: String, _ text: String) -> Int {
    if text.hasPrefix(word) || text.contains(" " + word) { return 0 }
    if text.contains(word) { return 1 }
    return word.count > 1 && text.split(separator: " ").contains { holds($0, word) } ? 2 : 3
  }

  /// Whether a text has all letters of a word, in their order.
  private static func holds(_ text: Substring, _ word: String) -> Bool {
    var rest = word[...]
    for character in text where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// One line of a text, with the first of the words in it.
  static func excerpt(of text: String, around typed: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let word = typed.lowercased().split(separator: " ").first.map(String.init) ?? ""
    let before = 24
    let folded = line.lowercased()
    guard !word.isEmpty, let found = folded.firstRange(of: word) else { return line.cut(to: 60) }
    let place = folded.distance(from: folded.startIndex, to: found.lowerBound)
    if place <= before { return line.cut(to: 60) }
    return "… " + String(line.dropFirst(place - before)).cut(to: 58)
  }
}

/// Something said about words that somebody typed, which are kept as they are: a plan that names no moment is asked for one.
package struct SoftCheck: Hashable, Sendable {
  /// Words, or several in a row, in small letters; ``anyDigit`` stands for a figure of any kind.
  package var words: [String]
  /// Whether it is said where one of the words stands, or where none does.
  package var onPresence: Bool
  package var sentence: String

  package static let anyDigit = "#"

  package init(words: [String], onPresence: Bool, sentence: String) {
    self.words = words
    self.onPresence = onPresence
    self.sentence = sentence
  }

  package func isSaid(of text: String) -> Bool {
    let lower = text.lowercased().replacing("’", with: "'")
    let stands = words.contains { word in
      word == SoftCheck.anyDigit ? lower.contains(where: \.isNumber) : lower.hasWord(word)
    }
    return stands == onPresence
  }
}

extension [SoftCheck] {
  /// The first remark on a text; `nil` where none is to be made, or nothing is written.
  package func first(on text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    // A word that is missing may still come: it is not missed before a few are there.
    let words = text.split(whereSeparator: \.isWhitespace).count
    return first { ($0.onPresence || words > 2) && $0.isSaid(of: text) }?.sentence
  }
}

extension String {
  /// Whether a word, or some in a row, stands in a text in small letters.
  package func hasWord(_ word: String) -> Bool {
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      if !(before?.isLetter ?? false) && !(after?.isLetter ?? false) { return true }
      rest = self[range.upperBound...]
    }
    return false
  }
}

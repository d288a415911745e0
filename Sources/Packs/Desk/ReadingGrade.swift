/// How many years at school a text asks for (Flesch-Kincaid). Syllables are counted by runs of vowels, which is off by a few in a
/// hundred: near enough for a bound.
package struct ReadingGrade {
  package static let most = 8.0
  package let value: Double

  package init(of sentences: [String]) {
    let spoken = sentences.map { WordLint.pieces($0.lowercased().replacing("'", with: "")) }
      .filter { !$0.isEmpty }
    let words = spoken.reduce(0) { $0 + $1.count }
    let syllables = spoken.joined().reduce(0) { $0 + ReadingGrade.syllables($1) }
    guard words > 0 else {
      value = 0
      return
    }
    value =
      0.39 * Double(words) / Double(spoken.count) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  package static func syllables(_ word: some StringProtocol) -> Int {
    var runs = 0
    var wasVowel = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel && !wasVowel { runs += 1 }
      wasVowel = isVowel
    }
    let isSilent =
      word.hasSuffix("e") && !word.hasSuffix("le") && !word.hasSuffix("ee")
      || word.hasSuffix("ed") && !word.hasSuffix("ted") && !word.hasSuffix("ded")
      || word.hasSuffix("es")
        && !["ses", "ces", "ges", "zes", "xes", "hes", "les"].contains {
          word.hasSuffix($0)
        }
    return max(1, isSilent ? runs - 1 : runs)
  }
}

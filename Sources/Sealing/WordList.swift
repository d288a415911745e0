import CSodium

/// Words to make passphrases and recovery words of: 2,048, so that each is worth 11 bits.
package struct WordList: Hashable, Sendable {
  package static let count = 2_048
  private let words: [String]

  /// - Returns: `nil` where the text does not hold 2,048 different words in lower case, one a line.
  package init?(_ text: String) {
    words = text.split(whereSeparator: \.isNewline).map(String.init)
    let isPlain = words.allSatisfy { word in
      word.utf8.allSatisfy { (97...122).contains($0) }
    }
    guard words.count == WordList.count, Set(words).count == words.count, isPlain else {
      return nil
    }
  }

  /// Words drawn at random, one blank between them, kept where nobody else reads.
  package func phrase(of count: Int) -> SecretBytes? {
    guard let phrase = SecretBytes(capacity: count * 12) else { return nil }
    for number in 0..<count {
      if number > 0 { phrase.append(32) }
      phrase.append(words[Int(randombytes_uniform(UInt32(WordList.count)))])
    }
    return phrase
  }
}

/// What a passphrase has to be.
package enum PassphraseRule {
  /// Five words, 55 bits.
  package static let words = 5
  /// Twelve words, 132 bits.
  package static let recoveryWords = 12
  /// Characters of a passphrase of one's own.
  package static let least = 15
  /// Bytes; what is typed beyond is not taken.
  package static let most = 1_024
}

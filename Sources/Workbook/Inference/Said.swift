package import Rules

/// Whole sentences that tell a person what they told us, one for each value of a fact.
package struct Said: Hashable, Sendable {
  /// By the place of a word, level or step.
  package var places: [Int: String] = [:]
  /// Of a set whose members are facts of their own: which of them says each word.
  package var members: [Int: Int] = [:]
  /// Of other numbers: each from its least one on, rising.
  package var ranges: [Range] = []

  package struct Range: Hashable, Sendable {
    package var from: Double
    package var sentence: String

    package init(from: Double, sentence: String) {
      self.from = from
      self.sentence = sentence
    }
  }

  package init() {}

  package var isEmpty: Bool { places.isEmpty && ranges.isEmpty }

  /// More sentences than this about one set are no reason but a list.
  package static let mostOfSet = 2

  /// Empty where nothing is said of the value; of several words chosen, a sentence each, two at most.
  ///
  /// - Parameter words: of the fact's type, in their order.
  package func sentence(for value: Value, among words: [String]) -> String {
    switch value {
    case .number(let number):
      if ranges.isEmpty { return Int(exactly: number).flatMap { places[$0] } ?? "" }
      return ranges.last { $0.from <= number }?.sentence ?? ""
    case .level(let level): return places[level] ?? ""
    case .word(let word): return sentence(of: word, among: words)
    case .set(let chosen):
      return Said.joined(chosen.map { sentence(of: $0, among: words) })
    case .truth, .day: return ""
    }
  }

  static func joined(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.prefix(mostOfSet).joined(separator: " ")
  }

  private func sentence(of word: String, among words: [String]) -> String {
    words.firstIndex(of: word).flatMap { places[$0] } ?? ""
  }
}

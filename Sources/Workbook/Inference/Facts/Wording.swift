import Rules

/// The few words of the interface that stand inside a pack's sentences.
package struct Wording: Hashable, Sendable {
  package var yes: String
  package var no: String
  package var unknown: String

  package init(yes: String, no: String, unknown: String) {
    self.yes = yes
    self.no = no
    self.unknown = unknown
  }
}

extension FactBase {
  /// A sentence of the pack with its places filled in the reader's words.
  ///
  /// - Parameter filling: words that the program itself puts in places of these names.
  package func sentence(
    _ template: Template, _ wording: Wording, filling: [String: String] = [:]
  ) -> String {
    var isOne = false
    if let by = template.by, case .number(let number)? = fact(by) { isOne = number == 1 }
    let said = { (name: String) in self.said(of: name, naming: template.naming[name] ?? []) }
    return template.filled(isOne, said: said) { filling[$0] ?? word(for: $0, wording) }
  }

  /// The sentence that fits a fact's value; empty while it is unknown.
  ///
  /// - Parameter named: of a set, the words that a rule asks for: where some are chosen, only these are said.
  package func said(of name: String, naming named: [String] = []) -> String {
    guard let place = pack.factPlaces[name], let value = facts[place] else { return "" }
    let fact = pack.facts[place]
    guard case .set(let chosen) = value else {
      return fact.said.sentence(for: value, among: fact.type.words)
    }
    let meant = chosen.filter(named.contains)
    let words = meant.isEmpty ? chosen : meant
    if fact.said.members.isEmpty {
      return fact.said.sentence(for: .set(words), among: fact.type.words)
    }
    return Said.joined(
      words.map { word in
        let member = fact.type.words.firstIndex(of: word).flatMap { fact.said.members[$0] }
        return member.map { said(of: pack.facts[$0].name) } ?? ""
      })
  }

  /// A fact in the reader's words, or a text answer in quotes, cut at 60 characters.
  package func word(for name: String, _ wording: Wording) -> String {
    if let place = pack.factPlaces[name] { return word(ofFact: place, wording) }
    return quoted(name) ?? wording.unknown
  }

  package func word(ofFact place: Int, _ wording: Wording) -> String {
    guard let value = facts[place] else { return wording.unknown }
    let fact = pack.facts[place]
    switch value {
    case .number(let number):
      // A step of a scale is said by its title.
      if let step = Int(exactly: number), fact.titles.indices.contains(step) {
        return fact.titles[step]
      }
      return FactBase.digits(number)
    case .level(let level):
      return level < fact.type.words.count ? fact.title(fact.type.words[level]) : String(level)
    case .word(let word): return fact.title(word)
    case .set(let words):
      return words.isEmpty ? wording.no : words.map { fact.title($0) }.joined(separator: ", ")
    case .truth(let truth): return truth ? wording.yes : wording.no
    case .day(let day): return day.description
    }
  }

  private func quoted(_ name: String) -> String? {
    let parts = name.split(separator: ".", maxSplits: 2).map(String.init)
    guard let item = pack.itemPlace(named: name), let value = counting(item) else { return nil }
    switch value {
    case .text(let text): return FactBase.quote(text)
    case .record(let values):
      guard parts.count == 3, case .text(let text)? = values[parts[2]] else { return nil }
      return FactBase.quote(text)
    case .choice, .choices, .rating, .number, .day, .bestWorst, .records, .sort, .rank,
      .rankedSeats, .grid:
      return nil
    }
  }

  static func quote(_ text: String) -> String {
    "“" + line(text) + "”"
  }

  /// A text in one line without a full stop at its end, cut after a word at 60 characters.
  static func line(_ text: String) -> String {
    var line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.hasSuffix("."), !line.hasSuffix("..") { line.removeLast() }
    if line.count <= 60 { return line }
    let cut = line.prefix(59)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return (words.count > 40 ? words : cut) + "…"
  }

  /// A whole number as it is, any other to two digits that mean something: more would claim what nobody knows.
  package static func digits(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    let steps: Double = abs(number) >= 10 ? 1 : abs(number) >= 1 ? 10 : 100
    let rounded = (number * steps).rounded()
    if let whole = Int(exactly: rounded / steps) { return String(whole) }
    return "\(rounded / steps)"
  }
}

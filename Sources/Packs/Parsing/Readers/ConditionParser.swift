import Rules
import Workbook

/// Reads a `when:`, against the facts that stand so far.
struct ConditionParser {
  let facts: [Fact]
  let places: [String: Int]
  let findings: Findings
  /// The fact name that `own` stands for, in a `changeable`.
  var own: String?

  func condition(_ node: SourceNode) -> Condition? {
    let entries = findings.map(node, "a condition")
    if entries.isEmpty {
      if node.entries != nil { findings.add("a condition names a fact", at: node.mark) }
      return nil
    }
    let parts = entries.compactMap { part($0) }
    guard parts.count == entries.count else { return nil }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func part(_ entry: SourceNode.Entry) -> Condition? {
    switch entry.key {
    case "all": return list(entry.value).map { .all($0) }
    case "any": return list(entry.value).map { .any($0) }
    case "not": return condition(entry.value).map { .not($0) }
    default:
      if let count = ConditionParser.countOf(entry.key) {
        return list(entry.value).flatMap { parts in
          if (1...parts.count).contains(count) { return .atLeast(count, of: parts) }
          findings.add("at least \(count) of \(parts.count) cannot be", at: entry.mark)
          return nil
        }
      }
      return comparison(entry)
    }
  }

  /// The N of `at least N of`.
  private static func countOf(_ key: String) -> Int? {
    let words = key.split(separator: " ")
    guard words.count == 4, words[0] == "at", words[1] == "least", words[3] == "of" else {
      return nil
    }
    return Int(words[2])
  }

  private func list(_ node: SourceNode) -> [Condition]? {
    let nodes = findings.list(node, "conditions")
    if nodes.isEmpty {
      if node.sequence != nil { findings.add("conditions: at least one is wanted", at: node.mark) }
      return nil
    }
    let parts = nodes.compactMap { condition($0) }
    return parts.count == nodes.count ? parts : nil
  }

  private func comparison(_ entry: SourceNode.Entry) -> Condition? {
    var name = entry.key
    if let own, name == "own" || name.hasPrefix("own.") { name = own + name.dropFirst(3) }
    guard let place = places[name] else {
      let near = Nearest.word(to: name, among: places.keys)
      findings.add(
        "no fact `\(name)` stands above" + (near.map { ": did you mean `\($0)`?" } ?? ""),
        at: entry.mark)
      return nil
    }
    let fact = facts[place]
    guard let comparison = comparison(entry.value, fact) else { return nil }
    return .compare(fact: place, comparison)
  }

  private func comparison(_ node: SourceNode, _ fact: Fact) -> Operator? {
    if let entries = node.entries { return listed(entries, fact, node.mark) }
    guard let phrase = findings.text(node, "a phrase") else { return nil }
    if let found = ConditionPhrase(phrase).reading(
      as: fact.type, wordOf: { word($0, fact, node.mark) })
    {
      return found
    }
    findings.add(
      "`\(phrase)` cannot be said of `\(fact.name)`, \(ConditionParser.hint(fact.type))",
      at: node.mark)
    return nil
  }

  private func listed(
    _ entries: [SourceNode.Entry], _ fact: Fact, _ mark: SourceNode.Location
  ) -> Operator? {
    guard entries.count == 1, let entry = entries.first else {
      findings.add("one phrase with a list of words is wanted here", at: mark)
      return nil
    }
    let words = findings.texts(entry.value, "`\(entry.key)`")
    if words.isEmpty {
      if entry.value.sequence?.isEmpty == true {
        findings.add("`\(entry.key)`: at least one word is wanted", at: entry.value.mark)
      }
      return nil
    }
    let known = words.compactMap { word($0, fact, entry.value.mark) }
    guard known.count == words.count else { return nil }
    switch (entry.key, fact.type) {
    case ("is one of", .word): return .wordIsOneOf(known)
    case ("has any of", .set): return .setHasAnyOf(known)
    case ("has all of", .set): return .setHasAllOf(known)
    default:
      findings.add(
        "`\(entry.key)` cannot be said of `\(fact.name)`, \(ConditionParser.hint(fact.type))",
        at: entry.mark)
      return nil
    }
  }

  private func word(_ word: String, _ fact: Fact, _ mark: SourceNode.Location) -> String? {
    if fact.type.words.contains(word) { return word }
    let near = Nearest.word(to: word, among: fact.type.words)
    findings.add(
      "`\(fact.name)` is never `\(word)`"
        + (near.map { ": did you mean `\($0)`?" }
          ?? ", but \(fact.type.words.joined(separator: ", "))"),
      at: mark)
    return nil
  }

  private static func hint(_ type: FactType) -> String {
    switch type {
    case .number: "a number: at least 3, at most 3, more than 3, less than 3"
    case .level: "a level: at least, at most or is, with one of its names"
    case .word: "a word: is, or {is one of: [...]}"
    case .set: "a set: has, has at least 2, {has any of: [...]}, {has all of: [...]}"
    case .truth: "yes or no: is yes, is no"
    case .day: "a day: before or after YYYY-MM-DD, within 90 days"
    }
  }
}

/// The words of a phrase like `at least 3`.
private struct ConditionPhrase {
  let words: [String]

  init(_ text: String) { words = text.split(separator: " ").map(String.init) }

  func reading(as type: FactType, wordOf: (String) -> String?) -> Operator? {
    let head = words.dropLast().joined(separator: " ")
    guard let last = words.last else { return nil }
    switch type {
    case .number:
      guard let bound = Double(last), bound.isFinite else { return nil }
      switch head {
      case "at least": return .numberAtLeast(bound)
      case "at most": return .numberAtMost(bound)
      case "more than": return .numberMoreThan(bound)
      case "less than": return .numberLessThan(bound)
      default: return nil
      }
    case .level(let names):
      guard ["at least", "at most", "is"].contains(head), let word = wordOf(last),
        let level = names.firstIndex(of: word)
      else { return nil }
      return head == "is"
        ? .levelIs(level) : head == "at least" ? .levelAtLeast(level) : .levelAtMost(level)
    case .word: return head == "is" ? wordOf(last).map { .wordIs($0) } : nil
    case .truth:
      guard head == "is", last == "yes" || last == "no" else { return nil }
      return .truthIs(last == "yes")
    case .set:
      if head == "has at least", let count = Int(last), (0...1_000).contains(count) {
        return .setHasAtLeast(count)
      }
      return head == "has" ? wordOf(last).map { .setHas($0) } : nil
    case .day: return day(head, last)
    }
  }

  private func day(_ head: String, _ last: String) -> Operator? {
    if words.count == 3, words[0] == "within", last == "days" {
      return Int(words[1]).flatMap { (0...36_500).contains($0) ? .dayWithin($0) : nil }
    }
    guard let day = Day(last) else { return nil }
    return head == "before" ? .dayBefore(day) : head == "after" ? .dayAfter(day) : nil
  }
}

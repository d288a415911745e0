/// Collects findings while a pack is read.
final class Findings {
  private(set) var all: [Finding] = []

  func add(_ message: String, at mark: SourceNode.Location) {
    let finding = Finding(
      file: mark.file, line: mark.line, column: mark.column, message: message)
    // Rows of one set are read from the same lines.
    if !all.contains(finding) { all.append(finding) }
  }

  func add(_ findings: [Finding]) { all += findings }
}

/// Reads the keys of one map, each once; a key that nobody read is a finding.
struct FieldReader {
  let entries: [SourceNode.Entry]
  let mark: SourceNode.Location
  let findings: Findings
  private let what: String
  private var known: [String] = []

  /// - Parameter what: how a message names the map: "an item", "a support".
  init(_ node: SourceNode, _ what: String, _ findings: Findings) {
    self.findings = findings
    self.what = what
    mark = node.mark
    entries = findings.map(node, what)
  }

  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// As it stands, for whoever says what it has to be.
  mutating func node(_ key: String) -> SourceNode? {
    known.append(key)
    return entries.first { $0.key == key }?.value
  }

  // MARK: - Single values

  mutating func text(_ key: String) -> String? {
    node(key).flatMap { findings.text($0, "`\(key)`") }
  }

  mutating func requiredText(_ key: String) -> String {
    guard has(key) else {
      known.append(key)
      findings.add("\(what) needs `\(key)`", at: mark)
      return ""
    }
    return text(key) ?? ""
  }

  /// An id: letters, digits and dashes, a letter first.
  mutating func id(_ key: String = "id") -> String {
    let id = requiredText(key)
    if !id.isEmpty, !FieldReader.isID(id) {
      findings.add(
        "`\(id)` is no id: letters, digits and dashes, a letter first", at: valueMark(key))
    }
    return id
  }

  mutating func whole(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    guard let whole = Int(text), abs(whole) <= 1_000_000_000 else {
      findings.add("`\(key)` is a whole number", at: valueMark(key))
      return nil
    }
    return whole
  }

  mutating func number(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      findings.add("`\(key)` is a number", at: valueMark(key))
      return nil
    }
    return number
  }

  mutating func yesNo(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    if text != "yes" && text != "no" {
      findings.add("`\(key)` is yes or no", at: valueMark(key))
    }
    return text == "yes"
  }

  // MARK: - Several values

  mutating func nodes(_ key: String) -> [SourceNode] {
    node(key).map { findings.list($0, "`\(key)`") } ?? []
  }

  mutating func texts(_ key: String) -> [String] {
    node(key).map { findings.texts($0, "`\(key)`") } ?? []
  }

  /// One text, or a list of them.
  mutating func oneOrMoreTexts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    if node.scalar != nil { return findings.text(node, "`\(key)`").map { [$0] } ?? [] }
    return findings.texts(node, "`\(key)`")
  }

  /// One text, alone or as a list of one.
  mutating func single(_ key: String) -> String? {
    let texts = oneOrMoreTexts(key)
    if texts.count > 1 { findings.add("`\(key)` names one thing", at: valueMark(key)) }
    return texts.first
  }

  /// Figures, of which two may be the same.
  mutating func numbers(_ key: String) -> [Double] {
    guard let node = node(key) else { return [] }
    return findings.list(node, "`\(key)`", mayRepeat: true).compactMap { one in
      guard let text = findings.text(one, "`\(key)`") else { return nil }
      guard let number = Double(text), number.isFinite else {
        findings.add("`\(key)` is a list of numbers", at: one.mark)
        return nil
      }
      return number
    }
  }

  mutating func map(_ key: String) -> [SourceNode.Entry] {
    node(key).map { findings.map($0, "`\(key)`") } ?? []
  }

  mutating func textMap(_ key: String) -> [String: String] {
    node(key).map { findings.textMap($0, "`\(key)`") } ?? [:]
  }

  // MARK: - The end

  func valueMark(_ key: String) -> SourceNode.Location {
    entries.first { $0.key == key }?.value.mark ?? mark
  }

  /// To be called when all keys that can stand here were asked for.
  func finish() {
    for entry in entries where !known.contains(entry.key) {
      if entry.key == WordLint.keeps {
        _ = findings.textMap(entry.value, "`\(entry.key)`")
        continue
      }
      let near = Nearest.word(to: entry.key, among: known)
      findings.add(
        "\(what) has no `\(entry.key)`" + (near.map { ": did you mean `\($0)`?" } ?? ""),
        at: entry.mark)
    }
  }

  static func isID(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else {
      return false
    }
    return id.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-")
    }
  }
}

/// The nearest of some words, for "did you mean".
package enum Nearest {
  /// - Returns: the word with the fewest changes, where that is at most a third of its length and at least one.
  package static func word(to wanted: String, among words: some Sequence<String>) -> String? {
    let measured = words.map { ($0, distance(Array(wanted), Array($0))) }
    guard let best = measured.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, best.0.count / 3) ? best.0 : nil
  }

  /// Levenshtein distance.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (place, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (column, against) in other.enumerated() {
        let cost = diagonal + (character == against ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}

/// What an editor made of a sheet.
package struct DeskGrades {
  package enum Grade: String, CaseIterable, Sendable {
    case leave = "A"
    case change = "B"
    case unclear = "C"
  }

  package struct Problem: Hashable, Sendable {
    package var line: Int
    package var message: String
  }

  /// How many texts of a kind got a grade.
  package struct Row: Hashable, Sendable {
    package var name: String
    package var counts: [Grade: Int]

    package var total: Int { counts.values.reduce(0, +) }

    package func share(_ grade: Grade) -> Proportion { Proportion(counts[grade] ?? 0, of: total) }
  }

  package private(set) var problems: [Problem] = []
  /// Texts that wait for a grade.
  package private(set) var open = 0
  private var counts: [ReaderText.Kind: [Grade: Int]] = [:]
  private var numbers: Set<Int> = []
  /// The text whose grade comes next, and the line that it began on.
  private var current: (kind: ReaderText.Kind, line: Int)?
  /// Whether indented lines go on with what stands above.
  private var isInside = false

  package init(_ sheet: String) {
    let lines = sheet.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() { read(line, place + 1) }
    endText()
    if counts.isEmpty && open == 0 && problems.isEmpty {
      problems.append(Problem(line: 1, message: "there is no text here"))
    }
  }

  /// All texts first, then each kind that was graded.
  package var rows: [Row] {
    let kinds = ReaderText.Kind.allCases.compactMap { kind in
      counts[kind].map { Row(name: kind.rawValue, counts: $0) }
    }
    let all = kinds.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
    return [Row(name: "all", counts: all)] + kinds
  }

  private mutating func read(_ line: Substring, _ number: Int) {
    if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { return }
    if line.first?.isWhitespace == true {
      if !isInside { note(number, "a text without its number and kind above it") }
    } else if line.lowercased().hasPrefix(DeskSheet.gradeLabel) {
      grade(line.dropFirst(DeskSheet.gradeLabel.count), number)
    } else {
      begin(line, number)
    }
  }

  private mutating func begin(_ line: Substring, _ number: Int) {
    endText()
    let parts = line.split(separator: ". ", maxSplits: 1)
    guard parts.count == 2, let place = Int(parts[0]) else {
      isInside = false
      return note(number, "neither a text's number and kind, nor `grade:`")
    }
    isInside = true
    if !numbers.insert(place).inserted { note(number, "number \(place) stands twice") }
    let name = parts[1].trimmingSuffix { $0.isWhitespace }
    guard let kind = ReaderText.Kind(rawValue: String(name)) else {
      return note(number, "there is no kind `\(name)`")
    }
    current = (kind, number)
  }

  private mutating func grade(_ rest: Substring, _ number: Int) {
    let words = rest.drop { $0.isWhitespace }
    let letter = words.prefix { $0 != ":" && !$0.isWhitespace }
    if letter.isEmpty && words.isEmpty { return }
    guard let grade = Grade(rawValue: letter.uppercased()) else {
      current = nil
      return note(number, "`\(letter)` is none of the grades A, B and C")
    }
    guard let text = current else {
      return note(number, "a grade without a text above it")
    }
    counts[text.kind, default: [:]][grade, default: 0] += 1
    current = nil
  }

  private mutating func endText() {
    if current != nil { open += 1 }
    current = nil
  }

  private mutating func note(_ line: Int, _ message: String) {
    problems.append(Problem(line: line, message: message))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isLeftOut: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isLeftOut(last) { rest = rest.dropLast() }
    return rest
  }
}

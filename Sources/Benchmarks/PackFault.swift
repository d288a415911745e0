import Foundation
import Rules

/// One thing done wrong in a pack's texts, as an author in a hurry does it.
struct PackFault {
  /// What was done, for the list of those that nobody caught.
  var name: String
  var path: String
  var text: String

  /// A way of going wrong: where it can happen, and what it does to a line; `nil` leaves the line out of question.
  struct Kind: Sendable {
    var name: String
    /// Beginning of the paths it happens in.
    var folder: String
    var spoil: @Sendable (String) -> String?
  }

  static let kinds: [Kind] = [
    Kind(name: "points raised", folder: "pathways/") {
      number(in: $0, after: "points: ") { $0 > 0 ? $0 + 5 : nil }
    },
    Kind(name: "points turned", folder: "pathways/") { number(in: $0, after: "points: ") { -$0 } },
    Kind(name: "points of a direction raised", folder: "directions/") {
      number(in: $0, after: "points: ") { $0 > 0 ? $0 + 5 : nil }
    },
    Kind(name: "points against doubled", folder: "pathways/") {
      number(in: $0, after: "points: ") { $0 < 0 ? 2 * $0 : nil }
    },
    Kind(name: "a bound raised", folder: "pathways/") {
      replaced($0, "at least matters", by: "is core")
    },
    Kind(name: "a bound lowered", folder: "pathways/") {
      replaced($0, ": is core", by: ": at least low")
    },
    Kind(name: "a number's bound moved", folder: "pathways/") {
      $0.contains("when:") ? number(in: $0, after: "at least ") { $0 + 1 } : nil
    },
    Kind(name: "at most for at least", folder: "pathways/") {
      $0.contains("when:") ? replaced($0, "at least", by: "at most") : nil
    },
    Kind(name: "a fact mistyped", folder: "pathways/") {
      $0.contains("when:") ? replaced($0, "values.", by: "value.") : nil
    },
    Kind(name: "a value's neighbour read", folder: "pathways/") {
      $0.contains("when:")
        ? replaced($0, "values.craft", by: "values.calm")
          ?? replaced($0, "values.learning", by: "values.variety") : nil
    },
    Kind(name: "fixed for costly", folder: "pathways/") {
      $0.contains("when:")
        ? replaced($0, "is fixed", by: "is costly")
          ?? replaced($0, "at least costly", by: "is fixed") : nil
    },
    Kind(name: "an answer not named", folder: "pathways/") {
      $0.contains("because:") && $0.contains("{") ? unnamed($0) : nil
    },
    Kind(name: "a reason cut short", folder: "pathways/") {
      guard $0.contains("because:"), let end = $0.firstIndex(of: "}") else { return nil }
      return $0[...end] + ".\""
    },
    Kind(name: "a word that suits anybody", folder: "pathways/") {
      $0.contains("because:") ? replaced($0, ". ", by: ". Your potential shows here. ") : nil
    },
    Kind(name: "a style of learning", folder: "exercises/") {
      $0.contains("hint:")
        ? replaced($0, "hint: \"", by: "hint: \"Think of your learning style. ") : nil
    },
    Kind(name: "a gate that is always yes", folder: "pathways/") {
      $0.contains("mark.worn: is yes, constraint.")
        ? replaced($0, "is fixed", by: "at least open")
          .flatMap { replaced($0, "mark.worn: is yes, ", by: "") } : nil
    },
    Kind(name: "own evidence of less weight", folder: "pathways/") {
      $0.contains("id: tried") ? replaced($0, "id: tried", by: "id: tested") : nil
    },
    Kind(name: "another way's evidence", folder: "pathways/") {
      $0.contains("when: {tried.")
        ? "    when: {tried.stay: at least 1, tried.lead: at least 1}" : nil
    },
    Kind(name: "a reversed key", folder: "measures.yaml") {
      $0.contains("mean: [skills.explained")
        ? replaced($0, "least: 3", by: "least: 3, reverse: [skills.explained, skills.clear]")
        : $0.contains("mean: [skills.moved")
          ? replaced(
            $0, "least: 3", by: "least: 3, reverse: [skills.moved, skills.course, skills.between]")
          : nil
    },
    Kind(name: "a cut moved", folder: "measures.yaml") {
      replaced($0, "some: 1,", by: "some: 2,") ?? replaced($0, "some: 1.5", by: "some: 3.5")
    },
    Kind(name: "a smaller core", folder: "measures.yaml") {
      number(in: $0, after: "cut: ") { $0 - 2 }
    },
    Kind(name: "a field miscounted", folder: "measures.yaml") {
      replaced($0, "skill: good", by: "skill: weak") ?? replaced(
        $0, "state: pursue", by: "state: running")
        ?? replaced($0, "energy: gives", by: "energy: takes")
    },
    Kind(name: "a mark turned", folder: "marks.yaml") {
      replaced($0, "at most 1", by: "at least 1") ?? replaced($0, "any:", by: "all:")
    },
    Kind(name: "a question nobody reaches", folder: "exercises/") {
      $0.hasPrefix("    text: \"") ? $0 + "\n    when: {arrive.energy: more than 9}" : nil
    },
    Kind(name: "a condition on what comes below", folder: "exercises/arrive") {
      $0.hasPrefix("    text: \"") ? $0 + "\n    when: {values.tally.tied: is maybe}" : nil
    },
    Kind(name: "an item said twice", folder: "exercises/skills") {
      $0.hasPrefix("      clear:")
        ? "      clear: \"I explained a change to somebody who did not want it\"" : nil
    },
    Kind(name: "an item turned round", folder: "exercises/arrive") {
      $0.hasPrefix("      heard:") ? "      heard: \"I did not trust my own judgement\"" : nil
    },
    Kind(name: "two things at once", folder: "exercises/") {
      $0.hasPrefix("    text: \"") && $0.hasSuffix("?\"")
        ? String($0.dropLast(2)) + " and why?\"" : nil
    },
    Kind(name: "a value that can be moved", folder: "exercises/constraint") {
      $0.contains("        hours: \"Find") ? $0 + "\n        health: \"Ask your doctor.\"" : nil
    },
    Kind(name: "what is fixed can be moved", folder: "exercises/constraint") {
      $0.contains("when: {any: [{own:") ? "" : nil
    },
    Kind(name: "an option misspelt", folder: "pathways/") {
      $0.contains("arrive.moment:") ? replaced($0, "reorganisation", by: "reorganization") : nil
    },
    Kind(name: "an option that leads nowhere", folder: "exercises/arrive") {
      $0.contains("{id: other, title") ? "      - {id: moved-house, title: \"A move\"}\n" + $0 : nil
    },
    Kind(name: "a step too long", folder: "steps.yaml") {
      number(in: $0, after: "minutes: ") { _ in 240 }
    },
    Kind(name: "a step for nobody", folder: "steps.yaml") {
      replaced($0, "for: [", by: "for: [upwards, ")
    },
    Kind(name: "a path that leads into nothing", folder: "moments.yaml") {
      replaced($0, "path: [", by: "path: [values-again, ")
    },
    Kind(name: "bands that fall", folder: "pack.yaml") {
      replaced($0, "exploring: 25", by: "exploring: 55")
    },
    Kind(name: "a stronger band", folder: "pack.yaml") {
      replaced($0, "strong: 50", by: "strong: 65")
    },
    Kind(name: "a list narrowed to nothing", folder: "measures.yaml") {
      replaced($0, "energy: gives", by: "energy: given")
    },
    Kind(name: "an indent lost", folder: "pathways/") {
      $0.hasPrefix("    points:") ? " " + $0 : nil
    },
    Kind(name: "a sentence lost", folder: "pathways/") { $0.hasPrefix("    because:") ? "" : nil },
    Kind(name: "a side lost", folder: "pathways/") { $0.hasPrefix("costs:") ? "" : nil },
  ]

  /// Those that only a pack whose reasons have kinds can have, or has rules against.
  static let groupedKinds: [Kind] = [
    Kind(name: "a kind of reason swapped", folder: "pathways/") {
      replaced($0, "group: push", by: "group: pull")
        ?? replaced($0, "group: proof", by: "group: push")
    },
    Kind(name: "a reason without its kind", folder: "pathways/") {
      replaced($0, "group: pull, ", by: "") ?? ($0.hasPrefix("    group: pull") ? "" : nil)
    },
    Kind(name: "a limit for what does not ease it", folder: "pathways/") {
      $0.hasPrefix("eases: ") ? "" : nil
    },
    Kind(name: "a bare answer in a reason", folder: "pathways/") {
      $0.contains("because:") ? replaced($0, "{said ", by: "{") : nil
    },
    Kind(name: "a label before an answer", folder: "pathways/") {
      $0.contains("because:") ? replaced($0, "{said ", by: "You answered: {") : nil
    },
    Kind(name: "the person's question overpaid", folder: "pathways/") {
      $0.contains("arrive.question") ? number(in: $0, after: "points: ") { _ in 20 } : nil
    },
    Kind(name: "a move nobody knows how to undo", folder: "pathways/") {
      $0.hasPrefix("reversibility: ") ? "" : nil
    },
    Kind(name: "a move of no kind", folder: "pathways/") { $0.hasPrefix("change: ") ? "" : nil },
    Kind(name: "an objection dropped", folder: "pathways/") {
      $0.contains("points: -") ? number(in: $0, after: "points: ") { _ in 5 } : nil
    },
    Kind(name: "a question answered by no move", folder: "pack.yaml") {
      replaced($0, "moves: [", by: "moves: [nowhere, ")
    },
    Kind(name: "a need measured by nothing", folder: "measures.yaml") {
      replaced($0, "now: [needs.now-*]", by: "now: [needs.now-craft]")
    },
  ]

  /// The fault of a kind, on one of the lines where it can happen; `nil` where there is none.
  static func make(_ kind: Kind, _ files: [String: String], _ random: inout SplitMix64)
    -> PackFault?
  {
    var places: [(path: String, line: Int, spoilt: String)] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix(kind.folder) {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if let spoilt = kind.spoil(String(line)), spoilt != line {
          places.append((path, number, spoilt))
        }
      }
    }
    if places.isEmpty { return nil }
    let place = places[random.next(below: places.count)]
    var lines = (files[place.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    lines[place.line] = place.spoilt
    return PackFault(
      name: "\(kind.name), \(place.path):\(place.line + 1)", path: place.path,
      text: lines.joined(separator: "\n"))
  }

  /// A sentence with a word where each placeholder stood.
  private static func unnamed(_ line: String) -> String {
    var words = ""
    var isInside = false
    for character in line {
      if character == "{" { words += "so" }
      isInside = character == "{" || (isInside && character != "}")
      if !isInside, character != "}" { words.append(character) }
    }
    return words
  }

  private static func replaced(_ line: String, _ old: String, by new: String) -> String? {
    guard let range = line.range(of: old) else { return nil }
    return line.replacingCharacters(in: range, with: new)
  }

  /// The number after a word, made into another.
  private static func number(in line: String, after word: String, _ change: (Int) -> Int?)
    -> String?
  {
    guard let range = line.range(of: word) else { return nil }
    let digits = line[range.upperBound...].prefix { $0.isNumber || $0 == "-" }
    guard let number = Int(digits), let other = change(number) else { return nil }
    return line[..<range.upperBound] + String(other) + line[digits.endIndex...]
  }
}

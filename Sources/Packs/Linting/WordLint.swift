import Workbook

/// The checks that the voice of the workbook leaves to a machine, on every text of a pack that people read, each with its place.
///
/// An author keeps a listed word by `keeps: {word: "why"}` in the map that holds the text, or in one around it.
package struct WordLint {
  package private(set) var findings: [Finding] = []
  /// How many words authors kept, with a reason beside each.
  package private(set) var kept = 0
  /// Words and sentences read, for their mean.
  private var words = 0
  private var sentences = 0

  static let keeps = "keeps"

  /// - Parameter trees: every file of the pack; cases are no text for readers.
  package init(_ trees: [String: SourceNode]) {
    for (path, tree) in trees.sorted(by: { $0.key < $1.key }) where !path.hasPrefix("cases/") {
      walk(tree, key: "", around: Around(cites: path == "measures.yaml"))
    }
  }

  /// Words a sentence, over the whole pack; 20 at most are wanted.
  package var meanSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }

  /// What the maps around a text say about it.
  private struct Around {
    var kept: Set<String> = []
    /// Whether a source stands for its figures.
    var cites = false
  }

  private mutating func walk(_ node: SourceNode, key: String, around: Around) {
    switch node {
    case .scalar(let text, let mark):
      if WordLint.isRead(key, text) { check(text, mark, around) }
    case .sequence(let nodes, _):
      for one in nodes { walk(one, key: key, around: around) }
    case .mapping(let entries, _):
      var inner = around
      if node["source"] != nil { inner.cites = true }
      for word in node[WordLint.keeps]?.entries ?? [] { keep(word, in: node, &inner) }
      for entry in entries where !WordLint.isRule(entry.key) {
        walk(entry.value, key: WordLint.key(entry.key, under: key), around: inner)
      }
    }
  }

  private mutating func keep(
    _ word: SourceNode.Entry, in node: SourceNode, _ around: inout Around
  ) {
    kept += 1
    around.kept.insert(word.key)
    if (word.value.scalar ?? "").split(separator: " ").count < 3 {
      note("`\(word.key)` is kept without a reason", word.mark)
    }
    if !WordLint.texts(node).contains(where: { $0.lowercased().hasWord(word.key) }) {
      note("`\(word.key)` is kept, and does not stand here", word.mark)
    }
  }

  /// Keys whose values are ids, conditions and the like.
  static func isRule(_ key: String) -> Bool {
    [keeps, "when", "ready", "id", "kind", "options-of", "expect", "answers", "where", "cuts"]
      .contains(key)
  }

  /// The key that says how a text is read: the words of a scale, and of levels, stand under names of their own.
  static func key(_ key: String, under outer: String) -> String {
    ["scales", "titles"].contains(outer) ? outer : key
  }

  /// A text is read where it has a blank and its key names no reference.
  static func isRead(_ key: String, _ text: String) -> Bool {
    let isOneWord = ["title", "text", "hint", "scales", "piles", "titles"].contains(key)
    return (text.contains(" ") || isOneWord || text.hasSuffix("!"))
      && !["source", "error", "design"].contains(key)
  }

  private static func texts(_ node: SourceNode) -> [String] {
    switch node {
    case .scalar(let text, _): [text]
    case .sequence(let nodes, _): nodes.flatMap { texts($0) }
    case .mapping(let entries, _):
      entries.filter { $0.key != keeps }.flatMap { texts($0.value) }
    }
  }

  private mutating func note(_ message: String, _ mark: SourceNode.Location) {
    findings.append(
      Finding(file: mark.file, line: mark.line, column: mark.column, message: message))
  }

  // MARK: - One text

  private mutating func check(_ text: String, _ mark: SourceNode.Location, _ around: Around) {
    let frame = Template(text).frame
    let lower = frame.lowercased().replacing("’", with: "'")
    let pieces = Set(WordLint.pieces(lower))
    // A word is looked for in earnest only where its first piece stands in the text.
    for (word, first, why) in WordLint.words
    where pieces.contains(first) && !around.kept.contains(word) && lower.hasWord(word) {
      note("`\(word)` \(why): \(text.prefix(60))", mark)
    }
    if text.contains("!") { note("an exclamation mark: \(text.prefix(60))", mark) }
    if !around.cites, lower.contains("%") || lower.hasWord("per cent") || lower.hasWord("percent") {
      note("a figure without a source: \(text.prefix(60))", mark)
    }
    if WordLint.hasThreeAbstract(lower) {
      note("three abstract nouns in a row: \(text.prefix(60))", mark)
    }
    for sentence in WordLint.sentences(frame) { count(sentence, mark) }
  }

  /// Runs of letters.
  static func pieces(_ text: String) -> [Substring] { text.split { !$0.isLetter } }

  private mutating func count(_ sentence: String, _ mark: SourceNode.Location) {
    let count = sentence.split(separator: " ").count { $0.contains(where: \.isLetter) }
    guard count > 0 else { return }
    words += count
    sentences += 1
    if count > WordLint.longest {
      note(
        "a sentence of \(count) words, \(WordLint.longest) at most: \(sentence.prefix(60))", mark)
    }
  }

  private static let longest = 28

  static func sentences(_ text: String) -> [String] {
    text.split { ".?!".contains($0) }.map(String.init)
  }

  private static func hasThreeAbstract(_ text: String) -> Bool {
    var run = 0
    for word in text.split(separator: " ") where word != "and" && word != "of" {
      let letters = word.filter(\.isLetter)
      run = endings.contains { letters.count > 5 && letters.hasSuffix($0) } ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  private static let endings = [
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism",
  ]

  /// Each listed word with its first run of letters.
  private static let words: [(word: String, first: Substring, why: String)] = lists.flatMap {
    (words, why) in words.map { ($0, pieces($0)[0], why) }
  }

  /// Listed words, and what is wrong with them.
  private static let lists: [([String], String)] = [
    (
      [
        "potential", "growth", "passion", "journey", "impact", "unique", "balance", "empower",
        "unlock", "thrive", "opportunity", "challenge", "skill set", "excited", "and more",
      ], "suits anybody"
    ),
    (
      ["you are a", "your true", "natural", "always", "never", "perfect", "should"],
      "is surer than its evidence"
    ),
    (["calendar", "stakeholder", "deliverable", "inbox", "profile"], "belongs to a desk"),
    (["great", "just", "simply", "don't worry", "why not", "only you"], "praises or pushes"),
    (
      [
        "learning style", "learning styles", "visual learner", "auditory learner",
        "hands-on learner",
        "kinaesthetic", "kinesthetic", "left-brained", "right-brained", "learner type",
        "type of learner", "how you learn best",
      ], "is a style of learning"
    ),
    (["career ladder", "next rung", "job for life"], "takes work for a ladder"),
    (["ego", "top performer", "outshine"], "makes a contest of it"),
    (
      ["battle", "fight", "weapon", "home run", "ballpark", "kick-off", "touch base"],
      "is a picture that does not travel"
    ),
  ]
}

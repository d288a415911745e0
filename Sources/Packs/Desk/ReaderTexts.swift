/// Every text of a pack and of the interface that a person can read.
package struct ReaderTexts {
  package private(set) var all: [ReaderText] = []

  /// - Parameters:
  ///   - trees: the pack's files; cases and other languages are left out.
  ///   - interface: the tree of the interface's own sentences.
  package init(_ trees: [String: SourceNode], interface: SourceNode?) {
    for (file, tree) in trees.sorted(by: { $0.key < $1.key })
    where !file.hasPrefix("cases/") && !file.hasPrefix("languages/") {
      walk(tree, Around(file: file))
    }
    for entry in interface?.entries ?? [] { phrase(entry) }
  }

  private struct Around {
    var file: String
    /// All that leads to a text, ids of lists among them.
    var keys: [String] = []
    /// The keys alone: an id may be called like one.
    var names: [String] = []
    /// How a text is read, which is the last key save for words of scales and levels.
    var key = ""
    var kept: Set<String> = []
  }

  private mutating func walk(_ node: SourceNode, _ around: Around) {
    switch node {
    case .scalar(let text, let mark):
      guard WordLint.isRead(around.key, text) else { return }
      let place = around.file + "#" + around.keys.joined(separator: ".")
      all.append(
        ReaderText(
          kind: ReaderTexts.kind(around.file, around.names), place: place, text: text, mark: mark,
          kept: around.kept))
    case .sequence(let nodes, _):
      for (number, one) in nodes.enumerated() {
        var inner = around
        inner.keys.append(one.overlayKey ?? String(number))
        walk(one, inner)
      }
    case .mapping(let entries, _):
      var inner = around
      inner.kept.formUnion((node[WordLint.keeps]?.entries ?? []).map(\.key))
      for entry in entries where !WordLint.isRule(entry.key) {
        var under = inner
        under.keys.append(entry.key)
        under.names.append(entry.key)
        under.key = WordLint.key(entry.key, under: around.key)
        walk(entry.value, under)
      }
    }
  }

  private mutating func phrase(_ entry: SourceNode.Entry) {
    let kind: ReaderText.Kind = entry.key.hasPrefix("plain") ? .lines : .interface
    let forms = entry.value.entries?.filter { $0.key != "by" } ?? []
    let texts =
      entry.value.scalar.map { [(entry.key, $0, entry.value.mark)] }
      ?? forms.compactMap { form in
        form.value.scalar.map { (entry.key + "." + form.key, $0, form.value.mark) }
      }
    for (name, text, mark) in texts {
      all.append(ReaderText(kind: kind, place: "languages#" + name, text: text, mark: mark))
    }
  }

  /// From the innermost key outwards, the first that says what its texts are; else what the file is about.
  private static func kind(_ file: String, _ keys: [String]) -> ReaderText.Kind {
    for key in keys.reversed() { if let kind = byKey[key] { return kind } }
    let folder = file.split(separator: "/").first.map(String.init) ?? file
    return byFile[folder] ?? .exercise
  }

  private static let byKey: [String: ReaderText.Kind] = [
    "because": .because, "closing": .closing, "method": .method, "sources": .method,
    "hint": .hint, "examples": .example, "smaller": .example, "options": .option,
    "piles": .option, "cards": .option, "scales": .option, "lists": .option, "said": .said,
    "items": .item,
  ]

  private static let byFile: [String: ReaderText.Kind] = [
    "pathways": .pathway, "directions": .pathway, "steps.yaml": .step, "measures.yaml": .reading,
    "marks.yaml": .reading, "moments.yaml": .moment, "talk.yaml": .talk, "agendas.yaml": .agenda,
    "brief.yaml": .page,
  ]
}

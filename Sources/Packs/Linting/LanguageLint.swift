import Workbook

/// A pack's other languages: nothing missing, the same placeholders.
struct LanguageLint {
  private(set) var findings: [Finding] = []
  private let trees: [String: SourceNode]

  init(_ pack: Pack, _ trees: [String: SourceNode]) {
    self.trees = trees
    for tag in pack.languages { check(tag) }
  }

  private mutating func check(_ tag: String) {
    let path = "languages/\(tag).yaml"
    guard let overlay = trees[path] else { return }
    for (file, tree) in trees.sorted(by: { $0.key < $1.key }) {
      guard let laid = LanguageLint.part(of: overlay, for: file) else {
        if LanguageLint.holdsText(file) { compare(tree, nil, at: overlay.mark) }
        continue
      }
      compare(tree, laid, at: laid.mark)
    }
  }

  private static func holdsText(_ file: String) -> Bool {
    !file.hasPrefix("cases/") && !file.hasPrefix("languages/")
  }

  /// The part of an overlay that is laid over a file.
  private static func part(of overlay: SourceNode, for file: String) -> SourceNode? {
    let parts = file.dropLast(".yaml".count).split(separator: "/").map(String.init)
    if parts.count == 1 { return overlay[parts[0]] }
    return parts.count == 2 && holdsText(file) ? overlay[parts[0]]?[parts[1]] : nil
  }

  private mutating func compare(
    _ base: SourceNode, _ laid: SourceNode?, at mark: SourceNode.Location,
    key: String = ""
  ) {
    switch base {
    case .scalar(let text, let own):
      guard WordLint.isRead(key, text) else { return }
      guard let words = laid?.scalar else {
        note("\(own.file):\(own.line) has no text here: \(text.prefix(50))", mark)
        return
      }
      placeholders(text, words, laid?.mark ?? mark)
    case .sequence(let nodes, _):
      for (place, node) in nodes.enumerated() {
        let inner = node.overlayKey.flatMap { laid?[$0] } ?? laid?.sequence?[safe: place]
        compare(node, inner, at: inner?.mark ?? mark, key: key)
      }
    case .mapping(let entries, _):
      for entry in entries where !WordLint.isRule(entry.key) {
        let inner = laid?[entry.key]
        compare(
          entry.value, inner, at: inner?.mark ?? mark, key: WordLint.key(entry.key, under: key))
      }
    }
  }

  private mutating func placeholders(_ text: String, _ words: String, _ mark: SourceNode.Location) {
    let wanted = Template(text).written
    let given = Template(words).written
    for name in wanted.subtracting(given).sorted() { note("`{\(name)}` is lost here", mark) }
    for name in given.subtracting(wanted).sorted() { note("`{\(name)}` stands here alone", mark) }
  }

  private mutating func note(_ message: String, _ mark: SourceNode.Location) {
    findings.append(
      Finding(file: mark.file, line: mark.line, column: mark.column, message: message))
  }
}

extension Array {
  fileprivate subscript(safe place: Int) -> Element? {
    indices.contains(place) ? self[place] : nil
  }
}

import Yams

/// How large a pack may be.
package enum PackLimits {
  package static let fileBytes = 1 << 20
  package static let packBytes = 8 << 20
  package static let files = 200
  package static let depth = 20
  package static let nodes = 50_000
  package static let scalarBytes = 64 << 10
}

/// Reads one file of YAML; anchors, aliases, tags and a second document are refused where they stand.
///
/// NB: The parser puts the node itself where an alias stands, and compares whole nodes where one is a key: a few hundred bytes of
/// aliases can keep it busy for hours. It gets the text with another character in the place of each `*`, so it never meets one.
package struct NodeReader {
  private let file: String
  private let text: StarlessText
  private var nodes = 0
  private var findings: [Finding] = []

  /// - Returns: the tree, or `nil` with findings that say why not.
  package static func read(_ text: String, file: String) -> (SourceNode?, [Finding]) {
    var reader = NodeReader(file: file, text: StarlessText(text))
    guard let node = reader.root(), reader.findings.isEmpty else {
      return (nil, reader.findings)
    }
    return (node, [])
  }

  private init(file: String, text: StarlessText) {
    self.file = file
    self.text = text
  }

  private mutating func root() -> SourceNode? {
    if text.text.utf8.count > PackLimits.fileBytes {
      refuse("larger than 1 MiB", TextPlace(1, 1))
      return nil
    }
    do {
      // NB: A node holds its anchor weakly; only the parser keeps it alive.
      let parser = try Parser(yaml: text.text, resolver: .basic)
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else {
          refuse("the file is empty", TextPlace(1, 1))
          return nil
        }
        return self.node(node, depth: 0)
      }
    } catch let error as YamlError {
      note(error)
    } catch {
      refuse("not YAML: \(error)", TextPlace(1, 1))
    }
    return nil
  }

  private mutating func node(_ node: Node, depth: Int) -> SourceNode {
    nodes += 1
    let place = TextPlace(node.mark)
    let mark = SourceNode.Location(file: file, line: place.line, column: place.column)
    if nodes == PackLimits.nodes + 1 { refuse("more than 50,000 nodes", place) }
    if depth > PackLimits.depth { refuse("nested more than 20 deep", place) }
    if let reference = reference(node, isKey: false) {
      refuse("\(reference) is not taken here: write it out", place)
    }
    if !findings.isEmpty { return .scalar("", mark) }
    switch node {
    case .scalar(let scalar):
      if scalar.string.utf8.count > PackLimits.scalarBytes {
        refuse("a text of more than 64 KiB", place)
      }
      if scalar.style == .plain, scalar.string.isEmpty || scalar.string == "~" {
        refuse("nothing stands here: write a value, or take the key out", place)
      }
      return .scalar(text.restored(scalar.string), mark)
    case .sequence(let sequence):
      return .sequence(sequence.map { self.node($0, depth: depth + 1) }, mark)
    case .mapping(let mapping):
      return .mapping(mapping.map { entry($0.key, $0.value, depth: depth) }, mark)
    case .alias: return .scalar("", mark)
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> SourceNode.Entry {
    let place = TextPlace(key.mark)
    let mark = SourceNode.Location(file: file, line: place.line, column: place.column)
    if key.scalar == nil { refuse("a key is a word", place) }
    if let reference = reference(key, isKey: true) {
      refuse("\(reference) is not taken here: write it out", place)
    }
    return SourceNode.Entry(
      key: text.restored(key.scalar?.string ?? ""), mark: mark,
      value: node(value, depth: depth + 1))
  }

  /// An anchor, a tag or an alias; no plain text begins with a star.
  private func reference(_ node: Node, isKey: Bool) -> String? {
    if node.anchor != nil { return "an anchor" }
    switch node {
    case .scalar(let scalar):
      if scalar.style == .plain, text.beginsWithStar(scalar.string) { return "an alias" }
      // The parser gives a text in quotes the tag of a text by itself.
      let hasOwn = isKey || scalar.style != .plain
      return NodeReader.isWritten(scalar.tag, hasOwn) ? "a tag" : nil
    case .sequence(let sequence): return NodeReader.isWritten(sequence.tag, isKey) ? "a tag" : nil
    case .mapping(let mapping): return NodeReader.isWritten(mapping.tag, isKey) ? "a tag" : nil
    case .alias: return "an alias"
    }
  }

  /// Whether a tag stands in the file. A key without one was given that of a text when keys were compared.
  private static func isWritten(_ tag: Tag, _ hasOwn: Bool) -> Bool {
    let name = tag.description
    return !name.isEmpty && !(hasOwn && name == Tag.Name.str.rawValue)
  }

  // MARK: - What the parser says

  private mutating func note(_ error: YamlError) {
    switch error {
    case .composer(_, _, let mark, _):
      refuse("a second document is not taken here: a file holds one", TextPlace(mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      note(problem, TextPlace(mark), context)
    case .duplicatedKeysInMapping:
      for (key, place) in DoubledKeys.places(in: text.text) {
        refuse("the key `\(text.restored(key))` stands twice", place)
      }
    case .reader(let problem, let offset, _, let yaml):
      refuse(
        "not YAML: \(problem)", offset.map { TextPlace(offset: $0, in: yaml) } ?? TextPlace(1, 1))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      refuse("not YAML: \(error)", TextPlace(1, 1))
    }
  }

  /// The place of the fault: where something was left open, that is where it began, and not the end of the file that the parser had to reach.
  private mutating func note(_ problem: String, _ place: TextPlace, _ context: YamlError.Context?) {
    guard let context, context.mark.line > 0 else {
      refuse("not YAML: \(problem)", place)
      return
    }
    let start = TextPlace(context.mark)
    if problem.contains("end of stream") || context.text.contains("simple key") {
      refuse("not YAML: \(context.text), \(problem)", start)
    } else if start.line != place.line {
      refuse("not YAML: \(context.text) that begins in line \(start.line), \(problem)", place)
    } else {
      refuse("not YAML: \(problem)", place)
    }
  }

  private mutating func refuse(_ message: String, _ place: TextPlace) {
    if findings.count < 20 {
      findings.append(
        Finding(file: file, line: place.line, column: place.column, message: message))
    }
  }
}

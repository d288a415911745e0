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

/// Reads one file of YAML by `compose`, which never expands an alias; anchors, aliases and tags are refused.
package struct NodeReader {
  private let file: String
  private var nodes = 0
  private let lines: [Substring]
  private var findings: [Finding] = []

  /// - Returns: the tree, or `nil` with findings that say why not.
  package static func read(_ text: String, file: String) -> (SourceNode?, [Finding]) {
    var reader = NodeReader(file: file, text: text)
    guard let node = reader.root(text), reader.findings.isEmpty else {
      return (nil, reader.findings)
    }
    return (node, [])
  }

  private init(file: String, text: String) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private mutating func root(_ text: String) -> SourceNode? {
    if text.utf8.count > PackLimits.fileBytes {
      refuse("larger than 1 MiB", 1, 1)
      return nil
    }
    if let (line, column, what) = NodeReader.reference(in: text) {
      refuse("\(what) is not taken here: write it out", line, column)
      return nil
    }
    do {
      guard let node = try compose(yaml: text) else {
        refuse("the file is empty", 1, 1)
        return nil
      }
      return self.node(node, depth: 0)
    } catch let error as YamlError {
      note(error)
    } catch {
      refuse("not YAML: \(error)", 1, 1)
    }
    return nil
  }

  private mutating func node(_ node: Node, depth: Int) -> SourceNode {
    nodes += 1
    let mark = SourceNode.Mark(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if nodes == PackLimits.nodes + 1 { refuse("more than 50,000 nodes", mark.line, mark.column) }
    if depth > PackLimits.depth {
      refuse("nested more than 20 deep", mark.line, mark.column)
      return .scalar("", mark)
    }
    if !findings.isEmpty { return .scalar("", mark) }
    switch node {
    case .scalar(let scalar):
      if scalar.string.utf8.count > PackLimits.scalarBytes {
        refuse("a text of more than 64 KiB", mark.line, mark.column)
      }
      return .scalar(scalar.string, mark)
    case .sequence(let sequence):
      return .sequence(sequence.map { self.node($0, depth: depth + 1) }, mark)
    case .mapping(let mapping):
      return .mapping(mapping.map { entry($0.key, $0.value, depth: depth) }, mark)
    case .alias:
      refuse("an alias is not taken here: write it out", mark.line, mark.column)
      return .scalar("", mark)
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> SourceNode.Entry {
    let mark = SourceNode.Mark(
      file: file, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
    if key.scalar == nil { refuse("a key is a word", mark.line, mark.column) }
    return SourceNode.Entry(
      key: key.scalar?.string ?? "", mark: mark, value: node(value, depth: depth + 1))
  }

  private mutating func note(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      refuse("not YAML: \(problem)", mark.line, mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let (line, column) = secondPlace(of: key, from: context.mark.line)
      refuse("the key `\(key)` stands twice", line, column)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      refuse("not YAML: \(error)", 1, 1)
    }
  }

  /// Where a doubled key stands for the second time; the parser names only its map.
  private func secondPlace(of key: String, from line: Int) -> (Int, Int) {
    var places: [(Int, Int)] = []
    for number in lines.indices where number + 1 >= line {
      let indent = lines[number].prefix { $0 == " " || $0 == "-" }.count
      if lines[number].dropFirst(indent).hasPrefix(key + ":") {
        places.append((number + 1, indent + 1))
      }
    }
    return places.count > 1 ? places[1] : (line, 1)
  }

  private mutating func refuse(_ message: String, _ line: Int, _ column: Int) {
    if findings.count < 20 {
      findings.append(Finding(file: file, line: line, column: column, message: message))
    }
  }

  /// Finds an anchor, alias, tag or second document outside quotes and comments, before the parser sees it.
  private static func reference(in text: String) -> (Int, Int, String)? {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0, line == "---" || line.hasPrefix("--- ") {
        return (number + 1, 1, "a second document")
      }
      if let found = reference(inLine: line) { return (number + 1, found.0, found.1) }
    }
    return nil
  }

  private static func reference(inLine line: Substring) -> (Int, String)? {
    var quote: Character?
    var previous: Character = " "
    for (column, character) in line.enumerated() {
      if let open = quote {
        if character == open && previous != "\\" { quote = nil }
      } else {
        let starts = " [{,".contains(previous)
        switch character {
        case "\"", "'": if starts { quote = character }
        case "#": if previous == " " { return nil }
        case "&", "*":
          let name = line.dropFirst(column + 1).first
          if starts, let name, name.isLetter || name.isNumber {
            return (column + 1, character == "&" ? "an anchor" : "an alias")
          }
        case "!":
          if starts, !line.dropFirst(column + 1).hasPrefix(" ") {
            return (column + 1, "a tag")
          }
        default: break
        }
      }
      previous = character
    }
    return nil
  }
}

/// Source trees as bytes, so that texts once read need not be parsed again: every text once, then nodes in order.
///
/// Format: a version, the texts (each its length and its bytes), the files (path, tree). Numbers are LEB128.
package enum TreeCoding {
  private static let version: UInt8 = 1

  package static func encode(_ trees: [String: SourceNode]) -> [UInt8] {
    var writer = TreeWriter()
    for (path, tree) in trees.sorted(by: { $0.key < $1.key }) {
      writer.number(writer.place(of: path))
      writer.node(tree)
    }
    var head = TreeWriter()
    head.bytes = [version]
    head.number(writer.texts.count)
    for text in writer.texts {
      head.number(text.utf8.count)
      head.bytes += Array(text.utf8)
    }
    head.number(trees.count)
    return head.bytes + writer.bytes
  }

  /// - Returns: `nil` for bytes that were not written here.
  package static func decode(_ bytes: [UInt8]) -> [String: SourceNode]? {
    guard bytes.first == version else { return nil }
    var reader = TreeReader(bytes: bytes)
    return reader.trees()
  }
}

private struct TreeWriter {
  var bytes: [UInt8] = []
  var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  mutating func number(_ number: Int) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func node(_ node: SourceNode) {
    let mark = node.mark
    switch node {
    case .scalar(let text, _):
      bytes.append(0)
      self.mark(mark)
      number(place(of: text))
    case .sequence(let nodes, _):
      bytes.append(1)
      self.mark(mark)
      number(nodes.count)
      for inner in nodes { self.node(inner) }
    case .mapping(let entries, _):
      bytes.append(2)
      self.mark(mark)
      number(entries.count)
      for entry in entries {
        number(place(of: entry.key))
        self.mark(entry.mark)
        self.node(entry.value)
      }
    }
  }

  private mutating func mark(_ mark: SourceNode.Location) {
    number(place(of: mark.file))
    number(mark.line)
    number(mark.column)
  }
}

private struct TreeReader {
  let bytes: [UInt8]
  var place = 1
  var texts: [String] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func trees() -> [String: SourceNode]? {
    guard let count = number(), count <= bytes.count else { return nil }
    texts.reserveCapacity(count)
    for _ in 0..<count {
      guard let length = number(), place + length <= bytes.count,
        let text = String(validating: bytes[place..<place + length], as: UTF8.self)
      else { return nil }
      texts.append(text)
      place += length
    }
    guard let files = number(), files <= PackLimits.files else { return nil }
    var trees: [String: SourceNode] = [:]
    for _ in 0..<files {
      guard let path = text(), let tree = node(depth: 0) else { return nil }
      trees[path] = tree
    }
    return place == bytes.count ? trees : nil
  }

  private mutating func number() -> Int? {
    var result = 0
    var shift = 0
    while place < bytes.count, shift < 56 {
      let byte = bytes[place]
      place += 1
      result |= Int(byte & 127) << shift
      if byte < 128 { return result }
      shift += 7
    }
    return nil
  }

  private mutating func text() -> String? {
    guard let index = number(), texts.indices.contains(index) else { return nil }
    return texts[index]
  }

  private mutating func mark() -> SourceNode.Location? {
    guard let file = text(), let line = number(), let column = number() else { return nil }
    return SourceNode.Location(file: file, line: line, column: column)
  }

  private mutating func node(depth: Int) -> SourceNode? {
    guard place < bytes.count, depth <= PackLimits.depth + 1 else { return nil }
    let kind = bytes[place]
    place += 1
    guard let mark = mark() else { return nil }
    switch kind {
    case 0: return text().map { .scalar($0, mark) }
    case 1: return sequence(mark, depth)
    case 2: return mapping(mark, depth)
    default: return nil
    }
  }

  private mutating func sequence(_ mark: SourceNode.Location, _ depth: Int) -> SourceNode? {
    guard let count = number(), count <= bytes.count - place else { return nil }
    var nodes: [SourceNode] = []
    for _ in 0..<count {
      guard let node = node(depth: depth + 1) else { return nil }
      nodes.append(node)
    }
    return .sequence(nodes, mark)
  }

  private mutating func mapping(_ mark: SourceNode.Location, _ depth: Int) -> SourceNode? {
    guard let count = number(), count <= bytes.count - place else { return nil }
    var entries: [SourceNode.Entry] = []
    for _ in 0..<count {
      guard let key = text(), let own = self.mark(), let value = node(depth: depth + 1) else {
        return nil
      }
      entries.append(SourceNode.Entry(key: key, mark: own, value: value))
    }
    return .mapping(entries, mark)
  }
}

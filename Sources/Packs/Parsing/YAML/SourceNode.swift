/// YAML as it was written: every scalar is text, every node knows where it stands.
package indirect enum SourceNode: Hashable, Sendable {
  case scalar(String, Location)
  case sequence([SourceNode], Location)
  case mapping([Entry], Location)

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var mark: Location
    package var value: SourceNode

    package init(key: String, mark: Location, value: SourceNode) {
      self.key = key
      self.mark = mark
      self.value = value
    }
  }

  /// A place in a file, from 1.
  package struct Location: Hashable, Sendable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  package var mark: Location {
    switch self {
    case .scalar(_, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
    }
  }

  package var scalar: String? {
    guard case .scalar(let text, _) = self else { return nil }
    return text
  }

  package var sequence: [SourceNode]? {
    guard case .sequence(let nodes, _) = self else { return nil }
    return nodes
  }

  package var entries: [Entry]? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries
  }

  package subscript(key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }

  /// How a message names its kind.
  var kindName: String {
    switch self {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

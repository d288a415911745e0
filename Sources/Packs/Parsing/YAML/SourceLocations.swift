/// Where each thing with an id stands in a pack's files.
struct SourceLocations {
  private var marks: [String: SourceNode.Location] = [:]

  init(_ trees: [String: SourceNode]) {
    for (path, tree) in trees { collect(tree, path) }
  }

  private mutating func collect(_ node: SourceNode, _ path: String) {
    switch node {
    case .scalar: break
    case .sequence(let nodes, _): for one in nodes { collect(one, path) }
    case .mapping(let entries, let mark):
      if let id = node["id"]?.scalar { add(id, path, mark) }
      for row in node["rows"]?.entries ?? [] { add(row.key, path, row.mark) }
      for entry in entries { collect(entry.value, path) }
    }
  }

  private mutating func add(_ id: String, _ path: String, _ mark: SourceNode.Location) {
    let key = path + "#" + id
    if marks[key] == nil { marks[key] = mark }
  }

  /// The beginning of the file where the id is not found; of a best-worst block, the item that made it.
  func of(_ id: String?, in path: String) -> SourceNode.Location {
    let whole = SourceNode.Location(file: path, line: 1, column: 1)
    guard let id else { return whole }
    let family = id.split(separator: "-").prefix { Int($0) == nil }.joined(separator: "-")
    return marks[path + "#" + id] ?? marks[path + "#" + family] ?? whole
  }
}

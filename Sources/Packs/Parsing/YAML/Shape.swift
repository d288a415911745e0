/// What a place of the format takes, and a finding for anything else: nothing that was written wrongly is read as empty.
extension Findings {
  /// The entries of a list.
  ///
  /// - Parameters:
  ///   - what: how a message names the place.
  ///   - mayRepeat: whether the same may stand there twice, as in a list of figures.
  func list(_ node: SourceNode, _ what: String, mayRepeat: Bool = false) -> [SourceNode] {
    guard let nodes = node.sequence else {
      expected("a list", what, node)
      return []
    }
    if !mayRepeat { refuseDoubles(nodes, what) }
    return nodes
  }

  /// The entries of a map.
  func map(_ node: SourceNode, _ what: String) -> [SourceNode.Entry] {
    guard let entries = node.entries else {
      expected("a map", what, node)
      return []
    }
    return entries
  }

  /// A text; one of no letters only where it may be blank.
  func text(_ node: SourceNode, _ what: String, mayBeBlank: Bool = false) -> String? {
    guard let text = node.scalar else {
      expected("a text", what, node)
      return nil
    }
    if text == "null" || (text.isEmpty && !mayBeBlank) {
      add("\(what): expected a text, found nothing", at: node.mark)
      return nil
    }
    return text
  }

  /// The texts of a list.
  func texts(_ node: SourceNode, _ what: String, mayRepeat: Bool = false) -> [String] {
    list(node, what, mayRepeat: mayRepeat).compactMap { text($0, what) }
  }

  /// The texts of a map, by key.
  func textMap(_ node: SourceNode, _ what: String) -> [String: String] {
    map(node, what).reduce(into: [:]) { $0[$1.key] = text($1.value, "`\($1.key)`") }
  }

  private func expected(_ wanted: String, _ what: String, _ node: SourceNode) {
    add("\(what): expected \(wanted), found \(node.kindName)", at: node.mark)
  }

  /// Two entries of one list with the same id, or that say the same.
  private func refuseDoubles(_ nodes: [SourceNode], _ what: String) {
    guard nodes.count > 1 else { return }
    var seen: Set<String> = []
    for node in nodes where !seen.insert(node["id"]?.scalar ?? node.written).inserted {
      add(
        "\(what): `\(node["id"]?.scalar ?? node.written.prefix(40).description)` stands twice",
        at: node.mark)
    }
  }
}

extension SourceNode {
  /// What it says, wherever it stands.
  var written: String {
    switch self {
    case .scalar(let text, _): text
    case .sequence(let nodes, _): "[" + nodes.map(\.written).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { $0.key + ": " + $0.value.written }.joined(separator: ", ") + "}"
    }
  }
}

/// Every text of a pack that a reader sees, in the shape of a language's file: what a translator fills in.
package enum TranslationTemplate {
  /// - Parameter trees: the pack's files.
  package static func make(_ trees: [String: SourceNode]) -> SourceNode {
    var folders: [String: [SourceNode.Entry]] = [:]
    var entries: [SourceNode.Entry] = []
    for (file, tree) in trees.sorted(by: { $0.key < $1.key })
    where !file.hasPrefix("cases/") && !file.hasPrefix("languages/") {
      guard let texts = texts(tree, key: "") else { continue }
      let parts = file.dropLast(".yaml".count).split(separator: "/").map(String.init)
      let entry = SourceNode.Entry(key: parts[parts.count - 1], mark: tree.mark, value: texts)
      if parts.count == 1 {
        entries.append(entry)
      } else {
        folders[parts[0], default: []].append(entry)
      }
    }
    let mark = SourceNode.Location(file: "", line: 1, column: 1)
    entries += folders.sorted { $0.key < $1.key }.map {
      SourceNode.Entry(key: $0.key, mark: mark, value: .mapping($0.value, mark))
    }
    return .mapping(entries, mark)
  }

  /// What of a node is read; `nil` where nothing is.
  private static func texts(_ node: SourceNode, key: String) -> SourceNode? {
    switch node {
    case .scalar(let text, _): return WordLint.isRead(key, text) ? node : nil
    case .sequence(let nodes, let mark):
      let all = nodes.map { texts($0, key: key) }
      if all.allSatisfy({ $0 == nil }) { return nil }
      guard nodes.allSatisfy({ $0.overlayKey != nil }) else {
        return .sequence(
          zip(nodes, all).map { $1 ?? ($0.scalar == nil ? .mapping([], mark) : $0) }, mark)
      }
      let entries = nodes.compactMap { one -> SourceNode.Entry? in
        guard let id = one.overlayKey, let inner = texts(one, key: key) else { return nil }
        return SourceNode.Entry(key: id, mark: one.mark, value: inner)
      }
      return entries.isEmpty ? nil : .mapping(entries, mark)
    case .mapping(let all, let mark):
      let entries = all.filter { !WordLint.isRule($0.key) }.compactMap { entry in
        texts(entry.value, key: WordLint.key(entry.key, under: key)).map {
          SourceNode.Entry(key: entry.key, mark: entry.mark, value: $0)
        }
      }
      return entries.isEmpty ? nil : .mapping(entries, mark)
    }
  }
}

/// A language's texts laid over a pack's own files: the same ids, only what people read; lists become maps by id.
enum Overlay {
  /// Replaces scalars of `base` by those of `overlay` at the same place; what has no place there is a finding.
  static func lay(_ overlay: SourceNode, over base: SourceNode, _ findings: Findings) -> SourceNode
  {
    switch (overlay, base) {
    case (.scalar(let text, let mark), .scalar): return .scalar(text, mark)
    case (.sequence(let texts, _), .sequence(let olds, let mark))
    where texts.count == olds.count:
      return .sequence(zip(texts, olds).map { lay($0, over: $1, findings) }, mark)
    case (.mapping(let entries, _), .mapping(let olds, let mark)):
      return .mapping(lay(entries, over: olds, findings), mark)
    case (.mapping(let entries, _), .sequence(let olds, let mark)):
      return .sequence(lay(entries, over: olds, findings), mark)
    case (.mapping, .scalar), (.scalar, _), (.sequence, _):
      findings.add("the pack has \(base.kindName) here", at: overlay.mark)
      return base
    }
  }

  private static func lay(
    _ entries: [SourceNode.Entry], over olds: [SourceNode.Entry], _ findings: Findings
  ) -> [SourceNode.Entry] {
    var result = olds
    for entry in entries {
      guard let place = result.firstIndex(where: { $0.key == entry.key }) else {
        findings.add("the pack has no `\(entry.key)` here", at: entry.mark)
        continue
      }
      result[place].value = lay(entry.value, over: result[place].value, findings)
    }
    return result
  }

  private static func lay(
    _ entries: [SourceNode.Entry], over olds: [SourceNode], _ findings: Findings
  ) -> [SourceNode] {
    var result = olds
    for entry in entries {
      guard let place = result.firstIndex(where: { $0.overlayKey == entry.key }) else {
        findings.add("the pack has no `\(entry.key)` here", at: entry.mark)
        continue
      }
      result[place] = lay(entry.value, over: result[place], findings)
    }
    return result
  }
}

extension SourceNode {
  /// What a language's file calls a member of a list by: its id or, of a set of rows without one, that of its first row.
  var overlayKey: String? { self["id"]?.scalar ?? self["rows"]?.entries?.first?.key }
}

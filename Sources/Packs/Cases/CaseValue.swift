import JSON
import Workbook

/// A value of a case, whose scalars are texts until the item's kind says what they are.
struct CaseValue {
  private let findings: Findings

  init(_ findings: Findings) { self.findings = findings }

  /// - Returns: `nil` where a part of it has the wrong shape, which is told at that part.
  func plain(_ node: SourceNode, _ kind: ItemKind) -> JSONValue? {
    switch kind {
    case .rating, .number: figure(node)
    case .bestWorst, .rank(.seats, _): list(node) { figure($0) }
    case .record(let fields): record(node, fields)
    case .records(let fields, _): list(node) { record($0, fields) }
    case .text, .choice, .day: text(node)
    case .choices, .rank(.options, _): list(node) { text($0) }
    case .sort: map(node) { text($0.value) }
    case .grid(_, _, let scale):
      map(node) { row in map(row.value) { plain($0.value, .rating(scale)) } }
    }
  }

  private func record(_ node: SourceNode, _ fields: [Field]) -> JSONValue? {
    map(node) { entry in
      plain(entry.value, fields.first { $0.id == entry.key }?.kind ?? .text(1...2000))
    }
  }

  private func text(_ node: SourceNode) -> JSONValue? {
    findings.text(node, "an answer").map { .text($0) }
  }

  private func figure(_ node: SourceNode) -> JSONValue? {
    findings.text(node, "an answer").map { text in Int(text).map { .whole($0) } ?? .text(text) }
  }

  /// NB: A person may note the same thing twice, so a list of answers may repeat itself; where it may not, the item's kind says so.
  private func list(_ node: SourceNode, _ part: (SourceNode) -> JSONValue?) -> JSONValue? {
    guard node.sequence != nil else {
      _ = findings.list(node, "an answer")
      return nil
    }
    let nodes = findings.list(node, "an answer", mayRepeat: true)
    let parts = nodes.compactMap(part)
    return parts.count == nodes.count ? .list(parts) : nil
  }

  private func map(_ node: SourceNode, _ part: (SourceNode.Entry) -> JSONValue?) -> JSONValue? {
    guard node.entries != nil else {
      _ = findings.map(node, "an answer")
      return nil
    }
    let entries = findings.map(node, "an answer")
    let pairs = entries.compactMap { entry in part(entry).map { JSONValue.Pair(entry.key, $0) } }
    return pairs.count == entries.count ? .map(pairs) : nil
  }
}

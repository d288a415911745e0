import Packs
import Rules
import TestSupport
import Testing
import Workbook

/// The core pack with one node of another shape: each is told where it stands, none is read as empty.
struct WrongShapeTests {
  static let trees = PackReader.trees(SamplePack.coreFiles()).0

  /// What is done to a node.
  enum Change: String, CaseIterable, Sendable {
    case scalar, list, map, nothing, doubled

    /// The node as it is afterwards; `nil` where the change makes no other shape of it.
    func of(_ node: SourceNode) -> SourceNode? {
      switch (self, node) {
      case (.scalar, .scalar), (.list, .sequence), (.map, .mapping): nil
      case (.scalar, _): .scalar("word", node.mark)
      case (.list, _): .sequence([.scalar("word", node.mark)], node.mark)
      case (.map, _):
        .mapping(
          [SourceNode.Entry(key: "word", mark: node.mark, value: .scalar("word", node.mark))],
          node.mark)
      case (.nothing, _): .scalar("null", node.mark)
      case (.doubled, .sequence(let nodes, let mark)):
        nodes.last.map { .sequence(nodes + [$0], mark) }
      case (.doubled, _): nil
      }
    }
  }

  /// Where a node stands in its file: keys and places, from the outside.
  struct Path: Sendable, CustomStringConvertible {
    var file: String
    var steps: [Step]
    var description: String { file + " " + steps.map(\.description).joined(separator: "/") }
  }

  enum Step: Sendable, CustomStringConvertible {
    case key(String)
    case place(Int)

    var description: String {
      switch self {
      case .key(let key): key
      case .place(let place): String(place)
      }
    }
  }

  /// Changes that are allowed by design, each with the reason.
  static func isAllowed(_ change: Change, _ path: Path) -> Bool {
    let keys = path.steps.map(\.description)
    let isAnswer = path.file.hasPrefix("cases/") && keys.contains("answers")
    // An item's answer may be `null`: rather not say.
    if change == .nothing, isAnswer, keys.count == 4 { return true }
    // A person may note the same thing twice, so lists of records repeat.
    if change == .doubled, isAnswer { return true }
    // One name, alone or as a list of one, of what a measure reads.
    let oneOrMore = ["tally", "count", "tagged", "weighted", "averaged", "attainment", "outside"]
    if let last = keys.last, oneOrMore.contains(last), change == .scalar || change == .list {
      return true
    }
    // One closing sentence in place of several; the text of a row alone, without what is said of its answers.
    if change == .scalar, keys.last == "closing" || keys.dropLast().last == "rows" { return true }
    // A text in two number forms, or one: the other shape is read as that, and told for what it lacks.
    return false
  }

  static func paths() -> [Path] {
    trees.sorted { $0.key < $1.key }.flatMap { file, tree in
      paths(tree, Path(file: file, steps: []))
    }
  }

  private static func paths(_ node: SourceNode, _ path: Path) -> [Path] {
    var all = [path]
    for (place, one) in (node.sequence ?? []).enumerated() {
      all += paths(one, Path(file: path.file, steps: path.steps + [.place(place)]))
    }
    for entry in node.entries ?? [] {
      all += paths(entry.value, Path(file: path.file, steps: path.steps + [.key(entry.key)]))
    }
    return all
  }

  private static func node(_ root: SourceNode, _ steps: ArraySlice<Step>) -> SourceNode? {
    guard let first = steps.first else { return root }
    switch first {
    case .key(let key): return root[key].flatMap { node($0, steps.dropFirst()) }
    case .place(let place): return root.sequence.flatMap { node($0[place], steps.dropFirst()) }
    }
  }

  private static func replacing(
    _ root: SourceNode, _ steps: ArraySlice<Step>, by other: SourceNode
  ) -> SourceNode {
    switch (steps.first, root) {
    case (.key(let key), .mapping(var entries, let mark)):
      if let place = entries.firstIndex(where: { $0.key == key }) {
        entries[place].value = replacing(entries[place].value, steps.dropFirst(), by: other)
      }
      return .mapping(entries, mark)
    case (.place(let place), .sequence(var nodes, let mark)):
      nodes[place] = replacing(nodes[place], steps.dropFirst(), by: other)
      return .sequence(nodes, mark)
    case (.none, _), (.some, _): return other
    }
  }

  /// The lines that a finding may name: those of the node, of a doubled entry its own.
  private static func lines(_ node: SourceNode) -> ClosedRange<Int> {
    let inner = (node.sequence ?? []) + (node.entries ?? []).map(\.value)
    let last = inner.map { lines($0).upperBound }.max() ?? node.mark.line
    return node.mark.line...max(node.mark.line, last)
  }

  static func problem(_ change: Change, _ path: Path) -> String? {
    guard let tree = trees[path.file], let node = node(tree, path.steps[...]),
      let changed = change.of(node), !isAllowed(change, path)
    else { return nil }
    var all = trees
    all[path.file] = replacing(tree, path.steps[...], by: changed)
    let (_, findings) = PackReader.read(all, others: [], hash: "", language: "en")
    let wanted =
      change == .doubled
      ? node.sequence?.last.map { lines($0) } : node.mark.line...node.mark.line
    let isTold = findings.contains {
      $0.file == path.file && wanted?.contains($0.line) == true
    }
    return isTold
      ? nil : "\(change.rawValue) at \(path) (line \(node.mark.line)): \(findings.prefix(3))"
  }

  @Test(arguments: 0..<4)
  func everyOtherShapeIsTold(_ seed: Int) {
    var random = SplitMix64(state: UInt64(4100 + seed))
    let paths = WrongShapeTests.paths()
    #expect(paths.count > 10_000)
    for _ in 0..<60 {
      let path = paths[random.next(below: paths.count)]
      for change in Change.allCases {
        if let problem = WrongShapeTests.problem(change, path) { Issue.record("\(problem)") }
      }
    }
  }
}

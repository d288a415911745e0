import JSON
import Workbook

/// Answers of a made-up person as they are written down: by exercise, then by item, an id that ends in `*` for many at once.
struct GivenAnswers {
  private let pack: Pack
  private let findings: Findings

  init(_ pack: Pack, _ findings: Findings) {
    self.pack = pack
    self.findings = findings
  }

  func read(_ exercises: [SourceNode.Entry]) -> [CaseAnswer] { exercises.flatMap { answers($0) } }

  private func answers(_ exercise: SourceNode.Entry) -> [CaseAnswer] {
    findings.map(exercise.value, "the answers to `\(exercise.key)`").flatMap {
      entry -> [CaseAnswer] in
      let places = places(exercise.key, entry.key)
      if places.isEmpty {
        findings.add("there is no item `\(exercise.key)/\(entry.key)`", at: entry.mark)
      }
      return places.compactMap { answer($0, entry.value) }
    }
  }

  /// One item, all whose id begins so, or all blocks of a best-worst choice.
  func places(_ exercise: String, _ name: String) -> [Int] {
    if let place = pack.itemPlaces[ItemAddress(exercise, name)] { return [place] }
    return (pack.exercise(exercise)?.items ?? 0..<0).filter { place in
      let item = pack.items[place]
      if case .bestWorst(let block) = item.kind, block.family == name { return true }
      return name.hasSuffix("*")
        ? item.address.item.hasPrefix(name.dropLast()) : item.address.item == name
    }
  }

  private func answer(_ place: Int, _ node: SourceNode) -> CaseAnswer? {
    let item = pack.items[place]
    if node.scalar == "null" { return CaseAnswer(item: place, value: nil) }
    if case .bestWorst(let block) = item.kind,
      let order = node.sequence, order.count > 2
    {
      return byOrder(place, block, order.compactMap { findings.text($0, "the order") }, node.mark)
    }
    // What has the wrong shape is told where it stands, and not once more by the item.
    guard let value = CaseValue(findings).plain(node, item.kind) else { return nil }
    switch item.kind.read(value) {
    case .success(let value): return CaseAnswer(item: place, value: value)
    case .failure(let problem):
      findings.add("no answer to `\(item.address)`: \(problem)", at: node.mark)
      return nil
    }
  }

  private func byOrder(
    _ place: Int, _ block: BestWorstBlock, _ order: [String], _ mark: SourceNode.Location
  ) -> CaseAnswer? {
    let ids = block.cards.map(\.id)
    let seats = block.seats.compactMap { seat in
      order.firstIndex(of: ids[seat]).map { (seat, $0) }
    }
    guard Set(order) == Set(ids), order.count == ids.count,
      let best = seats.min(by: { $0.1 < $1.1 }),
      let worst = seats.max(by: { $0.1 < $1.1 })
    else {
      findings.add("the order names every card once", at: mark)
      return nil
    }
    return CaseAnswer(item: place, value: .bestWorst(best: best.0, worst: worst.0))
  }
}

import Plain
import Rules
import Workbook

extension PackReader {
  mutating func readCases() {
    for path in trees.keys.sorted() where path.hasPrefix("cases/") {
      for node in trees[path]?.sequence ?? [] { readCase(node, path) }
    }
  }

  private mutating func readCase(_ node: SourceNode, _ path: String) {
    var fields = FieldReader(node, "a case", findings)
    let id = fields.id()
    let life = fields.requiredText("life")
    let day = fields.text("day").flatMap { Day($0) }
    let answers = (fields.node("answers")?.entries ?? []).flatMap { caseAnswers($0) }
    let shares = fields.texts("shares")
    let expect = expectations(fields.node("expect"))
    fields.finish()
    if pack.cases.contains(where: { $0.id == id }) {
      findings.add("the case `\(id)` stands already", at: node.mark)
    }
    var one = Case(
      id: id, life: life, day: day, answers: answers, expect: expect, file: path,
      line: node.mark.line)
    one.shares = shares
    pack.cases.append(one)
  }

  private func caseAnswers(_ exercise: SourceNode.Entry) -> [CaseAnswer] {
    (exercise.value.entries ?? []).flatMap { entry -> [CaseAnswer] in
      let places = places(exercise.key, entry.key)
      if places.isEmpty {
        findings.add("there is no item `\(exercise.key)/\(entry.key)`", at: entry.mark)
      }
      return places.compactMap { caseAnswer($0, entry.value) }
    }
  }

  /// One item, all whose id begins so, or all blocks of a best-worst choice.
  private func places(_ exercise: String, _ name: String) -> [Int] {
    if let place = itemPlaces[ItemAddress(exercise, name)] { return [place] }
    return (pack.exercise(exercise)?.items ?? 0..<0).filter { place in
      let item = pack.items[place]
      if case .bestWorst(let block) = item.kind, block.family == name { return true }
      return name.hasSuffix("*")
        ? item.address.item.hasPrefix(name.dropLast()) : item.address.item == name
    }
  }

  private func caseAnswer(_ place: Int, _ node: SourceNode) -> CaseAnswer? {
    let item = pack.items[place]
    if node.scalar == "null" { return CaseAnswer(item: place, value: nil) }
    if case .bestWorst(let block) = item.kind,
      let order = node.sequence?.compactMap(\.scalar), order.count > 2
    {
      return byOrder(place, block, order, node.mark)
    }
    switch item.kind.read(CaseValue.plain(node, item.kind)) {
    case .success(let value): return CaseAnswer(item: place, value: value)
    case .failure(let problem):
      findings.add("no answer to `\(item.address)`: \(problem)", at: node.mark)
      return nil
    }
  }

  private func byOrder(
    _ place: Int, _ block: BestWorstBlock, _ order: [String], _ mark: SourceNode.Mark
  ) -> CaseAnswer? {
    let ids = block.cards.map(\.id)
    let seats = block.seats.compactMap { seat in
      order.firstIndex(of: ids[seat]).map { (seat, $0) }
    }
    guard seats.count == block.seats.count, let best = seats.min(by: { $0.1 < $1.1 }),
      let worst = seats.max(by: { $0.1 < $1.1 })
    else {
      findings.add("the order names every card once", at: mark)
      return nil
    }
    return CaseAnswer(item: place, value: .bestWorst(best: best.0, worst: worst.0))
  }

  private func expectations(_ node: SourceNode?) -> Expectations {
    var result = Expectations()
    guard let node else { return result }
    var fields = FieldReader(node, "`expect`", findings)
    result.amongFirstThree = fields.texts("among-first-three")
    result.notAmong = fields.texts("not-among")
    result.holds = fields.texts("holds")
    result.open = fields.texts("open")
    result.fails = fields.texts("fails")
    for entry in fields.node("scores")?.entries ?? [] {
      if let score = entry.value.scalar.flatMap({ Int($0) }) {
        result.scores[entry.key] = score
      } else {
        findings.add("a score is a whole number", at: entry.mark)
      }
    }
    result.ruledOut = fields.texts("ruled-out")
    result.next = fields.texts("next")
    result.steps = fields.texts("steps")
    result.unsaid = fields.texts("unsaid")
    for entry in fields.node("bands")?.entries ?? [] {
      if let band = entry.value.scalar.flatMap(Band.init(name:)) {
        result.bands[entry.key] = band
      } else {
        findings.add("a band is strong, worth exploring or little so far", at: entry.mark)
      }
    }
    for entry in fields.node("closes")?.entries ?? [] {
      if pack.exercises.contains(where: { $0.id == entry.key }) {
        result.closes[entry.key] = entry.value.scalar ?? ""
      } else {
        findings.add("there is no exercise `\(entry.key)`", at: entry.mark)
      }
    }
    for entry in fields.node("marks")?.entries ?? [] {
      if let verdict = entry.value.scalar.flatMap({ Verdict(name: $0) }) {
        result.marks[entry.key] = verdict
      } else {
        findings.add("a mark is yes, no or unknown", at: entry.mark)
      }
    }
    fields.finish()
    checkNames(result, node.mark)
    return result
  }

  private func checkNames(_ expect: Expectations, _ mark: SourceNode.Mark) {
    let candidates =
      expect.amongFirstThree + expect.notAmong + expect.ruledOut + Array(expect.bands.keys)
      + Array(expect.scores.keys)
    for id in candidates where pack.candidate(id) == nil {
      findings.add("there is no pathway or direction `\(id)`", at: mark)
    }
    for name in expect.holds + expect.open + expect.fails {
      let parts = name.split(separator: ".").map(String.init)
      let supports = parts.first.flatMap { pack.candidate($0) }?.candidate.supports ?? []
      if parts.count != 2 || !supports.contains(where: { $0.id == parts[1] }) {
        findings.add("there is no support `\(name)`", at: mark)
      }
    }
    for id in expect.marks.keys where !pack.marks.contains(where: { $0.id == id }) {
      findings.add("there is no mark `\(id)`", at: mark)
    }
    for id in expect.steps where !pack.steps.contains(where: { $0.id == id }) {
      findings.add("there is no step `\(id)`", at: mark)
    }
  }
}

/// A value of a case, whose scalars are texts until the item's kind says what they are.
enum CaseValue {
  static func plain(_ node: SourceNode, _ kind: ItemKind) -> Plain {
    switch kind {
    case .rating, .number: node.scalar.flatMap(Int.init).map { .whole($0) } ?? text(node)
    case .bestWorst:
      .list(
        (node.sequence ?? []).map { $0.scalar.flatMap(Int.init).map { .whole($0) } ?? text($0) })
    case .record(let fields): record(node, fields)
    case .records(let fields, _): .list((node.sequence ?? []).map { record($0, fields) })
    case .text, .choice, .day: text(node)
    case .choices, .rank(.options, _): .list((node.sequence ?? []).map { text($0) })
    case .rank(.seats, _):
      .list(
        (node.sequence ?? []).map { $0.scalar.flatMap(Int.init).map { .whole($0) } ?? text($0) })
    case .sort: .map((node.entries ?? []).map { Plain.Pair($0.key, text($0.value)) })
    case .grid(_, _, let scale):
      .map(
        (node.entries ?? []).map { row in
          let cells = (row.value.entries ?? []).map {
            Plain.Pair($0.key, plain($0.value, .rating(scale)))
          }
          return Plain.Pair(row.key, .map(cells))
        })
    }
  }

  private static func record(_ node: SourceNode, _ fields: [Field]) -> Plain {
    .map(
      (node.entries ?? []).map { entry in
        let kind = fields.first { $0.id == entry.key }?.kind ?? .text(1...2000)
        return Plain.Pair(entry.key, plain(entry.value, kind))
      })
  }

  private static func text(_ node: SourceNode) -> Plain { .text(node.scalar ?? "") }
}

import JSON
import Rules
import Workbook

extension PackReader {
  mutating func readCases() {
    for path in trees.keys.sorted() where path.hasPrefix("cases/") {
      let nodes = trees[path].map { findings.list($0, "a file of cases") } ?? []
      for node in nodes { readCase(node, path) }
    }
  }

  private mutating func readCase(_ node: SourceNode, _ path: String) {
    var fields = FieldReader(node, "a case", findings)
    let id = fields.id()
    let life = fields.requiredText("life")
    let day = fields.text("day").flatMap { Day($0) }
    if day == nil, fields.has("day") {
      findings.add("`day` is a day: YYYY-MM-DD", at: fields.valueMark("day"))
    }
    let answers = GivenAnswers(pack, findings).read(fields.map("answers"))
    let shares = fields.texts("shares")
    let expect = expectations(fields.node("expect"))
    fields.finish()
    if pack.cases.contains(where: { $0.id == id && $0.file != path }) {
      findings.add("the case `\(id)` stands already", at: node.mark)
    }
    var one = Case(
      id: id, life: life, day: day, answers: answers, expect: expect, file: path,
      line: node.mark.line)
    one.shares = shares
    pack.cases.append(one)
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
    result.scores = words(&fields, "scores", "a score is a whole number") { Int($0) }
    result.ruledOut = fields.texts("ruled-out")
    result.next = fields.texts("next")
    result.steps = fields.texts("steps")
    result.unsaid = fields.texts("unsaid")
    result.question = word(&fields, "question")
    result.bands = words(
      &fields, "bands", "a band is strong, worth exploring or little so far", Band.init(name:))
    for entry in fields.map("closes") {
      if pack.exercises.contains(where: { $0.id == entry.key }) {
        result.closes[entry.key] = findings.text(entry.value, "`\(entry.key)`") ?? ""
      } else {
        findings.add("there is no exercise `\(entry.key)`", at: entry.mark)
      }
    }
    result.marks = words(&fields, "marks", "a mark is yes, no or unknown", Verdict.init(name:))
    fields.finish()
    checkNames(result, node.mark)
    return result
  }

  /// A map of words of which each stands for something.
  private func words<Value>(
    _ fields: inout FieldReader, _ key: String, _ problem: String, _ make: (String) -> Value?
  ) -> [String: Value] {
    fields.map(key).reduce(into: [:]) { all, entry in
      guard let text = findings.text(entry.value, "`\(entry.key)`") else { return }
      all[entry.key] = make(text)
      if all[entry.key] == nil { findings.add(problem, at: entry.value.mark) }
    }
  }

  private func checkNames(_ expect: Expectations, _ mark: SourceNode.Location) {
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

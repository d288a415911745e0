import Rules
import Workbook

extension PackReader {
  mutating func readMarks() {
    guard trees["marks.yaml"] != nil, let file = take("marks.yaml") else { return }
    for node in findings.list(file, "the marks") {
      var fields = FieldReader(node, "a mark", findings)
      let id = fields.id()
      let material = fields.nodes("material").compactMap { self.material($0) }
      let when = markCondition(&fields, material)
      let help = fields.text("help") ?? ""
      fields.finish()
      guard let when else { continue }
      let place = pack.marks.count
      var mark = DerivedFact(id: id, when: when, help: help)
      mark.material = material
      pack.marks.append(mark)
      markMarks.append(node.mark)
      add(Fact(name: "mark." + id, type: .truth, source: .mark(place)), at: node.mark)
    }
  }

  /// A mark's own condition, or that all of its material is there.
  private func markCondition(_ fields: inout FieldReader, _ material: [Material]) -> Condition? {
    let when = fields.node("when")
    if let when, fields.has("material") {
      findings.add("a mark has `when` or `material`, not both", at: when.mark)
    }
    if let when { return conditions.condition(when) }
    if !fields.has("material") {
      findings.add("a mark needs `when`, or `material`", at: fields.mark)
    }
    return material.isEmpty ? nil : .all(material.map(\.when))
  }

  private func material(_ node: SourceNode) -> Material? {
    var fields = FieldReader(node, "a piece of material", findings)
    let (id, title) = (fields.id(), fields.requiredText("title"))
    let missing = fields.requiredText("missing")
    let exercise = fields.requiredText("exercise")
    let when = fields.node("when")
    fields.finish()
    if when == nil { findings.add("a piece of material needs `when`", at: node.mark) }
    if !exercise.isEmpty, !pack.exercises.contains(where: { $0.id == exercise }) {
      findings.add("there is no exercise `\(exercise)`", at: fields.valueMark("exercise"))
    }
    return when.flatMap { conditions.condition($0) }.map {
      Material(id: id, title: title, when: $0, missing: missing, exercise: exercise)
    }
  }

  mutating func readCandidates() {
    for name in candidates.pathways {
      if let found = candidate(name, "pathways") { pack.pathways.append(found) }
    }
    for name in candidates.directions {
      if let found = candidate(name, "directions") { pack.directions.append(found) }
    }
  }

  private mutating func candidate(_ name: SourceNode, _ folder: String) -> Pathway? {
    guard let id = findings.text(name, "`\(folder)`") else { return nil }
    guard let file = take("\(folder)/\(id).yaml", at: name.mark) else { return nil }
    let isPathway = folder == "pathways"
    var fields = FieldReader(file, isPathway ? "a pathway" : "a direction", findings)
    if fields.id() != id { findings.add("the file is called `\(id)`", at: fields.valueMark("id")) }
    if pack.candidate(id) != nil { findings.add("`\(id)` stands already", at: name.mark) }
    let supports = fields.nodes("supports").compactMap { support($0) }
    let gates = fields.nodes("gates").compactMap { gate($0) }
    let holds = fields.nodes("held").compactMap { gate($0, "a hold") }
    let pairs = isPathway ? fields.textMap("pairs") : [:]
    var found = Pathway(
      candidate: Candidate(
        id: id, supports: supports.map(\.0), gates: gates.map(\.0),
        holds: holds.map { Hold(id: $0.0.id, when: $0.0.when) },
        reversibility: isPathway ? reversibility(&fields) : nil),
      title: fields.requiredText("title"), text: fields.requiredText("text"),
      fits: fields.requiredText("fits"), costs: fields.requiredText("costs"),
      notFor: fields.requiredText("not-for"), wrongIf: fields.requiredText("wrong-if"),
      serves: serves(fields.node("serves"), file.mark),
      towards: isPathway ? fields.yesNo("towards") : false,
      because: supports.map(\.1), gateBecause: gates.map(\.1), crosses: supports.map(\.2))
    found.pairs = pairs
    found.holdBecause = holds.map(\.1)
    if isPathway {
      found.change = word(&fields, "change")
      found.eases = eases(&fields)
    }
    fields.finish()
    return found
  }

  /// How hard it is to undo.
  private func reversibility(_ fields: inout FieldReader) -> Int? {
    guard let level = fields.whole("reversibility") else { return nil }
    if (1...5).contains(level) { return level }
    findings.add(
      "`reversibility` is 1, undone in a day, to 5, one way only",
      at: fields.valueMark("reversibility"))
    return nil
  }

  /// The limits that it eases, each an item of an exercise about circumstances.
  private func eases(_ fields: inout FieldReader) -> [String] {
    let limits = pack.exercises.filter(\.circumstances).flatMap { exercise in
      exercise.items.map { pack.items[$0].address.item }
    }
    let eased = fields.texts("eases")
    for id in eased where !limits.contains(id) {
      let near = Nearest.word(to: id, among: limits)
      findings.add(
        "there is no limit `\(id)`" + (near.map { ": did you mean `\($0)`?" } ?? ""),
        at: fields.valueMark("eases"))
    }
    return eased
  }

  private func support(_ node: SourceNode) -> (Support, Template, String?)? {
    var fields = FieldReader(node, "a support", findings)
    let id = fields.id()
    let points = fields.whole("points") ?? 0
    if points == 0 { findings.add("`points` is a whole number, not 0", at: node.mark) }
    let rule = rule(&fields)
    let crosses = fields.text("crosses")
    let group: SupportGroup? = word(&fields, "group")
    if group != nil, points < 0 {
      findings.add("only a support for has a `group`", at: fields.valueMark("group"))
    }
    fields.finish()
    return rule.map { (Support(id: id, points: points, when: $0, group: group), $1, crosses) }
  }

  private func gate(_ node: SourceNode, _ what: String = "a gate") -> (Gate, Template)? {
    var fields = FieldReader(node, what, findings)
    let id = fields.id()
    let rule = rule(&fields)
    fields.finish()
    return rule.map { (Gate(id: id, when: $0), $1) }
  }

  private func rule(_ fields: inout FieldReader) -> (Condition, Template)? {
    let when = fields.node("when")
    let because = fields.node("because")
    guard let when, let because else {
      findings.add("a rule needs `when` and `because`", at: fields.mark)
      return nil
    }
    guard let condition = conditions.condition(when), var text = template(because) else {
      return nil
    }
    checkPlaceholders(text, because.mark)
    for (fact, comparison) in condition.comparisons where !comparison.words.isEmpty {
      text.naming[pack.facts[fact].name, default: []] += comparison.words
    }
    return (condition, text)
  }

  /// - Parameter others: names that the program itself fills.
  func checkPlaceholders(
    _ template: Template, _ mark: SourceNode.Location, others: Set<String> = []
  ) {
    for name in template.placeholders where !others.contains(name) && !canFill(name) {
      let near = Nearest.word(to: name, among: factPlaces.keys)
      findings.add(
        "nothing fills `{\(name)}`" + (near.map { ": did you mean `{\($0)}`?" } ?? ""), at: mark)
    }
    for name in template.said.sorted() where canFill(name) {
      if factPlaces[name].map({ pack.facts[$0].said.isEmpty }) ?? true {
        findings.add("no `said` tells what `\(name)` means", at: mark)
      }
    }
    if !template.quotesWhole {
      findings.add("`{said …}` is a sentence of its own, with blanks around it", at: mark)
    }
  }

  /// A fact, or a text that may be quoted.
  private func canFill(_ name: String) -> Bool {
    if factPlaces[name] != nil { return true }
    let parts = name.split(separator: ".", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let place = item(named: parts[0] + "." + parts[1]) else {
      return false
    }
    switch pack.items[place].kind {
    case .text: return parts.count == 2
    case .record(let fields): return fields.contains { $0.id == parts.last }
    case .choice, .choices, .rating, .number, .day, .bestWorst, .records, .sort, .rank, .grid:
      return false
    }
  }

  private func serves(_ node: SourceNode?, _ mark: SourceNode.Location) -> Serves {
    let none = Serves.Side(level: .notAtAll, how: "")
    guard let node else {
      findings.add("`serves` is missing", at: mark)
      return Serves(organisation: none, person: none)
    }
    var fields = FieldReader(node, "`serves`", findings)
    let result = Serves(
      organisation: side(fields.node("organisation"), node.mark),
      person: side(fields.node("person"), node.mark))
    fields.finish()
    return result
  }

  private func side(_ node: SourceNode?, _ mark: SourceNode.Location) -> Serves.Side {
    guard let node, node.entries != nil else {
      findings.add(
        "expected a map of a level and a sentence, found "
          + (node?.kindName ?? "nothing"), at: node?.mark ?? mark)
      return Serves.Side(level: .notAtAll, how: "")
    }
    var fields = FieldReader(node, "a side", findings)
    let level: Serves.Level? = word(&fields, "level")
    let side = Serves.Side(level: level ?? .notAtAll, how: fields.requiredText("how"))
    fields.finish()
    return side
  }

  mutating func readSteps() {
    guard trees["steps.yaml"] != nil, let file = take("steps.yaml") else { return }
    for node in findings.list(file, "the steps") {
      let step = step(node)
      for id in step.pathways where pack.candidate(id) == nil {
        findings.add("there is no pathway `\(id)`", at: node.mark)
      }
      pack.steps.append(step)
    }
  }

  private func step(_ node: SourceNode) -> Step {
    var fields = FieldReader(node, "a step", findings)
    var step = Step(
      id: fields.id(), pathways: fields.texts("for"),
      when: fields.node("when").flatMap { conditions.condition($0) },
      title: fields.requiredText("title"), minutes: fields.whole("minutes") ?? 0,
      within: fields.whole("within") ?? 0, first: fields.requiredText("first"),
      say: fields.requiredText("say"), forIt: fields.requiredText("for-it"),
      againstIt: fields.requiredText("against-it"), cost: fields.requiredText("cost"),
      notice: fields.requiredText("notice"), undo: fields.whole("undo") ?? 1,
      undone: fields.requiredText("undone"), suits: fields.texts("suits"),
      serves: serves(fields.node("serves"), node.mark))
    step.bestWhen = fields.node("best-when").flatMap { conditions.condition($0) }
    step.each = fields.node("each").flatMap { each($0) }
    fields.finish()
    return step
  }

  private func each(_ node: SourceNode) -> Step.Each? {
    var fields = FieldReader(node, "`each`", findings)
    let name = fields.requiredText("of")
    let only = only(&fields, item(named: name))
    let lacks = fields.text("lacks")
    fields.finish()
    guard let place = item(named: name), case .records = pack.items[place].kind else {
      findings.add("no records `\(name)` stand above", at: node.mark)
      return nil
    }
    return Step.Each(item: place, only: only, lacks: lacks)
  }
}

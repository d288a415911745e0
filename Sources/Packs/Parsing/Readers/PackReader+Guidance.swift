import Rules
import Workbook

extension PackReader {
  /// `agendas.yaml`: what coach and client agree on, plans of sessions, prompts.
  mutating func readGuidance() {
    guard trees["agendas.yaml"] != nil, let file = take("agendas.yaml") else { return }
    var fields = FieldReader(file, "the plans of sessions", findings)
    if let node = fields.node("agreement") { pack.guidance.agreement = agreement(node) }
    pack.guidance.plans = fields.nodes("plans").map { plan($0) }
    pack.guidance.prompts = fields.nodes("prompts").compactMap { prompt($0) }
    fields.finish()
  }

  private func agreement(_ node: SourceNode) -> Guidance.Agreement {
    var fields = FieldReader(node, "the agreement", findings)
    var agreement = Guidance.Agreement()
    agreement.version = fields.whole("version") ?? 0
    agreement.title = fields.requiredText("title")
    agreement.parts = fields.nodes("parts").map { part in
      var fields = FieldReader(part, "a part of the agreement", findings)
      defer { fields.finish() }
      return Guidance.Agreement.Part(
        title: fields.requiredText("title"), text: fields.requiredText("text"))
    }
    agreement.short = fields.texts("short")
    if agreement.version < 1 { findings.add("an agreement has a `version`, from 1", at: node.mark) }
    if agreement.parts.isEmpty { findings.add("an agreement has `parts`", at: node.mark) }
    if agreement.short.count != 2 || agreement.short.contains(where: { $0.count > 72 }) {
      findings.add(
        "`short` is two lines of 72 characters at most", at: fields.valueMark("short"))
    }
    fields.finish()
    return agreement
  }

  private func plan(_ node: SourceNode) -> SessionPlan {
    var fields = FieldReader(node, "a plan", findings)
    let plan = SessionPlan(
      id: fields.id(), title: fields.requiredText("title"), purpose: fields.requiredText("for"),
      minutes: fields.whole("minutes") ?? 0,
      suggestion: fields.node("suggest").flatMap { suggestion($0) },
      parts: fields.nodes("parts").map { part($0) })
    let sum = plan.parts.reduce(0) { $0 + $1.minutes }
    if plan.parts.isEmpty {
      findings.add("a plan has `parts`", at: node.mark)
    } else if sum != plan.minutes {
      findings.add(
        "the parts take \(sum) minutes, the plan \(plan.minutes)", at: fields.valueMark("minutes"))
    }
    fields.finish()
    return plan
  }

  private func suggestion(_ node: SourceNode) -> SessionPlan.Suggestion? {
    var fields = FieldReader(node, "a suggestion", findings)
    let when = fields.node("when").flatMap { conditions.condition($0) }
    let because = Template(fields.requiredText("because"))
    fields.finish()
    guard let when else {
      findings.add("a suggestion has `when`", at: node.mark)
      return nil
    }
    checkQuotes(because, when, node.mark)
    return SessionPlan.Suggestion(when: when, because: because)
  }

  private func part(_ node: SourceNode) -> SessionPlan.Part {
    var fields = FieldReader(node, "a part of a plan", findings)
    let hands = fields.requiredText("hands")
    let part = SessionPlan.Part(
      id: fields.id(), title: fields.requiredText("title"), minutes: fields.whole("minutes") ?? 0,
      hands: SessionPlan.Part.Hands(rawValue: hands) ?? .both,
      exercise: fields.text("exercise") ?? "", aim: fields.requiredText("aim"),
      ask: fields.texts("ask"), listen: fields.requiredText("listen"))
    if part.minutes < 1 { findings.add("a part takes `minutes`, from 1", at: node.mark) }
    if SessionPlan.Part.Hands(rawValue: hands) == nil {
      let known = SessionPlan.Part.Hands.allCases.map(\.rawValue).joined(separator: ", ")
      findings.add("there are no hands `\(hands)`: \(known)", at: fields.valueMark("hands"))
    }
    if !(1...3).contains(part.ask.count) {
      findings.add("a part has one to three questions in `ask`", at: node.mark)
    }
    if !part.exercise.isEmpty { checkExercise(part, fields.valueMark("exercise")) }
    fields.finish()
    return part
  }

  /// It is there, and fits into the part's time in its short form.
  private func checkExercise(_ part: SessionPlan.Part, _ mark: SourceNode.Location) {
    guard let exercise = pack.exercises.first(where: { $0.id == part.exercise }) else {
      findings.add("there is no exercise `\(part.exercise)`", at: mark)
      return
    }
    let needed = exercise.items(isLong: false).filter { !pack.items[$0].optional }
    let minutes = Int(pack.minutes(of: needed).rounded())
    if minutes > part.minutes {
      findings.add(
        "`\(part.exercise)` takes about \(minutes) minutes, the part has \(part.minutes)",
        at: mark)
    }
  }

  private func prompt(_ node: SourceNode) -> Guidance.Prompt? {
    var fields = FieldReader(node, "a prompt", findings)
    let id = fields.id()
    let exercise = fields.requiredText("exercise")
    let when = fields.node("when").flatMap { conditions.condition($0) }
    let minutes = fields.whole("minutes") ?? 0
    let text = Template(fields.requiredText("text"))
    if !pack.exercises.contains(where: { $0.id == exercise }) {
      findings.add("there is no exercise `\(exercise)`", at: fields.valueMark("exercise"))
    }
    if minutes < 1 { findings.add("a prompt takes `minutes`, from 1", at: node.mark) }
    fields.finish()
    guard let when else {
      findings.add("a prompt has `when`", at: node.mark)
      return nil
    }
    checkQuotes(text, when, node.mark)
    return Guidance.Prompt(id: id, exercise: exercise, when: when, minutes: minutes, text: text)
  }

  /// What is quoted is what the condition read, so that it is there to be quoted.
  private func checkQuotes(_ text: Template, _ when: Condition, _ mark: SourceNode.Location) {
    checkPlaceholders(text, mark)
    if text.placeholders.isEmpty {
      findings.add("it quotes no answer that speaks for it", at: mark)
    }
    let read = Set(when.facts)
    for name in text.placeholders {
      if let fact = factPlaces[name], !read.contains(fact) {
        findings.add("it quotes `\(name)`, which its `when` does not read", at: mark)
      }
    }
  }
}

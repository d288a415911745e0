import Rules
import Workbook

extension PackReader {
  /// `brief.yaml`: the page, section by section.
  mutating func readSections() {
    guard trees["brief.yaml"] != nil, let file = take("brief.yaml") else { return }
    for node in findings.list(file, "the page") {
      var fields = FieldReader(node, "a section", findings)
      var section = BriefSection(
        id: fields.id(), title: fields.requiredText("title"), takes: fields.texts("takes"))
      section.entries = entryFields(fields.map("entries"))
      section.labels = labels(fields.map("labels"))
      section.talk = fields.node("talk").map { talkPart($0, title: section.title) }
      fields.finish()
      for name in section.takes where !isTakable(name) {
        findings.add("there is no exercise `\(name)`", at: node.mark)
      }
      pack.sections.append(section)
    }
  }

  private func isTakable(_ name: String) -> Bool {
    ["pathways", "experiments", "ask"].contains(name)
      || pack.exercises.contains { $0.id == name } || itemPlaces[ItemAddress(name)] != nil
  }

  /// What an answer is called on the page, by its item's name.
  private func labels(_ entries: [SourceNode.Entry]) -> [String: String] {
    entries.reduce(into: [:]) { all, entry in
      if item(named: entry.key) == nil, !pack.measures.contains(where: { $0.id == entry.key }) {
        findings.add("there is no item or measure `\(entry.key)`", at: entry.mark)
      }
      all[entry.key] = findings.text(entry.value, "`\(entry.key)`")
    }
  }

  /// A field without a label is the entry's name, or its only word.
  private func entryFields(_ entries: [SourceNode.Entry]) -> [String: [BriefField]] {
    entries.reduce(into: [:]) { all, entry in
      let known = listFields(entry)
      let wanted = findings.map(entry.value, "`\(entry.key)`").map {
        BriefField(
          id: $0.key, label: findings.text($0.value, "`\($0.key)`", mayBeBlank: true) ?? "")
      }
      for field in wanted where !known.contains(field.id) {
        findings.add("`\(entry.key)` has no field `\(field.id)`", at: entry.mark)
      }
      all[entry.key] = wanted
    }
  }

  private func listFields(_ entry: SourceNode.Entry) -> [String] {
    let items =
      item(named: entry.key).map { [$0] }
      ?? pack.exercises.first { $0.id == entry.key }.map { Array($0.items) } ?? []
    let fields = items.lazy.map { pack.items[$0].kind.fields }.first { !$0.isEmpty } ?? []
    if fields.isEmpty {
      findings.add("`\(entry.key)` has no fields", at: entry.mark)
    }
    return fields.map(\.id)
  }

  private func talkPart(_ node: SourceNode, title: String?) -> TalkPart {
    var fields = FieldReader(node, "a part of the talk", findings)
    let part = TalkPart(
      title: title ?? fields.requiredText("title"), minutes: fields.whole("minutes") ?? 0,
      begin: fields.requiredText("begin"), ask: fields.requiredText("ask"))
    if part.minutes < 1 { findings.add("a part takes `minutes`, from 1", at: node.mark) }
    fields.finish()
    return part
  }

  /// `talk.yaml`: what a talk needs, what may not fit, what showing a thing may cost.
  mutating func readTalk() {
    guard trees["talk.yaml"] != nil, let file = take("talk.yaml") else { return }
    var fields = FieldReader(file, "the talk", findings)
    pack.talk.needs = fields.nodes("needs").map { need($0) }
    pack.talk.mismatches = fields.nodes("mismatches").compactMap { mismatch($0) }
    pack.talk.advice = fields.nodes("advice").map { advice($0) }
    pack.talk.never = fields.node("never").map { never($0) }
    pack.talk.kept = fields.node("kept").map { kept($0) }
    pack.talk.opens = fields.node("opens").map { talkPart($0, title: nil) }
    pack.talk.closes = fields.node("closes").map { talkPart($0, title: nil) }
    fields.finish()
  }

  private func need(_ node: SourceNode) -> Talk.Need {
    var fields = FieldReader(node, "a need", findings)
    let need = Talk.Need(
      id: fields.id(), when: fields.node("when").flatMap { conditions.condition($0) },
      item: fields.text("answered").flatMap { itemOf($0, node) },
      isNeeded: fields.yesNo("needed"), exercise: fields.requiredText("exercise"),
      text: fields.requiredText("text"))
    if need.when == nil && need.item == nil {
      findings.add("a need has `when` or `answered`", at: node.mark)
    }
    if !pack.exercises.contains(where: { $0.id == need.exercise }) {
      findings.add("there is no exercise `\(need.exercise)`", at: fields.valueMark("exercise"))
    }
    fields.finish()
    return need
  }

  private func mismatch(_ node: SourceNode) -> Talk.Mismatch? {
    var fields = FieldReader(node, "a mismatch", findings)
    let id = fields.id()
    let name = fields.requiredText("kind")
    let when = fields.node("when").flatMap { conditions.condition($0) }
    let text = Template(fields.requiredText("text"))
    fields.finish()
    guard let kind = Talk.Mismatch.Kind(rawValue: name) else {
      let known = Talk.Mismatch.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      findings.add("there is no mismatch `\(name)`: \(known)", at: fields.valueMark("kind"))
      return nil
    }
    if when == nil, kind != .direction {
      findings.add("a mismatch other than of direction needs `when`", at: node.mark)
    }
    if when != nil { checkPlaceholders(text, node.mark) }
    return Talk.Mismatch(id: id, kind: kind, when: when, text: text)
  }

  private func advice(_ node: SourceNode) -> Talk.Advice {
    var fields = FieldReader(node, "an advice", findings)
    let names = fields.texts("items")
    let advice = Talk.Advice(
      id: fields.id(), items: Set(names.flatMap { items(named: $0, node) }),
      pathways: fields.texts("pathways"), isGrave: fields.yesNo("grave"),
      text: fields.requiredText("text"))
    for id in advice.pathways where !pack.pathways.contains(where: { $0.id == id }) {
      findings.add("there is no pathway `\(id)`", at: fields.valueMark("pathways"))
    }
    if advice.items.isEmpty && advice.pathways.isEmpty {
      findings.add("an advice is about `items` or `pathways`", at: node.mark)
    }
    fields.finish()
    return advice
  }

  private func never(_ node: SourceNode) -> Talk.Never {
    var fields = FieldReader(node, "what is never shown", findings)
    let names = fields.texts("items")
    let never = Talk.Never(
      items: Set(names.flatMap { items(named: $0, node) }), text: fields.requiredText("text"))
    if never.items.isEmpty { findings.add("what is never shown names `items`", at: node.mark) }
    fields.finish()
    return never
  }

  private func kept(_ node: SourceNode) -> Talk.Kept {
    var fields = FieldReader(node, "what is kept", findings)
    let kept = Talk.Kept(
      field: fields.requiredText("field"), value: fields.requiredText("value"),
      text: fields.requiredText("text"))
    fields.finish()
    return kept
  }

  private func itemOf(_ name: String, _ node: SourceNode) -> Int? {
    items(named: name, node).first
  }

  /// Places of `exercise.item`, or of all items of `exercise`.
  private func items(named name: String, _ node: SourceNode) -> [Int] {
    if let exercise = pack.exercises.first(where: { $0.id == name }) {
      return Array(exercise.items)
    }
    if let item = item(named: name) { return [item] }
    findings.add("there is no item `\(name)`", at: node.mark)
    return []
  }
}

import Rules
package import Workbook

/// What uses each item's answer: measures, rules, pictures, sentences, the program itself.
package struct ItemUsage {
  private let pack: Pack
  private var readers: [Set<String>]
  private var order: [[String]]

  package init(_ pack: Pack) {
    self.pack = pack
    readers = Array(repeating: [], count: pack.items.count)
    order = Array(repeating: [], count: pack.items.count)
    for (place, measure) in pack.measures.enumerated() {
      for item in pack.items(underMeasure: place) { add("measure:" + measure.id, to: item) }
    }
    for mark in pack.marks { add("mark:" + mark.id, mark.when.facts) }
    for one in pack.pathways + pack.directions {
      for support in one.candidate.supports {
        add("rule:" + one.id + "." + support.id, support.when.facts)
      }
      for gate in one.candidate.gates {
        add("rule:" + one.id + "." + gate.id, gate.when.facts)
      }
      for hold in one.candidate.holds {
        add("rule:" + one.id + "." + hold.id, hold.when.facts)
      }
    }
    for step in pack.steps { note(step) }
    for exercise in pack.exercises { note(exercise) }
    for section in pack.sections {
      for id in section.takes {
        for item in pack.exercise(id)?.items ?? 0..<0 { add("brief", to: item) }
        if let item = pack.itemPlaces[ItemAddress(id)] { add("brief", to: item) }
      }
    }
    note(pack.talk)
    note(pack.guidance)
    for (role, name) in pack.places { place(role, name) }
  }

  /// In the order found.
  package func of(_ item: Int) -> [String] { order[item] }

  /// Measures that read an item directly: itself, or a mean or tally of it.
  package func measures(of item: Int) -> [String] {
    order[item].filter { $0.hasPrefix("measure:") }.map { String($0.dropFirst(8)) }
  }

  private mutating func add(_ reader: String, to item: Int) {
    if readers[item].insert(reader).inserted { order[item].append(reader) }
  }

  private mutating func add(_ reader: String, _ facts: [Int]) {
    for fact in facts {
      for item in pack.items(under: fact) { add(reader, to: item) }
    }
  }

  private mutating func note(_ step: Step) {
    for condition in [step.when, step.bestWhen] {
      add("step:" + step.id, condition?.facts ?? [])
    }
    if let each = step.each { add("step:" + step.id, to: each.item) }
  }

  private mutating func note(_ exercise: Exercise) {
    if let picture = exercise.picture {
      for item in exercise.items { add("picture:" + picture.rawValue, to: item) }
    }
    for condition in [exercise.when, exercise.ready] {
      add("asks:" + exercise.id, condition?.facts ?? [])
    }
    for item in exercise.items {
      add("asks:" + pack.items[item].address.description, pack.items[item].when?.facts ?? [])
      if let from = pack.items[item].from {
        add("asks:" + pack.items[item].address.description, to: from)
      }
    }
    for closing in exercise.closings { note(closing, "closing:" + exercise.id) }
  }

  private mutating func note(_ closing: Closing, _ reader: String) {
    add(reader, closing.when?.facts ?? [])
    for name in closing.text.placeholders {
      if let fact = pack.factPlaces[name] {
        add(reader, [fact])
      } else {
        quote(reader, name)
      }
    }
  }

  private mutating func note(_ talk: Talk) {
    for need in talk.needs {
      add("talk:" + need.id, need.when?.facts ?? [])
      if let item = need.item { add("talk:" + need.id, to: item) }
    }
    for mismatch in talk.mismatches {
      let closing = Closing(id: mismatch.id, when: mismatch.when, text: mismatch.text)
      note(closing, "talk:" + mismatch.id)
    }
  }

  private mutating func note(_ guidance: Guidance) {
    for plan in guidance.plans {
      guard let suggestion = plan.suggestion else { continue }
      let closing = Closing(id: plan.id, when: suggestion.when, text: suggestion.because)
      note(closing, "plan:" + plan.id)
    }
    for prompt in guidance.prompts {
      note(Closing(id: prompt.id, when: prompt.when, text: prompt.text), "prompt:" + prompt.id)
    }
  }

  private mutating func quote(_ reader: String, _ name: String) {
    if let item = pack.itemPlace(named: name) { add(reader, to: item) }
  }

  /// `places` name an exercise, `arrive`, or an item, `arrive.moment`.
  private mutating func place(_ role: String, _ name: String) {
    if let exercise = pack.exercise(name) {
      for item in exercise.items { add("place:" + role, to: item) }
    } else {
      quote("place:" + role, name)
    }
  }
}

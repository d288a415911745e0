extension FactBase {
  /// A step as it is offered: itself, or once for each record that it is meant for, with that record's words in it.
  func offers(of step: Step) -> [Step] {
    guard let each = step.each else { return [step] }
    guard case .records(let list)? = counting(each.item) else { return [] }
    return list.map(Record.init).filter { record in
      record.carries(each.only) && (each.lacks.map { record.values[$0] == nil } ?? true)
    }.compactMap { step.filled(from: $0) }
  }
}

extension Step {
  /// The step with a record's words in its own; `nil` where the record leaves one of them unsaid.
  fileprivate func filled(from record: Record) -> Step? {
    var step = self
    for part in [\Step.first, \.say, \.forIt, \.againstIt, \.cost, \.notice, \.undone] {
      let template = Template(step[keyPath: part])
      let words = template.placeholders.map { record.values[$0] }
      guard words.allSatisfy({ if case .text? = $0 { true } else { false } }) else { return nil }
      step[keyPath: part] = template.filled { name in
        guard case .text(let text)? = record.values[name] else { return "" }
        // What is to be said stands in quotes as a whole.
        return part == \.say ? FactBase.line(text) : FactBase.quote(text)
      }
    }
    return step
  }
}

import Rules
import Workbook

extension PackReader {
  /// Needs that a choice keeps; an item each, called after the need at the end of its id, asks whether it is met now.
  func gap(_ fields: inout FieldReader) -> MeasureKind? {
    let name = fields.text("gap") ?? ""
    guard let keep = item(named: name), case .choices(let options, _) = pack.items[keep].kind else {
      findings.add("no choices `\(name)` stand above", at: fields.valueMark("gap"))
      return nil
    }
    let now = fields.oneOrMoreTexts("now").flatMap { items(like: $0, fields.valueMark("now")) }
    let needs = options.compactMap { option -> MeasureKind.Need? in
      let item = now.first { place in
        let id = pack.items[place].address.item
        return id == option.id || id.hasSuffix("-" + option.id)
      }
      if item == nil {
        findings.add(
          "no item of `now` asks whether `\(option.id)` is met", at: fields.valueMark("now"))
      }
      return item.map { MeasureKind.Need(id: option.id, now: $0) }
    }
    let met = MeasureKind.needStates.dropLast()
    for need in needs
    where !Set(pack.items[need.now].kind.options.map(\.id)).isSubset(of: Set(met)) {
      findings.add(
        "whether `\(need.id)` is met is a choice of \(met.joined(separator: ", "))",
        at: fields.valueMark("now"))
    }
    return .gap(keep: keep, needs: needs)
  }

  /// Choices by name; a name may end in `*`.
  private func items(like name: String, _ mark: SourceNode.Location) -> [Int] {
    let matching = pack.items.indices.filter { place in
      guard case .choice = pack.items[place].kind else { return false }
      let own = pack.items[place].address.factName
      return name.hasSuffix("*") ? own.hasPrefix(name.dropLast()) : own == name
    }
    if matching.isEmpty { findings.add("no choice `\(name)` stands above", at: mark) }
    return matching
  }

  /// What is said of a set of kept needs is what is said of each; it has a sentence where each state that can meet it has one.
  mutating func readMembers(_ place: Int) {
    guard case .measure(_, .needs(let which)) = pack.facts[place].source else { return }
    let name = pack.facts[place].name.dropLast(which.rawValue.count)
    for (number, need) in pack.facts[place].type.words.enumerated() {
      guard let member = factPlaces[name + need] else { continue }
      let sentences = which.states.compactMap { state in
        MeasureKind.needStates.firstIndex(of: state).flatMap { pack.facts[member].said.places[$0] }
      }
      guard sentences.count == which.states.count else { continue }
      pack.facts[place].said.places[number] = sentences.first
      pack.facts[place].said.members[number] = member
    }
  }
}

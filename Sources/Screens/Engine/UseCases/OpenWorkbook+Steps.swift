import JSON
import Workbook

extension OpenWorkbook {
  /// The step on a pathway's page as the beginning of an entry in the list of experiments: what the pack knows of it, cut to what
  /// the fields hold. The day is the person's to set.
  ///
  /// - Returns: the list's item and the entry, as a draft carries it; `nil` where the page shows no step.
  private func beginning(of pathway: Int) -> (item: Int, draft: String)? {
    let id = pack.pathways[pathway].id
    guard let item = pack.item(playing: "experiments"), let step = assessment.firstStep(for: id)
    else { return nil }
    let texts = [
      "name": step.title, "for-it": step.forIt, "against-it": step.againstIt, "cost": step.cost,
      "notice": step.notice, "undone": step.undone, "pathway": id, "step": step.id,
    ]
    let numbers = ["hours": (step.minutes + 59) / 60, "undo": step.undo]
    let pairs = pack.items[item].kind.fields.compactMap { field -> JSONValue.Pair? in
      if let number = numbers[field.id] { return JSONValue.Pair(field.id, .whole(number)) }
      guard let text = texts[field.id] else { return nil }
      guard case .text(let length) = field.kind, text.count > length.upperBound else {
        return JSONValue.Pair(field.id, .text(text))
      }
      return JSONValue.Pair(field.id, .text(text.prefix(length.upperBound - 1) + "…"))
    }
    return (item, JSONValue.map(pairs).json)
  }

  /// Begins an entry with the step on a pathway's page, unless one waits half written or the list is full.
  ///
  /// - Returns: the list's item and the draft that it begins with, or the sentence that says why not; `nil` where no step is shown.
  mutating func takeOn(_ pathway: Int) -> (item: Int, draft: String, refusal: String)? {
    guard let (item, draft) = beginning(of: pathway) else { return nil }
    let address = pack.items[item].address.description
    if drafts[address] != nil { return (item, "", phrases(.stepWaits)) }
    if case .records(_, let count) = pack.items[item].kind,
      kept(item)?.list?.count ?? 0 >= count.upperBound
    {
      return (item, "", phrases(.atMost, ["most": String(count.upperBound)]))
    }
    drafts[address] = Draft(draft)
    return (item, draft, "")
  }

  /// The titles of a few more steps that are offered for a pathway; empty where its page shows the only one.
  func otherSteps(_ pathway: Pathway) -> String {
    let shown = assessment.firstStep(for: pathway.id)?.id
    var titles: [String] = []
    for step in assessment.steps(for: pathway.id) where step.id != shown {
      if !titles.contains(step.title) { titles.append(step.title) }
    }
    if titles.isEmpty { return "" }
    return phrases(.stepOthers, ["titles": titles.prefix(3).joined(separator: "; ")])
  }
}

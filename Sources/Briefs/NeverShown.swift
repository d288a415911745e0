import Rules
package import Workbook

extension Pack {
  /// Whether a thing stands on no page: a command refuses it, the list to tick leaves it out, a page is made without it. One rule for
  /// all three, from the pack's own words.
  package func isNeverShown(_ share: Share) -> Bool {
    guard talk.never != nil else { return false }
    return switch share {
    case .answer(let address), .entry(let address, _):
      itemPlaces[address].map { isNeverShown($0) } ?? false
    case .band(let name):
      DisclosureScope.bandFacts(name, self).contains { fact in
        items(under: fact).contains { isNeverShown($0) }
      }
    case .experiment: item(playing: "experiments").map { isNeverShown($0) } ?? false
    // Its reasons are looked at one by one: none is told that rests on what is not shown.
    case .pathway, .ask: false
    }
  }

  /// An item that the pack names, one drawn from such an answer, or one that is asked only because of it: its being there would tell.
  func isNeverShown(_ item: Int) -> Bool {
    guard let never = talk.never?.items else { return false }
    if never.contains(item) { return true }
    if let from = items[item].from, isNeverShown(from) { return true }
    let conditions = [items[item].when, exercises[exerciseOfItem[item]].when].compactMap { $0 }
    return conditions.contains { condition in
      condition.facts.contains { !items(under: $0).isDisjoint(with: never) }
    }
  }
}

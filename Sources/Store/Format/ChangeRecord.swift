package import JSON
package import Workbook

/// A change as a line of the log holds it.
package enum ChangeRecord {
  static func json(_ change: Change) -> String { plain(change).json }

  package static func plain(_ change: Change) -> JSONValue {
    let plain: JSONValue
    switch change {
    case .answered(let answer):
      var pairs: [JSONValue.Pair] = [
        JSONValue.Pair("kind", "answered"),
        JSONValue.Pair("exercise", .text(answer.address.exercise)),
        JSONValue.Pair("item", .text(answer.address.item)), JSONValue.Pair("value", answer.value),
      ]
      if let of = answer.of { pairs.append(JSONValue.Pair("of", of)) }
      pairs.append(JSONValue.Pair("at", .text(answer.at)))
      pairs.append(JSONValue.Pair("round", .whole(answer.round)))
      plain = .map(pairs)
    case .undone: plain = ["kind": "undone"]
    case .forgotten: plain = ["kind": "forgotten"]
    case .redone: plain = ["kind": "redone"]
    case .setting(let name, let value):
      plain = ["kind": "setting", "name": .text(name), "value": value]
    case .shared(let receipt): plain = ["kind": "shared", "receipt": receipt]
    case .replied(let reply): plain = ["kind": "replied", "reply": reply]
    }
    return plain
  }

  /// - Returns: `nil` where the line is none of those that this edition knows.
  static func change(_ json: [UInt8]) -> Change? {
    if let answer = answer(json) { return .answered(answer) }
    guard let plain = try? JSONValue.json(json) else { return nil }
    switch plain["kind"]?.text {
    case "answered":
      guard let exercise = plain["exercise"]?.text, let item = plain["item"]?.text,
        let value = plain["value"], let at = plain["at"]?.text, let round = plain["round"]?.whole
      else { return nil }
      return .answered(
        Answer(
          address: ItemAddress(exercise, item), value: value, of: plain["of"], at: at,
          round: round))
    case "undone": return .undone
    case "forgotten": return .forgotten
    case "redone": return .redone
    case "setting":
      guard let name = plain["name"]?.text, let value = plain["value"] else { return nil }
      return .setting(name: name, value: value)
    case "shared": return plain["receipt"].map { .shared($0) }
    case "replied": return plain["reply"].map { .replied($0) }
    default: return nil
    }
  }

  /// An answer, in the very form in which ``json(_:)`` writes it: most lines are one, and this way no tree is made of them.
  private static func answer(_ json: [UInt8]) -> Answer? {
    var reader = JSONReader(bytes: json)
    guard reader.take(literally: #"{"kind":"answered","exercise":"#), let exercise = reader.text(),
      reader.take(literally: #","item":"#), let item = reader.text(),
      reader.take(literally: #","value":"#), let value = reader.value()
    else { return nil }
    var of: JSONValue?
    if reader.take(literally: #","of":"#) {
      of = reader.value()
      if of == nil { return nil }
    }
    guard reader.take(literally: #","at":"#), let at = reader.text(),
      reader.take(literally: #","round":"#), let round = reader.value()?.whole,
      reader.take(literally: "}"), reader.isAtEnd
    else { return nil }
    return Answer(
      address: ItemAddress(exercise, item), value: value, of: of, at: at, round: round)
  }
}

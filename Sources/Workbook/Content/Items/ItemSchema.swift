package import JSON

extension ItemKind {
  /// JSON Schema 2020-12 of the value, with the few keywords that the command contract names.
  package var schema: JSONValue {
    switch self {
    case .text(let length):
      [
        "type": "string", "minLength": .whole(length.lowerBound),
        "maxLength": .whole(length.upperBound),
      ]
    case .choice(let options, _): ["type": "string", "enum": ItemKind.ids(options)]
    case .choices(let options, let count):
      ItemKind.list(["type": "string", "enum": ItemKind.ids(options)], count)
    case .rating(let scale):
      ["type": "integer", "minimum": 0, "maximum": .whole(max(0, scale.count - 1))]
    case .number(let range):
      [
        "type": "integer", "minimum": .whole(range.lowerBound),
        "maximum": .whole(range.upperBound),
      ]
    case .day: ["type": "string", "format": "date"]
    case .bestWorst(let block):
      [
        "type": "array",
        "items": ["type": "integer", "enum": .list(block.seats.map { .whole($0) })],
        "minItems": 2, "maxItems": 2, "uniqueItems": true,
      ]
    case .record(let fields): ItemKind.schema(fields)
    case .records(let fields, let count):
      [
        "type": "array", "items": ItemKind.schema(fields),
        "minItems": .whole(count.lowerBound), "maxItems": .whole(count.upperBound),
      ]
    case .sort(let piles, let cards):
      ItemKind.optionalMap(cards, ["type": "string", "enum": ItemKind.ids(piles)])
    case .rank(.options(let options), let count):
      ItemKind.list(["type": "string", "enum": ItemKind.ids(options)], count)
    case .rank(.seats(let places), let count):
      ItemKind.list(["type": "integer", "minimum": 0, "maximum": .whole(places - 1)], count)
    case .grid(let down, let across, let scale):
      ItemKind.optionalMap(
        down,
        ItemKind.optionalMap(
          across, ["type": "integer", "minimum": 0, "maximum": .whole(max(0, scale.count - 1))]))
    }
  }

  private static func list(_ items: JSONValue, _ count: ClosedRange<Int>) -> JSONValue {
    [
      "type": "array", "items": items, "minItems": .whole(count.lowerBound),
      "maxItems": .whole(count.upperBound), "uniqueItems": true,
    ]
  }

  /// A map of which nothing is required.
  private static func optionalMap(_ keys: [AnswerOption], _ value: JSONValue) -> JSONValue {
    [
      "type": "object", "properties": .map(keys.map { JSONValue.Pair($0.id, value) }),
      "required": [], "additionalProperties": false,
    ]
  }

  private static func schema(_ fields: [Field]) -> JSONValue {
    [
      "type": "object",
      "properties": .map(fields.map { JSONValue.Pair($0.id, $0.kind.schema) }),
      "required": .list(fields.filter { !$0.optional }.map { .text($0.id) }),
      "additionalProperties": false,
    ]
  }

  private static func ids(_ options: [AnswerOption]) -> JSONValue {
    .list(options.map { .text($0.id) })
  }
}

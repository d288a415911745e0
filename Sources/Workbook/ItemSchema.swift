package import Plain

extension ItemKind {
  /// JSON Schema 2020-12 of the value, with the few keywords that the command contract names.
  package var schema: Plain {
    switch self {
    case .text(let length):
      [
        "type": "string", "minLength": .whole(length.lowerBound),
        "maxLength": .whole(length.upperBound),
      ]
    case .choice(let options, _): ["type": "string", "enum": ItemKind.ids(options)]
    case .choices(let options, let count):
      [
        "type": "array", "items": ["type": "string", "enum": ItemKind.ids(options)],
        "minItems": .whole(count.lowerBound), "maxItems": .whole(count.upperBound),
        "uniqueItems": true,
      ]
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
    }
  }

  private static func schema(_ fields: [Field]) -> Plain {
    [
      "type": "object",
      "properties": .map(fields.map { Plain.Pair($0.id, $0.kind.schema) }),
      "required": .list(fields.filter { !$0.optional }.map { .text($0.id) }),
      "additionalProperties": false,
    ]
  }

  private static func ids(_ options: [AnswerOption]) -> Plain {
    .list(options.map { .text($0.id) })
  }
}

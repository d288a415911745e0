/// The one neutral tree: what comes from outside passes through it, and what goes out is made of it.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  /// Pairs in the order given; a key stands once.
  case map([Pair])

  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .map(elements.map { Pair($0.0, $0.1) })
  }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .whole(value) }
}

extension JSONValue {
  /// The value under a key of a map; `nil` where there is none or this is no map.
  package subscript(key: String) -> JSONValue? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The same with a value under a path of keys, maps made where they are missing.
  package func setting(_ value: JSONValue, at path: ArraySlice<String>) -> JSONValue {
    guard let key = path.first else { return value }
    var pairs = map ?? []
    let inner = (self[key] ?? .map([])).setting(value, at: path.dropFirst())
    if let place = pairs.firstIndex(where: { $0.key == key }) {
      pairs[place].value = inner
    } else {
      pairs.append(Pair(key, inner))
    }
    return .map(pairs)
  }

  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// Whole or not.
  package var double: Double? {
    switch self {
    case .whole(let whole): Double(whole)
    case .number(let number): number
    case .null, .bool, .text, .list, .map: nil
    }
  }

  package var whole: Int? {
    guard case .whole(let whole) = self else { return nil }
    return whole
  }

  package var list: [JSONValue]? {
    guard case .list(let list) = self else { return nil }
    return list
  }

  package var map: [Pair]? {
    guard case .map(let pairs) = self else { return nil }
    return pairs
  }

  /// What it is, for a message: "a text", "a list" …
  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "yes or no"
    case .whole: "a whole number"
    case .number: "a number with a fraction"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

import Yams

/// Where keys stand for the second time. The parser names only the first place of the first: that one is written over, and the text read again.
enum DoubledKeys {
  static func places(in text: String) -> [(key: String, place: TextPlace)] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      Array($0.unicodeScalars)
    }
    var firsts: [(key: String, place: TextPlace)] = []
    while firsts.count < 20 {
      do {
        let joined = lines.map { line in
          String(String.UnicodeScalarView(line))
        }.joined(separator: "\n")
        guard let node = try compose(yaml: joined, .basic) else { break }
        var seconds: [(key: String, place: TextPlace)] = []
        find(firsts, in: node, &seconds)
        return seconds.isEmpty ? firsts : seconds
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = TextPlace(context.mark)
        guard let key = keys.first, writeOver(place, &lines) else { break }
        firsts.append((key, place))
      } catch {
        break
      }
    }
    return firsts
  }

  /// Puts a character that no text holds for the first of a key, or behind its quote.
  private static func writeOver(_ place: TextPlace, _ lines: inout [[UnicodeScalar]]) -> Bool {
    guard lines.indices.contains(place.line - 1) else { return false }
    let isQuoted = lines[place.line - 1].dropFirst(place.column - 1).first.map {
      "\"'".unicodeScalars.contains($0)
    }
    let column = place.column - 1 + (isQuoted == true ? 1 : 0)
    guard lines[place.line - 1].indices.contains(column) else { return false }
    lines[place.line - 1][column] = "\u{F8FF}"
    return true
  }

  /// The other place of each key, in the map that holds the first.
  private static func find(
    _ firsts: [(key: String, place: TextPlace)], in node: Node,
    _ found: inout [(key: String, place: TextPlace)]
  ) {
    switch node {
    case .scalar, .alias: break
    case .sequence(let sequence): for one in sequence { find(firsts, in: one, &found) }
    case .mapping(let mapping):
      let places = Set(mapping.map { TextPlace($0.key.mark) })
      for first in firsts where places.contains(first.place) {
        for entry in mapping where entry.key.scalar?.string == first.key {
          let place = TextPlace(entry.key.mark)
          if !found.contains(where: { $0.place == place }) { found.append((first.key, place)) }
        }
      }
      for entry in mapping { find(firsts, in: entry.value, &found) }
    }
  }
}

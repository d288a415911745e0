extension Unicode.Scalar {
  /// Columns that it takes on a terminal: 0, 1 or 2.
  package var displayWidth: Int {
    if value < 0x300 { return value == 0xAD ? 1 : (value < 0x20 ? 0 : 1) }
    if WidthTable.holds(value, in: WidthTable.zero) { return 0 }
    return WidthTable.holds(value, in: WidthTable.two) ? 2 : 1
  }
}

extension Character {
  /// Columns that it takes: those of its scalars together, as ncurses counts them.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}

/// `String` has its own of these two: the general ones are not specialised across modules, and every row of every frame asks.
extension String {
  /// Columns that it takes on one row.
  package var displayWidth: Int {
    isPlainASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// Whether every byte is a printable letter of ASCII: then a byte is a character is a column.
  package var isPlainASCII: Bool {
    for byte in utf8 where byte < 0x20 || byte >= 0x7F { return false }
    return true
  }
}

extension StringProtocol {
  /// Columns that it takes on one row.
  package var displayWidth: Int {
    isPlainASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// Whether every byte is a printable letter of ASCII: then a byte is a character is a column.
  package var isPlainASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// As much of its beginning as fits so many columns.
  package func prefix(columns: Int) -> SubSequence {
    var taken = 0
    var end = startIndex
    while end < endIndex {
      taken += self[end].displayWidth
      if taken > columns { break }
      end = index(after: end)
    }
    return self[..<end]
  }

  /// Cut to so many columns, with a sign that it was cut.
  package func cut(to columns: Int) -> String {
    if displayWidth <= columns { return String(self) }
    return columns < 1 ? "" : String(prefix(columns: columns - 1)) + "…"
  }

  /// Filled with blanks to so many columns.
  package func padded(to columns: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, columns - displayWidth))
  }
}

extension WidthTable {
  static func holds(_ value: UInt32, in ranges: [(UInt32, UInt32)]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[middle].0 {
        high = middle
      } else if value > ranges[middle].1 {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}

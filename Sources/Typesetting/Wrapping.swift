/// Breaks text into rows of at most so many columns: at blanks where it can, inside a long word where it must. Line breaks
/// of the text stay.
///
/// - Parameter columns: at least 1.
package func wrapped(_ text: String, columns: Int) -> [String] {
  if text.isPlainASCII { return wrappedASCII(text, max(1, columns)) }
  return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .flatMap { wrappedLine($0, max(1, columns)) }
}

private func wrappedLine(_ line: Substring, _ columns: Int) -> [String] {
  var rows: [String] = []
  var row = ""
  var width = 0
  for word in line.split(separator: " ", omittingEmptySubsequences: true) {
    let wordWidth = word.displayWidth
    if width > 0 && width + 1 + wordWidth <= columns {
      row += " " + word
      width += 1 + wordWidth
      continue
    }
    if width > 0 { rows.append(row) }
    var rest = word
    while rest.displayWidth > columns {
      var head = rest.prefix(columns: columns)
      if head.isEmpty { head = rest.prefix(1) }
      rows.append(String(head))
      rest = rest[head.endIndex...]
    }
    row = String(rest)
    width = rest.displayWidth
  }
  rows.append(row)
  return rows
}

/// One line in which a byte is a column: most of what is drawn is such.
private func wrappedASCII(_ line: String, _ columns: Int) -> [String] {
  let bytes = Array(line.utf8)
  var rows: [String] = []
  var start = 0
  while true {
    while start < bytes.count && bytes[start] == 32 { start += 1 }
    var end = min(bytes.count, start + columns)
    if end < bytes.count, bytes[end] != 32 {
      // Back to the last blank, where there is one.
      let blank = bytes[start..<end].lastIndex(of: 32)
      if let blank { end = blank }
    }
    var cut = end
    while cut > start && bytes[cut - 1] == 32 { cut -= 1 }
    rows.append(oneBlank(bytes[start..<cut]))
    start = end
    while start < bytes.count && bytes[start] == 32 { start += 1 }
    if start >= bytes.count { return rows }
  }
}

/// Several blanks in a row become one.
private func oneBlank(_ bytes: ArraySlice<UInt8>) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  for byte in bytes where byte != 32 || out.last != 32 { out.append(byte) }
  return String(decoding: out, as: UTF8.self)
}

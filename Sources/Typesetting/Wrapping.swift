/// Breaks text into rows of at most so many columns: at blanks where it can, inside a long word where it must. Line breaks
/// of the text stay.
///
/// - Parameter columns: at least 1.
package func wrapped(_ text: String, columns: Int) -> [String] {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
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

/// Text that cannot harm a terminal or mislead an eye: controls become pictures, signs that turn the reading direction
/// become marks, invisible ones are dropped, and no more than 8 marks stay on one character.
///
/// Line breaks stay only where `keepingLines` says so. Every way out passes through here.
package func visible(_ text: String, keepingLines: Bool = false) -> String {
  if text.isPlainASCII { return text }
  var out = String.UnicodeScalarView()
  var marks = 0
  for scalar in text.unicodeScalars {
    if scalar == "\n" && keepingLines {
      out.append(scalar)
    } else if let picture = picture(of: scalar) {
      out.append(picture)
    } else if isInvisible(scalar) {
      continue
    } else if scalar.displayWidth == 0 {
      marks += 1
      if marks <= 8 { out.append(scalar) }
      continue
    } else {
      out.append(scalar)
    }
    marks = 0
  }
  return String(out)
}

/// The same for a JSON document: what could do harm is written as `\uXXXX`, so that whoever reads it has every sign as it was.
///
/// Such signs stand inside texts alone: the bare document has none, but for line feeds between its lines.
package func visibleJSON(_ document: String) -> String {
  if document.utf8.allSatisfy({ $0 == 10 || (32..<127).contains($0) }) { return document }
  var out = String.UnicodeScalarView()
  var marks = 0
  for scalar in document.unicodeScalars {
    let isMark = scalar.displayWidth == 0
    marks = isMark ? marks + 1 : 0
    if scalar != "\n", picture(of: scalar) != nil || isInvisible(scalar) || marks > 8 {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        out.append(contentsOf: ("\\u" + zeros + digits).unicodeScalars)
      }
    } else {
      out.append(scalar)
    }
  }
  return String(out)
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x09: " "
  case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0: "\u{FFFD}"
  case 0x2028, 0x2029: "\u{2424}"
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: nil
  }
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D,
    0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
    0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
    true
  default: false
  }
}

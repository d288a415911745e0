extension JSONValue {
  /// One JSON document on one line. Everything below U+0020, DEL, C1 controls and line separators are escaped, so that
  /// what a person wrote can reach a terminal unharmed.
  package var json: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let truth): out += truth ? "true" : "false"
    case .whole(let whole): out += String(whole)
    case .number(let number): out += JSONValue.digits(number)
    case .text(let text): JSONValue.quote(text, to: &out)
    case .list(let values):
      out += "["
      for (place, value) in values.enumerated() {
        if place > 0 { out += "," }
        value.write(to: &out)
      }
      out += "]"
    case .map(let pairs):
      out += "{"
      for (place, pair) in pairs.enumerated() {
        if place > 0 { out += "," }
        JSONValue.quote(pair.key, to: &out)
        out += ":"
        pair.value.write(to: &out)
      }
      out += "}"
    }
  }

  /// The shortest digits that read back as the same number; whole ones without a point.
  private static func digits(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return number.isFinite ? "\(number)" : "null"
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if mustEscape(scalar) { out += escape(scalar) } else { out.unicodeScalars.append(scalar) }
      }
    }
    out += "\""
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x061C, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let hex = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }.joined()
    } ?? ""
  }
}

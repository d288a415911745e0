/// A text without the mark that some editors put before it, and with a character that it does not hold for each `*`.
struct StarlessText {
  let text: String
  private let standIn: Character?

  init(_ written: String) {
    var scalars = written.unicodeScalars
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    guard scalars.contains("*") else {
      text = String(scalars)
      standIn = nil
      return
    }
    let held = Set(scalars)
    let free = (0xE000...0xF8FF).lazy.compactMap { UnicodeScalar($0) }.first { !held.contains($0) }
    let other = free ?? "\u{E000}"
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: scalars.map { $0 == "*" ? other : $0 })
    text = String(changed)
    standIn = Character(other)
  }

  func restored(_ part: String) -> String {
    guard let star = standIn?.unicodeScalars.first, part.unicodeScalars.contains(star) else {
      return part
    }
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: part.unicodeScalars.map { $0 == star ? "*" : $0 })
    return String(changed)
  }

  func beginsWithStar(_ part: String) -> Bool {
    standIn != nil && part.unicodeScalars.first == standIn?.unicodeScalars.first
  }
}

/// The bytes of a database file, and how SQLite lays numbers into them. Nothing here trusts a number that it reads.
struct PageBytes {
  static let size = 4_096
  /// Bytes of an overflow page that hold content.
  static let overflow = size - 4
  /// What of a longer record stays on its own page, at least.
  private static let least = (size - 12) * 32 / 255 - 23

  let all: [UInt8]

  init(_ all: [UInt8]) { self.all = all }

  var count: Int { all.count / PageBytes.size }

  func short(_ place: Int) -> Int { Int(all[place]) << 8 | Int(all[place + 1]) }

  func long(_ place: Int) -> Int { short(place) << 16 | short(place + 2) }

  /// A number of one to nine bytes; `nil` where the bytes end, or where it is below zero.
  func varint(_ place: inout Int, below end: Int) -> Int? {
    var value = 0
    for count in 0..<9 {
      guard place < min(end, all.count) else { return nil }
      let byte = Int(all[place])
      place += 1
      if count == 8 {
        value = value << 8 | byte
        return value < 0 ? nil : value
      }
      value = value << 7 | byte & 0x7F
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// How many bytes a number takes.
  static func varintLength(_ number: Int) -> Int {
    (1..<9).first { number >> (7 * $0) == 0 } ?? 9
  }

  /// How much of a record stays on its own page.
  ///
  /// - Parameter most: what fits there whole.
  static func local(_ length: Int, most: Int) -> Int {
    if length <= most { return length }
    let fitting = least + (length - least) % overflow
    return fitting <= most ? fitting : least
  }
}

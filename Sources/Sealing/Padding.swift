/// Hides how long a record is: everything up to 256 bytes is as long, above that lengths fall into few classes (Padmé, Nikitin and
/// others, "Reducing Metadata Leakage from Encrypted Files", 2019: at most 12 % more).
package enum Padding {
  private static let least = 256
  private static let mark: UInt8 = 0x80

  package static func padded(_ body: [UInt8]) -> [UInt8] {
    let wanted = length(body.count + 1)
    return body + [mark] + [UInt8](repeating: 0, count: wanted - body.count - 1)
  }

  /// - Returns: `nil` where it was not padded so.
  package static func unpadded(_ padded: [UInt8]) -> [UInt8]? {
    guard let last = padded.lastIndex(where: { $0 != 0 }), padded[last] == mark else { return nil }
    return Array(padded[..<last])
  }

  /// The class of a length: its lowest bits, as many as its exponent leaves over, are nought.
  static func length(_ count: Int) -> Int {
    if count <= least { return least }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let places = Int.bitWidth - exponent.leadingZeroBitCount
    let low = (1 << (exponent - places)) - 1
    return (count + low) & ~low
  }
}

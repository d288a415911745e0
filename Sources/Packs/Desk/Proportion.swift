/// A share of a count, with the interval that holds it in 95 of 100 such draws (Wilson).
package struct Proportion: Hashable, Sendable {
  package var share: Double
  package var low: Double
  package var high: Double

  package init(_ part: Int, of whole: Int) {
    guard whole > 0 else {
      (share, low, high) = (0, 0, 1)
      return
    }
    let (z, count) = (1.959964, Double(whole))
    let square = z * z / count
    share = Double(part) / count
    let middle = share + square / 2
    let spread = z * ((share * (1 - share) + square / 4) / count).squareRoot()
    low = max(0, (middle - spread) / (1 + square))
    high = min(1, (middle + spread) / (1 + square))
  }

  /// In whole percent: `24 % (18 to 31)`.
  package var words: String {
    let rounded = [share, low, high].map { Int(($0 * 100).rounded()) }
    return "\(rounded[0]) % (\(rounded[1]) to \(rounded[2]))"
  }
}

/// A small seeded generator, the same on every machine (Steele, Lea and Flood 2014).
package struct SplitMix64: Sendable {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to `count` − 1, by remainder; `count` is at least 1.
  package mutating func next(below count: Int) -> Int {
    Int(next() % UInt64(max(1, count)))
  }

  /// From the last down to the second, each swapped with one at or before it.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for place in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(place, next(below: place + 1))
    }
  }
}

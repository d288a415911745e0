import Foundation
import Rules
import TestSupport

/// How often a driver tries: a few with every `swift test`, more where the release build is held against the bars, many before a
/// release (`DRIVER_RUNS=ci` and `DRIVER_RUNS=release`).
enum Runs {
  private static let wish = ProcessInfo.processInfo.environment["DRIVER_RUNS"] ?? ""

  static func count(ci: Int, release: Int) -> Int {
    switch wish {
    case "ci": ci
    case "release": release
    default: max(1, min(ci, ci / 40 + 2))
    }
  }

  static var isQuick: Bool { wish.isEmpty }
  static var isFull: Bool { wish == "release" }

  /// The same numbers on every run, unless others are asked for.
  static var random: SplitMix64 { SplitMix64(state: seed) }

  static let seed = ProcessInfo.processInfo.environment["DRIVER_SEED"].flatMap { UInt64($0) } ?? 7
}

extension SplitMix64: RandomNumberGenerator {}

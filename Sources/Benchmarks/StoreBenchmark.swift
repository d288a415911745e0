import ArgumentParser
import CFloor
import Commands
import Foundation
import JSON
import Sealing
import Store
import Workbook

/// `waymark-bench store`: what a durable answer costs beside SQLite alone, and how long a long profile takes to open.
struct StoreBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "A durable answer, plain and sealed, beside the same row by SQLite alone.",
    discussion: """
      SQLite alone in each of its journal modes that lose nothing, and ours, take turns on the same disk. Ratios stand beside the \
      same mode, PERSIST, and beside DELETE with EXTRA, which SQLite's own pages call the safe one. Overwritten: the words that a \
      journal still holds after an answer, at once, with or without waiting for the disk. Times are medians; opening reads every \
      change.

      Example:
        waymark-bench store .build/store 1000
      """)

  @Argument(help: "A folder on the disk to measure; made, and taken away again.") var folder: String
  @Argument(help: "How many answers of each.") var count = 1_000
  @Option(help: "How many answers the profile has that is opened.") var long = 10_000

  func run() throws {
    guard Digest.start() else { throw ValidationError("libsodium does not start") }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try answers()
    for isSealed in [false, true] { try opening(isSealed) }
  }

  private var secrets: SealingSecrets? {
    SecretBytes(capacity: 64).map { secret in
      secret.append("a passphrase for benchmarks")
      return SealingSecrets(passphrase: secret, recovery: nil, cost: .floor)
    }
  }

  private func change(_ number: Int) -> Change {
    .answered(
      Answer(
        address: ItemAddress("strengths", "s-\(number % 500)"), value: ["likert": 4],
        at: "2026-11-22T08:00:00Z", round: 1))
  }

  private func answers() throws {
    let floors = try unsafe Floor.all.enumerated().map { number, floor in
      let path = folder + "/floor-\(number).sqlite"
      guard
        let store = unsafe floor_store_open(
          path, floor.journal, floor.synchronous, floor.overwriting)
      else { throw ValidationError("SQLite does not open a file in \(folder)") }
      return unsafe store
    }
    defer { for place in Floor.all.indices { unsafe floor_store_close(floors[place]) } }
    let plain = try ProfileStore.create(
      path: folder + "/plain.waymark", name: "p", opened: "2026-11-22")
    let sealed = try ProfileStore.create(
      path: folder + "/sealed.waymark", name: "s", opened: "2026-11-22", secrets)
    let names = Floor.all.map(\.name) + ["plain", "sealed"]
    var times = [[Double]](repeating: [], count: names.count)
    for number in 0..<count {
      for place in Floor.all.indices {
        let floor = unsafe floors[place]
        times[place].append(
          Stopwatch.milliseconds { _ = unsafe floor_store_put(floor, Double(number)) })
      }
      let place = Floor.all.count
      times[place].append(try Stopwatch.milliseconds { _ = try plain.append([change(number)]) })
      times[place + 1].append(
        try Stopwatch.milliseconds { _ = try sealed.append([change(number)]) })
    }
    let medians = times.map(Stopwatch.median)
    let worst = times.map { $0.sorted()[$0.count * 99 / 100] }
    for (place, name) in names.enumerated() {
      let line: JSONValue = [
        "store": .text(name), "answers": .whole(count), "p50_ms": Stopwatch.figure(medians[place]),
        "p99_ms": Stopwatch.figure(worst[place]),
        "ratio": Stopwatch.figure(medians[place] / medians[Floor.persist]),
        "beside_delete": Stopwatch.figure(medians[place] / medians[Floor.delete]),
      ]
      StandardStreams.json(line)
    }
  }

  /// SQLite alone, in one of its modes.
  private struct Floor {
    let journal: String
    var synchronous = "EXTRA"
    var overwriting = FLOOR_LEFT

    var name: String {
      let after =
        overwriting == FLOOR_LEFT
        ? "" : overwriting == FLOOR_SYNCED ? ", overwritten to the disk" : ", overwritten"
      return "sqlite alone, \(journal), \(synchronous)\(after)"
    }

    static let (delete, persist) = (0, 2)
    static let all = [
      Floor(journal: "DELETE"), Floor(journal: "TRUNCATE"), Floor(journal: "PERSIST"),
      Floor(journal: "PERSIST", overwriting: FLOOR_OVERWRITTEN),
      Floor(journal: "PERSIST", overwriting: FLOOR_SYNCED),
      Floor(journal: "WAL", synchronous: "FULL"),
    ]
  }

  private func opening(_ isSealed: Bool) throws {
    let path = folder + (isSealed ? "/long-sealed.waymark" : "/long.waymark")
    let made = try ProfileStore.create(
      path: path, name: "l", opened: "2026-11-22", isSealed ? secrets : nil)
    _ = try made.append((0..<long).map(change))
    made.close()
    var times: [Double] = []
    var derivations: [Double] = []
    for _ in 0..<9 {
      guard let secrets else { continue }
      if isSealed { derivations.append(derivation(secrets)) }
      let opening: ProfileStore.Opening = isSealed ? .secret(secrets.passphrase) : .plain
      var count = 0
      let elapsed = try Stopwatch.milliseconds {
        let store = try ProfileStore.open(path: path, opening)
        count = Profile(try store.newChanges()).history.count
        _ = try store.drafts()
        store.close()
      }
      if count != long { throw ValidationError("\(count) answers were read, not \(long)") }
      times.append(elapsed)
    }
    let median = Stopwatch.median(times)
    let derived = Stopwatch.median(derivations)
    let line: JSONValue = [
      "open": .text(isSealed ? "sealed" : "plain"), "answers": .whole(long),
      "ms": Stopwatch.figure(median), "derivation_ms": Stopwatch.figure(derived),
      "beyond_ms": Stopwatch.figure(median - derived),
    ]
    StandardStreams.json(line)
  }

  /// The key alone, with nothing to read.
  private func derivation(_ secrets: SealingSecrets) -> Double {
    guard let key = DataKey() else { return 0 }
    return Stopwatch.milliseconds {
      _ = KeySlot(wrapping: key, by: secrets.passphrase, cost: secrets.cost, [])
    }
  }
}

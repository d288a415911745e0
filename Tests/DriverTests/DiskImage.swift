import Foundation
import TestSupport
import Testing

/// A disk of its own under a program's data folder, which can be searched below its files.
final class DiskImage {
  private let program: Program
  private var isMounted = false
  private var image: String { program.home + "/image" }

  init(_ program: Program) throws {
    self.program = program
    try FileManager.default.createDirectory(
      atPath: program.data, withIntermediateDirectories: true)
    let made = program.shell(
      "truncate -s 16M '\(image)' && PATH=$PATH:/usr/sbin:/sbin mkfs.ext4 -q '\(image)'")
    #expect(made.code == 0, "\(made.error)")
    try mount()
  }

  private func mount() throws {
    let mounted = program.shell(
      "PATH=$PATH:/usr/sbin:/sbin mount -o loop '\(image)' '\(program.data)'")
    try #require(
      mounted.code == 0, "a disk image is mounted here, which takes root: \(mounted.error)")
    isMounted = true
  }

  func end() {
    if isMounted { _ = program.shell("umount '\(program.data)'") }
    isMounted = false
  }

  /// How often a word stands anywhere on the disk.
  func hits(_ word: String) throws -> Int {
    let synced = program.shell("sync; umount '\(program.data)'")
    #expect(synced.code == 0, "\(synced.error)")
    isMounted = false
    defer { try? mount() }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: image), options: .alwaysMapped)
    var (count, place) = (0, bytes.startIndex)
    while let found = bytes.range(of: Data(word.utf8), in: place..<bytes.endIndex) {
      count += 1
      place = found.upperBound
    }
    return count
  }
}

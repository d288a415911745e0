import Foundation

/// The places of the package, found from this file.
package enum Tree {
  package static let root = String(
    #filePath.dropLast("/Tests/TestSupport/Tree.swift".count))

  package static func text(_ path: String) -> String {
    (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
  }

  /// Paths below a folder of the package, those with an ending.
  package static func files(_ folder: String, ending: String) -> [String] {
    let walk = FileManager.default.enumerator(atPath: root + "/" + folder)
    let paths = (walk?.allObjects as? [String]) ?? []
    return paths.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  /// A new empty folder below the system's own for temporary things.
  package static func temporaryFolder() -> String {
    let folder = NSTemporaryDirectory() + "waymark-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}

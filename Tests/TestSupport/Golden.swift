import Foundation

/// Texts that were looked at once and must stay as they are.
package enum Golden {
  /// Compares with the file; where there is none, records it and says so, which fails the test.
  ///
  /// - Returns: what is wrong; `nil` where they are equal.
  package static func difference(_ text: String, _ path: String) -> String? {
    let whole = Tree.root + "/Tests/" + path
    let wanted = try? String(contentsOfFile: whole, encoding: .utf8)
    guard let wanted else {
      try? text.write(toFile: whole, atomically: true, encoding: .utf8)
      return "recorded \(path): look at it, and run again"
    }
    if wanted == text { return nil }
    let pairs = zip(
      wanted.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false))
    let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    let line = first.map { "line \($0.offset + 1)\n- \($0.element.0)\n+ \($0.element.1)" }
    return "\(path) differs: \(line ?? "in length")"
  }
}

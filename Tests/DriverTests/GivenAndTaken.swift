import Foundation
import TestSupport
import Testing

/// A profile with a page given out, and the answer to it as a file.
struct GivenAndTaken {
  let program: Program
  /// In the data folder, so that a copy of it has them too.
  var page: String { program.data + "/page.json" }
  var answer: String { program.data + "/answer.json" }

  static let shares = ["--share", "talk/about", "--share", "experiment:1"]

  init(_ program: Program, step: String = "One hour beside the oven") {
    self.program = program
    let lines = """
      {"exercise":"canvas","item":"list","value":[{"name":"\(step)","start":"2999-03-02","for-it":"I stay","against-it":"No"}]}
      {"exercise":"talk","item":"about","value":"Ten numbers"}

      """
    #expect(program.run("answer", "-", input: lines).code == 0)
    let given = program.shell(
      "'\(Program.path)' brief \(GivenAndTaken.shares.joined(separator: " ")) --format json --out '\(page)'"
    )
    #expect(given.code == 0, "\(given.error)")
    let reviewed = program.run(
      "review", page, "--out", answer,
      input: "1\n1\n1\n1\n2\nthe move is over\ndone\nAsk by Monday\n")
    #expect(reviewed.code == 0, "\(reviewed.out) \(reviewed.error)")
  }

  /// Whether the answer is in the profile, and whether its number is used.
  static func isTaken(_ program: Program) -> (answer: Bool, number: Bool) {
    let said = program.run("export", "json").out
    let object =
      (try? JSONSerialization.jsonObject(with: Data(said.utf8))) as? [String: Any] ?? [:]
    let changes = object["changes"] as? [[String: Any]] ?? []
    return (
      changes.contains { $0["exercise"] as? String == "heard" },
      changes.contains { $0["kind"] as? String == "replied" }
    )
  }
}

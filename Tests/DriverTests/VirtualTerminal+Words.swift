import Foundation
import TestSupport
import Testing

extension VirtualTerminal {
  /// Words of a list, with numbers before them or not: rows in which nothing else stands.
  /// Waits for them: a heading is painted before what stands under it.
  func words(_ count: Int) throws -> [String] {
    try #require(wait { $0.shown(count).count == count } && settle(.waiting), "\(text)")
    return shown(count)
  }

  private func shown(_ count: Int) -> [String] {
    let rows = text.split(separator: "\n").map { $0.split(separator: " ") }
    let only = rows.filter { row in
      !row.isEmpty
        && row.allSatisfy { word in
          let isNumber = word.hasSuffix(".") && word.dropLast().allSatisfy(\.isNumber)
          return isNumber || word.allSatisfy { $0.isLetter && $0.isLowercase }
        }
    }
    let all = only.flatMap { $0 }.filter { !$0.hasSuffix(".") }.map(String.init)
    return all.suffix(count).map { $0 }
  }

  /// Whether two neighbours of a drawn phrase stand anywhere, with numbers or without, where one row ends too.
  ///
  /// One alone proves nothing: *share*, *local*, *file* or *next* are of the list, and in the program's own farewell.
  func shows(_ phrase: [String]) -> Bool {
    let all = printed.split { !$0.isLetter }.map(String.init)
    return zip(all, all.dropFirst()).contains { pair in
      zip(phrase, phrase.dropFirst()).contains { $0 == pair }
    }
  }

  /// From the page that says whose the new file is, through its sealing.
  func seal(_ passphrase: String, after text: String) throws {
    #expect(wait(for: text), "\(self.text)")
    type("\r")
    #expect(wait(for: "15 characters") && wait(for: "Esc"), "\(self.text)")
    type(passphrase + "\r")
    #expect(wait(for: "Once more"), "\(self.text)")
    type(passphrase + "\r")
    let twelve = try words(12)
    type("\r")
    #expect(wait(for: "fourth word"), "\(self.text)")
    type("\(twelve[3]) \(twelve[8])\r")
  }
}

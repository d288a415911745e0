import TestSupport
import Testing

/// What the tree must and must not hold.
struct TidyTests {
  static let sources = Tree.files("Sources", ending: ".swift")

  /// Which of our targets each may import: the arrows.
  static let arrows: [String: Set<String>] = [
    "Rules": [], "JSON": [], "Typesetting": [],
    "Workbook": ["Rules", "JSON"], "TextUI": ["Typesetting"],
    "Packs": ["Workbook", "Rules", "JSON", "Yams"], "Sealing": ["CSodium", "CSystem"],
    "Store": [
      "Workbook", "JSON", "Sealing", "CSystem", "CDatabase", "GRDB", "Foundation", "Glibc",
    ],
    "Briefs": ["Workbook", "Rules", "JSON", "Typesetting"],
    "Curses": ["TextUI", "CNcurses", "CSystem"],
    "Screens": ["Briefs", "Workbook", "Rules", "JSON", "TextUI", "Typesetting"],
    "Commands": [
      "Screens", "Briefs", "Packs", "Store", "Sealing", "Curses", "Workbook", "Rules", "JSON",
      "TextUI",
      "Typesetting", "CSystem", "ArgumentParser", "Foundation", "Glibc",
    ],
    "waymark": ["Commands"],
    "Benchmarks": [
      "Commands", "Packs", "Store", "Sealing", "Workbook", "Rules", "JSON", "CFloor",
      "ArgumentParser", "Foundation",
    ],
    "waymark-bench": ["Benchmarks"],
  ]

  @Test func importsFollowTheArrows() {
    #expect(TidyTests.sources.count > 60)
    for path in TidyTests.sources {
      let target = String(path.split(separator: "/")[1])
      let allowed = TidyTests.arrows[target] ?? []
      for line in Tree.text(path).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.contains("import"), let module = words.last, words.count <= 3,
          words[0] == "import" || words[0] == "package"
        else { continue }
        #expect(allowed.contains(String(module)), "\(path): \(line)")
      }
    }
  }

  @Test func nothingThatSwiftSixIsMadeToSpareUs() {
    let banned = [
      "nonisolated(unsafe)", "@unchecked", "try!", "as!", "static var shared", "async ", "await ",
      " actor ", "DispatchQueue", "fatalError(", "precondition(", "TODO", "FIXME", "@testable",
    ]
    for path in TidyTests.sources {
      let text = Tree.text(path)
      for word in banned { #expect(!text.contains(word), "\(path): \(word)") }
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 460, "\(path)")
    }
  }

  /// Text leaves by one door, which makes it harmless. What a fatal signal says, and what a screen draws, stands in C, in fixed words.
  @Test func textLeavesByOneDoor() {
    let ways = [
      "print(", "dump(", "puts(", "putchar", "printf(", "fwrite", "perror(", "Glibc.write",
      "FileHandle.standard", "STDOUT", "STDERR", "stdout", "stderr", "/dev/tty", "/dev/std",
      " write(1", " write(2", "OutputStream",
    ]
    for path in TidyTests.sources where path != "Sources/Commands/System/StandardStreams.swift" {
      for line in Tree.text(path).split(separator: "\n") where !line.contains("//") {
        for way in ways where line.contains(way) {
          // A word of which it is the end is another word.
          let before = line.ranges(of: way).map { line[..<$0.lowerBound].last }
          let isCall = before.contains { !($0?.isLetter ?? false) || way == "printf(" }
          #expect(!isCall, "\(path): \(line)")
        }
      }
    }
    // And inside it, the bytes themselves only behind `visible`.
    let door = Tree.text("Sources/Commands/System/StandardStreams.swift")
    #expect(
      door.contains("private static func out(_ bytes")
        && door.contains("private static func write("))
  }

  /// No sentence of the workbook stands in Swift: screens speak by names.
  @Test func screensHoldNoSentences() {
    for path in TidyTests.sources where path.hasPrefix("Sources/Screens/") {
      for line in Tree.text(path).split(separator: "\n") where !line.contains("//") {
        for literal in TidyTests.literals(line) {
          let words = literal.split(separator: " ").filter { word in
            word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "," || $0 == "." }
          }
          #expect(words.count < 3, "\(path): \(literal)")
        }
      }
    }
  }

  private static func literals(_ line: Substring) -> [Substring] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test func theTreeSpeaksOfTheProductAlone() {
    let paths =
      TidyTests.sources + Tree.files("content", ending: ".yaml")
      + Tree.files("Sources/Workbook/Workbook.docc", ending: ".md")
      + ["README.md", "Makefile", "Package.swift", "CHANGELOG.md"]
    for path in paths {
      let text = Tree.text(path)
      #expect(!text.isEmpty, "\(path) is empty")
      for word in ["/work/", "/home/", "../shared", "localhost"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }
}

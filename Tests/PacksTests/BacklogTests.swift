import Foundation
import Packs
import TestSupport
import Testing

/// Old findings stand in a list that only gets shorter; new text has none.
struct BacklogTests {
  static let texts: [ReaderText] = ReaderTexts(
    PackReader.trees(SamplePack.coreFiles()).0,
    interface: PackReader.tree(
      Tree.text("content/languages/en.yaml"), file: "languages/en.yaml"
    ).0
  ).all

  private static let backlog = Backlog(Tree.text("content/words/backlog.txt"))

  /// What the dictionary of American English doesn't know, and the product doesn't call its own.
  private static let misspelled: [VoiceFinding] = {
    let unknown = Spelling.unknown(
      in: texts.map(\.text), own: Tree.root + "/content/words/own.txt")
    return texts.compactMap { text in
      let words = Spelling.words(in: text.text).filter { unknown.contains($0) }
      return words.isEmpty
        ? nil : VoiceFinding(.spelling, text, "spelling of \(words.joined(separator: ", "))")
    }
  }()

  private static let found = VoiceLint(texts).found + misspelled

  @Test func newTextHasNoFinding() {
    let new = BacklogTests.backlog.new(of: BacklogTests.found)
    #expect(
      new.isEmpty, "\(new.map { $0.row + ": " + $0.finding.description }.joined(separator: "\n"))")
  }

  @Test func whatWasMendedLeavesTheList() {
    let untrue = BacklogTests.backlog.untrue(by: BacklogTests.found)
    #expect(
      untrue.isEmpty, "run `waymark content lint --backlog`:\n\(untrue.joined(separator: "\n"))")
  }

  @Test func theListGetsNoLonger() {
    #expect(BacklogTests.backlog.rows.count <= 1933)
    #expect(Set(BacklogTests.backlog.rows).count == BacklogTests.backlog.rows.count)
  }

  @Test func aChangedTextIsOnNoList() {
    let mark = SourceNode.Location(file: "x", line: 1, column: 1)
    let old = ReaderText(kind: .step, place: "x#a", text: "It is a post.", mark: mark)
    var new = old
    new.text = "It is your post."
    let list = Backlog("# head\n" + VoiceLint([old]).found.map(\.row).joined(separator: "\n"))
    #expect(list.rows.count == 2)
    #expect(list.new(of: VoiceLint([old]).found).isEmpty)
    #expect(list.new(of: VoiceLint([new]).found).count == 2)
    #expect(list.untrue(by: VoiceLint([new]).found) == list.rows)
    #expect(list.shrunk(by: VoiceLint([new]).found, [new]).isEmpty)
  }
}

/// The dictionary of the system, for tests.
private enum Spelling {
  /// Runs of letters and apostrophes, without what stands in braces or between backticks.
  static func words(in text: String) -> Set<String> {
    let bare = text.replacing("’", with: "'")
      .replacing(/\{[^}]*\}|`[^`]*`/, with: " ")
    return Set(
      bare.split { !$0.isLetter && $0 != "'" }
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
        .filter { !$0.isEmpty })
  }

  static func unknown(in texts: [String], own: String) -> Set<String> {
    let program = Program()
    defer { program.end() }
    let words = Set(texts.flatMap { Spelling.words(in: $0) }).sorted()
    let result = program.shell(
      "hunspell -i utf-8 -d en_US -p '\(own)' -l", input: words.joined(separator: "\n") + "\n")
    #expect(result.code == 0, "\(result.error)")
    return Set(result.out.split(separator: "\n").map(String.init))
  }
}

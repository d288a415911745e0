import Briefs
import JSON
import Rules
import TestSupport
import Testing
import Workbook

/// Files between two people: whole and unchanged they are read back, anything else is refused.
struct PaperTests {
  static let brief: BriefFile = {
    let one = SamplePage.pack.cases.first { !$0.shares.isEmpty }
    var brief = one.map {
      SamplePage.brief(
        SamplePage.profile(SamplePage.answers(of: $0)), SamplePage.shares($0.shares)
      ).brief
    }
    // What was released goes into no file.
    brief?.released = []
    return SamplePage.file(
      brief
        ?? Brief(
          title: "", purpose: "", day: SamplePage.day, language: "en", sections: [], steps: []))
  }()

  static let reply = Reply(
    brief: brief.check, request: brief.request, day: SamplePage.day,
    steps: [
      Reply.Step(
        number: 1,
        answer: StepAnswer(
          step: brief.brief.steps.first ?? "", said: .yesIf, words: "if Lena has the key",
          again: SamplePage.day, clarity: [.use: true, .cost: false]),
        asked: brief.asked(SamplePage.digest).first ?? "")
    ], will: "Put the samples aside, by Thursday")

  private func readBrief(_ bytes: [UInt8]) -> Result<BriefFile, ExchangeFileProblem> {
    do throws(ExchangeFileProblem) {
      return .success(try BriefFile(reading: bytes, digest: SamplePage.digest))
    } catch {
      return .failure(error)
    }
  }

  private func readReply(_ bytes: [UInt8]) -> Result<Reply, ExchangeFileProblem> {
    do throws(ExchangeFileProblem) {
      return .success(try Reply(reading: bytes, digest: SamplePage.digest))
    } catch {
      return .failure(error)
    }
  }

  private var replyText: String { PaperTests.reply.text(digest: SamplePage.digest) }

  @Test func whatIsWrittenIsReadBack() {
    #expect(readBrief(Array(PaperTests.brief.text.utf8)) == .success(PaperTests.brief))
    #expect(readReply(Array(replyText.utf8)) == .success(PaperTests.reply))
  }

  /// Every byte changed in turn, and every place at which it can be cut.
  @Test func noChangedFileIsTaken() {
    let pages = Array(PaperTests.brief.text.utf8)
    let replies = Array(replyText.utf8)
    for place in pages.indices {
      for bit in [1, 32] as [UInt8] {
        var other = pages
        other[place] ^= bit
        if case .success = readBrief(other) { Issue.record("taken, changed at \(place)") }
      }
      // The last byte ends a line that is whole without it.
      if place < pages.count - 1, case .success = readBrief(Array(pages[..<place])) {
        Issue.record("taken, cut at \(place)")
      }
    }
    for place in replies.indices {
      for bit in [1, 32] as [UInt8] {
        var other = replies
        other[place] ^= bit
        if case .success = readReply(other) { Issue.record("taken, changed at \(place)") }
      }
      if place < replies.count - 1, case .success = readReply(Array(replies[..<place])) {
        Issue.record("taken, cut at \(place)")
      }
    }
  }

  /// Ten thousand changes drawn by chance: bytes turned, left out, doubled, pieces moved.
  @Test func tenThousandChanges() {
    var generator = SplitMix64(state: 11)
    func draw(_ count: Int) -> Int { Int(generator.next() % UInt64(max(1, count))) }
    let texts = [Array(PaperTests.brief.text.utf8), Array(replyText.utf8)]
    for round in 0..<10_000 {
      let whole = texts[round % 2]
      var bytes = whole
      for _ in 0...draw(3) {
        switch draw(4) {
        case 0: bytes[draw(bytes.count)] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.remove(at: draw(bytes.count))
        case 2: bytes.insert(bytes[draw(bytes.count)], at: draw(bytes.count))
        default:
          let start = draw(bytes.count)
          let piece = bytes[start..<min(bytes.count, start + draw(40))]
          bytes.insert(contentsOf: piece, at: draw(bytes.count))
        }
        if bytes.isEmpty { bytes = [0] }
      }
      // Blanks between its parts change nothing of what it says.
      if case .success(let read) = readBrief(bytes), read != PaperTests.brief {
        Issue.record("a page, round \(round)")
      }
      if case .success(let read) = readReply(bytes), read != PaperTests.reply {
        Issue.record("an answer, round \(round)")
      }
    }
  }

  /// A file whose check is right is still held to its form.
  private func replied(_ change: (inout [JSONValue.Pair]) -> Void) -> ExchangeFileProblem? {
    guard var pairs = try? JSONValue.json(replyText).map else { return nil }
    pairs.removeAll { $0.key == "check" }
    change(&pairs)
    pairs.append(
      JSONValue.Pair("check", .text(SamplePage.digest(Array(JSONValue.map(pairs).json.utf8)))))
    if case .failure(let problem) = readReply(Array(JSONValue.map(pairs).json.utf8)) {
      return problem
    }
    return nil
  }

  @Test func theFormIsStrict() {
    #expect(replied { _ in } == nil)
    #expect(replied { $0.append(JSONValue.Pair("more", 1)) } == .unknown(field: "more"))
    #expect(replied { $0.removeAll { $0.key == "will" } } == .missing(field: "will"))
    #expect(replied { $0[4].value = "2026-02-30" } == .wrong(field: "day"))
    #expect(replied { $0[1].value = 3 } == .otherVersion("3"))
    #expect(replied { $0[0].value = "brief" } == .otherKind)
    #expect(replied { $0[6].value = "a\u{1B}[2J" } == .control(field: "will"))
    #expect(
      replied { $0[6].value = .text(String(repeating: "x", count: 161)) } == .wrong(field: "will"))
    #expect(
      replied {
        $0[5].value = .list([
          ($0[5].value.list?[0] ?? .null).setting(.whole(.min), at: ["number"])
        ])
      } == .wrong(field: "steps.1.number"))
    #expect(replied { $0[5].value = [] } == .wrong(field: "steps"))
    #expect(
      replied { $0[5].value = .list($0[5].value.list.map { $0 + $0 } ?? []) }
        == .wrong(field: "steps.2.number"))
    #expect(
      replied {
        $0[5].value = .list([
          ($0[5].value.list?[0] ?? .null).setting(true, at: ["clear", "character"])
        ])
      } == .unknown(field: "steps.1.clear.character"))
    #expect(
      replied {
        $0[5].value = .list([($0[5].value.list?[0] ?? .null).setting("maybe", at: ["answer"])])
      } == .wrong(field: "steps.1.answer"))
  }

  @Test func oneIsNotTheOther() {
    #expect(readReply(Array(PaperTests.brief.text.utf8)) == .failure(.otherKind))
    #expect(readBrief(Array(replyText.utf8)) == .failure(.otherKind))
    #expect(readReply([UInt8](repeating: 32, count: 16 << 10 + 1)) != .failure(.otherKind))
    #expect(
      readReply([UInt8](repeating: 32, count: (16 << 10) + 1))
        == .failure(.tooLong(limit: 16 << 10)))
    #expect(readBrief(Array(#"{"waymark":"brief","waymark":"brief"}"#.utf8)).isRefused)
  }
}

extension Result {
  fileprivate var isRefused: Bool {
    if case .failure = self { true } else { false }
  }
}

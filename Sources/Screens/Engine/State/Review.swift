package import Briefs
import JSON
package import Rules
import Typesetting
package import Workbook

/// A page that somebody else sent, made into a workbook of one exercise: whoever answers it has the same screens, keys and lines.
package struct Review {
  private let file: BriefFile
  private let phrases: PhraseBook
  private let digest: ([UInt8]) -> String
  /// A word where the file's title or purpose is not what this program says there; else nothing.
  package let notice: String

  /// What every page says alike comes from the program: a file cannot put other words there.
  package init(_ file: BriefFile, _ phrases: PhraseBook, digest: @escaping ([UInt8]) -> String) {
    let (own, differs) = file.inOwnWords(phrases)
    self.file = own
    self.phrases = phrases
    self.digest = digest
    notice = differs ? phrases(.reviewOtherWords) : ""
  }

  /// - Parameter now: UTC, `2026-11-22T08:00:00Z`.
  package func session(today: Day, now: String) -> OpenWorkbook {
    var profile = Profile()
    profile.apply(ComputerOwner.mine.change)
    var session = OpenWorkbook(
      pack: pack, phrases: phrases, profile: profile, drafts: [:], today: today, now: now,
      name: phrases(.reviewName))
    let page = session.lines(of: BriefFormat.txt.render(bare, phrases))
    let warning = notice.isEmpty ? [] : wrapped(notice, columns: TextBrief.columns) + [""]
    session.letter = warning + page
    return session
  }

  /// The first page alone: the second one is what is asked here.
  private var bare: BriefFile {
    var page = file.brief
    page.steps = []
    return BriefFile(page, request: "", digest: { _ in "" })
  }

  // MARK: - What is asked

  private static let exercise = "answer"

  private func address(_ step: Int) -> ItemAddress {
    ItemAddress(Review.exercise, "step-\(step + 1)")
  }

  private let will = ItemAddress(Review.exercise, "will")

  private var pack: Pack {
    var pack = Pack()
    pack.language = file.brief.language
    pack.stages = [
      Stage(
        id: Review.exercise, title: phrases(.reviewStage), question: phrases(.reviewQuestion))
    ]
    pack.items = file.brief.steps.enumerated().map { place, name in
      var item = Item(address: address(place), kind: .record(fields), text: name)
      item.stem = phrases(.reviewStem)
      item.hint = phrases(.reviewOpening)
      return item
    }
    var last = Item(address: will, kind: .text(1...Reply.mostWill), text: phrases(.readerWill))
    last.optional = true
    pack.items.append(last)
    let rows = Criterion.allCases.map { phrases($0.title) + ": " + phrases($0.anchor) }
    let how = phrases(.readerHow) + " " + rows.joined(separator: "; ") + "."
    var exercise = Exercise(
      id: Review.exercise, stage: Review.exercise, title: phrases(.readerTitle),
      method: Method(
        purpose: phrases(.readerWhat),
        scored: how + " " + phrases(.reviewScored),
        trust: phrases(.reviewTrust) + " " + phrases(.readerDiffer),
        notFor: phrases(.reviewNotFor), sources: []), items: 0..<pack.items.count)
    exercise.opening = how
    pack.exercises = [exercise]
    pack.evening = [Review.exercise]
    pack.order = pack.items.indices.map { .item($0) }
    pack.index()
    pack.compile()
    return pack
  }

  private var fields: [Field] {
    let marks = [
      AnswerOption(id: "clear", title: phrases(.readerClear)),
      AnswerOption(id: "open", title: phrases(.readerNotClear)),
    ]
    let said = [
      AnswerOption(id: StepAnswer.Said.yes.rawValue, title: phrases(.readerYes)),
      AnswerOption(id: StepAnswer.Said.yesIf.rawValue, title: phrases(.readerYesIf)),
      AnswerOption(id: StepAnswer.Said.notNow.rawValue, title: phrases(.readerNotNow)),
    ]
    return Criterion.allCases.map {
      Field(
        id: $0.rawValue, title: phrases($0.title), kind: .choice(marks, ordered: false),
        optional: true)
    } + [
      Field(
        id: "said", title: phrases(.reviewStage), kind: .choice(said, ordered: false),
        optional: false),
      Field(
        id: "words", title: phrases(.reviewWords), kind: .text(1...Reply.mostWords),
        optional: true),
      Field(id: "again", title: phrases(.reviewAgain), kind: .day, optional: true),
    ]
  }

  // MARK: - What was answered

  /// - Parameter drafts: what was being typed when the workbook was left, by item.
  /// - Returns: the answer, how many steps were left open, and days on which to look again that lie outside the page's year: they would be
  ///   refused at the other end, and are left out. `nil` where no step has an answer.
  package func reply(
    _ changes: [Change], _ drafts: [String: Draft] = [:], on day: Day
  ) -> (reply: Reply, open: Int, leftOut: [Day])? {
    let profile = Profile(changes)
    let asked = file.asked(digest)
    let year = Reply.year(of: file.brief.day)
    var leftOut: [Day] = []
    let steps = file.brief.steps.enumerated().compactMap { place, name -> Reply.Step? in
      var entry: [String: JSONValue] = [:]
      let half = drafts[address(place).description].flatMap { try? JSONValue.json($0.text) }
      for pair in (profile.current(address(place))?.value.map ?? []) + (half?.map ?? []) {
        entry[pair.key] = pair.value
      }
      entry["step"] = .text(name)
      guard var answer = StepAnswer(entry)?.clean else { return nil }
      if let again = answer.again, !year.contains(again) {
        leftOut.append(again)
        answer.again = nil
      }
      return Reply.Step(number: place + 1, answer: answer, asked: asked[place])
    }
    if steps.isEmpty { return nil }
    let will =
      drafts[self.will.description]?.text ?? profile.current(self.will)?.value.text ?? ""
    return (
      Reply(
        brief: file.check, request: file.request, day: day, steps: steps,
        will: visible(String(will.prefix(Reply.mostWill))).trimmed),
      file.brief.steps.count - steps.count, leftOut
    )
  }
}

extension StepAnswer {
  /// What controls a screen would not be taken at the other end.
  fileprivate var clean: StepAnswer {
    var clean = self
    clean.words = visible(String(words.prefix(Reply.mostWords)))
    return clean
  }
}

extension OpenWorkbook {
  /// Whether somebody answers a page, has begun, and would leave without an answer to any step.
  var hasNothingToGiveBack: Bool {
    guard isForReader, !profile.current.isEmpty || !drafts.isEmpty else { return false }
    let entries =
      profile.current.map(\.value) + drafts.values.compactMap { try? JSONValue.json($0.text) }
    return !entries.contains { $0["said"] != nil }
  }
}

extension App {
  /// A workbook that begins with a page of somebody else.
  package init(reading session: OpenWorkbook) {
    self.init(session)
    stack.append(.document(DocumentScreen(.letter)))
  }

  /// From the page to the questions about it, at the first time; later back to where it was opened.
  mutating func readLetter() {
    stack.removeLast()
    guard let exercise = session.nextExercise, !session.isBegun(session.pack.exercises[exercise])
    else { return refresh() }
    open(exercise)
  }
}

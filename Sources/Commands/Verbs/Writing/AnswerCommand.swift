import ArgumentParser
import JSON
import Screens
import Store
import Workbook

/// `waymark answer`: records answers, one a line, each acknowledged once it is on disk.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record answers, one a line of JSON.",
    discussion: """
      A bad line is refused alone; the others stand, and the exit code is 65.

      Example:
        waymark answer - < answers.ndjson
      """)

  @Argument(help: "A file of answers; - reads standard input.") var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let roots = RuntimeEnvironment(options)
    let (phrases, pack) = try PackLoading(roots: roots).both()
    let descriptor = try InputFile.open(file)
    let (store, profile) = try ProfileLocator(roots: roots).open()
    var taking = AnswerTaking(pack: pack, phrases: phrases, profile: profile)
    var reader = LineReader(descriptor: descriptor)
    var number = 0
    var hasRefused = false
    while let lines = reader.next() {
      var outcomes: [(number: Int, outcome: AnswerTaking.Outcome)] = []
      for line in lines {
        number += 1
        if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { continue }
        outcomes.append((number, taking.take(line, now: WallClock.now)))
      }
      try acknowledge(outcomes, store, &taking, &hasRefused)
    }
    if let problem = reader.problem {
      throw Failure(
        .noInput, "waymark: \(file) cannot be read: \(problem).",
        "What was acknowledged is kept; the rest was not read.")
    }
    if hasRefused { throw ExitCode(Failure.Code.data.rawValue) }
  }

  /// Lines that waited together share a commit; only then is any of them acknowledged.
  private func acknowledge(
    _ outcomes: [(number: Int, outcome: AnswerTaking.Outcome)], _ store: ProfileStore,
    _ taking: inout AnswerTaking, _ hasRefused: inout Bool
  ) throws {
    let changes = outcomes.compactMap { $0.outcome.change }
    var sequences: ArraySlice<Int> = []
    if !changes.isEmpty {
      do throws(StoreError) {
        let kept = try store.append(changes)
        sequences = kept.sequences[...]
        if kept.before.isEmpty {
          taking.kept(changes)
        } else {
          taking.heard(kept.before, then: changes)
        }
      } catch {
        throw error.failure
      }
    }
    for (number, outcome) in outcomes {
      switch outcome {
      case .taken(_, let asked):
        let id = sequences.popFirst() ?? 0
        var pairs: [JSONValue.Pair] = [
          JSONValue.Pair("line", .whole(number)), JSONValue.Pair("ok", true),
          JSONValue.Pair("id", .whole(id)),
        ]
        if !asked { pairs.append(JSONValue.Pair("asked", false)) }
        StandardStreams.json(.map(pairs))
      case .refused(let reason):
        hasRefused = true
        let line: JSONValue = ["line": .whole(number), "ok": false, "error": .text(reason)]
        StandardStreams.json(line)
      }
    }
  }
}

/// Turns lines of JSON into changes of a profile.
struct AnswerTaking {
  private let pack: Pack
  private let phrases: PhraseBook
  private var profile: Profile
  /// What is on disk for certain, without the lines that are being taken.
  private var durable: Profile
  private var reading: FactBase

  init(pack: Pack, phrases: PhraseBook, profile: Profile) {
    self.pack = pack
    self.phrases = phrases
    self.profile = profile
    durable = profile
    reading = FactBase(pack, Responses(profile, pack: pack), today: WallClock.today)
  }

  /// Others wrote into the file before the lines that were just taken.
  mutating func heard(_ before: [Change], then taken: [Change]) {
    for change in before + taken { durable.apply(change) }
    profile = durable
    reading = FactBase(pack, Responses(profile, pack: pack), today: WallClock.today)
  }

  /// The lines that were just taken are on disk.
  mutating func kept(_ taken: [Change]) {
    for change in taken { durable.apply(change) }
  }

  enum Outcome {
    case taken(Change, asked: Bool)
    case refused(String)

    var change: Change? {
      switch self {
      case .taken(let change, _): change
      case .refused: nil
      }
    }
  }

  mutating func take(_ line: [UInt8], now: String) -> Outcome {
    do throws(JSONProblem) {
      return read(try JSONValue.json(line), now)
    } catch {
      return .refused(phrases(.lineNotJSON, ["reason": error.description]))
    }
  }

  private mutating func read(_ plain: JSONValue, _ now: String) -> Outcome {
    let known = ["exercise", "item", "value", "of", "at", "round"]
    if let pair = plain.map?.first(where: { !known.contains($0.key) }) {
      return .refused(phrases(.lineField, ["field": pair.key]))
    }
    for field in ["exercise", "item", "value"] where plain[field] == nil {
      return .refused(phrases(.lineMissing, ["field": field]))
    }
    let address = ItemAddress(plain["exercise"]?.text ?? "", plain["item"]?.text ?? "")
    guard let place = pack.itemPlaces[address], let value = plain["value"] else {
      return .refused(phrases(.lineNoItem, ["item": address.description]))
    }
    if value != .null, case .failure(let problem) = pack.items[place].kind.read(value) {
      return .refused(problem.sentence(phrases))
    }
    if let problem = roundProblem(plain) { return .refused(problem) }
    let at = plain["at"]?.text ?? now
    if !WallClock.isTime(at) { return .refused(phrases(.lineTime)) }
    return accept(place, value, plain, at)
  }

  private func roundProblem(_ plain: JSONValue) -> String? {
    guard let given = plain["round"] else { return nil }
    let present = profile.round
    guard let round = given.whole, round >= 1 else {
      return phrases(.shapeWhole, ["low": "1", "high": String(present + 1)])
    }
    if round < present {
      return phrases(
        .lineRoundPast, ["round": String(round), "present": String(present)])
    }
    if round > present + 1 {
      return phrases(.lineRoundFar, ["round": String(round), "next": String(present + 1)])
    }
    return nil
  }

  private mutating func accept(
    _ place: Int, _ value: JSONValue, _ plain: JSONValue, _ at: String
  ) -> Outcome {
    let item = pack.items[place]
    let present = item.from.flatMap { profile.current(pack.items[$0].address)?.value }
    let of = item.from == nil ? nil : plain["of"] ?? present
    let answer = Answer(
      address: item.address, value: value, of: of == .null ? nil : of, at: at,
      round: plain["round"]?.whole ?? profile.round)
    let change = Change.answered(answer)
    profile.apply(change)
    read(place, answer)
    return .taken(change, asked: reading.asked[place])
  }

  private mutating func read(_ place: Int, _ answer: Answer) {
    guard answer.round == reading.answers.round else {
      reading = FactBase(pack, Responses(profile, pack: pack), today: WallClock.today)
      return
    }
    var value: AnswerValue?
    if answer.value != .null, case .success(let read) = pack.items[place].kind.read(answer.value) {
      value = read
    }
    reading.answer(place, Response(value: value, of: answer.of, round: answer.round))
  }
}

/// `waymark answers`: what was answered, as `answer` reads it back.
struct AnswersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers", abstract: "Print the current answers, one a line of JSON.",
    discussion: """
      It reads the profile alone, never a pack.

      Example:
        waymark answers > answers.ndjson
      """)

  @Flag(help: "The same: one JSON document a line.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let (_, profile) = try ProfileLocator(roots: RuntimeEnvironment(options)).open()
    for answer in profile.current { StandardStreams.json(answer.plain) }
  }
}

extension Answer {
  /// As `answers` prints it and `answer` reads it back.
  var plain: JSONValue {
    var pairs: [JSONValue.Pair] = [
      JSONValue.Pair("exercise", .text(address.exercise)),
      JSONValue.Pair("item", .text(address.item)),
      JSONValue.Pair("value", value),
    ]
    if let of { pairs.append(JSONValue.Pair("of", of)) }
    pairs.append(JSONValue.Pair("at", .text(at)))
    pairs.append(JSONValue.Pair("round", .whole(round)))
    return .map(pairs)
  }
}

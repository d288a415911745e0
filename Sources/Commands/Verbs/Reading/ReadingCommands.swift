import ArgumentParser
import JSON
import Rules
import Screens
import Store
import Workbook

/// What every command that reads a profile through a pack begins with.
struct CommandContext {
  let phrases: PhraseBook
  let store: ProfileStore
  private(set) var session: OpenWorkbook

  init(_ options: GlobalOptions) throws {
    let roots = RuntimeEnvironment(options)
    let (phrases, pack) = try PackLoading(roots: roots).both()
    self.phrases = phrases
    let profile: Profile
    (store, profile) = try ProfileLocator(roots: roots).open()
    session = OpenWorkbook(
      pack: pack, phrases: phrases, profile: profile, drafts: [:], today: WallClock.today,
      now: WallClock.now, name: "")
    session.seed = store.seed
  }

  /// Takes over what others wrote into the file meanwhile.
  mutating func catchUp() throws(Failure) {
    do throws(StoreError) { session.apply(try store.newChanges()) } catch { throw error.failure }
  }

  /// The change that adds an entry to the list which plays a role or, by its number from 1, puts another in its place.
  func entry(
    _ entry: [String: JSONValue], in role: String, number: Int? = nil
  ) throws(Failure) -> Change {
    guard let item = pack.item(playing: role) else {
      throw Failure(.configuration, "waymark: this pack has no place for it.")
    }
    let kind = pack.items[item].kind
    let record = JSONValue.map(
      kind.fields.compactMap { field in entry[field.id].map { JSONValue.Pair(field.id, $0) } })
    var list = session.kept(item)?.list ?? []
    if let number { list[number - 1] = record } else { list.append(record) }
    if case .failure(let problem) = kind.read(.list(list)) {
      throw Failure(.data, "waymark: " + problem.sentence(phrases, kind.fields))
    }
    return .answered(
      Answer(
        address: pack.items[item].address, value: .list(list), at: WallClock.now,
        round: session.round))
  }

  func keep(_ changes: [Change]) throws(Failure) {
    do throws(StoreError) { _ = try store.append(changes) } catch { throw error.failure }
  }

  /// Keeps what is made from everything that is there: where others wrote meanwhile it is made anew, on top of theirs.
  mutating func keep(_ make: (CommandContext) throws(Failure) -> [Change]) throws(Failure) {
    while true {
      try catchUp()
      let changes = try make(self)
      do throws(StoreError) {
        if try store.appendUnlessChanged(changes) { return }
      } catch {
        throw error.failure
      }
    }
  }

  /// The place of a pathway that was named on the command line.
  func pathway(_ id: String) throws(Failure) -> Int {
    if let place = pack.pathways.firstIndex(where: { $0.id == id }) { return place }
    let known = pack.pathways.map(\.id).joined(separator: ", ")
    throw Failure(.failed, "waymark: there is no pathway \(id).", "There are: \(known)")
  }

  var pack: Pack { session.pack }
  var reading: FactBase { session.reading }
  var assessment: Assessment { session.assessment }
}

/// Figures as they leave: two decimals for shares, six for measures.
enum RoundedNumber {
  static func share(_ number: Double) -> JSONValue { .number((number * 100).rounded() / 100) }

  static func measure(_ number: Double) -> JSONValue {
    .number((number * 1_000_000).rounded() / 1_000_000)
  }
}

extension Value {
  /// As a fact leaves in JSON.
  func plain(_ type: FactType) -> JSONValue {
    switch self {
    case .number(let number): RoundedNumber.measure(number)
    case .level(let level):
      level < type.words.count ? .text(type.words[level]) : .whole(level)
    case .word(let word): .text(word)
    case .set(let words): .list(words.map { .text($0) })
    case .truth(let truth): .bool(truth)
    case .day(let day): .text(day.description)
    }
  }
}

extension ItemAddress {
  var plain: JSONValue { .text(description) }
}

/// `waymark progress`
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "How far each stage is.",
    discussion: """
      Example:
        waymark progress
      """)

  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let rows = desk.pack.stages.map { ($0, desk.reading.progress(of: $0)) }
    if json {
      let stages = rows.map { stage, progress -> JSONValue in
        [
          "id": .text(stage.id), "title": .text(stage.title), "done": .whole(progress.done),
          "of": .whole(progress.of), "minutesLeft": .number(progress.minutesLeft.rounded()),
        ]
      }
      let waiting = desk.reading.waiting.map { one -> JSONValue in
        [
          "exercise": .text(desk.pack.exercises[one.exercise].id),
          "missing": .list(one.missing.map { .text($0.missing) }),
        ]
      }
      let document: JSONValue = ["stages": .list(stages), "waiting": .list(waiting)]
      StandardStreams.json(document)
      return
    }
    for (stage, progress) in rows {
      StandardStreams.say(
        desk.phrases(
          .plainMapRow,
          [
            "title": stage.title,
            "state": desk.phrases(
              .answered,
              [
                "done": String(progress.done), "of": String(progress.of),
                "count": String(Int(progress.minutesLeft.rounded())),
              ]),
          ]))
    }
    for one in desk.reading.waiting {
      StandardStreams.say(desk.session.waitingSentence(one.exercise, for: one.missing))
    }
  }
}

/// `waymark measures`
struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Every measure, with the answers behind it.",
    discussion: """
      Example:
        waymark measures --json
      """)

  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let facts = desk.pack.facts.indices.filter {
      if case .measure = desk.pack.facts[$0].source { return true }
      return false
    }
    if json {
      let measures = facts.map { place -> JSONValue in
        let fact = desk.pack.facts[place]
        return [
          "id": .text(fact.name),
          "value": desk.reading.facts[place]?.plain(fact.type) ?? .null,
          "answers": .list(desk.reading.sources(of: place).map(\.plain)),
        ]
      }
      let document: JSONValue = ["measures": .list(measures)]
      StandardStreams.json(document)
      return
    }
    for place in facts { StandardStreams.say(desk.session.measureInWords(place)) }
  }
}

/// `waymark pathways`
struct PathwaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathways", abstract: "The pathways, with bands, firmness and reasons.",
    discussion: """
      Example:
        waymark pathways
        waymark pathways --json
      """)

  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    if json {
      StandardStreams.json(PathwaysJSON(desk).document)
    } else {
      for line in desk.session.pathwaysInWords { StandardStreams.say(line) }
    }
  }
}

/// `waymark why`
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "The rules and answers behind one pathway, for and against.",
    discussion: """
      Example:
        waymark why stay
      """)

  @Argument(help: "The pathway's id, as `pathways --json` prints it.") var pathway: String
  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let place = try desk.pathway(pathway)
    if json {
      StandardStreams.json(PathwaysJSON(desk).why(place))
    } else {
      for line in desk.session.whyInWords(place) { StandardStreams.say(line) }
    }
  }
}

/// `waymark next`
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "The open question that would change the picture most a minute.",
    discussion: """
      Example:
        waymark next
      """)

  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let best = NextQuestion.best(desk.pack, desk.reading.answers, today: WallClock.today)
    if json {
      let questions = best.map { question -> JSONValue in
        let item = desk.pack.items[question.item]
        return [
          "exercise": .text(item.address.exercise), "item": .text(item.address.item),
          "minutes": RoundedNumber.share(question.minutes),
          "gain": RoundedNumber.share(question.gain),
          "text": .text(desk.session.question(item: question.item)),
        ]
      }
      let document: JSONValue = ["questions": .list(questions)]
      StandardStreams.json(document)
      return
    }
    for line in desk.session.nextInWords(best) { StandardStreams.say(line) }
  }
}

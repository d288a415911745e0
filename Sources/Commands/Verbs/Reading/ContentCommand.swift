import ArgumentParser
import JSON
import Packs
import Rules
import Workbook

/// `waymark content …`: for authors.
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content",
    abstract: "Check a content pack, run its cases, print its figures, hold it against a panel.",
    discussion: """
      Example:
        waymark content lint
        waymark content test my-pack
        waymark content stats --json
        waymark content sample --seed 7
      """,
    subcommands: [Lint.self, Test.self, Stats.self, Panel.self, SampleCommand.self])

  /// Reads the pack; with findings it prints them and ends with 2.
  static func pack(_ options: GlobalOptions, _ folder: String?) throws -> Pack {
    try read(options, folder).pack
  }

  /// The pack with the trees it was read from.
  static func read(
    _ options: GlobalOptions, _ folder: String?
  ) throws -> (pack: Pack, trees: [String: SourceNode]) {
    let loading = PackLoading(roots: RuntimeEnvironment(options))
    let source = try loading.source(folder: folder)
    let (pack, findings) = loading.read(source)
    try end(with: findings)
    return (pack, source.trees)
  }

  static func end(with findings: [Finding]) throws {
    for finding in findings { StandardStreams.row(finding.description) }
    if !findings.isEmpty { throw ExitCode(Failure.Code.found.rawValue) }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a pack: its form, its points, its words, no favourite.",
      discussion: """
        Prints one finding a line with file, line and column; exit 2 where there is one. Old findings about words stand in \
        content/words/backlog.txt and aren't told again. With --backlog it prints that list without the texts that were mended.

        Example:
          waymark content lint my-pack
        """)

    @Argument(help: "The pack's folder.") var folder: String?
    @Flag(help: "Print the list of old findings about words, without what was mended.")
    var backlog = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let (pack, trees) = try ContentCommand.read(options, folder)
      let loading = PackLoading(roots: RuntimeEnvironment(options))
      let texts = ReaderTexts(trees, interface: try loading.interface()).all
      let voice = VoiceLint(texts).found
      let old = loading.backlog()
      if backlog {
        for row in [Backlog.head] + old.shrunk(by: voice, texts) { StandardStreams.say(row) }
        return
      }
      let phrases = try loading.phrases()
      let findings = Packs.Lint.findings(
        pack, trees: trees, favourites: FairnessTable(pack), wording: phrases.wording)
      try ContentCommand.end(
        with: (findings + old.new(of: voice).map(\.finding)).sorted() + panelFindings(pack, trees))
      StandardStreams.note("nothing found in \(pack.id) \(pack.version)")
    }

    /// Those of the panel beside the pack, without the picks that check the rules.
    private func panelFindings(_ pack: Pack, _ trees: [String: SourceNode]) throws -> [Finding] {
      guard let panel = PanelFolder.beside(pack: folder ?? RuntimeEnvironment(options).packFolder)
      else {
        return []
      }
      let (lives, findings) = try PanelFolder(panel).read(.tune, pack)
      return findings + PanelLint.findings(lives, pack, trees: trees)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run a pack's own cases, and say which rules they try.",
      discussion: """
        With --mutate each support is taken out, its sign turned, its fact swapped for a neighbour's and its bound moved, \
        one at a time; what no case notices is named, and from a tenth on it ends with 2.

        Example:
          waymark content test
          waymark content test --mutate
        """)

    @Argument(help: "The pack's folder.") var folder: String?
    @Flag(help: "Change each support for the worse, and name what no case notices.")
    var mutate = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let pack = try ContentCommand.pack(options, folder)
      let phrases = try PackLoading(roots: RuntimeEnvironment(options)).phrases()
      try ContentCommand.end(
        with:
          CaseRun.findings(pack, wording: phrases.wording, asksNext: true))
      StandardStreams.note("\(pack.cases.count) cases hold in \(pack.id) \(pack.version)")
      sayCoverage(CaseCoverage(pack))
      if mutate { try sayMutations(MutationRun(pack, wording: phrases.wording)) }
    }

    private func sayCoverage(_ coverage: CaseCoverage) {
      let whole = coverage.rows.count(where: \.isWhole)
      StandardStreams.say(
        "rules that hold in one case and fail in another: \(whole) of \(coverage.rows.count)")
      for row in coverage.rows where !row.isWhole {
        StandardStreams.say("  \(row.rule): holds in \(row.holds), fails in \(row.fails)")
      }
    }

    private func sayMutations(_ run: MutationRun) throws {
      let share = FactBase.digits(run.share * 100)
      StandardStreams.say(
        "changes for the worse that no case notices: \(run.unnoticed.count) of \(run.count), "
          + "\(share) %")
      for one in run.unnoticed { StandardStreams.say("  \(one.rule): \(one.kind.rawValue)") }
      if run.share >= MutationRun.bearable { throw ExitCode(Failure.Code.found.rawValue) }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what a pack holds, and who leads among 2,000 made-up people.",
      discussion: """
        Example:
          waymark content stats --json
        """)

    @Argument(help: "The pack's folder.") var folder: String?
    @Flag(help: "As one JSON document.") var json = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let (pack, trees) = try ContentCommand.read(options, folder)
      if json {
        StandardStreams.json(StatsJSON(pack).document)
        return
      }
      for pair in StatsJSON(pack).counts.map ?? [] {
        StandardStreams.say("\(pair.key): \(pair.value.json)")
      }
      counted(pack, WordLint(trees))
      let idle = NextQuestionSearch.withoutGain(pack).map { pack.items[$0].address.description }
      StandardStreams.say(
        "items that a way rests on, whose answer alone never changed who comes first "
          + "(\(NextQuestion.fillings) made-up people): \(idle.count)")
      for address in idle { StandardStreams.say("  " + address) }
      let leads = FairnessTable(pack)
      StandardStreams.say("leads among \(FairnessTable.people) made-up people:")
      for (list, counts) in [(pack.pathways, leads.pathways), (pack.directions, leads.directions)] {
        for (one, count) in zip(list, counts) {
          let share = count / Double(FairnessTable.people) * 100
          StandardStreams.say("  \(one.id): \(FactBase.digits(share)) %")
        }
      }
    }
  }
}

extension ContentCommand.Stats {
  /// What counts beside what is written, and what each moment's own path takes.
  private func counted(_ pack: Pack, _ words: WordLint) {
    let counted = PackStatistics(pack)
    StandardStreams.say("as counted: \(counted.items) items, \(counted.supports) supports")
    StandardStreams.say(
      "steps as counted: \(counted.steps), without anybody's leave \(counted.withoutLeave), "
        + "for shifts \(counted.forShifts), on leave or part time \(counted.forPartTime)")
    StandardStreams.say(
      "words kept with a reason: \(words.kept), "
        + "words a sentence: \(FactBase.digits(words.meanSentence))")
    StandardStreams.say("short paths, by the pack's clock:")
    for moment in pack.moments {
      let items = pack.items(onPathOf: moment)
      let minutes = pack.minutes(of: items)
      StandardStreams.say("  \(moment.id): \(items.count) items, \(Int(minutes.rounded())) min")
    }
  }
}

/// The JSON of `content stats`.
struct StatsJSON {
  private let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  var counts: JSONValue {
    let candidates = pack.pathways + pack.directions
    let supports = candidates.reduce(0) { $0 + $1.candidate.supports.count }
    let gates = candidates.reduce(0) { $0 + $1.candidate.gates.count + $1.candidate.holds.count }
    return [
      "stages": .whole(pack.stages.count), "exercises": .whole(pack.exercises.count),
      "items": .whole(pack.items.count), "measures": .whole(pack.measures.count),
      "rules": .whole(supports + gates + pack.marks.count), "supports": .whole(supports),
      "pathways": .whole(pack.pathways.count), "directions": .whole(pack.directions.count),
      "steps": .whole(pack.steps.count), "cases": .whole(pack.cases.count),
      "languages": .whole(1 + pack.languages.count),
    ]
  }

  var document: JSONValue {
    let readBy = ItemUsage(pack)
    return [
      "pack": .text(pack.id), "version": .text(pack.version), "hash": .text(pack.hash),
      "counts": counts,
      "exercises": .list(pack.exercises.map { exercise($0, readBy) }),
    ]
  }

  private func exercise(_ one: Exercise, _ readBy: ItemUsage) -> JSONValue {
    let minutes = pack.minutes(of: one.items)
    return [
      "id": .text(one.id), "stage": .text(one.stage), "title": .text(one.title),
      "minutes": RoundedNumber.share(minutes),
      "items": .list(one.items.map { item($0, readBy) }),
    ]
  }

  private func item(_ place: Int, _ readBy: ItemUsage) -> JSONValue {
    let item = pack.items[place]
    let text = item.stem.isEmpty ? item.text : item.stem + " " + item.text
    return [
      "id": .text(item.address.item), "kind": .text(item.kind.name), "text": .text(text),
      "measures": .list(readBy.measures(of: place).map { .text($0) }),
      "readBy": .list(readBy.of(place).map { .text($0) }),
      "schema": item.kind.schema,
    ]
  }
}

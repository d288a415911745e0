import ArgumentParser
import JSON
import Rules
import Screens
import Workbook

/// `waymark experiment`: the small steps that a person took on.
struct ExperimentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: "The small steps you took on: list, show, check in, review.",
    discussion: """
      Example:
        waymark experiment list
        waymark experiment checkin 1 --did done
        waymark experiment review 1 --decision pursue
      """,
    subcommands: [
      ExperimentList.self, ExperimentShow.self, ExperimentCheckIn.self, ExperimentReview.self,
    ])
}

extension CommandContext {
  /// The step of a number that was given.
  fileprivate func experiment(_ number: Int) throws(Failure) -> Experiment {
    try there(pack.experiments(session.profile).first { $0.number == number }, number)
  }

  /// The step that was shown before, wherever it stands by now.
  fileprivate func experiment(like one: Experiment) throws(Failure) -> Experiment {
    let same = pack.experiments(session.profile).filter { $0.name == one.name }
    return try there(same.first { $0.number == one.number } ?? same.first, one.number)
  }

  private func there(_ found: Experiment?, _ number: Int) throws(Failure) -> Experiment {
    if let found { return found }
    throw Failure(
      .failed, "waymark: " + phrases(.experimentNotThere, ["number": String(number)]))
  }

  /// Says whose steps these are, where it is not plain.
  fileprivate func sayWhose(_ options: GlobalOptions) {
    guard let name = ProfileLocator(roots: RuntimeEnvironment(options)).unnamed else { return }
    StandardStreams.note(phrases(.profileTaken, ["name": name]))
  }
}

struct ExperimentList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "A line each.",
    discussion: """
      Example:
        waymark experiment list
      """)

  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    guard json else {
      for line in desk.session.experimentRows { StandardStreams.say(line) }
      return
    }
    let rows = desk.pack.experiments(desk.session.profile).map { one -> JSONValue in
      [
        "number": .whole(one.number), "name": .text(one.name),
        "state": .text(one.state.rawValue),
        "start": one.start.map { .text($0.description) } ?? .null,
        "review": one.review.map { .text($0.description) } ?? .null,
        "pathway": one.pathway.map { .text($0) } ?? .null,
      ]
    }
    let document: JSONValue = ["experiments": .list(rows)]
    StandardStreams.json(document)
  }
}

struct ExperimentShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "All about one step, with the looks at it.",
    discussion: """
      Example:
        waymark experiment show 1
      """)

  @Argument(help: "Its number in the list.") var number: Int
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let experiment = try desk.experiment(number)
    for line in desk.session.experimentLines(experiment) { StandardStreams.say(line) }
  }
}

struct ExperimentCheckIn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkin", abstract: "A look at one step, in three minutes.",
    discussion: """
      Its words come from a prompt or from standard input: what you saw, then, if you like, what comes next.

      Example:
        waymark experiment checkin 1 --did part
      """)

  @Argument(help: "Its number in the list.") var number: Int
  @Option(help: "not, part or done.") var did: String?
  @Option(help: "Strength after it, 1 to 10.") var strength: Int?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var desk = try CommandContext(options)
    let experiment = try desk.experiment(number)
    desk.sayWhose(options)
    let phrases = desk.phrases
    let words = ["not", "part", "done"]
    if let did, !words.contains(did) {
      throw Failure(.data, "waymark: --did is one of: \(words.joined(separator: ", ")).")
    }
    if let strength, !(1...10).contains(strength) {
      throw Failure(.data, "waymark: --strength is a whole number from 1 to 10.")
    }
    let did = try self.did ?? TerminalPrompt.choice(phrases(.checkInDid), words, option: "did")
    let saw = try TerminalPrompt.words(phrases(.checkInSaw))
    var entry: [String: JSONValue] = [
      "step": .text(experiment.name), "day": .text(WallClock.today.description),
      "did": .text(did), "saw": .text(saw),
    ]
    if let strength { entry["strength"] = .whole(strength) }
    if let next = TerminalPrompt.line(phrases(.checkInNext)), !next.isEmpty {
      entry["next"] = .text(next)
    }
    // The file may have been written to while words were asked for.
    try desk.keep { desk throws(Failure) in
      let present = try desk.experiment(like: experiment)
      var changes = [try desk.entry(entry, in: "check-ins")]
      if present.state == .planned && did != "not" {
        var values = present.values
        values["state"] = .text(Experiment.State.running.rawValue)
        changes.append(try desk.entry(values, in: "experiments", number: present.number))
      }
      return changes
    }
    StandardStreams.note(phrases(.checkInKept))
  }
}

struct ExperimentReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Look back on one step: go on, change it or end it.",
    discussion: """
      What you learnt comes from a prompt or from standard input. A step that you go on with or end counts as one reason \
      of its way, by a rule that is shown with what stood before it and after it; a step that you change counts nothing.

      Example:
        waymark experiment review 1 --decision stop
      """)

  @Argument(help: "Its number in the list.") var number: Int
  @Option(help: "pursue, adapt or stop.") var decision: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var desk = try CommandContext(options)
    let experiment = try desk.experiment(number)
    desk.sayWhose(options)
    let phrases = desk.phrases
    let words = [Experiment.State.pursue, .adapt, .stop].map(\.rawValue)
    let decision =
      try self.decision ?? TerminalPrompt.choice(phrases(.reviewDecide), words, option: "decision")
    guard words.contains(decision) else {
      throw Failure(.usage, "waymark: a decision is one of: \(words.joined(separator: ", ")).")
    }
    let learned = try TerminalPrompt.words(phrases(.reviewLearned))
    // The file may have been written to while words were asked for.
    var number = experiment.number
    var kept: [Change] = []
    try desk.keep { desk throws(Failure) in
      let present = try desk.experiment(like: experiment)
      var values = present.values
      values["state"] = .text(decision)
      // What an earlier look back found stays beside it.
      values["learned"] = .text((values["learned"]?.text).map { $0 + " · " + learned } ?? learned)
      number = present.number
      kept = [try desk.entry(values, in: "experiments", number: present.number)]
      return kept
    }
    let before = desk.assessment
    var session = desk.session
    session.apply(kept)
    let all = session.pack.experiments(session.profile)
    let reviewed = all.first { $0.number == number } ?? experiment
    for line in session.evidenceLines(reviewed, before: before) { StandardStreams.say(line) }
    StandardStreams.note(
      experiment.pathway.map { phrases(.reviewKept, ["pathway": $0]) }
        ?? phrases(.reviewKeptPlain))
  }
}

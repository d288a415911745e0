import ArgumentParser
import JSON
import Rules
import Screens
import Store
import Typesetting
import Workbook

/// `waymark coach`: sessions with clients at one terminal, and the coach's own file.
struct CoachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach", abstract: "Sessions with clients at one terminal.",
    discussion: """
      Without a verb it opens your desk: who comes today, what was agreed. Your own file is sealed. Of a client's answers it \
      holds the next day, and the three marks if they were given; all others are in files of their own, which open by their own \
      passphrases. One of the two is open at a time.

      Example:
        waymark coach
        waymark coach list
        waymark coach sheet first-session
      """,
    subcommands: [
      CoachList.self, CoachRecord.self, CoachDispose.self, CoachSheet.self, CoachOverruled.self,
      CoachEvents.self,
    ])

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let code = try CoachLauncher(roots: RuntimeEnvironment(options)).open()
    if code != 0 { throw ExitCode(code) }
  }
}

/// The coach's file for a command.
struct CoachFile {
  let store: ProfileStore
  let session: OpenWorkbook
  let phrases: PhraseBook

  init(_ options: GlobalOptions) throws(Failure) {
    try Waymark.startSealing()
    let roots = RuntimeEnvironment(options)
    let (phrases, pack) = try PackLoading(roots: roots).both()
    let folder = try CoachOpening(roots: roots).folder
    guard let entry = folder.list().entries.first else {
      throw Failure(
        .failed, "waymark: there is no coach's file yet.", "Make one with: waymark coach")
    }
    let choosing = ProfileLocator(roots: roots)
    self.phrases = phrases
    (store, session) = try choosing.withSecret(entry.isSealed, phrases(.coachName)) {
      opening throws(StoreError) in
      let store = try ProfileStore.open(path: entry.path, opening)
      var session = OpenWorkbook(
        desk: CoachWorkspace(core: pack), phrases: phrases,
        profile: Profile(try store.newChanges()),
        drafts: try store.drafts(), today: WallClock.today, now: WallClock.now, name: "")
      session.seed = store.seed
      return (store, session)
    }
  }

  func client(_ number: Int) throws(Failure) -> Roster.Client {
    guard let client = session.roster.client(number) else {
      throw Failure(
        .failed, "waymark: there is no client with the number \(number).",
        "Numbers: waymark coach list")
    }
    return client
  }
}

/// `waymark coach list`: clients by number.
struct CoachList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Clients, when they come next, until when notes are kept.",
    discussion: """
      Example:
        waymark coach list --json
      """)

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CoachFile(options)
    let clients = desk.session.roster.clients
    if json {
      StandardStreams.json(JSONValue.list(clients.map(CoachList.plain)))
      return
    }
    for client in clients {
      let parts = [
        client.next.map { "next " + $0.description } ?? "", client.hour,
        client.until.map { "notes until " + $0.description } ?? "",
        "\(client.sessions.count) sessions",
      ]
      StandardStreams.say(
        "\(client.number). \(client.name): "
          + parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }

  private static func plain(_ client: Roster.Client) -> JSONValue {
    func text(_ value: String) -> JSONValue { value.isEmpty ? .null : .text(value) }
    return [
      "number": .whole(client.number), "name": .text(client.name),
      "languages": text(client.languages), "next": text(client.next?.description ?? ""),
      "hour": text(client.hour), "until": text(client.until?.description ?? ""),
      "agreement": .whole(client.agreement.version), "sessions": .whole(client.sessions.count),
    ]
  }
}

/// `waymark coach record`: everything about one client, to be given to them.
struct CoachRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Everything that your file holds about one client.",
    discussion: """
      In words that the client can read; it is theirs on request.

      Example:
        waymark coach record 3 --out record.txt
      """)

  @Argument(help: "The client's number.") var number: Int
  @OptionGroup var output: OutOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let out = try output.settled()
    let desk = try CoachFile(options)
    _ = try desk.client(number)
    let lines = desk.session.clientRecord(number)
    guard let out else {
      for line in lines { StandardStreams.say(line) }
      return
    }
    try out.write(Array((visible(lines.joined(separator: "\n"), keepingLines: true) + "\n").utf8))
    StandardStreams.note("written: \(out.path)")
  }
}

/// `waymark coach dispose`: everything about a client goes, with a receipt that does not say whom.
struct CoachDispose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose", abstract: "Take everything about a client out of your file for good.",
    discussion: """
      The file is written anew without it, and the old one is overwritten. What stays is a receipt: a number, a day, how many \
      sessions. The client's own file is theirs and is not touched.

      Example:
        waymark coach dispose 3 --yes
        waymark coach dispose --due --yes
      """)

  @Argument(help: "The client's number.") var number: Int?
  @Flag(help: "Everybody whose notes were to be kept until a day that is past.") var due = false
  @Flag(help: "Without being asked.") var yes = false
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if (number == nil) == !due { throw ValidationError("Say which client, or --due.") }
  }

  func run() throws {
    guard yes else {
      throw Failure(
        .failed, "waymark: nothing was disposed of.", "Say --yes; it cannot be taken back.")
    }
    let desk = try CoachFile(options)
    if let holder = desk.store.takeSession(LockOwner.note) {
      throw StoreError.inUse(path: desk.store.path, by: holder).failure
    }
    let clients =
      try number.map { [try desk.client($0)] } ?? desk.session.roster.overdue(WallClock.today)
    var session = desk.session
    for client in clients {
      let changes = session.disposing(client)
      do throws(StoreError) {
        _ = try desk.store.append(changes)
        _ = try desk.store.forget(.client(client.number))
      } catch {
        throw error.failure
      }
      session.apply(changes)
    }
    StandardStreams.note("disposed of: \(clients.count)")
  }
}

/// `waymark coach sheet`: a session's plan on paper.
struct CoachSheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "The plan of a session, for paper.",
    discussion: """
      Opens no file of anybody. Without a name: which plans there are.

      Example:
        waymark coach sheet first-session
      """)

  @Argument(help: "The plan, by its name.") var plan: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let (phrases, pack) = try PackLoading(roots: RuntimeEnvironment(options)).both()
    guard let plan else {
      for one in pack.guidance.plans {
        StandardStreams.say("\(one.id): \(one.title), \(one.minutes) min. \(one.purpose)")
      }
      return
    }
    guard let lines = pack.sheet(plan, phrases) else {
      let near = pack.guidance.plans.map(\.id).joined(separator: ", ")
      throw Failure(.failed, "waymark: there is no plan \(plan).", "There are: \(near)")
    }
    for line in lines { StandardStreams.say(line) }
  }
}

/// `waymark coach overruled`: suggestions that were not followed, and why.
struct CoachOverruled: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overruled", abstract: "Suggestions that you did not follow, and why.",
    discussion: """
      Without names, for whoever mends the rules.

      Example:
        waymark coach overruled
      """)

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let all = try CoachFile(options).session.roster.clients.flatMap(\.overruled)
      .sorted { $0.day < $1.day }
    if json {
      StandardStreams.json(
        .list(all.map { ["day": .text($0.day), "what": .text($0.what), "why": .text($0.why)] }))
      return
    }
    for one in all { StandardStreams.say("\(one.day): \(one.what). \(one.why)") }
  }
}

/// `waymark coach events`: what was held, done, kept; never what was said.
struct CoachEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Sessions held, exercises completed, days kept.",
    discussion: """
      One line of JSON each: no name, no answer, no note.

      Example:
        waymark coach events
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    for event in try CoachFile(options).session.roster.events {
      let plain: JSONValue = [
        "event": .text(event.kind.rawValue), "client": .whole(event.client),
        "day": .text(event.day), "what": event.what.isEmpty ? .null : .text(event.what),
      ]
      StandardStreams.json(plain)
    }
  }
}

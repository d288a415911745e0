import JSON
package import Rules

/// The coach's own file: clients by number, and what the coach wrote about them. Of a client's answers it holds the
/// next day, and the three marks if they were given.
package struct Roster: Hashable, Sendable {
  /// By number; a client who was disposed of is left out.
  package private(set) var clients: [Client] = []
  /// The session that was begun and not yet closed.
  package private(set) var running: SessionHandoff?
  /// What was disposed of, when; it does not say whom.
  package private(set) var disposals: [Disposal] = []

  package struct Disposal: Hashable, Sendable {
    package var client: Int
    package var day: String
    package var sessions: Int
  }

  package struct Client: Hashable, Sendable {
    package var number: Int
    package var name = ""
    package var languages = ""
    package var wants = ""
    /// Until when notes about them are kept.
    package var until: Day?
    /// Where their own file is; empty where none is known.
    package var path = ""
    package var next: Day?
    package var hour = ""
    /// What was agreed last time, in the coach's words.
    package var agreed = ""
    package var notes: [Note] = []
    package var overruled: [Overruling] = []
    package var sessions: [PastSession] = []

    package init(number: Int) { self.number = number }

    /// The agreement's version that both confirmed last, and when; 0 where there is none.
    package var agreement: (version: Int, day: String) {
      sessions.last { $0.version > 0 }.map { ($0.version, $0.day) } ?? (0, "")
    }
  }

  package struct Note: Hashable, Sendable {
    package var day: String
    package var text: String
  }

  /// A suggestion that the coach did not follow, and why.
  package struct Overruling: Hashable, Sendable {
    package var day: String
    package var what: String
    package var why: String
  }

  /// A session that was held: days, numbers, names of exercises.
  package struct PastSession: Hashable, Sendable {
    package var slip: SessionHandoff

    package var day: String { String(slip.began.prefix(10)) }
    package var version: Int { slip.version }
  }

  package init(_ profile: Profile) {
    var found: [Int: Client] = [:]
    for answer in profile.current {
      guard let number = Roster.number(answer.address) else { continue }
      found[number, default: Client(number: number)].take(answer.address.item, answer.value)
    }
    clients = found.values.sorted { $0.number < $1.number }
    running = profile.settings[Roster.running].flatMap { SessionHandoff($0) }
    for entry in profile.settings["disposals"]?.list ?? [] {
      guard let client = entry["client"]?.whole, let day = entry["day"]?.text else { continue }
      disposals.append(
        Disposal(client: client, day: day, sessions: entry["sessions"]?.whole ?? 0))
    }
  }

  package func client(_ number: Int) -> Client? { clients.first { $0.number == number } }

  /// The number of whoever comes next; no number is given twice.
  package var nextNumber: Int {
    max(clients.map(\.number).max() ?? 0, disposals.map(\.client).max() ?? 0) + 1
  }

  /// The clients whose notes were to be kept no longer than until a day before this one.
  package func overdue(_ today: Day) -> [Client] {
    clients.filter { $0.until.map { $0 < today } ?? false }
  }

  // MARK: - Where things stand

  package static func exercise(_ client: Int) -> String { "client-\(client)" }

  private static func number(_ address: ItemAddress) -> Int? {
    address.exercise.hasPrefix("client-") ? Int(address.exercise.dropFirst(7)) : nil
  }

  /// Everything that stands about a client, by address.
  package static func addresses(_ client: Int, _ profile: Profile) -> [ItemAddress] {
    profile.current.map(\.address).filter { number($0) == client }
  }

  // MARK: - What happens

  /// A session is begun, or goes on.
  package static func running(_ slip: SessionHandoff?) -> Change {
    .setting(name: running, value: slip?.plain ?? .null)
  }

  static let running = "running"

  /// What came back from the client's file: the session is noted, once; the day named there is the next one.
  ///
  /// - Parameter now: UTC, `2026-11-22T08:00:00Z`.
  package func taking(_ slip: SessionHandoff, _ profile: Profile, now: String) -> [Change] {
    let exercise = Roster.exercise(slip.client)
    func kept(_ item: String) -> JSONValue? { profile.current(ItemAddress(exercise, item))?.value }
    func answer(_ item: String, _ value: JSONValue) -> Change? {
      kept(item) == value
        ? nil
        : .answered(
          Answer(address: ItemAddress(exercise, item), value: value, at: now, round: 1))
    }
    // Before both said yes there was nothing to note; that it was begun is there already.
    if slip.version == 0, !slip.isClosed { return [] }
    var held = (kept("sessions")?.list ?? []).filter { $0["number"]?.text != slip.number }
    var noted = slip
    // Where they stood is for the moment; until when notes are kept stands with the client.
    (noted.exercise, noted.until) = ("", "")
    held.append(noted.plain)
    var changes = [answer("sessions", .list(held))]
    if !slip.again.isEmpty {
      changes.append(
        answer("next", (kept("next") ?? .map([])).setting(.text(slip.again), at: ["day"])))
    }
    if !slip.path.isEmpty, let about = kept("about"), about["path"]?.text ?? "" == "" {
      changes.append(answer("about", about.setting(.text(slip.path), at: ["path"])))
    }
    return changes.compactMap { $0 } + [Roster.running(slip.isClosed ? nil : slip)]
  }

  /// A session that is not gone on with: what both saw done stays noted, the client's file as it is.
  package static var ending: Change { running(nil) }

  /// The receipt of a disposal.
  package func disposing(_ client: Client, on day: Day) -> Change {
    let all =
      disposals + [
        Disposal(client: client.number, day: day.description, sessions: client.sessions.count)
      ]
    return .setting(
      name: "disposals",
      value: .list(
        all.map {
          [
            "client": .whole($0.client), "day": .text($0.day), "sessions": .whole($0.sessions),
          ]
        }))
  }

  // MARK: - Events

  /// Something that happened, never what was said.
  package struct Event: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case held, exercise
      case followUp = "follow-up"
    }

    package var kind: Kind
    package var client: Int
    package var day: String
    /// The plan of a session, or the exercise that was done, by id.
    package var what: String
  }

  /// Sessions held, exercises completed in them, and days named for the next one that were kept.
  package var events: [Event] {
    clients.flatMap { client -> [Event] in
      var again = ""
      return client.sessions.flatMap { held -> [Event] in
        defer { again = held.slip.again }
        let kept = !again.isEmpty && held.day <= again
        return
          (kept
          ? [Event(kind: .followUp, client: client.number, day: held.day, what: "")] : [])
          + [Event(kind: .held, client: client.number, day: held.day, what: held.slip.plan)]
          + held.slip.done.map {
            Event(kind: .exercise, client: client.number, day: held.day, what: $0)
          }
      }
    }
  }
}

extension Roster.Client {
  fileprivate mutating func take(_ item: String, _ value: JSONValue) {
    switch item {
    case "about":
      name = value["name"]?.text ?? ""
      languages = value["languages"]?.text ?? ""
      wants = value["wants"]?.text ?? ""
      until = value["until"]?.text.flatMap { Day($0) }
      path = value["path"]?.text ?? ""
    case "next":
      next = value["day"]?.text.flatMap { Day($0) }
      hour = value["hour"]?.text ?? ""
      agreed = value["agreed"]?.text ?? ""
    case "notes":
      notes = (value.list ?? []).map {
        Roster.Note(day: $0["day"]?.text ?? "", text: $0["text"]?.text ?? "")
      }
    case "overruled":
      overruled = (value.list ?? []).map {
        Roster.Overruling(
          day: $0["day"]?.text ?? "", what: $0["what"]?.text ?? "", why: $0["why"]?.text ?? "")
      }
    case "sessions":
      sessions = (value.list ?? []).compactMap {
        SessionHandoff($0).map { Roster.PastSession(slip: $0) }
      }
    default: break
    }
  }
}

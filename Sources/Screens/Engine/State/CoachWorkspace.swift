package import Rules
package import Workbook

/// The coach's desk: the coach's own file as a workbook of one exercise a client.
package struct CoachWorkspace: Sendable {
  /// The pack that sessions go by.
  package let core: Pack
  /// What came back from the last session, while the program runs.
  package var returned: SessionHandoff?
  /// What the machine that this runs on may be, as a sentence; empty where nothing was found.
  package var machine = ""

  package init(core: Pack, returned: SessionHandoff? = nil, machine: String = "") {
    self.core = core
    self.returned = returned
    self.machine = machine
  }

  /// The pack of the coach's own file: every client there is, and whoever comes next.
  package func pack(_ roster: Roster, _ phrases: PhraseBook) -> Pack {
    var pack = Pack()
    pack.language = core.language
    pack.guidance = core.guidance
    pack.stages = [
      Stage(id: "clients", title: phrases(.deskTitle), question: phrases(.deskQuestion))
    ]
    for (place, title) in titles(roster, phrases).enumerated() {
      let number = place + 1
      let start = pack.items.count
      pack.items += items(number, phrases)
      var exercise = Exercise(
        id: Roster.exercise(number), stage: "clients",
        title: title,
        method: Method(
          purpose: phrases(.deskFor), scored: phrases(.deskScored), trust: phrases(.deskTrust),
          notFor: phrases(.deskNotFor), sources: []), items: start..<pack.items.count)
      exercise.opening = ""
      pack.exercises.append(exercise)
    }
    pack.order = pack.items.indices.map { .item($0) }
    pack.index()
    pack.compile()
    return pack
  }

  /// What each client's exercise is called, by number; the last is for whoever comes next.
  func titles(_ roster: Roster, _ phrases: PhraseBook) -> [String] {
    (1...roster.nextNumber).map { number in
      roster.client(number).map(\.name).flatMap { $0.isEmpty ? nil : $0 }
        ?? phrases(.deskNewClient)
    }
  }

  private func items(_ number: Int, _ phrases: PhraseBook) -> [Item] {
    func item(_ id: String, _ kind: ItemKind, _ text: Phrase, _ hint: Phrase) -> Item {
      var item = Item(
        address: ItemAddress(Roster.exercise(number), id), kind: kind, text: phrases(text))
      item.hint = phrases(hint)
      item.optional = true
      return item
    }
    func field(_ id: String, _ title: Phrase, _ kind: ItemKind, optional: Bool = true) -> Field {
      Field(id: id, title: phrases(title), kind: kind, optional: optional)
    }
    return [
      item(
        "about",
        .record([
          field("name", .deskName, .text(1...60), optional: false),
          field("languages", .deskLanguages, .text(1...60)),
          field("wants", .deskWants, .text(1...200)), field("until", .deskUntil, .day),
          field("path", .deskPath, .text(1...400)),
        ]), .deskAbout, .deskAboutHint),
      item(
        "next",
        .record([
          field("day", .deskNextDay, .day, optional: false),
          field("hour", .deskNextHour, .text(1...5)),
          field("agreed", .deskAgreed, .text(1...200)),
        ]), .deskNext, .deskNextHint),
      item(
        "notes",
        .records(
          [
            field("day", .deskNoteDay, .day, optional: false),
            field("text", .deskNoteText, .text(1...1_000), optional: false),
          ], count: 0...200), .deskNotes, .deskNotesHint),
      item(
        "overruled",
        .records(
          [
            field("day", .deskNoteDay, .day, optional: false),
            field("what", .deskOverruledWhat, .text(1...120), optional: false),
            field("why", .deskOverruledWhy, .text(1...300), optional: false),
          ], count: 0...100), .deskOverruled, .deskOverruledHint),
    ]
  }
}

extension OpenWorkbook {
  /// A coach at their desk.
  package init(
    desk: CoachWorkspace, phrases: PhraseBook, profile: Profile, drafts: [String: Draft],
    today: Day,
    now: String, name: String
  ) {
    self.init(
      pack: desk.pack(Roster(profile), phrases), phrases: phrases, profile: profile,
      drafts: drafts, today: today, now: now, name: name)
    self.desk = desk
  }

  package var roster: Roster { Roster(profile) }

  /// The same with whoever is new, or has another name, in it.
  mutating func renewDesk() {
    guard let desk, desk.titles(roster, phrases) != pack.exercises.map(\.title) else { return }
    var other = OpenWorkbook(
      desk: desk, phrases: phrases, profile: profile, drafts: drafts, today: today, now: now,
      name: name)
    other.seed = seed
    self = other
  }

  /// The place of an item about a client.
  func item(_ id: String, of client: Int) -> Int? {
    pack.itemPlaces[ItemAddress(Roster.exercise(client), id)]
  }
}

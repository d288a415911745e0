package import JSON
package import Rules
package import Workbook

/// A person at the workbook, whichever face it shows: what they said, and what it comes to.
package struct OpenWorkbook: Sendable {
  package let pack: Pack
  package let phrases: PhraseBook
  package private(set) var profile: Profile
  /// What is half written, by the address of its item.
  package var drafts: [String: Draft]
  package var today: Day
  /// UTC, `2026-11-22T08:00:00Z`: what a new answer is stamped with.
  package var now: String
  /// The name given to the profile; empty until there is one.
  package var name: String
  /// From the profile's identity: in which order cards lie on the screen. The answer does not depend on it.
  package var seed: UInt64 = 1
  /// A page that somebody else sent to be answered; empty in one's own workbook.
  package var letter: [String] = []
  /// The guided session under way in this file; nothing where the person is alone with it.
  package var guided: ClientSession?
  /// Whoever sits here is a coach with their own file; nothing elsewhere.
  package var desk: CoachWorkspace?
  package private(set) var reading: FactBase
  package private(set) var assessment: Assessment
  /// Places of the exercises that are open today: first what suits the person's moment, then the evening, then the rest.
  package private(set) var path: [Int] = []
  /// The round that the person has begun without an answer in it yet; 0 where there is none.
  private var begun = 0
  /// The round of the whole file, of which a session may see a part.
  private var leastRound = 0
  /// Answers that were given, taken back or brought back last by another window or program: they are not undone here.
  private(set) var elsewhere: Set<Answer> = []
  /// Answers that were given here since it was opened.
  private(set) var ownAnswers: Set<Answer> = []
  /// How many of the days that the person set have come, counted once for each change.
  private(set) var dueCount = 0
  /// One an exercise, counted once for each change.
  private var progresses: [Progress] = []
  /// What the exercises that wait today wait for, by place; worked out once for each change.
  private var waiting: [Int: [Material]] = [:]
  /// What the questions that look far ahead stand on, worked out once for each change.
  private(set) var rawMaterial = RawMaterial()

  package init(
    pack: Pack, phrases: PhraseBook, profile: Profile, drafts: [String: Draft], today: Day,
    now: String, name: String
  ) {
    self.pack = pack
    self.phrases = phrases
    self.profile = profile
    self.drafts = drafts
    self.today = today
    self.now = now
    self.name = name
    reading = FactBase(pack, Responses(profile, pack: pack), today: today)
    assessment = Assessment(reading)
    count()
  }

  private mutating func read() {
    let answers = Responses(profile, pack: pack)
    if reading.today == today, reading.answers.round == answers.round {
      reading.take(answers)
    } else {
      reading = FactBase(pack, answers, today: today)
    }
    assessment = Assessment(reading)
    count()
  }

  private mutating func count() {
    dueCount = pack.due(profile, today: today).count
    progresses = pack.exercises.map { reading.progress(of: $0) }
    waiting = reading.waiting.reduce(into: [:]) { $0[$1.exercise] = $1.missing }
    rawMaterial = reading.rawMaterial
    path = presentPath
  }

  package mutating func apply(_ changes: [Change]) {
    if changes.isEmpty { return }
    for change in changes {
      profile.apply(change)
      if case .answered(let answer) = change {
        drafts[answer.address.description] = nil
        ownAnswers.insert(answer)
        elsewhere.remove(answer)
      }
    }
    read()
  }

  /// Notes what others wrote.
  ///
  /// - Parameter all: everything that is on disk by then.
  mutating func note(fromElsewhere change: Change, _ all: Profile) {
    switch change {
    case .answered(let answer): elsewhere.insert(answer)
    case .undone: if let answer = all.nextRedo { elsewhere.insert(answer) }
    case .redone: if let answer = all.nextUndo { elsewhere.insert(answer) }
    case .setting, .shared, .replied, .forgotten: break
    }
  }

  /// Notes what others wrote into a file that was laid anew.
  mutating func note(renewed all: Profile) {
    let known = Set(profile.history)
    elsewhere.formUnion(all.history.filter { !known.contains($0) })
  }

  /// The same person with some answers moved for a look; nothing of it is kept.
  func trying(_ moved: [Int: AnswerValue]) -> OpenWorkbook {
    var other = self
    for (item, value) in moved.sorted(by: { $0.key < $1.key }) {
      let move = Intervention(item: item, value: value, cost: 0)
      other.reading.answer(item, other.reading.given(by: move))
    }
    other.assessment = Assessment(other.reading)
    return other
  }

  /// Takes over what the store holds, where others had written into it.
  package mutating func replace(_ profile: Profile) {
    self.profile = guided?.sight(of: profile) ?? profile
    leastRound = profile.round
    guided?.keptItems = profile.keptItems
    read()
  }

  /// Takes over what is half written on disk; in a session the client's own stays with them.
  package mutating func hold(_ drafts: [String: Draft]) {
    self.drafts = guided?.sight(of: drafts) ?? drafts
    guided?.keptDrafts = drafts.filter { self.drafts[$0.key] != $0.value }
  }

  /// From one state of a session to the next, with everything that is half written; then the profile is to be replaced.
  ///
  /// - Returns: the change that notes it; `nil` outside a session.
  mutating func pass(to state: CoachingSession.State, _ change: (inout CoachingSession) -> Void)
    -> Change?
  {
    guard var guided else { return nil }
    let half = drafts.merging(guided.keptDrafts) { _, own in own }
    if guided.isClientOnly {
      guided.mistyped = 0
    } else {
      guided.seenDrafts = drafts
      guided.apartDrafts = drafts.filter { guided.keptDrafts[$0.key]?.isEmpty == false }
    }
    guided.sitting.state = state
    change(&guided.sitting)
    (guided.confirmed, guided.wrong, guided.question) = (0, 0, nil)
    self.guided = guided
    hold(half)
    return guided.sitting.change
  }

  /// Goes into a guided session with everything that the client's file holds.
  package mutating func guide(_ slip: SessionHandoff) {
    let (all, half) = (profile, drafts)
    guided = ClientSession(slip, all)
    hold(half)
    replace(all)
  }

  /// The change that an answer makes; `nil` where the same stands already in this round.
  package func change(_ item: Int, _ value: JSONValue) -> Change? {
    let address = pack.items[item].address
    let of = pack.items[item].from.flatMap { reading.answers.given[$0]?.value?.plain }
    if let held = profile.current(address), held.value == value, held.of == of,
      held.round == round
    {
      return nil
    }
    return .answered(Answer(address: address, value: value, of: of, at: now, round: round))
  }

  /// What a change brings with it: looks at a step, answers to it and the person's own view of it follow its name.
  package func following(_ changes: [Change]) -> [Change] {
    renaming(changes) + seeing(changes)
  }

  /// In a session, what is answered before both is seen by both.
  func seeing(_ changes: [Change]) -> [Change] {
    guard let guided, !guided.isClientOnly else { return [] }
    return changes.compactMap { change in
      if case .answered(let answer) = change { answer.showing(true) } else { nil }
    }
  }

  private func renaming(_ changes: [Change]) -> [Change] {
    guard let steps = pack.item(playing: "experiments") else { return [] }
    return changes.flatMap { change -> [Change] in
      guard case .answered(let answer) = change, answer.address == pack.items[steps].address,
        let before = kept(steps)?.list, let after = answer.value.list, before.count == after.count
      else { return [] }
      var names: [String: JSONValue] = [:]
      for (one, other) in zip(before, after) where one["name"] != other["name"] {
        if let old = one["name"]?.text { names[old] = other["name"] }
      }
      if names.isEmpty { return [] }
      return ["check-ins", "replies", "own-view"].compactMap { renamed(names, in: $0) }
    }
  }

  private func renamed(_ names: [String: JSONValue], in role: String) -> Change? {
    guard let item = pack.item(playing: role), let value = kept(item) else { return nil }
    func renamed(_ entry: JSONValue) -> JSONValue {
      guard let own = entry["step"]?.text,
        let name = names.first(where: { $0.key.isSameStep(as: own) })?.value
      else { return entry }
      return entry.setting(name, at: ["step"])
    }
    let now = value.list.map { .list($0.map(renamed)) } ?? renamed(value)
    guard now != value, let held = profile.current(pack.items[item].address) else { return nil }
    // When it was said does not change with the name.
    var answer = held
    answer.value = now
    answer.round = round
    return .answered(answer)
  }

  /// What an item asks; its address where the pack has it no longer.
  func title(of address: ItemAddress) -> String { pack.item(address)?.text ?? address.description }

  /// What stands in the profile for an item, as it was given.
  package func kept(_ item: Int) -> JSONValue? { profile.current(pack.items[item].address)?.value }

  /// The round in which the next answer stands.
  package var round: Int { max(profile.round, begun, leastRound) }

  /// Something new has happened: the next answer begins a round.
  package mutating func beginRound() { begun = profile.round + 1 }

  /// A round that was begun and left without an answer is none: what is answered elsewhere belongs to the present one.
  mutating func leaveRound() { begun = 0 }

  /// Whether there is a round that a new one could follow.
  package var canBeginRound: Bool {
    pack.item(playing: "moment").map { reading.counting($0) != nil } ?? false
  }

  /// The changes that call every carried answer of some items still true; what is asked afresh is not seen, and is not called so.
  package func stillTrue(_ items: [Int]) -> [Change] {
    items.filter { reading.isCarried($0) }.compactMap { place in
      kept(place).flatMap { change(place, $0) }
    }
  }

  /// How many answers of an exercise wait to be called still true.
  package func carried(_ exercise: Exercise) -> Int {
    reading.items(in: exercise).count { reading.isCarried($0) }
  }

  /// What an item holds today; `nil` where nothing, null where it was rather not said.
  ///
  /// What is asked afresh holds nothing until it is answered: a new answer beside the old one would lean on it.
  package func held(_ item: Int) -> JSONValue? { isAskedBlank(item) ? nil : given(item) }

  /// What was given for an item, in whatever round: other items are drawn from it.
  func given(_ item: Int) -> JSONValue? {
    guard let given = reading.answers.given[item] else { return nil }
    return given.value?.plain ?? .null
  }

  /// Whether an item is asked as if for the first time. A list goes on: its entries are no reading of a day.
  private func isAskedBlank(_ item: Int) -> Bool {
    if pack.items[item].isList { return false }
    let isNewMoment = begun > profile.round && item == pack.item(playing: "moment")
    return isNewMoment || reading.isAskedAfresh(item)
  }
}

extension OpenWorkbook {
  /// Whether whoever sits here answers a page of somebody else.
  var isForReader: Bool { !letter.isEmpty }
}

// MARK: - The way through the exercises

extension OpenWorkbook {
  private var presentPath: [Int] {
    let open = pack.exercises.indices.filter { place in
      reading.isOpen(pack.exercises[place])
        && (guided != nil || !isForSession(pack.exercises[place]))
    }
    let evening = pack.evening.compactMap { pack.exercisePlaces[$0] }.filter(open.contains)
    let all = evening + open.filter { !evening.contains($0) }
    let plan = guided.flatMap { pack.guidance.plan($0.sitting.plan) }?.parts.map(\.exercise)
    guard let firstOnes = plan ?? moment?.path else { return all }
    let first = firstOnes.compactMap { pack.exercisePlaces[$0] }.reduce(into: [Int]()) {
      if all.contains($1), !$0.contains($1) { $0.append($1) }
    }
    return first + all.filter { !first.contains($0) }
  }

  /// Whether an exercise belongs to sessions with a coach, and nothing of one is in it: then it is of no use alone.
  private func isForSession(_ exercise: Exercise) -> Bool {
    ["session", "observed"].contains { pack.places[$0] == exercise.id } && !isBegun(exercise)
  }

  private var moment: Moment? {
    guard let item = pack.item(playing: "moment"), case .choice(let id)? = reading.counting(item)
    else { return nil }
    return pack.moments.first { $0.id == id }
  }

  /// The exercise that comes next: the first on the path with something open. One that waits for raw material comes after all
  /// others.
  package var nextExercise: Int? {
    let open = path.filter { !isDone(pack.exercises[$0]) }
    return open.first { gate(before: $0) == nil } ?? open.first
  }

  /// What is missing for an exercise that asks before it opens; `nil` where it opens at once. Once begun it asks no more.
  package func gate(before exercise: Int) -> [Material]? {
    isBegun(pack.exercises[exercise]) ? nil : waiting[exercise]
  }

  /// What comes after an exercise that was just left: the next of the evening with something open. After the last of them, and
  /// after one that is no part of the evening, nothing: then the pathways are due.
  package func nextExercise(after exercise: Int) -> Int? {
    // In a session the plan and the two who sit there say what follows.
    if guided != nil { return nil }
    let evening = path.filter { pack.evening.contains(pack.exercises[$0].id) || isFirst($0) }
    guard let place = evening.firstIndex(of: exercise) else { return nil }
    let others = evening[(place + 1)...] + evening[..<place]
    return others.first { !isDone(pack.exercises[$0]) && gate(before: $0) == nil }
  }

  /// Whether the person's moment puts an exercise first.
  private func isFirst(_ exercise: Int) -> Bool {
    guard let moment else { return false }
    return moment.path.contains(pack.exercises[exercise].id)
  }

  package func isDone(_ exercise: Exercise) -> Bool {
    let progress = progress(of: exercise)
    return progress.done == progress.of
  }

  /// How far an exercise is, counted at the last change.
  package func progress(of exercise: Exercise) -> Progress {
    pack.exercisePlaces[exercise.id].map { progresses[$0] } ?? Progress()
  }

  package func isBegun(_ exercise: Exercise) -> Bool {
    exercise.items.contains { reading.answers.given[$0] != nil }
  }

  /// The whole progress of what is reachable today.
  package var progress: Progress {
    progresses.reduce(Progress(), +)
  }

  /// Whether the question whose computer this is was answered.
  package var hasSettledComputer: Bool { profile.settings["computer"] != nil }
}

/// Whose computer the workbook runs on.
package enum ComputerOwner: String, Hashable, Sendable, CaseIterable {
  case mine, shared, employer

  var title: Phrase {
    switch self {
    case .mine: .computerMine
    case .shared: .computerShared
    case .employer: .computerEmployer
    }
  }

  /// What follows for this file.
  var consequence: Phrase {
    switch self {
    case .mine: .computerMineSaid
    case .shared: .computerSharedSaid
    case .employer: .computerEmployerSaid
    }
  }

  package var change: Change { .setting(name: "computer", value: .text(rawValue)) }
}

package import JSON
package import Rules

/// What a step is looked at by: about the step, never about the person. Both sides use the same four.
package enum Criterion: String, Hashable, Sendable, CaseIterable {
  /// Its use to the team.
  case use
  /// What it costs, and who covers.
  case cost
  /// Whether it can be stopped.
  case stop
  /// What both will know afterwards.
  case know
}

/// Whether a step is clear under each criterion; one that is missing was left open.
package typealias Clarity = [Criterion: Bool]

/// What somebody answered to a step: an entry of the list that plays `replies`.
package struct StepAnswer: Hashable, Sendable {
  package enum Said: String, Hashable, Sendable, CaseIterable {
    case yes
    case yesIf = "yes-if"
    case notNow = "not-now"
  }

  /// How far it is agreed.
  package enum Seen: String, Hashable, Sendable, CaseIterable {
    /// As the person heard it.
    case heard
    /// Both have read it.
    case read
    /// In the other's own words.
    case file
  }

  /// The step's name.
  package var step: String
  package var said: Said
  /// Of a *yes, if* the condition, of a *not now* the reason; empty where none was given.
  package var words: String
  /// When it is to be looked at again.
  package var again: Day?
  package var clarity: Clarity
  /// What the other will do, and by when.
  package var theirs: String
  /// `nil` where nobody said.
  package var seen: Seen?

  package init(
    step: String, said: Said, words: String = "", again: Day? = nil, clarity: Clarity = [:],
    theirs: String = "", seen: Seen? = nil
  ) {
    self.step = step
    self.said = said
    self.words = words
    self.again = again
    self.clarity = clarity
    self.theirs = theirs
    self.seen = seen
  }

  /// `nil` for an entry that says neither step nor answer.
  package init?(_ entry: [String: JSONValue]) {
    guard let step = entry["step"]?.text, let said = entry["said"]?.text.flatMap(Said.init)
    else { return nil }
    self.init(
      step: step, said: said, words: (entry["words"]?.text ?? "").trimmed,
      again: entry["again"]?.text.flatMap { Day($0) }, clarity: Clarity(entry),
      theirs: entry["theirs"]?.text ?? "", seen: entry["seen"]?.text.flatMap(Seen.init))
  }

  /// As an entry of the list.
  package var entry: [String: JSONValue] {
    var entry: [String: JSONValue] = ["step": .text(step), "said": .text(said.rawValue)]
    if !words.isEmpty { entry["words"] = .text(words) }
    if let again { entry["again"] = .text(again.description) }
    for (criterion, isClear) in clarity {
      entry[criterion.rawValue] = .text(isClear ? "clear" : "open")
    }
    if !theirs.isEmpty { entry["theirs"] = .text(theirs) }
    if let seen { entry["seen"] = .text(seen.rawValue) }
    return entry
  }
}

extension Clarity {
  /// The fields of an entry that are called like a criterion.
  init(_ entry: [String: JSONValue]) {
    self = [:]
    for criterion in Criterion.allCases {
      if let word = entry[criterion.rawValue]?.text { self[criterion] = word == "clear" }
    }
  }
}

extension Pack {
  /// All that was answered to steps, in the order in which it was noted.
  package func stepAnswers(_ profile: Profile) -> [StepAnswer] {
    entries(playing: "replies", profile).compactMap { StepAnswer($0) }
  }

  /// The last answer to a step; `nil` where nobody answered.
  package func stepAnswer(to name: String, _ profile: Profile) -> StepAnswer? {
    stepAnswers(profile).last { $0.step.isSameStep(as: name) }
  }

  /// How the person sees the step that they would show first.
  package func ownView(_ profile: Profile) -> (step: String, clarity: Clarity)? {
    guard let item = item(playing: "own-view"),
      let pairs = profile.current(items[item].address)?.value.map
    else { return nil }
    let entry = pairs.reduce(into: [String: JSONValue]()) { $0[$1.key] = $1.value }
    return entry["step"]?.text.map { ($0, Clarity(entry)) }
  }

  /// Criteria that both marked, and not alike.
  package func differences(on answer: StepAnswer, _ profile: Profile) -> [Criterion] {
    guard let own = ownView(profile), own.step.isSameStep(as: answer.step) else { return [] }
    return Criterion.allCases.filter { criterion in
      guard let mine = own.clarity[criterion], let theirs = answer.clarity[criterion] else {
        return false
      }
      return mine != theirs
    }
  }
}

extension String {
  /// Whether two names mean one step: as typed, save capitals and blanks.
  package func isSameStep(as other: String) -> Bool {
    // Most names differ in their first letter, and a file holds many.
    let first = { (text: String) in text.first { !$0.isWhitespace }?.lowercased() }
    guard first(self) == first(other) else { return false }
    func bare(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return bare(self) == bare(other)
  }
}

package import Rules

/// What a pack says about a talk: what it needs, where two people may go past each other, what showing a thing may cost.
package struct Talk: Hashable, Sendable {
  /// What a talk needs, the most helpful first.
  package var needs: [Need] = []
  package var mismatches: [Mismatch] = []
  package var advice: [Advice] = []
  /// What stands on no page, whoever asks for it.
  package var never: Never?
  /// By what a person says of their own answer that it is for nobody.
  package var kept: Kept?
  /// How a talk begins and how it ends; between them stand the parts of what is shown.
  package var opens: TalkPart?
  package var closes: TalkPart?

  package init() {}

  /// One thing that a talk is easier with.
  package struct Need: Hashable, Sendable {
    package var id: String
    /// There once this is yes; `nil` where an answer alone is asked for.
    package var when: Condition?
    /// The item that must be answered, by its place.
    package var item: Int?
    /// Whether there is not enough to talk about without it.
    package var isNeeded: Bool
    /// Where it is made.
    package var exercise: String
    package var text: String

    package init(
      id: String, when: Condition?, item: Int?, isNeeded: Bool, exercise: String, text: String
    ) {
      self.id = id
      self.when = when
      self.item = item
      self.isNeeded = isNeeded
      self.exercise = exercise
      self.text = text
    }
  }

  /// A way in which what is asked for may not fit what was answered.
  package struct Mismatch: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case direction, learning, ambition, timing
    }

    package var id: String
    package var kind: Kind
    /// `nil` for the one that looks at the way of the step shown first: no fact says it.
    package var when: Condition?
    package var text: Template

    package init(id: String, kind: Kind, when: Condition?, text: Template) {
      self.id = id
      self.kind = kind
      self.when = when
      self.text = text
    }
  }

  /// Answers that no page shows, and why, in words for the person.
  package struct Never: Hashable, Sendable {
    /// Places of the items.
    package var items: Set<Int>
    package var text: String

    package init(items: Set<Int>, text: String) {
      self.items = items
      self.text = text
    }
  }

  /// A field of records by which a person says who may know, and its value for nobody.
  package struct Kept: Hashable, Sendable {
    package var field: String
    package var value: String
    package var text: String

    package init(field: String, value: String, text: String) {
      self.field = field
      self.value = value
      self.text = text
    }
  }

  /// What showing some things may cost.
  package struct Advice: Hashable, Sendable {
    package var id: String
    /// Places of the items that it is about.
    package var items: Set<Int>
    /// Pathways that it is about, by id.
    package var pathways: [String]
    /// Whether it is asked once more before such a thing is shown.
    package var isGrave: Bool
    package var text: String

    package init(
      id: String, items: Set<Int>, pathways: [String], isGrave: Bool, text: String
    ) {
      self.id = id
      self.items = items
      self.pathways = pathways
      self.isGrave = isGrave
      self.text = text
    }
  }
}

/// A part of a talk: how long, words to begin with, and a question for whoever listens.
package struct TalkPart: Hashable, Sendable {
  package var title: String
  package var minutes: Int
  package var begin: String
  package var ask: String

  package init(title: String, minutes: Int, begin: String, ask: String) {
    self.title = title
    self.minutes = minutes
    self.begin = begin
    self.ask = ask
  }
}

/// How far a person is before a talk.
package struct Readiness: Hashable, Sendable {
  /// What is not there yet, the most helpful first.
  package private(set) var missing: [Talk.Need] = []
  /// Conditions that hold, in the pack's order.
  package private(set) var mismatches: [Talk.Mismatch] = []
  /// The step that would be shown first, where its way has little behind it and another has more.
  package private(set) var offWay: OffWay?

  package struct OffWay: Hashable, Sendable {
    package var step: String
    /// Places of pathways: the step's, and the one with most behind it.
    package var way: Int
    package var other: Int
  }

  /// The day on which the step that would be shown first was to begin, where that is past.
  package private(set) var pastDay: Day?

  package var isEnough: Bool { !missing.contains { $0.isNeeded } }

  package init(_ assessment: Assessment, _ reading: FactBase, _ profile: Profile) {
    let pack = reading.pack
    missing = pack.talk.needs.filter { need in
      let holds = need.when.map { reading.verdict($0) == .yes } ?? true
      return !holds || !(need.item.map { reading.counting($0) != nil } ?? true)
    }
    mismatches = pack.talk.mismatches.filter { one in
      one.when.map { reading.verdict($0) == .yes } ?? false
    }
    let step = pack.ownView(profile)?.step
    let shown = pack.experiments(profile).last { $0.name.isSameStep(as: step ?? "") }
    offWay = shown.flatMap { Readiness.offWay($0, assessment, pack) }
    if let start = shown?.start, shown?.state == .planned, let today = reading.today, start < today
    {
      pastDay = start
    }
  }

  private static func offWay(
    _ shown: Experiment, _ assessment: Assessment, _ pack: Pack
  ) -> OffWay? {
    guard !assessment.isBlank, let id = shown.pathway,
      let way = pack.pathways.firstIndex(where: { $0.id == id }),
      let other = assessment.shownPathways.first, other != way
    else { return nil }
    let standings = assessment.pathways.standings
    let isBehind = standings[way].ruledOut || standings[way].band == .littleSoFar
    let isAhead = standings[other].band != .littleSoFar
    return isBehind && isAhead ? OffWay(step: shown.name, way: way, other: other) : nil
  }
}

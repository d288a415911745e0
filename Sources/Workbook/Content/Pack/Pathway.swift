package import Rules

/// A pathway (a move) or a direction (where to): what the rules rank, with what a person reads about it.
package struct Pathway: Hashable, Sendable {
  package var candidate: Candidate
  package var title: String
  package var text: String
  package var fits: String
  package var costs: String
  package var notFor: String
  package var wrongIf: String
  package var serves: Serves
  /// Shown with the one or two best directions.
  package var towards: Bool
  /// What going this way towards a direction is like, by the direction's id.
  package var pairs: [String: String] = [:]
  /// A sentence a support, in the candidate's order.
  package var because: [Template]
  /// A sentence a gate, in the candidate's order.
  package var gateBecause: [Template]
  /// A sentence a hold, in the candidate's order.
  package var holdBecause: [Template] = []
  /// What it does to the job, so that a list can hold one of each kind; `nil` where nobody said.
  package var change: JobChange?
  /// The limits that it eases: only these may speak for it.
  package var eases: [String] = []
  /// The reason that a support crosses from what its exercise speaks for to the other list; `nil` where it does not.
  package var crosses: [String?]

  package var id: String { candidate.id }

  package init(
    candidate: Candidate, title: String, text: String, fits: String, costs: String,
    notFor: String, wrongIf: String, serves: Serves, towards: Bool, because: [Template],
    gateBecause: [Template], crosses: [String?]
  ) {
    self.candidate = candidate
    self.title = title
    self.text = text
    self.fits = fits
    self.costs = costs
    self.notFor = notFor
    self.wrongIf = wrongIf
    self.serves = serves
    self.towards = towards
    self.because = because
    self.gateBecause = gateBecause
    self.crosses = crosses
  }
}

/// What a move does to the job that somebody has.
package enum JobChange: String, Hashable, Sendable, CaseIterable {
  /// The job stays as it is.
  case keep
  /// Something in the job, or beside it, becomes another.
  case inside
  /// There is less of it, or it weighs less.
  case ease
  /// Another job takes its place.
  case leave
}

/// How far a pathway or a step helps each side, with one sentence that says how.
package struct Serves: Hashable, Sendable {
  package var organisation: Side
  package var person: Side

  package struct Side: Hashable, Sendable {
    package var level: Level
    package var how: String

    package init(level: Level, how: String) {
      self.level = level
      self.how = how
    }
  }

  package enum Level: String, Hashable, Sendable, CaseIterable {
    case notAtAll = "not-at-all"
    case aLittle = "a-little"
    case clearly
    case mainly

    /// As files carry it.
    package var share: Double {
      switch self {
      case .notAtAll: 0
      case .aLittle: 0.33
      case .clearly: 0.67
      case .mainly: 1
      }
    }
  }

  package init(organisation: Side, person: Side) {
    self.organisation = organisation
    self.person = person
  }
}

/// A small safe act in the pack's library.
package struct Step: Hashable, Sendable {
  package var id: String
  /// Pathways that it is offered for.
  package var pathways: [String]
  package var when: Condition?
  /// What makes it fit this person before others; `nil` where it fits anybody alike.
  package var bestWhen: Condition?
  /// The records that it is offered for, one by one; `nil` for a step that stands alone.
  package var each: Each?
  package var title: String
  package var minutes: Int
  /// Days within which it can be done.
  package var within: Int
  package var first: String
  package var say: String
  package var forIt: String
  package var againstIt: String
  package var cost: String
  package var notice: String
  /// How hard to undo: 1 at once, 5 not at all.
  package var undo: Int
  package var undone: String
  package var suits: [String]
  package var serves: Serves

  /// Which records of a list a step is offered for: those that carry these words and leave a field empty.
  package struct Each: Hashable, Sendable {
    package var item: Int
    package var only: RecordFilter
    package var lacks: String?

    package init(item: Int, only: RecordFilter, lacks: String?) {
      self.item = item
      self.only = only
      self.lacks = lacks
    }
  }

  package init(
    id: String, pathways: [String], when: Condition?, title: String, minutes: Int, within: Int,
    first: String, say: String, forIt: String, againstIt: String, cost: String, notice: String,
    undo: Int, undone: String, suits: [String], serves: Serves
  ) {
    self.id = id
    self.pathways = pathways
    self.when = when
    self.title = title
    self.minutes = minutes
    self.within = within
    self.first = first
    self.say = say
    self.forIt = forIt
    self.againstIt = againstIt
    self.cost = cost
    self.notice = notice
    self.undo = undo
    self.undone = undone
    self.suits = suits
    self.serves = serves
  }
}

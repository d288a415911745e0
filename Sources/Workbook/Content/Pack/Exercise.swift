package import Rules

/// A room on the map: what it asks, and the exercises in it.
package struct Stage: Hashable, Sendable {
  package var id: String
  package var title: String
  package var question: String

  package init(id: String, title: String, question: String) {
    self.id = id
    self.title = title
    self.question = question
  }
}

/// One sitting in a stage.
package struct Exercise: Hashable, Sendable {
  package var id: String
  package var stage: String
  package var title: String
  /// Said before its first item; empty where nothing is.
  package var opening: String
  /// How many of its items, from the first, make the short form; `nil` where there is one form.
  package var short: Int?
  package var when: Condition?
  package var ready: Condition?
  package var speaksFor: SpeaksFor
  package var circumstances: Bool
  package var picture: Picture?
  /// What it ends with: the first whose condition holds, or that has none.
  package var closings: [Closing] = []
  package var method: Method
  /// Places in the pack's items.
  package var items: Range<Int>

  package init(id: String, stage: String, title: String, method: Method, items: Range<Int>) {
    self.id = id
    self.stage = stage
    self.title = title
    opening = ""
    speaksFor = .both
    circumstances = false
    self.method = method
    self.items = items
  }
}

/// A sentence that stands at the end of an exercise while its condition is yes.
package struct Closing: Hashable, Sendable {
  /// Empty where the exercise has one closing alone.
  package var id: String
  package var when: Condition?
  package var text: Template

  package init(id: String, when: Condition?, text: Template) {
    self.id = id
    self.when = when
    self.text = text
  }
}

extension FactBase {
  /// What an exercise ends with today; `nil` where nothing it could say holds.
  package func closing(of exercise: Exercise) -> Template? {
    exercise.closings.first { $0.when.map { verdict($0) == .yes } ?? true }?.text
  }
}

/// Which list of candidates an exercise's answers speak for.
package enum SpeaksFor: String, Hashable, Sendable, CaseIterable {
  case moves, directions, both
}

/// How an exercise's answers are drawn.
package enum Picture: String, Hashable, Sendable, CaseIterable {
  case bars
  /// The rows of a grid, a chart each.
  case gauges
  /// Records laid out in four fields by what they give and how well they are done.
  case quadrant
  /// Records along the years, as high as they were good.
  case timeline
  /// Each rating beside the same sentence as it was rated in an exercise before.
  case change
  /// Looks at steps, one after the other: how strong the person felt after each.
  case looks
  /// The six kinds of interest on a ring.
  case hexagon
  /// A person's own weighing, with how far its order lasts when the weights are moved.
  case stability
}

/// What an exercise is for, how it is scored, how far to trust it, what it is not for.
package struct Method: Hashable, Sendable {
  package var purpose: String
  package var scored: String
  package var trust: String
  package var notFor: String
  package var sources: [String]

  package init(
    purpose: String, scored: String, trust: String, notFor: String, sources: [String]
  ) {
    self.purpose = purpose
    self.scored = scored
    self.trust = trust
    self.notFor = notFor
    self.sources = sources
  }
}

/// One part of the brief, in the page's order.
package struct BriefSection: Hashable, Sendable {
  package var id: String
  package var title: String
  /// Exercises whose answers and bands may stand here, or single items of them, `talk/ask`; `pathways`, `experiments` and
  /// `ask` likewise.
  package var takes: [String]
  /// Of an entry of a list, by the list's name, the fields that stand on the page, in order; all where none are named.
  package var entries: [String: [BriefField]] = [:]
  /// What single answers are called on the page, by their item's name; the question stands there where none is given.
  package var labels: [String: String] = [:]
  /// Its part in the talk; `nil` where it has none of its own.
  package var talk: TalkPart?

  package init(id: String, title: String, takes: [String]) {
    self.id = id
    self.title = title
    self.takes = takes
  }
}

/// A field of an entry as the page has it.
package struct BriefField: Hashable, Sendable {
  package var id: String
  /// What stands before its value; nothing where it is empty.
  package var label: String

  package init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// What brought the person here, and the exercises that suit it.
package struct Moment: Hashable, Sendable {
  package var id: String
  package var path: [String]
  /// Exercises that are asked afresh in a new round.
  package var again: [String]

  package init(id: String, path: [String], again: [String]) {
    self.id = id
    self.path = path
    self.again = again
  }
}

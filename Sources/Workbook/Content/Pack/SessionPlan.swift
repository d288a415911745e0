package import Rules

/// What a pack has for a coach and a client at one terminal: what they agree on, plans of sessions, prompts.
package struct Guidance: Hashable, Sendable {
  package var agreement = Agreement()
  package var plans: [SessionPlan] = []
  /// In the pack's order, from the most to the least urgent.
  package var prompts: [Prompt] = []

  package init() {}

  package func plan(_ id: String) -> SessionPlan? { plans.first { $0.id == id } }

  /// What both confirm before they begin.
  package struct Agreement: Hashable, Sendable {
    /// Goes up with every change of its words: then it is read whole again. 0 where the pack has none.
    package var version = 0
    package var title = ""
    package var parts: [Part] = []
    /// The same in two lines, for the sessions after.
    package var short: [String] = []

    package struct Part: Hashable, Sendable {
      package var title: String
      package var text: String

      package init(title: String, text: String) {
        self.title = title
        self.text = text
      }
    }

    package init() {}
  }

  /// A question that what both have seen speaks for.
  package struct Prompt: Hashable, Sendable {
    package var id: String
    /// The exercise that it is about.
    package var exercise: String
    package var when: Condition
    package var minutes: Int
    package var text: Template

    package init(id: String, exercise: String, when: Condition, minutes: Int, text: Template) {
      self.id = id
      self.exercise = exercise
      self.when = when
      self.minutes = minutes
      self.text = text
    }
  }
}

/// How a session can go, part by part.
package struct SessionPlan: Hashable, Sendable {
  package var id: String
  package var title: String
  /// For whom, when: one sentence.
  package var purpose: String
  package var minutes: Int
  /// What speaks for it, of all that both have seen; `nil` where it is for the coach alone to choose.
  package var suggestion: Suggestion?
  package var parts: [Part]

  package struct Suggestion: Hashable, Sendable {
    package var when: Condition
    package var because: Template

    package init(when: Condition, because: Template) {
      self.when = when
      self.because = because
    }
  }

  package struct Part: Hashable, Sendable {
    /// Who types.
    package enum Hands: String, Hashable, Sendable, CaseIterable {
      case both, client, coach
    }

    package var id: String
    package var title: String
    package var minutes: Int
    package var hands: Hands
    /// What is worked on, by id; empty where it is talk alone.
    package var exercise: String
    package var aim: String
    /// To be said as they stand.
    package var ask: [String]
    package var listen: String

    package init(
      id: String, title: String, minutes: Int, hands: Hands, exercise: String, aim: String,
      ask: [String], listen: String
    ) {
      self.id = id
      self.title = title
      self.minutes = minutes
      self.hands = hands
      self.exercise = exercise
      self.aim = aim
      self.ask = ask
      self.listen = listen
    }
  }

  package init(
    id: String, title: String, purpose: String, minutes: Int, suggestion: Suggestion?,
    parts: [Part]
  ) {
    self.id = id
    self.title = title
    self.purpose = purpose
    self.minutes = minutes
    self.suggestion = suggestion
    self.parts = parts
  }

  /// The minute at which each part begins.
  package var starts: [Int] {
    parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.minutes) }.dropLast()
  }
}

extension FactBase {
  /// The plans that what was answered speaks for, by place.
  package var suggestedPlans: [Int] {
    pack.guidance.plans.indices.filter { place in
      pack.guidance.plans[place].suggestion.map { verdict($0.when) == .yes } ?? false
    }
  }

  /// The prompts that what was answered speaks for, by place.
  package var prompts: [Int] {
    pack.guidance.prompts.indices.filter { verdict(pack.guidance.prompts[$0].when) == .yes }
  }
}

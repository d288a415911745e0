package import Rules

/// A page for somebody else: only what was chosen, in the pack's order. It describes no person and rates nobody.
package struct Brief: Hashable, Sendable {
  package struct Section: Hashable, Sendable {
    package var id: String
    package var title: String
    package var entries: [Entry]

    package init(id: String, title: String, entries: [Entry]) {
      self.id = id
      self.title = title
      self.entries = entries
    }
  }

  /// A line with what it is about, and perhaps more lines under it.
  package struct Entry: Hashable, Sendable {
    package var label: String
    package var text: String
    package var reasons: [String]

    package init(label: String, text: String, reasons: [String]) {
      self.label = label
      self.text = text
      self.reasons = reasons
    }
  }

  package var title: String
  package var purpose: String
  package var day: Day
  package var language: String
  package var sections: [Section]
  /// Names of the steps to which an answer is wanted, in the page's order.
  package var steps: [String]
  /// What was released, by its name and its bare value; no form prints it.
  package var released: [String] = []

  package init(
    title: String, purpose: String, day: Day, language: String, sections: [Section],
    steps: [String]
  ) {
    self.title = title
    self.purpose = purpose
    self.day = day
    self.language = language
    self.sections = sections
    self.steps = steps
  }
}

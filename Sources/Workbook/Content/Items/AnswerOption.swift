/// One of several things that can be chosen: an option, a card, a step of a scale.
package struct AnswerOption: Hashable, Sendable {
  package var id: String
  package var title: String
  /// A sentence that says what the title means; empty where the title is enough.
  package var text: String
  /// Whose side a criterion is on: `organisation` or `person`; empty elsewhere.
  package var side = ""
  /// What the person told us by choosing it, as one whole sentence; empty where no text quotes it.
  package var said = ""

  package init(id: String, title: String, text: String = "") {
    self.id = id
    self.title = title
    self.text = text
  }
}

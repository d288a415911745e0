package import Rules

/// One thing to be gathered before a question that looks far ahead is put in earnest.
package struct Material: Hashable, Sendable {
  package var id: String
  /// A few words that go on a sentence: `your values`.
  package var title: String
  package var when: Condition
  /// One sentence, said while it isn't there.
  package var missing: String
  /// The exercise that gathers it, by id.
  package var exercise: String

  package init(id: String, title: String, when: Condition, missing: String, exercise: String) {
    self.id = id
    self.title = title
    self.when = when
    self.missing = missing
    self.exercise = exercise
  }
}

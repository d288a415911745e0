/// Where an answer belongs: an exercise and an item in it, written `values/keep`.
package struct ItemAddress: Hashable, Sendable, CustomStringConvertible {
  package var exercise: String
  package var item: String

  package init(_ exercise: String, _ item: String) {
    self.exercise = exercise
    self.item = item
  }

  /// From `exercise/item`, as it describes itself.
  package init(_ description: String) {
    let parts = description.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  package var description: String { exercise + "/" + item }

  /// The name of the item's own fact: `values.keep`.
  package var factName: String { exercise + "." + item }
}

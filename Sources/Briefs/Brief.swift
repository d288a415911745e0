/// A page for somebody else: only what was chosen, in the pack's order. It describes no person and rates nobody.
package struct Brief: Hashable, Sendable {
  package struct Section: Hashable, Sendable {
    package var id: String
    package var title: String
    package var entries: [Entry]
  }

  /// A line with what it is about, and perhaps reasons under it.
  package struct Entry: Hashable, Sendable {
    package var label: String
    package var text: String
    package var reasons: [String]
  }

  package var title: String
  package var purpose: String
  package var language: String
  package var sections: [Section]
}

/// Which records of a list are meant: those that carry, in each of these fields, one of its words. All, where no field is named.
package struct RecordFilter: Hashable, Sendable {
  package var words: [String: [String]]

  package init(_ words: [String: [String]] = [:]) { self.words = words }
}

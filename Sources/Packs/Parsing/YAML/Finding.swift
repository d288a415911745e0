/// Something wrong in a pack, with the place where it stands.
package struct Finding: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var file: String
  /// From 1; 0 where the file as a whole is meant.
  package var line: Int
  /// From 1.
  package var column: Int
  package var message: String

  package init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String { "\(file):\(line):\(column): \(message)" }

  package static func < (left: Finding, right: Finding) -> Bool {
    (left.file, left.line, left.column, left.message)
      < (right.file, right.line, right.column, right.message)
  }
}

/// What became of a file with one damaged head of its two.
package enum SpareHead: Sendable {
  /// It was written anew with two whole ones.
  case mended
  /// It could not be written here: the other one stands in.
  case standsIn
}

package import TextUI

/// What a person set about the program on this computer, for every profile alike.
package struct Settings: Hashable, Sendable {
  /// A language's tag; empty for the one that the system names.
  package var language = ""
  package var look = Look()
  /// Minutes without a key after which the screen is covered, and a sealed profile locked: one of ``lockChoices``, or another that
  /// was written into the file by hand, 1 to 1440.
  package var lockMinutes = 5
  /// Whether the program asks in lines, from its next start on.
  package var isPlain = false

  package static let lockChoices = [1, 2, 5, 10, 15, 30, 60]
  /// The languages that there are, by their tags.
  package var languages: [String] = []
  /// Where they are kept.
  package var path = ""

  package init() {}
}

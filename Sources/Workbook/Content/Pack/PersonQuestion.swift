/// A question that a person may most want answered, with the moves that answer it.
package struct PersonQuestion: Hashable, Sendable {
  /// Ids of pathways.
  package var moves: [String]
  /// What the answer is where one of its moves is a strong fit; yes where nothing is said.
  package var means: [String: Answer] = [:]
  /// What is said for each answer, by the move that it rests on.
  package var texts: [Answer: Sentences] = [:]

  package enum Answer: String, Hashable, Sendable, CaseIterable {
    case yes
    case notYet = "not-yet"
    case unknown
  }

  /// One sentence for all moves, or one for some of them.
  package struct Sentences: Hashable, Sendable {
    package var any: Template?
    package var byMove: [String: Template]

    package init(any: Template?, byMove: [String: Template]) {
      self.any = any
      self.byMove = byMove
    }
  }

  package init(moves: [String]) { self.moves = moves }

  package func text(_ answer: Answer, _ move: String) -> Template? {
    texts[answer].flatMap { $0.byMove[move] ?? $0.any }
  }
}

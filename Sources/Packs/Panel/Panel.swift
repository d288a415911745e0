package import Workbook

/// Made-up lives, and what made-up readers would advise them: what the rules are held against.
package struct Panel: Sendable {
  package var moves: [Intervention]
  /// How a pathway of today's pack is read as a move, where their ids differ.
  package var today: [String: String]
  /// Work, in the words of the lives, that is done in offices, labs, schools and shops; all other is done elsewhere.
  package var offices: Set<String>
  /// Of both halves, in order of their files.
  package var lives: [Life]
  /// Of one half alone.
  package var readings: [FactBase]

  package struct Intervention: Hashable, Sendable {
    package var id: String
    package var title: String
    package var line: String
  }

  package struct Life: Hashable, Sendable {
    package var id: String
    package var half: Half
    package var grid: Grid
    package var nothingShouldChange: Bool
    package var isHalfAnswered: Bool
    /// Who wrote the diary, and who answered from it.
    package var by: String
    package var answeredBy: String
    package var diary: String
    /// Of the first evening: what is judged.
    package var answers: [CaseAnswer]
    /// Of later evenings: held to their items, and not judged.
    package var later: [CaseAnswer]
  }

  /// Where a life stands among those that there could be.
  package struct Grid: Hashable, Sendable {
    package var moment: String
    package var work: String
    package var age: String
    package var home: String
    package var money: String
    package var health: String
  }

  /// One half tunes the rules; the other checks them, and stays shut until then.
  package enum Half: String, Hashable, Sendable, CaseIterable {
    case tune, check
  }

  /// What one reader says of all lives of a half.
  package struct FactBase: Hashable, Sendable {
    package var reader: String
    package var school: School
    package var from: Source
    package var lives: [String: Advice]
  }

  package enum School: String, Hashable, Sendable, CaseIterable {
    case career, health, law, hr
  }

  /// What a reader was given.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    case diary, answers
  }

  /// What a reader says of one life.
  package struct Advice: Hashable, Sendable {
    /// The first moves that came to mind, before the list was seen.
    package var own: [String]
    package var best: [Pick]
    package var wrong: [Pick]
    /// Places of the items that the reader would have asked next; several where a choice is made in blocks.
    package var question: [Int]
  }

  package struct Pick: Hashable, Sendable {
    package var move: String
    /// What in the diary it rests on.
    package var line: String
  }
}

extension Panel {
  /// How a pathway is read as a move.
  package func move(_ pathway: String) -> String { today[pathway] ?? pathway }

  package func lives(in half: Half) -> [Life] { lives.filter { $0.half == half } }
}

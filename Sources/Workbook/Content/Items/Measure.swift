/// Something computed from answers: a name, a kind with what it reads, a source of the method and its known error.
package struct Measure: Hashable, Sendable {
  package var id: String
  package var title: String
  package var kind: MeasureKind
  package var source: String
  package var error: String

  package init(id: String, title: String, kind: MeasureKind, source: String, error: String) {
    self.id = id
    self.title = title
    self.kind = kind
    self.source = source
    self.error = error
  }
}

/// A number that a measure reads: a fact, turned round its own scale where it counts the other way.
package struct NumberInput: Hashable, Sendable {
  package var fact: Int
  /// Lowest plus highest of the scale, from which the value is taken; `nil` where it counts as it is.
  package var reversedIn: Int?

  package init(fact: Int, reversedIn: Int? = nil) {
    self.fact = fact
    self.reversedIn = reversedIn
  }
}

/// How a measure is computed. Facts and items are places in the pack.
package enum MeasureKind: Hashable, Sendable {
  case sum([NumberInput])
  case mean([NumberInput], least: Int)
  /// Names with the number from which each holds, ascending.
  case levels(fact: Int, cuts: [Cut])
  case spread([Int])
  case fit([Int], to: [Double])
  /// Blocks without the repeats; repeats with the block each repeats.
  case tally(Tally)
  /// Measures by place, the first that is known counts.
  /// Ties: rank items by place, whose order breaks level tallies.
  case standing([Int], cards: [String], ties: [Int], low: Int)
  case pile(item: Int)
  /// How many records; of those only that carry these words in these fields.
  case count(item: Int, only: RecordFilter)
  case tagged(item: Int, field: String, tags: [String], only: RecordFilter)
  case tier(tagged: Int, contexts: String, outside: [Int], self: Int?, tags: [String])
  case weighted(item: Int, field: String, by: String, from: Double)
  /// The mean of a number field over the records that carry a tag; unknown below so many.
  case averaged(item: Int, field: String, by: String, tags: [String], least: Int)
  /// The mean of some columns of a grid, a row.
  case columns(item: Int, columns: [String], rows: [String])
  /// The greatest share of marks that two of several sets have in common, of the larger one's (`DYL`).
  case overlap([Int])
  /// How far goals with levels set beforehand were attained, 50 where all came as expected (`GAS`): an ordered word of records,
  /// whose middle is as expected, and a number to weigh it by.
  case attainment(item: Int, field: String, by: String, words: [String])
  /// Where choices between two things go against the points given to them (`SIGI`).
  case parted(points: Int, choices: [Int], least: Int)

  /// Needs that a choice keeps, and whether each is met now.
  case gap(keep: Int, needs: [Need])

  /// A need with the item that asks whether it is met now.
  package struct Need: Hashable, Sendable {
    package var id: String
    package var now: Int

    package init(id: String, now: Int) {
      self.id = id
      self.now = now
    }
  }

  package struct Cut: Hashable, Sendable {
    package var name: String
    package var from: Double

    package init(name: String, from: Double) {
      self.name = name
      self.from = from
    }
  }

  package struct Tally: Hashable, Sendable {
    package var blocks: [Int]
    package var repeats: [Repeat]
    package var cards: [String]
    /// The item whose answer names the cards; `nil` where they are fixed.
    package var from: Int?
    /// How many places count as the core.
    package var cut: Int

    package struct Repeat: Hashable, Sendable {
      package var first: Int
      package var second: Int

      package init(first: Int, second: Int) {
        self.first = first
        self.second = second
      }
    }

    package init(blocks: [Int], repeats: [Repeat], cards: [String], from: Int?, cut: Int) {
      self.blocks = blocks
      self.repeats = repeats
      self.cards = cards
      self.from = from
      self.cut = cut
    }
  }

  /// Names of the levels that a standing gives.
  package static let standingLevels = ["low", "matters", "core"]
  /// What a need can be: kept and not met, in part, or in full; or let go.
  package static let needStates = ["missing", "partly", "there", "let-go"]
  /// Names of the levels that a tier gives.
  package static let tierLevels = ["none", "C", "B", "A"]
}

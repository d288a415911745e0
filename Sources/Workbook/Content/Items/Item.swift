package import Rules

/// The smallest thing in an exercise with an answer of its own. It holds no answer.
package struct Item: Hashable, Sendable {
  package var address: ItemAddress
  package var kind: ItemKind
  /// The question, or in a set of rows the row.
  package var text: String
  /// The question above a set of rows; empty elsewhere.
  package var stem: String
  package var hint: String
  /// Not counted in progress.
  package var optional: Bool
  /// What is said above a field that holds something private; empty where nothing is.
  package var privateWarning: String
  /// The field, a day, past which it is asked again.
  package var lapses: String?
  package var when: Condition?
  /// The item whose answer this one is drawn from, by place in the pack.
  package var from: Int?
  /// The choices whose answer says which rows of a grid, or options of a choice, are offered; `nil` where all are.
  package var among: Int?
  package var changeable: Changeable?
  /// What the numbers of a record are meant to come to; a screen says how much is left to give.
  package var total: Int?
  /// For a blank mind: three answers of other people.
  package var examples: [String]
  /// The smaller question under an open one.
  package var smaller: String
  /// What is said about words as they are typed.
  package var remarks: [SoftCheck] = []

  package init(address: ItemAddress, kind: ItemKind, text: String) {
    self.address = address
    self.kind = kind
    self.text = text
    stem = ""
    hint = ""
    optional = false
    privateWarning = ""
    examples = []
    smaller = ""
  }
}

/// What a person can do about an answer, for *what if*.
package struct Changeable: Hashable, Sendable {
  package var cost: Int
  package var when: Condition?
  /// Something to do, not another answer to give.
  package var what: String
  /// Which other values that can bring about.
  package var becoming = Becoming.anything
  /// Whether the item asks what has happened: it can be moved for a look, and is not kept so.
  package var isPast = false

  package init(cost: Int, when: Condition?, what: String) {
    self.cost = cost
    self.when = when
    self.what = what
  }

  /// What doing it can make of the answer.
  package enum Becoming: Hashable, Sendable {
    case anything
    /// Further along the scale, or less far.
    case more, less
    /// One place further along.
    case next
    /// One of these words; on an ordered scale only where it lies further along.
    case words([String])
  }
}

/// How far a person is, counted from what can be reached today.
package struct Progress: Hashable, Sendable {
  package var done: Int
  package var of: Int
  package var minutesLeft: Double

  package init(done: Int = 0, of: Int = 0, minutesLeft: Double = 0) {
    self.done = done
    self.of = of
    self.minutesLeft = minutesLeft
  }

  package static func + (left: Progress, right: Progress) -> Progress {
    Progress(
      done: left.done + right.done, of: left.of + right.of,
      minutesLeft: left.minutesLeft + right.minutesLeft)
  }
}

extension Reading {
  /// Places of the items that an exercise puts today: those asked, in the short form until somebody goes past it.
  package func items(in exercise: Exercise, long: Bool = false) -> [Int] {
    exercise.items(isLong: long || isLong(exercise)).filter { asked[$0] }
  }

  /// Whether an answer past the short form was given.
  package func isLong(_ exercise: Exercise) -> Bool {
    guard let short = exercise.short else { return true }
    return exercise.items.dropFirst(short).contains { answers.given[$0] != nil }
  }

  package func progress(of exercise: Exercise) -> Progress {
    items(in: exercise).filter { !pack.items[$0].optional }.reduce(into: Progress()) {
      $0.of += 1
      if isDone($1) {
        $0.done += 1
      } else {
        $0.minutesLeft += Clock.minutes(pack.items[$1])
      }
    }
  }

  package func progress(of stage: Stage) -> Progress {
    pack.exercises.filter { $0.stage == stage.id }.reduce(Progress()) {
      $0 + progress(of: $1)
    }
  }
}

extension Exercise {
  package func items(isLong: Bool) -> Range<Int> {
    guard let short, !isLong else { return items }
    return items.lowerBound..<min(items.upperBound, items.lowerBound + short)
  }
}

/// How long things take: words at 180 a minute, and seconds a kind.
package enum Clock {
  package static let wordsPerMinute = 180.0

  package static func seconds(_ kind: ItemKind) -> Double {
    switch kind {
    case .rating: 5
    case .choice, .number, .day: 8
    case .choices(let options, _): Double(4 * options.count)
    case .bestWorst: 20
    case .text(let length): length.upperBound > 600 ? 300 : 40
    case .record(let fields): seconds(fields)
    case .records(let fields, _): 3 * seconds(fields)
    case .sort(_, let cards): Double(4 * cards.count)
    case .rank(_, let count): Double(8 * count.upperBound)
    case .grid(let down, let across, _): Double(5 * min(3, down.count) * across.count)
    }
  }

  package static func minutes(_ item: Item) -> Double {
    let words = Clock.words(item.text) + Clock.words(item.hint) + Clock.words(item.kind)
    return Double(words) / wordsPerMinute + seconds(item.kind) / 60
  }

  private static func seconds(_ fields: [Field]) -> Double {
    fields.filter { !$0.optional }.reduce(0) { $0 + seconds($1.kind) }
  }

  private static func words(_ text: String) -> Int { text.split(separator: " ").count }

  private static func words(_ kind: ItemKind) -> Int {
    switch kind {
    case .choice(let options, _), .choices(let options, _):
      options.reduce(0) { $0 + words($1.title) + words($1.text) }
    case .bestWorst(let block):
      block.seats.filter { $0 < block.cards.count }.reduce(0) {
        $0 + words(block.cards[$1].title) + words(block.cards[$1].text)
      }
    case .sort(_, let cards): cards.reduce(0) { $0 + words($1.title) + words($1.text) }
    case .rank(.options(let options), _): options.reduce(0) { $0 + words($1.title) }
    case .text, .rating, .number, .day, .record, .records, .rank(.seats, _), .grid: 0
    }
  }
}

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

extension FactBase {
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

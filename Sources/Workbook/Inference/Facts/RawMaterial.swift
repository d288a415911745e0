import Rules

/// What questions that look far ahead stand on, as far as it is gathered. What a person would rather not say is neither there nor
/// missing.
package struct RawMaterial: Hashable, Sendable {
  package var there: [Material] = []
  package var missing: [Material] = []

  package init() {}

  package var isEmpty: Bool { there.isEmpty && missing.isEmpty }
}

/// An exercise that is open today and asks for something that isn't there yet.
package struct Waiting: Hashable, Sendable {
  /// Its place in the pack.
  package var exercise: Int
  package var missing: [Material]
}

extension Pack {
  /// All that an exercise asks for, in the pack's order.
  package func material(for exercise: Exercise) -> [Material] {
    (exercise.ready?.facts ?? []).flatMap { fact -> [Material] in
      if case .mark(let mark) = facts[fact].source { marks[mark].material } else { [] }
    }
  }
}

extension FactBase {
  /// Whether an exercise is put today at all.
  package func isOpen(_ exercise: Exercise) -> Bool {
    exercise.when.map { verdict($0) == .yes } ?? true
  }

  /// The exercises that wait today, in the pack's order. Unknown is not yes: on an empty file all that ask for anything wait.
  package var waiting: [Waiting] {
    pack.exercises.enumerated().compactMap { place, exercise in
      guard let ready = exercise.ready, isOpen(exercise), verdict(ready) != .yes else { return nil }
      let missing = pack.material(for: exercise).filter { isMissing($0) }
      // If you'd rather not say the rest, you've said enough.
      return missing.isEmpty ? nil : Waiting(exercise: place, missing: missing)
    }
  }

  /// What all exercises that are open today ask for, each thing once.
  package var rawMaterial: RawMaterial {
    var seen: Set<String> = []
    return pack.exercises.filter { isOpen($0) }.flatMap { pack.material(for: $0) }
      .filter { seen.insert($0.id).inserted }
      .reduce(into: RawMaterial()) { found, one in
        if verdict(one.when) == .yes {
          found.there.append(one)
        } else if isMissing(one) {
          found.missing.append(one)
        }
      }
  }

  private func isMissing(_ material: Material) -> Bool {
    verdict(material.when) != .yes && !isLeftUnsaid(material)
  }

  /// Whether the exercise that gathers it was answered by *rather not say* wherever it counts.
  private func isLeftUnsaid(_ material: Material) -> Bool {
    let exercise = pack.exercise(material.exercise)?.items ?? 0..<0
    let deciding = material.when.deciding(facts, today: today)
      .reduce(into: Set<Int>()) { $0.formUnion(pack.items(under: $1)) }
      .filter { exercise.contains($0) && asked[$0] }
    return !deciding.isEmpty
      && deciding.allSatisfy { isDone($0) && answers.given[$0]?.value == nil }
  }
}

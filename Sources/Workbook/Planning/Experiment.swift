package import JSON
package import Rules

/// A small step that a person took on: one entry of the list that plays `experiments`, read by the fields that are fixed for it.
package struct Experiment: Hashable, Sendable {
  /// Its place in the list, from 1.
  package var number: Int
  package var values: [String: JSONValue]

  package enum State: String, Hashable, Sendable, CaseIterable {
    case planned, running
    /// Looked back on: gone on with, changed, ended.
    case pursue, adapt, stop

    package var isOver: Bool {
      switch self {
      case .planned, .running: false
      case .pursue, .adapt, .stop: true
      }
    }
  }

  package var name: String { values["name"]?.text ?? "" }
  package var start: Day? { day("start") }
  package var review: Day? { day("review") }
  package var pathway: String? { values["pathway"]?.text }
  /// Nothing said of it is planned.
  package var state: State { values["state"]?.text.flatMap { State(rawValue: $0) } ?? .planned }

  private func day(_ field: String) -> Day? { values[field]?.text.flatMap { Day($0) } }
}

/// A look at a step: one entry of the list that plays `check-ins`.
package struct CheckIn: Hashable, Sendable {
  package var step: String
  package var day: Day?
  package var did: String
  package var saw: String
  package var next: String
  /// Strength after it, 1 to 10.
  package var strength: Int?

  /// Whether it names that step: as it is typed, save capitals and blanks at either end.
  func isAt(_ experiment: Experiment) -> Bool { step.isSameStep(as: experiment.name) }
}

extension Pack {
  /// The steps a person took on, in their order; empty where the pack has no list of them.
  package func experiments(_ profile: Profile) -> [Experiment] {
    entries(playing: "experiments", profile).enumerated().map {
      Experiment(number: $0.offset + 1, values: $0.element)
    }
  }

  /// The looks at one step, in the order in which they were noted.
  package func checkIns(_ experiment: Experiment, _ profile: Profile) -> [CheckIn] {
    checkIns(profile).filter { $0.isAt(experiment) }
  }

  /// All looks, at whatever step.
  package func checkIns(_ profile: Profile) -> [CheckIn] {
    entries(playing: "check-ins", profile).map { entry in
      CheckIn(
        step: entry["step"]?.text ?? "", day: entry["day"]?.text.flatMap { Day($0) },
        did: entry["did"]?.text ?? "", saw: entry["saw"]?.text ?? "",
        next: entry["next"]?.text ?? "", strength: entry["strength"]?.whole)
    }
  }

  /// The entries of the list that plays a role, by field.
  func entries(playing role: String, _ profile: Profile) -> [[String: JSONValue]] {
    guard let item = item(playing: role) else { return [] }
    return (profile.current(items[item].address)?.value.list ?? []).map { entry in
      (entry.map ?? []).reduce(into: [:]) { $0[$1.key] = $1.value }
    }
  }
}

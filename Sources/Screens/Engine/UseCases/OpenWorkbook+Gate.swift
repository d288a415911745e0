package import Workbook

/// What the questions that look far ahead wait for, in words.
extension OpenWorkbook {
  /// What is gathered and what is missing, on the map; empty where nothing asks for it.
  package var gatheredLine: String {
    if isForReader || guided != nil { return "" }
    let (there, missing) = (inWords(rawMaterial.there), inWords(rawMaterial.missing))
    if missing.isEmpty { return there.isEmpty ? "" : phrases(.rawAll) }
    return phrases(there.isEmpty ? .rawNone : .rawSome, ["there": there, "missing": missing])
  }

  /// The same in figures, where there's room for no more.
  var gatheredShort: String {
    if isForReader || guided != nil || rawMaterial.missing.isEmpty { return "" }
    let of = rawMaterial.there.count + rawMaterial.missing.count
    return phrases(.rawCount, ["count": String(rawMaterial.there.count), "of": String(of)])
  }

  /// How the map says that an exercise waits; `nil` where it doesn't, or where others may have what it waits for.
  func waitingNote(_ exercise: Int) -> String? {
    if let guided, !guided.isClientOnly { return nil }
    return gate(before: exercise).map { phrases(.mapWaits, ["count": String($0.count)]) }
  }

  /// That an exercise waits, and for what, in one sentence.
  package func waitingSentence(_ exercise: Int, for missing: [Material]) -> String {
    phrases(
      .waitsFor, ["exercise": pack.exercises[exercise].title, "missing": inWords(missing)])
  }

  /// What is said before an exercise that waits is opened.
  var gateIntro: String {
    let isShared = guided.map { !$0.isClientOnly } ?? false
    return phrases(isShared ? .gateTogether : .gateIntro)
  }

  /// What is missing in one sentence, where there's no room for one each.
  func needs(_ missing: [Material]) -> String {
    missing.isEmpty ? "" : phrases(.gateNeeds, ["missing": inWords(missing)])
  }

  /// The exercises that gather what is missing, each with the sentences that say so.
  func gathering(_ missing: [Material]) -> [(exercise: Int, text: String)] {
    var found: [(exercise: Int, text: String)] = []
    for one in missing {
      guard let place = pack.exercisePlaces[one.exercise] else { continue }
      if let known = found.firstIndex(where: { $0.exercise == place }) {
        found[known].text += " " + one.missing
      } else {
        found.append((place, one.missing))
      }
    }
    return found
  }

  /// A few words after each other, as in a sentence.
  private func inWords(_ material: [Material]) -> String {
    let titles = material.map(\.title)
    guard let last = titles.last, titles.count > 1 else { return titles.first ?? "" }
    return phrases(
      .listAnd, ["first": titles.dropLast().joined(separator: ", "), "last": last])
  }
}

import Workbook

extension App {
  /// What stands on the normal screen after leaving: where it is saved, what comes next.
  ///
  /// - Parameter path: of the profile's file; `nil` where none was made.
  package func goodbye(path: String?) -> [String] {
    let phrases = session.phrases
    if !pending.isEmpty { return [problem, phrases(.leftUnsaved)] }
    guard let path else { return [phrases(.nothingSaved)] }
    var lines = [phrases(.savedGoodbye, ["path": path])]
    if let next = session.nextExercise {
      let exercise = session.pack.exercises[next]
      let minutes = Phrases.minutes(session.reading.progress(of: exercise).minutesLeft)
      lines.append(phrases(.nextTime, ["exercise": exercise.title, "count": minutes]))
    } else {
      lines.append(phrases(.nextTimePathways))
    }
    return lines
  }
}

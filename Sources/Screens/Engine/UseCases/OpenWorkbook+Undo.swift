import JSON
import Typesetting
import Workbook

/// What undo, or redo, comes to.
enum Undoing: Hashable {
  case nothing
  /// The last answer came from another window or program.
  case elsewhere(Answer)
  /// It was given before this was opened: it is named, and asked about first.
  case asks(Answer)
  case does(Answer)
}

extension OpenWorkbook {
  /// What undo or redo would do: it takes back what was done here, and nothing that came from elsewhere meanwhile.
  func undoing(back: Bool) -> Undoing {
    guard let answer = back ? profile.nextUndo : profile.nextRedo else { return .nothing }
    if elsewhere.contains(answer) || (back && profile.endsInReply) { return .elsewhere(answer) }
    return back && !ownAnswers.contains(answer) ? .asks(answer) : .does(answer)
  }

  /// Why nothing is undone or redone.
  func refusal(of undoing: Undoing, back: Bool) -> String {
    guard case .elsewhere(let answer) = undoing else {
      return phrases(back ? .nothingToUndo : .nothingToRedo)
    }
    return phrases(.undoElsewhere, ["item": title(of: answer.address)])
  }

  /// What goes with an answer, in words: what it is about, and what it says.
  func going(_ answer: Answer) -> [String: String] {
    ["item": title(of: answer.address), "value": words(of: answer)]
  }

  /// What an answer says. In a session nothing of it is repeated.
  private func words(of answer: Answer) -> String {
    guard guided == nil, let item = pack.itemPlaces[answer.address] else { return "…" }
    if answer.value == .null { return phrases(.ratherNotShort) }
    let words = HeldWords.words(answer.value, pack.items[item].kind)
    return words.isEmpty ? "…" : words.cut(to: 80)
  }

  /// What undo or redo did.
  func undoneWords(_ answer: Answer, back: Bool) -> String {
    let exercise = pack.exercise(answer.address.exercise)?.title ?? ""
    let done = phrases(
      back ? .undoneSaid : .redoneSaid,
      ["exercise": exercise, "item": title(of: answer.address)])
    guard guided == nil, back else { return done }
    guard let now = profile.current(answer.address) else {
      return done + " " + phrases(.undoneOpen)
    }
    return done + " " + phrases(.undoneNow, going(now))
  }
}

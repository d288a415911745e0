import Workbook

/// Lines that read like a command where words are an answer too: nothing a person writes is taken for what it is not.
extension LineMode {
  /// What a line with a command word and something after it would do.
  private enum Wanted {
    case search(String)
    /// A page of a pathway, or its step.
    case pathway
    /// Something grave, ticked for a page.
    case tick
    /// A new round, by the map's own word.
    case round
  }

  private func wanted(_ text: String) -> Wanted? {
    if session.isForReader || session.desk != nil { return nil }
    let words = text.lowercased().split(separator: " ").map(String.init)
    let isNumbered = words.count == 2 && Int(words[1]) != nil
    let first = words.first ?? ""
    switch first {
    case "find" where words.count > 1: return .search(words.dropFirst().joined(separator: " "))
    case "why", "what", "step":
      return isNumbered && session.guided?.isClientOnly != true ? .pathway : nil
    case "new" where words.count == 1:
      return session.guided == nil && session.canBeginRound ? .round : nil
    default:
      let isTick = Int(first) != nil && words.count == 2 && words[1] == "yes"
      return isTick && session.guided == nil ? .tick : nil
    }
  }

  /// Whether a line that is a command at the map may be an answer here.
  func isTypingWord(_ text: String) -> Bool {
    guard case .exercise(let exercise) = state, exercise.asksText(session) else { return false }
    if case .round = wanted(text) { return true }
    return false
  }

  /// A search with its words, at once where nothing is typed, and asked about where words are the answer.
  mutating func hearWanted(_ text: String) -> LineReply? {
    guard let wanted = wanted(text) else { return nil }
    if case .exercise(let exercise) = state, exercise.asksText(session) {
      return doubt(text, exercise)
    }
    guard case .search(let words) = wanted, mayWander, state != .seeking, !isDoubting else {
      return nil
    }
    return hearSought(words)
  }

  private var isDoubting: Bool {
    if case .doubted = state { true } else { false }
  }

  private mutating func doubt(_ line: String, _ exercise: LineExercise) -> LineReply {
    let before = exercise.draft(session)
    var half = exercise
    half.hold(line)
    state = .doubted(exercise, line: line, before: before)
    return LineReply(lines: doubtLines(line), draft: keepDraft(of: half, before))
  }

  func doubtLines(_ line: String) -> [String] {
    // In the client's own part nothing that was typed stays to be read.
    session.guided?.isClientOnly == true
      ? [session.phrases(.plainDoubtUnseen)] : [session.phrases(.plainDoubt, ["line": line])]
  }

  mutating func hearDoubt(
    _ text: String, _ exercise: LineExercise, _ line: String, _ before: Draft
  ) -> LineReply {
    switch text.lowercased() {
    case "answer":
      var turn = hear(line, in: exercise)
      // An entry goes on without the line as a draft of its own; an answer empties it.
      if turn.draft == nil, case .exercise(let now) = state, now.item == exercise.item,
        session.ownHalf(now.item) == nil
      {
        let item = session.pack.items[now.item].address
        turn.draft = .draft(item, now.draft(session))
      }
      return turn
    case "command":
      let item = session.pack.items[exercise.item].address
      session.drafts[item.description] = before.isEmpty ? nil : before
      var turn = obey(line)
      if session.ownHalf(exercise.item) == nil { turn.draft = .draft(item, before) }
      return turn
    case "back":
      var half = exercise
      half.hold(line)
      state = .exercise(half)
      return LineReply(lines: again)
    default: return LineReply(lines: again)
    }
  }

  private mutating func obey(_ line: String) -> LineReply {
    switch wanted(line) {
    case .search(let words): return hearSought(words)
    case .pathway:
      state = .pathways
      return hearPathways(line)
    case .tick:
      state = .share(ticked)
      return hearShare(line, ticked)
    case .round: return beginRound()
    case nil: return toMap()
    }
  }
}

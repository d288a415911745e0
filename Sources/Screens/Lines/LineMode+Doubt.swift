import Workbook

/// Lines that read like a command where words are an answer too: nothing a person writes is taken for what it is not.
extension LineMode {
  /// What a line that reads like a command would do.
  private enum Wanted {
    case search(String)
    /// A page of a pathway, or its step.
    case pathway
    /// Something grave, ticked for a page.
    case tick
  }

  /// The command of a line that begins with a slash: nobody begins an answer so.
  ///
  /// - Returns: `nil` where what stands after the slash is no command.
  func slashed(_ text: String) -> String? {
    guard text.hasPrefix("/"), !isKey, !isDoubting else { return nil }
    let word = String(text.dropFirst())
    return word == "?" || endsWith(word) || wanted(word) != nil || isWord(word.lowercased())
      ? word : nil
  }

  /// Whether *done* ends something here: what is made of several parts.
  private func endsWith(_ word: String) -> Bool {
    guard word.lowercased() == "done", case .exercise(let exercise) = state else { return false }
    return exercise.hasParts(session)
  }

  /// Whether a secret is typed, which may begin with any sign.
  private var isKey: Bool { state == .clientKey }

  /// Whether a word would be obeyed here, whatever it comes to.
  private func isWord(_ word: String) -> Bool {
    if case .exercise(let exercise) = state, exercise.isCommand(word, session) { return true }
    // Obeyed by a copy: what does something here is known in one place alone.
    var copy = self
    return copy.hearGuided(word) != nil || copy.hearDesk(word) != nil || copy.hearWord(word) != nil
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
    default:
      let isTick = Int(first) != nil && words.count == 2 && words[1] == "yes"
      return isTick && session.guided == nil ? .tick : nil
    }
  }

  /// A line at a question that is answered in words, where it may be a command too: nothing is done before that is asked.
  mutating func hearLikeCommand(_ text: String) -> LineReply? {
    // Typed once more after a question of its own, a word was a command already.
    let isAwaited = forgetAsked != nil || undoAsked != nil && text.lowercased() == "undo"
    guard case .exercise(let exercise) = state, exercise.takesWords(session), !isAwaited,
      !["", "?"].contains(text), wanted(text) != nil || isWord(text.lowercased())
    else { return nil }
    undoAsked = nil
    return doubt(text, exercise)
  }

  /// A search with its words, at once where nothing is typed.
  mutating func hearSearch(_ text: String) -> LineReply? {
    guard case .search(let words)? = wanted(text), mayWander, state != .seeking, !isDoubting else {
      return nil
    }
    if case .exercise(let one) = state, one.asksText(session), !one.takesWords(session) {
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
    // What a reader leaves half written goes into their answer: a command is no part of it.
    let draft = session.isForReader ? nil : keepDraft(of: half, before)
    return LineReply(lines: doubtLines(line), draft: draft)
  }

  func doubtLines(_ line: String) -> [String] {
    // In the client's own part nothing that was typed stays to be read.
    session.guided?.isClientOnly == true
      ? [session.phrases(.plainDoubtUnseen)] : [session.phrases(.plainDoubt, ["line": line])]
  }

  mutating func hearDoubt(
    _ text: String, _ exercise: LineExercise, _ line: String, _ before: Draft
  ) -> LineReply {
    var asked = self
    asked.state = .exercise(exercise)
    if let command = text.lowercased() == "command" ? line : asked.slashed(text) {
      self = asked
      let item = session.pack.items[exercise.item].address
      session.drafts[item.description] = before.isEmpty ? nil : before
      var turn = carryOut(command)
      if session.ownHalf(exercise.item) == nil { turn.draft = turn.draft ?? .draft(item, before) }
      return turn
    }
    switch text.lowercased() {
    case "answer":
      var turn = hear(line, in: exercise, isAnswer: true)
      // An entry goes on without the line as a draft of its own; an answer empties it.
      if turn.draft == nil, case .exercise(let now) = state, now.item == exercise.item,
        session.ownHalf(now.item) == nil
      {
        let item = session.pack.items[now.item].address
        turn.draft = .draft(item, now.draft(session))
      }
      return turn
    case "back":
      var half = exercise
      half.hold(line)
      state = .exercise(half)
      return LineReply(lines: again)
    default: return LineReply(lines: again)
    }
  }

  /// Does what a line asks for, at a question too.
  mutating func carryOut(_ line: String) -> LineReply {
    guard case .exercise = state else { return obey(line) }
    switch wanted(line) {
    case .search, nil: return obey(line)
    case .pathway:
      state = .pathways
      return hearPathways(line)
    case .tick:
      state = .share(ticked)
      return hearShare(line, ticked)
    }
  }
}

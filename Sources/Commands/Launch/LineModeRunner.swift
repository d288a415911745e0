import CSystem
import Screens
import Workbook

/// The conversation in lines, until it is left or the input ends.
struct LineModeRunner {
  let roots: RuntimeEnvironment
  /// Writes changes; gives what others had written before, or `nil`, which ends the conversation.
  let keep: ([Change]) -> [Change]?
  /// Carries out what else is asked of the world.
  let perform: (Effect) -> Message?
  /// Whether there is a file that anything was saved in.
  var hasFile: () -> Bool = { false }
  /// Locks or seals; the exit code where that ends it.
  let leave: (Effect) -> Int32

  func speak(_ session: OpenWorkbook, _ access: Access, _ reason: String) -> Int32 {
    speak(LineMode(session), session, access, reason)
  }

  func speak(
    _ opened: LineMode, _ session: OpenWorkbook, _ access: Access, _ reason: String
  ) -> Int32 {
    var dialogue = opened
    dialogue.access = access
    dialogue.settings = roots.settings
    for line in dialogue.open(reason: reason) { StandardStreams.speak(line) }
    var reader = LineReader(descriptor: 0)
    defer { showTyping(true) }
    while true {
      showTyping(!dialogue.isUnseen)
      let idle = dialogue.idle(usual: roots.idleSeconds)
      if !idle.locks, isIdle(access, reader, idle.seconds) {
        // While both look it is a pause; Enter brings back what stood there.
        StandardStreams.wipe()
        StandardStreams.speak(
          session.phrases(.privacyWord) + " " + session.phrases(.plainEnterGoesOn))
        guard reader.next() != nil else { break }
        for line in dialogue.present { StandardStreams.speak(line) }
        continue
      }
      // A word before: what is typed without Enter is not seen, and would be lost.
      let grace = idle.grace
      if idle.locks, isIdle(access, reader, max(1, idle.seconds - grace)) {
        StandardStreams.say(session.phrases(.lockSoon))
        if isIdle(access, reader, grace) {
          StandardStreams.say(session.phrases(.lockedLines))
          let rest = dialogue.close()
          if !rest.isEmpty { _ = keep(rest) }
          return leave(.lock)
        }
      }
      guard let lines = reader.next() else { break }
      for bytes in lines {
        switch perform(.look) {
        case .arrived(let changes): dialogue.arrived(changes)
        case .renewed(let changes, let drafts): dialogue.renew(changes, drafts)
        case .mayWrite(let drafts):
          dialogue.mayWrite(drafts)
          StandardStreams.speak(session.phrases(.mayWrite))
        case .sealedElsewhere: return leave(.lock)
        case .notRead(let reason): StandardStreams.speak(reason)
        case .key, .tick, .saved, .overtaken, .drafted, .notSaved, .pause, .idle, .idleSoon,
          .forgotten,
          .released, .notWritten, .fileWritten, .mayBring, nil:
          break
        }
        let wasUnseen = dialogue.isUnseen
        let turn = dialogue.hear(String(decoding: bytes, as: UTF8.self))
        var refusal: [String]?
        if turn.changes.contains(where: \.isUndoing) {
          refusal = dialogue.undone(turn.changes, perform(.save(turn.changes)))
        } else if !turn.changes.isEmpty {
          guard let before = keep(turn.changes) else { return 0 }
          dialogue.kept(turn.changes, after: before)
        }
        for half in turn.ownHalves + [turn.draft].compactMap({ $0 }) {
          if case .notSaved(let reason)? = perform(half) { StandardStreams.speak(reason) }
        }
        if turn.wipes { StandardStreams.wipe() }
        for line in refusal ?? turn.lines { StandardStreams.speak(line) }
        if dialogue.isUnseen, !wasUnseen, StandardStreams.isTerminal(1), !StandardStreams.canWipe {
          StandardStreams.speak(session.phrases(.plainStays))
        }
        switch turn.wish {
        case .lock: return leave(.lock)
        case .seal: return leave(.seal)
        case .desk, .sit: return turn.wish.map(leave) ?? 0
        case .forget, .release, .file:
          for line in dialogue.after(turn.wish.flatMap(perform)) { StandardStreams.speak(line) }
        case .set(let settings):
          if case .notWritten(let reason)? = perform(.set(settings)) {
            StandardStreams.speak(reason)
          }
        case .save, .draft, .look, .suspend, .redraw, .quit, .lookRound, .meet, .bring, .bringing,
          nil:
          break
        }
        if turn.ends { return 0 }
      }
      dialogue.setNow(WallClock.now)
    }
    let rest = dialogue.close()
    if !rest.isEmpty, keep(rest) == nil { return 0 }
    if let problem = reader.problem {
      StandardStreams.note(
        "waymark: the input cannot be read: \(problem). Everything before it is saved.")
      return Failure.Code.noInput.rawValue
    }
    let isReader = !session.letter.isEmpty
    if !isReader { StandardStreams.say(hasFile() ? dialogue.bye : session.phrases(.nothingSaved)) }
    return 0
  }

  private func showTyping(_ isSeen: Bool) {
    if StandardStreams.isTerminal(0) { _ = system_set_echo(0, isSeen ? 1 : 0) }
  }

  /// Whether nobody typed for so long that a sealed profile is locked.
  private func isIdle(_ access: Access, _ reader: LineReader, _ seconds: Int) -> Bool {
    guard access.isSealed, StandardStreams.isTerminal(0), !reader.hasLines else { return false }
    while true {
      switch system_wait(0, Int32(clamping: seconds * 1_000)) {
      case Int32(SYSTEM_TIMEOUT): return true
      case Int32(SYSTEM_INPUT): return false
      default: while system_take_signal() > 0 {}
      }
    }
  }
}

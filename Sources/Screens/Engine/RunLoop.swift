package import TextUI
package import Workbook

/// Why the workbook gave the terminal back.
package enum Ending: Hashable, Sendable {
  case left
  /// A signal ended it.
  case stopped(Int32)
  /// It is to be locked: nothing of it may stay in memory.
  case locked
  /// The profile is to be sealed.
  case sealing
  /// From the client's file to the coach's.
  case desk(SessionHandoff)
  /// From the coach's file to a client's.
  case sitting(SessionHandoff)
  /// To the made-up people.
  case lookingRound
  /// A profile at a path is to be brought in, and opened.
  case bringing(String)
}

/// Carries the workbook on a terminal until it is left: paint, then save, then say so.
///
/// - Parameters:
///   - clock: the present time, with which answers are stamped.
///   - elapsed: milliseconds of a clock that goes on while the machine sleeps.
///   - idleAfter: milliseconds without a key after which the screen is covered.
///   - perform: carries out one effect; gives back what became of it.
package func run<Face: Terminal & ~Copyable>(
  _ app: inout App, on terminal: inout Face, clock: () -> String,
  elapsed: () -> Int = { 0 }, idleAfter: Int = .max, perform: (Effect) -> Message?
) -> Ending {
  app.size = terminal.size
  terminal.draw(app.view())
  var isResting = false
  var isWarned = false
  var lastKey = elapsed()
  var lastLook = lastKey
  while true {
    let isIdle = app.hasIdleWork
    // Whoever types is never made to wait for it: it begins when the keys rest, and each piece is short.
    let event = terminal.next(milliseconds: isIdle ? (isResting ? 0 : 300) : 1_000)
    app.setNow(clock())
    let now = elapsed()
    var message = event.message
    let idle = app.idle(usual: idleAfter == .max ? .max : app.chosenIdle ?? idleAfter)
    if now - lastKey >= idle.cover, !app.isCovered, !event.isStop {
      // Also with the first key after a sleep: it is not taken.
      message = .idle
    } else if event == .tick, now - lastKey >= idle.word, !isWarned, !app.isCovered {
      message = .idleSoon
      isWarned = true
    } else if isIdle && event == .tick && now - lastLook < 1_000 {
      isResting = true
      if app.workIdly() { terminal.draw(app.view()) }
      continue
    }
    isResting = false
    if event.isKey { (lastKey, isWarned) = (now, false) }
    if case .stop(let signal) = event {
      _ = carryOut(app.leaving(), &app, &terminal, perform)
      return .stopped(signal)
    }
    if message == nil { app.size = terminal.size }
    let effects = message.map { app.update($0) } ?? []
    let isLeaving = effects.contains(where: \.leaves)
    if message != .tick || app.hasClock, !isLeaving || app.isCovered {
      terminal.draw(app.view())
    }
    var done = carryOut(effects, &app, &terminal, perform)
    if done.hasNews { terminal.draw(app.view()) }
    if let ending = ending(effects + done.more, &app) { return ending }
    if isLeaving { terminal.draw(app.view()) }
    if message == .tick {
      lastLook = now
    } else if now - lastLook >= 1_000 {
      // Whoever types without a rest sees what others wrote all the same.
      lastLook = now
      let looking = app.update(.tick)
      done = carryOut(looking, &app, &terminal, perform)
      if done.hasNews { terminal.draw(app.view()) }
      if let ending = ending(looking + done.more, &app) { return ending }
    }
  }
}

/// What leads out of the workbook, once everything is on disk.
private func ending(_ effects: [Effect], _ app: inout App) -> Ending? {
  if effects.contains(.quit) { return app.mayLeave() ? .left : nil }
  if effects.contains(.lock) { return app.mayLock ? .locked : nil }
  if effects.contains(.seal) { return app.mayLock ? .sealing : nil }
  if effects.contains(.lookRound) { return app.mayLock ? .lookingRound : nil }
  for case .bringing(let path) in effects { return app.mayLock ? .bringing(path) : nil }
  for case .sit(let slip) in effects { return app.mayLock ? .sitting(slip) : nil }
  for case .desk(let slip) in effects { return app.mayLock ? .desk(slip) : nil }
  return nil
}

/// - Returns: whether something changed that is to be seen, and what that asks for in its turn.
private func carryOut<Face: Terminal & ~Copyable>(
  _ effects: [Effect], _ app: inout App, _ terminal: inout Face, _ perform: (Effect) -> Message?
) -> (hasNews: Bool, more: [Effect]) {
  var hasNews = false
  var more: [Effect] = []
  for effect in effects {
    switch effect {
    case .suspend:
      terminal.suspend()
      app.size = terminal.size
      hasNews = true
    case .redraw:
      terminal.redraw()
      hasNews = true
    // On top of what is not on disk nothing is taken back: numbers of entries would mean others.
    case .forget where app.hasPending: break
    case .save, .draft, .look, .forget, .release, .file, .set, .meet, .bring:
      if case .set(let settings) = effect {
        terminal.setLook(settings.look)
        hasNews = true
      }
      guard let message = perform(effect) else { continue }
      let before = app.problem
      more += app.update(message)
      if !message.isSilent || app.problem != before { hasNews = true }
    case .quit, .lock, .seal, .desk, .sit, .lookRound, .bringing: break
    }
  }
  return (hasNews, more)
}

extension Effect {
  /// Whether it leads out of the workbook.
  fileprivate var leaves: Bool {
    switch self {
    case .quit, .lock, .seal, .desk, .sit, .lookRound, .bringing: true
    case .save, .draft, .look, .suspend, .redraw, .forget, .release, .file, .set, .meet, .bring:
      false
    }
  }
}

extension Message {
  /// Whether nothing that is seen changes by it.
  fileprivate var isSilent: Bool {
    switch self {
    case .arrived([]), .drafted: true
    case .key, .tick, .saved, .overtaken, .arrived, .sealedElsewhere, .notSaved, .notRead, .pause,
      .idle,
      .mayWrite, .renewed, .forgotten, .released, .notWritten, .idleSoon, .fileWritten, .mayBring:
      false
    }
  }
}

extension TerminalEvent {
  fileprivate var message: Message? {
    switch self {
    case .key(let key): .key(key)
    case .tick: .tick
    case .pause: .pause
    case .resized, .continued, .stop: nil
    }
  }

  fileprivate var isKey: Bool {
    if case .key = self { true } else { false }
  }

  fileprivate var isStop: Bool {
    if case .stop = self { true } else { false }
  }
}

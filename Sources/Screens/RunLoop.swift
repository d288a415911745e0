package import TextUI

/// Carries the workbook on a terminal until it is left: paint, then save, then say so.
///
/// - Parameters:
///   - clock: the present time, with which answers are stamped.
///   - perform: carries out one effect; gives back what became of it.
/// - Returns: the signal that ended it; `nil` where the person left.
package func run<Face: Terminal & ~Copyable>(
  _ app: inout App, on terminal: inout Face, clock: () -> String,
  perform: (Effect) -> Message?
) -> Int32? {
  app.size = terminal.size
  terminal.draw(app.view())
  var isResting = false
  while true {
    let isIdle = app.hasIdleWork
    // Whoever types is never made to wait for it: it begins when the keys rest, and each piece is short.
    let event = terminal.next(milliseconds: isIdle ? (isResting ? 0 : 300) : 1_000)
    if isIdle && event == .tick {
      isResting = true
      app.setNow(clock())
      if app.workIdly() { terminal.draw(app.view()) }
      continue
    }
    isResting = false
    app.setNow(clock())
    var effects: [Effect]
    switch event {
    case .key(let key): effects = app.update(.key(key))
    case .tick: effects = app.update(.tick)
    case .resized, .continued:
      app.size = terminal.size
      effects = []
    case .stop(let signal):
      finish(&app, perform)
      return signal
    }
    if effects.contains(.quit) {
      finish(effects, &app, perform)
      if app.mayLeave() { return nil }
      terminal.draw(app.view())
      continue
    }
    if event != .tick { terminal.draw(app.view()) }
    if carryOut(effects, &app, &terminal, perform) { terminal.draw(app.view()) }
  }
}

/// - Returns: whether something changed that is to be seen.
private func carryOut<Face: Terminal & ~Copyable>(
  _ effects: [Effect], _ app: inout App, _ terminal: inout Face, _ perform: (Effect) -> Message?
) -> Bool {
  var hasNews = false
  for effect in effects {
    switch effect {
    case .suspend:
      terminal.suspend()
      app.size = terminal.size
      hasNews = true
    case .redraw:
      terminal.redraw()
      hasNews = true
    case .save, .draft, .look, .quit:
      if let message = perform(effect), message != .arrived([]) {
        _ = app.update(message)
        hasNews = true
      }
    }
  }
  return hasNews
}

/// On every way out what is typed and answered is kept.
private func finish(_ app: inout App, _ perform: (Effect) -> Message?) {
  finish(app.leaving(), &app, perform)
}

private func finish(_ effects: [Effect], _ app: inout App, _ perform: (Effect) -> Message?) {
  for effect in effects where effect != .quit {
    if let message = perform(effect) { _ = app.update(message) }
  }
}

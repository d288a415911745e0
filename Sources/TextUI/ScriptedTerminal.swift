/// A terminal made of memory: keys come from a list, pictures are kept.
package struct ScriptedTerminal: Terminal, ~Copyable {
  package var size: Size
  private var events: [TerminalEvent]
  package private(set) var frames: [Canvas] = []
  package private(set) var look = Look()

  package init(size: Size, events: [TerminalEvent]) {
    self.size = size
    self.events = events.reversed()
  }

  package mutating func draw(_ canvas: Canvas) { frames.append(canvas) }

  package mutating func next(milliseconds: Int) -> TerminalEvent {
    events.popLast() ?? .stop(15)
  }

  package mutating func suspend() {}

  package mutating func redraw() {}

  package mutating func setLook(_ look: Look) { self.look = look }
}

/// One key, as the program hears it, from fingers, scripts and tests alike.
package enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case wordLeft, wordRight
  case help, privacy
  /// F2 to F5.
  case function(Int)
  /// Text pasted in one piece.
  case paste(String)
  /// The mouse, where it is on.
  case click(Point)

  /// Its name as the footer and the help show it.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .help: "F1"
    case .privacy: "F12"
    case .function(let number): "F\(number)"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .paste: "paste"
    case .click: "click"
    }
  }
}

/// What a terminal tells the loop.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case resized
  /// Nothing came for a while.
  case tick
  /// Somebody outside wants the program to stop, by this signal.
  case stop(Int32)
  case continued
  /// Somebody outside wants the program to pause.
  case pause
}

/// What a loop needs of a terminal.
package protocol Terminal: ~Copyable {
  var size: Size { get }
  /// Draws a picture: only what differs from the one before reaches the terminal.
  mutating func draw(_ canvas: Canvas)
  /// Waits for the next event, so many milliseconds at most.
  mutating func next(milliseconds: Int) -> TerminalEvent
  mutating func suspend()
  mutating func redraw()
  /// How roles look from the next picture on, and whether the mouse is heard.
  mutating func setLook(_ look: Look)
}

import CNcurses
import CSystem
package import TextUI

/// The real terminal. While it lives the screen is ours; its end gives the screen back.
package struct CursesTerminal: Terminal, ~Copyable {
  private var theme: Theme
  private let hasColour: Bool
  private var shown: Canvas?
  /// Whether the terminal's own name was not known, and a common one stood in.
  package let isFallback: Bool

  /// Starts the screen.
  ///
  /// - Parameters:
  ///   - colour: `false` where the person wants none.
  ///   - look: how it is to look and listen.
  /// - Returns: `nil` where no screen is possible.
  package static func start(colour: Bool, look: Look = Look()) -> CursesTerminal? {
    var fallback: Int32 = 0
    system_owe_echo()
    system_remember_terminal()
    guard unsafe curses_start(colour ? 1 : 0, &fallback) == 0 else {
      system_pay_echo()
      return nil
    }
    if system_owes_echo() != 0 { curses_owe_echo() }
    guard system_route_signals() == 0 else {
      curses_stop()
      system_pay_echo()
      return nil
    }
    // What a crash writes: attributes off, cursor on, main screen, no bracketed paste.
    let restore =
      "\u{1B}[0m\u{1B}[2J\u{1B}[?25h\u{1B}[?2004l\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?1049l"
    unsafe system_guard_terminal(restore, restore.utf8.count)
    var terminal = CursesTerminal(
      hasColour: curses_has_colour() != 0, isFallback: fallback != 0)
    terminal.setLook(look)
    return terminal
  }

  private init(hasColour: Bool, isFallback: Bool) {
    theme = Theme(.auto, hasColour: hasColour)
    self.hasColour = hasColour
    self.isFallback = isFallback
  }

  package mutating func setLook(_ look: Look) {
    let wanted = Theme(look.choice, hasColour: hasColour)
    if wanted != theme {
      theme = wanted
      shown = nil
    }
    curses_mouse(look.usesMouse ? 1 : 0)
  }

  deinit {
    curses_stop()
    unsafe system_guard_terminal("", 0)
    system_unroute_signals()
  }

  package static var hasUnicode: Bool { curses_has_unicode() != 0 }

  package var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    unsafe curses_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  package mutating func draw(_ canvas: Canvas) {
    if shown?.size != canvas.size { curses_clear() }
    for run in canvas.changes(from: shown) {
      let attributes = CursesTerminal.attributes(theme.appearance(run.role))
      unsafe curses_put(
        Int32(run.row), Int32(run.column), run.text, run.text.utf8.count, attributes)
    }
    curses_cursor(
      Int32(canvas.cursor.row), Int32(canvas.cursor.column), canvas.cursorIsVisible ? 1 : 0)
    curses_flush()
    shown = canvas
  }

  package mutating func next(milliseconds: Int) -> TerminalEvent {
    while true {
      if let key = readKey() { return .key(key) }
      switch system_wait(0, Int32(milliseconds)) {
      case Int32(SYSTEM_SIGNAL):
        if let event = takeSignal() { return event }
      case Int32(SYSTEM_INPUT):
        if let key = readKey() { return .key(key) }
        if inputHasEnded() { return .stop(1) }
      default: return .tick
      }
    }
  }

  /// What comes while a secret is typed: bytes as they are, past everything that keeps keys.
  package enum SecretInput {
    case byte(UInt8)
    case resized
    case nothing
    case stop(Int32)
  }

  package mutating func nextSecretInput(milliseconds: Int) -> SecretInput {
    switch system_wait(0, Int32(milliseconds)) {
    case Int32(SYSTEM_SIGNAL):
      switch takeSignal() {
      case .stop(let signal): return .stop(signal)
      case .resized, .continued: return .resized
      case .pause:
        suspend()
        return .resized
      case .key, .tick, nil: return .nothing
      }
    case Int32(SYSTEM_INPUT):
      let byte = system_read_byte(0)
      return byte < 0 ? .stop(1) : .byte(UInt8(byte))
    default: return .nothing
    }
  }

  package mutating func suspend() {
    curses_leave()
    system_suspend()
    curses_return()
    shown = nil
  }

  package mutating func redraw() {
    curses_redraw()
    shown = nil
  }

  private mutating func takeSignal() -> TerminalEvent? {
    switch system_take_signal() {
    case 28:
      curses_resize()
      shown = nil
      return .resized
    case 20: return .pause
    case 18:
      redraw()
      return .continued
    case let signal where signal > 0: return .stop(signal)
    default: return nil
    }
  }

  /// A descriptor that is ready and gives nothing has ended.
  private func inputHasEnded() -> Bool {
    system_wait(0, 0) == Int32(SYSTEM_INPUT) && curses_key() == Int32(CURSES_NONE)
  }

  private func readKey() -> Key? {
    let code = curses_key()
    if Int(code) == CURSES_PASTE_START { return .paste(readPaste()) }
    if code == 27 {
      // A letter that comes at once with an escape is Alt and that letter: of these b and f move by words.
      let next = curses_key()
      if next == 98 { return .wordLeft }
      if next == 102 { return .wordRight }
      if Int(next) != CURSES_NONE && next != 27 { return nil }
    }
    if Int(code) == CURSES_CLICK {
      var row: Int32 = 0
      var column: Int32 = 0
      switch unsafe curses_click(&row, &column) {
      case 1: return .click(Point(row: Int(row), column: Int(column)))
      case 2: return .up
      case 3: return .down
      default: return nil
      }
    }
    return CursesTerminal.key(code)
  }

  /// Everything up to the end of the paste; a longer one than the limit is read and cut.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    var last: Int32 = 0
    var waits = 0
    while waits < 20 {
      let code = curses_key()
      if Int(code) == CURSES_PASTE_END { break }
      if code == Int32(CURSES_NONE) {
        waits += 1
        _ = system_wait(0, 50)
        continue
      }
      waits = 0
      // A line feed after a carriage return is the same line end.
      let isSecondHalf = code == 10 && last == 13
      last = code
      if code > 0, !isSecondHalf, count <= CursesTerminal.pasteLimit,
        let scalar = Unicode.Scalar(UInt32(code))
      {
        text.append(scalar == "\r" ? "\n" : scalar)
        count += 1
      }
    }
    return String(text)
  }

  /// One more than the longest answer, so that a paste that is too long is seen as such.
  private static let pasteLimit = 64 << 10

  private static func key(_ code: Int32) -> Key? {
    switch Int(code) {
    case CURSES_UP: .up
    case CURSES_DOWN: .down
    case CURSES_LEFT: .left
    case CURSES_RIGHT: .right
    case CURSES_HOME: .home
    case CURSES_END: .end
    case CURSES_PAGE_UP: .pageUp
    case CURSES_PAGE_DOWN: .pageDown
    case CURSES_BACKSPACE: .backspace
    case CURSES_DELETE: .delete
    case CURSES_BACK_TAB: .backTab
    case CURSES_WORD_LEFT: .wordLeft
    case CURSES_WORD_RIGHT: .wordRight
    case CURSES_F1: .help
    case CURSES_F12: .privacy
    case CURSES_F2: .function(2)
    case CURSES_F3: .function(3)
    case CURSES_F4: .function(4)
    case CURSES_F5: .function(5)
    case 9: .tab
    case 13, 10: .enter
    case 27: .escape
    case 1..<27: Unicode.Scalar(UInt32(code) + 96).map { .control(Character($0)) }
    case 32...: Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    default: nil
    }
  }

  private static func attributes(_ look: Appearance) -> Int32 {
    var result = Int32(look.colour)
    if look.bold { result |= Int32(CURSES_BOLD) }
    if look.underline { result |= Int32(CURSES_UNDERLINE) }
    if look.reverse { result |= Int32(CURSES_REVERSE) }
    return result
  }
}

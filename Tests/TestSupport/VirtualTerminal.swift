import CPty
import CVTerm
import Glibc

/// The built program on a terminal, with libvterm as its screen.
package final class VirtualTerminal {
  private let child: pty_child
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  /// Rows that went over the top edge, as a terminal keeps them.
  package var scrollback: String { String(decoding: scrolled.bytes, as: UTF8.self) }
  /// All rows that were printed: those that went over the top edge, then the screen.
  package var printed: String { scrollback + text }
  private let scrolled = Scrolled()
  /// How much had gone over the edge when something was typed last.
  private var scrolledBefore = 0
  private(set) package var rows: Int
  private(set) package var columns: Int
  /// Everything that the program wrote.
  package private(set) var bytes: [UInt8] = []
  /// How it ended, once that was seen.
  private var ended: Int32?

  package init(
    _ program: Program, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
    environment more: [String: String] = [:], shell: String? = nil
  ) {
    self.rows = rows
    self.columns = columns
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_set_callbacks(
      screen, scrolled.callbacks, Unmanaged.passUnretained(scrolled).toOpaque())
    vterm_screen_reset(screen, 1)
    let environment = program.environment.merging(["TERM": "xterm-256color"]) { $1 }
      .merging(more) { $1 }.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    let command = shell.map { ["/bin/bash", "-c", $0] } ?? [Program.path] + arguments
    child = VirtualTerminal.start(command, environment, rows, columns)
  }

  private static func start(
    _ arguments: [String], _ environment: [String], _ rows: Int, _ columns: Int
  ) -> pty_child {
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    return pty_start(arguments[0], &argv, &envp, Int32(rows), Int32(columns))
  }

  deinit {
    // Once its end was seen, that number may be another's.
    if !hasEnded {
      _ = kill(child.process, SIGKILL)
      _ = pty_wait(child.process, 2_000)
    }
    close(child.terminal)
    vterm_free(terminal)
  }

  package func type(_ text: String) {
    scrolledBefore = scrolled.bytes.count
    _ = pty_write(child.terminal, text, Int32(text.utf8.count))
  }

  package func resize(rows: Int, columns: Int) {
    // libvterm falls over half a wide letter at a new edge; whoever is told of a new size draws all of it anyway.
    let wipe = Array("\u{1B}[2J".utf8.map { CChar(bitPattern: $0) })
    vterm_input_write(terminal, wipe, wipe.count)
    (self.rows, self.columns) = (rows, columns)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    pty_resize(child.terminal, Int32(rows), Int32(columns))
  }

  package func signal(_ number: Int32) { _ = kill(child.process, number) }

  package var process: Int32 { child.process }

  /// A signal for whatever has the terminal.
  package func group(_ number: Int32) { _ = kill(-tcgetpgrp(child.terminal), number) }

  /// Pastes so many megabytes of letters, reading meanwhile.
  package func paste(megabytes: Int) {
    type("\u{1B}[200~")
    let piece = String(repeating: "abcdefg ", count: 512)
    for _ in 0..<megabytes * 256 {
      var rest = Array(piece.utf8)
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(child.terminal, $0.baseAddress, $0.count) }
        if written > 0 { rest.removeFirst(written) }
        _ = read(milliseconds: 0)
      }
    }
    type("\u{1B}[201~")
  }

  package var isCooked: Bool { pty_is_cooked(child.terminal) == 1 }

  /// How long anything is waited for before it counts as never coming. No test depends on how long things take.
  private static let limit = Duration.seconds(120)

  /// Reads until a text was printed and the program waits for what comes next; `false` where that never happens.
  ///
  /// What was printed since something was last typed counts, also where it went over the top edge meanwhile.
  package func wait(for text: String) -> Bool {
    wait { $0.hasPrinted(text) } && settle(.waiting)
  }

  private func hasPrinted(_ words: String) -> Bool {
    text.contains(words)
      || String(decoding: scrolled.bytes[scrolledBefore...], as: UTF8.self).contains(words)
  }

  /// Reads until something holds, whatever the program is at just then.
  package func wait(until holds: (VirtualTerminal) -> Bool) -> Bool {
    let end = ContinuousClock.now + Self.limit
    repeat {
      if holds(self) { return true }
      if read(milliseconds: 10) < 0 && hasEnded { return holds(self) }
    } while ContinuousClock.now < end
    return false
  }

  /// The exit code, or 1000 + the signal; reads what is written until then.
  package func exit() -> Int32 {
    let end = ContinuousClock.now + Self.limit
    while !hasEnded && ContinuousClock.now < end { _ = read(milliseconds: 10) }
    // Nothing is on its way any more: what there is, is there at once.
    while read(milliseconds: 0) > 0 {}
    return ended ?? -1
  }

  /// Whether the program is gone.
  package var hasEnded: Bool {
    if ended == nil, case let code = pty_wait(child.process, 0), code >= 0 { ended = code }
    return ended != nil
  }

  /// What a program does when it is done with what was typed.
  package enum Rest: Int32 {
    /// It waits for keys. Where nobody types, it may yet work something out and draw that.
    case waiting = 300
    /// There is nothing left to be worked out either.
    case finished = 1_000
  }

  /// Reads until the program is done with all that was typed, and everything that it drew is here; `false` where it never is.
  ///
  /// Not silence but the system tells: nothing waits to be read at either end, and whatever has the terminal sleeps in a call
  /// that waits for more.
  package func settle(_ rest: Rest = .finished) -> Bool { wait { $0.isDone(rest) } }

  private func isDone(_ rest: Rest) -> Bool {
    switch Int(pty_rest(child.terminal, rest.rawValue)) {
    case PTY_RESTS: true
    // Only the owner of everything may see in which call others sleep: anyone else looks again after a while.
    case PTY_SLEEPS: read(milliseconds: rest.rawValue + 100) <= 0 && isAsleep
    default: false
    }
  }

  private var isAsleep: Bool { pty_rest(child.terminal, 0) != Int32(PTY_WORKS) }

  private func read(milliseconds: Int32) -> Int32 {
    var buffer = [CChar](repeating: 0, count: 65_536)
    let count = pty_read(child.terminal, &buffer, Int32(buffer.count), milliseconds)
    if count > 0 {
      vterm_input_write(terminal, buffer, Int(count))
      bytes += buffer[..<Int(count)].map { UInt8(bitPattern: $0) }
    }
    return count
  }

  package var text: String { (0..<rows).map { line($0) }.joined(separator: "\n") }

  package func line(_ row: Int) -> String {
    var text = ""
    for column in 0..<columns {
      var cell = VTermScreenCell()
      guard
        vterm_screen_get_cell(
          screen, VTermPos(row: Int32(row), col: Int32(column)), &cell) != 0
      else { continue }
      let first = cell.chars.0
      if first == UInt32.max { continue }
      if first == 0 {
        text += " "
        continue
      }
      for value in [cell.chars.0, cell.chars.1, cell.chars.2] {
        if value == 0 { break }
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Columns that the cell at a place takes.
  package func width(row: Int, column: Int) -> Int {
    var cell = VTermScreenCell()
    _ = vterm_screen_get_cell(
      screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return Int(cell.width)
  }

  package var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }
}

/// What a terminal keeps of rows that went over its top edge.
private final class Scrolled {
  var bytes: [UInt8] = []
  let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  init() {
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.sb_pushline = { columns, cells, user in
      guard let cells, let user else { return 0 }
      let scrolled = Unmanaged<Scrolled>.fromOpaque(user).takeUnretainedValue()
      for column in 0..<Int(columns) {
        let first = cells[column].chars.0
        let scalar = first == 0 ? " " : Unicode.Scalar(first) ?? " "
        scrolled.bytes += Array(String(Character(scalar)).utf8)
      }
      scrolled.bytes.append(10)
      return 1
    }
  }

  deinit { callbacks.deallocate() }
}

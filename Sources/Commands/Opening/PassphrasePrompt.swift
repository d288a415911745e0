import CSystem
import Curses
import Screens
import Sealing
import TextUI
import Typesetting

/// Where a passphrase is typed and words to write down are shown.
protocol PassphrasePrompt: ~Copyable {
  /// - Returns: `nil` where the person leaves.
  mutating func ask(_ page: PassphraseScreen) throws(Failure) -> SecretBytes?
  /// Says that something takes a moment.
  mutating func wait(_ sentence: String)
}

extension PassphrasePrompt where Self: ~Copyable {
  /// - Returns: `false` where the person leaves.
  mutating func show(_ page: PassphraseScreen) throws(Failure) -> Bool { try ask(page) != nil }
}

extension Failure {
  /// A signal came while a secret was typed.
  static func interrupted(_ signal: Int32) -> Failure {
    Failure(code: 128 + signal, lines: [])
  }

  static let noMemory = Failure(.failed, "waymark: the system gives no memory for the key.")

  init(code: Int32, lines: [String]) {
    self.code = code
    self.lines = lines
  }
}

/// Bytes of a passphrase as they are typed; what is no part of it is left out.
private struct PassphraseInput {
  let secret: SecretBytes
  private var isPasting = false
  private var sequence: [UInt8]?

  init?() {
    guard let secret = SecretBytes(capacity: PassphraseRule.most) else { return nil }
    self.secret = secret
  }

  enum Outcome { case typing, done, leave, cover }

  var isInSequence: Bool { sequence != nil }

  mutating func take(_ byte: UInt8) -> Outcome {
    if sequence != nil { return takeSequence(byte) }
    switch byte {
    case 27: sequence = []
    case 10, 13: return isPasting ? .typing : .done
    case 3, 4: return .leave
    case 24: return .cover
    case 8, 127:
      while secret.count > 0, secret[secret.count - 1] & 0xC0 == 0x80 { secret.removeLast() }
      secret.removeLast()
    case 21: secret.wipe()
    case 0..<32: break
    default: secret.append(byte)
    }
    return .typing
  }

  /// The end of a pause after an escape: alone it leaves.
  mutating func rest() -> Outcome {
    defer { sequence = nil }
    return sequence == [] ? .leave : .typing
  }

  private mutating func takeSequence(_ byte: UInt8) -> Outcome {
    // In lines an escape stands alone, and Enter is Enter.
    if byte == 10 || byte == 13 {
      sequence = nil
      return .done
    }
    sequence?.append(byte)
    if sequence?.count == 1, byte == 91 || byte == 79 { return .typing }
    guard (64...126).contains(byte) else { return .typing }
    if sequence == Array("[200~".utf8) { isPasting = true }
    if sequence == Array("[201~".utf8) { isPasting = false }
    defer { sequence = nil }
    return sequence == Array("[24~".utf8) ? .cover : .typing
  }
}

extension CursesTerminal: PassphrasePrompt {
  mutating func ask(_ page: PassphraseScreen) throws(Failure) -> SecretBytes? {
    guard var typing = PassphraseInput() else { throw .noMemory }
    // What was typed ahead was not meant for words that nobody has seen yet.
    if !page.words.isEmpty { system_drop_input(0) }
    var isCovered = false
    draw(page.view(size, typed: 0, isASCII: !CursesTerminal.hasUnicode))
    while true {
      var outcome = PassphraseInput.Outcome.typing
      switch nextSecretInput(milliseconds: typing.isInSequence ? 50 : 1_000) {
      case .byte where isCovered:
        isCovered = false
        system_drop_input(0)
      case .byte(let byte): outcome = typing.take(byte)
      case .nothing:
        if !typing.isInSequence { continue }
        outcome = typing.rest()
      case .resized: break
      case .stop(let signal): throw .interrupted(signal)
      }
      switch outcome {
      case .done where page.fits(size): return typing.secret
      case .leave: return nil
      case .cover:
        isCovered = true
        draw(Canvas(size))
      case .typing where isCovered: draw(Canvas(size))
      case .typing, .done:
        draw(
          page.view(
            size, typed: typing.secret.characterCount, isASCII: !CursesTerminal.hasUnicode))
      }
    }
  }

  mutating func wait(_ sentence: String) {
    var canvas = Canvas(size)
    canvas.put(sentence, row: size.rows / 2, column: max(0, (size.columns - sentence.count) / 2))
    draw(canvas)
  }
}

/// The same in lines: on standard error, with the echo off.
struct LinePassphrasePrompt: PassphrasePrompt {
  mutating func ask(_ page: PassphraseScreen) throws(Failure) -> SecretBytes? {
    // Before anything is asked: what is typed at once must not show, and must not be lost.
    _ = system_set_echo(0, 0)
    defer { _ = system_set_echo(0, 1) }
    if !page.words.isEmpty { system_drop_input(0) }
    say(page)
    while let line = try LinePassphrasePrompt.read(), !LinePassphrasePrompt.isLeaving(line) {
      // Where nothing is asked for, Enter alone goes on: any other word was meant for something else.
      if page.isAsking || line.count == 0 { return line }
      StandardStreams.noteProse(page.lineKeys)
    }
    return nil
  }

  /// Words that lead back; no passphrase is as short.
  private static func isLeaving(_ line: SecretBytes) -> Bool {
    line.count <= 4 && ["back", "quit"].contains(line.shown)
  }

  mutating func wait(_ sentence: String) { StandardStreams.noteProse(sentence) }

  private func say(_ page: PassphraseScreen) {
    let lines = [page.title] + page.paragraphs + page.words + [page.notice, page.lineKeys]
    for text in lines where !text.isEmpty {
      StandardStreams.noteProse(text)
    }
  }

  /// Asks in one sentence, the echo off before it stands there: what is typed at once must not show.
  static func read(_ question: String) throws(Failure) -> SecretBytes? {
    _ = system_set_echo(0, 0)
    defer { _ = system_set_echo(0, 1) }
    StandardStreams.note(question)
    return try read()
  }

  /// A line from the terminal, whose echo is off.
  private static func read() throws(Failure) -> SecretBytes? {
    guard var typing = PassphraseInput() else { throw .noMemory }
    guard system_route_signals() == 0 else { throw .noMemory }
    defer { system_unroute_signals() }
    while true {
      if system_wait(0, -1) == Int32(SYSTEM_SIGNAL) {
        let signal = system_take_signal()
        if system_ends(signal) != 0 { throw .interrupted(signal) }
        continue
      }
      let byte = system_read_byte(0)
      if byte < 0 { return nil }
      switch typing.take(UInt8(byte)) {
      case .done:
        StandardStreams.note("")
        return typing.secret
      case .leave: return nil
      case .typing, .cover: continue
      }
    }
  }
}

/// A line from a descriptor that was named for it.
enum SecretDescriptor {
  static func read(_ descriptor: Int32) throws(Failure) -> SecretBytes {
    guard let secret = SecretBytes(capacity: PassphraseRule.most) else { throw .noMemory }
    while true {
      let byte = system_read_byte(descriptor)
      if byte == -2 {
        throw Failure(
          .noInput, "waymark: nothing can be read from descriptor \(descriptor).",
          "Open it for reading: --passphrase-fd 3 3< FILE")
      }
      if byte == -1 || byte == 10 { return secret }
      if byte == 13 { continue }
      if !secret.append(UInt8(byte)) {
        throw Failure(
          .data, "waymark: a passphrase has \(PassphraseRule.most) bytes at most.")
      }
    }
  }
}

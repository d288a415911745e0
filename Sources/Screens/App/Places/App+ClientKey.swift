import TextUI
import Workbook

/// The client's key on the screen: while it is asked for, no other key of the workbook is heard.
extension App {
  mutating func ask(_ purpose: KeyQuestion.Purpose) {
    session.guided?.ask(purpose)
    seeking = nil
    stack.append(.document(DocumentScreen(.clientKey)))
  }

  mutating func handleKeyQuestion(_ key: Key) -> [Effect] {
    switch key {
    case .character(let character): session.guided?.question?.typed.append(character)
    case .backspace: session.guided?.question?.typed.removeLast()
    case .control("u"): session.guided?.question?.typed.wipe()
    case .paste: session.guided?.question?.remark = .pasted
    case .enter: return answerKey()
    case .escape: leaveKey()
    case .privacy: return perform(.privacy, top.context)
    case .control("c"): return perform(.quit, top.context)
    case .control("z"): return perform(.suspend, top.context)
    case .control("l"): return perform(.redraw, top.context)
    case .control, .tab, .backTab, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .wordLeft, .wordRight, .help, .function, .click:
      break
    }
    return []
  }

  private mutating func answerKey() -> [Effect] {
    let answer = session.guided?.answerKey(name: session.name) ?? .asked
    switch answer {
    case .asked: return []
    case .chosen:
      stack.removeLast()
      return []
    case .entered:
      stack.removeLast()
      return goIn()
    case .gaveBack:
      stack.removeLast()
      return move(to: .together)
    case .locks: return lock()
    }
  }

  private mutating func leaveKey() {
    if session.guided?.leaveKey() == true { stack.removeLast() }
  }

  /// Who guesses is locked out, whoever could see the screen.
  private mutating func lock() -> [Effect] {
    let effects = cover()
    if isLockWanted { return effects }
    isLockWanted = true
    return effects + [.lock]
  }

  /// What is asked, and where the key is typed: as many dots as characters.
  func drawKeyQuestion(_ rows: [Document.Line], _ sheet: inout BodyArea) {
    let shown = rows.prefix(max(0, bodyRows - 2))
    for (place, line) in shown.enumerated() {
      sheet.canvas.put(
        line.text, row: sheet.area.row + place, column: sheet.area.column + line.indent,
        role: line.role)
    }
    let count = guided?.question?.typed.count ?? 0
    sheet.skip(shown.count + 1)
    let area = sheet.area
    let dots = String(repeating: isASCII ? "*" : "•", count: min(count, BodyArea.columns(size) - 4))
    sheet.canvas.put("> ", row: area.row, column: area.column, role: .key)
    sheet.canvas.put(dots, row: area.row, column: area.column + 2)
    sheet.canvas.cursor = Point(row: area.row, column: area.column + 2 + dots.count)
    sheet.canvas.cursorIsVisible = true
  }
}

extension KeyQuestion.Purpose {
  var moment: CoachingPhase {
    switch self {
    case .choosing: .choosingKey
    case .entering: .enteringKey
    case .givingBack: .givingBack
    }
  }
}

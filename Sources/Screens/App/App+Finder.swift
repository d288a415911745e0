import TextUI
import Typesetting
import Workbook

extension FinderScreen {
  /// What there is to find from the screen that an app shows.
  init(_ kind: Kind, _ app: App) {
    let phrases = app.session.phrases
    let words = Words(
      nothingElse: phrases(.takesNothingElse), leave: phrases(.takesLeave))
    switch kind {
    case .commands: self.init(kind, app.commandEntries, words)
    case .help: self.init(kind, app.helpEntries, words)
    case .words: self.init(kind, app.session.writtenEntries, words)
    }
  }
}

extension App {
  /// Whether it is asked whether something is to be taken back.
  package var asksToTakeBack: Bool {
    if case .finder(let screen) = top { screen.asking != nil } else { false }
  }

  /// Keys that only move say little in a list of what can be done.
  private static let moving: Set<Command> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextField, .previousField,
    .raise, .lower, .palette, .help,
  ]

  var commandEntries: [FinderScreen.Entry] {
    let rows = KeyMap.help(top.context).filter { !App.moving.contains($0.command) }
    var entries =
      [heading(.paletteHere)] + guidedEntries + entries(rows.filter { !isRefused($0.command) })
    let places = homeRows.compactMap { entry, row in
      entry.map { FinderScreen.Entry(title: row.title, note: row.note, action: .go($0)) }
    }
    if session.hasSettledComputer, !places.isEmpty {
      entries += [heading(.palettePlaces)] + places
    }
    return entries + [heading(.paletteRead)] + readings
  }

  var helpEntries: [FinderScreen.Entry] {
    let rows = KeyMap.help(top.context).filter { !isRefused($0.command) && $0.command != .help }
    return [heading(.helpKeys)] + guidedEntries + entries(rows) + [heading(.paletteRead)]
      + readings
  }

  private var guidedEntries: [FinderScreen.Entry] {
    session.guidedKeys.filter(worksHere).map { row in
      FinderScreen.Entry(
        title: session.phrases(row.label), note: row.keys.map(name).joined(separator: ", "),
        action: row.keys.first.map { .press($0) } ?? .nothing)
    }
  }

  private var readings: [FinderScreen.Entry] {
    [
      FinderScreen.Entry(title: session.phrases(.people), action: .read(.people)),
      FinderScreen.Entry(title: session.phrases(.helpPrivacyTitle), action: .read(.privacy)),
      FinderScreen.Entry(title: session.phrases(.helpPurposeTitle), action: .read(.purpose)),
      FinderScreen.Entry(title: session.phrases(.helpTypingTitle), action: .read(.typing)),
      FinderScreen.Entry(title: session.phrases(.helpPlainTitle), action: .read(.plain)),
    ]
  }

  private func heading(_ phrase: Phrase) -> FinderScreen.Entry {
    FinderScreen.Entry(title: session.phrases(phrase), isHeading: true, action: .nothing)
  }

  /// One entry for all keys that are called the same.
  private func entries(_ rows: [KeyRow]) -> [FinderScreen.Entry] {
    KeyMap.byName(rows).map { same in
      FinderScreen.Entry(
        title: label(same[0]), note: same.flatMap(\.keys).map(name).joined(separator: ", "),
        otherName: session.phrases(same[0].label), takes: takes(same[0].command),
        action: .press(same[0].keys[0]))
    }
  }

  /// What goes by a command, in a sentence; `nil` where nothing does.
  private func takes(_ command: Command) -> String? {
    switch command.deed {
    case .looks, .writes: return nil
    case .replaces: return standing.map { session.phrases(.takesAsk, $0) }
    case .takesBack: break
    }
    let answer =
      command == .undo
      ? session.profile.nextUndo : command == .redo ? session.profile.nextRedo : nil
    if command == .undo || command == .redo {
      return answer.map { session.phrases(.takesAsk, session.going($0)) }
        ?? session.phrases(.takesAskHere)
    }
    return standing.map { session.phrases(.takesAsk, $0) } ?? session.phrases(.takesAskHere)
  }

  /// What stands at the question with the focus; `nil` where nothing does.
  private var standing: [String: String]? {
    guard case .exercise(let screen) = top else { return nil }
    let address = session.pack.items[screen.editor.item].address
    if let answer = session.profile.current(address) { return session.going(answer) }
    guard let draft = session.drafts[address.description] else { return nil }
    return [
      "item": session.title(of: address),
      "value": session.guided == nil && draft.text.first != "{" ? draft.text.cut(to: 80) : "…",
    ]
  }

  /// What a key does; undo and redo say to which answer.
  private func label(_ row: KeyRow) -> String {
    let plain = session.phrases(row.label)
    guard row.command == .undo || row.command == .redo else { return plain }
    let answer = row.command == .undo ? session.profile.nextUndo : session.profile.nextRedo
    guard let answer else { return plain }
    let title = session.title(of: answer.address)
    return session.phrases(row.command == .undo ? .undoWould : .redoWould, ["item": title])
  }

  // MARK: - Running

  mutating func performOnFinder(_ command: Command, _ screen: FinderScreen) -> [Effect] {
    var screen = screen
    if command != .take {
      screen.box.move(command)
      top = .finder(screen)
      return []
    }
    let isAsked = screen.asking != nil
    guard let entry = screen.focused else {
      if isAsked { screen.ask(nil) }
      top = .finder(screen)
      return []
    }
    if entry.takes != nil, !isAsked {
      screen.ask(entry)
      top = .finder(screen)
      return []
    }
    switch entry.action {
    case .nothing: return []
    case .press(let key):
      stack.removeLast()
      // It was asked about here.
      undoAsked = session.profile.nextUndo
      return handle(key)
    case .read(let kind):
      stack.append(.document(DocumentScreen(kind)))
      return []
    case .go(let place):
      stack.removeLast()
      return keepEntry() + flushDraft() + open(place)
    case .show(let item):
      stack.removeLast()
      defer { show(found: item) }
      return keepEntry() + flushDraft()
    }
  }

  /// Opens the page on which words were found.
  private mutating func show(found item: Int) {
    let exercise = session.pack.exerciseOfItem[item]
    guard let screen = ExerciseScreen(exercise, isLong: true, at: item, session),
      screen.items.contains(item)
    else {
      notice = session.phrases(.foundClosed)
      return
    }
    stack.append(.exercise(screen))
  }

  /// A key that goes into a line which is typed to find something; `false` where none is open.
  mutating func typeToFind(_ key: Key) -> Bool {
    switch top {
    case .finder(var screen):
      screen.type(key)
      top = .finder(screen)
    case .bring(var area):
      _ = area.handle(key)
      top = .bring(area)
    default: return false
    }
    return true
  }
}

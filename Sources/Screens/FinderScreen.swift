import TextUI
import Typesetting
import Workbook

/// A line to type in, and below it what it finds: what works here, where one can go, or what was written.
struct FinderScreen: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Everything that works here, and every place.
    case commands
    /// The keys that work here, and what there is to read.
    case help
    /// Everything that the person wrote.
    case words
  }

  struct Entry: Hashable, Sendable {
    var title: String
    var note = ""
    /// By which it is found too.
    var otherName = ""
    /// Names the entries that follow, while nothing is typed.
    var isHeading = false
    var action: Action
  }

  /// What an entry does once it is taken.
  enum Action: Hashable, Sendable {
    case nothing
    /// As if the key were pressed on the screen below.
    case press(Key)
    case go(HomeEntry)
    case read(DocumentKind)
    /// To where words stand.
    case show(item: Int)
  }

  let kind: Kind
  var query = TextArea(limit: 80, isOneLine: true)
  private let entries: [Entry]
  /// Places of the entries that are listed.
  private var found: [Int] = []
  var box = ListBox([])

  init(_ kind: Kind, _ entries: [Entry]) {
    self.kind = kind
    self.entries = entries
    list()
  }

  var title: Phrase {
    switch kind {
    case .commands: .paletteTitle
    case .help: .help
    case .words: .wordsTitle
    }
  }

  /// What stands under the line while it is empty, or finds nothing.
  var hint: Phrase {
    if !query.text.trimmed.isEmpty, found.isEmpty {
      return kind == .words ? .wordsNothing : .findNothing
    }
    switch kind {
    case .commands, .help: return .paletteHint
    case .words: return entries.isEmpty ? .wordsNone : .wordsHint
    }
  }

  var focused: Entry? { found.indices.contains(box.focus) ? entries[found[box.focus]] : nil }

  mutating func type(_ key: Key) {
    if query.handle(key) == .edited { list() }
  }

  private mutating func list() {
    let text = query.text.trimmed
    if text.isEmpty {
      found = Array(entries.indices)
    } else {
      found = Matching.places(
        of: text,
        in: entries.map {
          $0.isHeading ? "" : [$0.title, $0.note, $0.otherName].joined(separator: " ")
        },
        inOrder: kind == .words)
    }
    let shown = found.map { entries[$0] }
    box = ListBox(
      shown.map { entry in
        let title = kind == .words ? Matching.excerpt(of: entry.title, around: text) : entry.title
        return ListBox.Row(title, note: entry.note, isHeading: entry.isHeading)
      }, isNumbered: false)
  }

  func draw(on sheet: inout Sheet, _ session: Session) {
    sheet.line(query)
    let cursor = sheet.canvas.cursor
    if !sheet.isLow || box.rows.isEmpty { sheet.paragraph(session.phrases(hint), .hint) }
    if !box.rows.isEmpty { sheet.list(box) }
    sheet.canvas.cursor = cursor
  }
}

extension FinderScreen {
  /// What there is to find from the screen that an app shows.
  init(_ kind: Kind, _ app: App) {
    switch kind {
    case .commands: self.init(kind, app.commandEntries)
    case .help: self.init(kind, app.helpEntries)
    case .words: self.init(kind, app.session.writtenEntries)
    }
  }
}

extension App {
  /// Keys that only move say little in a list of what can be done.
  private static let moving: Set<Command> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextField, .previousField,
    .raise, .lower, .palette, .help,
  ]

  fileprivate var commandEntries: [FinderScreen.Entry] {
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

  fileprivate var helpEntries: [FinderScreen.Entry] {
    let rows = KeyMap.help(top.context).filter { !isRefused($0.command) && $0.command != .help }
    return [heading(.helpKeys)] + guidedEntries + entries(rows) + [heading(.paletteRead)]
      + readings
  }

  private var guidedEntries: [FinderScreen.Entry] {
    session.guidedKeys.map { row in
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
        otherName: session.phrases(same[0].label), action: .press(same[0].keys[0]))
    }
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
    guard let entry = screen.focused else { return [] }
    switch entry.action {
    case .nothing: return []
    case .press(let key):
      stack.removeLast()
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

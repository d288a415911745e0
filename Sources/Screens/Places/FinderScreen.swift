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
    /// What goes by it, where it takes something back: then it is asked about first, and never found first.
    var takes: String?
    var action: Action
  }

  /// What stands before what takes something back, and what leaves everything as it is.
  struct Words: Hashable, Sendable {
    var nothingElse: String
    var leave: String
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
  /// Places of the entries that are listed; `nil` for the word before those that take something back.
  private var found: [Int?] = []
  /// What was chosen and takes something back: whether to do it is asked.
  private(set) var asking: Entry?
  private let words: Words
  var box = ListBox([])

  init(_ kind: Kind, _ entries: [Entry], _ words: Words) {
    self.kind = kind
    self.entries = entries
    self.words = words
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

  var focused: Entry? {
    if let asking { return box.focus == 1 ? asking : nil }
    return found.indices.contains(box.focus) ? found[box.focus].map { entries[$0] } : nil
  }

  /// Asks whether what was chosen is to be done; with nothing, goes back to the list.
  mutating func ask(_ entry: Entry?) {
    asking = entry
    guard let entry else { return list() }
    box = ListBox([ListBox.Row(words.leave), ListBox.Row(entry.title)])
  }

  mutating func type(_ key: Key) {
    if asking != nil { ask(nil) }
    if query.handle(key) == .edited { list() }
  }

  private mutating func list() {
    let text = query.text.trimmed
    if text.isEmpty {
      found = entries.indices.map { $0 }
    } else {
      let places = Matching.places(
        of: text,
        in: entries.map {
          $0.isHeading ? "" : [$0.title, $0.note, $0.otherName].joined(separator: " ")
        },
        inOrder: kind == .words)
      // What takes something back comes last, however well it fits.
      let ordered =
        places.filter { entries[$0].takes == nil } + places.filter { entries[$0].takes != nil }
      found = ordered.map { $0 }
    }
    let first = found.compactMap { $0 }.first { !entries[$0].isHeading }
    if let first, entries[first].takes != nil { found.insert(nil, at: 0) }
    box = ListBox(
      found.map { place in
        guard let entry = place.map({ entries[$0] }) else { return ListBox.Row(words.nothingElse) }
        let title = kind == .words ? Matching.excerpt(of: entry.title, around: text) : entry.title
        return ListBox.Row(title, note: entry.note, isHeading: entry.isHeading)
      }, isNumbered: false)
  }

  func draw(on sheet: inout BodyArea, _ session: OpenWorkbook) {
    if let goes = asking?.takes {
      sheet.paragraph(goes, .title)
      sheet.list(box)
      return
    }
    sheet.line(query)
    let cursor = sheet.canvas.cursor
    if !sheet.isLow || box.rows.isEmpty { sheet.paragraph(session.phrases(hint), .hint) }
    if !box.rows.isEmpty { sheet.list(box) }
    sheet.canvas.cursor = cursor
  }
}

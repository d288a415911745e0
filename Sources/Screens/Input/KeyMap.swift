package import TextUI
package import Workbook

/// What a key can ask for.
package enum Command: Hashable, Sendable {
  case up, down, left, right, pageUp, pageDown, first, last
  case nextField, previousField
  case take, toggle
  case pick(Int)
  case raise, lower, ratherNot, finish
  case add, remove
  case back, quit, help, people, why, undo, redo, suspend, redraw, privacy, longForm, stillTrue
  case forget
  case whatIf, tryOut, compare
  /// Everything that works here by name, what was written by its words, the next place in a text, what is set about the program.
  case palette, find, findNext, findBefore, settings
}

/// What a command does to what the person gave.
enum Deed: Hashable, Sendable {
  /// It changes nothing but what is seen.
  case looks
  case writes
  /// It puts something in the place of what stands.
  case replaces
  /// It takes away, or brings back, what was given before.
  case takesBack
}

extension Command {
  /// What it does to what the person gave: a search never takes anything back on a first Enter.
  var deed: Deed {
    switch self {
    case .up, .down, .pageUp, .pageDown, .first, .last, .nextField, .previousField, .back, .quit,
      .help, .people, .why, .suspend, .redraw, .privacy, .longForm, .whatIf, .tryOut, .compare,
      .palette, .find, .findNext, .findBefore, .settings:
      .looks
    case .left, .right, .take, .toggle, .pick, .raise, .lower, .finish, .add, .stillTrue: .writes
    case .ratherNot: .replaces
    case .remove, .undo, .redo, .forget: .takesBack
    }
  }

  /// Whether in an exercise it changes nothing but what is seen.
  var isLooking: Bool { deed == .looks }
}

/// Where keys are heard; letters mean something else while a text has the focus.
package enum KeyContext: Hashable, Sendable, CaseIterable {
  case menu, reading, choice, choices, ratings, bestWorst, record, recordText, records, line, text
  case sort, rank, share
  case notice, pathways, pathway, whatIf, trial, page
  /// A line to type in over a list of what it finds; what is set about the program.
  case finder, settings
}

/// One row of the table that feeds dispatch, footer and help.
package struct KeyRow: Hashable, Sendable {
  package var keys: [Key]
  package var command: Command
  package var label: Phrase
  package var contexts: Set<KeyContext>
  /// Whether the footer names it.
  package var inFooter: Bool

  init(
    _ keys: [Key], _ command: Command, _ label: Phrase, _ contexts: Set<KeyContext>,
    footer: Bool = false
  ) {
    self.keys = keys
    self.command = command
    self.label = label
    self.contexts = contexts
    inFooter = footer
  }
}

/// All keys of the workbook.
package enum KeyMap {
  private static let all = Set(KeyContext.allCases)
  private static let typing: Set<KeyContext> = [.text, .line, .recordText, .finder]
  private static let writing = typing.subtracting([.finder])
  private static let letters = all.subtracting(typing)
  private static let lists: Set<KeyContext> = [
    .menu, .choice, .choices, .ratings, .bestWorst, .record, .records, .pathways, .sort, .rank,
    .share, .trial, .settings,
  ]
  private static let texts: Set<KeyContext> = [.reading, .notice, .pathway, .whatIf, .page]
  private static let moving = lists.union(texts)
  private static let read: Set<KeyContext> = [
    .reading, .pathway, .pathways, .whatIf, .trial, .page, .finder, .settings,
  ]
  private static let items: Set<KeyContext> = [
    .choice, .choices, .ratings, .bestWorst, .record, .records, .sort, .rank,
  ]

  package static let rows: [KeyRow] = [
    KeyRow([.enter], .take, .keyTake, [.choice, .choices, .line, .rank], footer: true),
    KeyRow([.enter], .take, .keyGoOn, [.notice], footer: true),
    KeyRow([.enter], .take, .keyPick, [.bestWorst], footer: true),
    KeyRow([.enter], .take, .keyOpen, [.menu, .pathways], footer: true),
    KeyRow([.enter], .take, .keyNextRow, [.ratings, .record, .recordText], footer: true),
    KeyRow([.enter], .take, .keyEdit, [.records]),
    KeyRow([.enter], .take, .keyGoOn, [.sort], footer: true),
    KeyRow([.enter], .take, .keyPage, [.share], footer: true),
    KeyRow([.enter], .take, .keyRun, [.finder], footer: true),
    KeyRow([.enter, .character(" ")], .take, .keyChange, [.settings]),
    KeyRow([.character("s")], .finish, .keyRelease, [.page], footer: true),
    KeyRow([.character("a")], .add, .keyAgenda, [.page], footer: true),
    KeyRow([.tab, .control("s")], .finish, .keyDone, [.text], footer: true),
    KeyRow([.tab, .control("s")], .finish, .keyGoOn, [.ratings], footer: true),
    KeyRow([.control("s")], .finish, .keyGoOn, [.record, .recordText, .records], footer: true),
    KeyRow([.control("s")], .finish, .keyGoOn, [.line]),
    KeyRow([.tab], .nextField, .keyField, [.record, .recordText], footer: true),
    KeyRow(
      [.tab], .nextField, .keySkip, [.choice, .choices, .bestWorst, .line, .records, .sort, .rank]),
    KeyRow(
      [.backTab], .previousField, .keyPrevious,
      [.choice, .choices, .bestWorst, .line, .records, .ratings, .text, .sort, .rank]),
    KeyRow([.backTab], .previousField, .keyFieldBack, [.record, .recordText]),
    KeyRow([.up], .up, .keyMove, [.recordText, .finder]),
    KeyRow([.down], .down, .keyMove, [.recordText, .finder]),
    KeyRow([.pageUp], .pageUp, .keyScreen, [.finder]),
    KeyRow([.pageDown], .pageDown, .keyScreen, [.finder]),
    KeyRow([.up, .character("k")], .up, .keyMove, moving),
    KeyRow([.down, .character("j")], .down, .keyMove, moving),
    KeyRow(
      [.left, .character("h")], .left, .keyChange, [.ratings, .record, .trial, .settings]),
    KeyRow(
      [.right, .character("l")], .right, .keyChange, [.ratings, .record, .trial, .settings],
      footer: true),
    KeyRow([.control("s"), .character("s")], .finish, .keyKeepTrial, [.trial], footer: true),
    KeyRow(
      [.left, .character("h"), .character("<"), .character("-")], .lower, .keyPile, [.sort]),
    KeyRow(
      [.right, .character("l"), .character(">"), .character("+")], .raise, .keyPile, [.sort],
      footer: true),
    KeyRow([.left, .character("<"), .character("-")], .raise, .keySlideUp, [.rank], footer: true),
    KeyRow(
      [.right, .character(">"), .character("+")], .lower, .keySlideDown, [.rank], footer: true),
    KeyRow([.character(" "), .character("x")], .toggle, .keyCut, [.rank]),
    KeyRow([.pageUp, .control("u")], .pageUp, .keyScreen, moving),
    KeyRow([.pageDown, .control("d")], .pageDown, .keyScreen, moving),
    KeyRow([.home, .character("g")], .first, .keyEnds, moving),
    KeyRow([.end, .character("G")], .last, .keyEnds, moving),
    KeyRow(
      [.character(" "), .character("x")], .toggle, .keyToggle, [.choices, .share], footer: true),
    KeyRow(
      [.character(" ")], .pageDown, .keyScreen, texts, footer: true),
    KeyRow(
      [.character(">"), .character("+")], .raise, .keyChange, [.ratings, .record, .settings]),
    KeyRow(
      [.character("<"), .character("-")], .lower, .keyChange, [.ratings, .record, .settings]),
    KeyRow([.character(" ")], .toggle, .keyOpenList, [.record]),
    KeyRow([.character("a")], .add, .keyAdd, [.records], footer: true),
    KeyRow([.backspace, .delete], .remove, .keyClear, [.record]),
    KeyRow([.character("a")], .add, .keyTakeOn, [.pathway], footer: true),
    KeyRow([.character("d")], .remove, .keyRemove, [.records]),
    KeyRow([.character("r")], .ratherNot, .keyRatherNot, items, footer: true),
    KeyRow([.control("r")], .ratherNot, .keyRatherNot, writing, footer: true),
    KeyRow([.character("w")], .why, .keyWhy, [.pathways, .pathway], footer: true),
    KeyRow([.character("i")], .whatIf, .keyWhatIf, [.pathways, .pathway], footer: true),
    KeyRow(
      [.character("t")], .tryOut, .keyTryOut, [.pathways, .pathway, .whatIf], footer: true),
    KeyRow([.character("c")], .compare, .keyCompare, [.pathways], footer: true),
    KeyRow([.character("w")], .why, .keyMethod, items.union([.notice])),
    KeyRow([.control("t")], .why, .keyMethod, writing),
    KeyRow([.character("y")], .stillTrue, .keyStillTrue, items),
    KeyRow([.character("X")], .forget, .keyForget, items),
    KeyRow([.control("o")], .forget, .keyForget, writing),
    KeyRow([.character("m")], .longForm, .keyLongForm, [.menu]),
    KeyRow([.escape], .back, .keyBack, read, footer: true),
    KeyRow([.control("f")], .find, .keyFindHere, [.text]),
    KeyRow([.character("/")], .find, .keyFindHere, texts),
    KeyRow([.character("n")], .findNext, .keyFindNext, texts),
    KeyRow([.character("N")], .findBefore, .keyFindBefore, texts),
    KeyRow([.character("/")], .find, .keyFindWords, letters.subtracting(texts)),
    KeyRow([.escape], .back, .keyBack, all.subtracting(read)),
    KeyRow([.character("q")], .quit, .keyQuit, letters),
    KeyRow([.control("c")], .quit, .keyQuit, all),
    // While things are moved for a look, no stored answer is taken back.
    KeyRow([.character("u")], .remove, .keyUndo, [.trial]),
    KeyRow([.character("u")], .remove, .keyUntick, [.share]),
    KeyRow([.tab], .nextField, .keyNextPart, [.share], footer: true),
    KeyRow([.backTab], .previousField, .keyPartBefore, [.share]),
    KeyRow(
      [.character("u")], .undo, .keyUndo, letters.subtracting([.trial, .share, .page, .settings])),
    KeyRow([.character("U")], .redo, .keyRedo, letters.subtracting([.share, .page, .settings])),
    KeyRow([.character("p")], .people, .keyPeople, letters),
    KeyRow([.control("g")], .people, .keyPeople, typing),
    KeyRow([.character(",")], .settings, .keySettings, letters.subtracting([.settings])),
    KeyRow([.control("z")], .suspend, .keySuspend, letters),
    KeyRow([.control("l")], .redraw, .keyRedraw, all),
    KeyRow([.privacy], .privacy, .keyPrivacy, all),
    KeyRow([.control("p"), .character(":")], .palette, .keyPalette, letters, footer: true),
    KeyRow([.control("p")], .palette, .keyPalette, writing, footer: true),
    KeyRow([.help, .character("?")], .help, .keyHelp, letters, footer: true),
    KeyRow([.help], .help, .keyHelp, typing, footer: true),
  ]

  package static func command(_ key: Key, in context: KeyContext) -> Command? {
    if let row = rows.first(where: { $0.contexts.contains(context) && $0.keys.contains(key) }) {
      return row.command
    }
    // The same numbers as in the linear mode.
    if case .character(let digit) = key, letters.contains(context),
      let number = digit.wholeNumberValue,
      digit.isASCII
    {
      return .pick(number)
    }
    return nil
  }

  /// The rows that the footer of a context names, help last.
  package static func footer(_ context: KeyContext) -> [KeyRow] {
    rows.filter { $0.inFooter && $0.contexts.contains(context) }
  }

  /// Rows that are called the same, together, in the order in which the names come first.
  package static func byName(_ rows: [KeyRow]) -> [[KeyRow]] {
    var order: [Phrase] = []
    for row in rows where !order.contains(row.label) { order.append(row.label) }
    return order.map { label in rows.filter { $0.label == label } }
  }

  /// All rows of a context, for the help.
  package static func help(_ context: KeyContext) -> [KeyRow] {
    rows.filter { $0.contexts.contains(context) }
  }
}

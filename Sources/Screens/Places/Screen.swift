import Briefs
import TextUI
import Workbook

/// What is on the screen; the stack's last one is seen, Esc goes back to the one below.
enum Screen: Hashable, Sendable {
  case welcome(ListBox)
  case computer(ListBox)
  /// Whether the profile is to be sealed, asked for a computer once it is said whose it is.
  case sealing(ComputerOwner, ListBox)
  case home(ListBox)
  /// What is missing for an exercise, before it is opened.
  case gate(GateScreen)
  case exercise(ExerciseScreen)
  /// The ways, and one sentence on how firm their order is.
  case pathways(ListBox, firm: String)
  case document(DocumentScreen)
  case share(ShareScreen)
  case release(ReleaseScreen)
  case trial(SimulationScreen)
  /// What can be done about a client, by number.
  case client(Int, ListBox)
  /// By which plan a session begins, in a new file or not.
  case plans(Int, isNew: Bool, ListBox)
  case finder(FinderScreen)
  case settings(ListBox)
  /// Which made-up person to look round with.
  case demo(ListBox)
  /// The path of a profile to bring in.
  case bring(TextArea)

  /// Where keys are heard.
  var context: KeyContext {
    switch self {
    case .welcome, .computer, .sealing, .home, .gate, .release, .client, .plans, .demo: .menu
    case .finder, .bring: .finder
    case .settings: .settings
    case .pathways: .pathways
    case .exercise(let screen): screen.editor.context
    case .document(let screen): screen.kind.context
    case .share: .share
    case .trial: .trial
    }
  }
}

/// Text to read, longer perhaps than the screen.
struct DocumentScreen: Hashable, Sendable {
  var kind: DocumentKind
  /// First row shown.
  var scroll = 0
  /// The row in which what was looked for stands.
  var found: Int?

  init(_ kind: DocumentKind) { self.kind = kind }
}

/// What a text is about; places are those of the pack.
enum DocumentKind: Hashable, Sendable {
  case computerSaid(ComputerOwner)
  case opening(exercise: Int, isLong: Bool)
  case closing(exercise: Int)
  case people
  /// Who can read this; what it is not for; keys while writing; the program without a screen.
  case privacy, purpose, typing, plain
  /// The ways beside each other, by what each serves.
  case comparison
  case offer(mark: String)
  case pathway(Int)
  case why(Int)
  /// Worked out once, when it is opened.
  case whatIf(WhatIf)
  case page(PageDraft)
  /// The talk about a page.
  case agenda(PageDraft)
  /// What a talk needs, and what was answered.
  case talk
  case receipts
  /// A page that somebody else sent.
  case letter
  case method(exercise: Int)
  /// What coach and client agree on.
  case agreement
  /// The client's key is asked for.
  case clientKey
  /// What the client finds first in their own part.
  case clientDoor
  /// How this session can go, and what both have seen speaks for.
  case plan
  case sessionClosing
  /// For the coach alone: how the session that runs can go on.
  case deskAgenda(Int)
  /// Everything that the coach's file holds about a client.
  case clientRecord(Int)
  /// A plan with its words, by place.
  case sheet(Int)
  case newMoment

  /// Where keys are heard.
  var context: KeyContext {
    switch self {
    case .computerSaid, .opening, .closing, .offer, .newMoment, .letter, .clientDoor: .notice
    case .people, .privacy, .purpose, .typing, .plain, .comparison, .why, .method, .agenda, .talk,
      .receipts, .agreement,
      .clientKey, .plan, .sessionClosing, .deskAgenda, .clientRecord, .sheet:
      .reading
    case .page: .page
    case .pathway: .pathway
    case .whatIf: .whatIf
    }
  }
}

/// An exercise under way.
struct ExerciseScreen: Hashable, Sendable {
  /// Place of the exercise in the pack.
  let exercise: Int
  var isLong: Bool
  private(set) var pages: [QuestionPage]
  private(set) var page: Int
  var editor: Editor

  /// Opens at an item, else at the first page with something open, else at the first.
  init?(_ exercise: Int, isLong: Bool = false, at item: Int? = nil, _ session: OpenWorkbook) {
    self.exercise = exercise
    self.isLong = isLong
    let items = session.reading.items(in: session.pack.exercises[exercise], long: isLong)
    pages = QuestionPage.pages(items, session.pack)
    guard !pages.isEmpty else { return nil }
    let open = pages.firstIndex { page in
      page.items.contains { !session.reading.isDone($0) }
    }
    let pages = pages
    let wanted = item.flatMap { item in pages.firstIndex { $0.items.contains(item) } }
    page = wanted ?? open ?? 0
    editor = Editor(pages[wanted ?? open ?? 0], session)
    if let item { editor.focus(on: item) }
  }

  var items: [Int] { pages[page].items }

  /// Reads anew what is asked, after an answer may have opened or closed a branch.
  mutating func refresh(_ session: OpenWorkbook) {
    let items = session.reading.items(in: session.pack.exercises[exercise], long: isLong)
    let present = editor.item
    let fresh = QuestionPage.pages(items, session.pack)
    guard let place = fresh.firstIndex(where: { $0.items.contains(present) }) else { return }
    pages = fresh
    page = place
  }

  /// Makes the page's editor anew from what is held.
  mutating func reopen(_ session: OpenWorkbook) {
    let before = editor
    editor = Editor(pages[page], session)
    editor.focus(on: before.item)
    if case .record(let old) = before, case .record(var fresh) = editor {
      fresh.focus(onField: old.field)
      editor = .record(fresh)
    }
  }

  /// Goes a page on or back; `false` at either end.
  mutating func turn(by step: Int, _ session: OpenWorkbook) -> Bool {
    guard pages.indices.contains(page + step) else { return false }
    page += step
    editor = Editor(pages[page], session)
    return true
  }
}

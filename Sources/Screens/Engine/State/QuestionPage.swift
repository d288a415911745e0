import Workbook

/// Items that are asked on one screen: one, or the rows of a set together.
struct QuestionPage: Hashable, Sendable {
  /// Places in the pack.
  var items: [Int]

  /// Puts the asked items of an exercise on pages, rows of one set together.
  static func pages(_ items: [Int], _ pack: Pack) -> [QuestionPage] {
    var pages: [QuestionPage] = []
    for item in items {
      if let last = pages.last?.items.last, belongs(pack.items[item], with: pack.items[last]) {
        pages[pages.count - 1].items.append(item)
      } else {
        pages.append(QuestionPage(items: [item]))
      }
    }
    return pages
  }

  private static func belongs(_ item: Item, with before: Item) -> Bool {
    guard !item.stem.isEmpty, item.stem == before.stem else { return false }
    switch (item.kind, before.kind) {
    case (.rating, .rating), (.record, .record): return true
    default: return false
    }
  }
}

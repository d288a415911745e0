/// Reads one tree of pages in its order, as strictly as SQLite's own check: each page once, each cell in its place and its order, no
/// byte of a page unaccounted for. What hangs together wrongly is told, and the rest is read all the same.
struct TreeWalk {
  enum Kind {
    /// Rows by number.
    case numbered
    /// Rows, or lines of an index, by what they hold.
    case ordered

    var leaf: UInt8 { self == .numbered ? 13 : 10 }
    var inner: UInt8 { self == .numbered ? 5 : 2 }
    /// Bytes of a record that fit on its page.
    var most: Int { self == .numbered ? 4_061 : 1_002 }
  }

  struct Cell {
    /// 0 where rows have none.
    var number = 0
    /// The record; `nil` where not all of it can be read.
    var record: [UInt8]?
  }

  private(set) var cells: [Cell] = []
  private(set) var isWhole = true
  /// Which pages are spoken for, by number, this tree's among them.
  private(set) var seen: [Bool]
  private let pages: PageBytes
  private let kind: Kind
  private var leafDepth: Int?
  private var last = Int.min
  /// SQLite goes no deeper either.
  private static let mostLevels = 20

  init(_ pages: PageBytes, root: Int, _ kind: Kind, seen: [Bool]) {
    self.pages = pages
    self.kind = kind
    self.seen = seen
    read(root, 1)
  }

  /// Takes a page as this tree's.
  private mutating func claim(_ number: Int) -> Bool {
    guard number > 0, number <= pages.count, !seen[number] else {
      isWhole = false
      return false
    }
    seen[number] = true
    return true
  }

  private mutating func read(_ number: Int, _ depth: Int) {
    guard depth <= TreeWalk.mostLevels else {
      isWhole = false
      return
    }
    guard claim(number) else { return }
    guard let page = TreePage(pages, number, kind), depth == 1 || page.count > 0 else {
      isWhole = false
      return
    }
    if page.isLeaf {
      if leafDepth ?? depth != depth { isWhole = false }
      leafDepth = depth
    }
    var taken: [Range<Int>] = []
    for place in page.cells {
      guard let place, let end = readCell(place, page, depth) else {
        isWhole = false
        continue
      }
      taken.append(place..<max(end, place + 4))
    }
    if !page.isLeaf { read(page.rightmost, depth + 1) }
    if !page.isFilled(by: taken) { isWhole = false }
  }

  /// - Returns: where the cell ends.
  private mutating func readCell(_ start: Int, _ page: TreePage, _ depth: Int) -> Int? {
    var place = start
    if !page.isLeaf {
      read(pages.long(start), depth + 1)
      place += 4
      if kind == .numbered {
        guard let key = pages.varint(&place, below: page.end) else { return nil }
        if key < last { isWhole = false }
        last = key
        return place
      }
    }
    guard let length = pages.varint(&place, below: page.end) else { return nil }
    var cell = Cell()
    if kind == .numbered {
      guard let number = pages.varint(&place, below: page.end) else { return nil }
      if number <= last { isWhole = false }
      last = number
      cell.number = number
    }
    let local = PageBytes.local(length, most: kind.most)
    let end = place + local + (local < length ? 4 : 0)
    guard end <= page.end else {
      cells.append(cell)
      return nil
    }
    cell.record = content(place, local, length)
    if cell.record == nil { isWhole = false }
    cells.append(cell)
    return end
  }

  /// What stands on the page, then what stands on those after it.
  private mutating func content(_ start: Int, _ local: Int, _ length: Int) -> [UInt8]? {
    if length > pages.all.count { return nil }
    var result = Array(pages.all[start..<start + local])
    if local == length { return result }
    var next = pages.long(start + local)
    while result.count < length {
      guard claim(next) else { return nil }
      let page = (next - 1) * PageBytes.size
      let count = min(PageBytes.overflow, length - result.count)
      result += pages.all[page + 4..<page + 4 + count]
      next = pages.long(page)
    }
    return next == 0 ? result : nil
  }
}

/// How one page of a tree is laid out.
struct TreePage {
  let isLeaf: Bool
  /// How many cells it has.
  let count: Int
  /// Where each begins; `nil` where that lies outside.
  let cells: [Int?]
  /// Behind its last byte.
  let end: Int
  private let base: Int
  private let head: Int
  private let pages: PageBytes
  /// Where cells may begin.
  private let content: Int

  /// The page that comes after all of its cells'.
  var rightmost: Int { pages.long(head + 8) }

  /// - Returns: `nil` where it is no page of such a tree.
  init?(_ pages: PageBytes, _ number: Int, _ kind: TreeWalk.Kind) {
    self.pages = pages
    base = (number - 1) * PageBytes.size
    end = base + PageBytes.size
    head = number == 1 ? base + 100 : base
    let type = pages.all[head]
    guard type == kind.leaf || type == kind.inner else { return nil }
    isLeaf = type == kind.leaf
    let pointers = head + (isLeaf ? 8 : 12)
    count = pages.short(head + 3)
    content = base + pages.short(head + 5)
    guard pointers + 2 * count <= content, content <= end else { return nil }
    let (base, content, end) = (base, content, end)
    cells = (0..<count).map { cell in
      let place = base + pages.short(pointers + 2 * cell)
      return place >= content && place + 4 <= end ? place : nil
    }
  }

  /// Whether cells and free blocks lie side by side, with no more between them than the page itself says.
  func isFilled(by cells: [Range<Int>]) -> Bool {
    guard let free = freeBlocks else { return false }
    var place = content
    var gaps = 0
    for range in (cells + free).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound < place { return false }
      gaps += range.lowerBound - place
      place = range.upperBound
    }
    return place <= end && gaps + end - place == Int(pages.all[head + 7])
  }

  private var freeBlocks: [Range<Int>]? {
    var blocks: [Range<Int>] = []
    var next = pages.short(head + 1)
    while next != 0 {
      let start = base + next
      guard start >= content, start + 4 <= end, start >= blocks.last?.upperBound ?? 0 else {
        return nil
      }
      let size = pages.short(start + 2)
      guard size >= 4, start + size <= end else { return nil }
      blocks.append(start..<start + size)
      next = pages.short(start)
    }
    return blocks
  }
}

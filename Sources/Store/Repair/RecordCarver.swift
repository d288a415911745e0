/// Records found in the bytes of a database file, however its pages hang together. What is found here proves nothing: each record's
/// own tag says whether it is whole.
struct RecordCarver {
  /// Payloads by the number of their row: lines of the log, and the manifest.
  private(set) var numbered: [Int: [[UInt8]]] = [:]
  /// Payloads by the name of their row: the head, its spare, drafts.
  private(set) var named: [String: [[UInt8]]] = [:]

  private let pages: PageBytes
  var size: Int { pages.all.count }
  /// What may still be taken out: cells that seem to lie over one another must not fill the memory. It is counted by what was taken,
  /// not by what a record says of itself: in every file some random bytes look like a vast one.
  private var room: Int

  init(_ bytes: [UInt8]) {
    pages = PageBytes(bytes)
    room = 8 * bytes.count
    for place in bytes.indices {
      takeNumbered(record: place)
      takeNumbered(cell: place)
      takeNamed(record: place)
    }
  }

  /// Length of a blob by its serial type, also where it was made to say that it is a text.
  private func length(_ type: Int) -> Int? { type >= 12 ? (type - 12) / 2 : nil }

  /// A record of a table with row numbers: a null that stands for the number, and a blob. What stands before it, its length and its
  /// number, may be lost.
  private mutating func takeNumbered(record start: Int) {
    guard (3...5).contains(pages.all[start]), start + 1 < size, pages.all[start + 1] == 0 else {
      return
    }
    let head = Int(pages.all[start])
    var place = start + 2
    guard let type = pages.varint(&place, below: start + head), place == start + head,
      let blob = length(type)
    else { return }
    take(start, head, head + blob, number: number(before: start))
  }

  /// A cell whose record says wrongly what is in it: its length says it too.
  private mutating func takeNumbered(cell start: Int) {
    var place = start
    guard pages.all[start] > 3, let length = pages.varint(&place, below: size),
      (2 * RecordChain.tagCount..<size).contains(length), place < size,
      let number = pages.varint(&place, below: size), number > 0
    else { return }
    // The head of the record takes a byte for itself, one for the null, and as many as the length of the blob needs.
    let head = (3...5).first { 2 + PageBytes.varintLength(2 * (length - $0) + 12) == $0 }
    guard let head, place + head <= size else { return }
    var type = place + 2
    let isType =
      pages.varint(&type, below: place + head) == 2 * (length - head) + 12
      && type == place + head
    let isHead = Int(pages.all[place]) == head
    let isNull = pages.all[place + 1] == 0
    // All three are found from the record; of one of them the others stand in.
    guard [isType, isHead, isNull].count(where: { $0 }) == 2 else { return }
    take(place, head, length, number: number)
  }

  private mutating func take(_ start: Int, _ head: Int, _ length: Int, number: Int) {
    guard let all = content(start, length, .numbered) else { return }
    let payload = Array(all[head...])
    if numbered[number]?.contains(payload) != true {
      numbered[number, default: []].append(payload)
    }
  }

  /// A number that ends just before a place; 0 where there is none.
  private func number(before end: Int) -> Int {
    var start = end - 1
    while start > 0, end - start < 9, pages.all[start - 1] & 0x80 != 0 { start -= 1 }
    var place = max(0, start)
    guard let number = pages.varint(&place, below: end), place == end else { return 0 }
    return number
  }

  /// A record of a table whose key is a name: a text and a blob.
  private mutating func takeNamed(record start: Int) {
    guard (3...6).contains(pages.all[start]) else { return }
    let head = Int(pages.all[start])
    var place = start + 1
    guard let first = pages.varint(&place, below: start + head), first < 1_000,
      let count = length(first), count > 0, let type = pages.varint(&place, below: start + head),
      place == start + head, let blob = length(type), place + count <= size
    else { return }
    let name = pages.all[place..<place + count]
    // Names can be read; most of what looks like a record and is none has none.
    guard name.allSatisfy({ $0 >= 32 && $0 != 127 }),
      let all = content(start, head + count + blob, .ordered)
    else { return }
    let key = String(decoding: name, as: UTF8.self)
    let payload = Array(all[(head + count)...])
    if named[key]?.contains(payload) != true { named[key, default: []].append(payload) }
  }

  /// The bytes of a record, those on overflow pages too.
  private mutating func content(
    _ start: Int, _ length: Int, _ kind: TreeWalk.Kind
  ) -> [UInt8]? {
    // No record is longer than its file.
    if length > min(size, room) { return nil }
    let local = PageBytes.local(length, most: kind.most)
    guard start + local + (local < length ? 4 : 0) <= size else { return nil }
    var result = Array(pages.all[start..<start + local])
    defer { room -= result.count }
    if local == length { return result }
    var next = pages.long(start + local)
    while result.count < length {
      let page = (next - 1) * PageBytes.size
      guard next > 0, next <= pages.count else { return nil }
      let count = min(PageBytes.overflow, length - result.count)
      result += pages.all[page + 4..<page + 4 + count]
      next = pages.long(page)
    }
    return result
  }
}

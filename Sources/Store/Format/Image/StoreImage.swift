import CDatabase
import CSystem
import Foundation
import GRDB

/// A profile's file as its bytes stand on disk, read before SQLite may touch it: so nothing that stands in it runs, and nothing is
/// made beside it. Opening, checking and bringing out all begin here.
struct StoreImage {
  /// A row: its number or its name, and what it holds; `nil` where that is not laid as it was written.
  struct Row {
    var number: Int
    var name: String?
    var columns: [StoredValue]?
  }

  let bytes: [UInt8]
  /// By table.
  private(set) var rows: [String: [Row]] = [:]
  /// What is wrong with how the file is built; nothing where SQLite may open it.
  private(set) var problem: String?
  /// The one of the two heads that hangs together wrongly: the other one stands in, and nothing but a write of the head needs its page.
  private(set) var harmedHead: String?
  /// The format that has such tables.
  private(set) var format: Int?
  /// The making of it was cut off before it held anything.
  let isEmpty: Bool

  private static let tables = "its tables"
  private static let built = "how the file is built"

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isEmpty = bytes.allSatisfy { $0 == 0 } || StoreImage.isBare(bytes)
    let pages = PageBytes(bytes)
    guard pages.count > 0 else {
      problem = StoreImage.built
      return
    }
    if !StoreImage.isOurs(pages) { problem = StoreImage.built }
    let schema = TreeWalk(
      pages, root: 1, .numbered, seen: [true] + Array(repeating: false, count: pages.count))
    if !schema.isWhole { problem = StoreImage.built }
    readTables(schema, pages)
  }

  private mutating func readTables(_ schema: TreeWalk, _ pages: PageBytes) {
    let found = schema.cells.map { $0.record.flatMap(StoreImage.schemaRow) }
    let known = found.compactMap { $0?.row }
    format =
      StoreSchema.known.first {
        known.count == found.count && $1.count == known.count && Set($1) == Set(known)
      }?.key
    if format == nil { problem = StoreImage.tables }
    var seen = schema.seen
    let all = found.compactMap { $0 }
    // Of tables that we don't know nothing is read but what any edition has.
    if format != nil {
      for (row, root) in all where !StoreSchema.heads.contains(row) {
        if !readTable(row, root, pages, &seen) { fail() }
      }
    }
    readHeads(all.filter { StoreSchema.heads.contains($0.row) }, pages, &seen)
    if format != nil {
      takeFreePages(pages, &seen)
      if seen.contains(false) { fail() }
    }
  }

  /// After all else: what leads astray in a head must not take a page from what is whole.
  private mutating func readHeads(
    _ heads: [(row: StoreSchema.Row, root: Int)], _ pages: PageBytes, _ seen: inout [Bool]
  ) {
    for (row, root) in heads {
      let before = seen
      if readTable(row, root, pages, &seen) { continue }
      // The first format has no spare.
      guard format == StoreSchema.format, harmedHead == nil, before.indices.contains(root),
        !before[root]
      else {
        fail()
        continue
      }
      harmedHead = row.name
      // Its own page, and none that it leads to.
      seen = before
      seen[root] = true
    }
  }

  /// - Returns: whether it hangs together.
  private mutating func readTable(
    _ row: StoreSchema.Row, _ root: Int, _ pages: PageBytes, _ seen: inout [Bool]
  ) -> Bool {
    let kind: TreeWalk.Kind = row.sql?.hasSuffix("WITHOUT ROWID") == false ? .numbered : .ordered
    let walk = TreeWalk(pages, root: root, kind, seen: seen)
    seen = walk.seen
    rows[row.name] = walk.cells.map { StoreImage.row($0, kind) }
    return walk.isWhole && (kind == .numbered || row.type != "table" || isSorted(row.name))
  }

  private mutating func fail() { problem = problem ?? StoreImage.built }

  /// SQLite finds a name by halving: rows out of order are there, and are not found.
  private func isSorted(_ table: String) -> Bool {
    let names = (rows[table] ?? []).compactMap { $0.name.map { Array($0.utf8) } }
    return zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func takeFreePages(_ pages: PageBytes, _ seen: inout [Bool]) {
    var next = pages.long(32)
    var count = 0
    while next != 0 {
      guard next <= pages.count, !seen[next] else { return fail() }
      seen[next] = true
      let base = (next - 1) * PageBytes.size
      let leaves = pages.long(base + 4)
      guard leaves <= PageBytes.size / 4 - 2 else { return fail() }
      for leaf in 0..<leaves {
        let number = pages.long(base + 8 + 4 * leaf)
        guard number > 0, number <= pages.count, !seen[number] else { return fail() }
        seen[number] = true
      }
      count += 1 + leaves
      next = pages.long(base)
    }
    if count != pages.long(36) { fail() }
  }

  // MARK: - Parts

  /// Whether the first hundred bytes are as the program has them written: pages of our size, no write-ahead log, UTF-8, and nothing
  /// that SQLite would have to do on its own.
  private static func isOurs(_ pages: PageBytes) -> Bool {
    let fixed: [(Int, [UInt8])] = [
      (0, Array("SQLite format 3\0".utf8)), (16, [0x10, 0, 1, 1, 0, 64, 32, 32]),
      (44, [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
      (60, Array(repeating: 0, count: 32)),
    ]
    return fixed.allSatisfy { Array(pages.all[$0..<$0 + $1.count]) == $1 }
      && pages.all.count == pages.count * PageBytes.size && pages.long(28) == pages.count
      && pages.long(24) == pages.long(92)
  }

  /// Whether it is a database in which nothing was ever written.
  private static func isBare(_ bytes: [UInt8]) -> Bool {
    bytes.count >= PageBytes.size && bytes.starts(with: "SQLite format 3\0".utf8)
      && bytes[100] == 13 && bytes.dropFirst(108).allSatisfy { $0 == 0 }
  }

  private static func schemaRow(_ record: [UInt8]) -> (row: StoreSchema.Row, root: Int)? {
    guard let columns = StoredValue.columns(record), columns.count == 5,
      case .text(let type) = columns[0], case .text(let name) = columns[1],
      case .text(let table) = columns[2], case .integer(let root) = columns[3]
    else { return nil }
    var row = StoreSchema.Row(
      type: String(decoding: type, as: UTF8.self), name: String(decoding: name, as: UTF8.self),
      table: String(decoding: table, as: UTF8.self))
    switch columns[4] {
    case .text(let sql): row.sql = String(decoding: sql, as: UTF8.self)
    case .null: break
    case .integer, .real, .blob: return nil
    }
    return (row, root)
  }

  private static func row(_ cell: TreeWalk.Cell, _ kind: TreeWalk.Kind) -> Row {
    let columns = cell.record.flatMap(StoredValue.columns)
    var row = Row(number: cell.number, columns: columns)
    if kind == .ordered, case .text(let name)? = columns?.first {
      row.name = String(decoding: name, as: UTF8.self)
    }
    // SQLite keeps the number beside the record, and nothing in its place.
    if kind == .numbered, columns?.first != .null { row.columns = nil }
    return row
  }
}

extension StoreImage {
  /// Of a table with a key and a blob: what each row holds; `nil` where that is not a blob.
  func blobs(_ table: String) -> [(row: Row, payload: [UInt8]?)] {
    (rows[table] ?? []).map { row in
      guard let columns = row.columns, columns.count == 2, case .blob(let payload) = columns[1]
      else { return (row, nil) }
      return (row, payload)
    }
  }

  /// A head's rows; `nil` where one of them is not laid as it was written.
  func head(_ table: String) -> [String: [UInt8]]? {
    var values: [String: [UInt8]] = [:]
    for (row, payload) in blobs(table) {
      guard let name = row.name, let payload, values.updateValue(payload, forKey: name) == nil
      else { return nil }
    }
    return values.isEmpty ? nil : values
  }

  /// The one of the two heads that is not like the other, as far as that shows without a key.
  var hasUnlikeHeads: Bool { harmedHead != nil || head("header") != head("spare") }
}

extension StoreImage {
  /// More than any profile has: a file of this size is not taken into memory.
  private static let most = 512 << 20

  /// Reads the file while nobody writes to it. A transaction that was cut off is rolled back first: before that nothing can be read.
  static func read(_ path: String) throws(StoreError) -> StoreImage {
    try settle(path)
    return StoreImage(try content(path))
  }

  /// All bytes of a file, as they stand between two writes of anybody.
  static func content(_ path: String) throws(StoreError) -> [UInt8] {
    // It may grow between a look at its size and the reading.
    for _ in 0..<3 {
      let size = Int(unsafe system_size(path))
      if size > most { throw .cannotOpen(path: path, reason: "it is larger than any profile") }
      var count: Int64 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
        count = unsafe database_read(path, buffer.baseAddress, Int64(size), 5_000)
        filled = max(0, Int(count))
      }
      if count >= 0 { return bytes }
      if count == -Int64(EBUSY) { throw .busy(path: path) }
      if count != -Int64(EFBIG) {
        throw .cannotOpen(path: path, reason: ProfileStore.systemReason(Int32(-count)))
      }
    }
    throw .busy(path: path)
  }

  private static func settle(_ path: String) throws(StoreError) {
    guard Journal.isHot(path) else { return }
    guard unsafe system_may_write(path) != 0 else {
      throw .cannotOpen(
        path: path, reason: "a change to it was cut off, and here it may only be read")
    }
    let code = ResultCode(rawValue: unsafe database_settle(path))
    // What is no database, or a damaged one, is told by what reads it.
    if [.SQLITE_OK, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(code.primaryResultCode) { return }
    try ProfileStore.attempt(path) { throw DatabaseError(resultCode: code) }
  }
}

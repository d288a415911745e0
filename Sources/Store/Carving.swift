/// Records found in the bytes of a database file, however its pages hang together. What is found here proves nothing: each record's
/// own tag says whether it is whole.
struct Carving {
  /// Payloads by the number of their row: lines of the log, and the manifest.
  private(set) var numbered: [Int: [[UInt8]]] = [:]
  /// Payloads by the name of their row: the head, its spare, drafts.
  private(set) var named: [String: [[UInt8]]] = [:]

  private let bytes: [UInt8]
  var size: Int { bytes.count }
  /// What may still be taken out: cells that seem to lie over one another must not fill the memory.
  private var room: Int
  private static let page = 4_096

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    room = 8 * bytes.count
    for place in bytes.indices where bytes[place] > 3 {
      takeNumbered(place)
      takeNamed(place)
    }
  }

  /// A number of one to nine bytes, as SQLite writes it.
  private func varint(_ place: inout Int) -> Int? {
    var value = 0
    for count in 0..<9 {
      guard place < bytes.count else { return nil }
      let byte = Int(bytes[place])
      place += 1
      if count == 8 { return value << 8 | byte }
      value = value << 7 | byte & 0x7F
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// Length of a blob by its serial type; `nil` where the type is of something else.
  private func blobLength(_ type: Int) -> Int? {
    type >= 12 && type % 2 == 0 ? (type - 12) / 2 : nil
  }

  /// A cell of a table with row numbers: length, number, then a null that stands for the number, and a blob.
  private mutating func takeNumbered(_ start: Int) {
    var place = start
    guard let length = varint(&place), length < bytes.count, let number = varint(&place),
      number > 0
    else { return }
    let record = place
    guard let head = varint(&place), (3...5).contains(head), bytes.indices.contains(place),
      bytes[place] == 0
    else { return }
    place += 1
    guard let type = varint(&place), let blob = blobLength(type), place == record + head,
      length == head + blob, let all = content(record, length, most: 4_061)
    else { return }
    numbered[number, default: []].append(Array(all[head...]))
  }

  /// A cell of a table whose key is a name: length, then a text and a blob.
  private mutating func takeNamed(_ start: Int) {
    var place = start
    guard let length = varint(&place), length < bytes.count else { return }
    let record = place
    guard let head = varint(&place), (3...6).contains(head), let name = varint(&place),
      name >= 13, name % 2 == 1, name < 1_000, let type = varint(&place),
      let blob = blobLength(type), place == record + head
    else { return }
    let count = (name - 13) / 2
    guard length == head + count + blob, let all = content(record, length, most: 1_002) else {
      return
    }
    let key = String(decoding: all[head..<head + count], as: UTF8.self)
    named[key, default: []].append(Array(all[(head + count)...]))
  }

  /// The bytes of a record, those on overflow pages too.
  private mutating func content(_ start: Int, _ length: Int, most: Int) -> [UInt8]? {
    if length > room { return nil }
    room -= length
    let least = (Carving.page - 12) * 32 / 255 - 23
    if length <= most {
      return start + length <= bytes.count ? Array(bytes[start..<start + length]) : nil
    }
    let fitting = least + (length - least) % (Carving.page - 4)
    let local = fitting <= most ? fitting : least
    guard start + local + 4 <= bytes.count else { return nil }
    var result = Array(bytes[start..<start + local])
    var next = pageNumber(start + local)
    while result.count < length {
      let page = (next - 1) * Carving.page
      guard next > 0, page + Carving.page <= bytes.count else { return nil }
      result += bytes[page + 4..<page + 4 + min(Carving.page - 4, length - result.count)]
      next = pageNumber(page)
    }
    return result
  }

  private func pageNumber(_ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

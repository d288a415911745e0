/// A column of a record, as SQLite lays it.
enum StoredValue: Hashable {
  case null
  case integer(Int)
  case real
  case text([UInt8])
  case blob([UInt8])

  /// The columns of a record.
  ///
  /// - Returns: `nil` where it is not exactly as long as it says.
  static func columns(_ record: [UInt8]) -> [StoredValue]? {
    let bytes = PageBytes(record)
    var place = 0
    guard let head = bytes.varint(&place, below: record.count), head <= record.count else {
      return nil
    }
    var values: [StoredValue] = []
    var content = head
    while place < head {
      guard let type = bytes.varint(&place, below: head), let count = length(of: type),
        count <= record.count - content
      else { return nil }
      values.append(value(type, record[content..<content + count]))
      content += count
    }
    return place == head && content == record.count ? values : nil
  }

  private static func length(of type: Int) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    case 10, 11: nil
    default: (type - 12) / 2
    }
  }

  private static func value(_ type: Int, _ bytes: ArraySlice<UInt8>) -> StoredValue {
    switch type {
    case 0: .null
    case 7: .real
    case 8, 9: .integer(type - 8)
    case 1...6:
      .integer(
        bytes.dropFirst().reduce(Int(Int8(bitPattern: bytes.first ?? 0))) { $0 << 8 | Int($1) })
    default: type % 2 == 0 ? .blob(Array(bytes)) : .text(Array(bytes))
    }
  }
}

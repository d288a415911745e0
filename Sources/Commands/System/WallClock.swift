import CSystem
import Rules

/// The clock on the wall: only the edge of the program looks at it.
enum WallClock {
  /// UTC, `2026-11-22T08:00:00Z`.
  static var now: String {
    let seconds = Int(system_now().seconds)
    // A clock that was never set may stand before 1970, where seconds count down: a day begins at its midnight all the same.
    let rest = (seconds % 86_400 + 86_400) % 86_400
    let day = Day(number: (seconds - rest) / 86_400)
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Today where the person is.
  static var today: Day {
    let local = system_now()
    return Day(year: Int(local.year), month: Int(local.month), day: Int(local.day))
      ?? Day(number: 0)
  }

  /// `14:02` where the person is.
  static var hour: String {
    let local = system_now()
    return two(Int(local.hour)) + ":" + two(Int(local.minute))
  }

  /// Whether a text is a time as answers carry it.
  static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      Day(String(text.prefix(10))) != nil, bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = number(bytes, 11), let minute = number(bytes, 14),
      let second = number(bytes, 17)
    else { return false }
    return hour < 24 && minute < 60 && second <= 60
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard (48...57).contains(bytes[start]), (48...57).contains(bytes[start + 1]) else { return nil }
    return Int(bytes[start] - 48) * 10 + Int(bytes[start + 1] - 48)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

import CSystem
import Glibc
import JSON
import Workbook

/// From the coach's file to the client's or back: what the program tells the one that takes its place, kept in memory alone.
struct RelaunchPayload {
  enum Direction: String { case desk, sit }

  var direction: Direction
  var slip: SessionHandoff

  private static let variable = "WAYMARK_SLIP"
  private static let limit = 64 << 10

  /// Lays it where the next program finds it.
  func keep() {
    let plain: JSONValue = ["to": .text(direction.rawValue), "slip": slip.plain]
    let bytes = Array(plain.json.utf8)
    let descriptor = unsafe system_keep(bytes, bytes.count)
    if descriptor >= 0 { unsafe setenv(RelaunchPayload.variable, "\(descriptor)", 1) }
  }

  /// What the program before this one left; asked once.
  static func take() -> RelaunchPayload? {
    guard let value = unsafe getenv(variable) else { return nil }
    let number = unsafe Int32(String(cString: value))
    unsafe unsetenv(variable)
    guard let number else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe system_take_kept(number, &bytes, limit)
    guard count > 0, let plain = try? JSONValue.json(Array(bytes.prefix(Int(count)))),
      let direction = plain["to"]?.text.flatMap({ Direction(rawValue: $0) }),
      let slip = plain["slip"].flatMap({ SessionHandoff($0) })
    else { return nil }
    return RelaunchPayload(direction: direction, slip: slip)
  }
}

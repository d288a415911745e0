import JSON
package import Rules
import Typesetting

/// A calendar file of whole days (RFC 5545).
package struct CalendarFile: Sendable {
  package struct Event: Hashable, Sendable {
    /// The same in every export of the same thing, so that a calendar replaces it and does not double it.
    package var id: String
    package var day: Day
    package var summary: String

    package init(id: String, day: Day, summary: String) {
      self.id = id
      self.day = day
      self.summary = summary
    }
  }

  package var events: [Event]
  /// When the file was made, `2026-11-22T08:00:00Z`.
  package var made: String

  package init(events: [Event], made: String) {
    self.events = events
    self.made = made
  }

  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//Workbook//EN", "CALSCALE:GREGORIAN",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:\(event.id)@waymark.invalid", "DTSTAMP:\(stamp)",
        "DTSTART;VALUE=DATE:\(CalendarFile.date(event.day))",
        "SUMMARY:" + CalendarFile.escaped(event.summary), "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { CalendarFile.folded($0) + "\r\n" }.joined()
  }

  private var stamp: String { made.filter { $0 != "-" && $0 != ":" } }

  private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// Text as a property value: what would end or split it is written with a backslash, and nothing in it can turn a line round or hide.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in visible(text, keepingLines: true).unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// In lines of 75 bytes at most, the next ones begun with a blank; no character is cut.
  static func folded(_ line: String) -> String {
    var out = ""
    var bytes = 0
    for scalar in line.unicodeScalars {
      let width = String(scalar).utf8.count
      if bytes + width > 75 {
        out += "\r\n "
        bytes = 1
      }
      out.unicodeScalars.append(scalar)
      bytes += width
    }
    return out
  }
}

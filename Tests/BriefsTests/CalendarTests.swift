import Briefs
import Rules
import Testing
import Typesetting

/// A calendar file, read back by a reader of its own.
struct CalendarTests {
  /// Unfolds, splits and unescapes as RFC 5545 says, knowing nothing of how the file was written.
  private static func events(_ text: String) -> [[String: String]] {
    let unfolded = text.replacing("\r\n ", with: "").replacing("\r\n\t", with: "")
    var events: [[String: String]] = []
    for line in unfolded.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = String(line[..<colon].prefix { $0 != ";" })
      let value = String(line[line.index(after: colon)...])
      if name == "BEGIN", value == "VEVENT" { events.append([:]) }
      if !events.isEmpty, events[events.count - 1][name] == nil {
        events[events.count - 1][name] = unescaped(value)
      }
    }
    return events
  }

  private static func unescaped(_ text: String) -> String {
    var out = ""
    var isEscape = false
    for character in text {
      if isEscape {
        out.append(character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        out.append(character)
      }
    }
    return out
  }

  @Test(arguments: [
    "Begin: a plain step", "commas, semicolons; and \\ backslashes", "two\nlines",
    String(repeating: "日本語のとても長い題", count: 12),
    "Ayşe 👩‍🔬 " + String(repeating: "é", count: 90), "BEGIN:VEVENT", "",
  ])
  func whatIsWrittenIsReadBack(_ summary: String) throws {
    let day = try #require(Day("2026-12-31"))
    let text = CalendarFile(
      events: [
        CalendarFile.Event(id: "begin-1-x", day: day, summary: summary),
        CalendarFile.Event(id: "review-1-x", day: day.adding(days: 60), summary: "other"),
      ], made: "2026-11-26T10:00:00Z"
    ).text
    let read = CalendarTests.events(text)
    #expect(read.count == 2)
    // Whoever opens the calendar sees what a terminal would show: nothing that is not seen lies between the signs.
    #expect(read[0]["SUMMARY"] == visible(summary, keepingLines: true))
    // Without an end, an entry of a whole day is that day.
    #expect(read[0]["DTSTART"] == "20261231" && read[0]["DTEND"] == nil)
    #expect(read[0]["UID"] == "begin-1-x@waymark.invalid")
    #expect(read[0]["DTSTAMP"] == "20261126T100000Z")
    #expect(read[1]["DTSTART"] == "20270301")
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.last == "")
  }

  @Test func controlsDoNotReachACalendar() throws {
    let day = try #require(Day("2026-12-31"))
    let text = CalendarFile(
      events: [CalendarFile.Event(id: "a", day: day, summary: "a\u{1B}[2Jb\rc\u{7}")],
      made: "2026-11-26T10:00:00Z"
    ).text
    #expect(CalendarTests.events(text)[0]["SUMMARY"] == "a␛[2Jb␍c␇")
  }
}

package import JSON
package import Rules

/// What is kept of a page that was given out: which items, when, for whom, in which form; none of its words.
package struct Receipt: Hashable, Sendable {
  /// As they were named.
  package var items: [String]
  package var format: BriefFormat
  /// Empty where the person did not say.
  package var whom: String
  /// UTC, `2026-11-22T08:00:00Z`.
  package var at: String
  /// The day on the page.
  package var day: Day
  /// Of the file's bytes, in hexadecimal; empty once something was taken back for good.
  package var hash: String
  /// Of what was released; by it the page is known to say something else by now. Empty likewise.
  package var content: String
  /// Of a page that can be answered by file: its check and its number; empty elsewhere.
  package var check: String
  package var request: String
  /// Of what was asked, step by step: marks of the very words.
  package var asked: [String]

  /// - Parameters:
  ///   - hash: of the file's bytes, in hexadecimal.
  ///   - at: the present time.
  ///   - asked: the marks of what the page asks.
  package init(
    _ file: BriefFile, _ shares: [Share], _ format: BriefFormat, for whom: String, at: String,
    hash: String, asked: [String]
  ) {
    items = shares.map(\.text)
    self.format = format
    self.whom = whom
    self.at = at
    day = file.brief.day
    self.hash = hash
    content = file.brief.fingerprint
    check = format == .json ? file.check : ""
    request = format == .json ? file.request : ""
    self.asked = format == .json ? asked : []
  }

  /// - Returns: `nil` for a receipt of an edition that kept less.
  package init?(_ plain: JSONValue) {
    guard let items = plain["items"]?.list?.compactMap(\.text),
      let format = plain["format"]?.text.flatMap(BriefFormat.init),
      let at = plain["at"]?.text,
      let day = Day(plain["day"]?.text ?? String(at.prefix(10)))
    else { return nil }
    self.items = items
    self.format = format
    whom = plain["for"]?.text ?? ""
    self.at = at
    self.day = day
    hash = plain["hash"]?.text ?? ""
    content = plain["content"]?.text ?? ""
    check = plain["check"]?.text ?? ""
    request = plain["request"]?.text ?? ""
    asked = plain["asked"]?.list?.compactMap(\.text) ?? []
  }

  package var plain: JSONValue {
    var pairs = [
      JSONValue.Pair("items", .list(items.map { .text($0) })),
      JSONValue.Pair("format", .text(format.rawValue)), JSONValue.Pair("for", .text(whom)),
      JSONValue.Pair("at", .text(at)), JSONValue.Pair("day", .text(day.description)),
      JSONValue.Pair("hash", .text(hash)), JSONValue.Pair("content", .text(content)),
    ]
    if !check.isEmpty {
      pairs += [
        JSONValue.Pair("check", .text(check)), JSONValue.Pair("request", .text(request)),
        JSONValue.Pair("asked", .list(asked.map { .text($0) })),
      ]
    }
    return .map(pairs)
  }

  package var shares: [Share] { items.compactMap { Share($0) } }
}

extension Brief {
  /// By what was released, in whatever words a pack says it. Two pages that hold the same have the same; it guards against change,
  /// not against malice.
  package var fingerprint: String {
    var one = SplitMix64(state: 1)
    var other = SplitMix64(state: 2)
    for byte in released.joined(separator: "\n").utf8 {
      one.state = one.next() ^ UInt64(byte)
      other.state = other.next() ^ UInt64(byte)
    }
    return [one.next(), other.next()].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

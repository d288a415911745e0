import JSON
package import Rules
import Typesetting
package import Workbook

/// What somebody answered to a page, as a file: it names the page and its number, and rates steps, no person.
package struct Reply: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// On the page, from 1.
    package var number: Int
    package var answer: StepAnswer
    /// The mark of the words that were asked.
    package var asked: String

    package init(number: Int, answer: StepAnswer, asked: String) {
      self.number = number
      self.answer = answer
      self.asked = asked
    }
  }

  /// The check of the page's file.
  package var brief: String
  package var request: String
  package var day: Day
  package var steps: [Step]
  /// What whoever answers will do, and by when; empty where nothing was said.
  package var will: String

  /// Bytes that a file has at most.
  package static let limit = 16 << 10
  /// Characters that a step's words, and what the other will do, have at most.
  package static let mostWords = 200
  package static let mostWill = 160

  package init(brief: String, request: String, day: Day, steps: [Step], will: String) {
    self.brief = brief
    self.request = request
    self.day = day
    self.steps = steps
    self.will = will
  }

  /// The days that an answer to a page can name: from the page's own to a year on. The day before counts too, for whoever answers where
  /// it is still yesterday.
  package static func year(of day: Day) -> ClosedRange<Day> {
    day.adding(days: -1)...day.adding(days: 366)
  }

  /// - Parameter digest: a hash of bytes, in hexadecimal.
  package func text(digest: ([UInt8]) -> String) -> String {
    visibleJSON(Paper.sealed(document, digest).json) + "\n"
  }

  private var document: JSONValue {
    [
      "waymark": "reply", "version": .whole(Paper.version), "brief": .text(brief),
      "request": .text(request), "day": .text(day.description),
      "steps": .list(steps.map(\.document)), "will": .text(will),
    ]
  }

  package init(reading bytes: [UInt8], digest: ([UInt8]) -> String) throws(ExchangeFileProblem) {
    var reader = try Paper.read(bytes, kind: "reply", limit: Reply.limit, digest)
    _ = try reader.text("check")
    brief = try reader.text("brief")
    request = try reader.text("request")
    guard let day = Day(try reader.text("day")) else { throw reader.wrong("day") }
    self.day = day
    will = try reader.line("will")
    if will.count > Reply.mostWill { throw reader.wrong("will") }
    steps = []
    for var one in try reader.maps("steps") {
      let step = try Step(&one)
      if steps.contains(where: { $0.number == step.number }) { throw one.wrong("number") }
      steps.append(step)
    }
    if steps.isEmpty { throw reader.wrong("steps") }
    try reader.finish()
  }
}

extension Reply.Step {
  fileprivate var document: JSONValue {
    var pairs = [
      JSONValue.Pair("number", .whole(number)), JSONValue.Pair("name", .text(answer.step)),
      JSONValue.Pair("asked", .text(asked)),
      JSONValue.Pair("answer", .text(answer.said.rawValue)),
      JSONValue.Pair("words", .text(answer.words)),
    ]
    if let again = answer.again { pairs.append(JSONValue.Pair("again", .text(again.description))) }
    let clear = Criterion.allCases.compactMap { criterion in
      answer.clarity[criterion].map { JSONValue.Pair(criterion.rawValue, .bool($0)) }
    }
    return .map(pairs + [JSONValue.Pair("clear", .map(clear))])
  }

  fileprivate init(_ reader: inout ExchangeFileReader) throws(ExchangeFileProblem) {
    let number = try reader.whole("number")
    if !(1...1_000).contains(number) { throw reader.wrong("number") }
    let name = try reader.text("name")
    let asked = try reader.text("asked")
    guard let said = StepAnswer.Said(rawValue: try reader.text("answer")) else {
      throw reader.wrong("answer")
    }
    let words = try reader.line("words")
    if words.count > Reply.mostWords { throw reader.wrong("words") }
    var again: Day?
    if let text = try reader.optionalText("again") {
      guard let day = Day(text) else { throw reader.wrong("again") }
      again = day
    }
    var clear = try reader.map("clear")
    var clarity: Clarity = [:]
    for criterion in Criterion.allCases {
      guard let mark = clear.optional(criterion.rawValue) else { continue }
      guard case .bool(let isClear) = mark else { throw clear.wrong(criterion.rawValue) }
      clarity[criterion] = isClear
    }
    try clear.finish()
    try reader.finish()
    self.init(
      number: number,
      answer: StepAnswer(step: name, said: said, words: words, again: again, clarity: clarity),
      asked: asked)
  }
}

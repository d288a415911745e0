package import JSON

/// What goes from the coach's file to the client's and back: numbers, days, names of exercises; of answers the
/// next day, and the three marks if they were given.
package struct SessionHandoff: Hashable, Sendable {
  /// Which client, by the number in the coach's file.
  package var client: Int
  /// Which session.
  package var number: String
  package var plan: String
  /// UTC, `2026-11-22T08:00:00Z`.
  package var began: String
  /// Where the client's file is; empty where one is to be made.
  package var path: String
  /// Whether a new file is to be made.
  package var isNew = false
  /// On the way there the agreement's version that was confirmed in an earlier session, on the way back the one of this; 0 for
  /// none.
  package var version = 0
  /// Until when the coach keeps notes, `2026-11-22`; empty where no day is set.
  package var until = ""
  /// Whether the session was closed.
  package var isClosed = false
  /// Exercises that both saw completed since the session began, by id.
  package var done: [String] = []
  /// The exercise that was on the screen; empty where none was.
  package var exercise = ""
  /// The day named for the next session, `2026-11-22`; empty where none was.
  package var again = ""
  /// Whether what the session was for was written down.
  package var hasGoal = false
  /// Whether a small step was agreed on since the session began.
  package var hasStep = false
  /// The client's three marks, where they gave them.
  package var marks: [String] = []

  package init(client: Int, number: String, plan: String, began: String, path: String) {
    self.client = client
    self.number = number
    self.plan = plan
    self.began = began
    self.path = path
  }

  /// - Returns: `nil` where it is none.
  package init?(_ plain: JSONValue) {
    guard let client = plain["client"]?.whole, let number = plain["number"]?.text,
      let plan = plain["plan"]?.text, let began = plain["began"]?.text,
      let path = plain["path"]?.text
    else { return nil }
    self.init(client: client, number: number, plan: plan, began: began, path: path)
    isNew = plain["new"] == true
    version = plain["version"]?.whole ?? 0
    until = plain["until"]?.text ?? ""
    isClosed = plain["closed"] == true
    done = plain["done"]?.list?.compactMap(\.text) ?? []
    exercise = plain["exercise"]?.text ?? ""
    again = plain["again"]?.text ?? ""
    hasGoal = plain["goal"] == true
    hasStep = plain["step"] == true
    marks = plain["marks"]?.list?.compactMap(\.text) ?? []
  }

  package var plain: JSONValue {
    [
      "client": .whole(client), "number": .text(number), "plan": .text(plan),
      "began": .text(began), "path": .text(path), "new": .bool(isNew), "version": .whole(version),
      "until": .text(until), "closed": .bool(isClosed), "done": .list(done.map { .text($0) }),
      "exercise": .text(exercise), "again": .text(again),
      "goal": .bool(hasGoal), "step": .bool(hasStep), "marks": .list(marks.map { .text($0) }),
    ]
  }
}

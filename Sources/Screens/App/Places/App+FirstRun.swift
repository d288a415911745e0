import TextUI
package import Workbook

/// A made-up person to look round with, in memory alone.
package struct MadeUpPerson: Sendable {
  /// Two sentences on their life.
  package var life: String
  package var changes: [Change]

  package init(life: String, changes: [Change]) {
    self.life = life
    self.changes = changes
  }
}

extension App {
  /// A workbook to look round in: first one of a few made-up people is chosen.
  package init(meeting people: [MadeUpPerson], _ session: OpenWorkbook) {
    self.init(session)
    self.people = people
    stack = [.demo(ListBox(people.map { ListBox.Row($0.life) }))]
  }

  /// Opens the workbook of a made-up person.
  mutating func meet(_ place: Int) -> [Effect] {
    durable = Profile(people[place].changes)
    pending = []
    session.drafts = [:]
    session.replace(durable)
    stack = [top, homeScreen]
    notice = session.phrases(.demoNotice)
    return [.meet(place)]
  }

  /// Hands over the path that was typed, to be brought in.
  mutating func bring() -> [Effect] {
    guard case .bring(let area) = top else { return [] }
    let path = area.text.trimmed
    if path.isEmpty { return [] }
    return [.bring(path)]
  }
}

import Workbook

extension App {
  /// The step of a pathway's page becomes the beginning of an entry in the list of experiments.
  mutating func takeOn(_ pathway: Int) -> [Effect] {
    guard let (item, text) = session.beginning(of: pathway) else { return [] }
    let address = session.pack.items[item].address
    if session.drafts[address.description] != nil {
      notice = session.phrases(.stepWaits)
      return []
    }
    session.drafts[address.description] = text
    if let screen = ExerciseScreen(session.pack.exerciseOfItem[item], at: item, session) {
      stack.append(.exercise(screen))
    }
    return [.draft(address, text)]
  }
}

import Screens
import TestSupport
import Workbook

/// A profile's file held in memory: what is kept, and what is half written.
struct MemoryFile {
  private(set) var changes: [Change]
  private(set) var drafts: [String: Draft]

  init(_ changes: [Change] = [], _ drafts: [String: Draft] = [:]) {
    (self.changes, self.drafts) = (changes, drafts)
  }

  /// Carries out what is asked of the file.
  ///
  /// - Returns: what became of it; `nil` where it is asked of something else.
  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .save(let more):
      changes += more
      for case .answered(let answer) in more { drafts[answer.address.description] = nil }
      return .saved(hour: "20:05", before: [], profileName: "file")
    case .draft(let address, let draft):
      drafts[address.description] = draft.isEmpty ? nil : draft
      return .drafted(address, draft)
    case .forget(let what):
      let forgotten = ChangeLog.forgetting(what, changes, drafts)
      (changes, drafts) = (forgotten.changes, forgotten.drafts)
      return .forgotten(forgotten)
    case .look, .suspend, .redraw, .quit, .lock, .seal, .desk, .file, .sit, .release, .set,
      .lookRound, .meet, .bring, .bringing:
      return nil
    }
  }
}

import Screens
import Store
import Workbook

/// Carries out what the workbook asks of the world.
final class EffectRunner {
  private let folder: ProfileFolder
  private let phrases: PhraseBook
  private(set) var store: ProfileStore?
  private(set) var name: String

  init(folder: ProfileFolder, phrases: PhraseBook, store: ProfileStore?, name: String) {
    self.folder = folder
    self.phrases = phrases
    self.store = store
    self.name = name
  }

  func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .save(let changes):
      do throws(StoreError) {
        let before = try save(changes)
        return .saved(hour: WallClock.hour, before: before, profileName: name)
      } catch {
        return .notSaved(phrases(.notSavedWhy, ["reason": error.failure.words]))
      }
    case .draft(let address, let text):
      do throws(StoreError) {
        try opened().setDraft(address, text)
        return nil
      } catch {
        return .notSaved(phrases(.notSavedWhy, ["reason": error.failure.words]))
      }
    case .look:
      guard let changes = try? store?.newChanges() else { return nil }
      return .arrived(changes)
    case .suspend, .redraw, .quit: return nil
    }
  }

  /// - Returns: what others had written before.
  func save(_ changes: [Change]) throws(StoreError) -> [Change] {
    try opened().append(changes).before
  }

  /// The store, made at the first save.
  private func opened() throws(StoreError) -> ProfileStore {
    if let store { return store }
    name = phrases(.defaultName)
    let made = try folder.create(name: name, opened: WallClock.now)
    _ = try made.newChanges()
    store = made
    return made
  }
}

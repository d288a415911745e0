import Screens
import Sealing
import Store
import Workbook

/// Where the workbook finds its file damaged: offers to bring what is whole into a new profile.
struct Rescue {
  let choosing: ProfileLocator
  let phrases: PhraseBook

  /// - Returns: `nil` where the person leaves everything as it is.
  func offer<Face: PassphrasePrompt & ~Copyable>(
    _ path: String, on face: inout Face
  ) throws(Failure) -> Salvage? {
    var page = PassphraseScreen(
      phrases(.damagedTitle), [phrases(.damagedSaid, ["path": path]), phrases(.damagedOffer)],
      isAsking: false, keys: phrases(.damagedKeys))
    page.lineKeys = phrases(.damagedLines)
    guard try face.show(page) else { return nil }
    let folder = try choosing.folder
    do throws(StoreError) {
      return try folder.salvage(path, .plain)
    } catch {
      guard case .sealed = error else { throw error.failure }
    }
    return try unlocked(path, on: &face)
  }

  private func unlocked<Face: PassphrasePrompt & ~Copyable>(
    _ path: String, on face: inout Face
  ) throws(Failure) -> Salvage? {
    let folder = try choosing.folder
    var wasWrong = false
    while let secret = try face.ask(phrases.lockPage(name: path, wasWrong: wasWrong)) {
      face.wait(phrases(.lockMoment))
      do throws(StoreError) {
        return try folder.salvage(path, .secret(secret))
      } catch {
        guard case .wrongPassphrase = error else { throw error.failure }
        wasWrong = true
      }
    }
    return nil
  }
}

extension ProfileFolder {
  /// Brings what is whole in a damaged file into a new one, under a name that is free.
  func salvage(
    _ path: String, _ opening: ProfileStore.Opening
  ) throws(StoreError) -> Salvage {
    let taken = Set(list().entries.map(\.name))
    return try salvage(
      path, naming: { ProfileCommand.free($0 + ", salvaged", "again", taken) }, opening)
  }
}

import Briefs
import Foundation
import Rules
import Screens
import Store
import Workbook

/// Carries out what the workbook asks of the world.
final class EffectRunner {
  private let folder: ProfileFolder
  private let phrases: PhraseBook
  private(set) var store: ProfileStore?
  private(set) var name: String
  /// Whether another workbook holds the profile, so that this one only reads.
  private var waits: Bool

  init(
    folder: ProfileFolder, phrases: PhraseBook, store: ProfileStore?, name: String, waits: Bool
  ) {
    self.folder = folder
    self.phrases = phrases
    self.store = store
    self.name = name
    self.waits = waits
  }

  func perform(_ effect: Effect) -> Message? {
    if case .set(let settings) = effect { return EffectRunner.keep(settings, phrases) }
    // While another workbook has the profile, nothing of this one reaches it.
    if waits && effect != .look { return nil }
    switch effect {
    case .save(let changes):
      return telling { () throws(StoreError) in
        // On top of what others wrote meanwhile an undo would take back theirs.
        if changes.contains(where: \.isUndoing) {
          let store = try self.opened()
          guard try store.appendUnlessChanged(changes) else {
            return .overtaken(try store.newChanges())
          }
          return .saved(hour: WallClock.hour, before: [], profileName: self.name)
        }
        let before = try self.save(changes)
        return .saved(hour: WallClock.hour, before: before, profileName: self.name)
      }
    case .draft(let address, let draft):
      return telling { () throws(StoreError) in
        try self.opened().setDraft(address, draft.isEmpty ? nil : draft)
        return .drafted(address, draft)
      }
    case .release(let release): return write(release)
    case .forget(let what):
      return telling { () throws(StoreError) in .forgotten(try self.opened().forget(what)) }
    case .look: return look()
    case .file(let file): return write(file)
    case .bring(let path): return see(path)
    case .suspend, .redraw, .quit, .lock, .seal, .desk, .sit, .set, .lookRound, .meet, .bringing:
      return nil
    }
  }

  /// Keeps what is set about the program; says so where that is not to be had.
  static func keep(_ settings: Settings, _ phrases: PhraseBook) -> Message? {
    do throws(Failure) {
      try Configuration.write(settings, to: RuntimeEnvironment.configurationPath)
      return nil
    } catch {
      return .notWritten(phrases(.settingsNot, ["reason": error.words]))
    }
  }

  /// Whether a profile stands at a path that was typed.
  private func see(_ path: String) -> Message {
    let whole = (path as NSString).expandingTildeInPath
    do throws(StoreError) {
      _ = try ProfileFolder.entry(at: whole)
      return .mayBring(whole)
    } catch {
      return .notWritten(error.failure.words)
    }
  }

  /// Writes a page into the folder in which the program was begun, and notes it.
  private func write(_ release: Release) -> Message? {
    do throws(Failure) {
      let store: ProfileStore
      do throws(StoreError) { store = try opened() } catch { throw error.failure }
      let page = try RenderedPage(release, phrases, secret: store.pageSecret)
      let path = EffectRunner.free(release.brief.day.description, release.format)
      let staged = try PrivateFile.stage(Array(page.text.utf8), for: path, replacing: false)
      let receipt = Change.shared(page.receipt.plain)
      let before: [Change]
      do throws(StoreError) {
        before = try save([receipt])
      } catch {
        staged.drop()
        throw error.failure
      }
      var written = ReleasedPage(path: path, receipt: receipt, before: before, problem: "")
      do throws(Failure) { try staged.commit() } catch { written.problem = error.words }
      return .released(written)
    } catch {
      return .notWritten(phrases(.releaseNot, ["reason": error.words]))
    }
  }

  private func write(_ file: FileToWrite) -> Message? {
    let beside = store.map { ($0.path as NSString).deletingLastPathComponent }
    let path = EffectRunner.free(file.name, in: file.isBesideProfile ? beside : nil)
    do throws(Failure) {
      try PrivateFile.write(Array(file.text.utf8), to: path, replacing: false)
      return .fileWritten(path)
    } catch {
      return .notWritten(error.words)
    }
  }

  /// A name that nothing has yet; it says the day and nothing else.
  private static func free(_ day: String, _ format: BriefFormat) -> String {
    free("page-\(day)." + format.rawValue)
  }

  /// - Parameter folder: `nil` for the one in which the program was begun.
  private static func free(_ name: String, in folder: String? = nil) -> String {
    // Where that folder is gone, in the person's own.
    let here = FileManager.default.currentDirectoryPath
    let folder = folder ?? (here.isEmpty || !PrivateFile.isThere(here) ? NSHomeDirectory() : here)
    let parts = (name as NSString)
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { number in
      folder + "/" + parts.deletingPathExtension + (number == 1 ? "" : "-\(number)") + "."
        + parts.pathExtension
    }
    return names.first { !PrivateFile.isThere($0) } ?? ""
  }

  private func look() -> Message? {
    guard let store else { return nil }
    do throws(StoreError) {
      let arrived = try store.newChanges()
      if waits, arrived.isEmpty, store.takeSession(LockOwner.note) == nil {
        let drafts = try store.drafts()
        waits = false
        return .mayWrite(drafts: drafts)
      }
      return .arrived(arrived)
    } catch {
      switch error {
      case .busy: return nil
      case .replaced: return renewed(store)
      default: return .notRead(phrases(.notReadWhy, ["reason": error.failure.words]))
      }
    }
  }

  /// Another program wrote the file anew: it is taken up as it is now.
  private func renewed(_ store: ProfileStore) -> Message? {
    do throws(StoreError) {
      let (changes, drafts) = try store.renew()
      return .renewed(changes, drafts: drafts)
    } catch {
      let isSealed = (try? ProfileFolder.entry(at: store.path))?.isSealed
      if isSealed == true { return .sealedElsewhere }
      return .notRead(phrases(.notReadWhy, ["reason": error.failure.words]))
    }
  }

  private func telling(_ work: () throws(StoreError) -> Message?) -> Message? {
    do throws(StoreError) {
      return try work()
    } catch {
      if case .replaced = error, let store { return renewed(store) }
      return .notSaved(phrases(.notSavedWhy, ["reason": error.failure.words]))
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
    _ = made.takeSession(LockOwner.note)
    store = made
    return made
  }

  /// Lets the file and its key go.
  func close() { store = nil }
}

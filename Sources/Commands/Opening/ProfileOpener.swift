import Screens
import Sealing
import Store
import Workbook

/// Reads what the workbook needs, and asks for the passphrase where the profile is sealed.
struct ProfileOpener {
  let roots: RuntimeEnvironment

  struct Opened {
    var session: OpenWorkbook
    var access: Access
    /// What is to be said first.
    var notice = ""
    var runner: EffectRunner
  }

  /// Where the file is damaged it offers to bring out what is whole, and goes on with that.
  ///
  /// - Returns: `nil` where the person leaves a locked profile locked, or a damaged one as it is.
  func open<Face: PassphrasePrompt & ~Copyable>(on face: inout Face) throws(Failure) -> Opened? {
    do throws(Failure) {
      return try openWhole(on: &face)
    } catch {
      guard let path = error.damaged, StandardStreams.canAsk else { throw error }
      let phrases = try PackLoading(roots: roots).phrases()
      let rescue = Rescue(choosing: ProfileLocator(roots: roots), phrases: phrases)
      guard let found = try rescue.offer(path, on: &face) else { return nil }
      var wishes = roots.wishes
      wishes.profile = found.path
      var opened = try ProfileOpener(roots: RuntimeEnvironment(wishes)).openWhole(on: &face)
      opened?.notice =
        found.lost.isEmpty
        ? phrases(.damagedAll, ["name": found.name])
        : phrases(
          .damagedSome,
          [
            "name": found.name, "count": "\(found.lost.count)",
            "lost": found.lost.prefix(3).joined(separator: ", ")
              + (found.lost.count > 3 ? ", …" : ""),
          ])
      return opened
    }
  }

  private func openWhole<Face: PassphrasePrompt & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> Opened? {
    try Waymark.startSealing()
    let loading = PackLoading(roots: roots).begin()
    var choosing = ProfileLocator(roots: roots)
    choosing.isQuiet = true
    let folder = try choosing.folder
    let entry: ProfileFolder.Entry?
    var ready: (ProfileStore, Profile)?
    do throws(Failure) {
      entry = try choosing.entry()
      // Where no passphrase is asked for, the file is read while the pack is.
      if let entry, !asks(entry) { ready = try choosing.open(entry) }
    } catch {
      _ = try loading.both()
      throw error
    }
    let (phrases, pack) = try loading.both()
    guard let entry else {
      return Opened(
        session: session(Profile(), [:], "", 1, phrases, pack),
        access: Access(canSeal: StandardStreams.canAsk),
        runner: EffectRunner(
          folder: folder, phrases: phrases, store: nil, name: "", waits: false))
    }
    if ready == nil { ready = try unlock(entry, phrases, on: &face) }
    guard let (store, profile) = ready else { return nil }
    var access = Access(isSealed: store.isSealed)
    var waits = false
    if store.isReadOnly {
      access.readOnly = phrases(.readOnlyDisk)
    } else if let holder = store.takeSession(LockOwner.note) {
      let holder = LockOwner(holder)
      waits = true
      access.readOnly = phrases(
        .readOnlyHeld, ["hour": holder.hour, "terminal": holder.terminal])
    }
    access.canSeal = access.readOnly.isEmpty && !store.isSealed && StandardStreams.canAsk
    do throws(StoreError) {
      let drafts = try store.drafts()
      if access.readOnly.isEmpty { try store.setOpened(WallClock.now) }
      return Opened(
        session: session(profile, drafts, entry.name, store.seed, phrases, pack), access: access,
        notice: store.copyOfEarlier.map { phrases(.migratedSaid, ["path": $0]) }
          ?? store.spare.map { Self.said($0, phrases) } ?? access.readOnly,
        runner: EffectRunner(
          folder: folder, phrases: phrases, store: store, name: entry.name, waits: waits))
    } catch {
      throw error.failure
    }
  }

  private static func said(_ spare: SpareHead, _ phrases: PhraseBook) -> String {
    switch spare {
    case .mended: phrases(.headMended)
    case .standsIn: phrases(.headStandsIn)
    }
  }

  private func session(
    _ profile: Profile, _ drafts: [String: Draft], _ name: String, _ seed: UInt64,
    _ phrases: PhraseBook, _ pack: Pack
  ) -> OpenWorkbook {
    var session = OpenWorkbook(
      pack: pack, phrases: phrases, profile: profile, drafts: drafts, today: WallClock.today,
      now: WallClock.now, name: name)
    session.seed = seed
    return session
  }

  /// Whether the person is asked for a passphrase here.
  private func asks(_ entry: ProfileFolder.Entry) -> Bool {
    entry.isSealed && roots.wishes.passphraseDescriptor == nil && StandardStreams.canAsk
  }

  private func unlock<Face: PassphrasePrompt & ~Copyable>(
    _ entry: ProfileFolder.Entry, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> (ProfileStore, Profile)? {
    var wasWrong = false
    let isIdle = Relaunch.wasIdle
    while let secret = try face.ask(
      phrases.lockPage(name: entry.name, wasWrong: wasWrong, isIdle: isIdle && !wasWrong))
    {
      face.wait(phrases(.lockMoment))
      do throws(StoreError) {
        let store = try ProfileStore.open(path: entry.path, .secret(secret))
        return (store, Profile(try store.newChanges()))
      } catch {
        guard case .wrongPassphrase = error else { throw error.failure }
        wasWrong = true
      }
    }
    return nil
  }
}

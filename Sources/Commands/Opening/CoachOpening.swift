import Screens
import Sealing
import Store
import Workbook

/// Opens the coach's file, or a client's in a session; makes either where it is not there yet.
struct CoachOpening {
  let roots: RuntimeEnvironment

  /// Where the coach's own file is.
  var folder: ProfileFolder { get throws(Failure) { try roots.folder(of: "coach") } }

  /// - Returns: `nil` where whoever sits there leaves it locked.
  func open<Face: PassphrasePrompt & ~Copyable>(
    _ handover: RelaunchPayload?, on face: inout Face
  ) throws(Failure) -> CoachLauncher.Opened? {
    let (phrases, pack) = try PackLoading(roots: roots).both()
    if pack.guidance.plans.isEmpty {
      throw Failure(.configuration, "waymark: this pack has no plans for sessions (agendas.yaml).")
    }
    if let handover, handover.direction == .sit {
      return try sit(handover.slip, phrases, pack, on: &face)
    }
    return try desk(handover?.slip, phrases, pack, on: &face)
  }

  // MARK: - The coach's file

  private func desk<Face: PassphrasePrompt & ~Copyable>(
    _ returned: SessionHandoff?, _ phrases: PhraseBook, _ pack: Pack, on face: inout Face
  ) throws(Failure) -> CoachLauncher.Opened? {
    let folder = try folder
    guard let store = try coachStore(phrases, on: &face) else { return nil }
    do throws(StoreError) {
      var profile = Profile(try store.newChanges())
      let access = access(of: store, phrases)
      if let returned, access.readOnly.isEmpty {
        let changes = Roster(profile).taking(returned, profile, now: WallClock.now)
        _ = try store.append(changes)
        for change in changes { profile.apply(change) }
      }
      if access.readOnly.isEmpty { try store.setOpened(WallClock.now) }
      let desk = CoachWorkspace(
        core: pack, returned: returned, machine: ManagedMachine.word(roots, phrases))
      var session = OpenWorkbook(
        desk: desk, phrases: phrases, profile: profile, drafts: try store.drafts(),
        today: WallClock.today, now: WallClock.now, name: "")
      session.seed = store.seed
      return CoachLauncher.Opened(
        session: session, access: access, notice: access.readOnly,
        runner: EffectRunner(
          folder: folder, phrases: phrases, store: store, name: store.name, waits: false),
        focus: returned?.client)
    } catch {
      throw error.failure
    }
  }

  private func coachStore<Face: PassphrasePrompt & ~Copyable>(
    _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> ProfileStore? {
    let folder = try folder
    let (entries, unreadable) = folder.list()
    if entries.isEmpty, let first = unreadable.first { throw first.failure }
    if let entry = entries.first {
      return try unlock(entry.path, phrases(.coachName), phrases, on: &face)
    }
    guard
      let secrets = try secrets(
        after: [.coachFirstTitle, .coachFirst, .coachFirstSealed], phrases(.coachName), phrases,
        on: &face)
    else { return nil }
    do throws(StoreError) {
      let store = try folder.create(name: phrases(.coachName), opened: WallClock.now, secrets)
      _ = try store.newChanges()
      _ = try store.append([ComputerOwner.mine.change])
      store.close()
      return try open(store.path, secrets)
    } catch {
      throw error.failure
    }
  }

  /// Opened anew, as it is opened every day.
  private func open(_ path: String, _ secrets: SealingSecrets) throws(StoreError) -> ProfileStore {
    try ProfileStore.open(path: path, .secret(secrets.passphrase))
  }

  /// - Parameter words: of the page before it: its title, then its paragraphs.
  private func secrets<Face: PassphrasePrompt & ~Copyable>(
    after words: [Phrase], _ name: String, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> SealingSecrets? {
    let texts = words.map { phrases($0) }
    var page = PassphraseScreen(
      texts[0], Array(texts.dropFirst()), isAsking: false, keys: phrases(.enterOn))
    page.lineKeys = phrases(.enterOn)
    guard try face.show(page) else { return nil }
    return try SealingDialogue(
      phrases: phrases, words: try PackLoading(roots: roots).words(), name: name
    ).run(on: &face)
  }

  // MARK: - A client's file

  private func sit<Face: PassphrasePrompt & ~Copyable>(
    _ slip: SessionHandoff, _ phrases: PhraseBook, _ pack: Pack, on face: inout Face
  ) throws(Failure) -> CoachLauncher.Opened? {
    let folder = try roots.folder()
    guard let store = try clientStore(slip, phrases, on: &face) else { return nil }
    do throws(StoreError) {
      let profile = Profile(try store.newChanges())
      var session = OpenWorkbook(
        pack: pack, phrases: phrases, profile: profile, drafts: try store.drafts(),
        today: WallClock.today, now: WallClock.now, name: store.name)
      session.seed = store.seed
      let access = access(of: store, phrases)
      return CoachLauncher.Opened(
        session: session, access: access, notice: access.readOnly,
        runner: EffectRunner(
          folder: folder, phrases: phrases, store: store,
          name: store.name, waits: false), slip: slip)
    } catch {
      throw error.failure
    }
  }

  private func clientStore<Face: PassphrasePrompt & ~Copyable>(
    _ slip: SessionHandoff, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> ProfileStore? {
    if PrivateFile.isThere(slip.path) {
      let entry: ProfileFolder.Entry
      do throws(StoreError) { entry = try ProfileFolder.entry(at: slip.path) } catch {
        throw error.failure
      }
      if !entry.isSealed { return try sealed(entry, phrases, on: &face) }
      return try unlock(slip.path, entry.name, phrases, on: &face)
    }
    guard
      let secrets = try secrets(
        after: [.clientFirstTitle, .clientFirst, .clientFirstSealed], phrases(.defaultName),
        phrases, on: &face)
    else { return nil }
    do throws(StoreError) {
      let store = try ProfileStore.create(
        path: slip.path, name: phrases(.defaultName), opened: WallClock.now, secrets)
      _ = try store.newChanges()
      _ = try store.append([ComputerOwner.shared.change])
      return store
    } catch {
      throw error.failure
    }
  }

  /// A file without a passphrase gets one before anything of it is shown: beside a coach it is the client's alone.
  private func sealed<Face: PassphrasePrompt & ~Copyable>(
    _ entry: ProfileFolder.Entry, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> ProfileStore? {
    guard
      let secrets = try secrets(
        after: [.clientFirstTitle, .clientPlain, .clientFirstSealed], entry.name, phrases,
        on: &face)
    else { return nil }
    do throws(StoreError) {
      let store = try ProfileStore.open(path: entry.path)
      try store.seal(secrets)
      _ = try store.newChanges()
      store.close()
      return try open(entry.path, secrets)
    } catch {
      throw error.failure
    }
  }

  // MARK: - Both

  private func access(of store: ProfileStore, _ phrases: PhraseBook) -> Access {
    var access = Access(isSealed: store.isSealed)
    if store.isReadOnly {
      access.readOnly = phrases(.readOnlyDisk)
    } else if let holder = store.takeSession(LockOwner.note) {
      let holder = LockOwner(holder)
      access.readOnly = phrases(
        .readOnlyHeld, ["hour": holder.hour, "terminal": holder.terminal])
    }
    return access
  }

  private func unlock<Face: PassphrasePrompt & ~Copyable>(
    _ path: String, _ name: String, _ phrases: PhraseBook, on face: inout Face
  ) throws(Failure) -> ProfileStore? {
    if let descriptor = roots.wishes.passphraseDescriptor {
      let secret = try SecretDescriptor.read(descriptor)
      do throws(StoreError) { return try ProfileStore.open(path: path, .secret(secret)) } catch {
        throw error.failure
      }
    }
    guard StandardStreams.canAsk else { throw StoreError.sealed(path: path).failure }
    var wasWrong = false
    while let secret = try face.ask(phrases.lockPage(name: name, wasWrong: wasWrong)) {
      face.wait(phrases(.lockMoment))
      do throws(StoreError) {
        return try ProfileStore.open(path: path, .secret(secret))
      } catch {
        guard case .wrongPassphrase = error else { throw error.failure }
        wasWrong = true
      }
    }
    return nil
  }
}

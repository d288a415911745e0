import Sealing
import Store
import Workbook

/// Finds the profile that a command is about.
struct ProfileLocator {
  let roots: RuntimeEnvironment
  /// Whether nothing is said on standard error: a screen may be in the way.
  var isQuiet = false
  /// Whether a passphrase may be given for a profile that is not sealed: it is about to be.
  var isToBeSealed = false

  var folder: ProfileFolder { get throws(Failure) { try roots.folder() } }

  /// The named one, else the only one, else the last one opened; `nil` where there is none and none was named.
  func entry() throws(Failure) -> ProfileFolder.Entry? {
    if let path = roots.wishes.profile, path.contains("/") {
      do throws(StoreError) { return try ProfileFolder.entry(at: path) } catch {
        throw error.failure
      }
    }
    let (entries, unreadable) = try folder.list()
    if let name = roots.wishes.profile {
      let found = entries.filter { $0.name == name }
      if found.count > 1 {
        throw Failure(
          .failed, "waymark: more than one profile is called \(name).",
          "Name it by its path: \(found.map(\.path).joined(separator: " "))")
      }
      guard let one = found.first else {
        // It may be one of those whose name can't be read any more.
        if let first = unreadable.first { throw first.failure }
        let known = entries.map(\.name).joined(separator: ", ")
        throw Failure(
          .failed, "waymark: there is no profile called \(name).",
          known.isEmpty ? "Make one with: waymark profile new \(name)" : "There are: \(known)")
      }
      return one
    }
    if entries.isEmpty, let first = unreadable.first { throw first.failure }
    return entries.max { $0.isEarlier(than: $1) }
  }

  /// The file that a check is about, where not even its head can be read.
  var damaged: String? {
    if let name = roots.wishes.profile, name.contains("/") {
      do throws(StoreError) { _ = try ProfileFolder.entry(at: name) } catch {
        if case .damaged = error { return name }
      }
      return nil
    }
    guard let (entries, unreadable) = try? folder.list(),
      !entries.contains(where: { $0.name == roots.wishes.profile ?? $0.name }),
      case .damaged(let path, _)? = unreadable.first
    else { return nil }
    return path
  }

  /// Which profile a command takes where there are several and none was named; `nil` where that is plain.
  var unnamed: String? {
    guard roots.wishes.profile == nil, let all = try? folder.list().entries, all.count > 1 else {
      return nil
    }
    return (try? entry())?.name
  }

  /// Opens it for a command, which needs one.
  func open() throws(Failure) -> (store: ProfileStore, profile: Profile) {
    guard let entry = try entry() else {
      throw Failure(
        .failed, "waymark: there is no profile yet.",
        "Make one with: waymark profile new NAME")
    }
    return try open(entry)
  }

  func open(
    _ entry: ProfileFolder.Entry
  ) throws(Failure) -> (store: ProfileStore, profile: Profile) {
    let store = try store(of: entry)
    do throws(StoreError) { return (store, Profile(try store.newChanges())) } catch {
      throw error.failure
    }
  }

  /// Opens it to read something out of it.
  func reading<Result>(
    _ entry: ProfileFolder.Entry, _ work: (ProfileStore) throws(StoreError) -> Result
  ) throws(Failure) -> Result {
    let store = try store(of: entry)
    do throws(StoreError) { return try work(store) } catch { throw error.failure }
  }

  /// Opens it for a command that writes the whole file anew: no workbook may have it open.
  func openAlone() throws(Failure) -> ProfileStore {
    let store = try open().store
    // A workbook that is just locking itself gives it back at once.
    if let holder = store.takeSession(LockOwner.note, patience: 1_000) {
      throw StoreError.inUse(path: store.path, by: holder).failure
    }
    return store
  }

  private func store(of entry: ProfileFolder.Entry) throws(Failure) -> ProfileStore {
    try withSecret(entry.isSealed, entry.name) { opening throws(StoreError) in
      let store = try ProfileStore.open(path: entry.path, opening)
      if !isQuiet {
        if let copy = store.copyOfEarlier { StandardStreams.note(Self.migrated(copy)) }
        if let spare = store.spare { StandardStreams.note(Self.spared(spare, store.path)) }
      }
      return store
    }
  }

  /// Copies a profile from elsewhere into the folder, under a name that is free there.
  ///
  /// - Returns: that name.
  func bringIn(_ file: String) throws(Failure) -> String {
    let folder = try folder
    let taken = Set(folder.list().entries.map(\.name))
    let entry: ProfileFolder.Entry
    do throws(StoreError) { entry = try ProfileFolder.entry(at: file) } catch {
      throw error.failure
    }
    return try withSecret(entry.isSealed, file) { opening throws(StoreError) in
      try folder.restore(from: file, opening) { name in
        ProfileCommand.free(name, "restored", taken)
      }
    }
  }

  private static func spared(_ spare: SpareHead, _ path: String) -> String {
    switch spare {
    case .mended:
      "The part of \(path) that holds its name was damaged. It's kept twice and the other copy is "
        + "whole, so nothing is lost and the file is repaired. The disk may be failing: make a backup."
    case .standsIn:
      "The part of \(path) that holds its name is damaged. It's kept twice and the other copy is "
        + "whole, so nothing is lost. The file can't be repaired now, because it's open elsewhere "
        + "or may only be read."
    }
  }

  private static func migrated(_ copy: String) -> String {
    "The file was of an earlier edition and is brought up to date. As it was, it stands in \(copy)."
  }

  /// Opens something that may be sealed, with its passphrase: from the descriptor that was named, else asked for at the terminal
  /// as often as it takes.
  func withSecret<Result>(
    _ isSealed: Bool, _ name: String,
    _ open: (ProfileStore.Opening) throws(StoreError) -> Result
  ) throws(Failure) -> Result {
    var given: ProfileStore.Opening?
    if !isSealed {
      given = .plain
      // Somebody may have put a plain file in the sealed one's place.
      if roots.wishes.passphraseDescriptor != nil && !isToBeSealed {
        throw Failure(
          .notAllowed, "waymark: \(name) is not sealed, and a passphrase was given.",
          "Nothing was read or written. Leave --passphrase-fd out, if that is as it should be.")
      }
    }
    if isSealed, let descriptor = roots.wishes.passphraseDescriptor {
      given = .secret(try SecretDescriptor.read(descriptor))
    }
    if let given {
      do throws(StoreError) { return try open(given) } catch { throw error.failure }
    }
    guard StandardStreams.canAsk else {
      throw StoreError.sealed(path: name).failure
    }
    while true {
      let secret = try asked(name)
      do throws(StoreError) {
        return try open(.secret(secret))
      } catch {
        guard case .wrongPassphrase = error else { throw error.failure }
        for line in error.failure.lines { StandardStreams.note(line) }
      }
    }
  }

  private func asked(_ name: String) throws(Failure) -> SecretBytes {
    guard let secret = try LinePassphrasePrompt.read("Passphrase of \(name):"), secret.count > 0
    else {
      throw Failure(.notAllowed, "waymark: \(name) stays locked.")
    }
    return secret
  }

  /// Works on a file that is too damaged to say by its head whether it is sealed.
  func withDamaged<Result>(
    _ path: String, _ work: (ProfileStore.Opening) throws(StoreError) -> Result
  ) throws(Failure) -> Result {
    do throws(StoreError) {
      return try work(.plain)
    } catch {
      guard case .sealed = error else { throw error.failure }
    }
    let secret = try secret(of: path)
    do throws(StoreError) { return try work(.secret(secret)) } catch { throw error.failure }
  }

  /// The passphrase of a file that is too damaged to be opened as a whole.
  private func secret(of path: String) throws(Failure) -> SecretBytes {
    if let descriptor = roots.wishes.passphraseDescriptor {
      return try SecretDescriptor.read(descriptor)
    }
    guard StandardStreams.canAsk else {
      throw StoreError.sealed(path: path).failure
    }
    return try asked(path)
  }
}

import Store
import Workbook

/// Finds the profile that a command is about.
struct ProfileChoosing {
  let roots: Roots

  var folder: ProfileFolder { ProfileFolder(path: roots.dataFolder) }

  /// The named one, else the only one, else the last one opened; `nil` where there is none and none was named.
  func entry() throws(Failure) -> ProfileFolder.Entry? {
    let (entries, unreadable) = folder.list()
    if let name = roots.wishes.profile {
      if name.contains("/") { return ProfileFolder.Entry(path: name, name: name, opened: "") }
      let found = entries.filter { $0.name == name }
      if found.count > 1 {
        throw Failure(
          .failed, "waymark: more than one profile is called \(name).",
          "Name it by its path: \(found.map(\.path).joined(separator: " "))")
      }
      guard let one = found.first else {
        let known = entries.map(\.name).joined(separator: ", ")
        throw Failure(
          .failed, "waymark: there is no profile called \(name).",
          known.isEmpty ? "Make one with: waymark profile new \(name)" : "There are: \(known)")
      }
      return one
    }
    if entries.isEmpty, let first = unreadable.first { throw first.failure }
    return entries.max { ($0.opened, $1.name) < ($1.opened, $0.name) }
  }

  /// Which profile a command takes where there are several and none was named; `nil` where that is plain.
  var unnamed: String? {
    guard roots.wishes.profile == nil, folder.list().entries.count > 1 else { return nil }
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
    do throws(StoreError) {
      let store = try ProfileStore.open(path: entry.path)
      return (store, Profile(try store.newChanges()))
    } catch {
      throw error.failure
    }
  }
}

extension StoreError {
  /// In the words and codes of the command line.
  var failure: Failure {
    switch self {
    case .notThere(let path): Failure(.noInput, "waymark: \(path) is not there.")
    case .unfinished(let path):
      Failure(
        .failed, "waymark: \(path) holds nothing: its making was cut off.",
        "It can be deleted.")
    case .notAFile(let path):
      Failure(
        .failed, "waymark: \(path) is no plain file, and is left alone.",
        "A profile is one file with one name.")
    case .cannotMakeFolder(let path, let reason):
      Failure(
        .cannotCreate, "waymark: the folder \(path) cannot be made: \(reason).",
        "Name another with --data-dir.")
    case .cannotMakeFile(let path, let reason):
      Failure(
        .cannotCreate, "waymark: \(path) cannot be made: \(reason).",
        "Name another folder with --data-dir.")
    case .cannotOpen(let path, let reason):
      Failure(.ioError, "waymark: \(path) cannot be opened: \(reason).")
    case .cannotWrite(let path, let reason):
      Failure(
        .ioError, "waymark: \(path) cannot be written: \(reason).",
        "Nothing that was saved before is lost.")
    case .newer(let path, let format):
      Failure(
        .failed, "waymark: \(path) was written by a later edition (format \(format)).",
        "It is left as it is. Open it with that edition.")
    case .damaged(let path, let what):
      Failure(
        .failed, "waymark: \(path) is not as it was written: \(what).",
        "It is left as it is; a copy from before the damage can be opened by its path.")
    case .busy(let path):
      Failure(.failed, "waymark: another program holds \(path).", "Try again in a moment.")
    case .fullDisk(let path):
      Failure(
        .ioError, "waymark: the disk is full, so \(path) could not grow.",
        "What was saved before is safe. Make room and try again.")
    }
  }
}

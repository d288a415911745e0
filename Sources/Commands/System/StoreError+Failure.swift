import Store

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
        "Name another place.")
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
    case .damaged(let path, let what): .damaged(path, what)
    case .nothingWhole(let path):
      Failure(
        .failed, "waymark: too much of \(path) is damaged, so Waymark can bring nothing out of it.",
        "It is left as it is. If you have a backup: waymark profile restore BACKUP",
        "If you have none, keep the file. Without a passphrase on it, a text editor may still show "
          + "what you wrote.")
    case .busy(let path):
      Failure(.failed, "waymark: another program holds \(path).", "Try again in a moment.")
    case .inUse(let path, let holder):
      Failure(
        .failed,
        "waymark: a workbook has \(path) open"
          + (holder.isEmpty ? "." : ": \(LockOwner(holder).words)."),
        "Close that window, then try again.")
    case .replaced(let path):
      Failure(
        .failed, "waymark: \(path) was written anew by another program meanwhile.",
        "Nothing that was acknowledged is lost. Start again.")
    case .sealed(let path):
      Failure(
        .notAllowed, "waymark: \(path) is sealed.",
        "At a terminal it asks for the passphrase; a script gives it by --passphrase-fd N.")
    case .wrongPassphrase(let path):
      Failure(
        .notAllowed, "waymark: that does not open \(path).",
        "Nothing is lost and nothing is counted; try again.")
    case .noMemory:
      .noMemory
    case .halfErased(let path):
      Failure(
        .ioError, "waymark: no profile opens from it any more, but \(path) cannot be taken away.",
        "waymark profile list tries again.")
    case .fullDisk(let path):
      Failure(
        .ioError, "waymark: the disk is full, so \(path) could not grow.",
        "What was saved before is safe. Make room and try again.")
    }
  }
}

extension Failure {
  fileprivate static func damaged(_ path: String, _ what: String) -> Failure {
    var failure = Failure(
      .failed, "waymark: \(path) is not as it was written: \(what).",
      "It is left as it is. What is whole can be brought out: waymark doctor --salvage \(path)")
    failure.damaged = path
    return failure
  }
}

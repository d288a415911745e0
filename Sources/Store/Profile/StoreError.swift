/// What can go wrong with a profile's file.
package enum StoreError: Error, Hashable, Sendable {
  case notThere(path: String)
  /// The making of this file was cut off before it held anything.
  case unfinished(path: String)
  /// A link, a pipe, a folder, or a file with two names stands where a profile is wanted.
  case notAFile(path: String)
  case cannotMakeFolder(path: String, reason: String)
  case cannotMakeFile(path: String, reason: String)
  case cannotOpen(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// Written by a later edition of the program.
  case newer(path: String, format: Int)
  /// What stands in the file is not what was written there.
  case damaged(path: String, what: String)
  /// Nothing can be brought out of it.
  case nothingWhole(path: String)
  /// Another program holds the file for longer than is waited.
  case busy(path: String)
  /// A workbook has it open; the words say which.
  case inUse(path: String, by: String)
  /// It was written anew by another program since it was opened here.
  case replaced(path: String)
  case fullDisk(path: String)
  /// A profile has lost its name, and this file of it is still there.
  case halfErased(path: String)
  /// It is sealed, and no passphrase was given.
  case sealed(path: String)
  case wrongPassphrase(path: String)
  /// The system gives no memory for the key.
  case noMemory(path: String)
}

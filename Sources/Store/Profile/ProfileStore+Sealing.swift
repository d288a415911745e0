import Foundation
import Sealing

extension ProfileStore {
  /// Seals a plain profile by a new key: the whole file is written anew, and nothing plain stays in the folder.
  package func seal(_ secrets: SealingSecrets) throws(StoreError) {
    guard let key = DataKey() else { throw .noMemory(path: path) }
    var header = header
    // A new identity: nothing that was tagged in the clear fits into the sealed file.
    header.identity = Digest.random(count: 16)
    try header.seal(key, secrets, path)
    let sealed = header
    // First the copies: a program that is killed in between leaves no plain one beside a sealed file.
    try Leftovers.takeAway(path)
    try rewrite {
      $0.header = sealed
      $0.key = key
    }
  }

  /// Makes a sealed profile plain again.
  package func unseal() throws(StoreError) {
    try rewrite {
      $0.header.passphrase = nil
      $0.header.recovery = nil
      $0.key = nil
    }
  }

  /// Changes by what the profile is opened. No record is written anew: the key stays, its slots change, in one transaction. A copy
  /// stands beside until the new passphrase has opened the file, and is then taken away, since the old one opens it.
  package func change(_ secrets: SealingSecrets) throws(StoreError) {
    guard let key = chain.key else { return }
    var changed = header
    try changed.seal(key, secrets, path)
    let (passphrase, recovery) = (changed.passphrase, changed.recovery)
    let copy = Leftovers.beforePassphrase(path)
    guard ProfileStore.overwriteAndRemove(copy) == 0 else {
      throw .cannotWrite(path: copy, reason: "it is left over and cannot be taken away")
    }
    try backup(to: copy)
    try changeHeader {
      $0.passphrase = passphrase
      $0.recovery = recovery
    }
    let proof = try ProfileStore.open(path: path, .secret(secrets.passphrase), locked: false)
    _ = try proof.newChanges()
    proof.close()
    // The old slots stand in the journal too.
    try emptyJournal()
    guard ProfileStore.overwriteAndRemove(copy) == 0 else {
      throw .cannotWrite(
        path: copy, reason: "it cannot be taken away, and the old passphrase opens it")
    }
  }
}

import CSodium

/// What deriving a key from a passphrase costs whoever tries one, by Argon2id.
package struct KeyCost: Hashable, Sendable {
  package var mebibytes: Int
  package var passes: Int

  /// 256 MiB and three passes: about a second on a common machine.
  package static let common = KeyCost(mebibytes: 256, passes: 3)
  /// For machines with little memory.
  package static let floor = KeyCost(mebibytes: 64, passes: 3)
  private static let ceiling = KeyCost(mebibytes: 1024, passes: 10)

  package init(mebibytes: Int, passes: Int) {
    self.mebibytes = mebibytes
    self.passes = passes
  }

  /// A file could ask for so little that guessing is cheap, or for so much that opening never ends: neither is carried out.
  package var isReasonable: Bool {
    (KeyCost.floor.mebibytes...KeyCost.ceiling.mebibytes).contains(mebibytes)
      && (KeyCost.floor.passes...KeyCost.ceiling.passes).contains(passes)
  }
}

/// A data key, wrapped by a passphrase or by recovery words.
package struct KeySlot: Hashable, Sendable {
  private static let saltCount = 16
  private static let wrappedCount = 24 + DataKey.count + DataKey.tagCount
  private static let count = 4 + saltCount + wrappedCount
  private static let version: UInt8 = 1

  package var cost: KeyCost
  private var salt: [UInt8]
  private var wrapped: [UInt8]

  /// As the head holds it: version, mebibytes in two bytes, passes, salt, nonce, wrapped key, tag.
  package var bytes: [UInt8] {
    [
      KeySlot.version, UInt8(truncatingIfNeeded: cost.mebibytes >> 8),
      UInt8(truncatingIfNeeded: cost.mebibytes), UInt8(truncatingIfNeeded: cost.passes),
    ] + salt + wrapped
  }

  package init?(bytes: [UInt8]) {
    guard bytes.count == KeySlot.count, bytes[0] == KeySlot.version else { return nil }
    cost = KeyCost(mebibytes: Int(bytes[1]) << 8 | Int(bytes[2]), passes: Int(bytes[3]))
    salt = Array(bytes[4..<4 + KeySlot.saltCount])
    wrapped = Array(bytes[(4 + KeySlot.saltCount)...])
    guard cost.isReasonable else { return nil }
  }

  /// Wraps a key.
  ///
  /// - Parameter associated: the profile and the slot that it belongs to.
  /// - Returns: `nil` where the system gives no memory.
  package init?(
    wrapping key: DataKey, by secret: SecretBytes, cost: KeyCost, _ associated: [UInt8]
  ) {
    self.cost = cost
    salt = Digest.random(count: KeySlot.saltCount)
    let nonce = Digest.random(count: 24)
    var wrapped = [UInt8](repeating: 0, count: DataKey.count + DataKey.tagCount)
    guard let wrapping = KeySlot.derived(secret, cost, salt) else { return nil }
    _ = unsafe wrapping.read { wrapping in
      unsafe key.root.read {
        unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
          &wrapped, nil, $0, UInt64(DataKey.count), associated, UInt64(associated.count), nil,
          nonce, wrapping)
      }
    }
    self.wrapped = nonce + wrapped
  }

  package enum Opening {
    case key(DataKey)
    /// It is not this secret; nothing more is known, and nothing more is said.
    case wrong
    case noMemory
  }

  package func open(by secret: SecretBytes, _ associated: [UInt8]) -> Opening {
    guard let wrapping = KeySlot.derived(secret, cost, salt),
      let root = SecretBytes(capacity: DataKey.count)
    else { return .noMemory }
    let nonce = Array(wrapped[..<24])
    let sealed = Array(wrapped[24...])
    var result: Int32 = -1
    unsafe root.fill { root in
      result = unsafe wrapping.read {
        unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
          root, nil, nil, sealed, UInt64(sealed.count), associated, UInt64(associated.count), nonce,
          $0)
      }
    }
    if result != 0 { return .wrong }
    guard let key = DataKey(root: root) else { return .noMemory }
    return .key(key)
  }

  private static func derived(
    _ secret: SecretBytes, _ cost: KeyCost, _ salt: [UInt8]
  ) -> SecretBytes? {
    guard let key = SecretBytes(capacity: DataKey.count) else { return nil }
    var result: Int32 = -1
    unsafe key.fill { key in
      result = unsafe secret.read { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: max(1, secret.count)) {
          unsafe crypto_pwhash(
            key, UInt64(DataKey.count), $0, UInt64(secret.count), salt, UInt64(cost.passes),
            cost.mebibytes << 20, crypto_pwhash_alg_argon2id13())
        }
      }
    }
    return result == 0 ? key : nil
  }
}

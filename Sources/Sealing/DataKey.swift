import CSodium

/// The key of one sealed profile. Records and the head each have a key of their own, drawn from it.
package final class DataKey {
  static let count = 32
  private static let nonceCount = 24
  package static let tagCount = 16

  let root: SecretBytes
  private let records: SecretBytes
  private let head: SecretBytes
  private let names: SecretBytes

  /// A new random key; `nil` where the system gives no memory.
  package convenience init?() {
    guard let root = SecretBytes.random(count: DataKey.count) else { return nil }
    self.init(root: root)
  }

  init?(root: SecretBytes) {
    guard let records = DataKey.drawn(from: root, 1), let head = DataKey.drawn(from: root, 2),
      let names = DataKey.drawn(from: root, 3)
    else { return nil }
    self.root = root
    self.records = records
    self.head = head
    self.names = names
  }

  /// By which numbers on pages are made.
  package var pages: [UInt8] {
    guard let drawn = DataKey.drawn(from: root, 4) else { return [] }
    return (0..<drawn.count).map { drawn[$0] }
  }

  private static func drawn(from root: SecretBytes, _ number: UInt64) -> SecretBytes? {
    guard let key = SecretBytes(capacity: count) else { return nil }
    unsafe key.fill { drawn in
      _ = unsafe root.read {
        unsafe crypto_kdf_derive_from_key(drawn, count, number, "waymark1", $0)
      }
    }
    return key
  }

  /// Seals with XChaCha20-Poly1305: a random nonce of 24 bytes, what was sealed, a tag of 16.
  ///
  /// - Parameter associated: what is not sealed and yet bound: without the same it does not open.
  package func seal(_ body: [UInt8], _ associated: [UInt8]) -> [UInt8] {
    let nonce = Digest.random(count: DataKey.nonceCount)
    var sealed = [UInt8](repeating: 0, count: body.count + DataKey.tagCount)
    _ = unsafe records.read {
      unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
        &sealed, nil, body, UInt64(body.count), associated, UInt64(associated.count), nil, nonce,
        $0)
    }
    return nonce + sealed
  }

  /// - Returns: `nil` where it was not sealed by this key, or is bound to something else.
  package func open(_ payload: [UInt8], _ associated: [UInt8]) -> [UInt8]? {
    let least = DataKey.nonceCount + DataKey.tagCount
    guard payload.count >= least else { return nil }
    let nonce = Array(payload[..<DataKey.nonceCount])
    let sealed = Array(payload[DataKey.nonceCount...])
    var body = [UInt8](repeating: 0, count: payload.count - least)
    let result = unsafe records.read {
      unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
        &body, nil, nil, sealed, UInt64(sealed.count), associated, UInt64(associated.count), nonce,
        $0)
    }
    return result == 0 ? body : nil
  }

  /// A tag over what stands in the clear at the head.
  package func headTag(_ bytes: [UInt8]) -> [UInt8] { DataKey.keyed(bytes, head) }

  /// A name that tells nothing, always the same for the same one.
  package func hiddenName(_ name: String) -> String {
    Digest.hexadecimal(DataKey.keyed(Array(name.utf8), names))
  }

  private static func keyed(_ bytes: [UInt8], _ key: SecretBytes) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: tagCount)
    _ = unsafe key.read {
      unsafe crypto_generichash(
        &digest, tagCount, bytes, UInt64(bytes.count), $0, DataKey.count)
    }
    return digest
  }
}

import CSodium

/// BLAKE2b (RFC 7693), as libsodium has it.
package enum Digest {
  /// - Parameters:
  ///   - count: bytes of the digest, 16 to 64.
  ///   - key: 16 to 64 bytes: then nobody without it can make the digest.
  package static func blake2b(_ bytes: [UInt8], count: Int, key: [UInt8] = []) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: count)
    _ = unsafe crypto_generichash(&digest, count, bytes, UInt64(bytes.count), key, key.count)
    return digest
  }

  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Random bytes from the system.
  package static func random(count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// To be called once before anything else here; `false` where the library cannot start.
  package static func start() -> Bool { sodium_init() >= 0 }
}

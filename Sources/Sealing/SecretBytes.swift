import CSodium

/// Bytes that never leave locked memory: not swapped, kept out of dumps, fenced on both sides, and wiped when they are given
/// back.
@safe package final class SecretBytes {
  package let capacity: Int
  package private(set) var count: Int
  private let memory: UnsafeMutableRawPointer

  /// - Parameter capacity: bytes it can hold; it begins empty.
  /// - Returns: `nil` where the system gives no memory.
  package init?(capacity: Int) {
    guard let memory = unsafe sodium_malloc(max(1, capacity)) else { return nil }
    self.capacity = capacity
    count = 0
    unsafe self.memory = memory
  }

  deinit { unsafe sodium_free(memory) }

  /// Random bytes from the system.
  package static func random(count: Int) -> SecretBytes? {
    guard let secret = SecretBytes(capacity: count) else { return nil }
    unsafe secret.fill { unsafe randombytes_buf($0, count) }
    return secret
  }

  /// Fills the whole of it.
  func fill(_ work: (UnsafeMutablePointer<UInt8>) -> Void) {
    unsafe work(memory.assumingMemoryBound(to: UInt8.self))
    count = capacity
  }

  func read<Result>(_ work: (UnsafePointer<UInt8>) -> Result) -> Result {
    unsafe work(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)))
  }

  package subscript(place: Int) -> UInt8 {
    unsafe memory.load(fromByteOffset: place, as: UInt8.self)
  }

  /// - Returns: `false` where there is no room.
  @discardableResult package func append(_ byte: UInt8) -> Bool {
    if count == capacity { return false }
    unsafe memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
    return true
  }

  package func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  package func removeLast() {
    if count == 0 { return }
    count -= 1
    unsafe memory.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
  }

  package func wipe() {
    unsafe sodium_memzero(memory, max(1, capacity))
    count = 0
  }

  /// As text, to be shown to the person whose it is. It leaves locked memory: the process that shows it must not live on.
  package var shown: String {
    String(decoding: (0..<count).map { self[$0] }, as: UTF8.self)
  }

  /// Whether two hold the same bytes, in a time that does not tell where they differ.
  package func equals(_ other: SecretBytes) -> Bool {
    if count != other.count { return false }
    return unsafe sodium_memcmp(memory, other.memory, count) == 0
  }
}

extension SecretBytes {
  /// Without blanks at either end, and with one where several stood, so that words typed with a wide gap are the same words.
  package var tidied: SecretBytes? { joined { $0 != 32 && $0 != 9 } }

  /// What belongs to words, with one blank for whatever stands between them.
  private func joined(_ isOfWord: (UInt8) -> Bool) -> SecretBytes? {
    guard let result = SecretBytes(capacity: max(1, capacity)) else { return nil }
    var hasGap = false
    for place in 0..<count {
      guard isOfWord(self[place]) else {
        hasGap = true
        continue
      }
      if hasGap && result.count > 0 { result.append(32) }
      hasGap = false
      result.append(self[place])
    }
    return result
  }

  /// Letters of ASCII in lower case, as the words of a list are written.
  package var lowercased: SecretBytes? {
    guard let result = SecretBytes(capacity: max(1, capacity)) else { return nil }
    for place in 0..<count {
      let byte = self[place]
      result.append((65...90).contains(byte) ? byte + 32 : byte)
    }
    return result
  }

  /// Characters, as far as UTF-8 tells them.
  package var characterCount: Int {
    (0..<count).count { self[$0] & 0xC0 != 0x80 }
  }

  /// Whether it is a few letters over and over, which a machine tries first.
  package var isMonotonous: Bool {
    var seen = Set<UInt8>()
    for place in 0..<count where self[place] != 32 { seen.insert(self[place]) }
    return seen.count < 6
  }

  /// Its words of letters alone, in lower case: twelve words are often typed with their numbers.
  package var lettersAlone: SecretBytes? { lowercased?.joined { (97...122).contains($0) } }

  /// How many words, told apart by single blanks.
  package var wordCount: Int {
    count == 0 ? 0 : 1 + (0..<count).count { self[$0] == 32 }
  }
}

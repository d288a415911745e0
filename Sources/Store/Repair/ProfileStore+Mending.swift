extension ProfileStore {
  /// Lays a file with one damaged head anew, from records that were all found to be as they were written: nothing of it is lost, and
  /// SQLite writes on no damaged page. Where it can't be written, or another workbook has it open, it is read as it is.
  func mendHead() throws(StoreError) {
    spare = .standsIn
    guard let lock, takeSession("") == nil else { return }
    defer { lock.giveSession() }
    do throws(StoreError) { try rewrite { _ in } } catch {
      // What could not be written anew still opens; what can't be opened any more is told by the next line.
    }
    // Nobody has read anything yet.
    if try !reopen(chain.key).usesSpare { spare = .mended }
  }
}

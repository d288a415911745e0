/// What a check of every stored record found.
package struct Verification: Hashable, Sendable {
  /// Records that are as they were written.
  package var changes = 0
  package var drafts = 0
  /// What is not, by its place.
  package var damage: [String] = []
  /// One of the two heads is damaged and all else is as it was written: the other one stands in, and nothing is lost.
  package var usesSpare = false

  package init(changes: Int = 0, drafts: Int = 0, damage: [String] = []) {
    self.changes = changes
    self.drafts = drafts
    self.damage = damage
  }

  package var isWhole: Bool { damage.isEmpty }
  /// Whether the file opens, with everything that was ever kept in it.
  package var opens: Bool { isWhole || usesSpare }
}

extension ProfileStore {
  /// Reads every record, the head and its spare, and how the file is built; goes on past what is damaged. What it says opens is what opens.
  package static func verify(
    path: String, _ opening: Opening = .plain
  ) throws(StoreError) -> Verification {
    try refuseOther(path)
    let image = try StoreImage.read(path)
    do throws(StoreError) {
      let headers = try ProfileHeader.all(image, path)
      let (header, key) = try opened(headers, opening, path)
      return StoreReading(image, header, key).found
    } catch {
      guard case .damaged(_, let what) = error else { throw error }
      return try carved(image, what, path, opening)
    }
  }

  /// Where the file does not hang together: what could be brought out of it is whole.
  private static func carved(
    _ image: StoreImage, _ what: String, _ path: String, _ opening: Opening
  ) throws(StoreError) -> Verification {
    var found = Verification(damage: [what])
    let carving = RecordCarver(image.bytes)
    let heads = Salvaging.heads(carving.named)
    if heads.isEmpty { return found }
    let salvaging = Salvaging(carving, heads, try Salvaging.key(heads, opening, path))
    found.changes = salvaging.changes.count { $0 != nil }
    found.drafts = salvaging.drafts.count
    found.damage += salvaging.lost.filter { $0 != what }
    return found
  }
}

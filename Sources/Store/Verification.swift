import CSystem
import Foundation
import GRDB

/// What a check of every stored record found.
package struct Verification: Hashable, Sendable {
  /// Records that are as they were written.
  package var changes = 0
  package var drafts = 0
  /// What is not, by its place.
  package var damage: [String] = []

  package init(changes: Int = 0, drafts: Int = 0, damage: [String] = []) {
    self.changes = changes
    self.drafts = drafts
    self.damage = damage
  }

  package var isWhole: Bool { damage.isEmpty }

}

extension ProfileStore {
  /// Opens and checks every record, the head and its spare, and how the file is built; goes on past what is damaged.
  package static func verify(
    path: String, _ opening: Opening = .plain
  ) throws(StoreError) -> Verification {
    let store: ProfileStore
    do throws(StoreError) {
      store = try open(path: path, opening, locked: false)
    } catch {
      guard case .damaged(_, let what) = error else { throw error }
      return Verification(damage: [what])
    }
    defer { store.close() }
    do throws(StoreError) {
      return try attempt(path) { try store.database.read { try store.check($0) } }
    } catch {
      guard case .damaged(_, let what) = error else { throw error }
      return Verification(damage: [what])
    }
  }

  private func check(_ database: Database) throws -> Verification {
    var found = Verification()
    if header.format == 1 {
      let first = FirstFormat(header, path)
      found.changes = try first.read(database, after: 0, Chain.firstTag).changes.count
      found.drafts = try first.drafts(database).count
      return found
    }
    for table in ["header", "spare"] where !isWhole(table, database) {
      found.damage.append(table == "header" ? "its head" : "the spare of its head")
    }
    let manifest = try? manifest(database)
    checkChanges(manifest, database, &found)
    checkDrafts(manifest, database, &found)
    let built = try? String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
    if built != "ok" && found.damage.isEmpty { found.damage.append("how the file is built") }
    return found
  }

  private func isWhole(_ table: String, _ database: Database) -> Bool {
    guard let rows = try? Header.rows(table, database), let header = Header(rows: rows) else {
      return false
    }
    return header.isWhole(chain.key)
  }

  private func checkChanges(
    _ manifest: Manifest?, _ database: Database, _ found: inout Verification
  ) {
    var highest =
      (try? Int.fetchOne(database, sql: "SELECT max(seq) FROM change")).flatMap { $0 } ?? 0
    // No file holds more lines than it has bytes for: a number above that is rot, or made up.
    let most = Chain.mostLines(in: Int(unsafe system_size(path)))
    if max(highest, manifest?.sequence ?? 0) > most {
      found.damage.append("the numbers of the log")
      highest = min(highest, most)
    }
    var before: [UInt8]? = Chain.firstTag
    for number in stride(from: 1, through: min(most, max(highest, manifest?.sequence ?? 0)), by: 1)
    {
      let payload = try? Data.fetchOne(
        database, sql: "SELECT payload FROM change WHERE seq = ?", arguments: [number])
      let record = payload.flatMap { $0 }.flatMap { chain.open(Array($0), at: .change(number)) }
      guard let record, ChangeRecord.change(record.body) != nil,
        before == nil || before == record.before
      else {
        found.damage.append("change \(number)")
        before = nil
        continue
      }
      found.changes += 1
      before = record.tag
    }
    if manifest == nil || manifest?.sequence != highest
      || (before != nil && before != manifest?.tag)
    {
      found.damage.append("the end of the log")
    }
  }

  private func checkDrafts(
    _ manifest: Manifest?, _ database: Database, _ found: inout Verification
  ) {
    guard let rows = try? draftRows(database) else {
      return found.damage.append("the drafts as a whole")
    }
    for (name, payload) in rows {
      if draft(name, payload) == nil {
        found.damage.append(draftName(name))
      } else {
        found.drafts += 1
      }
    }
    if let manifest, manifest.drafts != Manifest.digest(rows) {
      found.damage.append("the drafts as a whole")
    }
  }
}

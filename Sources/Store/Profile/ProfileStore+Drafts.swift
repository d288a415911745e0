import Foundation
import GRDB
import JSON
package import Workbook

extension ProfileStore {
  /// What is half written, by the address of its item.
  package func drafts() throws(StoreError) -> [String: Draft] {
    try ProfileStore.attempt(path) {
      try self.database.read { database in
        // Nobody writes a file of the first format any more.
        if let first = self.firstDrafts { return first }
        var drafts: [String: Draft] = [:]
        let rows = try self.draftRows(database)
        for (name, payload) in rows {
          guard let (item, draft) = self.draft(name, payload) else {
            throw StoreError.damaged(path: self.path, what: self.draftName(name))
          }
          drafts[item] = draft
        }
        try self.refuseOthers(rows, self.manifest(database))
        return drafts
      }
    }
  }

  /// Keeps what is half written, or with nothing forgets it.
  package func setDraft(_ address: ItemAddress, _ draft: Draft?) throws(StoreError) {
    let item = address.description
    try writing { database in
      var manifest = try self.manifest(database)
      guard let draft else {
        try self.removeDraft(of: item, &manifest, database)
        return try self.write(manifest, database)
      }
      try self.refuseOthers(self.draftRows(database), manifest)
      try self.insert(draft, of: item, database)
      manifest.drafts = try self.draftsDigest(database)
      try self.write(manifest, database)
    }
  }

  func insert(_ draft: Draft, of item: String, _ database: Database) throws {
    let name = chain.rowName(item)
    let payload = chain.payload(
      DraftRecord.body(item, draft), at: .draft(name), after: RecordChain.firstTag)
    try database.execute(
      sql: "INSERT OR REPLACE INTO draft (item, payload) VALUES (?, ?)",
      arguments: [name, Data(payload)])
  }

  /// What was put back or taken away by somebody else must not be made good by the next write.
  private func refuseOthers(_ rows: [DraftRow], _ manifest: Manifest) throws {
    if Manifest.digest(rows) != manifest.drafts {
      throw StoreError.damaged(path: path, what: "the drafts as a whole")
    }
  }

  func removeDraft(of item: String, _ manifest: inout Manifest, _ database: Database) throws {
    if manifest.drafts == Manifest.digest([]) { return }
    try refuseOthers(draftRows(database), manifest)
    try database.cachedStatement(sql: "DELETE FROM draft WHERE item = ?")
      .execute(arguments: [chain.rowName(item)])
    if database.changesCount > 0 { manifest.drafts = try draftsDigest(database) }
  }

  func draftsDigest(_ database: Database) throws -> [UInt8] {
    Manifest.digest(try draftRows(database))
  }

  typealias DraftRow = (name: String, payload: [UInt8])

  func draftRows(_ database: Database) throws -> [DraftRow] {
    try Row.fetchAll(database, sql: "SELECT item, payload FROM draft ORDER BY item").map { row in
      (
        String.fromDatabaseValue(row[0]) ?? "",
        row.blob(1) ?? []
      )
    }
  }

  func draft(_ name: String, _ payload: [UInt8]) -> (item: String, draft: Draft)? {
    chain.open(payload, at: .draft(name)).flatMap { DraftRecord.draft($0.body) }
  }

  /// In a sealed profile the row's name tells nothing, so nobody can say whose draft it was.
  func draftName(_ name: String) -> String {
    isSealed ? "a draft" : "the draft of \(name)"
  }
}

/// A draft as its row holds it.
enum DraftRecord {
  static func body(_ item: String, _ draft: Draft) -> [UInt8] {
    var pairs = [JSONValue.Pair("item", .text(item)), JSONValue.Pair("text", .text(draft.text))]
    if let cursor = draft.cursor { pairs.append(JSONValue.Pair("cursor", .whole(cursor))) }
    return Array(JSONValue.map(pairs).json.utf8)
  }

  static func draft(_ body: [UInt8]) -> (item: String, draft: Draft)? {
    guard let plain = try? JSONValue.json(body), let item = plain["item"]?.text,
      let text = plain["text"]?.text
    else { return nil }
    return (item, Draft(text, cursor: plain["cursor"]?.whole))
  }
}

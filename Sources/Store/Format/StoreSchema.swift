import GRDB

/// The tables of a profile's file. Each format has exactly one set of them: a file with anything more, less or else is not opened.
enum StoreSchema {
  /// Format of the file; goes up when an older edition could no longer read it. A file of an older one is laid anew, after a copy.
  static let format = 2

  /// A row of `sqlite_schema`.
  struct Row: Hashable {
    var type: String
    var name: String
    var table: String
    /// `nil` for an index that SQLite made on its own.
    var sql: String?

    static func table(_ name: String, _ columns: String) -> Row {
      Row(type: "table", name: name, table: name, sql: "CREATE TABLE \(name) (\(columns)")
    }

    /// A table whose key is a text.
    static func named(_ name: String, _ key: String, _ value: String) -> Row {
      table(name, "\(key) TEXT PRIMARY KEY NOT NULL, \(value) BLOB NOT NULL) WITHOUT ROWID")
    }
  }

  private static let header = Row.named("header", "name", "value")
  private static let spare = Row.named("spare", "name", "value")
  private static let change = Row.table(
    "change", "seq INTEGER PRIMARY KEY NOT NULL, payload BLOB NOT NULL)")
  private static let draft = Row.named("draft", "item", "payload")

  /// - `header`: what is in the clear, and the key slots; `spare` holds the same once more, on a page of its own.
  /// - `change`: the log, numbered from 1.
  /// - `draft`: what is half written, one row an item.
  /// - `manifest`: what the whole holds.
  private static let today = [
    header, spare, change, draft,
    Row.table(
      "manifest",
      "\n  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1), payload BLOB NOT NULL)"),
  ]

  private static let first = [
    Row.table("grdb_migrations", "identifier TEXT NOT NULL PRIMARY KEY)"),
    Row(
      type: "index", name: "sqlite_autoindex_grdb_migrations_1", table: "grdb_migrations", sql: nil),
    header, change, draft,
    Row.table(
      "manifest",
      "\n  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),\n"
        + "  count INTEGER NOT NULL, seq INTEGER NOT NULL, tag BLOB NOT NULL)"),
  ]

  /// Tables by the format that has them.
  static let known = [1: first, 2: today]

  /// What every format has had, and later ones will have: by it a file says which edition reads it.
  static let heads = [header, spare]

  static func make(_ database: Database) throws {
    for row in today { try database.execute(sql: row.sql ?? "") }
  }
}

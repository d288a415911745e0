import GRDB

/// The tables of a profile's file.
enum StoreSchema {
  /// Format of the file; goes up when an older edition could no longer read it. A file of an older one is laid anew, after a copy.
  static let format = 2

  /// - `header`: what is in the clear, and the key slots; `spare` holds the same once more, on a page of its own.
  /// - `change`: the log, numbered from 1.
  /// - `draft`: what is half written, one row an item.
  /// - `manifest`: what the whole holds.
  static func make(_ database: Database) throws {
    for name in ["header", "spare"] {
      try database.execute(
        sql: """
          CREATE TABLE \(name) (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) WITHOUT ROWID
          """)
    }
    try database.execute(
      sql: """
        CREATE TABLE change (seq INTEGER PRIMARY KEY NOT NULL, payload BLOB NOT NULL);
        CREATE TABLE draft (item TEXT PRIMARY KEY NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE manifest (
          one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1), payload BLOB NOT NULL);
        """)
  }
}

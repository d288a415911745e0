import GRDB

/// The tables of a profile's file. Migrations are only ever added.
enum StoreSchema {
  /// Format of the lines; goes up when an older edition could no longer read them.
  static let format = 1

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE header (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
          CREATE TABLE change (seq INTEGER PRIMARY KEY NOT NULL, payload BLOB NOT NULL);
          CREATE TABLE draft (item TEXT PRIMARY KEY NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;
          CREATE TABLE manifest (
            one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
            count INTEGER NOT NULL, seq INTEGER NOT NULL, tag BLOB NOT NULL);
          """)
    }
    return migrator
  }
}

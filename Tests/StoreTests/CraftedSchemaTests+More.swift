extension CraftedSchemaTests {
  private static let writable = "PRAGMA writable_schema = ON;"

  /// A text that stands in a table's own statement, replaced by another.
  private static func replaced(_ table: String, _ old: String, _ new: String) -> String {
    "\(writable) UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(table)'"
  }

  /// A table made anew by another statement, with the same rows.
  private static func laidAnew(_ table: String, _ columns: String) -> String {
    "CREATE TABLE other (\(columns); INSERT INTO other SELECT * FROM \(table);"
      + " DROP TABLE \(table); ALTER TABLE other RENAME TO \(table);"
      // As the statement reads where nobody renamed it.
      + " \(writable) UPDATE sqlite_schema SET sql = replace(sql, '\"\(table)\"', '\(table)')"
  }

  /// Other ways to the same ends: of rules, of text, of roots, of pages, and of the first hundred bytes.
  static let more: [Craft] = [
    Craft(
      "a view before the log that swallows what is written",
      "ALTER TABLE change RENAME TO log; CREATE VIEW change AS SELECT * FROM log; CREATE TRIGGER t INSTEAD OF INSERT ON change BEGIN SELECT 1; END"
    ),
    Craft(
      "a trigger that calls itself",
      "CREATE TRIGGER t AFTER INSERT ON spare BEGIN INSERT OR REPLACE INTO spare VALUES (hex(randomblob(9)), zeroblob(900000)); END"
    ),
    Craft("a vast generated column", "ALTER TABLE change ADD COLUMN more AS (zeroblob(900000000))"),
    Craft(
      "a module that nobody has",
      "\(writable) INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING generate_series(1, 1e18)')"
    ),
    Craft("an index that admits one of each", "CREATE UNIQUE INDEX i ON change (seq, payload)"),
    Craft(
      "a partial index on an expression",
      "CREATE INDEX i ON draft (length(payload)) WHERE hex(payload) LIKE '%A%'"),
    Craft(
      "an end of the log without row numbers",
      laidAnew(
        "manifest",
        "one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1), payload BLOB NOT NULL) WITHOUT ROWID")),
    Craft(
      "drafts with row numbers",
      laidAnew("draft", "item TEXT PRIMARY KEY NOT NULL, payload BLOB NOT NULL)")),
    Craft(
      "a strict log",
      laidAnew("change", "seq INTEGER PRIMARY KEY NOT NULL, payload BLOB NOT NULL) STRICT")),
    Craft(
      "a statement of a million letters",
      "\(writable) UPDATE sqlite_schema SET sql = sql || ' /*' || hex(zeroblob(500000)) || '*/' WHERE name = 'change'"
    ),
    Craft(
      "views by the thousand",
      "\(writable) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT * FROM v' || (i + 1) FROM n"
    ),
    Craft(
      "heads that changed their names",
      "ALTER TABLE header RENAME TO h; ALTER TABLE spare RENAME TO header; ALTER TABLE h RENAME TO spare"
    ),
    Craft(
      "a name in capitals",
      "\(writable) UPDATE sqlite_schema SET name = 'CHANGE', tbl_name = 'CHANGE' WHERE name = 'change'"
    ),
    Craft(
      "a name that is no text",
      "\(writable) UPDATE sqlite_schema SET name = CAST(name AS BLOB) WHERE name = 'draft'"),
    Craft(
      "a table said twice",
      "\(writable) INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'change'"),
    Craft(
      "another order of names", replaced("draft", "item TEXT", "item TEXT COLLATE NOCASE")),
    Craft(
      "lines that go with the end of the log",
      replaced(
        "change", "payload BLOB NOT NULL",
        "payload BLOB NOT NULL REFERENCES manifest (one) ON DELETE CASCADE")),
    Craft(
      "a check that counts for ever",
      replaced(
        "manifest", "CHECK (one = 1)",
        "CHECK (one = 1 AND (length(replace(hex(zeroblob(90000000)), 0, 11)) > 1))")),
    Craft(
      "names from the last to the first",
      replaced("spare", "PRIMARY KEY NOT NULL", "PRIMARY KEY DESC NOT NULL")),
    Craft(
      "a root beyond the file",
      "\(writable) UPDATE sqlite_schema SET rootpage = 2147483647 WHERE name = 'change'"),
    Craft(
      "a root on the first page",
      "\(writable) UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'change'"),
    Craft(
      "a free page that leads to itself",
      "CREATE TABLE c (a); INSERT INTO c VALUES (1); DROP TABLE c",
      bytes: [(6 * 4_096, [0, 0, 0, 7])]),
    Craft("a log that is free", "", bytes: [(32, [0, 0, 0, 4, 0, 0, 0, 1])]),
    Craft("larger pages", "", bytes: [(16, [0x20, 0])]),
    Craft("smaller pages", "", bytes: [(16, [2, 0])]),
    Craft("room kept on each page", "", bytes: [(20, [32])]),
    Craft("pages moved about in parts", "", bytes: [(52, [0, 0, 0, 6]), (64, [0, 0, 0, 1])]),
    Craft("a list of who points where", "PRAGMA auto_vacuum = INCREMENTAL; VACUUM"),
    Craft("more pages than there are", "", bytes: [(28, [0x7F, 0xFF, 0xFF, 0xFF])]),
    Craft("another kind of file", "PRAGMA application_id = 1179011410"),
    Craft("tables as of 2004", "", bytes: [(44, [0, 0, 0, 1])]),
  ]
}

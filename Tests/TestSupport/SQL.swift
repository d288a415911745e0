import CSQLite
import Foundation

/// SQLite from outside, by its own library, for tests that look into a file or harm it.
package enum SQL {
  package struct Failed: Error {
    let words: String
  }

  package static func run(_ statement: String, _ path: String) throws {
    _ = try rows(statement, path)
  }

  /// Several statements in a row.
  package static func script(_ statements: String, _ path: String) throws {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw Failed(words: "open") }
    defer { sqlite3_close(database) }
    if sqlite3_exec(database, statements, nil, nil, nil) != SQLITE_OK {
      throw Failed(words: String(cString: sqlite3_errmsg(database)))
    }
  }

  /// The bytes of a column with one of them changed, whatever it was: of sealed bytes every 256th is a zero already.
  ///
  /// - Parameter place: of the byte, from 1.
  package static func spoilt(_ column: String, at place: Int) -> String {
    "CAST(substr(\(column), 1, \(place - 1))"
      + " || CASE CAST(substr(\(column), \(place), 1) AS BLOB) WHEN x'00' THEN x'01' ELSE x'00' END"
      + " || substr(\(column), \(place + 1)) AS BLOB)"
  }

  /// The first column of every row, as text.
  package static func rows(_ statement: String, _ path: String) throws -> [String] {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw Failed(words: "open") }
    defer { sqlite3_close(database) }
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(database, statement, -1, &prepared, nil) == SQLITE_OK else {
      throw Failed(words: String(cString: sqlite3_errmsg(database)))
    }
    defer { sqlite3_finalize(prepared) }
    var found: [String] = []
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        found.append(sqlite3_column_text(prepared, 0).map { String(cString: $0) } ?? "")
      case SQLITE_DONE: return found
      default: throw Failed(words: String(cString: sqlite3_errmsg(database)))
      }
    }
  }

  /// Copies a file and its journal out of the middle of a transaction that has begun to write.
  ///
  /// - Returns: where the copy is.
  package static func hotJournal(_ path: String) throws -> String {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw Failed(words: "open") }
    defer { sqlite3_close(database) }
    let statements = [
      "PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
        + " INSERT INTO draft SELECT 'x' || i, zeroblob(900) FROM n",
    ]
    for statement in statements where sqlite3_exec(database, statement, nil, nil, nil) != SQLITE_OK
    {
      throw Failed(words: String(cString: sqlite3_errmsg(database)))
    }
    let copy = path + ".cut"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
    sqlite3_exec(database, "ROLLBACK", nil, nil, nil)
    return copy
  }
}

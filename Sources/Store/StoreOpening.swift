import Foundation
import GRDB
import Glibc

/// What is in the clear at the head of a profile's file.
package struct Header: Hashable, Sendable {
  /// Sixteen random bytes.
  package var identity: [UInt8]
  package var format: Int
  /// The oldest format that a program must know to read this file.
  package var reader: Int
  package var name: String
  /// `2026-11-22T08:00:00Z`.
  package var opened: String

  /// Reads the head of a file without touching it; only a transaction that was cut off is rolled back, since before that
  /// nothing can be read.
  package static func read(path: String) throws(StoreError) -> Header {
    do throws(StoreError) {
      return try read(try ProfileStore.openQueue(path, readOnly: true), path)
    } catch {
      guard FileManager.default.fileExists(atPath: path + "-journal") else { throw error }
      return try read(try ProfileStore.openQueue(path), path)
    }
  }

  static func read(_ queue: DatabaseQueue, _ path: String) throws(StoreError) -> Header {
    let rows = try ProfileStore.attempt(path) {
      try queue.read { database -> [Row] in
        guard try database.tableExists("header") else { return [] }
        return try Row.fetchAll(database, sql: "SELECT name, value FROM header")
      }
    }
    if rows.isEmpty { throw .unfinished(path: path) }
    var values: [String: [UInt8]] = [:]
    for row in rows {
      let name: String = row["name"]
      let value: Data = row["value"]
      values[name] = Array(value)
    }
    func text(_ name: String) -> String { String(decoding: values[name] ?? [], as: UTF8.self) }
    guard let identity = values["identity"], let format = Int(text("format")),
      let reader = Int(text("reader"))
    else { throw .damaged(path: path, what: "its head") }
    return Header(
      identity: identity, format: format, reader: reader, name: text("name"),
      opened: text("opened"))
  }
}

extension ProfileStore {
  static func openQueue(_ path: String, readOnly: Bool = false) throws(StoreError) -> DatabaseQueue
  {
    try attempt(path) {
      var configuration = Configuration()
      configuration.readonly = readOnly
      configuration.busyMode = .timeout(5)
      // Statement arguments are answers: they stay out of every message.
      configuration.publicStatementArguments = false
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        if readOnly { return }
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "PRAGMA synchronous = EXTRA")
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard journal == "delete", synchronous == 3 else {
          throw StoreError.cannotOpen(path: path, reason: "its journal cannot be made safe")
        }
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Carries out database work and says in our words what went wrong.
  static func attempt<Result>(
    _ path: String, _ work: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try work()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw reading(error, path)
    } catch {
      throw .cannotOpen(path: path, reason: "\(type(of: error))")
    }
  }

  private static func reading(_ error: DatabaseError, _ path: String) -> StoreError {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_FULL: .fullDisk(path: path)
    case .SQLITE_READONLY: .cannotWrite(path: path, reason: "it may only be read")
    case .SQLITE_IOERR: .cannotWrite(path: path, reason: "the disk reports an error")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, what: "the file as a whole")
    case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: "the system does not allow it")
    default: .cannotOpen(path: path, reason: error.resultCode.description)
    }
  }

  static func systemReason(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}

extension DatabaseQueue {
  /// One immediate transaction, so that what is read inside is what is written after.
  func inTransactionReturning<Result>(_ work: (Database) throws -> Result) throws -> Result {
    var result: Result?
    try writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        result = try work(database)
        return .commit
      }
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ERROR) }
    return result
  }
}

import CDatabase
import CSystem
import Foundation
import GRDB
import Glibc

extension ProfileStore {
  /// Nothing but plain files at our paths: no link, no pipe, no folder, no file with two names.
  static func refuseOther(_ path: String) throws(StoreError) {
    try refuseOtherThanFile(path)
    for beside in [Journal.path(of: path), path + "-wal", path + "-shm"] {
      let kind = Int(unsafe system_kind(beside))
      if kind != SYSTEM_ABSENT && kind != SYSTEM_REGULAR { throw .notAFile(path: beside) }
    }
  }

  static func refuseOtherThanFile(_ path: String) throws(StoreError) {
    switch Int(unsafe system_kind(path)) {
    case SYSTEM_ABSENT: throw .notThere(path: path)
    case SYSTEM_REGULAR: break
    default: throw .notAFile(path: path)
    }
  }

  /// Bytes of the longest value that is read or written.
  private static let longestValue: Int32 = 64 << 20

  /// Lets SQLite at a file: a new one, or one that ``StoreImage`` has found to be as it should.
  ///
  /// - Parameter isNew: for a file that is being laid and has no name of its own yet: what fails is thrown away, so its journal is in
  ///   memory alone.
  static func openQueue(
    _ path: String, readOnly: Bool = false, isNew: Bool = false
  ) throws(StoreError) -> DatabaseQueue {
    try attempt(path) {
      let isCutOff = !readOnly && Journal.isHot(path)
      var configuration = Configuration()
      configuration.readonly = readOnly
      configuration.busyMode = .timeout(5)
      // Statement arguments are answers: they stay out of every message.
      configuration.publicStatementArguments = false
      configuration.prepareDatabase { database in
        unsafe database_guard(UnsafeMutableRawPointer(database.sqliteConnection), longestValue)
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        try database.execute(sql: "PRAGMA cell_size_check = ON")
        // No part of it in a temporary file, whatever is sorted.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        if readOnly { return }
        let wanted = isNew ? "memory" : "persist"
        // A write that was cut off is rolled back by the next line, which knows of no mode yet and would delete the journal with the
        // words in it; whoever has the file alone keeps it.
        if isCutOff { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(wanted)")
        if isCutOff { try database.execute(sql: "PRAGMA locking_mode = NORMAL") }
        try database.execute(sql: "PRAGMA synchronous = EXTRA")
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard journal == wanted, synchronous == 3 else {
          throw StoreError.cannotOpen(path: path, reason: "its journal cannot be made safe")
        }
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // Rolled back: what is in the journal now is of no use to anybody.
      if isCutOff { try? Journal.empty(path, queue, lasts: true) }
      return queue
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

extension Row {
  /// A column that is a blob, and nothing that could be read as one.
  func blob(_ place: Int) -> [UInt8]? {
    let value: DatabaseValue = self[place]
    guard case .blob(let data) = value.storage else { return nil }
    return Array(data)
  }
}

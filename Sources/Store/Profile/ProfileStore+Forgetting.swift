package import Workbook

extension ProfileStore {
  /// What would be there afterwards; nothing is written.
  package func wouldForget(_ what: ErasureRequest) throws(StoreError) -> ErasureResult {
    let contents = try contents()
    return ChangeLog.forgetting(what, contents.changes, contents.drafts)
  }

  /// Takes something back for good: the whole log is written anew without it, in one rename, and the old file is overwritten, with
  /// the copies that the program itself had made beside it.
  ///
  /// - Returns: what is there now; nothing was written where nothing was touched.
  package func forget(_ what: ErasureRequest) throws(StoreError) -> ErasureResult {
    let result = try wouldForget(what)
    if !result.isAnything { return result }
    // Others may have written since: the log is read again under the lock.
    var forgotten = result
    // First the copies: a program that is killed in between leaves none of them beside a file that has forgotten.
    try Leftovers.takeAway(path)
    try rewrite {
      forgotten = ChangeLog.forgetting(what, $0.changes, $0.drafts)
      ($0.changes, $0.drafts) = (forgotten.changes, forgotten.drafts)
    }
    return forgotten
  }
}

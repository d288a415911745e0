package import Workbook

/// A content pack for programs beside the workbook, such as benchmarks.
package enum ContentPack {
  /// - Parameter folder: `nil` for the core pack, found as the workbook finds it.
  package static func read(folder: String?) throws -> Pack {
    try PackLoading(roots: Roots(Wishes(pack: folder))).pack()
  }
}

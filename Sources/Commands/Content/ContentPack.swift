package import Workbook

/// A content pack for programs beside the workbook, such as benchmarks.
package enum ContentPack {
  /// The interface's own sentences.
  package static func phrases() throws -> PhraseBook {
    try PackLoading(roots: RuntimeEnvironment(LaunchOptions(pack: nil))).phrases()
  }

  /// - Parameter folder: `nil` for the core pack, found as the workbook finds it.
  package static func read(folder: String?) throws -> Pack {
    try PackLoading(roots: RuntimeEnvironment(LaunchOptions(pack: folder))).pack()
  }
}

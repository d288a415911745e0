import Briefs
import Screens
import Workbook

/// Files that came from somebody else, read as a whole, within their limit.
enum PaperFile {
  static func page(_ path: String, _ phrases: PhraseBook) throws(Failure) -> BriefFile {
    let bytes = try bytes(path, limit: BriefFile.limit)
    do throws(PaperProblem) {
      return try BriefFile(reading: bytes, digest: GivenPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: false)
    }
  }

  static func reply(_ path: String, _ phrases: PhraseBook) throws(Failure) -> Reply {
    let bytes = try bytes(path, limit: Reply.limit)
    do throws(PaperProblem) {
      return try Reply(reading: bytes, digest: GivenPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: true)
    }
  }

  private static func failure(
    _ problem: PaperProblem, _ path: String, _ phrases: PhraseBook, isReply: Bool
  ) -> Failure {
    Failure(
      .data, "waymark: \(path): \(problem.sentence(phrases, isReply: isReply))",
      phrases(.paperAsk))
  }

  /// No more than one byte beyond the limit is read.
  private static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    try InputFile.bytes(path, most: limit + 1)
  }
}

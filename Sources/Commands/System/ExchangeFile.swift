import Briefs
import Screens
import Workbook

/// Files that came from somebody else, read as a whole, within their limit.
enum ExchangeFile {
  static func page(_ path: String, _ phrases: PhraseBook) throws(Failure) -> BriefFile {
    let bytes = try bytes(path, limit: BriefFile.limit)
    do throws(ExchangeFileProblem) {
      return try BriefFile(reading: bytes, digest: RenderedPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: false)
    }
  }

  static func reply(_ path: String, _ phrases: PhraseBook) throws(Failure) -> Reply {
    let bytes = try bytes(path, limit: Reply.limit)
    do throws(ExchangeFileProblem) {
      return try Reply(reading: bytes, digest: RenderedPage.digest)
    } catch {
      throw failure(error, path, phrases, isReply: true)
    }
  }

  private static func failure(
    _ problem: ExchangeFileProblem, _ path: String, _ phrases: PhraseBook, isReply: Bool
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

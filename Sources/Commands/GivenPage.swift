import Briefs
import Screens
import Sealing
import Workbook

/// A page as it leaves: its text in one form, and the receipt of it.
struct GivenPage {
  let text: String
  let receipt: Receipt

  /// - Parameter seed: of the profile; with how often a page was given out it makes the number, which tells nothing of the page.
  /// - Throws: where the page is too long to be answered by file.
  init(_ release: Release, _ phrases: PhraseBook, seed: UInt64) throws(Failure) {
    let number = Digest.blake2b(Array("\(seed) \(release.before)".utf8), count: 16)
    let file = BriefFile(
      release.brief, request: Digest.hexadecimal(number), digest: GivenPage.digest)
    text = release.format.render(file, phrases)
    if release.format == .json, text.utf8.count > BriefFile.limit {
      let limit = ["limit": String(BriefFile.limit >> 10)]
      throw Failure(.data, "waymark: " + phrases(.paperTooLong, limit))
    }
    receipt = Receipt(
      file, release.shares, release.format, for: release.whom, at: WallClock.now,
      hash: GivenPage.digest(Array(text.utf8)))
  }

  static func digest(_ bytes: [UInt8]) -> String {
    Digest.hexadecimal(Digest.blake2b(bytes, count: 32))
  }
}

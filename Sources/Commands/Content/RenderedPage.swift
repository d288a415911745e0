import Briefs
import Screens
import Sealing
import Workbook

/// A page as it leaves: its text in one form, and the receipt of it.
struct RenderedPage {
  let text: String
  let receipt: Receipt

  /// - Parameter secret: of the profile. From it, the page's words and how often a page was given out the number is made: the same in the
  ///   preview as in the file, and none that anybody else can make.
  /// - Throws: where the page is too long to be answered by file.
  init(_ release: Release, _ phrases: PhraseBook, secret: [UInt8]) throws(Failure) {
    let words = Array("\(release.before) ".utf8) + BriefFile.words(of: release.brief)
    let number = Digest.blake2b(words, count: 32, key: secret)
    let file = BriefFile(
      release.brief, request: Digest.hexadecimal(number), digest: RenderedPage.digest)
    text = release.format.render(file, phrases)
    if release.format == .json, text.utf8.count > BriefFile.limit {
      let limit = ["limit": String(BriefFile.limit >> 10)]
      throw Failure(.data, "waymark: " + phrases(.paperTooLong, limit))
    }
    receipt = Receipt(
      file, release.shares, release.format, for: release.whom, at: WallClock.now,
      hash: RenderedPage.digest(Array(text.utf8)), asked: file.asked(RenderedPage.digest))
  }

  static func digest(_ bytes: [UInt8]) -> String {
    Digest.hexadecimal(Digest.blake2b(bytes, count: 32))
  }
}

import Briefs
import Screens
import Sealing
import Workbook

/// A page as it leaves: its text in one form, and the receipt of it.
struct GivenPage {
  let text: String
  let receipt: Receipt

  /// - Parameter seed: of the profile; with the page, and how often one was given out, it makes the number on the page.
  init(_ release: Release, _ phrases: PhraseBook, seed: UInt64) {
    let number = Digest.blake2b(
      Array("\(seed) \(release.before) \(release.brief.fingerprint)".utf8), count: 16)
    let file = BriefFile(
      release.brief, request: Digest.hexadecimal(number), digest: GivenPage.digest)
    text = release.format.render(file, phrases)
    receipt = Receipt(
      file, release.shares, release.format, for: release.whom, at: WallClock.now,
      hash: GivenPage.digest(Array(text.utf8)))
  }

  static func digest(_ bytes: [UInt8]) -> String {
    Digest.hexadecimal(Digest.blake2b(bytes, count: 32))
  }
}

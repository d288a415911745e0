import Briefs
import JSON
import Workbook

/// A thing that was ticked, with what it held then: numbers of entries mean others once a list changes.
struct SelectedShare: Hashable, Sendable {
  let share: Share
  let value: JSONValue?
}

extension OpenWorkbook {
  func ticked(_ share: Share) -> SelectedShare { SelectedShare(share: share, value: entry(share)) }

  /// Those that are still there to show, and still hold what they held.
  func standing(_ ticked: [SelectedShare]) -> [SelectedShare] {
    let there = Set(shareable.compactMap(\.share))
    return ticked.filter { there.contains($0.share) && entry($0.share) == $0.value }
  }

  /// The entry of a list that is meant; `nil` for what has no number.
  private func entry(_ share: Share) -> JSONValue? {
    let place: (address: ItemAddress, number: Int)? =
      switch share {
      case .entry(let address, let number): (address, number)
      case .experiment(let number):
        pack.item(playing: "experiments").map { (pack.items[$0].address, number) }
      case .answer, .band, .pathway, .ask: nil
      }
    guard let place, let list = profile.current(place.address)?.value.list else { return nil }
    return list.indices.contains(place.number - 1) ? list[place.number - 1] : nil
  }
}

/// A page as it was seen, on its way out: as what, then for whom.
struct PageDraft: Hashable, Sendable {
  let shares: [Share]
  let brief: Brief
  private(set) var format: BriefFormat?

  init(_ shares: [Share], _ session: OpenWorkbook) {
    self.shares = shares
    brief = session.brief(shares).brief
  }

  /// The forms that it can be written in; the file for an answer where one is wanted.
  var formats: [BriefFormat] { [.html, .txt, .md] + (brief.steps.isEmpty ? [] : [.json]) }

  mutating func choose(_ place: Int) { format = formats[place] }

  /// - Parameter reader: the place of whom it is for; 0 is nobody that is noted.
  /// - Returns: `nil` where the page says something else by now than when it was seen.
  func release(reader: Int, _ session: OpenWorkbook) -> Release? {
    guard let format else { return nil }
    let made = session.release(
      shares, format, for: reader == 0 ? "" : session.readers[reader]
    ).release
    return made.brief == brief ? made : nil
  }
}

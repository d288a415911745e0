package import Briefs
import JSON
package import Rules
import Workbook

/// A page that is to be written and noted.
package struct Release: Hashable, Sendable {
  package var brief: Brief
  package var shares: [Share]
  package var format: BriefFormat
  /// For the receipt alone; empty where the person would not say.
  package var whom: String
  /// How many pages were given out before.
  package var before: Int
}

extension OpenWorkbook {
  /// Words that one page holds.
  package static let pageWords = 450

  /// A page of what is named, to be written in a form; with what of it is not there to show.
  package func release(
    _ shares: [Share], _ format: BriefFormat, for whom: String
  ) -> (release: Release, leftOut: [Share]) {
    let (brief, leftOut) = brief(shares)
    let release = Release(
      brief: brief, shares: shares.filter { !leftOut.contains($0) }, format: format, whom: whom,
      before: profile.receipts.count)
    return (release, leftOut)
  }

  /// The page of what is named, and what of it is not there to show.
  package func brief(_ shares: [Share]) -> (brief: Brief, leftOut: [Share]) {
    BriefBuilder.make(profile, reading, phrases, shares: shares, day: today)
  }

  /// How the talk about a page can go.
  package func agenda(_ brief: Brief) -> TalkAgenda { TalkAgenda(brief, pack, phrases) }

  /// The page as whoever gets it will read it, to the letter. In the forms that people read no number stands.
  ///
  /// - Parameter columns: narrower than in the file where there is less room.
  func lines(of brief: Brief, columns: Int = TextBrief.columns) -> [String] {
    lines(
      of: TextBrief.render(
        brief, ReaderPage(brief, phrases), columns: min(columns, TextBrief.columns)))
  }

  func agendaLines(_ brief: Brief) -> [String] {
    lines(of: BriefFormat.txt.render(agenda(brief)) ?? "")
  }

  func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// How long the first page is, in words, and whether it holds.
  func length(_ brief: Brief) -> String {
    let count = brief.words
    return phrases(
      count > OpenWorkbook.pageWords ? .shareTooLong : .shareWords,
      ["count": String(count), "most": String(OpenWorkbook.pageWords)])
  }

  /// A word where the first page is longer than one page holds; else nothing.
  package func length(ofPage brief: Brief) -> String {
    brief.words > OpenWorkbook.pageWords ? length(brief) : ""
  }

  /// The command that writes this very page.
  func command(_ shares: [Share]) -> String {
    "waymark brief" + shares.map { " --share '" + $0.text + "'" }.joined()
      + " --out page.html --format html"
  }

  /// What showing a thing may cost, the gravest first; empty where nothing is said of it.
  func advice(on share: Share) -> [Talk.Advice] {
    let found: [Talk.Advice]
    switch share {
    case .answer(let address), .entry(let address, _):
      guard let item = pack.itemPlaces[address] else { return [] }
      found = pack.talk.advice.filter { $0.items.contains(item) }
    case .band(let name):
      let under = pack.facts.indices.filter {
        guard case .measure(let measure, _) = pack.facts[$0].source else { return false }
        return pack.measures[measure].id == name
      }.reduce(into: Set<Int>()) { $0.formUnion(pack.items(under: $1)) }
      found = pack.talk.advice.filter { !$0.items.isDisjoint(with: under) }
    case .pathway(let id): found = pack.talk.advice.filter { $0.pathways.contains(id) }
    case .experiment:
      // Which way it belongs to does not stand on the page.
      let list = pack.item(playing: "experiments")
      found = pack.talk.advice.filter { one in list.map(one.items.contains) ?? false }
    case .ask: found = []
    }
    return kept(share) + found.filter(\.isGrave) + found.filter { !$0.isGrave }
  }

  /// Where the person's own answer says that it is for nobody.
  private func kept(_ share: Share) -> [Talk.Advice] {
    guard let kept = pack.talk.kept else { return [] }
    let value: JSONValue? =
      switch share {
      case .answer(let address): profile.current(address)?.value
      case .entry, .experiment: ticked(share).value
      case .band, .pathway, .ask: nil
      }
    guard value?[kept.field]?.text == kept.value else { return [] }
    return [
      Talk.Advice(id: kept.field, items: [], pathways: [], isGrave: true, text: kept.text)
    ]
  }
}

extension Brief {
  /// Words on the first page.
  package var words: Int {
    let entries = sections.flatMap { section in
      [section.title] + section.entries.flatMap { [$0.label, $0.text] + $0.reasons }
    }
    return ([title, purpose] + entries).reduce(0) { sum, text in
      sum
        + text.split(whereSeparator: \.isWhitespace).count {
          $0.contains { $0.isLetter || $0.isNumber }
        }
    }
  }
}

// MARK: - What was shown

/// How a page that was given out stands today.
package enum ReceiptStatus: Hashable, Sendable {
  case valid
  /// What it says is no longer so.
  case past
  /// A newer one for the same person took its place.
  case later
  case answered(Day)
  /// Something was taken back for good since.
  case unknown
}

extension OpenWorkbook {
  package var receipts: [Receipt] { profile.receipts.compactMap { Receipt($0) } }

  package func standing(of receipt: Receipt) -> ReceiptStatus {
    if let day = answered(receipt) { return .answered(day) }
    let all = receipts
    if receipt.format == .json, let place = all.firstIndex(of: receipt) {
      let newer = all[(place + 1)...].contains {
        $0.format == .json && $0.isForSame(as: receipt) && $0.content != receipt.content
      }
      if newer { return .later }
    }
    if receipt.content.isEmpty { return .unknown }
    return brief(receipt.shares).brief.fingerprint == receipt.content ? .valid : .past
  }

  /// The day on which an answer to a page was taken.
  private func answered(_ receipt: Receipt) -> Day? {
    guard !receipt.request.isEmpty,
      let reply = profile.replies.first(where: { $0["request"]?.text == receipt.request })
    else { return nil }
    return reply["at"]?.text.flatMap { Day(String($0.prefix(10))) }
  }

  /// Every page that was given out, the latest first, and how it stands.
  ///
  /// - Parameter byName: whether items are called as on a command line.
  package func receiptLines(byName: Bool) -> [[String]] {
    receipts.reversed().map { receipt in
      let standing = standing(of: receipt)
      // Numbers of entries may mean others by now.
      let isSame = standing == .valid
      let items = receipt.items.map { name in
        byName || !isSame ? name : Share(name).map { title(of: $0) } ?? name
      }
      let row = phrases(
        receipt.whom.isEmpty ? .receiptRow : .receiptRowFor,
        [
          "day": receipt.day.description, "whom": receipt.whom, "format": receipt.format.rawValue,
          "items": items.isEmpty ? phrases(.receiptNoItems) : items.joined(separator: ", "),
        ])
      let said: [String] =
        switch standing {
        case .valid: []
        case .unknown: [phrases(.receiptUnknown)]
        case .past: [phrases(.receiptPast)]
        case .later: [phrases(.receiptLater)]
        case .answered(let day): [phrases(.receiptAnswered, ["day": day.description])]
        }
      let mark = receipt.hash.prefix(16)
      return [row] + said
        + (mark.isEmpty ? [] : [phrases(.receiptMark, ["hash": String(mark)])])
    }
  }

  /// What a thing that can be shown is called.
  func title(of share: Share) -> String {
    switch share {
    case .answer(let address): return pack.item(address)?.text ?? address.description
    case .entry(let address, let number): return name(ofEntry: number, of: address)
    case .band(let id):
      let title = pack.measures.first { $0.id == id }?.title ?? id
      return phrases(.shareBand, ["measure": title])
    case .pathway(let id): return pack.pathways.first { $0.id == id }?.title ?? id
    case .experiment(let number):
      let item = pack.item(playing: "experiments")
      return item.map { name(ofEntry: number, of: pack.items[$0].address) } ?? String(number)
    case .ask: return phrases(.briefAsk)
    }
  }

  /// The first field of an entry; its number where it has no words.
  private func name(ofEntry number: Int, of address: ItemAddress) -> String {
    guard let item = pack.item(address), let first = item.kind.fields.first,
      let list = profile.current(address)?.value.list, list.indices.contains(number - 1),
      let value = list[number - 1][first.id]
    else { return "\(address)#\(number)" }
    return HeldWords.words(value, first.kind)
  }
}

extension Receipt {
  /// Whether both say for whom they are, and name the same person.
  fileprivate func isForSame(as other: Receipt) -> Bool {
    !whom.trimmed.isEmpty && whom.trimmed.lowercased() == other.whom.trimmed.lowercased()
  }
}

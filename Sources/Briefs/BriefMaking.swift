import Plain
import Rules
package import Workbook

/// Makes a brief from what was released, and from nothing else.
package struct BriefMaking {
  private let profile: Profile
  private let reading: Reading
  private let phrases: PhraseBook
  private let shares: [Share]
  private let released: Released

  private var pack: Pack { reading.pack }

  /// - Returns: the page, and what was named and is not there to show.
  package static func make(
    _ profile: Profile, _ reading: Reading, _ phrases: PhraseBook, shares: [Share]
  ) -> (brief: Brief, leftOut: [Share]) {
    let making = BriefMaking(profile, reading, phrases, shares)
    return making.make()
  }

  private init(
    _ profile: Profile, _ reading: Reading, _ phrases: PhraseBook, _ shares: [Share]
  ) {
    self.profile = profile
    self.reading = reading
    self.phrases = phrases
    var once: [Share] = []
    for share in shares where !once.contains(share) { once.append(share) }
    self.shares = once
    released = Released(reading.pack, once)
  }

  private func make() -> (brief: Brief, leftOut: [Share]) {
    var sections = pack.sections.map { Brief.Section(id: $0.id, title: $0.title, entries: []) }
    var others = Brief.Section(id: "more", title: phrases(.briefMore), entries: [])
    var leftOut: [Share] = []
    for share in shares.sorted(by: { place($0) < place($1) }) {
      guard let entry = entry(share) else {
        leftOut.append(share)
        continue
      }
      if let section = pack.sections.firstIndex(where: { $0.takes.contains(home(share)) }) {
        sections[section].entries.append(entry)
      } else {
        others.entries.append(entry)
      }
    }
    let filled = (sections + [others]).filter { !$0.entries.isEmpty }
    let brief = Brief(
      title: phrases(.briefTitle), purpose: phrases(.briefPurpose), language: pack.language,
      sections: filled)
    return (brief, leftOut)
  }

  /// The exercise, or the word, by which a section takes it.
  private func home(_ share: Share) -> String {
    switch share {
    case .answer(let address): return address.exercise
    case .band(let name):
      let item = released.bandFacts(name).first.flatMap { pack.items(under: $0).min() }
      return item.map { pack.items[$0].address.exercise } ?? ""
    case .pathway: return "pathways"
    case .experiment: return "experiments"
    case .ask: return "ask"
    }
  }

  /// In the pack's order, whatever the order of naming.
  private func place(_ share: Share) -> Int {
    switch share {
    case .answer(let address): return pack.itemPlaces[address] ?? 0
    case .band(let name): return 10_000 + (released.bandFacts(name).first ?? 0)
    case .pathway(let id): return 20_000 + (pack.pathways.firstIndex { $0.id == id } ?? 0)
    case .experiment(let number): return 30_000 + number
    case .ask: return 40_000
    }
  }

  private func entry(_ share: Share) -> Brief.Entry? {
    switch share {
    case .answer(let address): return answer(address)
    case .band(let name): return band(name)
    case .pathway(let id): return pathway(id)
    case .experiment(let number): return experiment(number)
    case .ask:
      return Brief.Entry(label: phrases(.briefAsk), text: phrases(.briefAskText), reasons: [])
    }
  }

  /// Read from the answer alone: neither what is asked today nor any other answer plays a part.
  private func answer(_ address: ItemAddress) -> Brief.Entry? {
    guard let item = pack.item(address), let held = profile.current(address),
      held.value != .null, case .success(let value) = item.kind.read(held.value)
    else { return nil }
    let words = AnswerWords.words(value, item.kind, of: held.of, pack: pack, item: item)
    let label =
      item.stem.isEmpty
      ? item.text : phrases(.questionRow, ["row": item.text, "question": item.stem])
    return words.isEmpty ? nil : Brief.Entry(label: label, text: words, reasons: [])
  }

  private func band(_ name: String) -> Brief.Entry? {
    let facts = released.bandFacts(name)
    let known = facts.filter { reading.facts[$0] != nil }
    guard let first = known.first, case .measure(let measure, _) = pack.facts[first].source else {
      return nil
    }
    let title = pack.measures[measure].title
    if facts.count == 1 {
      return Brief.Entry(
        label: title, text: reading.word(ofFact: first, phrases.wording), reasons: [])
    }
    // Of many cards, those in the highest band.
    guard
      let core = known.first(where: {
        if case .measure(_, .core) = pack.facts[$0].source { return true }
        return false
      })
    else { return nil }
    return Brief.Entry(
      label: title, text: reading.word(ofFact: core, phrases.wording), reasons: [])
  }

  /// Title and text, and each reason that holds and rests, condition and words, on what is released.
  private func pathway(_ id: String) -> Brief.Entry? {
    guard let pathway = pack.pathways.first(where: { $0.id == id }) else { return nil }
    var reasons: [String] = []
    for (support, because) in zip(pathway.candidate.supports, pathway.because) {
      guard released.isReleased(support.when), released.isReleased(because),
        reading.verdict(support.when) == .yes
      else { continue }
      let sentence = reading.sentence(because, phrases.wording)
      reasons.append(
        phrases(support.points > 0 ? .reasonFor : .reasonAgainst, ["text": sentence]))
    }
    return Brief.Entry(label: pathway.title, text: pathway.text, reasons: reasons)
  }

  private func experiment(_ number: Int) -> Brief.Entry? {
    guard let item = pack.item(playing: "experiments").map({ pack.items[$0] }),
      case .records(let fields, _) = item.kind,
      let entries = profile.current(item.address)?.value.list,
      entries.indices.contains(number - 1),
      case .success(.records(let read)) = item.kind.read(.list([entries[number - 1]])),
      let record = read.first
    else { return nil }
    let lines = fields.dropFirst().compactMap { field -> String? in
      guard let value = record[field.id] else { return nil }
      return field.title + ": "
        + AnswerWords.words(value, field.kind, of: nil, pack: pack, item: item)
    }
    let title = record[fields[0].id].map {
      AnswerWords.words($0, fields[0].kind, of: nil, pack: pack, item: item)
    }
    return Brief.Entry(label: phrases(.briefTry), text: title ?? "", reasons: lines)
  }
}

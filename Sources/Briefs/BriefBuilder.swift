import JSON
package import Rules
import Typesetting
package import Workbook

/// Makes a brief from what was released, and from nothing else.
package struct BriefBuilder {
  private let profile: Profile
  private let reading: FactBase
  private let phrases: PhraseBook
  private let shares: [Share]
  private let released: DisclosureScope

  private var pack: Pack { reading.pack }

  /// - Parameter day: what the page is dated with; the one thing on it that was not released.
  /// - Returns: the page, and what was named and is not there to show.
  package static func make(
    _ profile: Profile, _ reading: FactBase, _ phrases: PhraseBook, shares: [Share], day: Day
  ) -> (brief: Brief, leftOut: [Share]) {
    BriefBuilder(profile, reading, phrases, shares).make(day)
  }

  private init(
    _ profile: Profile, _ reading: FactBase, _ phrases: PhraseBook, _ shares: [Share]
  ) {
    self.profile = profile
    self.reading = reading
    self.phrases = phrases
    var once: [Share] = []
    for share in shares where !once.contains(share) { once.append(share) }
    self.shares = once
    released = DisclosureScope(reading.pack, once)
  }

  private func make(_ day: Day) -> (brief: Brief, leftOut: [Share]) {
    var sections = pack.sections.map { Brief.Section(id: $0.id, title: $0.title, entries: []) }
    var others = Brief.Section(id: "more", title: phrases(.briefMore), entries: [])
    var leftOut: [Share] = []
    var steps: [String] = []
    var values: [String] = []
    for share in shares.sorted(by: { place($0) < place($1) }) {
      guard !pack.isNeverShown(share), let made = entry(share) else {
        leftOut.append(share)
        continue
      }
      let entry = made.clean
      values.append(share.text + " " + value(share))
      if case .experiment = share { steps.append(entry.label) }
      if let section = section(of: share) {
        sections[section].entries.append(entry)
      } else {
        others.entries.append(entry)
      }
    }
    let filled = (sections + [others]).filter { !$0.entries.isEmpty }
    var brief = Brief(
      title: phrases(.briefTitle), purpose: phrases(.briefPurpose), day: day,
      language: pack.language, sections: filled, steps: steps)
    brief.released = values
    return (brief, leftOut)
  }

  /// What a thing comes to, apart from the words of the pack.
  private func value(_ share: Share) -> String {
    switch share {
    case .answer(let address): return profile.current(address)?.value.json ?? ""
    case .entry(let address, let number): return entryValue(address, number)
    case .experiment(let number):
      return pack.item(playing: "experiments").map {
        entryValue(pack.items[$0].address, number)
      } ?? ""
    case .band(let name):
      return released.bandFacts(name).map { reading.facts[$0]?.token ?? "" }
        .joined(separator: " ")
    case .pathway(let id):
      let way = pack.pathways.first { $0.id == id }
      return way.map { supports(of: $0).map(\.support.id).joined(separator: " ") } ?? ""
    case .ask: return ""
    }
  }

  private func entryValue(_ address: ItemAddress, _ number: Int) -> String {
    let entries = profile.current(address)?.value.list ?? []
    guard entries.indices.contains(number - 1), let item = pack.item(address) else { return "" }
    let pairs = fields(of: item).compactMap { field in
      entries[number - 1][field.id].map { JSONValue.Pair(field.id, $0) }
    }
    return JSONValue.map(pairs).json
  }

  /// The section that takes it: by its very item, else by its exercise or by the word for it.
  private func section(of share: Share) -> Int? {
    var names: [String]
    switch share {
    case .answer(let address), .entry(let address, _):
      names = [address.description, address.exercise]
    case .band(let name):
      let item = released.bandFacts(name).first.flatMap { pack.items(under: $0).min() }
      names = item.map { [pack.items[$0].address.exercise] } ?? []
    case .pathway: names = ["pathways"]
    case .experiment: names = ["experiments"]
    case .ask: names = ["ask"]
    }
    return names.compactMap { name in
      pack.sections.firstIndex { $0.takes.contains(name) }
    }.first
  }

  /// In the pack's order, whatever the order of naming; pathways alone stand as the person put them.
  private func place(_ share: Share) -> (Int, Int) {
    switch share {
    case .answer(let address): (pack.itemPlaces[address] ?? 0, 0)
    case .entry(let address, let number): (pack.itemPlaces[address] ?? 0, number)
    case .band(let name): (100_000, released.bandFacts(name).first ?? 0)
    case .pathway: (200_000, shares.firstIndex(of: share) ?? 0)
    case .experiment(let number): (300_000, number)
    case .ask: (400_000, 0)
    }
  }

  private func entry(_ share: Share) -> Brief.Entry? {
    switch share {
    case .answer(let address): return answer(address)
    case .entry(let address, let number): return listed(address, number)
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
    let words = words(value, of: held.of, item)
    let question =
      item.stem.isEmpty
      ? item.text : phrases(.questionRow, ["row": item.text, "question": item.stem])
    let label = pack.sections.lazy.compactMap { $0.labels[address.factName] }.first ?? question
    return words.isEmpty ? nil : Brief.Entry(label: label, text: words, reasons: [])
  }

  /// Of a record with the fields that the pack names for it, those alone.
  private func words(_ value: AnswerValue, of: JSONValue?, _ item: Item) -> String {
    guard case .record(let all) = item.kind, case .record(let values) = value,
      let wanted = namedFields(of: item)
    else { return AnswerWords.words(value, item.kind, of: of, pack: pack, item: item) }
    return wanted.compactMap { field in
      guard let own = all.first(where: { $0.id == field.id }), let value = values[field.id] else {
        return nil
      }
      let words = AnswerWords.words(value, own.kind, of: nil, pack: pack, item: item)
      return field.label.isEmpty
        ? words : phrases(.briefField, ["label": field.label, "value": words])
    }.joined(separator: " · ")
  }

  private func band(_ name: String) -> Brief.Entry? {
    let facts = released.bandFacts(name)
    let known = facts.filter { reading.facts[$0] != nil }
    guard let first = known.first, case .measure(let measure, _) = pack.facts[first].source else {
      return nil
    }
    let own = pack.measures[measure]
    if own.id != name, case .measure(_, .card(let card)) = pack.facts[first].source {
      // One card of many is called by its own name.
      let title = pack.items(underMeasure: measure).lazy.compactMap { place in
        pack.items[place].kind.options.first { $0.id == card }?.title
      }.first
      return Brief.Entry(
        label: title ?? own.title, text: reading.word(ofFact: first, phrases.wording), reasons: [])
    }
    let title = pack.sections.lazy.compactMap { $0.labels[own.id] }.first ?? own.title
    if facts.count == 1 {
      return Brief.Entry(
        label: title, text: reading.word(ofFact: first, phrases.wording), reasons: [])
    }
    // Of many cards, those in the highest band; of many tags, those that are borne out.
    guard
      let core = known.first(where: {
        switch pack.facts[$0].source {
        case .measure(_, .core), .measure(_, .found): true
        case .measure, .item, .mark: false
        }
      })
    else { return nil }
    // Of nothing that stands out there is nothing to show.
    if case .set(let words)? = reading.facts[core], words.isEmpty { return nil }
    return Brief.Entry(
      label: title, text: reading.word(ofFact: core, phrases.wording), reasons: [])
  }

  /// Title and text, and each reason that holds and rests, condition and words, on what is released.
  private func pathway(_ id: String) -> Brief.Entry? {
    guard let pathway = pack.pathways.first(where: { $0.id == id }) else { return nil }
    let reasons = supports(of: pathway).map { support, because in
      phrases(
        support.points > 0 ? .reasonFor : .reasonAgainst,
        ["text": reading.sentence(because, phrases.wording)])
    }
    // It was written to the person; whoever else reads it is told so.
    let text = phrases(.briefPathway, ["text": pathway.text])
    return Brief.Entry(label: pathway.title, text: text, reasons: reasons)
  }

  /// What holds and rests, condition and words, on what is released.
  private func supports(of pathway: Pathway) -> [(support: Support, because: Template)] {
    zip(pathway.candidate.supports, pathway.because).filter { support, because in
      released.isReleased(support.when) && released.isReleased(because)
        && reading.verdict(support.when) == .yes
    }.map { ($0, $1) }
  }

  private func experiment(_ number: Int) -> Brief.Entry? {
    pack.item(playing: "experiments").flatMap { listed(pack.items[$0].address, number) }
  }

  /// The fields of a list's entry that the page has: those that the pack names, else all.
  private func fields(of item: Item) -> [BriefField] {
    namedFields(of: item) ?? item.kind.fields.map { BriefField(id: $0.id, label: $0.title) }
  }

  /// By the item's own name, or by its exercise, for all of its rows.
  private func namedFields(of item: Item) -> [BriefField]? {
    pack.sections.lazy.compactMap {
      $0.entries[item.address.factName] ?? $0.entries[item.address.exercise]
    }.first
  }

  /// One entry of a list: its first field is what it is called, the others that the page has stand under it.
  private func listed(_ address: ItemAddress, _ number: Int) -> Brief.Entry? {
    guard let item = pack.item(address), case .records(let all, _) = item.kind,
      let entries = profile.current(address)?.value.list, entries.indices.contains(number - 1),
      case .success(.records(let read)) = item.kind.read(.list([entries[number - 1]])),
      let record = read.first
    else { return nil }
    let wanted = fields(of: item)
    func words(_ id: String) -> String? {
      guard let field = all.first(where: { $0.id == id }), let value = record[id] else {
        return nil
      }
      return AnswerWords.words(value, field.kind, of: nil, pack: pack, item: item)
    }
    let lines = wanted.dropFirst().compactMap { field in
      words(field.id).map {
        field.label.isEmpty ? $0 : phrases(.briefField, ["label": field.label, "value": $0])
      }
    }
    guard let name = wanted.first.flatMap({ words($0.id) }) else { return nil }
    return Brief.Entry(label: name, text: "", reasons: lines)
  }
}

extension Brief.Entry {
  /// What could harm a screen is made visible once, so that the page says the same in every form, and an answer names it so.
  fileprivate var clean: Brief.Entry {
    func clean(_ text: String) -> String { visible(text, keepingLines: true) }
    return Brief.Entry(label: clean(label), text: clean(text), reasons: reasons.map(clean))
  }
}

extension Value {
  /// In signs that no pack and no edition of the program puts otherwise.
  fileprivate var token: String {
    switch self {
    case .number(let number): "n\(number)"
    case .level(let level): "l\(level)"
    case .word(let word): "w" + word
    case .set(let words): "s" + words.joined(separator: ",")
    case .truth(let truth): truth ? "yes" : "no"
    case .day(let day): day.description
    }
  }
}

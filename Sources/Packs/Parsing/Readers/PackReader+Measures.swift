import Rules
import Workbook

extension PackReader {
  mutating func readMeasures() {
    guard trees["measures.yaml"] != nil, let file = take("measures.yaml") else { return }
    for node in findings.list(file, "the measures") { readMeasure(node) }
  }

  private mutating func readMeasure(_ node: SourceNode) {
    var fields = FieldReader(node, "a measure", findings)
    let id = fields.requiredText("id")
    let title = fields.text("title") ?? id
    let source = fields.text("source") ?? ""
    let error = fields.text("error") ?? ""
    let place = pack.measures.count
    let titles = fields.textMap("titles")
    let said = fields.node("said")
    guard let kind = measureKind(&fields) else {
      findings.add("the measure `\(id)` names no kind that is known", at: node.mark)
      return
    }
    fields.finish()
    pack.measures.append(
      Measure(id: id, title: title, kind: kind, source: source, error: error))
    measureMarks.append(node.mark)
    let first = pack.facts.count
    addFacts(id, kind, place, titles, node.mark)
    if let said { readSaid(said, pack.facts.indices.suffix(from: first)) }
  }

  /// A measure's one value has its sentences at once, one with cards or tags has them by card.
  private mutating func readSaid(_ node: SourceNode, _ facts: Range<Int>) {
    let reading = SaidReading(findings: findings)
    var cards: Set<String> = []
    for place in facts {
      guard case .measure(_, let part) = pack.facts[place].source else { continue }
      switch part {
      case .whole:
        pack.facts[place].said = reading.of(pack.facts[place].type, node)
        return
      case .card(let card):
        cards.insert(card)
        if let own = node[card] {
          pack.facts[place].said = reading.of(pack.facts[place].type, own)
        }
      case .tied, .agreement, .core, .against, .found, .needs: continue
      }
    }
    for place in facts { readMembers(place) }
    for entry in findings.map(node, "`said`") where !cards.contains(entry.key) {
      findings.add("`said` knows no `\(entry.key)` here", at: entry.mark)
    }
  }

  private mutating func addFacts(
    _ id: String, _ kind: MeasureKind, _ place: Int, _ titles: [String: String],
    _ mark: SourceNode.Location
  ) {
    func levelTitles(_ names: [String]) -> [String] {
      names.map { titles[$0] ?? $0 }
    }
    func fact(_ part: MeasurePart, _ suffix: String, _ type: FactType, _ titles: [String] = [])
      -> Fact
    {
      Fact(
        name: suffix.isEmpty ? id : id + "." + suffix, type: type, titles: titles,
        source: .measure(place, part: part))
    }
    switch kind {
    case .sum, .mean, .spread, .fit, .count, .weighted, .overlap, .attainment:
      add(fact(.whole, "", .number), at: mark)
    case .parted(_, let choices, _):
      let ids = choices.map { pack.items[$0].address.item }
      add(fact(.whole, "", .number), at: mark)
      add(fact(.against, "against", .set(ids), levelTitles(ids)), at: mark)
    case .averaged(_, _, _, let tags, _):
      for tag in tags { add(fact(.card(tag), tag, .number), at: mark) }
    case .columns(let item, let columns, let tags):
      // The mean of one column is its own step, and is said by its title.
      var titles: [String] = []
      if columns.count == 1, case .grid(_, _, let scale) = pack.items[item].kind { titles = scale }
      for tag in tags { add(fact(.card(tag), tag, .number, titles), at: mark) }
    case .levels(_, let cuts):
      let names = cuts.map(\.name)
      add(fact(.whole, "", .level(names), levelTitles(names)), at: mark)
    case .tally(let tally):
      for card in tally.cards { add(fact(.card(card), card, .number), at: mark) }
      add(fact(.tied, "tied", .truth), at: mark)
      if !tally.repeats.isEmpty { add(fact(.agreement, "agreement", .number), at: mark) }
    case .standing(let tallies, let cards, _, _):
      let names = MeasureKind.standingLevels
      for card in cards {
        add(fact(.card(card), card, .level(names), levelTitles(names)), at: mark)
      }
      let options = tallies.first.map { cardOptions($0) } ?? []
      add(fact(.core, "core", .set(cards), options.map(\.title)), at: mark)
    case .pile(let item):
      guard case .sort(let piles, let cards) = pack.items[item].kind else { return }
      for card in cards {
        add(
          fact(.card(card.id), card.id, .level(piles.map(\.id)), piles.map(\.title)), at: mark)
      }
    case .gap(let keep, let needs):
      let states = MeasureKind.needStates
      for need in needs {
        add(fact(.card(need.id), need.id, .word(states), levelTitles(states)), at: mark)
      }
      let options = pack.items[keep].kind.options.map(\.title)
      for which in KeptNeeds.allCases {
        add(
          fact(.needs(which), which.rawValue, .set(needs.map(\.id)), options), at: mark)
      }
    case .tagged(_, _, let tags, _):
      for tag in tags { add(fact(.card(tag), tag, .number), at: mark) }
    case .tier(_, _, _, _, let tags):
      let names = MeasureKind.tierLevels
      for tag in tags { add(fact(.card(tag), tag, .level(names), levelTitles(names)), at: mark) }
      add(fact(.found, "found", .set(tags), tierTitles(kind)), at: mark)
    }
  }

  /// The titles of the tags that a tier grades.
  private func tierTitles(_ kind: MeasureKind) -> [String] {
    guard case .tier(let tagged, _, _, _, _) = kind,
      case .tagged(let item, let field, _, _) = pack.measures[tagged].kind,
      case .records(let fields, _) = pack.items[item].kind
    else { return [] }
    return fields.first { $0.id == field }?.kind.options.map(\.title) ?? []
  }

  private mutating func measureKind(_ fields: inout FieldReader) -> MeasureKind? {
    if fields.has("sum") { return .sum(inputs("sum", &fields)) }
    if fields.has("mean") {
      let inputs = inputs("mean", &fields)
      return .mean(inputs, least: fields.whole("least") ?? inputs.count)
    }
    if fields.has("levels") { return levels(&fields) }
    if fields.has("spread") { return .spread(inputs("spread", &fields).map(\.fact)) }
    if fields.has("fit") {
      let inputs = inputs("fit", &fields).map(\.fact)
      let profile = fields.numbers("to")
      if profile.count != inputs.count {
        findings.add("`to` has as many numbers as `fit` has facts", at: fields.mark)
      }
      return .fit(inputs, to: profile)
    }
    if fields.has("tally") { return tally(&fields) }
    if fields.has("standing") { return standing(&fields) }
    if fields.has("pile") {
      let name = fields.text("pile") ?? ""
      if let place = item(named: name), case .sort = pack.items[place].kind {
        return .pile(item: place)
      }
      findings.add("no sort `\(name)` stands above", at: fields.valueMark("pile"))
      return nil
    }
    if fields.has("count") { return count(&fields) }
    if fields.has("tagged") {
      guard let (item, field) = recordsField("tagged", &fields), let field else { return nil }
      return .tagged(
        item: item, field: field, tags: tags(item, field), only: only(&fields, item))
    }
    if fields.has("tier") { return tier(&fields) }
    if fields.has("weighted") {
      guard let (item, field) = recordsField("weighted", &fields), let field else { return nil }
      return .weighted(
        item: item, field: field, by: fields.requiredText("by"),
        from: fields.number("from") ?? 0)
    }
    if fields.has("averaged") { return averaged(&fields) }
    if fields.has("across") { return columns(&fields) }
    if fields.has("parted") { return parted(&fields) }
    if fields.has("overlap") { return overlap(&fields) }
    if fields.has("attainment") { return attainment(&fields) }
    if fields.has("gap") { return gap(&fields) }
    return nil
  }

  private func averaged(_ fields: inout FieldReader) -> MeasureKind? {
    guard let (item, field) = recordsField("averaged", &fields), let field else { return nil }
    let by = fields.requiredText("by")
    let tags = tags(item, by)
    if tags.isEmpty {
      findings.add("`by` names a field with options", at: fields.valueMark("by"))
    }
    return .averaged(
      item: item, field: field, by: by, tags: tags, least: fields.whole("least") ?? 1)
  }

  private func columns(_ fields: inout FieldReader) -> MeasureKind? {
    guard let place = item(named: fields.text("across") ?? ""),
      case .grid(let down, let across, _) = pack.items[place].kind
    else {
      findings.add("no grid of this name stands above", at: fields.valueMark("across"))
      return nil
    }
    let columns = fields.texts("columns")
    for id in columns where !across.contains(where: { $0.id == id }) {
      findings.add("the grid has no column `\(id)`", at: fields.valueMark("columns"))
    }
    return .columns(item: place, columns: columns, rows: down.map(\.id))
  }

  /// The points are a record of numbers; the options of each choice are ids of its fields.
  private func parted(_ fields: inout FieldReader) -> MeasureKind? {
    guard let points = item(named: fields.text("parted") ?? ""),
      case .record(let parts) = pack.items[points].kind
    else {
      findings.add("no record of points stands above", at: fields.valueMark("parted"))
      return nil
    }
    let choices = fields.texts("choices").compactMap { name -> Int? in
      guard let place = item(named: name), case .choice(let options, _) = pack.items[place].kind,
        options.allSatisfy({ option in parts.contains { $0.id == option.id } })
      else {
        findings.add(
          "`\(name)` is no choice between fields of the points", at: fields.valueMark("choices"))
        return nil
      }
      return place
    }
    return .parted(points: points, choices: choices, least: fields.whole("least") ?? choices.count)
  }

  /// Names of number facts; a name may end in `*`.
  private func inputs(_ key: String, _ fields: inout FieldReader) -> [NumberInput] {
    let reversed = Set(expand(fields.texts("reverse"), fields.valueMark("reverse")))
    return expand(fields.texts(key), fields.valueMark(key)).map { place in
      NumberInput(fact: place, reversedIn: reversed.contains(place) ? ends(of: place) : nil)
    }
  }

  private func expand(_ names: [String], _ mark: SourceNode.Location) -> [Int] {
    names.flatMap { name -> [Int] in
      let matching = pack.facts.indices.filter { place in
        guard pack.facts[place].type == .number else { return false }
        let fact = pack.facts[place].name
        return name.hasSuffix("*") ? fact.hasPrefix(name.dropLast()) : fact == name
      }
      if matching.isEmpty { findings.add("no number `\(name)` stands above", at: mark) }
      return matching
    }
  }

  /// Lowest plus highest of the scale that a fact is answered on.
  private func ends(of fact: Int) -> Int? {
    guard case .item(let item, nil) = pack.facts[fact].source else { return nil }
    switch pack.items[item].kind {
    case .rating(let scale): return scale.count - 1
    case .number(let range): return range.lowerBound + range.upperBound
    case .text, .choice, .choices, .day, .bestWorst, .record, .records, .sort, .rank, .grid:
      return nil
    }
  }

  private func levels(_ fields: inout FieldReader) -> MeasureKind? {
    let name = fields.text("levels") ?? ""
    guard let fact = factPlaces[name], pack.facts[fact].type == .number else {
      findings.add("no number `\(name)` stands above", at: fields.valueMark("levels"))
      return nil
    }
    let cuts = fields.map("cuts").compactMap { entry in cut(entry) }
    if cuts.isEmpty || zip(cuts, cuts.dropFirst()).contains(where: { $0.from >= $1.from }) {
      findings.add("`cuts` are names with rising numbers", at: fields.valueMark("cuts"))
    }
    return .levels(fact: fact, cuts: cuts)
  }

  private func cut(_ entry: SourceNode.Entry) -> MeasureKind.Cut? {
    guard let text = findings.text(entry.value, "`\(entry.key)`") else { return nil }
    guard let number = Double(text), number.isFinite else {
      findings.add("a cut is a name with a number", at: entry.value.mark)
      return nil
    }
    return MeasureKind.Cut(name: entry.key, from: number)
  }

  private func tally(_ fields: inout FieldReader) -> MeasureKind? {
    let name = fields.single("tally") ?? ""
    let parts = name.split(separator: ".").map(String.init)
    let family = pack.items.indices.filter { place in
      guard case .bestWorst(let block) = pack.items[place].kind else { return false }
      return parts.count == 2 && pack.items[place].address.exercise == parts[0]
        && block.family == parts[1]
    }
    guard let first = family.first, case .bestWorst(let block) = pack.items[first].kind else {
      findings.add("no best-worst choice `\(name)` stands above", at: fields.valueMark("tally"))
      return nil
    }
    let isRepeat = { (place: Int) -> Bool in
      if case .bestWorst(let block) = pack.items[place].kind { return block.isRepeat }
      return false
    }
    let repeats = family.filter(isRepeat).compactMap { second in
      let original = pack.items[second].address.item.replacing("-again", with: "")
      return family.first { pack.items[$0].address.item == original }.map {
        MeasureKind.Tally.Repeat(first: $0, second: second)
      }
    }
    let from = pack.items[first].from
    let cards = from.map { pack.items[$0].kind.options } ?? block.cards
    let cut = fields.whole("cut") ?? 5
    if !(1...max(1, cards.count)).contains(cut) {
      findings.add(
        "`cut` is how many of the \(cards.count) make the core", at: fields.valueMark("cut"))
    }
    return .tally(
      MeasureKind.Tally(
        blocks: family.filter { !isRepeat($0) }, repeats: repeats, cards: cards.map(\.id),
        from: from, cut: cut))
  }

  private func standing(_ fields: inout FieldReader) -> MeasureKind? {
    let names = fields.texts("standing")
    let tallies = names.compactMap { name -> Int? in
      let place = pack.measures.firstIndex { $0.id == name }
      if let place, case .tally = pack.measures[place].kind { return place }
      findings.add("no tally `\(name)` stands above", at: fields.valueMark("standing"))
      return nil
    }
    guard !tallies.isEmpty else { return nil }
    var cards: [String] = []
    for tally in tallies {
      for card in cardOptions(tally).map(\.id) where !cards.contains(card) { cards.append(card) }
    }
    let ties = fields.texts("ties").compactMap { name -> Int? in
      if let place = item(named: name), case .rank = pack.items[place].kind { return place }
      findings.add("no rank `\(name)` stands above", at: fields.valueMark("ties"))
      return nil
    }
    return .standing(tallies, cards: cards, ties: ties, low: fields.whole("low") ?? 4)
  }

  private func cardOptions(_ measure: Int) -> [AnswerOption] {
    guard case .tally(let tally) = pack.measures[measure].kind else { return [] }
    let item = tally.from ?? tally.blocks.first
    return item.map { pack.items[$0].kind.options } ?? []
  }

  private func count(_ fields: inout FieldReader) -> MeasureKind? {
    guard let (item, _) = recordsField("count", &fields) else { return nil }
    return .count(item: item, only: only(&fields, item))
  }

  /// The words that a record must carry to count: of a field one, or any of a list.
  func only(_ fields: inout FieldReader, _ item: Int?) -> RecordFilter {
    var wanted: [String: [String]] = [:]
    for entry in fields.map("where") {
      let isList = entry.value.sequence != nil
      let words =
        isList
        ? findings.texts(entry.value, "`\(entry.key)`")
        : findings.text(entry.value, "`\(entry.key)`").map { [$0] } ?? []
      if isList, words.isEmpty {
        findings.add("`\(entry.key)`: at least one word is wanted", at: entry.mark)
      }
      let known = item.map { tags($0, entry.key) }
      for word in words where known.map({ !$0.contains(word) }) ?? false {
        findings.add("no record carries `\(word)` in `\(entry.key)`", at: entry.mark)
      }
      if !words.isEmpty { wanted[entry.key] = words }
    }
    return RecordFilter(wanted)
  }

  private func overlap(_ fields: inout FieldReader) -> MeasureKind? {
    let sets = fields.texts("overlap").compactMap { name -> Int? in
      if let fact = factPlaces[name], case .set = pack.facts[fact].type { return fact }
      findings.add("no set `\(name)` stands above", at: fields.valueMark("overlap"))
      return nil
    }
    return sets.count < 2 ? nil : .overlap(sets)
  }

  /// An ordered choice whose middle is as expected, so its words are an odd number.
  private func attainment(_ fields: inout FieldReader) -> MeasureKind? {
    guard let (item, field) = recordsField("attainment", &fields), let field else { return nil }
    let words = tags(item, field)
    if words.count.isMultiple(of: 2) {
      findings.add(
        "`\(field)` has levels with one in the middle", at: fields.valueMark("attainment"))
    }
    return .attainment(item: item, field: field, by: fields.requiredText("by"), words: words)
  }

  private func tier(_ fields: inout FieldReader) -> MeasureKind? {
    let name = fields.text("tier") ?? ""
    guard let tagged = pack.measures.firstIndex(where: { $0.id == name }),
      case .tagged(_, _, let tags, _) = pack.measures[tagged].kind
    else {
      findings.add("no tagged measure `\(name)` stands above", at: fields.valueMark("tier"))
      return nil
    }
    let names = fields.oneOrMoreTexts("outside")
    let outside = names.compactMap { id in pack.measures.firstIndex { $0.id == id } }
    if outside.count < names.count {
      findings.add("a measure named here does not stand above", at: fields.valueMark("outside"))
    }
    let own = fields.text("self").flatMap { item(named: $0) }
    if own == nil, fields.has("self") {
      findings.add("no item of this name stands above", at: fields.valueMark("self"))
    }
    return .tier(
      tagged: tagged, contexts: fields.requiredText("contexts"), outside: outside, self: own,
      tags: tags)
  }

  /// `exercise.item` or `exercise.item.field` of a `records`.
  private func recordsField(
    _ key: String, _ fields: inout FieldReader
  ) -> (item: Int, field: String?)? {
    let name = fields.single(key) ?? ""
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count >= 2, let place = item(named: parts[0] + "." + parts[1]),
      case .records(let list, _) = pack.items[place].kind
    else {
      findings.add("no records `\(name)` stand above", at: fields.valueMark(key))
      return nil
    }
    if parts.count == 3, !list.contains(where: { $0.id == parts[2] }) {
      findings.add("`\(parts[1])` has no field `\(parts[2])`", at: fields.valueMark(key))
      return nil
    }
    return (place, parts.count == 3 ? parts[2] : nil)
  }

  private func tags(_ item: Int, _ field: String) -> [String] {
    guard case .records(let list, _) = pack.items[item].kind else { return [] }
    return list.first { $0.id == field }?.kind.options.map(\.id) ?? []
  }
}

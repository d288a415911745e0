import Rules
import Workbook

extension PackReader {
  mutating func readExercise(_ name: SourceNode) {
    guard let id = findings.text(name, "`exercises`") else { return }
    guard let file = take("exercises/\(id).yaml", at: name.mark) else { return }
    var fields = FieldReader(file, "an exercise", findings)
    let own = fields.id()
    if own != id { findings.add("the file is called `\(id)`", at: fields.valueMark("id")) }
    var exercise = Exercise(
      id: id, stage: fields.requiredText("stage"), title: fields.requiredText("title"),
      method: method(fields.node("method"), file.mark), items: 0..<0)
    if !pack.stages.contains(where: { $0.id == exercise.stage }) {
      findings.add("there is no stage `\(exercise.stage)`", at: fields.valueMark("stage"))
    }
    exercise.opening = fields.text("opening") ?? ""
    exercise.short = fields.whole("short")
    exercise.circumstances = fields.yesNo("circumstances")
    exercise.speaksFor = word(&fields, "speaks-for") ?? .both
    exercise.picture = word(&fields, "picture")
    let closing = fields.node("closing")
    exerciseConditions.append(
      (pack.exercises.count, fields.node("when"), fields.node("ready"), closing))
    let start = pack.items.count
    for node in fields.nodes("items") { readItems(node, exercise) }
    exercise.items = start..<pack.items.count
    fields.finish()
    pack.exercises.append(exercise)
  }

  private func method(_ node: SourceNode?, _ mark: SourceNode.Location) -> Method {
    guard let node else {
      findings.add("an exercise needs `method`", at: mark)
      return Method(purpose: "", scored: "", trust: "", notFor: "", sources: [])
    }
    var fields = FieldReader(node, "a method", findings)
    let method = Method(
      purpose: fields.requiredText("for"), scored: fields.requiredText("scored"),
      trust: fields.requiredText("trust"), notFor: fields.requiredText("not-for"),
      sources: fields.texts("source"))
    fields.finish()
    return method
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ fields: inout FieldReader, _ key: String
  ) -> Word? where Word.RawValue == String {
    guard let text = fields.text(key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    findings.add("`\(key)` is one of \(words)", at: fields.valueMark(key))
    return nil
  }

  /// One node makes one item, one a row, or one a block of a best-worst choice.
  private mutating func readItems(_ node: SourceNode, _ exercise: Exercise) {
    var fields = FieldReader(node, "an item", findings)
    let rows = fields.has("rows") ? fields.map("rows") : nil
    let id = rows == nil ? fields.id() : (fields.text("id") ?? "")
    let kindName = fields.requiredText("kind")
    let text = rows == nil ? fields.requiredText("text") : (fields.text("text") ?? "")
    var item = Item(
      address: ItemAddress(exercise.id, id), kind: .day, text: text)
    item.hint = fields.text("hint") ?? ""
    item.optional = fields.yesNo("optional")
    item.privateWarning = fields.text("private") ?? ""
    item.lapses = fields.text("lapses")
    item.examples = fields.texts("examples")
    item.smaller = fields.text("smaller") ?? ""
    item.total = fields.whole("total")
    item.remarks = remarks(&fields)
    item.from = itemAbove("from", &fields, exercise)
    item.among = itemAbove("among", &fields, exercise)
    let said = fields.node("said")
    let when = fields.node("when")
    let changeable = fields.node("changeable")
    if changeable != nil && !exercise.circumstances {
      findings.add(
        "only an exercise with `circumstances: yes` has changeable items",
        at: fields.valueMark("changeable"))
    }
    let blocks = kindName == "bestworst" ? bestWorst(&fields, id, item.from) : []
    if kindName != "bestworst" { item.kind = kind(kindName, &fields, from: item.from) }
    fields.finish()
    if kindName == "bestworst" {
      for (suffix, block) in blocks {
        item.address = ItemAddress(exercise.id, id + suffix)
        item.kind = .bestWorst(block)
        append(item, [when], changeable, nil, node.mark)
      }
    } else if let rows {
      item.stem = text
      for row in rows {
        item.address = ItemAddress(exercise.id, row.key)
        let own = self.row(row)
        item.text = own.text
        append(item, [when, own.when], changeable, own.said ?? said, row.mark)
      }
    } else {
      append(item, [when], changeable, said, node.mark)
    }
  }

  /// A row is its text or, with what is said of its answers or when it is asked, a map.
  private func row(
    _ row: SourceNode.Entry
  ) -> (text: String, said: SourceNode?, when: SourceNode?) {
    let what = "the row `\(row.key)`"
    guard row.value.entries != nil else { return (findings.text(row.value, what) ?? "", nil, nil) }
    var fields = FieldReader(row.value, what, findings)
    let (said, when) = (fields.node("said"), fields.node("when"))
    let text = fields.requiredText("title")
    fields.finish()
    return (text, said, when)
  }

  private mutating func append(
    _ item: Item, _ when: [SourceNode?], _ changeable: SourceNode?, _ said: SourceNode?,
    _ mark: SourceNode.Location
  ) {
    let reading = SaidReading(findings: findings)
    let place = pack.items.count
    if itemPlaces[item.address] != nil {
      findings.add("the item `\(item.address.item)` stands already", at: mark)
    } else {
      itemPlaces[item.address] = place
    }
    pack.items.append(item)
    itemMarks.append(mark)
    itemConditions.append((place, when.compactMap(\.self), changeable))
    if let type = item.kind.factType {
      let titles = item.kind.factTitles
      add(
        Fact(
          name: item.address.factName, type: type, titles: titles,
          source: .item(place, field: nil), said: reading.of(item.kind, said)), at: mark)
    }
    if case .record(let fields) = item.kind {
      for field in fields.dropFirst() {
        guard let type = field.kind.factType else { continue }
        add(
          Fact(
            name: item.address.factName + "." + field.id, type: type,
            titles: field.kind.factTitles, source: .item(place, field: field.id),
            said: reading.of(field.kind, nil)),
          at: mark)
      }
    }
  }

  private func itemAbove(
    _ key: String, _ fields: inout FieldReader, _ exercise: Exercise
  ) -> Int? {
    guard let name = fields.text(key) else { return nil }
    let place = item(named: name, in: exercise.id)
    if place == nil {
      findings.add("no item `\(name)` stands above", at: fields.valueMark(key))
    }
    return place
  }

  /// An item by `item` in the same exercise, or by `exercise.item`.
  func item(named name: String, in exercise: String? = nil) -> Int? {
    let parts = name.split(separator: ".").map(String.init)
    let address =
      parts.count == 2 ? ItemAddress(parts[0], parts[1]) : ItemAddress(exercise ?? "", name)
    return itemPlaces[address]
  }

  private func bestWorst(
    _ fields: inout FieldReader, _ family: String, _ from: Int?
  ) -> [(String, BestWorstBlock)] {
    let cards = fields.nodes("cards").map { option($0) }
    let design = fields.requiredText("design")
    let again = fields.texts("again").compactMap(Int.init)
    for number in again where number < 1 {
      findings.add("`again` names blocks, from 1", at: fields.valueMark("again"))
    }
    guard let blocks = BestWorstDesign.blocks(design) else {
      let known = BestWorstDesign.baseSets.keys.sorted().joined(separator: ", ")
      findings.add("a design is one of \(known)", at: fields.valueMark("design"))
      return []
    }
    if from == nil, cards.count != blocks.count {
      findings.add("the design wants \(blocks.count) cards", at: fields.valueMark("cards"))
    }
    func block(_ number: Int, _ isRepeat: Bool) -> (String, BestWorstBlock) {
      let digits = number < 10 ? "0\(number)" : "\(number)"
      return (
        "-\(digits)" + (isRepeat ? "-again" : ""),
        BestWorstBlock(
          family: family, cards: cards, seats: blocks[number - 1], isRepeat: isRepeat)
      )
    }
    let repeats = again.filter { blocks.indices.contains($0 - 1) }
    return (1...blocks.count).map { block($0, false) } + repeats.map { block($0, true) }
  }

  private func rank(_ fields: inout FieldReader, _ from: Int?) -> ItemKind {
    guard let from else {
      let options = options(&fields)
      let most = fields.whole("most") ?? options.count
      return .rank(.options(options), count: range(fields.whole("least") ?? most, most, fields))
    }
    guard case .choices(_, let kept) = pack.items[from].kind else {
      findings.add("`from` names an item with choices", at: fields.valueMark("from"))
      return .rank(.seats(1), count: 0...1)
    }
    let most = fields.whole("most") ?? kept.upperBound
    return .rank(
      .seats(kept.upperBound), count: range(fields.whole("least") ?? most, most, fields))
  }

  private func kind(
    _ name: String, _ fields: inout FieldReader, from: Int? = nil
  ) -> ItemKind {
    switch name {
    case "text":
      let least = fields.whole("least") ?? 1
      return .text(max(1, least)...max(least, fields.whole("most") ?? 2000))
    case "choice": return .choice(options(&fields), ordered: fields.yesNo("ordered"))
    case "choices":
      let options = options(&fields)
      let most = fields.whole("most") ?? options.count
      return .choices(options, count: range(fields.whole("least") ?? 0, most, fields))
    case "rating": return .rating(scale(&fields))
    case "number":
      return .number(range(fields.whole("least") ?? 0, fields.whole("most") ?? 1_000_000, fields))
    case "day": return .day
    case "record": return .record(fieldList(&fields))
    case "records":
      let list = fieldList(&fields)
      // A list is kept entry by entry; what is short of a least would be no answer, and lost.
      if fields.has("least") {
        findings.add("a list has no `least`", at: fields.valueMark("least"))
      }
      return .records(list, count: range(0, fields.whole("most") ?? 200, fields))
    case "sort":
      let piles = fields.nodes("piles").map { option($0) }
      if piles.count < 2 { findings.add("a sort has two piles or more", at: fields.mark) }
      let cards = optionList(fields.node("cards"), fields.mark)
      return .sort(piles: piles, cards: cards)
    case "rank": return rank(&fields, from)
    case "grid":
      let down = optionList(fields.node("down"), fields.mark)
      let across = optionList(fields.node("across"), fields.mark)
      return .grid(down: down, across: across, scale: scale(&fields))
    default:
      let known = [
        "text", "choice", "choices", "rating", "number", "day", "bestworst", "record", "records",
        "sort", "rank", "grid",
      ]
      let near = Nearest.word(to: name, among: known)
      findings.add(
        "there is no kind `\(name)`" + (near.map { ": did you mean `\($0)`?" } ?? ""),
        at: fields.valueMark("kind"))
      return .day
    }
  }

  private func range(_ least: Int, _ most: Int, _ fields: FieldReader) -> ClosedRange<Int> {
    if least > most || least < 0 {
      findings.add("`least` is from 0, and not above `most`", at: fields.mark)
      return 0...max(0, most)
    }
    return least...most
  }

  private func scale(_ fields: inout FieldReader) -> [String] {
    let name = fields.requiredText("scale")
    guard let titles = scales[name] else {
      findings.add("the pack has no scale `\(name)`", at: fields.valueMark("scale"))
      return ["", ""]
    }
    return titles
  }

  private func fieldList(_ fields: inout FieldReader) -> [Field] {
    var list: [Field] = []
    for node in fields.nodes("fields") {
      var inner = FieldReader(node, "a field", findings)
      let id = inner.id()
      let kindName = inner.requiredText("kind")
      let title = inner.requiredText("title")
      let optional = inner.yesNo("optional")
      if ["record", "records", "bestworst", "sort", "rank", "grid"].contains(kindName) {
        findings.add("a field cannot be `\(kindName)`", at: inner.valueMark("kind"))
      } else {
        var field = Field(
          id: id, title: title, kind: kind(kindName, &inner), optional: optional,
          examples: inner.texts("examples"), smaller: inner.text("smaller") ?? "")
        field.remarks = remarks(&inner)
        field.names = names(&inner)
        list.append(field)
      }
      inner.finish()
    }
    if list.isEmpty { findings.add("`fields` names at least one field", at: fields.mark) }
    return list
  }

  /// The list, above, whose entries' names a text offers.
  private func names(_ fields: inout FieldReader) -> Int? {
    guard let name = fields.text("names") else { return nil }
    guard let item = item(named: name), case .records(let all, _) = pack.items[item].kind,
      case .text? = all.first?.kind
    else {
      findings.add(
        "`names` is a list above whose entries begin with a text", at: fields.valueMark("names"))
      return nil
    }
    return item
  }

  private func remarks(_ fields: inout FieldReader) -> [SoftCheck] {
    fields.nodes("remarks").map { node in
      var inner = FieldReader(node, "a remark", findings)
      let isOn = inner.has("on")
      let words = inner.texts(isOn ? "on" : "without")
      if words.isEmpty { findings.add("a remark is `on` words, or `without` them", at: node.mark) }
      let remark = SoftCheck(
        words: words, onPresence: isOn, sentence: inner.requiredText("say"))
      inner.finish()
      return remark
    }
  }

  private func options(_ fields: inout FieldReader) -> [AnswerOption] {
    optionList(fields.node("options"), fields.mark)
  }

  /// Options written out, another item's, a list of the pack's head, `pathways` or `steps`.
  private func optionList(_ node: SourceNode?, _ mark: SourceNode.Location) -> [AnswerOption] {
    let none = [AnswerOption(id: "none", title: "")]
    guard let node else {
      findings.add("`options` is missing", at: mark)
      return none
    }
    if let name = node.scalar {
      if let list = lists[name] { return list }
      if name == "pathways" { return named("pathways", "pathways/") }
      if name == "steps" {
        return titled(trees["steps.yaml"].map { findings.list($0, "the steps") } ?? [])
      }
      if let place = item(named: name) { return pack.items[place].kind.options }
      findings.add("there is no list or item `\(name)`", at: node.mark)
      return none
    }
    let options = findings.list(node, "the options").map { option($0) }
    if options.isEmpty, node.sequence != nil {
      findings.add("the options: at least one is wanted", at: node.mark)
    }
    return options.isEmpty ? none : options
  }

  /// The files that the head names under a key, by id and title.
  private func named(_ key: String, _ folder: String) -> [AnswerOption] {
    let ids = (trees["pack.yaml"]?[key]?.sequence ?? []).compactMap(\.scalar)
    return titled(ids.compactMap { trees["\(folder)\($0).yaml"] })
  }

  private func titled(_ nodes: [SourceNode]) -> [AnswerOption] {
    nodes.compactMap { node in
      node["id"]?.scalar.map { AnswerOption(id: $0, title: node["title"]?.scalar ?? $0) }
    }
  }

  func option(_ node: SourceNode) -> AnswerOption {
    var fields = FieldReader(node, "an option", findings)
    var option = AnswerOption(
      id: fields.id(), title: fields.requiredText("title"), text: fields.text("text") ?? "")
    option.side = fields.text("side") ?? ""
    option.said = fields.text("said") ?? ""
    fields.finish()
    return option
  }

  /// A sentence, or one in two number forms.
  func template(_ node: SourceNode?) -> Template? {
    guard let node else { return nil }
    if node.scalar != nil { return findings.text(node, "a sentence").map { Template($0) } }
    var fields = FieldReader(node, "a sentence", findings)
    let template = Template(
      by: fields.requiredText("by"), one: fields.requiredText("one"),
      other: fields.requiredText("other"))
    fields.finish()
    return template
  }
}

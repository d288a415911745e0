import Rules
package import Workbook

/// The files of a pack: path below its folder, and text.
package typealias PackFiles = [String: String]

/// Reads YAML texts into a pack, and says what is wrong with them.
package struct PackReader {
  var pack = Pack()
  let findings = Findings()
  var trees: [String: SourceNode] = [:]
  var named: Set<String> = []
  var scales: [String: [String]] = [:]
  var lists: [String: [AnswerOption]] = [:]
  /// As the head names them; their rules are read once all facts stand.
  var candidates: (pathways: [SourceNode], directions: [SourceNode]) = ([], [])
  /// What a person may ask, read once the pathways stand.
  var questionEntries: [SourceNode.Entry] = []
  var factPlaces: [String: Int] = [:]
  var itemPlaces: [ItemAddress: Int] = [:]
  /// Conditions that can be read only once all facts stand.
  var exerciseConditions:
    [(exercise: Int, when: SourceNode?, ready: SourceNode?, closing: SourceNode?)] = []
  var itemConditions: [(item: Int, when: [SourceNode], changeable: SourceNode?)] = []
  /// Where each item, measure and mark stands, by its place.
  var itemMarks: [SourceNode.Location] = []
  var measureMarks: [SourceNode.Location] = []
  var markMarks: [SourceNode.Location] = []

  /// - Parameters:
  ///   - files: every file of the folder.
  ///   - hash: of those files.
  ///   - language: the language to read it in; the pack's own where it has no texts in that.
  /// - Returns: the pack, and what is wrong with it; with findings it must not be used.
  package static func read(
    _ files: PackFiles, hash: String, language: String
  ) -> (Pack, [Finding]) {
    let (trees, findings) = trees(files)
    guard findings.isEmpty else { return (Pack(), findings.sorted()) }
    return read(
      trees, others: files.keys.filter { trees[$0] == nil }, hash: hash, language: language)
  }

  /// The trees of all YAML files, and what is wrong with their form.
  package static func trees(_ files: PackFiles) -> ([String: SourceNode], [Finding]) {
    var trees: [String: SourceNode] = [:]
    var findings: [Finding] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".yaml") {
      let (tree, problems) = NodeReader.read(text, file: path)
      findings += problems
      trees[path] = tree
    }
    return (trees, findings)
  }

  /// The tree of one YAML file, and what is wrong with its form.
  package static func tree(_ text: String, file: String) -> (SourceNode?, [Finding]) {
    NodeReader.read(text, file: file)
  }

  /// Reads trees that stand already.
  ///
  /// - Parameters:
  ///   - others: files that are no YAML; nobody can name them.
  ///   - withCases: whether the made-up lives are read too; opening the workbook does not wait for them.
  package static func read(
    _ trees: [String: SourceNode], others: [String], hash: String, language: String,
    withCases: Bool = true
  ) -> (Pack, [Finding]) {
    var reader = PackReader()
    reader.trees = trees
    reader.read(Array(trees.keys) + others, hash, language, withCases)
    return (reader.pack, reader.findings.all.sorted())
  }

  private mutating func read(
    _ files: [String], _ hash: String, _ language: String, _ withCases: Bool
  ) {
    pack.hash = hash
    guard findings.all.isEmpty else { return }
    guard let head = take("pack.yaml") else { return }
    readHead(head, language)
    guard findings.all.isEmpty else { return }
    readMeasures()
    readMarks()
    readConditions()
    readCandidates()
    readSteps()
    readMoments()
    readSections()
    readTalk()
    readGuidance()
    pack.index()
    readQuestions()
    if findings.all.isEmpty { order() }
    if findings.all.isEmpty { pack.compile() }
    if withCases, findings.all.isEmpty { readCases() }
    for path in files.sorted() where !named.contains(path) {
      let mark = SourceNode.Location(file: path, line: 1, column: 1)
      findings.add("nothing names this file", at: mark)
    }
  }

  /// The tree of a file that is named; a missing one is a finding.
  mutating func take(_ path: String, at mark: SourceNode.Location? = nil) -> SourceNode? {
    named.insert(path)
    if trees[path] == nil {
      let own = SourceNode.Location(file: path, line: 1, column: 1)
      findings.add("there is no file `\(path)`", at: mark ?? own)
    }
    return trees[path]
  }

  private mutating func readHead(_ head: SourceNode, _ language: String) {
    var fields = FieldReader(head, "the pack", findings)
    pack.id = fields.id()
    pack.version = fields.requiredText("version")
    pack.language = fields.requiredText("language")
    pack.languages = fields.texts("languages")
    readBands(fields.node("bands"))
    for tag in pack.languages { named.insert("languages/\(tag).yaml") }
    lay(language)
    // The overlay may have changed the head's own texts.
    let translated = trees["pack.yaml"] ?? head
    var texts = FieldReader(translated, "the pack", findings)
    pack.stages = texts.nodes("stages").map { stage($0) }
    readScales(texts.map("scales"))
    readLists(texts.map("lists"))
    pack.sources = texts.textMap("sources")
    questionEntries = texts.map("questions")
    for key in ["stages", "scales", "lists", "sources", "questions"] { _ = fields.node(key) }
    pack.places = fields.textMap("places")
    for node in fields.nodes("exercises") { readExercise(node) }
    pack.evening = fields.texts("evening")
    for id in pack.evening where !pack.exercises.contains(where: { $0.id == id }) {
      findings.add("there is no exercise `\(id)`", at: fields.valueMark("evening"))
    }
    candidates = (fields.nodes("pathways"), fields.nodes("directions"))
    fields.finish()
    for (file, _) in trees where file.hasPrefix("cases/") { named.insert(file) }
  }

  private mutating func lay(_ language: String) {
    guard language != pack.language, pack.languages.contains(language),
      let overlay = take("languages/\(language).yaml")
    else { return }
    for entry in findings.map(overlay, "a language's file") {
      let single = entry.key == "pack" ? "pack.yaml" : "\(entry.key).yaml"
      if let base = trees[single] {
        trees[single] = Overlay.lay(entry.value, over: base, findings)
      } else {
        layFiles(entry)
      }
    }
    pack.language = language
  }

  /// `exercises: {values: …}` is laid over `exercises/values.yaml`.
  private mutating func layFiles(_ folder: SourceNode.Entry) {
    for entry in findings.map(folder.value, "`\(folder.key)`") {
      let path = "\(folder.key)/\(entry.key).yaml"
      guard let base = trees[path] else {
        findings.add("the pack has no `\(path)`", at: entry.mark)
        continue
      }
      trees[path] = Overlay.lay(entry.value, over: base, findings)
    }
  }

  private mutating func readBands(_ node: SourceNode?) {
    guard let node else { return }
    var fields = FieldReader(node, "bands", findings)
    pack.bands = BandThresholds(
      strong: fields.whole("strong") ?? pack.bands.strong,
      known: fields.whole("known") ?? pack.bands.known,
      exploring: fields.whole("exploring") ?? pack.bands.exploring,
      proof: fields.whole("proof") ?? pack.bands.proof,
      level: fields.whole("level") ?? pack.bands.level,
      ahead: fields.whole("ahead") ?? pack.bands.ahead)
    fields.finish()
  }

  private func stage(_ node: SourceNode) -> Stage {
    var fields = FieldReader(node, "a stage", findings)
    let stage = Stage(
      id: fields.id(), title: fields.requiredText("title"),
      question: fields.requiredText("question"))
    fields.finish()
    return stage
  }

  private mutating func readScales(_ entries: [SourceNode.Entry]) {
    for entry in entries {
      let titles = findings.texts(entry.value, "the scale `\(entry.key)`")
      if titles.count < 2 { findings.add("a scale has two titles or more", at: entry.mark) }
      scales[entry.key] = titles
    }
  }

  private mutating func readLists(_ entries: [SourceNode.Entry]) {
    for entry in entries {
      let what = "the list `\(entry.key)`"
      if entry.value.entries != nil {
        lists[entry.key] = selection(entry.value, what)
      } else {
        lists[entry.key] = findings.list(entry.value, what).map { option($0) }
      }
    }
  }

  /// Some of another list's options, by title alone.
  private func selection(_ node: SourceNode, _ what: String) -> [AnswerOption] {
    var fields = FieldReader(node, what, findings)
    let name = fields.requiredText("of")
    let ids = fields.texts("ids")
    fields.finish()
    guard let whole = lists[name] else {
      findings.add("no list `\(name)` stands above", at: fields.valueMark("of"))
      return []
    }
    return ids.compactMap { id in
      let option = whole.first { $0.id == id }
      if option == nil {
        findings.add("the list above has no `\(id)`", at: fields.valueMark("ids"))
      }
      return option.map { AnswerOption(id: $0.id, title: $0.title) }
    }
  }

  private mutating func readConditions() {
    let reading = conditions
    for (place, when, ready, closing) in exerciseConditions {
      pack.exercises[place].when = when.flatMap { reading.condition($0) }
      pack.exercises[place].ready = ready.flatMap { reading.condition($0) }
      pack.exercises[place].closings = closings(closing)
    }
    for (place, when, changeable) in itemConditions {
      let parts = when.compactMap { reading.condition($0) }
      pack.items[place].when = parts.count > 1 ? .all(parts) : parts.first
      if let changeable {
        pack.items[place].changeable = self.changeable(changeable, place)
      }
    }
  }

  /// One sentence, or several of which the first that holds is said.
  private func closings(_ node: SourceNode?) -> [Closing] {
    guard let node else { return [] }
    guard node.sequence != nil else {
      guard let text = template(node) else { return [] }
      checkPlaceholders(text, node.mark)
      return [Closing(id: "", when: nil, text: text)]
    }
    return findings.list(node, "`closing`").compactMap { one in
      var fields = FieldReader(one, "a closing", findings)
      let closing = Closing(
        id: fields.id(), when: fields.node("when").flatMap { conditions.condition($0) },
        text: Template(fields.requiredText("text")))
      fields.finish()
      checkPlaceholders(closing.text, one.mark)
      return closing
    }
  }

  /// - Returns: `nil` for a row that `do`, given by row, leaves out: nothing can be done about it.
  private func changeable(_ node: SourceNode, _ item: Int) -> Changeable? {
    let address = pack.items[item].address
    var fields = FieldReader(node, "a changeable", findings)
    var reading = conditions
    reading.own = address.factName
    let cost = fields.whole("cost") ?? 1
    if cost < 1 { findings.add("`cost` is a whole number from 1", at: fields.valueMark("cost")) }
    let when = fields.node("when").flatMap { reading.condition($0) }
    let what = fields.node("do")
    let isPast = fields.yesNo("past")
    let becoming = becoming(fields.node("can-become"), pack.items[item])
    fields.finish()
    var changeable = Changeable(cost: cost, when: when, what: "")
    changeable.becoming = becoming
    changeable.isPast = isPast
    guard let what else {
      findings.add("a changeable says what to `do`", at: node.mark)
      return nil
    }
    guard what.entries != nil else {
      changeable.what = findings.text(what, "`do`") ?? ""
      return changeable
    }
    for row in findings.map(what, "`do`")
    where itemPlaces[ItemAddress(address.exercise, row.key)] == nil {
      findings.add("there is no row `\(row.key)`", at: row.mark)
    }
    guard let text = findings.textMap(what, "`do`")[address.item] else { return nil }
    changeable.what = text
    return changeable
  }

  /// `more`, `less`, `next`, or some of the words that the answer can be.
  private func becoming(_ node: SourceNode?, _ item: Item) -> Changeable.Becoming {
    guard let node else { return .anything }
    if node.scalar == "more" { return .more }
    if node.scalar == "less" { return .less }
    if node.scalar == "next" { return .next }
    let words = findings.texts(node, "`can-become`")
    let known = item.kind.options.map(\.id)
    if words.isEmpty || !words.allSatisfy(known.contains) {
      findings.add(
        "`can-become` is more, less, next or some of: \(known.joined(separator: ", "))",
        at: node.mark)
    }
    return .words(words)
  }

  var conditions: ConditionParser {
    ConditionParser(facts: pack.facts, places: factPlaces, findings: findings)
  }

  /// Adds a fact; a name that stands already is a finding.
  mutating func add(_ fact: Fact, at mark: SourceNode.Location) {
    if factPlaces[fact.name] != nil {
      findings.add("the fact `\(fact.name)` stands already", at: mark)
      return
    }
    factPlaces[fact.name] = pack.facts.count
    pack.facts.append(fact)
  }

  private mutating func readMoments() {
    guard trees["moments.yaml"] != nil, let file = take("moments.yaml") else { return }
    for node in findings.list(file, "the moments") {
      var fields = FieldReader(node, "a moment", findings)
      let moment = Moment(
        id: fields.id(), path: fields.texts("path"), again: fields.texts("again"))
      fields.finish()
      for id in moment.path + moment.again
      where !pack.exercises.contains(where: { $0.id == id }) {
        findings.add("there is no exercise `\(id)`", at: node.mark)
      }
      pack.moments.append(moment)
    }
  }
}

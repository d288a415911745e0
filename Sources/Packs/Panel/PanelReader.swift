package import Workbook

/// Reads a panel's files, and says what is wrong with them. It is given the picks of one half alone.
package struct PanelReader {
  private let pack: Pack
  private let half: Panel.Half
  private let findings = Findings()
  private var panel = Panel(moves: [], today: [:], offices: [], lives: [], readings: [])
  private var known: Set<String> = []

  /// How many moves a reader picks, and how many they call wrong.
  package static let best = 5
  package static let wrong = 3

  /// Whether a file is read for a half: all but the picks of the other.
  package static func reads(_ path: String, for half: Panel.Half) -> Bool {
    path.hasSuffix(".yaml") && (!path.hasPrefix("readers/") || path.hasSuffix("-\(half).yaml"))
  }

  /// - Parameters:
  ///   - files: those of the panel's folder that ``reads(_:for:)`` names, by their path in it.
  ///   - folder: how findings name that folder.
  /// - Returns: the panel, and what is wrong with it; with findings it must not be used.
  package static func read(
    _ files: PackFiles, folder: String, half: Panel.Half, pack: Pack
  ) -> (Panel, [Finding]) {
    var reader = PanelReader(pack: pack, half: half)
    reader.read(files, folder)
    return (reader.panel, reader.findings.all.sorted())
  }

  private init(pack: Pack, half: Panel.Half) {
    self.pack = pack
    self.half = half
  }

  private mutating func read(_ files: PackFiles, _ folder: String) {
    var trees: [String: SourceNode] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let (tree, problems) = PackReader.tree(text, file: folder + "/" + path)
      findings.add(problems)
      trees[path] = tree
    }
    guard let moves = trees["moves.yaml"] else {
      if files["moves.yaml"] == nil {
        let mark = SourceNode.Location(file: folder + "/moves.yaml", line: 1, column: 1)
        findings.add("a panel needs this file: the moves that its readers choose from", at: mark)
      }
      return
    }
    readMoves(moves)
    for (path, tree) in trees.sorted(by: { $0.key < $1.key }) where path != "moves.yaml" {
      if path.hasPrefix("lives/") {
        readLife(tree, path)
      } else if !path.hasPrefix("readers/") {
        findings.add("a panel has moves.yaml, lives and readers, and nothing else", at: tree.mark)
      }
    }
    // Picks are about lives: these stand first.
    for (path, tree) in trees.sorted(by: { $0.key < $1.key }) where path.hasPrefix("readers/") {
      readReading(tree, path)
    }
  }

  // MARK: - Moves

  private mutating func readMoves(_ node: SourceNode) {
    var fields = FieldReader(node, "the moves", findings)
    for one in fields.nodes("moves") {
      var move = FieldReader(one, "a move", findings)
      panel.moves.append(
        Panel.Intervention(
          id: move.id(), title: move.requiredText("title"), line: move.requiredText("line")))
      move.finish()
    }
    known = Set(panel.moves.map(\.id))
    panel.today = fields.textMap("today")
    for entry in fields.map("today") { checkMove(entry.value.scalar ?? "", entry.value.mark) }
    panel.offices = Set(fields.texts("offices"))
    fields.finish()
    for pathway in pack.pathways where !known.contains(panel.move(pathway.id)) {
      findings.add(
        "the pack's pathway `\(pathway.id)` is no move: say under `today` which it is read as",
        at: node.mark)
    }
  }

  private func checkMove(_ id: String, _ mark: SourceNode.Location) {
    guard !id.isEmpty, !known.contains(id) else { return }
    let near = Nearest.word(to: id, among: panel.moves.map(\.id))
    findings.add(
      "there is no move `\(id)`" + (near.map { ": did you mean `\($0)`?" } ?? ""), at: mark)
  }

  // MARK: - Lives

  private mutating func readLife(_ node: SourceNode, _ path: String) {
    var fields = FieldReader(node, "a life", findings)
    let id = fields.id()
    let half: Panel.Half? = word(&fields, "half")
    let grid = grid(&fields)
    let life = Panel.Life(
      id: id, half: half ?? self.half, grid: grid,
      nothingShouldChange: fields.yesNo("nothing-should-change"),
      isHalfAnswered: fields.yesNo("half-answered"), by: fields.requiredText("by"),
      answeredBy: fields.requiredText("answered-by"), diary: fields.requiredText("diary"),
      answers: GivenAnswers(pack, findings).read(requiredMap(&fields, "answers")),
      later: GivenAnswers(pack, findings).read(fields.map("later")))
    checkOnce(life, fields.valueMark("later"))
    // Answers to an evening that is still to be built: only their shape can be held against anything.
    _ = fields.map("tonight")
    fields.finish()
    checkPlace(of: life, path, fields.valueMark("id"), hasHalf: half != nil)
    panel.lives.append(life)
  }

  /// An item is answered on the first evening or on a later one.
  private func checkOnce(_ life: Panel.Life, _ mark: SourceNode.Location) {
    let first = Set(life.answers.map(\.item))
    for answer in life.later where first.contains(answer.item) {
      findings.add(
        "`\(pack.items[answer.item].address)` is answered on the first evening already", at: mark)
    }
  }

  private func checkPlace(
    of life: Panel.Life, _ path: String, _ mark: SourceNode.Location, hasHalf: Bool
  ) {
    let name = path.dropFirst("lives/".count).dropLast(".yaml".count)
    if life.id != name, !life.id.isEmpty {
      findings.add("the life `\(life.id)` belongs in lives/\(life.id).yaml", at: mark)
    }
    guard let other = panel.lives.first(where: { $0.id == life.id }) else { return }
    findings.add(
      hasHalf && other.half != life.half
        ? "the life `\(life.id)` is in both halves" : "the life `\(life.id)` stands already",
      at: mark)
  }

  private func grid(_ fields: inout FieldReader) -> Panel.Grid {
    guard let node = fields.node("grid") else {
      findings.add("a life needs `grid`", at: fields.mark)
      return Panel.Grid(moment: "", work: "", age: "", home: "", money: "", health: "")
    }
    var fields = FieldReader(node, "the grid", findings)
    let grid = Panel.Grid(
      moment: fields.requiredText("moment"), work: fields.requiredText("work"),
      age: fields.requiredText("age"), home: fields.requiredText("home"),
      money: fields.requiredText("money"), health: fields.requiredText("health"))
    let moments = pack.momentItem.map { pack.items[$0].kind.options.map(\.id) } ?? []
    if !moments.isEmpty, !grid.moment.isEmpty, !moments.contains(grid.moment) {
      findings.add("there is no moment `\(grid.moment)`", at: fields.valueMark("moment"))
    }
    fields.finish()
    return grid
  }

  private func requiredMap(_ fields: inout FieldReader, _ key: String) -> [SourceNode.Entry] {
    if !fields.has(key) { findings.add("this needs `\(key)`", at: fields.mark) }
    return fields.map(key)
  }

  /// A word out of a few.
  private func word<Word: RawRepresentable & CaseIterable>(
    _ fields: inout FieldReader, _ key: String
  ) -> Word? where Word.RawValue == String {
    let text = fields.requiredText(key)
    let word = Word(rawValue: text)
    if word == nil, !text.isEmpty {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      findings.add("`\(key)` is one of: \(words)", at: fields.valueMark(key))
    }
    return word
  }

  // MARK: - Readers

  private mutating func readReading(_ node: SourceNode, _ path: String) {
    var fields = FieldReader(node, "a reading", findings)
    let reader = fields.id("reader")
    let school: Panel.School? = word(&fields, "school")
    let from: Panel.Source? = word(&fields, "from")
    let entries = requiredMap(&fields, "lives")
    fields.finish()
    if "readers/\(reader)-\(half).yaml" != path, !reader.isEmpty {
      findings.add(
        "the reader `\(reader)` belongs in readers/\(reader)-\(half).yaml",
        at: fields.valueMark("reader"))
    }
    var lives: [String: Panel.Advice] = [:]
    for entry in entries {
      checkLife(entry, reader)
      lives[entry.key] = advice(entry.value)
    }
    let missing = panel.lives(in: half).filter { life in
      // Nobody reads the life that they made.
      lives[life.id] == nil && life.by != reader && life.answeredBy != reader
    }
    for life in missing {
      findings.add("the reading misses the life `\(life.id)`", at: fields.valueMark("lives"))
    }
    if let school, let from {
      panel.readings.append(
        Panel.FactBase(reader: reader, school: school, from: from, lives: lives))
    }
  }

  private func checkLife(_ entry: SourceNode.Entry, _ reader: String) {
    guard let life = panel.lives.first(where: { $0.id == entry.key }) else {
      findings.add("there is no life `\(entry.key)`", at: entry.mark)
      return
    }
    if life.half != half {
      findings.add("the life `\(life.id)` belongs to the \(life.half) half", at: entry.mark)
    }
    if life.by == reader {
      findings.add(
        "`\(reader)` wrote the life `\(life.id)`: somebody else reads it", at: entry.mark)
    }
    if life.answeredBy == reader {
      findings.add(
        "`\(reader)` answered for the life `\(life.id)`: somebody else reads it", at: entry.mark)
    }
  }

  private func advice(_ node: SourceNode) -> Panel.Advice {
    var fields = FieldReader(node, "the advice", findings)
    if !fields.has("own") { findings.add("the advice needs `own`", at: fields.mark) }
    let own = fields.texts("own")
    let best = picks(&fields, "best", PanelReader.best)
    let wrong = picks(&fields, "wrong", PanelReader.wrong)
    let question = question(&fields)
    fields.finish()
    for pick in wrong where best.contains(where: { $0.move == pick.move }) {
      findings.add(
        "`\(pick.move)` is both among the best and among the wrong", at: fields.valueMark("wrong"))
    }
    return Panel.Advice(own: own, best: best, wrong: wrong, question: question)
  }

  private func picks(_ fields: inout FieldReader, _ key: String, _ count: Int) -> [Panel.Pick] {
    guard let list = fields.node(key) else {
      findings.add("the advice needs `\(key)`", at: fields.mark)
      return []
    }
    // Two picks of one move are told as such, even with other lines.
    let picks = findings.list(list, "`\(key)`", mayRepeat: true).map { node -> Panel.Pick in
      var fields = FieldReader(node, "a pick", findings)
      let pick = Panel.Pick(move: fields.requiredText("move"), line: fields.requiredText("line"))
      checkMove(pick.move, fields.valueMark("move"))
      fields.finish()
      return pick
    }
    if Set(picks.map(\.move)).count != count || picks.count != count {
      findings.add("`\(key)` has \(count) moves, each another", at: list.mark)
    }
    return picks
  }

  private func question(_ fields: inout FieldReader) -> [Int] {
    let name = fields.requiredText("question")
    if name.isEmpty { return [] }
    let address = ItemAddress(name)
    // One that stands for many says too little to be found among three.
    let places =
      address.item.hasSuffix("*")
      ? [] : GivenAnswers(pack, findings).places(address.exercise, address.item)
    if places.isEmpty {
      findings.add("the pack has no question `\(name)`", at: fields.valueMark("question"))
    }
    return places
  }
}

import Rules
package import Workbook

/// What a pack that reads well must still hold to: points, words, steps, the clock, no favourite.
package struct Lint {
  private let pack: Pack
  private let marks: SourceLocations
  private var found: [Finding] = []

  /// - Parameters:
  ///   - trees: the pack's files, for the place of each finding and the words in them.
  ///   - favourites: the no-favourite table, which takes some seconds to make; without it that law is left out.
  ///   - wording: the interface's own few words, for the sentences that cases hear; without it these are not compared.
  package static func findings(
    _ pack: Pack, trees: [String: SourceNode], favourites: FairnessTable?, wording: Wording? = nil
  ) -> [Finding] {
    var lint = Lint(pack: pack, marks: SourceLocations(trees))
    lint.found = WordLint(trees).findings + LanguageLint(pack, trees).findings
    let same = wording.map { SamenessLint(pack, wording: $0).found } ?? []
    for one in SatisfiabilityLint(pack).found + TableLint(pack).found + ClaimLint(pack).found
      + SaidLint(pack).found + GroupLint(pack).found + PayLint(pack).found + same
    {
      lint.note(one.file, one.id, one.message)
    }
    lint.candidates()
    lint.items()
    lint.exercises()
    lint.steps()
    lint.evening()
    lint.frames()
    if let favourites {
      lint.leads("pathways", pack.pathways, favourites.pathways)
      lint.leads("directions", pack.directions, favourites.directions)
    }
    lint.threeStand()
    lint.privacy()
    lint.clock()
    return lint.found.sorted()
  }

  private init(pack: Pack, marks: SourceLocations) {
    self.pack = pack
    self.marks = marks
  }

  /// - Parameter id: of the item, support, step or moment that is meant; `nil` for the file as a whole.
  private mutating func note(_ file: String, _ message: String) { note(file, nil, message) }

  private mutating func note(_ file: String, _ id: String?, _ message: String) {
    let mark = marks.of(id, in: file)
    found.append(Finding(file: file, line: mark.line, column: mark.column, message: message))
  }

  private mutating func candidates() {
    for (folder, list) in [("pathways", pack.pathways), ("directions", pack.directions)] {
      for one in list { candidate(one, "\(folder)/\(one.id).yaml", folder == "pathways") }
    }
  }

  private mutating func candidate(_ one: Pathway, _ file: String, _ isMove: Bool) {
    let supports = one.candidate.supports
    // Where reasons have kinds, each kind has a sum of its own.
    if !(isMove && pack.isGrouped) { points(one, file) }
    if Set(supports.map(\.id)).count != supports.count { note(file, "a support id stands twice") }
    for (place, support) in supports.enumerated() {
      reason(one.because[place], support.when, "\(support.id)", file)
      crossing(support, one.crosses[place], file, isMove)
    }
    if one.towards { pairs(one, file) }
    for (place, gate) in one.candidate.gates.enumerated() {
      reason(one.gateBecause[place], gate.when, gate.id, file)
    }
    for (place, hold) in one.candidate.holds.enumerated() {
      reason(one.holdBecause[place], hold.when, hold.id, file)
    }
  }

  private mutating func points(_ one: Pathway, _ file: String) {
    let speaking = one.candidate.supports.filter { $0.points > 0 }
    let against = one.candidate.supports.filter { $0.points < 0 }
    let sum = speaking.reduce(0) { $0 + $1.points }
    if sum != 100 { note(file, "its points for sum to \(sum), not 100") }
    if !(6...8).contains(speaking.count) {
      note(file, "it has \(speaking.count) supports for, not 6 to 8")
    }
    if speaking.contains(where: { $0.points > 25 }) {
      note(file, "a support has more than 25 points")
    }
    if against.isEmpty { note(file, "nothing speaks against it") }
    if against.reduce(0, { $0 - $1.points }) > 100 { note(file, "its points against pass 100") }
  }

  /// A way that is shown with directions has words for each of them, and for no other.
  private mutating func pairs(_ one: Pathway, _ file: String) {
    let directions = pack.directions.map(\.id)
    for id in directions where one.pairs[id]?.isEmpty ?? true {
      note(file, "it has no words for the direction `\(id)`")
    }
    for id in one.pairs.keys.sorted() where !directions.contains(id) {
      note(file, id, "there is no direction `\(id)`")
    }
  }

  /// A reason names a fact of its own condition, and says eight words or more beside it.
  private mutating func reason(
    _ text: Template, _ when: Condition, _ id: String, _ file: String
  ) {
    let frameWords = text.frame.split(separator: " ").count { $0.contains(where: \.isLetter) }
    if frameWords < 8 {
      note(file, id, "`\(id)`: its reason has \(frameWords) words, not 8 or more")
    }
    if Lint.endsWithItsAnswer(text) {
      note(file, id, "`\(id)`: its reason ends with the answer, and says nothing of it")
    }
    let read = Set(when.facts.flatMap { factsUnder($0) }.map { pack.facts[$0].name })
    if !text.placeholders.contains(where: { read.contains($0) || isQuoted($0, when) }) {
      note(file, id, "`\(id)`: its reason names no fact that its condition reads")
    }
  }

  /// Whether it is somebody's own words, from an exercise that a condition reads.
  private func isQuoted(_ name: String, _ when: Condition) -> Bool {
    guard pack.factPlaces[name] == nil, let item = pack.itemPlace(named: name) else { return false }
    let read = when.facts.reduce(into: Set<Int>()) { $0.formUnion(pack.items(under: $1)) }
    return read.contains { pack.exerciseOfItem[$0] == pack.exerciseOfItem[item] }
  }

  /// Whether nothing of its own follows the last answer that it names.
  private static func endsWithItsAnswer(_ text: Template) -> Bool {
    guard let last = text.frame.lastIndex(of: "…") else { return false }
    return text.frame[last...].count(where: \.isLetter) < 3
  }

  /// A fact, and those that its mark reads.
  private func factsUnder(_ fact: Int) -> [Int] {
    guard case .mark(let mark) = pack.facts[fact].source else { return [fact] }
    return [fact] + pack.marks[mark].when.facts.flatMap { factsUnder($0) }
  }

  private mutating func crossing(
    _ support: Support, _ reason: String?, _ file: String, _ isMove: Bool
  ) {
    guard reason == nil else { return }
    for fact in support.when.facts {
      for item in pack.items(under: fact) {
        let exercise = pack.exercises[pack.exerciseOfItem[item]]
        if exercise.speaksFor == (isMove ? .directions : .moves) {
          note(
            file, support.id,
            "`\(support.id)` reads \(exercise.id), and does not say why it crosses over")
          return
        }
      }
    }
  }

  private mutating func items() {
    let read = ItemUsage(pack)
    for (place, item) in pack.items.enumerated() {
      let file = "exercises/\(item.address.exercise).yaml"
      if read.of(place).isEmpty {
        note(file, item.address.item, "nothing reads `\(item.address.item)`")
      }
      if case .text = item.kind, !item.optional || !item.examples.isEmpty {
        if item.examples.count != 3 {
          note(
            file, item.address.item, "`\(item.address.item)`: an open question has three examples")
        }
        if item.smaller.isEmpty {
          note(
            file, item.address.item,
            "`\(item.address.item)`: an open question has a smaller one under it")
        }
      }
      for field in item.kind.fields { scaffold(field, item, file) }
      one(item, file)
    }
  }

  /// A field that offers a foothold offers a whole one.
  private mutating func scaffold(_ field: Field, _ item: Item, _ file: String) {
    guard !field.examples.isEmpty || !field.smaller.isEmpty else { return }
    if field.examples.count != 3 || field.smaller.isEmpty {
      note(
        file, field.id,
        "`\(item.address.item).\(field.id)`: three examples and a smaller question go together")
    }
  }

  /// Above a private field stand the same words each time.
  private mutating func privacy() {
    guard let usual = pack.items.first(where: { !$0.privateWarning.isEmpty })?.privateWarning
    else { return }
    for item in pack.items where !item.privateWarning.isEmpty && item.privateWarning != usual {
      note(
        "exercises/\(item.address.exercise).yaml", item.address.item,
        "`\(item.address.item)`: other words above a private field than elsewhere")
    }
  }

  /// Minutes that an author wrote, held against the clock.
  private mutating func clock() {
    for exercise in pack.exercises {
      guard let written = Lint.minutes(in: exercise.opening) else { continue }
      let computed = [false, true].map { isLong in
        pack.minutes(of: exercise.items(isLong: isLong))
      }
      if computed.allSatisfy({ abs($0 - written) > max(2, $0 / 4) }) {
        let shown = computed.map { String(Int($0.rounded())) }.joined(separator: " or ")
        note(
          "exercises/\(exercise.id).yaml",
          "it says \(Int(written)) minutes; the clock says \(shown)")
      }
    }
  }

  /// A span of minutes or hours that a text names.
  private static func minutes(in text: String) -> Double? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = words.joined(separator: " ")
    if joined.contains("quarter of an hour") { return 15 }
    if joined.contains("half an hour") { return 30 }
    for (word, next) in zip(words, words.dropFirst()) where next == "minutes" || next == "min" {
      return Double(word) ?? small[word]
    }
    return nil
  }

  private static let small: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
  ]

  /// One thing at one time.
  private mutating func one(_ item: Item, _ file: String) {
    // Of a set of rows, the text above them asks as well.
    let padded = " " + item.stem.lowercased() + " " + item.text.lowercased() + " "
    if padded.contains(" and ") || padded.contains(" or ") || padded.contains("/") {
      note(file, item.address.item, "`\(item.address.item)` asks for two things: \(item.text)")
    }
    if item.text.count(where: { $0 == "?" }) > 1 {
      note(file, item.address.item, "`\(item.address.item)` asks two questions")
    }
  }

  private mutating func exercises() {
    for exercise in pack.exercises {
      let file = "exercises/\(exercise.id).yaml"
      for source in exercise.method.sources where pack.sources[source] == nil {
        note(file, "the pack's head says nothing of the source `\(source)`")
      }
      if exercise.closings.isEmpty { note(file, "it ends without a closing sentence") }
      if let last = exercise.closings.last, last.when != nil {
        note(file, "its last closing has a condition, so that nothing may be said")
      }
      for closing in exercise.closings { self.closing(closing, file) }
      ready(exercise, file)
    }
    for mark in pack.marks { for one in mark.material { material(one) } }
  }

  /// What an exercise waits for is said: it rests on marks whose material has a sentence each.
  private mutating func ready(_ exercise: Exercise, _ file: String) {
    guard let ready = exercise.ready, !saysWhatIsMissing(ready) else { return }
    note(
      file, exercise.id,
      "`ready` is `mark.ID: is yes`, of a mark with `material`: else nobody is told what is missing"
    )
  }

  private func saysWhatIsMissing(_ ready: Condition) -> Bool {
    switch ready {
    case .compare(let fact, .truthIs(true)):
      if case .mark(let mark) = pack.facts[fact].source {
        !pack.marks[mark].material.isEmpty
      } else {
        false
      }
    case .all(let parts): parts.allSatisfy { saysWhatIsMissing($0) }
    case .compare, .any, .not, .atLeast: false
    }
  }

  private mutating func material(_ one: Material) {
    let file = "marks.yaml"
    if !one.missing.contains(" ") || ![".", "?"].contains(String(one.missing.suffix(1))) {
      note(file, one.id, "`\(one.id)`: `missing` is a whole sentence")
    }
    let items = one.when.facts.reduce(into: Set<Int>()) { $0.formUnion(pack.items(under: $1)) }
    let gathering = pack.exercise(one.exercise)?.items ?? 0..<0
    if items.isDisjoint(with: gathering) {
      note(file, one.id, "`\(one.id)`: nothing that is asked in `\(one.exercise)` decides it")
    }
  }

  /// A closing sentence rests on two answers or more.
  private mutating func closing(_ closing: Closing, _ file: String) {
    let names = closing.text.placeholders
    let items = names.compactMap { pack.factPlaces[$0] }
      .reduce(into: Set<Int>()) { $0.formUnion(pack.items(under: $1)) }
    let quotes = names.filter { pack.factPlaces[$0] == nil }
    // A list of records, or a sort, is several answers.
    let lists = items.filter { pack.items[$0].kind.holdsSeveral }
    if items.count + lists.count + quotes.count < 2 {
      note(file, "a closing sentence rests on fewer than two answers: \(closing.text.frame)")
    }
  }

  private mutating func steps() {
    let weak = ["explore", "research", "network", "reflect", "consider", "reach"]
    for step in pack.steps {
      let file = "steps.yaml"
      if step.minutes < 1 || step.minutes > 90 {
        note(file, step.id, "`\(step.id)` takes more than 90 minutes")
      }
      if step.within < 1 || step.within > 14 {
        note(file, step.id, "`\(step.id)` is not within a week or two")
      }
      let verb = step.first.lowercased().prefix { $0.isLetter }
      if weak.contains(String(verb)) { note(file, step.id, "`\(step.id)` begins with `\(verb)`") }
    }
  }

  private mutating func evening() {
    let minutes = pack.minutes(
      of: pack.evening.compactMap { pack.exercise($0) }.flatMap { $0.items(isLong: false) })
    for moment in pack.moments {
      let minutes = pack.minutes(of: pack.items(onPathOf: moment))
      if minutes > 12 {
        note(
          "moments.yaml", moment.id, "`\(moment.id)` takes \(Int(minutes)) minutes, not 12 at most")
      }
    }
    if minutes > 45 {
      note("pack.yaml", "the evening takes \(Int(minutes)) minutes, not 45 at most")
    }
  }

  /// A frame stands at most twice in a pack.
  private mutating func frames() {
    var count: [String: Int] = [:]
    for one in pack.pathways + pack.directions {
      for text in one.because + one.gateBecause + one.holdBecause {
        count[text.frame, default: 0] += 1
      }
    }
    for (frame, times) in count where times > 2 {
      note("pack.yaml", "the same reason stands \(times) times: \(frame)")
    }
  }

  private mutating func leads(_ folder: String, _ list: [Pathway], _ leads: [Double]) {
    let fair = Double(FairnessTable.people) / Double(max(1, list.count))
    for (one, led) in zip(list, leads) {
      let file = "\(folder)/\(one.id).yaml"
      if led == 0 { note(file, "of 2,000 made-up people it leads nobody") }
      if led > 3 * fair {
        note(file, "it leads \(Int(led)) of 2,000 made-up people, more than three times its share")
      }
    }
  }

  private mutating func threeStand() {
    let free = pack.pathways.filter { $0.candidate.gates.isEmpty }
    if free.count < 3 { note("pack.yaml", "fewer than three pathways are without a gate") }
  }
}

extension ItemKind {
  /// Whether one value of it says more than one thing.
  fileprivate var holdsSeveral: Bool {
    switch self {
    case .records, .sort, .grid, .record: true
    case .text, .choice, .choices, .rating, .number, .day, .bestWorst, .rank: false
    }
  }
}

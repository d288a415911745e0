/// How the rules agree with a panel, as averages over its lives. A life that nobody read counts for nothing.
package struct PanelMeasures: Sendable {
  package private(set) var lives = 0
  /// Picks shared with each diary reader, as a share of five.
  package private(set) var recall: PanelFigure?
  /// Picks that no rule could meet, because today's pack lacks the move.
  package private(set) var lacking: PanelFigure?
  package private(set) var lackingMoves: [String] = []
  /// The same as recall between each two diary readers.
  package private(set) var ceiling: PanelFigure?
  /// Our places that two diary readers called wrong, and that at least one did.
  package private(set) var wrong: PanelFigure?
  package private(set) var wrongByOne: PanelFigure?
  /// Lives in which a diary reader's question is among our first ones; and the share of such readers.
  package private(set) var nextQuestion: PanelFigure?
  package private(set) var nextQuestionEach: PanelFigure?
  package private(set) var chance = 0.0
  /// The one list that suits all lives best by the readings, and what it shares with them.
  package private(set) var commonList: [String] = []
  package private(set) var common: PanelFigure?
  /// What the rules share beyond that list.
  package private(set) var gain: PanelFigure?
  package private(set) var equalPoints: PanelFigure?
  package private(set) var bySchool: [Part] = []
  package private(set) var withoutReader: [Part] = []
  package private(set) var byMoment: [Part] = []
  package private(set) var byWork: [Part] = []
  /// What the rules, and the diary readers, share with those who saw only the answers.
  package private(set) var fromAnswers: PanelFigure?
  package private(set) var answersWithDiary: PanelFigure?
  package private(set) var misses: [Miss] = []

  /// Recall of a part of the panel.
  package struct Part: Hashable, Sendable {
    package var name: String
    package var lives: Int
    package var recall: Double
  }

  /// A move that two readers picked for a life and that is not among our five.
  package struct Miss: Hashable, Sendable {
    package var life: String
    package var move: String
    /// `nil` where today's pack lacks it.
    package var rank: Int?
    package var deciding: [String]
  }

  /// One life as the measures see it.
  fileprivate struct Row {
    var life: Panel.Life
    var look: PanelLook
    var diary: [Voice]
    var answers: [Voice]
  }

  /// What one reader says of one life.
  fileprivate struct Voice {
    var reader: String
    var school: Panel.School
    var best: Set<String>
    var wrong: Set<String>
    var question: [Int]
  }

  /// - Parameter looks: what the program makes of each life of the half, in the panel's order.
  package init(_ panel: Panel, _ looks: [PanelLook]) {
    let rows = looks.compactMap { PanelMeasures.row($0, panel) }
    lives = rows.count
    chance = Double(PanelReader.best) / Double(max(1, panel.moves.count))
    setRecall(rows, panel)
    setParts(rows, panel)
    wrong = figure(rows) { $0.wrongShare(calledBy: 2) }
    wrongByOne = figure(rows) { $0.wrongShare(calledBy: 1) }
    nextQuestion = figure(rows) { row in row.hits.map { $0.contains(true) ? 1 : 0 } }
    nextQuestionEach = figure(rows) { row in
      row.hits.map { Double($0.count { $0 }) / Double($0.count) }
    }
    misses = rows.flatMap { $0.misses(panel) }
  }

  private static func row(_ look: PanelLook, _ panel: Panel) -> Row? {
    guard let life = panel.lives.first(where: { $0.id == look.life }) else { return nil }
    func voices(_ source: Panel.Source) -> [Voice] {
      panel.readings.filter { $0.from == source }.compactMap { reading in
        reading.lives[life.id].map { advice in
          Voice(
            reader: reading.reader, school: reading.school, best: Set(advice.best.map(\.move)),
            wrong: Set(advice.wrong.map(\.move)), question: advice.question)
        }
      }
    }
    let diary = voices(.diary)
    return diary.isEmpty
      ? nil : Row(life: life, look: look, diary: diary, answers: voices(.answers))
  }

  private mutating func setRecall(_ rows: [Row], _ panel: Panel) {
    recall = figure(rows) { shared($0.look.first, $0.diary) }
    equalPoints = figure(rows) { shared($0.look.equal, $0.diary) }
    ceiling = figure(rows) { $0.agreement }
    fromAnswers = figure(rows) { shared($0.look.first, $0.answers) }
    answersWithDiary = figure(rows) { row in
      mean(row.answers.compactMap { shared(Array($0.best), row.diary) })
    }
    let here = Set(rows.flatMap { $0.look.places.keys })
    lackingMoves = panel.moves.map(\.id).filter { !here.contains($0) }
    lacking = figure(rows) { shared(lackingMoves, $0.diary) }
    commonList = PanelMeasures.commonList(rows, panel)
    common = figure(rows) { shared(commonList, $0.diary) }
    gain = figure(rows) { row in
      guard let own = shared(row.look.first, row.diary), let all = shared(commonList, row.diary)
      else { return nil }
      return own - all
    }
  }

  /// What a list shares is the sum of what its moves share: the five that share most make the best list.
  private static func commonList(_ rows: [Row], _ panel: Panel) -> [String] {
    let weighed = panel.moves.enumerated().map { place, move in
      (place, move.id, rows.reduce(0) { $0 + (shared([move.id], $1.diary) ?? 0) })
    }
    return weighed.sorted { (-$0.2, $0.0) < (-$1.2, $1.0) }.prefix(PanelReader.best).map(\.1)
  }

  private mutating func setParts(_ rows: [Row], _ panel: Panel) {
    bySchool = Panel.School.allCases.compactMap { school in
      part(school.rawValue, rows) { $0.school == school }
    }
    let readers = Set(rows.flatMap { $0.diary.map(\.reader) }).sorted()
    withoutReader =
      readers.count < 2
      ? [] : readers.compactMap { reader in part(reader, rows) { $0.reader != reader } }
    let moments = Set(rows.map(\.life.grid.moment)).sorted()
    byMoment = moments.compactMap { moment in
      part(moment, rows.filter { $0.life.grid.moment == moment }) { _ in true }
    }
    byWork = [("office", true), ("other", false)].compactMap { name, isOffice in
      part(name, rows.filter { panel.offices.contains($0.life.grid.work) == isOffice }) { _ in true
      }
    }
  }

  private func part(_ name: String, _ rows: [Row], _ isMeant: (Voice) -> Bool) -> Part? {
    let shares = rows.compactMap { shared($0.look.first, $0.diary.filter(isMeant)) }
    return mean(shares).map { Part(name: name, lives: shares.count, recall: $0) }
  }

  private func figure(_ rows: [Row], _ of: (Row) -> Double?) -> PanelFigure? {
    PanelFigure(rows.compactMap(of))
  }
}

/// The mean over readers of how many of some moves they picked, as a share of five.
private func shared(_ moves: [String], _ voices: [PanelMeasures.Voice]) -> Double? {
  mean(
    voices.map { voice in
      Double(moves.count { voice.best.contains($0) }) / Double(PanelReader.best)
    })
}

private func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

extension PanelMeasures.Row {
  /// What each two diary readers share.
  fileprivate var agreement: Double? {
    var shares: [Double] = []
    for (place, one) in diary.enumerated() {
      shares += diary[(place + 1)...].compactMap { shared(Array(one.best), [$0]) }
    }
    return mean(shares)
  }

  fileprivate func wrongShare(calledBy count: Int) -> Double? {
    if look.first.isEmpty || diary.count < count { return nil }
    let called = look.first.count { move in diary.count { $0.wrong.contains(move) } >= count }
    return Double(called) / Double(look.first.count)
  }

  /// Whether each diary reader's question is among our first ones; `nil` where none has one.
  fileprivate var hits: [Bool]? {
    let asked = diary.filter { !$0.question.isEmpty }
    return asked.isEmpty ? nil : asked.map { $0.question.contains { look.next.contains($0) } }
  }

  fileprivate func misses(_ panel: Panel) -> [PanelMeasures.Miss] {
    panel.moves.map(\.id).filter { move in
      !look.first.contains(move) && diary.count { $0.best.contains(move) } >= 2
    }.map { move in
      let place = look.places[move]
      return PanelMeasures.Miss(
        life: life.id, move: move, rank: place?.rank, deciding: place?.deciding ?? [])
    }
  }
}

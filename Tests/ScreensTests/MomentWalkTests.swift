import JSON
import Rules
import Screens
import TestSupport
import Testing
import Workbook

/// The quick path of each moment in lines, from the first question to a sentence that was not typed.
struct MomentWalkTests {
  /// Lines that answer an item, and how many answers they make.
  private func lines(_ item: Item, _ pack: Pack, moment: String) -> [String] {
    switch item.kind {
    case .choice(let options, _):
      if pack.places["moment"] == item.address.factName {
        return [String((options.firstIndex { $0.id == moment } ?? 0) + 1)]
      }
      return ["1"]
    case .choices: return ["1"]
    case .rating: return ["2"]
    case .number(let range): return [String(range.lowerBound)]
    case .day: return ["2026-03-05"]
    case .text: return ["A line of my own"]
    case .bestWorst: return ["1", "2"]
    case .record(let fields): return ["1"] + fields.dropFirst().map { _ in "" }
    case .records, .sort, .rank, .grid: return ["done"]
    }
  }

  @Test(arguments: Walk.pack.moments.map(\.id))
  func theShortPathIsWalkedInLines(_ moment: String) throws {
    let pack = Walk.pack
    var dialogue = LineMode(Walk.session())
    _ = dialogue.open(reason: "a test")
    var said = dialogue.hear("1").lines
    var answers = 0
    var minutes = 0.0
    let path = try #require(pack.moments.first { $0.id == moment }).path
    for id in path {
      let exercise = try #require(pack.exercise(id))
      #expect(said.contains(exercise.title), "\(id) is not next: \(said.suffix(12))")
      var place = exercise.items.lowerBound
      while let item = dialogue.session.reading.items(in: exercise).first(where: { $0 >= place }) {
        for line in lines(pack.items[item], pack, moment: moment) {
          let turn = dialogue.hear(line)
          said = turn.lines
          answers += turn.changes.count
        }
        minutes += Clock.minutes(pack.items[item])
        place = item + 1
      }
      if let closing = dialogue.session.reading.closing(of: exercise) {
        let sentence = dialogue.session.reading.sentence(closing, Walk.phrases.wording)
        #expect(said.contains(sentence), "\(id) does not end with: \(sentence)")
      }
      said = dialogue.hear("").lines
    }
    #expect(minutes <= 12, "\(moment) takes \(minutes) min")
    #expect(answers == dialogue.session.profile.current.count)
    #expect(answers >= 20)
  }
}

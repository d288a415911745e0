import JSON
import Packs

/// The JSON of `content panel`.
struct PanelJSON {
  private let panel: Panel
  private let half: Panel.Half
  private let measures: PanelMeasures

  init(_ panel: Panel, _ half: Panel.Half, _ measures: PanelMeasures) {
    self.panel = panel
    self.half = half
    self.measures = measures
  }

  var document: JSONValue {
    [
      "half": .text(half.rawValue), "lives": .whole(measures.lives),
      "readers": .whole(panel.readings.count),
      "recall5": mean(measures.recall), "recall5Interval": interval(measures.recall),
      "lacking": mean(measures.lacking),
      "lackingMoves": .list(measures.lackingMoves.map { .text($0) }),
      "ceiling": mean(measures.ceiling), "ceilingInterval": interval(measures.ceiling),
      "wrong": mean(measures.wrong), "wrongInterval": interval(measures.wrong),
      "wrongByOne": mean(measures.wrongByOne),
      "nextQuestion": mean(measures.nextQuestion),
      "nextQuestionInterval": interval(measures.nextQuestion),
      "nextQuestionEach": mean(measures.nextQuestionEach),
      "chance": RoundedNumber.share(measures.chance), "common": mean(measures.common),
      "commonList": .list(measures.commonList.map { .text($0) }),
      "gain": mean(measures.gain), "gainInterval": interval(measures.gain),
      "equalPoints": mean(measures.equalPoints), "before": .null,
      "bySchool": map(measures.bySchool), "withoutReader": map(measures.withoutReader),
      "byGrid": ["moment": parts(measures.byMoment), "work": parts(measures.byWork)],
      "fromAnswers": [
        "recall5": mean(measures.fromAnswers), "diaryReaders": mean(measures.answersWithDiary),
      ],
      "misses": .list(measures.misses.map { miss($0) }),
    ]
  }

  private func mean(_ figure: PanelFigure?) -> JSONValue {
    figure.map { RoundedNumber.share($0.mean) } ?? .null
  }

  private func interval(_ figure: PanelFigure?) -> JSONValue {
    figure.map { .list([RoundedNumber.share($0.low), RoundedNumber.share($0.high)]) } ?? .null
  }

  private func map(_ parts: [PanelMeasures.Part]) -> JSONValue {
    .map(parts.map { JSONValue.Pair($0.name, RoundedNumber.share($0.recall)) })
  }

  private func parts(_ parts: [PanelMeasures.Part]) -> JSONValue {
    .map(
      parts.map {
        JSONValue.Pair(
          $0.name, ["lives": .whole($0.lives), "recall5": RoundedNumber.share($0.recall)])
      })
  }

  private func miss(_ one: PanelMeasures.Miss) -> JSONValue {
    [
      "life": .text(one.life), "move": .text(one.move),
      "rank": one.rank.map { .whole($0) } ?? .null,
      "deciding": .list(one.deciding.map { .text($0) }),
    ]
  }
}

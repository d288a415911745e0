import Rules
import TextUI
import Workbook

extension Session {
  /// The pathways as a command says them: those shown, each with its reasons.
  package var pathwaysInWords: [String] {
    if assessment.isBlank { return blankPathways }
    var lines = [phrases(.pathwaysIntro)] + wishes + [firmSentence]
    for place in assessment.shownPathways {
      let pathway = pack.pathways[place]
      let standing = assessment.pathways.standings[place]
      lines += ["", pathwayTitle(place), bandWords(standing)]
      var document = Document()
      reasons(pathway, standing, &document)
      lines += document.spoken.filter { !$0.isEmpty }
    }
    return lines
  }

  /// Every reason of one pathway with its points.
  package func whyInWords(_ place: Int) -> [String] {
    var document = Document()
    why(place, &document)
    return document.spoken
  }

  /// An item's question, with what stands above it.
  package func question(item place: Int) -> String {
    let item = pack.items[place]
    return item.stem.isEmpty
      ? item.text : phrases(.questionRow, ["row": item.text, "question": item.stem])
  }
}

extension Session {
  /// The rows of a grid, or the options of a choice, that are offered: all, or those that another answer chose.
  func rows(asked item: Int, _ down: [AnswerOption]) -> [AnswerOption] {
    guard let among = pack.items[item].among, case .choices(let ids)? = reading.counting(among)
    else { return down }
    let chosen = down.filter { ids.contains($0.id) }
    return chosen.isEmpty ? down : chosen
  }
}

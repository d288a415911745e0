import JSON
import Rules
import TextUI
import Workbook

extension OpenWorkbook {
  /// The pathways as a command says them: those shown, each with its reasons.
  package var pathwaysInWords: [String] {
    if assessment.isBlank { return blankPathways }
    var lines = questionLines + [phrases(.pathwaysIntro)] + wishes + [firmSentence] + leftOutLines
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

extension OpenWorkbook {
  /// Fields as they are asked: a text that names an entry of a list offers the names there are, as long as there are any.
  ///
  /// - Parameter held: names that stand there by now, though their entry may be gone.
  func asked(_ fields: [Field], held: [String] = []) -> [Field] {
    fields.map { field in
      guard let item = field.names, let first = pack.items[item].kind.fields.first else {
        return field
      }
      let entries = profile.current(pack.items[item].address)?.value.list ?? []
      var names: [String] = []
      for name in entries.compactMap({ $0[first.id]?.text }) + held where !names.contains(name) {
        names.append(name)
      }
      if names.isEmpty { return field }
      var offered = field
      offered.kind = .choice(names.map { AnswerOption(id: $0, title: $0) }, ordered: false)
      return offered
    }
  }

  /// Names that an answer holds in fields that name entries of a list.
  func named(in fields: [Field], of item: Int) -> [String] {
    let ids = fields.filter { $0.names != nil }.map(\.id)
    guard let value = held(item) else { return [] }
    return (value.list ?? [value]).flatMap { entry in ids.compactMap { entry[$0]?.text } }
  }

  /// How far words are over what fits; `nil` where they are not.
  func over(_ text: String, _ kind: ItemKind) -> String? {
    guard case .text(let length) = kind else { return nil }
    let over = text.trimmed.unicodeScalars.count - length.upperBound
    return over > 0 ? tooLong(by: over, most: length.upperBound) : nil
  }

  func tooLong(by over: Int, most: Int) -> String {
    phrases(.textOver, ["count": String(over), "most": String(most)])
  }

  /// The rows of a grid, or the options of a choice, that are offered: all, or those that another answer chose.
  func rows(asked item: Int, _ down: [AnswerOption]) -> [AnswerOption] {
    guard let among = pack.items[item].among, case .choices(let ids)? = reading.counting(among)
    else { return down }
    let chosen = down.filter { ids.contains($0.id) }
    return chosen.isEmpty ? down : chosen
  }
}

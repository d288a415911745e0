import Rules
import Workbook

/// Reads `said`: whole sentences, one for each value of a fact.
struct SaidReading {
  let findings: Findings

  /// Of an item's own fact, or of a field's: beside the item or row, else on its options.
  ///
  /// - Parameter node: a list in the order of the levels, or a map by option.
  func of(_ kind: ItemKind, _ node: SourceNode?) -> Said {
    let options = kind.options
    var said = Said()
    for (place, option) in options.enumerated() where !option.said.isEmpty {
      said.places[place] = option.said
    }
    guard let node else { return said }
    if node.entries != nil { return byName(node, options.map(\.id), over: said) }
    let sentences = findings.texts(node, "`said`")
    if sentences.count != kind.factTitles.count {
      findings.add(
        "`said` has \(sentences.count) sentences for \(kind.factTitles.count) levels", at: node.mark
      )
    }
    for (place, sentence) in sentences.enumerated() { said.places[place] = sentence }
    return said
  }

  /// Of a measure's fact: by level or word, else by the least number that each sentence is for.
  func of(_ type: FactType, _ node: SourceNode) -> Said {
    switch type {
    case .level(let words), .word(let words), .set(let words): return byName(node, words)
    case .number: return byNumber(node)
    case .truth, .day:
      findings.add("nothing can be said of a yes or no, or of a day", at: node.mark)
      return Said()
    }
  }

  private func byName(_ node: SourceNode, _ words: [String], over said: Said = Said()) -> Said {
    var said = said
    for entry in findings.map(node, "`said`") {
      guard let place = words.firstIndex(of: entry.key) else {
        let near = Nearest.word(to: entry.key, among: words)
        findings.add(
          "`said` knows no `\(entry.key)` here" + (near.map { ": did you mean `\($0)`?" } ?? ""),
          at: entry.mark)
        continue
      }
      said.places[place] = findings.text(entry.value, "`said`") ?? ""
    }
    return said
  }

  private func byNumber(_ node: SourceNode) -> Said {
    var said = Said()
    for entry in findings.map(node, "`said`") {
      guard let from = Double(entry.key), from.isFinite else {
        findings.add("`said` of a number begins each sentence at a number", at: entry.mark)
        continue
      }
      let sentence = findings.text(entry.value, "`said`") ?? ""
      said.ranges.append(Said.Range(from: from, sentence: sentence))
    }
    said.ranges.sort { $0.from < $1.from }
    return said
  }
}

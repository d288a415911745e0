import JSON
import Workbook

extension OpenWorkbook {
  /// Everything that the person wrote in own words and that stands today, the latest first; drafts before it.
  package var written: [(item: Int, text: String)] {
    let half = drafts.sorted { $0.key < $1.key }.compactMap { name, draft -> (Int, String)? in
      guard let item = pack.itemPlaces.first(where: { $0.key.description == name })?.value else {
        return nil
      }
      return (item, words(of: draft, pack.items[item].kind).joined(separator: " · "))
    }
    let kept = profile.current.reversed().flatMap { answer -> [(Int, String)] in
      guard let item = pack.itemPlaces[answer.address] else { return [] }
      return words(of: answer.value, pack.items[item].kind).map { (item, $0) }
    }
    return (half + kept).filter { !$0.1.trimmed.isEmpty }
  }

  /// The free words of a draft. Of a form or an entry it is a record by now; of anything that is chosen it holds names of options,
  /// which nobody typed.
  private func words(of draft: Draft, _ kind: ItemKind) -> [String] {
    switch kind {
    case .text: return [draft.text]
    case .record(let fields), .records(let fields, _):
      return (try? JSONValue.json(draft.text)).map { [words(of: $0, fields)] } ?? []
    case .choice, .choices, .rating, .bestWorst, .number, .day, .sort, .rank, .grid: return []
    }
  }

  /// The free words of an answer; of a list one text an entry.
  private func words(of value: JSONValue, _ kind: ItemKind) -> [String] {
    switch kind {
    case .text: return [value.text].compactMap { $0 }
    case .record(let fields): return [words(of: value, fields)]
    case .records(let fields, _): return (value.list ?? []).map { words(of: $0, fields) }
    case .choice, .choices, .rating, .bestWorst, .number, .day, .sort, .rank, .grid: return []
    }
  }

  private func words(of entry: JSONValue, _ fields: [Field]) -> String {
    fields.compactMap { field -> String? in
      guard case .text = field.kind else { return nil }
      let text = entry[field.id]?.text ?? ""
      return text.isEmpty ? nil : text
    }.joined(separator: " · ")
  }

  var writtenEntries: [FinderScreen.Entry] {
    written.map { item, text in
      FinderScreen.Entry(
        title: text, note: pack.exercises[pack.exerciseOfItem[item]].title,
        action: .show(item: item))
    }
  }
}

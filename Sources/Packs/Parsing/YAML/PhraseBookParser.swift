package import Workbook

/// Reads the interface's own sentences: a flat map of name to text.
package enum PhraseBookParser {
  package static func read(_ text: String, file: String) -> (PhraseBook, [Finding]) {
    let (tree, problems) = NodeReader.read(text, file: file)
    let (book, findings) = read(tree, file: file)
    return (book, (problems + findings).sorted())
  }

  /// Reads a tree that stands already.
  package static func read(_ tree: SourceNode?, file: String) -> (PhraseBook, [Finding]) {
    let findings = Findings()
    var texts: [String: Template] = [:]
    let names = Set(Phrase.allCases.map(\.rawValue))
    for entry in tree.map({ findings.map($0, "the interface's sentences") }) ?? [] {
      if !names.contains(entry.key) {
        let near = Nearest.word(to: entry.key, among: names.sorted())
        findings.add(
          "the program says nothing called `\(entry.key)`"
            + (near.map { ": did you mean `\($0)`?" } ?? ""), at: entry.mark)
      }
      texts[entry.key] = template(entry.value, findings)
    }
    let missing = names.filter { texts[$0] == nil }.sorted()
    if tree != nil, !missing.isEmpty {
      let mark = SourceNode.Location(file: file, line: 1, column: 1)
      findings.add("missing: \(missing.joined(separator: ", "))", at: mark)
    }
    return (PhraseBook(texts), findings.all.sorted())
  }

  private static func template(_ node: SourceNode, _ findings: Findings) -> Template? {
    if node.scalar != nil { return findings.text(node, "a sentence").map { Template($0) } }
    var fields = FieldReader(node, "a sentence", findings)
    let template = Template(
      by: fields.requiredText("by"), one: fields.requiredText("one"),
      other: fields.requiredText("other"))
    fields.finish()
    return template
  }
}

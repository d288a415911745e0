package import Packs
package import Workbook

/// Packs made of a few lines, for tests.
package enum SamplePack {
  /// The files of the core pack, from the tree.
  package static func core() -> (Pack, [Finding]) {
    PackReader.read(coreFiles(), hash: "core", language: "en")
  }

  package static func coreFiles() -> PackFiles {
    let folder = "content/packs/core"
    var files: PackFiles = [:]
    for path in Tree.files(folder, ending: ".yaml") {
      files[String(path.dropFirst(folder.count + 1))] = Tree.text(path)
    }
    return files
  }

  package static func phrases() -> PhraseBook {
    PhraseBookParser.read(Tree.text("content/languages/en.yaml"), file: "en.yaml").0
  }

  /// A pack of one exercise `x`, with measures, marks and pathways as texts.
  package static func files(
    items: String, measures: String = "", marks: String = "", pathways: [String: String] = [:],
    head: String = "", exercise: String = ""
  ) -> PackFiles {
    var files: PackFiles = [
      "pack.yaml": """
      id: sample
      version: 1.0.0
      language: en
      stages: [{id: s, title: Stage, question: "What?"}]
      exercises: [x]
      pathways: [\(pathways.keys.sorted().joined(separator: ", "))]
      scales: {five: [none, few, half, most, all]}
      \(head)
      """,
      "exercises/x.yaml": """
      id: x
      stage: s
      title: Exercise
      method: {for: f, scored: s, trust: t, not-for: n}
      \(exercise)
      items:
      \(items)
      """,
    ]
    if !measures.isEmpty { files["measures.yaml"] = measures }
    if !marks.isEmpty { files["marks.yaml"] = marks }
    for (id, rules) in pathways { files["pathways/\(id).yaml"] = pathway(id, rules) }
    return files
  }

  package static func pathway(_ id: String, _ rules: String) -> String {
    """
    id: \(id)
    title: "Way \(id)"
    text: t
    fits: f
    costs: c
    not-for: n
    wrong-if: w
    serves: {organisation: {level: clearly, how: h}, person: {level: a-little, how: h}}
    \(rules)
    """
  }

  package static func read(_ files: PackFiles, language: String = "en") -> (Pack, [Finding]) {
    PackReader.read(files, hash: "sample", language: language)
  }
}

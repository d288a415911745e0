/// The interface's own sentences in one language, by name.
package struct PhraseBook: Sendable {
  private let texts: [String: Template]

  package init(_ texts: [String: Template]) { self.texts = texts }

  package var names: Set<String> { Set(texts.keys) }

  package func template(_ name: String) -> Template? { texts[name] }

  /// A sentence with its places filled. Where a number chooses the form, it is the value under `count`.
  package func callAsFunction(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    guard let template = texts[phrase.rawValue] else { return phrase.rawValue }
    return template.filled(values["count"] == "1") { values[$0] ?? "" }
  }

  package var wording: Wording {
    Wording(yes: self(.wordYes), no: self(.wordNo), unknown: self(.wordUnknown))
  }
}

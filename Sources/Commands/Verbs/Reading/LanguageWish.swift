import Foundation

/// The language that `--lang` asks for: refused where it is no tag, and said where there are no texts in it.
///
/// What the environment is set to falls back quietly: nobody asked this program for it.
struct LanguageWish {
  private let tag: String

  /// - Returns: `nil` where the arguments ask for no language.
  init?(_ arguments: [String]) {
    let own = arguments.prefix { $0 != "--" }
    if let place = own.firstIndex(of: "--lang"), own.indices.contains(place + 1) {
      tag = own[place + 1]
    } else if let joined = own.first(where: { $0.hasPrefix("--lang=") }) {
      tag = String(joined.dropFirst("--lang=".count))
    } else {
      return nil
    }
  }

  /// Letters, two or three, and parts of letters and figures behind dashes: `en`, `de-AT`.
  static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func isPlain(_ part: Substring) -> Bool {
      part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && isPlain($0) }
  }

  /// Of `de-AT` and `EN`: the language alone, as its file is called.
  static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" }).lowercased()
  }

  /// Refuses what is no tag.
  func check() throws(Failure) {
    if !LanguageWish.isTag(tag) {
      throw Failure(
        .usage, "waymark: --lang takes a language tag, such as en; “\(tag)” is none.",
        "See: waymark --help")
    }
  }

  /// What to say where there are no texts in this language; `nil` where there are.
  ///
  /// - Parameter here: the tags of the languages there are.
  func note(_ here: [String]) -> String? {
    let wanted = LanguageWish.primary(tag)
    if here.isEmpty || here.contains(wanted) || here.contains(tag) { return nil }
    return
      "waymark: there's nothing in \(LanguageWish.name(wanted)) here, so it goes on in English. "
      + "Languages here: \(here.map { LanguageWish.name($0) }.joined(separator: ", "))."
  }

  /// `German (de)`; an unknown tag alone.
  static func name(_ tag: String) -> String {
    let name = Locale(identifier: "en").localizedString(forLanguageCode: tag) ?? tag
    return name == tag ? "“\(tag)”" : "\(name) (\(tag))"
  }
}

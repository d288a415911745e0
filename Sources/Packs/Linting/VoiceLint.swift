import Workbook

/// What a machine can hear of the workbook's voice: its words, its lead-ins, how hard a text is to read.
package struct VoiceLint {
  package private(set) var found: [VoiceFinding] = []

  package init(_ texts: [ReaderText]) {
    for text in texts { check(text) }
    frames(texts.filter { $0.kind == .because })
  }

  private mutating func note(_ kind: VoiceFinding.Kind, _ text: ReaderText, _ message: String) {
    found.append(VoiceFinding(kind, text, message))
  }

  private mutating func check(_ text: ReaderText) {
    let frame = Template(text.text).frame
    let lower = frame.lowercased().replacing("’", with: "'")
    words(text, lower)
    let sentences = WordLint.sentences(frame)
    if sentences.contains(where: { VoiceLint.first(of: $0) == "whoever" }) {
      note(.whoever, text, "a sentence begins with “Whoever”: say it to “you”")
    }
    if let first = VoiceLint.first(of: lower), VoiceLint.pointers.contains(first) {
      note(.pointer, text, "“\(first)” comes first and points at nothing: name it")
    }
    if VoiceLint.isLabelled(frame) {
      note(.label, text, "a label, a colon and an answer: make it a sentence")
    }
    length(text, sentences)
  }

  private mutating func words(_ text: ReaderText, _ lower: String) {
    let pieces = Set(WordLint.pieces(lower))
    for word in VoiceWords.all
    where pieces.contains(word.first) && !text.kept.contains(word.word)
      && lower.hasWord(word.word)
    {
      note(.word, text, "`\(word.word)`: use \(word.instead)")
    }
  }

  private mutating func length(_ text: ReaderText, _ sentences: [String]) {
    let counts = sentences.map { VoiceLint.words(of: $0).count }.filter { $0 > 0 }
    if let most = counts.max(), most > VoiceLint.longest {
      note(.long, text, "a sentence of \(most) words, \(VoiceLint.longest) at most")
    }
    guard counts.count >= 3 else { return }
    let grade = ReadingGrade(of: sentences)
    if grade.value > ReadingGrade.most {
      note(.grade, text, "reading grade \(Int(grade.value.rounded(.up))), 8 at most")
    }
  }

  private static let longest = 24
  private static let pointers: Set<String> = ["it", "this", "that", "these", "those"]

  private static func words(of sentence: String) -> [Substring] {
    sentence.split(separator: " ").filter { $0.contains(where: \.isLetter) }
  }

  /// The first run of letters, if nothing but quotes and the like stands before it.
  private static func first(of text: String) -> String? {
    let begins = text.drop { $0.isWhitespace || $0.isPunctuation && $0 != "…" }
    let word = begins.prefix { $0.isLetter }
    return word.isEmpty ? nil : word.lowercased()
  }

  /// Whether an answer follows a label and a colon.
  private static func isLabelled(_ frame: String) -> Bool {
    frame.contains(": …") || frame.contains(": “…") || frame.contains(":…")
  }

  /// The words around an answer, where four fifths of them stand in three reasons or more.
  private mutating func frames(_ texts: [ReaderText]) {
    let frames = texts.map { Frame(Template($0.text).frame) }
    for (place, frame) in frames.enumerated() {
      let like = frames.count { $0.agrees(with: frame) }
      if like > 2 { note(.frame, texts[place], "\(like) reasons say nearly the same, 2 at most") }
    }
  }
}

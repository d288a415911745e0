/// Words that a native reader would stop at, each with what to say instead.
package enum VoiceWords {
  package struct Word: Sendable {
    package var word: String
    package var instead: String
    /// Its first run of letters, by which texts without it are passed over quickly.
    var first: Substring
  }

  package static let all: [Word] = lists.flatMap { words, instead in
    words.map { Word(word: $0, instead: instead, first: WordLint.pieces($0)[0]) }
  }

  private static let lists: [([String], String)] = [
    (["post", "posts"], "job, role or position"),
    (["firm", "firms", "house", "houses"], "company, employer or organization"),
    (["the one who decides"], "manager or boss"),
    (
      ["strength left", "took strength", "takes strength", "take strength", "takes your strength"],
      "energy, or drained"
    ),
    (
      ["much speaks for", "some speaks for", "little speaks for", "more speaks for"],
      "a strong, good or weak fit so far"
    ),
    (["a movement", "a look"], "next step or experiment"),
    (["a paper", "papers"], "certificate, qualification or license"),
    (["a talk", "the talk", "this talk", "that talk", "talks"], "meeting or conversation"),
    (["shift plan", "shift plans"], "schedule or shift schedule"),
    (["company you like"], "people you work with"),
    (["works council"], "employee representative or union"),
    (["somebody", "somebody's"], "someone"),
    (["anybody", "anybody's"], "anyone"),
    (["nobody", "nobody's"], "no one"),
    (
      ["release", "releases", "released", "keep back", "keeps back", "kept back"],
      "share, or keep private"
    ),
    (["given marks", "kept marks"], "ratings, shared or kept private"),
    (["back for good"], "undo"),
    (["with whom", "to whom", "whom"], "who … with, who … to"),
    (["and else"], "otherwise"),
    (["anyhow"], "anyway"),
    (["look round", "looks round", "looking round", "looked round"], "look around"),
    (["advert", "adverts", "advertisement", "advertisements"], "job ad"),
    (["in which", "upon", "whence", "thereby", "wherein"], "where, on"),
  ]
}

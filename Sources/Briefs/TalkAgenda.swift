package import Rules
package import Workbook

/// How a talk about a page can go: in which order, how long, words to begin with, what the other can ask. For both.
package struct TalkAgenda: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var title: String
    package var lines: [String]
  }

  package var title: String
  package var day: Day
  package var language: String
  package var intro: String
  package var parts: [Part]

  /// A part for each section that is on the page, between a beginning and an end; made of nothing else.
  package init(_ brief: Brief, _ pack: Pack, _ phrases: PhraseBook) {
    let middle = brief.sections.compactMap { shown in
      pack.sections.first { $0.id == shown.id }?.talk.map { (part: $0, shown: shown) }
    }
    let all =
      [pack.talk.opens].compactMap { $0 }.map { (part: $0, about: "") }
      + middle.map { (part: $0.part, about: TalkAgenda.named($0.shown, pack)) }
      + [pack.talk.closes].compactMap { $0 }.map { (part: $0, about: "") }
    title = phrases(.agendaTitle)
    day = brief.day
    language = brief.language
    let minutes = all.reduce(0) { $0 + $1.part.minutes }
    let whole = phrases(.agendaIntro, ["count": String(minutes)])
    // Where there are parts to leave out, and a step to keep.
    intro = minutes > 15 && !brief.steps.isEmpty ? whole + " " + phrases(.agendaShort) : whole
    var begun = 0
    parts = all.map { part, about in
      defer { begun += part.minutes }
      let title = phrases(
        .agendaPart,
        [
          "title": part.title, "from": String(begun), "to": String(begun + part.minutes),
        ])
      let subject = about.isEmpty ? [] : [phrases(.agendaAbout, ["items": about])]
      return Part(
        title: title,
        lines: subject + [
          phrases(.agendaBegin, ["words": part.begin]), phrases(.agendaAsk, ["words": part.ask]),
        ])
    }
  }

  /// What has a name of its own on the page: stories, ways, steps.
  private static func named(_ section: Brief.Section, _ pack: Pack) -> String {
    section.entries.filter { entry in
      !entry.reasons.isEmpty || entry.text.isEmpty
        || pack.pathways.contains { $0.title == entry.label }
    }.map(\.label).joined(separator: " · ")
  }
}

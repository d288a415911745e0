import TextUI
import Typesetting
import Workbook

/// A text in rows, as the screen and the linear mode both say it.
struct Document: Hashable, Sendable {
  struct Line: Hashable, Sendable {
    var text: String
    var role: Role
    var indent: Int
    /// Stands before the text, which hangs beside it.
    var lead = ""
    /// Of a row of a picture, the columns that the whole picture takes: it stands as it is, and a voice leaves it out.
    var drawnWidth: Int?
    /// It stands as it is laid where there is room for it.
    var isLaid = false
    /// What is said instead where lead and text have no room beside each other.
    var narrow = ""
  }

  private(set) var lines: [Line] = []

  /// One paragraph; empty text adds nothing.
  mutating func add(
    _ text: String, _ role: Role = .text, indent: Int = 0, lead: String = "", narrow: String = ""
  ) {
    if text.isEmpty { return }
    lines.append(Line(text: text, role: role, indent: indent, lead: lead, narrow: narrow))
  }

  /// Rows that are laid out already.
  mutating func add(lines: [String]) {
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      self.lines.append(
        Line(text: String(line.dropFirst(indent)), role: .text, indent: indent, isLaid: true))
    }
  }

  /// A picture, row by row.
  mutating func draw(_ rows: [String]) {
    let width = rows.map(\.displayWidth).max() ?? 0
    for row in rows { lines.append(Line(text: row, role: .text, indent: 0, drawnWidth: width)) }
  }

  mutating func gap() {
    if lines.last?.text.isEmpty == false { lines.append(Line(text: "", role: .text, indent: 0)) }
  }

  /// Wrapped for a screen.
  func rows(columns: Int) -> [Line] {
    lines.flatMap { line -> [Line] in
      // A picture that has no room is left out; its words follow.
      if let width = line.drawnWidth { return width <= columns ? [line] : [] }
      if line.isLaid, line.indent + line.text.displayWidth <= columns { return [line] }
      let hang = line.lead.displayWidth
      let least = min(line.text.displayWidth, 20)
      if !line.narrow.isEmpty, line.indent + hang + least > columns {
        return wrapped(line.narrow, columns: max(8, columns - line.indent)).map {
          Line(text: $0, role: line.role, indent: line.indent)
        }
      }
      let texts = wrapped(line.text, columns: max(8, columns - line.indent - hang))
      return texts.enumerated().map { place, text in
        let lead = place == 0 ? line.lead : String(repeating: " ", count: hang)
        return Line(text: lead + text, role: line.role, indent: line.indent)
      }
    }
  }

  /// For a voice: every line whole, what stands before it in front.
  var spoken: [String] {
    lines.filter { $0.drawnWidth == nil }.map {
      $0.lead.isEmpty ? $0.text : $0.lead.trimmed + ": " + $0.text
    }
  }
}

extension DocumentScreen {
  mutating func scroll(by command: Command, rows: Int, count: Int) {
    let last = max(0, count - rows)
    switch command {
    case .up: scroll -= 1
    case .down: scroll += 1
    case .pageUp: scroll -= max(1, rows - 2)
    case .pageDown: scroll += max(1, rows - 2)
    case .first: scroll = 0
    case .last: scroll = last
    case .left, .right, .nextField, .previousField, .take, .toggle, .pick, .raise, .lower,
      .ratherNot, .finish, .add, .remove, .back, .quit, .help, .people, .why, .undo, .redo,
      .suspend, .redraw, .privacy, .longForm, .forget, .stillTrue, .whatIf, .tryOut, .compare,
      .palette,
      .find, .findNext, .findBefore, .settings:
      return
    }
    scroll = min(max(0, scroll), last)
  }
}

extension App {
  func rows(of screen: DocumentScreen) -> [Document.Line] {
    session.document(screen.kind, isASCII: isASCII, name: name).rows(
      columns: BodyArea.columns(size))
  }

  func draw(_ screen: DocumentScreen, _ sheet: inout BodyArea) {
    if screen.kind == .clientKey { return drawKeyQuestion(rows(of: screen), &sheet) }
    let rows = rows(of: screen)
    let start = min(screen.scroll, max(0, rows.count - bodyRows))
    for (place, line) in rows.dropFirst(start).prefix(bodyRows).enumerated() {
      sheet.canvas.put(
        line.text, row: sheet.area.row + place, column: sheet.area.column + line.indent,
        role: screen.found == start + place ? .focus : line.role)
    }
    if start + bodyRows < rows.count {
      sheet.canvas.put(
        session.phrases(.more), row: sheet.area.row + bodyRows, column: sheet.area.column,
        role: .hint)
    }
    let row = screen.found.map { $0 - start }.flatMap { (0..<bodyRows).contains($0) ? $0 : nil }
    sheet.canvas.cursor = Point(row: sheet.area.row + (row ?? 0), column: sheet.area.column)
    sheet.canvas.cursorIsVisible = true
  }

  func title(of kind: DocumentKind) -> String {
    switch kind {
    case .computerSaid: session.phrases(.computerTitle)
    case .opening(let exercise, _), .closing(let exercise): session.pack.exercises[exercise].title
    case .privacy: session.phrases(.helpPrivacyTitle)
    case .purpose: session.phrases(.helpPurposeTitle)
    case .typing: session.phrases(.helpTypingTitle)
    case .plain: session.phrases(.helpPlainTitle)
    case .comparison: session.phrases(.comparisonTitle)
    case .people, .offer: session.phrases(.people)
    case .method(let exercise): session.pack.exercises[exercise].title
    case .newMoment: session.phrases(.newMoment)
    case .pathway(let place): session.pack.pathways[place].title
    case .page: session.phrases(.share)
    case .agenda: session.phrases(.agendaTitle)
    case .talk: session.phrases(.talk)
    case .receipts: session.phrases(.receipts)
    case .agreement: session.pack.guidance.agreement.title
    case .clientKey, .clientDoor: session.phrases(.clientOnlyTitle)
    case .plan: session.phrases(.planTitle)
    case .sessionClosing: session.phrases(.closingTitle)
    case .deskAgenda: session.phrases(.deskAgenda)
    case .clientRecord: session.phrases(.deskRecord)
    case .sheet(let place): session.pack.guidance.plans[place].title
    case .letter: session.phrases(.briefTitle)
    case .why(let place):
      session.phrases(.whyTitle, ["pathway": session.pack.pathways[place].title])
    case .whatIf(let found):
      session.phrases(.whatIfTitle, ["pathway": session.pack.pathways[found.pathway].title])
    }
  }
}

extension OpenWorkbook {
  /// The words of a document.
  ///
  /// - Parameter name: how a key is called here.
  func document(
    _ kind: DocumentKind, isASCII: Bool, isPlain: Bool = false, name: (Key) -> String
  ) -> Document {
    var document = Document()
    switch kind {
    case .computerSaid(let computer):
      document.add(phrases(computer.consequence))
      document.gap()
      document.add(phrases(.computerCarry))
      document.gap()
      document.add(phrases(.enterGoesOn), .hint)
    case .opening(let exercise, let isLong): open(exercise, isLong, &document)
    case .closing(let exercise): close(exercise, isASCII, isPlain, &document)
    case .privacy: privacy(&document)
    case .purpose:
      document.add(phrases(.helpPurpose))
      document.gap()
      document.add(phrases(.helpRefused))
    case .typing:
      document.add(phrases(.helpTyping))
      document.gap()
      document.add(phrases(.helpNumbers))
    case .plain: document.add(phrases(.helpPlain))
    case .comparison: comparison(isASCII, isPlain, &document)
    case .people: people(&document)
    case .method(let exercise): method(exercise, &document)
    case .newMoment:
      document.add(phrases(.newMomentSaid))
      document.gap()
      document.add(phrases(.newMomentKept))
      document.gap()
      document.add(phrases(.enterGoesOn), .hint)
    case .offer(let mark):
      document.add(pack.marks.first { $0.id == mark }?.help ?? "")
      document.gap()
      document.add(phrases(.offerText))
      document.gap()
      document.add(phrases(.offerKeys), .hint)
    case .pathway(let place): pathway(place, &document)
    case .why(let place): why(place, &document)
    case .whatIf(let found): whatIf(found, &document)
    case .page(let page):
      document.add(lines: lines(of: page.brief))
      document.gap()
      document.add(length(page.brief), .hint)
      document.add(phrases(.sharePage), .hint)
      document.add(command(page.shares), .hint, indent: 2)
      document.add(phrases(.shareKept), .hint)
    case .agenda(let page): document.add(lines: agendaLines(page.brief))
    case .talk: talk(&document, isPlain)
    case .receipts: receipts(&document)
    case .agreement: agreement(&document)
    case .clientKey: askForKey(&document)
    case .clientDoor: clientDoor(&document)
    case .plan: plan(&document)
    case .sessionClosing: sessionClosing(&document)
    case .deskAgenda(let number): deskAgenda(number, &document)
    case .clientRecord(let number): for line in clientRecord(number) { document.add(line) }
    case .sheet(let place): pack.guidance.plans[place].add(to: &document, phrases)
    case .letter:
      document.add(lines: letter)
      document.gap()
      document.add(phrases(.enterGoesOn), .hint)
    }
    return document
  }

  private func open(_ exercise: Int, _ isLong: Bool, _ document: inout Document) {
    let one = pack.exercises[exercise]
    document.add(one.title, .title)
    document.gap()
    document.add(one.opening)
    document.gap()
    let left = reading.items(in: one, long: isLong).filter { !pack.items[$0].optional }
    let minutes = MinuteFormat.minutes(pack.minutes(of: left))
    if !isForReader { document.add(phrases(.openingMinutes, ["count": minutes]), .hint) }
    document.add(phrases(.openingFor, ["purpose": one.method.purpose]), .hint)
    document.gap()
    document.add(phrases(.enterStarts), .hint)
  }

  private func close(
    _ exercise: Int, _ isASCII: Bool, _ isPlain: Bool, _ document: inout Document
  ) {
    let one = pack.exercises[exercise]
    let progress = self.progress(of: one)
    if progress.done < progress.of {
      let open = String(progress.of - progress.done)
      document.add(phrases(.closingOpen, ["count": open]))
      document.gap()
    } else {
      sayClosing(one, isASCII, isPlain, &document)
    }
    if let next = nextExercise(after: exercise) {
      let minutes = MinuteFormat.minutes(self.progress(of: pack.exercises[next]).minutesLeft)
      document.add(
        phrases(.closingNext, ["exercise": pack.exercises[next].title, "count": minutes]))
    } else if isForReader {
      document.add(phrases(isPlain ? .reviewDoneLines : .reviewDone))
    } else if guided != nil {
      document.add(phrases(.closingPlan))
    } else {
      document.add(phrases(.closingPathways))
    }
    document.gap()
    document.add(phrases(.enterGoesOn), .hint)
  }

  private func sayClosing(
    _ exercise: Exercise, _ isASCII: Bool, _ isPlain: Bool, _ document: inout Document
  ) {
    if let closing = reading.closing(of: exercise) {
      document.add(reading.sentence(closing, phrases.wording))
    }
    document.gap()
    draw(exercise, isASCII, isPlain, &document)
    if isForReader { return }
    document.add(phrases(.closingTrust, ["trust": exercise.method.trust]), .hint)
    document.gap()
  }

  /// The exercise's picture, each part with words that say the same; in lines the words alone.
  private func draw(
    _ exercise: Exercise, _ isASCII: Bool, _ isPlain: Bool, _ document: inout Document
  ) {
    switch exercise.picture {
    case .bars:
      draw(bars(exercise), isASCII, isPlain, &document)
    case .gauges:
      for (title, chart) in gauges(exercise) {
        document.add(title, .title)
        draw(chart, isASCII, isPlain, &document)
      }
    case .change:
      for row in changes(exercise) {
        document.add(row.words, lead: row.title + ". ", narrow: row.title + ". " + row.words)
      }
    case .stability:
      draw(weighingBars(exercise), isASCII, isPlain, &document)
      document.gap()
      for sentence in weighingSentences(exercise) { document.add(sentence) }
    case .hexagon:
      guard let hexagon = hexagon(exercise) else { return }
      if !isPlain {
        document.draw(hexagon.rows(ascii: isASCII))
        document.gap()
      }
      draw(hexagon.bars, isASCII, isPlain, &document)
      document.gap()
      document.add(hexagonSentence(hexagon))
    case .timeline:
      for row in timeline(exercise, isASCII: isASCII) {
        document.add(row.words, lead: isPlain ? "" : row.drawn)
      }
    case .looks:
      for look in looks(exercise, isASCII: isASCII) {
        document.add(look.title, .title)
        document.add(look.words, lead: isPlain ? "" : look.drawn + "  ")
      }
    case .quadrant:
      for (title, names) in quadrant(exercise) where !names.isEmpty {
        let all = names.joined(separator: ", ")
        document.add(all, lead: title + ": ", narrow: title + ": " + all)
      }
    case nil: return
    }
    document.gap()
  }

  /// In lines, a bar is said in words.
  private func draw(
    _ chart: BarChart, _ isASCII: Bool, _ isPlain: Bool, _ document: inout Document
  ) {
    let rows =
      isPlain
      ? chart.bars.map { (drawn: $0.title, words: $0.words) }
      : chart.rows(columns: BodyArea.textColumns, ascii: isASCII)
    for (bar, row) in zip(chart.bars, rows) {
      document.add(row.words, lead: row.drawn, narrow: bar.title + ": " + bar.words)
    }
  }

  /// An exercise's method card.
  private func method(_ exercise: Int, _ document: inout Document) {
    let one = pack.exercises[exercise]
    let minutes = { (isLong: Bool) in
      MinuteFormat.minutes(pack.minutes(of: one.items(isLong: isLong)))
    }
    document.add(one.title, .title)
    document.add(
      one.short == nil
        ? phrases(.methodMinutes, ["count": minutes(true)])
        : phrases(.methodForms, ["short": minutes(false), "long": minutes(true)]), .hint)
    document.gap()
    for (title, text) in methodLines(one.method) {
      document.add(phrases(title), .hint)
      document.add(text)
      document.gap()
    }
  }

  /// The lines of a method card, in its order.
  func methodLines(_ method: Method) -> [(title: Phrase, text: String)] {
    [
      (.methodFor, method.purpose), (.methodScored, method.scored), (.methodTrust, method.trust),
      (.methodNotFor, method.notFor),
      (.methodSource, method.sources.map { pack.sources[$0] ?? $0 }.joined(separator: "; ")),
    ]
  }

  private func people(_ document: inout Document) {
    document.add(phrases(.peopleIntro))
    document.gap()
    for phrase in [Phrase.peopleDoctor, .peopleCouncil, .peopleService, .peopleLine, .peopleFriend]
    {
      document.add(phrases(phrase), indent: 2)
      document.gap()
    }
    document.add(phrases(.peopleNumbers), .hint)
    document.gap()
    document.add(phrases(.peopleNotStored), .hint)
  }

  private func privacy(_ document: inout Document) {
    document.add(phrases(isForReader ? .reviewPrivacy : .helpPrivacy))
    if isForReader { return }
    document.gap()
    document.add(phrases(.helpLimits))
  }
}

import Briefs
import JSON
package import TextUI
import Typesetting
import Workbook

extension BodyArea {
  /// How wide text may be on a screen of a size.
  static func columns(_ size: Size) -> Int { min(textColumns, size.columns - 4) }
}

extension App {
  /// Rows between header and footer.
  var bodyRows: Int { max(0, size.rows - 5) }

  /// Whether the window shows nothing but the size that it needs.
  var isTooSmall: Bool { size.rows < 12 || size.columns < 40 }

  /// Whether a key is heard while nothing of its screen is seen: words go on where they are typed, nothing is answered blindly.
  func worksUnseen(_ command: Command?) -> Bool {
    guard let command else { return [.text, .line, .recordText].contains(top.context) }
    return [.quit, .privacy, .suspend, .redraw].contains(command)
  }

  package func view() -> Canvas {
    var canvas = Canvas(size)
    if isHidden {
      canvas.put(
        session.phrases(.privacyWord), row: size.rows / 2, column: max(0, size.columns / 2 - 4))
      return canvas
    }
    if isTooSmall {
      canvas.write(
        session.phrases(.tooSmall),
        in: Area(row: 0, column: 0, rows: size.rows, columns: size.columns))
      return canvas
    }
    drawHeader(&canvas)
    drawBanner(&canvas)
    drawFooter(&canvas)
    let body = Area(
      row: 2, column: 2, rows: bodyRows, columns: hasPane ? BodyArea.textColumns : size.columns - 4)
    var sheet = BodyArea(canvas, body, more: session.phrases(.more))
    drawBody(&sheet)
    canvas = sheet.canvas
    if hasPane && !isRunning { drawPane(&canvas) }
    drawNotice(&canvas)
    drawSeeking(&canvas)
    return canvas
  }

  // MARK: - Around

  private func drawHeader(_ canvas: inout Canvas) {
    let saved = savedWords
    let room = size.columns - saved.displayWidth - 4
    // Where room is short, the program's own name goes first, then the profile's.
    var parts = headingParts
    while parts.joined(separator: " · ").displayWidth > room && parts.count > 1 {
      parts.removeFirst()
    }
    let heading = parts.joined(separator: " · ")
    canvas.put(heading.cut(to: max(8, room)), row: 0, column: 1, role: .frame)
    canvas.put(
      saved, row: 0, column: size.columns - saved.displayWidth - 1,
      role: problem.isEmpty ? .frame : .warning)
  }

  private var savedWords: String {
    if session.isForReader { return "" }
    if !access.readOnly.isEmpty { return session.phrases(.readOnly) }
    if !problem.isEmpty { return session.phrases(.notSaved) }
    if !pending.isEmpty { return session.phrases(.saving) }
    return savedAt.isEmpty ? "" : session.phrases(.savedAt, ["hour": savedAt])
  }

  /// Where the person is: a name that says nothing to a passer-by.
  private var headingParts: [String] {
    var parts = [session.phrases(.programName)]
    if !session.name.isEmpty { parts.append(session.name) }
    switch top {
    case .exercise(let screen):
      let exercise = session.pack.exercises[screen.exercise]
      let progress = session.progress(of: exercise)
      parts.append(exercise.title)
      if session.desk != nil { break }
      parts.append(
        session.phrases(
          progress.done == progress.of ? .allAnswered : .answered,
          [
            "done": String(progress.done), "of": String(progress.of),
            "count": MinuteFormat.minutes(progress.minutesLeft),
          ]))
    case .gate(let screen): parts.append(session.pack.exercises[screen.exercise].title)
    case .pathways: parts.append(session.phrases(.pathways))
    case .share, .release: parts.append(session.phrases(.share))
    case .trial: parts.append(session.phrases(.trialTitle))
    case .document(let screen): parts.append(title(of: screen.kind))
    case .client(let number, _), .plans(let number, _, _):
      parts.append(session.roster.client(number)?.name ?? "")
    case .finder(let screen): parts.append(session.phrases(screen.title))
    case .settings: parts.append(session.phrases(.keySettings))
    case .demo: parts.append(session.phrases(.welcomeLook))
    case .bring: parts.append(session.phrases(.welcomeBring))
    case .welcome, .computer, .sealing, .home: break
    }
    return parts
  }

  private func drawFooter(_ canvas: inout Canvas) {
    let row = size.rows - 1
    var kept = guidedHints + ownHints
    // The first to go where there is no room; what opens and takes stays.
    if moment != nil {
      kept.insert((name(of: .privacy), session.phrases(.keyBlank)), at: kept.count - 1)
    }
    // The way to all commands goes before what belongs to this screen alone: the help lists it too.
    while width(kept) > size.columns - 2 && kept.count > 1 { kept.remove(at: kept.count - 2) }
    var column = 1
    for (key, label) in kept {
      canvas.put(key, row: row, column: column, role: .key)
      canvas.put(label, row: row, column: column + key.displayWidth + 1, role: .frame)
      column += key.displayWidth + label.displayWidth + 4
    }
  }

  private var ownHints: [(String, String)] {
    KeyMap.footer(top.context).filter { !isRefused($0.command) }.map {
      (
        name(of: $0.keys[$0.keys.count > 1 && $0.command == .help ? 1 : 0]),
        session.phrases($0.command == .palette ? .keyPaletteShort : $0.label)
      )
    }
  }

  /// In a session its own keys come first: whoever has never seen a terminal finds them where they stood before.
  private var guidedHints: [(String, String)] {
    guard let moment else { return [] }
    return CoachingKeyMap.rows(at: moment).filter(worksHere).map {
      (name(of: $0.keys[0]), session.phrases($0.label))
    }
  }

  /// In a session, who is at the keyboard and who sees.
  private func drawBanner(_ canvas: inout Canvas) {
    guard let banner = session.banner else { return }
    canvas.put(banner.cut(to: size.columns - 2), row: 1, column: 1, role: .title)
    let minutes = session.minutesPassed
    if hasClock, banner.displayWidth + minutes.displayWidth + 4 <= size.columns {
      canvas.put(
        minutes, row: 1, column: size.columns - minutes.displayWidth - 1, role: .frame)
    }
  }

  /// A sentence above the footer, over whatever stands there.
  private func drawNotice(_ canvas: inout Canvas) {
    let words = problem.isEmpty ? notice : problem
    if words.isEmpty { return }
    let lines = wrapped(words, columns: size.columns - 4).suffix(3)
    let blank = String(repeating: " ", count: size.columns)
    for (place, line) in lines.enumerated() {
      let row = size.rows - 1 - lines.count + place
      canvas.put(blank, row: row, column: 0)
      canvas.put(line, row: row, column: 2, role: .warning)
    }
  }

  private func width(_ hints: [(String, String)]) -> Int {
    // Three blanks stand between two, and none after the last.
    hints.reduce(-3) { $0 + $1.0.displayWidth + $1.1.displayWidth + 4 }
  }

  func name(of key: Key) -> String {
    guard isASCII else { return key.name }
    switch key {
    case .up: return "Up"
    case .down: return "Down"
    case .left: return "Left"
    case .right: return "Right"
    default: return key.name
    }
  }

  // MARK: - Body

  private func drawBody(_ sheet: inout BodyArea) {
    switch top {
    case .welcome(let box):
      sheet.paragraph(session.phrases(.welcomeTitle), .title)
      if !sheet.isLow {
        sheet.paragraph(session.phrases(.welcomeText))
        sheet.paragraph(session.phrases(.welcomePrivacy))
      }
      sheet.list(box)
    case .computer(let box):
      sheet.paragraph(session.phrases(.computerQuestion), .title)
      if !sheet.isLow { sheet.paragraph(session.phrases(.computerWhy), .hint) }
      sheet.list(box)
    case .sealing(let computer, let box): drawSealing(computer, box, &sheet)
    case .home(let box): drawHome(box, &sheet)
    case .gate(let screen): drawGate(screen, &sheet)
    case .exercise(let screen): drawExercise(screen, &sheet)
    case .pathways(let box, let firm): drawPathways(box, firm, &sheet)
    case .share(let screen): drawShare(screen, &sheet)
    case .release(let screen):
      sheet.paragraph(
        session.phrases(screen.page.format == nil ? .releaseFormat : .releaseWhom), .title)
      sheet.list(screen.box)
    case .trial(let screen): drawTrial(screen, &sheet)
    case .client(let number, let box):
      if !sheet.isLow {
        for line in session.clientLines(number) { sheet.paragraph(line, .hint, gap: false) }
        sheet.skip(1)
      }
      sheet.list(box)
    case .plans(_, let isNew, let box):
      sheet.paragraph(session.phrases(isNew ? .deskPlanNew : .deskPlanAsk), .title)
      sheet.list(box)
    case .finder(let screen): screen.draw(on: &sheet, session)
    case .settings(let box):
      if !sheet.isLow, !settings.path.isEmpty {
        sheet.paragraph(session.phrases(.settingsWhere, ["path": settings.path]), .hint)
      }
      sheet.list(box)
    case .demo(let box):
      sheet.paragraph(session.phrases(.demoChoose), .title)
      sheet.list(box)
    case .bring(let area): drawBringing(area, &sheet)
    case .document(let screen): draw(screen, &sheet)
    }
  }

  private func drawBringing(_ area: TextArea, _ sheet: inout BodyArea) {
    sheet.paragraph(session.phrases(.bringAsk), .title)
    // Where there is little room the line to type in comes first.
    if !sheet.isLow { sheet.paragraph(session.phrases(.bringText), .hint) }
    sheet.line(area)
  }

  private func drawHome(_ box: ListBox, _ sheet: inout BodyArea) {
    if session.desk != nil {
      if !sheet.isLow { sheet.paragraph(session.deskWord, .hint) }
      return sheet.list(box)
    }
    if session.guided != nil {
      if let next = session.nextPlanned, !sheet.isLow {
        sheet.paragraph(
          session.phrases(.homePlanNext, ["exercise": session.pack.exercises[next].title]), .hint)
      }
      return sheet.list(box)
    }
    if let next = session.nextExercise {
      let exercise = session.pack.exercises[next]
      let phrase: Phrase =
        session.isBegun(exercise)
        ? .homeGoOn : session.gate(before: next) == nil ? .homeNext : .homeNextWaits
      sheet.paragraph(
        session.phrases(
          phrase,
          [
            "exercise": exercise.title,
            "count": MinuteFormat.minutes(session.progress(of: exercise).minutesLeft),
          ]), gap: false)
    } else {
      sheet.paragraph(
        session.phrases(session.isForReader ? .reviewAllDone : .homeAllDone), gap: false)
    }
    // One under the other: the rows belong to the map.
    let hints = sheet.isLow ? [session.gatheredShort] : homeHints
    for hint in hints { sheet.paragraph(hint, .hint, gap: false) }
    if !sheet.isLow || hints == [""] { sheet.skip(1) }
    sheet.list(box)
  }

  /// What waits, beside what comes next.
  private var homeHints: [String] {
    let open = nextByGain.map { exercise in
      let title = session.pack.exercises[exercise].title
      let waits = session.gate(before: exercise) != nil
      return session.phrases(
        waits ? .homeNextQuestionWaits : .homeNextQuestion, ["exercise": title])
    }
    return [session.homeDue, open ?? "", session.gatheredLine]
  }

  private func drawExercise(_ screen: ExerciseScreen, _ sheet: inout BodyArea) {
    let item = session.pack.items[screen.items[0]]
    let question = screen.items.count > 1 || !item.stem.isEmpty ? item.stem : item.text
    let isTight = sheet.isLow
    sheet.paragraph(question, .title, gap: item.hint.isEmpty && !isTight)
    // A row that has the screen to itself stands under the question of its set.
    if screen.items.count == 1, !item.stem.isEmpty, !screen.editor.showsItsRows {
      sheet.paragraph(item.text, gap: !isTight)
    }
    if !isTight {
      sheet.paragraph(item.hint, .hint)
      sheet.paragraph(session.privateWarning(of: screen.editor.item), .hint)
    }
    for sentence in session.ownBeforeInWords(screen.items) { sheet.paragraph(sentence, .hint) }
    if session.guided?.isClientOnly == true, session.isShown(screen.items) {
      sheet.paragraph(session.phrases(.shownHere), .hint)
    }
    if screen.items.contains(where: session.reading.isCarried), !screen.editor.isInEntry {
      let isTyped = [.text, .line, .recordText].contains(screen.editor.context)
      sheet.paragraph(session.phrases(isTyped ? .stillTrueTyped : .stillTrueAsk), .hint)
    }
    if session.held(screen.editor.item) == .null, screen.items.count == 1 {
      sheet.paragraph(session.phrases(.ratherNotHeld), .hint)
    }
    screen.editor.draw(on: &sheet, session)
    drawTimeline(screen, &sheet)
  }

  /// The years as they are filled, where the list leaves room below.
  private func drawTimeline(_ screen: ExerciseScreen, _ sheet: inout BodyArea) {
    let exercise = session.pack.exercises[screen.exercise]
    guard exercise.picture == .timeline, case .records(let editor) = screen.editor, !editor.isOpen
    else { return }
    let rows = session.timeline(exercise, isASCII: isASCII)
    let free = sheet.area.rows - editor.rowCount
    guard rows.count > 1, free >= rows.count + 1 else { return }
    for (place, row) in rows.enumerated() {
      sheet.canvas.put(
        row.drawn + row.words, row: sheet.area.row + sheet.area.rows - rows.count + place,
        column: sheet.area.column, role: .hint, within: sheet.textWidth)
    }
  }

  /// Beside the list, on a wide screen: the page as it stands so far.
  private func drawPreview(_ screen: ShareScreen, _ canvas: inout Canvas) {
    let column = BodyArea.textColumns + 6
    let rows = session.lines(of: screen.brief, columns: size.columns - column - 2)
    // Where it is longer than the screen, the part that belongs to the row with the focus.
    let section = rows.firstIndex(of: screen.section) ?? 0
    let start = min(section, max(0, rows.count - bodyRows))
    for (place, row) in rows[start...].prefix(bodyRows).enumerated() {
      canvas.put(row, row: 2 + place, column: column)
    }
    if start + bodyRows < rows.count {
      canvas.put(session.phrases(.more), row: 2 + bodyRows, column: column, role: .hint)
    }
  }

  /// Beside the work, on a wide screen: what the exercise is for and how far to trust it.
  private func drawPane(_ canvas: inout Canvas) {
    if case .share(let screen) = top { return drawPreview(screen, &canvas) }
    guard let kind = paneKind else { return }
    let column = BodyArea.textColumns + 6
    let columns = min(64, size.columns - column - 2)
    let document = session.document(kind, isASCII: isASCII, name: name)
    for (place, line) in document.rows(columns: columns).prefix(bodyRows).enumerated() {
      canvas.put(
        line.text, row: 2 + place, column: column + line.indent, role: line.role, within: columns)
    }
  }

  private var hasPane: Bool { size.columns >= 112 }

  /// Whether what stands beside a list changes with its row.
  var hasRowPane: Bool {
    guard hasPane else { return false }
    switch top {
    case .home, .pathways: return true
    case .welcome, .computer, .sealing, .gate, .exercise, .document, .share, .release, .trial,
      .client, .plans, .finder, .settings, .demo, .bring:
      return false
    }
  }

  /// What belongs to the row with the focus, or to the exercise at hand.
  private var paneKind: DocumentKind? {
    switch top {
    case .exercise(let screen): .method(exercise: screen.exercise)
    case .gate(let screen): .method(exercise: screen.exercise)
    case .home(let box):
      if homeRows.indices.contains(box.focus),
        case .exercise(let exercise)? = homeRows[box.focus].entry,
        session.desk == nil
      {
        .method(exercise: exercise)
      } else {
        nil
      }
    case .pathways(let box, _):
      session.assessment.isBlank || !session.assessment.shownPathways.indices.contains(box.focus)
        ? nil : .pathway(session.assessment.shownPathways[box.focus])
    case .welcome, .computer, .sealing, .document, .share, .release, .trial, .client, .plans,
      .finder, .settings, .demo, .bring:
      nil
    }
  }
}

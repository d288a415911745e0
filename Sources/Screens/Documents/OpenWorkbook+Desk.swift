import JSON
import Rules
import TextUI
import Typesetting
package import Workbook

/// The desk in words, on a screen and in lines.
extension OpenWorkbook {
  /// What is said above the list of today: whose notes are due to go, and whose machine this may be.
  var deskWord: String {
    let overdue = roster.overdue(today).count
    let due = overdue == 0 ? "" : phrases(.deskDue, ["count": String(overdue)])
    return [due, desk?.machine ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// By day, then hour, then name: who comes today and who is overdue, then the others.
  func deskRows(canLock: Bool) -> [(entry: HomeEntry?, row: ListBox.Row)] {
    let roster = roster
    let running = roster.running?.client
    let sorted = roster.clients.sorted {
      ($0.next?.number ?? .max, $0.hour, $0.name, $0.number)
        < ($1.next?.number ?? .max, $1.hour, $1.name, $1.number)
    }
    let now = sorted.filter { ($0.next.map { $0 <= today } ?? false) || $0.number == running }
    var rows: [(HomeEntry?, ListBox.Row)] = [
      (nil, ListBox.Row(phrases(.deskToday, ["day": today.description]), isHeading: true))
    ]
    for client in now { rows.append((.client(client.number), deskRow(client, running))) }
    let others = sorted.filter { !now.contains($0) }
    if !others.isEmpty {
      rows.append((nil, ListBox.Row(phrases(.deskLater), isHeading: true)))
    }
    for client in others { rows.append((.client(client.number), deskRow(client, running))) }
    rows.append((nil, ListBox.Row(phrases(.deskRest), isHeading: true)))
    rows.append((.newClient, ListBox.Row(phrases(.deskNewClient))))
    for place in pack.guidance.plans.indices {
      let plan = pack.guidance.plans[place]
      rows.append(
        (
          .sheet(place),
          ListBox.Row(
            phrases(.deskSheet, ["plan": plan.title]),
            note: phrases(.aboutMinutes, ["count": String(plan.minutes)]))
        ))
    }
    rows.append((.people, ListBox.Row(phrases(.people))))
    if canLock { rows.append((.lock, ListBox.Row(phrases(.homeLock)))) }
    return rows
  }

  func recordToWrite(_ number: Int) -> FileToWrite {
    FileToWrite(
      name: "record-\(today).txt",
      text: visible(clientRecord(number).joined(separator: "\n"), keepingLines: true) + "\n",
      isBesideProfile: false)
  }

  func deskRow(_ client: Roster.Client, _ running: Int?) -> ListBox.Row {
    let when = [client.next?.description ?? "", client.hour].filter { !$0.isEmpty }
      .joined(separator: " ")
    let note =
      client.number == running
      ? phrases(.deskIsRunning)
      : client.until.map { $0 < today } == true ? phrases(.deskOverdue) : when
    return ListBox.Row(client.name, text: client.agreed, note: note)
  }

  /// What stands above a client's list: the agreement, the last session, what was agreed.
  func clientLines(_ number: Int) -> [String] {
    guard let client = roster.client(number) else { return [] }
    let agreement = client.agreement
    var lines: [String] = []
    lines.append(
      agreement.version == 0
        ? phrases(.deskNoAgreement)
        : phrases(
          agreement.version == pack.guidance.agreement.version
            ? .deskAgreement : .deskAgreementOld, ["day": agreement.day]))
    if let last = client.sessions.last {
      let plan = pack.guidance.plan(last.slip.plan)?.title ?? last.slip.plan
      lines.append(phrases(.deskLast, ["day": last.day, "plan": plan]))
    }
    if !client.agreed.isEmpty { lines.append(phrases(.deskAgreedWas, ["words": client.agreed])) }
    if !client.wants.isEmpty { lines.append(phrases(.deskWantsWas, ["words": client.wants])) }
    if let until = client.until {
      lines.append(
        phrases(until < today ? .deskUntilPast : .deskUntilWas, ["day": until.description]))
    }
    return lines
  }

  func clientRows(_ number: Int) -> [(entry: ClientEntry, row: ListBox.Row)] {
    let running = roster.running
    var rows: [(ClientEntry, ListBox.Row)] = []
    if let running, running.client == number {
      rows.append((.goOn, ListBox.Row(phrases(.deskGoOn))))
      rows.append((.agenda, ListBox.Row(phrases(.deskAgenda), note: minutesPassed(running))))
      rows.append((.withdraw, ListBox.Row(phrases(.deskWithdraw))))
    } else {
      rows.append((.begin(isNew: false), ListBox.Row(phrases(.deskBegin))))
      if roster.client(number)?.path.isEmpty == false {
        rows.append((.begin(isNew: true), ListBox.Row(phrases(.deskBeginNew))))
      }
    }
    rows += [
      (.notes, ListBox.Row(phrases(.deskNotes))), (.next, ListBox.Row(phrases(.deskNext))),
      (.overruled, ListBox.Row(phrases(.deskOverruled))),
      (.about, ListBox.Row(phrases(.deskAbout))),
      (.record, ListBox.Row(phrases(.deskRecord))), (.paper, ListBox.Row(phrases(.deskPaper))),
      (.dispose, ListBox.Row(phrases(.deskDispose))),
    ]
    return rows
  }

  private func minutesPassed(_ slip: SessionHandoff) -> String {
    guard let plan = pack.guidance.plan(slip.plan) else { return "" }
    return phrases(
      .planMinutes,
      ["count": String(Minutes.between(slip.began, now)), "of": String(plan.minutes)])
  }

  var planRows: [ListBox.Row] {
    pack.guidance.plans.map {
      ListBox.Row(
        $0.title, text: $0.purpose,
        note: phrases(.aboutMinutes, ["count": String($0.minutes)]))
    }
  }

  /// A session that begins now.
  package func beginning(_ number: Int, plan place: Int, isNew: Bool) -> SessionHandoff? {
    guard let client = roster.client(number), pack.guidance.plans.indices.contains(place) else {
      return nil
    }
    // Which session it is: by whose it is and when it began, mixed with the mark of the coach's file.
    var mixed = SplitMix64(state: seed)
    for byte in "\(number) \(now)".utf8 { mixed.state = mixed.next() ^ UInt64(byte) }
    var slip = SessionHandoff(
      client: number, number: String(mixed.next(), radix: 16),
      plan: pack.guidance.plans[place].id, began: now, path: isNew ? "" : client.path)
    slip.isNew = slip.path.isEmpty
    slip.version = client.agreement.version
    slip.until = client.until?.description ?? ""
    return slip
  }

  /// What is noted before everything about a client goes: that it went, and when.
  package func disposing(_ client: Roster.Client) -> [Change] {
    let isRunning = roster.running?.client == client.number
    return [roster.disposing(client, on: today)] + (isRunning ? [Roster.running(nil)] : [])
  }

  // MARK: - To read

  /// What the coach has before them in the middle of a session: the plan with its words, and what is suggested, by name alone.
  func deskAgenda(_ number: Int, _ document: inout Document) {
    guard let running = roster.running, running.client == number else { return }
    let back = desk?.returned
    document.add(minutesPassed(running))
    document.gap()
    if let here = back.map(\.exercise), !here.isEmpty {
      let title = desk?.core.exercise(here)?.title ?? here
      document.add(phrases(.deskHere, ["exercise": title]), .title)
      document.gap()
    }
    if let plan = pack.guidance.plan(running.plan) {
      plan.add(to: &document, here: back?.exercise ?? "", phrases)
    }
    document.add(phrases(.deskSuggestedHow), .hint)
  }

  /// Everything that the coach's file holds about a client, to be given to them.
  package func clientRecord(_ number: Int) -> [String] {
    guard let client = roster.client(number) else { return [] }
    var lines = [phrases(.recordTitle, ["name": client.name, "day": today.description]), ""]
    func add(_ title: Phrase, _ value: String) {
      if !value.isEmpty {
        lines.append(phrases(.briefField, ["label": phrases(title), "value": value]))
      }
    }
    add(.deskLanguages, client.languages)
    add(.deskWants, client.wants)
    add(.deskUntil, client.until?.description ?? "")
    add(.deskPath, client.path)
    add(.deskNextDay, client.next?.description ?? "")
    add(.deskNextHour, client.hour)
    add(.deskAgreed, client.agreed)
    lines += ["", phrases(.recordSessions)]
    if client.sessions.isEmpty { lines.append(phrases(.recordNone)) }
    for held in client.sessions { lines += record(of: held) }
    lines += ["", phrases(.deskNotes)]
    if client.notes.isEmpty { lines.append(phrases(.recordNone)) }
    for note in client.notes { lines.append("\(note.day): \(note.text)") }
    lines += ["", phrases(.deskOverruled)]
    if client.overruled.isEmpty { lines.append(phrases(.recordNone)) }
    for one in client.overruled { lines.append("\(one.day): \(one.what). \(one.why)") }
    let half = drafts.filter { ItemAddress($0.key).exercise == Roster.exercise(number) }
      .sorted { $0.key < $1.key }.flatMap { draft -> [String] in
        (try? JSONValue.json(draft.value.text)).map(\.texts) ?? [draft.value.text]
      }.filter { !$0.isEmpty }
    if !half.isEmpty {
      lines += ["", phrases(.recordHalf, ["words": half.joined(separator: "; ")])]
    }
    return lines + ["", phrases(.recordEnd)]
  }

  private func record(of held: Roster.PastSession) -> [String] {
    let slip = held.slip
    let plan = pack.guidance.plan(slip.plan)?.title ?? slip.plan
    var lines = [
      phrases(.recordSession, ["day": held.day, "plan": plan, "version": String(slip.version)])
    ]
    if !slip.done.isEmpty {
      let titles = slip.done.map { desk?.core.exercise($0)?.title ?? $0 }
      lines.append("  " + phrases(.recordDone, ["items": titles.joined(separator: ", ")]))
    }
    lines += GoodPractice.lines(
      agreement: slip.version > 0, goal: slip.hasGoal, step: slip.hasStep,
      again: !slip.again.isEmpty, phrases
    ).map { "  " + $0 }
    if !slip.marks.isEmpty {
      let exercise = desk?.core.places["session"].flatMap { desk?.core.exercise($0) }
      let items = exercise.map { Array($0.items) } ?? []
      let asked = items.filter {
        if case .choice? = desk?.core.items[$0].kind { true } else { false }
      }
      for (item, mark) in zip(asked, slip.marks) {
        guard let core = desk?.core else { continue }
        let said = core.items[item].kind.options.first { $0.id == mark }?.title ?? mark
        lines.append("  " + phrases(.recordMark, ["text": core.items[item].text, "mark": said]))
      }
    }
    return lines
  }
}

extension SessionPlan {
  /// Everything that the coach can say, part by part; for the desk and for paper.
  ///
  /// - Parameter here: the exercise that was on the screen; empty where none was.
  func add(to document: inout Document, here: String = "", _ phrases: PhraseBook) {
    document.add(title, .title)
    document.add(purpose)
    document.gap()
    for (part, start) in zip(parts, starts) {
      let isHere = !here.isEmpty && part.exercise == here
      document.add(
        phrases(
          .planPart,
          [
            "from": String(start), "to": String(start + part.minutes), "title": part.title,
            "hands": phrases(part.hands.phrase),
          ]), isHere ? .title : .text)
      document.add(part.aim, indent: 2)
      for question in part.ask {
        document.add(phrases(.sheetAsk, ["words": question]), indent: 2)
      }
      document.add(phrases(.sheetListen, ["words": part.listen]), indent: 2)
      document.gap()
    }
  }
}

extension Pack {
  /// A plan as the coach has it on paper, in rows; `nil` where there is none of that name.
  package func sheet(_ id: String, _ phrases: PhraseBook) -> [String]? {
    guard let plan = guidance.plan(id) else { return nil }
    var document = Document()
    plan.add(to: &document, phrases)
    return document.rows(columns: BodyArea.textColumns).map {
      String(repeating: " ", count: $0.indent) + $0.text
    }
  }
}

import TextUI
import Workbook

/// A row of the home map, and what it opens.
enum HomeEntry: Hashable, Sendable {
  case exercise(Int)
  case pathways
  case share
  case talk
  case receipts
  case letter
  case people
  case newMoment
  case seal
  case lock
  /// A client of the coach who sits here, by number.
  case client(Int)
  case newClient
  /// A plan as the coach has it on paper, by place.
  case sheet(Int)
}

extension App {
  var firstScreen: Screen {
    session.hasSettledComputer
      ? homeScreen
      : .welcome(
        ListBox([
          ListBox.Row(session.phrases(.welcomeStart), text: session.phrases(.welcomeStartText)),
          ListBox.Row(session.phrases(.welcomeLook), text: session.phrases(.welcomeLookText)),
          ListBox.Row(session.phrases(.welcomeBring), text: session.phrases(.welcomeBringText)),
          ListBox.Row(session.phrases(.people), text: session.phrases(.peopleText)),
        ]))
  }

  mutating func chooseWelcome(_ chosen: Int) -> [Effect] {
    switch chosen {
    case 0:
      stack.append(
        .computer(
          ListBox(
            ComputerOwner.allCases.map { computer in
              ListBox.Row(session.phrases(computer.title))
            })))
    case 1: return [.lookRound]
    case 2: stack.append(.bring(TextArea(limit: 1_000, isOneLine: true)))
    default: stack.append(.document(DocumentScreen(.people)))
    }
    return []
  }

  var homeScreen: Screen { homeScreen(focus: nil) }

  func homeScreen(focus: Int?) -> Screen {
    let rows = homeRows
    let next =
      (session.guided == nil ? session.nextExercise : session.nextPlanned).map {
        HomeEntry.exercise($0)
      } ?? .pathways
    let place = focus ?? rows.firstIndex { $0.entry == next } ?? 0
    return .home(ListBox(rows.map(\.row), focus: place))
  }

  /// Makes the map anew with the cursor on an exercise.
  mutating func showOnMap(_ exercise: Int) {
    guard case .home = top else { return refresh() }
    guard homeRows.contains(where: { $0.entry == .exercise(exercise) }) else { return refresh() }
    top = homeScreen(focus: homeRows.firstIndex { $0.entry == .exercise(exercise) })
  }

  var homeRows: [(entry: HomeEntry?, row: ListBox.Row)] {
    if session.desk != nil { return deskRows }
    var rows: [(HomeEntry?, ListBox.Row)] = []
    let planned = session.planned
    if !planned.isEmpty {
      rows.append((nil, ListBox.Row(session.phrases(.homeByPlan), isHeading: true)))
    }
    for (part, exercise) in planned {
      var row = row(exercise)
      row.text = session.phrases(
        .homePlanRow, ["title": part.title, "hands": session.phrases(part.hands.phrase)])
      rows.append((.exercise(exercise), row))
    }
    let isPlanned = Set(planned.map(\.exercise))
    for stage in session.pack.stages {
      let exercises = session.path.filter {
        !isPlanned.contains($0) && session.pack.exercises[$0].stage == stage.id
      }
      if exercises.isEmpty { continue }
      rows.append((nil, ListBox.Row(stage.title + ". " + stage.question, isHeading: true)))
      for exercise in exercises { rows.append((.exercise(exercise), row(exercise))) }
    }
    if let guided = session.guided {
      return rows + (guided.isClientOnly ? [] : whatBothSee)
    }
    if session.isForReader {
      rows.append((.letter, ListBox.Row(session.phrases(.reviewPage))))
    } else {
      rows += results
    }
    if session.canBeginRound {
      rows.append((.newMoment, ListBox.Row(session.phrases(.newMoment))))
    }
    rows.append((.people, ListBox.Row(session.phrases(.people))))
    if access.isSealed { rows.append((.lock, ListBox.Row(session.phrases(.homeLock)))) }
    if access.canSeal { rows.append((.seal, ListBox.Row(session.phrases(.homeSeal)))) }
    return rows
  }

  /// In a session: the ways that what both have seen speaks for, and help from people.
  private var whatBothSee: [(entry: HomeEntry?, row: ListBox.Row)] {
    [
      (nil, ListBox.Row(session.phrases(.homeResults), isHeading: true)),
      (.pathways, ListBox.Row(session.phrases(.pathways), note: pathwaysNote)),
      (.people, ListBox.Row(session.phrases(.people))),
    ]
  }

  /// What comes of the answers.
  private var results: [(entry: HomeEntry?, row: ListBox.Row)] {
    var rows: [(HomeEntry?, ListBox.Row)] = [
      (nil, ListBox.Row(session.phrases(.homeResults), isHeading: true)),
      (.pathways, ListBox.Row(session.phrases(.pathways), note: pathwaysNote)),
    ]
    if !session.pack.talk.needs.isEmpty {
      rows.append((.talk, ListBox.Row(session.phrases(.talk), note: session.phrases(.talkNote))))
    }
    if !session.pack.sections.isEmpty {
      rows.append((.share, ListBox.Row(session.phrases(.share))))
    }
    if !session.profile.receipts.isEmpty {
      rows.append((.receipts, ListBox.Row(session.phrases(.receipts))))
    }
    return rows
  }

  private var pathwaysNote: String {
    session.assessment.isBlank
      ? session.phrases(.pathwaysNotYet)
      : session.phrases(.pathwaysSoFar)
  }

  private func row(_ exercise: Int) -> ListBox.Row {
    let one = session.pack.exercises[exercise]
    let progress = session.progress(of: one)
    let carried = session.carried(one)
    let note: String
    if let waits = session.waitingNote(exercise) {
      note = waits
    } else if carried > 0 && progress.done == progress.of {
      note = session.phrases(.stillTrueCount, ["count": String(carried)])
    } else if progress.of == 0 {
      note = session.phrases(.asYouLike)
    } else if progress.done == progress.of {
      let canGrow = one.short != nil && !session.reading.isLong(one)
      note = session.phrases(canGrow ? .doneShort : .done)
    } else if progress.done == 0 {
      note = session.phrases(.aboutMinutes, ["count": MinuteFormat.minutes(progress.minutesLeft)])
    } else {
      note = session.phrases(
        .partDone,
        [
          "done": String(progress.done), "of": String(progress.of),
          "count": MinuteFormat.minutes(progress.minutesLeft),
        ])
    }
    return ListBox.Row(one.title, note: note)
  }

  mutating func openHomeEntry(_ place: Int, isLong: Bool) -> [Effect] {
    open(homeRows[place].entry, isLong: isLong)
  }

  /// Opens what a row of the map stands for.
  mutating func open(_ entry: HomeEntry?, isLong: Bool = false) -> [Effect] {
    switch entry {
    case .exercise(let exercise):
      let one = session.pack.exercises[exercise]
      if isLong && one.short == nil {
        notice = session.phrases(.noLongForm)
      } else {
        open(exercise, isLong: isLong)
      }
    case .pathways: openPathways()
    case .share: stack.append(.share(ShareScreen(session, chosen: ticked)))
    case .talk: stack.append(.document(DocumentScreen(.talk)))
    case .receipts: stack.append(.document(DocumentScreen(.receipts)))
    case .letter: stack.append(.document(DocumentScreen(.letter)))
    case .people: stack.append(.document(DocumentScreen(.people)))
    case .newMoment: stack.append(.document(DocumentScreen(.newMoment)))
    case .seal: return seal()
    case .lock: return cover()
    case .client(let number): openClient(number)
    case .newClient: openNewClient()
    case .sheet(let plan): stack.append(.document(DocumentScreen(.sheet(plan))))
    case nil: break
    }
    return []
  }
}

/// Small figures in words.
enum MinuteFormat {
  /// Whole minutes, at least one.
  static func minutes(_ minutes: Double) -> String { String(max(1, Int(minutes.rounded()))) }
}

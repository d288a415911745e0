import JSON
import TextUI
import Workbook

/// From one screen to the next, and back to where the person left.
extension App {
  var top: Screen {
    get { stack[stack.count - 1] }
    set { stack[stack.count - 1] = newValue }
  }

  mutating func back() -> [Effect] {
    let effects = keepEntry() + flushDraft()
    if takeBackHalf() { return effects }
    if case .exercise(let screen) = top {
      session.leaveRound()
      stack.removeLast()
      showOnMap(screen.exercise)
      return effects
    }
    if case .document(let screen) = top, case .closing(let exercise) = screen.kind {
      stack.removeLast()
      reenter(exercise)
    } else if stack.count > 1 {
      stack.removeLast()
      refresh()
    } else {
      notice = session.phrases(session.isForReader ? .reviewTop : .atTheTop)
    }
    return effects
  }

  mutating func settleComputer(_ computer: ComputerOwner) -> [Effect] {
    let effects = keep([computer.change])
    stack.append(
      access.canSeal
        ? sealingScreen(computer) : .document(DocumentScreen(.computerSaid(computer))))
    return effects
  }

  mutating func startWalk() -> [Effect] {
    stack = [homeScreen]
    goOn()
    return []
  }

  /// Opens what comes next; where nothing does, the pathways.
  mutating func goOn() {
    refresh()
    if let next = session.nextExercise { open(next) } else { openPathways() }
  }

  /// Opens an exercise without asking what it waits for.
  mutating func openNow(_ exercise: Int, isLong: Bool = false) {
    let one = session.pack.exercises[exercise]
    if !one.opening.isEmpty && !session.isBegun(one) {
      stack.append(.document(DocumentScreen(.opening(exercise: exercise, isLong: isLong))))
    } else {
      enter(exercise, isLong: isLong)
    }
  }

  mutating func enter(_ exercise: Int, isLong: Bool = false) {
    if let screen = ExerciseScreen(exercise, isLong: isLong, session) {
      stack.append(.exercise(screen))
    }
  }

  /// Back into an exercise that was just closed: to what is open, else to its last item.
  mutating func reenter(_ exercise: Int) {
    let one = session.pack.exercises[exercise]
    let last = session.isDone(one) ? session.reading.items(in: one).last : nil
    if let screen = ExerciseScreen(exercise, at: last, session) { stack.append(.exercise(screen)) }
  }

  mutating func openPathways() {
    refresh()
    stack.append(pathwaysScreen)
  }

  /// Opens where the person left, or where their last answer was.
  mutating func resume() {
    guard session.hasSettledComputer else { return }
    let last = session.profile.history.last?.address.description
    let place = session.profile.isPlaceFresh ? session.profile.settings["place"]?.text : last
    let parts = (place ?? "").split(separator: "/").map(String.init)
    guard parts.count == 2, let exercise = session.pack.exercisePlaces[parts[0]] else { return }
    let item = session.pack.itemPlaces[ItemAddress(parts[0], parts[1])]
    let isFresh = session.profile.isPlaceFresh
    if !isFresh && session.isDone(session.pack.exercises[exercise]) { return }
    if let screen = ExerciseScreen(exercise, at: isFresh ? item : nil, session) {
      stack.append(.exercise(screen))
    }
  }

  /// Turns to an item, where its exercise is on the screen.
  mutating func show(_ address: ItemAddress) {
    if case .exercise(let screen) = top,
      session.pack.exercises[screen.exercise].id == address.exercise,
      let item = session.pack.itemPlaces[address],
      let turned = ExerciseScreen(
        screen.exercise, isLong: screen.isLong, at: item, session)
    {
      top = .exercise(turned)
    } else {
      refresh()
    }
  }
}

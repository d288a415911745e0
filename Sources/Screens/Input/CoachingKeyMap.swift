import TextUI
import Workbook

/// What a key can ask for in a guided session, beside what it does in the workbook.
enum CoachingCommand: Hashable, Sendable, CaseIterable {
  /// Both, then the client alone, say yes to what they read.
  case confirm
  case handOver
  case giveBack
  /// The client shows what stands on this page to both, or keeps it again.
  case show
  /// The client takes up again what they had answered alone before both answered it.
  case ownAgain
  case plan
  case desk
  case close
  case calendar
  /// What is typed is the client's key.
  case answer
  /// Back to what was on the screen.
  case back
}

/// Where a guided session stands, as far as keys go.
enum CoachingPhase: Hashable, Sendable, CaseIterable {
  case agreement, together, clientOnly, choosingKey, enteringKey, givingBack, closing
}

/// One row of the table that feeds dispatch, footer and help of a session.
struct CoachingKeyRow: Hashable, Sendable {
  var keys: [Key]
  var command: CoachingCommand
  var label: Phrase
  var moments: Set<CoachingPhase>
}

enum CoachingKeyMap {
  static let rows: [CoachingKeyRow] = [
    CoachingKeyRow(
      keys: [.character("y")], command: .confirm, label: .keyConfirm, moments: [.agreement]),
    CoachingKeyRow(
      keys: [.character("y")], command: .confirm, label: .keyCloseSession, moments: [.closing]),
    CoachingKeyRow(
      keys: [.character("c")], command: .calendar, label: .keyCalendar, moments: [.closing]),
    CoachingKeyRow(
      keys: [.function(2)], command: .handOver, label: .keyHandOver, moments: [.together]),
    CoachingKeyRow(
      keys: [.function(2)], command: .giveBack, label: .keyGiveBack, moments: [.clientOnly]),
    CoachingKeyRow(keys: [.function(3)], command: .plan, label: .keyPlan, moments: [.together]),
    CoachingKeyRow(keys: [.function(3)], command: .show, label: .keyShow, moments: [.clientOnly]),
    CoachingKeyRow(
      keys: [.function(5)], command: .ownAgain, label: .keyOwnAgain, moments: [.clientOnly]),
    CoachingKeyRow(
      keys: [.function(4)], command: .desk, label: .keyDesk, moments: [.together, .agreement]),
    CoachingKeyRow(keys: [.function(5)], command: .close, label: .keyClosing, moments: [.together]),
    CoachingKeyRow(
      keys: [.enter], command: .answer, label: .keyGoOn,
      moments: [.choosingKey, .enteringKey, .givingBack]),
    CoachingKeyRow(
      keys: [.escape], command: .back, label: .keyStartOver, moments: [.choosingKey]),
    CoachingKeyRow(
      keys: [.escape], command: .back, label: .keyBack,
      moments: [.closing, .enteringKey, .givingBack]),
  ]

  static func command(_ key: Key, at moment: CoachingPhase) -> CoachingCommand? {
    rows.first { $0.moments.contains(moment) && $0.keys.contains(key) }?.command
  }

  static func rows(at moment: CoachingPhase) -> [CoachingKeyRow] {
    rows.filter { $0.moments.contains(moment) }
  }
}

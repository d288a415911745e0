import TextUI
import Workbook

/// The client's key is asked for: nothing else is heard or shown before it is answered or left.
struct KeyQuestion: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// The client chooses it: after their passphrase, before anything of theirs is shown.
    case choosing
    /// The client goes into their own part.
    case entering
    /// The client gives the keyboard back.
    case givingBack
  }

  /// What became of the last try.
  enum SoftCheck: Hashable, Sendable { case tooShort, easy, unlike, wrong, pasted }

  let purpose: Purpose
  var typed = ClientKey()
  /// What is to be chosen, typed once.
  var first: ClientKey?
  var remark: SoftCheck?
}

/// What the answer to the question for a key leads to; both faces carry it out in their own way.
enum KeyAnswer: Hashable, Sendable {
  /// It is asked on, with what became of the try.
  case asked
  /// The client has a key from now on.
  case chosen
  case entered
  case gaveBack
  /// Too often wrong: the file is to be locked.
  case locks
}

extension ClientSession {
  var hasKey: Bool { !key.isEmpty }

  /// Whether the client alone could be at the keyboard: then covering, leaving and waiting lock the file. While the key is chosen
  /// they do too, since only the passphrase before it has told whose it is.
  var locksWhenLeft: Bool { isClientOnly || question?.purpose == .choosing }

  mutating func ask(_ purpose: KeyQuestion.Purpose) { question = KeyQuestion(purpose: purpose) }

  /// What is typed so far is the answer.
  ///
  /// - Parameter name: of the file, which everybody reads on the screen.
  mutating func answerKey(name: String) -> KeyAnswer {
    guard var question else { return .asked }
    let typed = question.typed
    question.typed.wipe()
    self.question = question
    switch question.purpose {
    case .choosing: return choose(typed, name)
    case .entering, .givingBack:
      if typed.matches(key) {
        self.question = nil
        return question.purpose == .entering ? .entered : .gaveBack
      }
      // Enter alone is no try.
      return typed.isEmpty ? .asked : missed()
    }
  }

  private mutating func choose(_ typed: ClientKey, _ name: String) -> KeyAnswer {
    if let first = question?.first {
      question?.first = nil
      guard typed.matches(first) else {
        question?.remark = .unlike
        return .asked
      }
      key = typed
      question = nil
      return .chosen
    }
    if typed.count < ClientKey.least {
      question?.remark = .tooShort
    } else if typed.isEasy(besides: name) {
      question?.remark = .easy
    } else {
      question?.first = typed
      question?.remark = nil
    }
    return .asked
  }

  private mutating func missed() -> KeyAnswer {
    (wrong, mistyped) = (wrong + 1, mistyped + 1)
    question?.remark = .wrong
    if wrong < ClientSession.mostWrong { return .asked }
    wrong = 0
    return .locks
  }

  /// Leaves the question; one that has to be answered begins anew.
  ///
  /// - Returns: whether it is left.
  mutating func leaveKey() -> Bool {
    guard let purpose = question?.purpose else { return true }
    question?.typed.wipe()
    switch purpose {
    case .choosing:
      ask(.choosing)
      return false
    case .entering, .givingBack:
      question = nil
      return true
    }
  }
}

extension OpenWorkbook {
  /// What stands where the client's key is asked for.
  func askForKey(_ document: inout Document) {
    guard let guided, let question = guided.question else { return }
    // What became of the last try comes first: a low window has no room for what stands below.
    if let remark = question.remark {
      document.add(words(of: remark, guided), .warning)
      document.gap()
    }
    switch question.purpose {
    case .choosing:
      if question.first != nil {
        document.add(phrases(.ownKeyAgain))
      } else {
        document.add(phrases(.ownKeyAsk))
        document.gap()
        document.add(phrases(.ownKeyWhy))
      }
    case .entering: document.add(phrases(.enterKeyAsk))
    case .givingBack: givingBack(&document)
    }
  }

  private func words(of remark: KeyQuestion.SoftCheck, _ guided: ClientSession) -> String {
    switch remark {
    case .tooShort: phrases(.ownKeyShort)
    case .easy: phrases(.ownKeyEasy)
    case .unlike: phrases(.ownKeyUnlike)
    case .pasted: phrases(.keyNotPasted)
    case .wrong: phrases(.keyWrong, ["count": String(ClientSession.mostWrong - guided.wrong)])
    }
  }

  /// What the client finds first in their own part: nothing of what they keep but how much it is.
  func clientDoor(_ document: inout Document) {
    guard let guided else { return }
    let kept = profile.keptItems.count
    document.add(phrases(.doorText))
    document.gap()
    document.add(kept == 0 ? phrases(.doorNone) : phrases(.doorKept, ["count": String(kept)]))
    let over = profile.answeredOver.count
    if over > 0 { document.add(phrases(.doorOver, ["count": String(over)])) }
    if guided.mistyped > 0 {
      document.add(phrases(.doorMistyped, ["count": String(guided.mistyped)]))
    }
    document.gap()
    document.add(phrases(.doorHow), .hint)
  }
}

import TextUI
package import Workbook

/// A guided session, as the client's workbook carries it.
package struct ClientSession: Hashable, Sendable {
  package internal(set) var sitting: CoachingSession
  /// What the coach's file gave along.
  package let slip: SessionHandoff
  /// Half written, and the client's until they show it; by the address of the item.
  var keptDrafts: [String: Draft] = [:]
  /// Half written while both saw it.
  var seenDrafts: [String: Draft] = [:]
  /// Half written by both where the client's own half lies on disk: held in memory, so that neither is lost to the other.
  var apartDrafts: [String: Draft] = [:]
  /// Whose answer of today the client keeps.
  var keptItems: Set<ItemAddress> = []
  /// The key by which the client alone goes into their part and gives the keyboard back; empty until they choose one. It is kept
  /// nowhere: after the passphrase the client chooses anew.
  var key = ClientKey()
  /// The client's key is asked for, and nothing else is heard.
  var question: KeyQuestion?
  /// The exercise that both were at when the keyboard went over: where the client goes meanwhile is theirs.
  var exerciseOfBoth: Int?
  /// How many have said yes to what is read.
  var confirmed = 0
  /// How often the key was wrong in a row; so many lock the file.
  var wrong = 0
  /// How often it was wrong since the client was last in their part.
  var mistyped = 0
  static let mostWrong = 3
  /// Where the client's calendar file was written.
  var calendar = ""

  /// Goes on with what the client's file knows of this session, else begins it.
  package init(_ slip: SessionHandoff, _ profile: Profile) {
    self.slip = slip
    if let held = profile.sitting, held.number == slip.number {
      sitting = held
    } else {
      sitting = CoachingSession(number: slip.number, plan: slip.plan, began: slip.began)
    }
  }

  /// Whether everything of the client's is there: only they look.
  package var isClientOnly: Bool { sitting.state == .clientOnly }

  /// What the client has half written of an item where both look; it stays on disk whatever both do.
  func ownHalf(_ address: ItemAddress) -> Draft? {
    guard !isClientOnly, let draft = keptDrafts[address.description], !draft.isEmpty else {
      return nil
    }
    return draft
  }

  /// What there is to see of a profile.
  func sight(of profile: Profile) -> Profile { isClientOnly ? profile : profile.seenByBoth }

  /// What there is to see of all that is half written: before both, what was begun before both.
  func sight(of drafts: [String: Draft]) -> [String: Draft] {
    if isClientOnly { return drafts }
    return drafts.filter { seenDrafts[$0.key] == $0.value }.merging(apartDrafts) { $1 }
  }

  /// Seconds without a key: after which a word is said, and after which the screen is covered.
  var idle: (word: Int, cover: Int) { locksWhenLeft ? (100, 120) : (.max, 180) }
}

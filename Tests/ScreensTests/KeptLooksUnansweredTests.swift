import JSON
import Screens
import Testing
import TextUI
import Workbook

/// For the coach's eyes a question whose answer the client keeps is like one without that answer: what the client did alone changes
/// nothing on any screen but how much is kept.
struct KeptLooksUnansweredTests {
  private static let canary = "kestrel-of-the-client"
  private static let shared = "heron-of-both"
  private static let one = ItemAddress("days", "one")

  private static let keys: [Key] = {
    var keys: [Key] = ["Enter", "Esc", "Tab", "Shift-Tab"].flatMap { Walk.keys($0) }
    keys += "ku/?y2".map { .character($0) }
    keys += (2...5).map { .function($0) }
    keys += [.down, .end, .control("p"), .control("r"), .paste("wren")]
    return keys
  }()

  /// What is on the screen, without the one sentence that counts.
  private static func seen(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter {
      !$0.contains("with the client.") && !$0.allSatisfy { $0 == " " }
    }
  }

  /// Two rooms in which the coach does the same, key by key.
  private func compare(_ kept: GuidedRoom, _ bare: GuidedRoom, _ name: String, depth: Int = 3) {
    #expect(kept.state == .together && bare.state == .together)
    var pairs = [(kept, bare)]
    var known: Set<String> = []
    for _ in 1...depth {
      var next: [(GuidedRoom, GuidedRoom)] = []
      for (kept, bare) in pairs where kept.ending == nil {
        for key in Self.keys {
          var (one, other) = (kept, bare)
          one.press(key)
          other.press(key)
          if Self.seen(one.text) != Self.seen(other.text) || one.left != other.left {
            Issue.record("\(name), \(key.name)\n\(one.text)\n\(other.text)")
            return
          }
          if known.insert(one.text).inserted { next.append((one, other)) }
        }
      }
      pairs = next
    }
    #expect(known.count > 20, "\(known.count)")
  }

  /// Tall enough that the sentence that counts pushes nothing off the screen.
  private static func begun(_ keys: [Key] = []) -> GuidedRoom {
    var room = GuidedRoom(size: Size(rows: 40, columns: 80))
    room.press("y y CHOOSE Enter")
    if !keys.isEmpty {
      room.press(keys)
      room.press("Esc Enter Shift-Tab")
    }
    room.press("F2 KEY Enter")
    return room
  }

  @Test func whatIsAnsweredAlone() {
    var (kept, bare) = (Self.begun(), Self.begun())
    kept.press([.paste(Self.canary), .tab, .character("2")])
    #expect(kept.profile.keptItems.count == 2)
    kept.press("F2 KEY")
    bare.press("F2 KEY")
    compare(kept, bare, "answered alone")
  }

  @Test func whatIsHalfWrittenAlone() {
    var (kept, bare) = (Self.begun(), Self.begun())
    kept.press([.paste(Self.canary)])
    kept.press("F2 KEY")
    bare.press("F2 KEY")
    #expect(kept.drafts["days/one"]?.text == Self.canary)
    compare(kept, bare, "half written alone")
  }

  /// What both had said stands there as they said it, whatever the client has changed alone.
  @Test func whatIsChangedAlone() {
    let first: [Key] = [.paste(Self.shared), .tab]
    var (kept, bare) = (Self.begun(first), Self.begun(first))
    kept.press([.paste(Self.canary), .tab])
    #expect(kept.profile.keptItems == [Self.one])
    kept.press("F2 KEY")
    bare.press("F2 KEY")
    compare(kept, bare, "changed alone")
    kept.press("Enter Shift-Tab")
    #expect(kept.text.contains(Self.shared), "\(kept.text)")
  }

  @Test func inLines() {
    var (kept, bare) = (LinearRoom(), LinearRoom())
    for isKept in [true, false] {
      var room = LinearRoom()
      room.hear(LinearRoom.begun + LinearRoom.over + [""])
      if isKept { room.hear(["1", Self.canary, "2", "", "map"]) }
      room.hear(LinearRoom.over)
      if isKept { kept = room } else { bare = room }
    }
    #expect(kept.state == .together && kept.profile.keptItems.count == 2)
    let words = [
      "1", "2", "map", "all", "plan", "find kestrel", "undo", "redo", "skip", "back", "shared", "",
      "end", "over", "?", "pathways",
    ]
    for one in words {
      for two in words {
        for three in words {
          var (first, second) = (kept, bare)
          let (before, after) = (first.said.count, second.said.count)
          first.hear([one, two, three])
          second.hear([one, two, three])
          let seen = first.said[before...].map(\.text).joined(separator: "\n")
          let other = second.said[after...].map(\.text).joined(separator: "\n")
          if Self.seen(seen) != Self.seen(other) {
            Issue.record("\(one), \(two), \(three)\n\(seen)\n---\n\(other)")
            return
          }
        }
      }
    }
  }

  // MARK: - Answered together all the same

  @Test func theClientIsToldAndTakesTheirOwnBack() {
    var room = Self.begun()
    room.press([.paste(Self.canary), .tab])
    room.press("F2 KEY Enter")
    room.press([.paste(Self.shared), .tab])
    #expect(room.profile.isSeen(Self.one) && room.profile.answeredOver == [Self.one])
    room.press("F2 KEY")
    #expect(room.text.contains("one question that you had answered alone"), "\(room.text)")
    #expect(!room.text.contains(Self.canary) && !room.text.contains("F3"))
    room.press("Enter Shift-Tab")
    #expect(room.text.contains("“\(Self.canary)”") && room.text.contains("F5"), "\(room.text)")
    room.press("F5")
    #expect(room.profile.current(Self.one)?.value.text == Self.canary)
    #expect(room.profile.keptItems == [Self.one] && room.profile.answeredOver.isEmpty)
    room.press("F2 KEY Enter Shift-Tab")
    #expect(!room.text.contains(Self.canary) && room.text.contains(Self.shared), "\(room.text)")
  }

  @Test func theClientTakesTheirOwnBackInLines() {
    var room = LinearRoom()
    room.hear(LinearRoom.begun + LinearRoom.over + ["", "1", Self.canary])
    room.hear(LinearRoom.over + ["1", Self.shared] + LinearRoom.over)
    #expect(room.said.contains { $0.text.contains("one question that you had answered alone") })
    room.hear(["", "1", "back", "/mine"])
    #expect(room.said.contains { $0.text.contains("type mine, or /mine") })
    #expect(room.profile.current(Self.one)?.value.text == Self.canary)
    room.hear(LinearRoom.over)
    #expect(room.state == .together && !room.said.contains { $0.text.contains(Self.canary) })
  }

  /// What both take back leaves the client's own answer as it was; brought back it counts again.
  @Test func undoAndRedoTogether() {
    var room = Self.begun()
    room.press([.paste(Self.canary), .tab])
    room.press("F2 KEY Enter")
    room.press([.paste(Self.shared), .tab, .escape])
    room.press("u")
    #expect(room.profile.current(Self.one)?.value.text == Self.canary)
    #expect(room.profile.keptItems == [Self.one] && !room.text.contains(Self.canary))
    room.press("U")
    #expect(room.profile.isSeen(Self.one) && room.profile.answeredOver == [Self.one])
  }

  /// Half a sentence of the client's outlasts what both answer there.
  @Test func theirOwnHalfIsKept() {
    var room = Self.begun()
    room.press([.paste(Self.canary)])
    room.press("F2 KEY Enter")
    room.press([.paste(Self.shared), .tab])
    #expect(room.profile.isSeen(Self.one) && room.drafts["days/one"]?.text == Self.canary)
    room.press("F2 KEY Enter Shift-Tab")
    #expect(room.text.contains(Self.canary), "\(room.text)")
    var lines = LinearRoom()
    lines.hear(LinearRoom.begun + ["1", Self.shared])
    #expect(lines.drafts.isEmpty)
  }

  /// What the client only shows was not answered together.
  @Test func whatIsShownIsNotAnsweredOver() {
    var room = Self.begun()
    room.press([.paste(Self.canary), .tab, .backTab, .paste(" more"), .tab, .backTab])
    room.press([.function(3), .function(2)] + GuidedRoom.key)
    #expect(room.profile.isSeen(Self.one) && room.profile.answeredOver.isEmpty)
  }
}

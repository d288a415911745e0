import Screens
import Testing
import TextUI
import Workbook

/// The coach at the keyboard with every key there is, but without the one that the client chose.
struct CoachsHandsTests {
  private static let canary = "kestrel-of-the-client"
  private static let shared = "heron-of-both"

  /// Every key the tables know, in whichever place, and some that they do not.
  private static let every: [Key] = {
    var keys: [Key] = KeyContext.allCases.flatMap { KeyMap.help($0) }.flatMap(\.keys)
    keys += (2...5).map { .function($0) }
    keys += "abkrynq17".map { .character($0) }
    keys += [.control("x"), .click(Point(row: 3, column: 4)), .paste("wren"), .paste("kestrel")]
    var known: Set<Key> = []
    return keys.filter { known.insert($0).inserted }
  }()

  /// Words that the coach could try at each place, as one key.
  private static let tries: [String] = [
    "F2 a b c d Enter", "F2 w r e Enter", "/ k e s Enter", "Ctrl-P u n d o Enter", "u u U",
    "? k e s", ", Enter", "F2 Enter Enter", "F5 Esc", "Enter Enter", "F3 Esc",
  ]

  /// Something kept by the client alone, some of it only half written, and all handed back; so many times.
  private static func room(handOvers: Int) -> GuidedRoom {
    var room = GuidedRoom()
    room.press("y y CHOOSE Enter F2 KEY Enter")
    room.press([.paste(canary), .tab])
    room.press("F2 KEY")
    for _ in 1..<handOvers {
      room.press("End Enter F2 KEY Enter")
      room.press([.paste(canary)])
      room.press("F2 KEY")
    }
    return room
  }

  @Test(arguments: 1...3) func theyFindNothing(_ handOvers: Int) {
    let room = Self.room(handOvers: handOvers)
    #expect(room.state == .together)
    #expect(room.profile.keptItems.count >= 1)
    var known: Set<String> = []
    check(room, "handed back")
    var rooms = [room]
    for depth in 1...2 {
      var next: [GuidedRoom] = []
      for room in rooms where room.ending == nil {
        for key in Self.every {
          var after = room
          after.press(key)
          if check(after, key.name), known.insert(after.text).inserted { next.append(after) }
        }
        if depth == 2 { continue }
        for words in Self.tries {
          var after = room
          after.press(words)
          if check(after, words), known.insert(after.text).inserted { next.append(after) }
        }
      }
      rooms = next
    }
    #expect(known.count > 100, "\(known.count)")
  }

  /// - Returns: whether it is as it is to be: never the client's part, never a word of it, on the screen, in what leaves the file,
  ///   in another size, and after a kill.
  @discardableResult private func check(_ room: GuidedRoom, _ what: String) -> Bool {
    if room.state == .clientOnly || room.text.contains(Self.canary) {
      Issue.record("\(what)\n\(room.text)")
      return false
    }
    for (rows, columns) in [(12, 40), (40, 130)] {
      var other = room
      other.resize(Size(rows: rows, columns: columns))
      if other.text.contains(Self.canary) { Issue.record("\(what), \(columns)\n\(other.text)") }
    }
    for text in room.left + room.app.farewell where text.contains(Self.canary) {
      Issue.record("\(what): \(text)")
    }
    return true
  }

  /// After a kill or a lock the client's passphrase opens the file: then a key comes first, whatever state it was in.
  @Test(arguments: ["y y CHOOSE Enter F2 KEY Enter", "y y CHOOSE Enter F2 KEY Enter x Tab F2 KEY"])
  func afterAKillAKeyComesFirst(_ keys: String) {
    var room = GuidedRoom()
    room.press(keys)
    if room.state == .clientOnly { room.press([.paste(Self.canary), .tab]) }
    let again = room.killed
    #expect(again.text.contains("choose a key") && !again.text.contains(Self.canary))
    for key in Self.every {
      var after = again
      after.press(key)
      #expect(!after.text.contains(Self.canary), "\(key.name)\n\(after.text)")
      #expect(after.ending != nil || after.app.isCovered || after.text.contains("choose a key"))
    }
  }

  /// Whoever comes in finds how much is kept, and none of it until something is opened; and hears of wrong keys.
  @Test func theClientLandsOnAPageWithNothingOnIt() {
    var room = Self.room(handOvers: 1)
    room.press("Enter F2 a b c d Enter KEY")
    #expect(room.state == .clientOnly && !room.text.contains(Self.canary))
    #expect(room.text.contains("keeping one answer") && room.text.contains("typed once"))
    #expect(!room.text.contains("What of one"))
    room.press("Enter Shift-Tab")
    #expect(room.text.contains(Self.canary), "\(room.text)")
    room.press("F2 KEY F2 KEY")
    #expect(!room.text.contains("wrong key"), "\(room.text)")
  }

  /// Where the client went meanwhile is theirs: the map stands where it stood before.
  @Test func theMapDoesNotTellWhereTheClientWas() {
    var room = GuidedRoom()
    room.press("y y CHOOSE")
    var other = room
    room.press("F2 KEY Enter End Enter F2 KEY")
    other.press("F2 KEY F2 KEY")
    #expect(room.text == other.text)
  }

  // MARK: - In lines

  @Test func theirWordsFindNothing() {
    let words = [
      "1", "2", "over", "abcd", "wre", "show", "back", "map", "all", "plan", "desk", "end", "find",
      "kestrel", "undo", "redo", "pathways", "page", "talk", "settings", "help", "?", "lock", "",
      "skip", "forget", "y", "calendar", "/over", "answer", "command",
    ]
    var first = LinearRoom()
    first.hear(LinearRoom.begun + ["1"] + LinearRoom.over + ["", "1", Self.canary])
    first.hear(LinearRoom.over)
    #expect(first.state == .together && first.profile.keptItems.count == 1)
    for one in words {
      for two in words {
        for three in words {
          var room = first
          room.hear([one, two, three])
          if room.state == .clientOnly
            || room.said.contains(where: { $0.text.contains(Self.canary) })
          {
            Issue.record("\(one), \(two), \(three)")
          }
        }
      }
    }
  }

  @Test func threeWrongOnesLockInLines() {
    var room = LinearRoom()
    room.hear(LinearRoom.begun + ["over", "abcd", "back", "over", "wren2"])
    #expect(!room.isLocked && room.state == .together)
    room.hear(["nothing"])
    #expect(room.isLocked)
  }
}

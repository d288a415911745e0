import Typesetting

/// An editor for text of any length: it moves by characters as people see them, and can undo.
package struct TextArea: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// Place of the cursor, 0 to the count of characters.
  package private(set) var cursor: Int
  /// Longest text in Unicode scalars.
  package let limit: Int
  package let isOneLine: Bool
  private var before: [Snapshot] = []
  private var after: [Snapshot] = []
  private var isTyping = false

  private struct Snapshot: Hashable, Sendable {
    var characters: [Character]
    var cursor: Int
  }

  package init(_ text: String = "", limit: Int = 2000, isOneLine: Bool = false, cursor: Int? = nil)
  {
    characters = Array(text)
    self.cursor = min(max(0, cursor ?? characters.count), characters.count)
    self.limit = limit
    self.isOneLine = isOneLine
  }

  package var text: String { String(characters) }

  /// What became of a key.
  package enum Outcome: Hashable, Sendable {
    case edited
    case moved
    /// The text would grow over its limit.
    case full
    case ignored
  }

  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): return insert(String(character), asTyping: true)
    case .paste(let text): return insert(TextArea.clean(text, isOneLine), asTyping: false)
    case .enter: return isOneLine ? .ignored : insert("\n", asTyping: true)
    case .backspace: return remove(from: cursor - 1)
    case .delete: return remove(from: cursor)
    case .control("w"): return removeWord()
    case .control("k"): return removeToLineEnd()
    case .left: return move(to: cursor - 1)
    case .right: return move(to: cursor + 1)
    case .wordLeft: return move(to: wordStart)
    case .wordRight: return move(to: wordEnd)
    case .home, .control("a"): return move(to: lineStart(cursor))
    case .end, .control("e"): return move(to: lineEnd(cursor))
    case .control("u"), .control("z"): return undo()
    case .control("y"): return redo()
    case .control, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .help, .privacy,
      .function, .click:
      return .ignored
    }
  }

  /// Moves a row up or down as the text is wrapped at so many columns.
  package mutating func move(rows: Int, columns: Int) -> Outcome {
    let layout = layout(columns: columns)
    let place = layout.place(of: cursor)
    let row = place.row + rows
    guard layout.rows.indices.contains(row) else { return .ignored }
    return move(to: layout.index(row: row, column: place.column))
  }

  private mutating func insert(_ text: String, asTyping: Bool) -> Outcome {
    let room = limit - self.text.unicodeScalars.count
    if text.unicodeScalars.count > room { return .full }
    if text.isEmpty { return .ignored }
    remember(asTyping: asTyping)
    let characterCount = characters.count
    let head = String(characters[..<cursor]) + text
    // A combining mark joins the character before it, so the whole is read anew.
    characters = Array(head + String(characters[cursor...]))
    cursor = Array(head).count
    cursor = min(cursor, max(characters.count, characterCount))
    return .edited
  }

  private mutating func remove(from place: Int) -> Outcome {
    guard characters.indices.contains(place) else { return .ignored }
    remember(asTyping: false)
    characters.remove(at: place)
    cursor = place
    return .edited
  }

  private mutating func removeWord() -> Outcome { removeAll(wordStart..<cursor) }

  /// Where the word before the cursor begins, and where the one after it ends.
  private var wordStart: Int {
    var start = cursor
    while start > 0 && characters[start - 1].isWhitespace { start -= 1 }
    while start > 0 && !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private var wordEnd: Int {
    var end = cursor
    while end < characters.count && characters[end].isWhitespace { end += 1 }
    while end < characters.count && !characters[end].isWhitespace { end += 1 }
    return end
  }

  /// Moves to the next place after the cursor where some words stand, from the start again past the end.
  ///
  /// - Returns: `false` where they stand nowhere.
  package mutating func findNext(_ words: String) -> Bool {
    let wanted = Array(words.lowercased())
    if wanted.isEmpty { return true }
    let all = characters.map { $0.lowercased() }
    let last = all.count - wanted.count
    if last < 0 { return false }
    let start = min(cursor + 1, last + 1)
    let places = Array(start..<last + 1) + Array(0..<start)
    guard
      let place = places.first(where: { place in
        wanted.indices.allSatisfy { all[place + $0] == String(wanted[$0]) }
      })
    else { return false }
    cursor = place
    isTyping = false
    return true
  }

  private mutating func removeToLineEnd() -> Outcome { removeAll(cursor..<lineEnd(cursor)) }

  private mutating func removeAll(_ range: Range<Int>) -> Outcome {
    if range.isEmpty { return .ignored }
    remember(asTyping: false)
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .edited
  }

  private mutating func move(to place: Int) -> Outcome {
    isTyping = false
    guard (0...characters.count).contains(place), place != cursor else { return .ignored }
    cursor = place
    return .moved
  }

  /// One step of undo is a stretch of typing, up to a blank.
  private mutating func remember(asTyping: Bool) {
    let endsWord = cursor > 0 && characters[cursor - 1].isWhitespace
    if !(asTyping && isTyping) || endsWord {
      before.append(Snapshot(characters: characters, cursor: cursor))
      if before.count > 200 { before.removeFirst() }
    }
    after.removeAll()
    isTyping = asTyping
  }

  private mutating func undo() -> Outcome {
    guard let last = before.popLast() else { return .ignored }
    after.append(Snapshot(characters: characters, cursor: cursor))
    restore(last)
    return .edited
  }

  private mutating func redo() -> Outcome {
    guard let next = after.popLast() else { return .ignored }
    before.append(Snapshot(characters: characters, cursor: cursor))
    restore(next)
    return .edited
  }

  private mutating func restore(_ snapshot: Snapshot) {
    characters = snapshot.characters
    cursor = snapshot.cursor
    isTyping = false
  }

  private func lineStart(_ place: Int) -> Int {
    (characters[..<place].lastIndex { $0.isNewline }).map { $0 + 1 } ?? 0
  }

  private func lineEnd(_ place: Int) -> Int {
    characters[place...].firstIndex { $0.isNewline } ?? characters.count
  }

  /// Pasted text: control characters are left out, line ends become one kind.
  private static func clean(_ text: String, _ isOneLine: Bool) -> String {
    var out = ""
    for character in text {
      if character.isNewline {
        out += isOneLine ? " " : "\n"
      } else if character == "\t" {
        out += " "
      } else if character.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) {
        out.append(character)
      }
    }
    return out
  }
}

extension TextArea {
  /// The text laid out in rows, each a range of characters.
  package struct Layout: Hashable, Sendable {
    package var rows: [Range<Int>]
    let characters: [Character]

    package func place(of index: Int) -> Point {
      let row = rows.lastIndex { $0.lowerBound <= index } ?? 0
      let column = characters[rows[row].lowerBound..<index].reduce(0) { $0 + $1.columns }
      return Point(row: row, column: column)
    }

    package func index(row: Int, column: Int) -> Int {
      var place = rows[row].lowerBound
      var width = 0
      while place < rows[row].upperBound, width + characters[place].columns <= column {
        width += characters[place].columns
        place += 1
      }
      return place
    }

    package func text(row: Int) -> String { String(characters[rows[row]]) }
  }

  package func layout(columns: Int) -> Layout {
    let width = max(2, columns)
    var rows: [Range<Int>] = []
    var start = 0
    var lastBlank: Int?
    var used = 0
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character.isNewline {
        rows.append(start..<place)
        start = place + 1
        (lastBlank, used) = (nil, 0)
      } else if used + character.columns > width {
        let end = lastBlank.map { $0 + 1 } ?? place
        rows.append(start..<end)
        start = end
        used = characters[start..<place].reduce(0) { $0 + $1.columns }
        lastBlank = nil
        continue
      } else {
        if character == " " { lastBlank = place }
        used += character.columns
      }
      place += 1
    }
    rows.append(start..<characters.count)
    return Layout(rows: rows, characters: characters)
  }
}

extension Character {
  /// Columns as drawn: at least one.
  fileprivate var columns: Int { max(1, visible(String(self)).displayWidth) }
}

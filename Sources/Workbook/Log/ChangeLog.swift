package import JSON

/// What is taken back for good.
package enum ErasureRequest: Hashable, Sendable {
  /// Every version of one answer.
  case answer(ItemAddress)
  /// One entry of a list, from 1, out of every version that holds it.
  case entry(ItemAddress, Int)
  /// A name, or other words, wherever they stand.
  case words(String)
  /// Everything that stands about a client in a coach's own file.
  case client(Int)
}

/// A log after something in it was forgotten.
package struct ErasureResult: Hashable, Sendable {
  /// It replays to the same profile without what was forgotten; undo reaches no further back.
  package var changes: [Change]
  package var drafts: [String: Draft]
  /// What was taken back or changed.
  package var touched: [ItemAddress]
  /// Whether what was changed is in no answer of today: in a receipt, or in something taken back before.
  package var isElsewhereTouched = false
  /// Where the same words still stand, in answers of their own.
  package var elsewhere: [ItemAddress]

  /// Whether anything is to be written.
  package var isAnything: Bool { !touched.isEmpty || isElsewhereTouched }
}

/// Lines of a log as a whole.
package enum ChangeLog {
  /// Without what was undone, and without the undoing. It replays to the same answers.
  ///
  /// - Parameter changes: `nil` for a line that is lost; an answer is taken to have stood there.
  package static func settled(_ changes: [Change?]) -> [Change] {
    var result: [Change?] = []
    var answers: [Int] = []
    var undone: [Change?] = []
    for change in changes {
      switch change {
      case .answered, nil:
        answers.append(result.count)
        result.append(change)
        undone.removeAll()
      case .undone:
        guard let place = answers.popLast() else { continue }
        undone.append(result[place])
        result[place] = nil
      case .redone:
        guard let last = undone.popLast() else { continue }
        answers.append(result.count)
        result.append(last)
      case .forgotten:
        answers.removeAll()
        undone.removeAll()
        result.append(change)
      case .setting, .shared, .replied: result.append(change)
      }
    }
    return result.compactMap { $0 }
  }

  /// Takes something back for good.
  package static func forgetting(
    _ what: ErasureRequest, _ changes: [Change], _ drafts: [String: Draft]
  ) -> ErasureResult {
    var forgotten =
      switch what {
      case .answer(let address): forgetting(address, changes, drafts)
      case .entry(let address, let number): forgetting(number, of: address, changes, drafts)
      case .words(let words): forgetting(words, changes, drafts)
      case .client(let number): forgetting(client: number, changes, drafts)
      }
    // By the marks of a page whoever guesses what was on it could tell that they are right.
    if forgotten.isAnything { forgotten.changes = forgotten.changes.map(\.withoutMarks) }
    return forgotten
  }

  private static func forgetting(
    _ address: ItemAddress, _ changes: [Change], _ drafts: [String: Draft]
  ) -> ErasureResult {
    let versions = changes.compactMap { answer($0) }.filter { $0.address == address }
    let texts = Set(versions.flatMap { $0.value.texts }.filter { $0.count >= 8 })
    var elsewhere: [ItemAddress] = []
    var kept: [Change] = []
    for change in settled(changes) {
      guard var other = answer(change) else {
        kept.append(change)
        continue
      }
      if other.address == address { continue }
      // An answer drawn from it holds a copy of it.
      if let of = other.of, versions.contains(where: { $0.value == of }) { other.of = nil }
      if !texts.isDisjoint(with: other.value.texts), !elsewhere.contains(other.address) {
        elsewhere.append(other.address)
      }
      kept.append(.answered(other))
    }
    let isThere = !versions.isEmpty || drafts[address.description] != nil
    if !isThere {
      return ErasureResult(changes: changes, drafts: drafts, touched: [], elsewhere: [])
    }
    return ErasureResult(
      changes: kept + [.forgotten],
      drafts: drafts.filter { $0.key != address.description },
      touched: isThere ? [address] : [], elsewhere: elsewhere)
  }

  private static func forgetting(
    client: Int, _ changes: [Change], _ drafts: [String: Draft]
  ) -> ErasureResult {
    let exercise = Roster.exercise(client)
    let kept = settled(changes).filter { change in
      switch change {
      case .answered(let answer): answer.address.exercise != exercise
      case .setting(Roster.running, let slip): slip["client"]?.whole != client
      case .setting, .undone, .redone, .shared, .replied, .forgotten: true
      }
    }
    let left = drafts.filter { ItemAddress($0.key).exercise != exercise }
    let touched = Set(changes.compactMap { answer($0)?.address }.filter { $0.exercise == exercise })
    return ErasureResult(
      changes: kept + [.forgotten], drafts: left,
      touched: touched.sorted { $0.description < $1.description },
      isElsewhereTouched: left.count < drafts.count, elsewhere: [])
  }

  private static func forgetting(
    _ number: Int, of address: ItemAddress, _ changes: [Change], _ drafts: [String: Draft]
  ) -> ErasureResult {
    let present = Profile(changes).current(address)?.value.list ?? []
    guard present.indices.contains(number - 1) else {
      return ErasureResult(changes: changes, drafts: drafts, touched: [], elsewhere: [])
    }
    let kept = settled(changes)
    let last = kept.lastIndex { answer($0)?.address == address }
    // Earlier versions of the list go as a whole: which of their entries was this one once, nobody can tell.
    let left = kept.indices.compactMap { place -> Change? in
      guard var other = answer(kept[place]), other.address == address else { return kept[place] }
      if place != last { return nil }
      var list = other.value.list ?? []
      list.remove(at: number - 1)
      other.value = .list(list)
      return .answered(other)
    }
    let texts = Set(present[number - 1].texts.filter { $0.count >= 8 })
    let elsewhere = Profile(left).current.filter {
      $0.address != address && !texts.isDisjoint(with: $0.value.texts)
    }.map(\.address)
    return ErasureResult(
      changes: left + [.forgotten],
      drafts: drafts.filter { $0.key != address.description }, touched: [address],
      elsewhere: elsewhere)
  }

  private static func forgetting(
    _ words: String, _ changes: [Change], _ drafts: [String: Draft]
  ) -> ErasureResult {
    let words = Words(words)
    var touched: [ItemAddress] = []
    var elsewhere: [ItemAddress] = []
    // What was undone is in the file too.
    var isAnywhere = changes.contains { words.stand(in: $0) }
    let kept = settled(changes).map { change -> Change in
      switch change {
      case .answered(var answer):
        let before = answer
        answer.value = words.struck(from: answer.value)
        answer.of = answer.of.map(words.struck)
        if answer != before, !touched.contains(answer.address) { touched.append(answer.address) }
        if answer.value.texts.contains(where: words.isName), !elsewhere.contains(answer.address) {
          elsewhere.append(answer.address)
        }
        return .answered(answer)
      case .shared(let receipt): return .shared(words.struck(from: receipt))
      case .replied(let reply): return .replied(words.struck(from: reply))
      case .setting(let name, let value):
        return .setting(name: name, value: words.struck(from: value))
      case .undone, .redone, .forgotten: return change
      }
    }
    var left = drafts
    for (item, draft) in drafts {
      if words.isName(draft.text) { elsewhere.append(ItemAddress(item)) }
      let text = words.struck(from: draft.text)
      if text == draft.text { continue }
      isAnywhere = true
      left[item] = Draft(text)
      let address = ItemAddress(item)
      if !touched.contains(address) { touched.append(address) }
    }
    guard isAnywhere else {
      return ErasureResult(changes: changes, drafts: drafts, touched: [], elsewhere: elsewhere)
    }
    return ErasureResult(
      changes: kept + [.forgotten], drafts: left, touched: touched,
      isElsewhereTouched: touched.isEmpty,
      elsewhere: elsewhere)
  }

  private static func answer(_ change: Change) -> Answer? {
    guard case .answered(let answer) = change else { return nil }
    return answer
  }
}

extension Change {
  /// A receipt, or a reply that was taken, without what was worked out from the words of a page.
  fileprivate var withoutMarks: Change {
    switch self {
    case .shared(let receipt): .shared(receipt.without(["hash", "content", "check", "asked"]))
    case .replied(let reply): .replied(reply.without(["brief"]))
    case .answered, .undone, .redone, .setting, .forgotten: self
    }
  }
}

extension JSONValue {
  fileprivate func without(_ keys: [String]) -> JSONValue {
    map.map { .map($0.filter { !keys.contains($0.key) }) } ?? self
  }

  /// All texts in it.
  package var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let list): list.flatMap(\.texts)
    case .map(let pairs): pairs.flatMap(\.value.texts)
    case .null, .bool, .whole, .number: []
    }
  }
}

/// Words to strike out wherever they stand as whole ones, in capitals or not, with whatever blanks between them.
private struct Words {
  private let wanted: [[Character]]

  init(_ text: String) {
    wanted = text.lowercased().split(whereSeparator: \.isWhitespace).map(Array.init)
  }

  /// Whether a text is the name of an option and no word of the person's: those are left alone, and told.
  func isName(_ text: String) -> Bool { isShapedLikeName(text) && struckFreely(from: text) != text }

  private func isShapedLikeName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  func stand(in change: Change) -> Bool {
    switch change {
    case .answered(let answer):
      struck(from: answer.value) != answer.value
        || answer.of.map { struck(from: $0) != $0 } ?? false
    case .shared(let value), .replied(let value), .setting(_, let value):
      struck(from: value) != value
    case .undone, .redone, .forgotten: false
    }
  }

  func struck(from plain: JSONValue) -> JSONValue {
    switch plain {
    case .text(let text): .text(struck(from: text))
    case .list(let list): .list(list.map { struck(from: $0) })
    case .map(let pairs): .map(pairs.map { JSONValue.Pair($0.key, struck(from: $0.value)) })
    case .null, .bool, .whole, .number: plain
    }
  }

  /// Three dots stay in their place.
  func struck(from text: String) -> String {
    isShapedLikeName(text) ? text : struckFreely(from: text)
  }

  private func struckFreely(from text: String) -> String {
    let letters = Array(text)
    let lower = letters.map { $0.lowercased().first ?? $0 }
    var result = ""
    var place = 0
    while place < letters.count {
      if let end = end(of: lower, from: place), !isLetter(letters, place - 1),
        !isLetter(letters, end)
      {
        result += "…"
        place = end
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result
  }

  private func isLetter(_ letters: [Character], _ place: Int) -> Bool {
    letters.indices.contains(place) && (letters[place].isLetter || letters[place].isNumber)
  }

  /// Where the words end that begin at a place; `nil` where others stand there.
  private func end(of lower: [Character], from start: Int) -> Int? {
    var place = start
    for (number, word) in wanted.enumerated() {
      if number > 0 {
        let gap = place
        while place < lower.count, lower[place].isWhitespace { place += 1 }
        if place == gap { return nil }
      }
      guard place + word.count <= lower.count, Array(lower[place..<place + word.count]) == word
      else { return nil }
      place += word.count
    }
    return wanted.isEmpty ? nil : place
  }
}
